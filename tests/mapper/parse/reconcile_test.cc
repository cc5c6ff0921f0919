#include "mapper/parse/reconcile.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"

namespace mapper {
namespace {

// "A1 人 / A1.1 権限": ids and headings; "A1.1" is below "A1".  A "-" before
// the id: withdrawn; a "+": deeper than the catalogue.
struct Entry {
  std::string id;
  std::string title;
  char sign = ' ';
};

std::vector<Entry> Entries(const char* text) {
  std::vector<Entry> out;
  for (const std::string_view part : Split(text, '/')) {
    const std::string_view entry = Trim(part);
    if (entry.empty()) continue;
    const std::size_t space = entry.find(' ');
    Entry e{std::string(entry.substr(0, space)), ""};
    if (space != std::string_view::npos) e.title = entry.substr(space + 1);
    if (e.id[0] == '-' || e.id[0] == '+') {
      e.sign = e.id[0];
      e.id.erase(0, 1);
    }
    out.push_back(e);
  }
  return out;
}

std::string ParentOf(const std::string& id) {
  const std::size_t dot = id.rfind('.');
  return dot == std::string::npos ? "" : id.substr(0, dot);
}

Outline MakeOutline(const char* text) {
  Outline outline;
  for (const Entry& e : Entries(text)) {
    OutlineControl control;
    control.id = e.id;
    control.title = e.title;
    control.withdrawn = e.sign == '-';
    control.below_catalogue = e.sign == '+';
    for (std::size_t i = 0; i < outline.controls.size(); ++i) {
      if (outline.controls[i].id == ParentOf(e.id)) {
        control.parent = static_cast<int>(i);
      }
    }
    outline.controls.push_back(control);
  }
  return outline;
}

Framework MakeFramework(const char* text) {
  Framework framework;
  for (const Entry& e : Entries(text)) {
    Control control;
    control.id = e.id;
    control.title_ja = e.title;
    control.parent = ParentOf(e.id);
    framework.controls.push_back(control);
  }
  framework.Link();
  return framework;
}

// "A1=A1 A2~A3": by id =, by heading ~, by position #; ! heading differs, < out
// of order, ? only here, . beyond; then the controls only in the catalogue.
std::string Shown(const Outline& outline, const Framework& framework,
                  const Reconciliation& r) {
  std::string out;
  for (std::size_t i = 0; i < outline.controls.size(); ++i) {
    const ItemMatch& m = r.items[i];
    out += (out.empty() ? "" : " ") + outline.controls[i].id;
    if (m.control < 0) {
      out += m.beyond ? "." : "?";
      continue;
    }
    out += " =~#"[static_cast<std::size_t>(m.basis)];
    out += framework.controls[static_cast<std::size_t>(m.control)].id;
    if (m.heading_differs) out += "!";
    if (m.order_differs) out += "<";
  }
  for (const int c : r.only_in_catalogue) {
    out += " -" + framework.controls[static_cast<std::size_t>(c)].id;
  }
  return out;
}

TEST(ReconcileTest, Matches) {
  static const struct {
    const char* document;
    const char* catalogue;
    const char* expected;
  } kCases[] = {
      {"", "", ""},
      {"", "A1 人", ""},  // a document without ids says of none that it is its
      {"A1 人/A1.1 権限", "A1 人/A1.1 権限", "A1=A1 A1.1=A1.1"},
      {"A1 Ａ ・ｶﾅ", "A1 A・カナ", "A1=A1"},  // NFKC
      {"A1", "A1 人", "A1=A1"},               // no heading printed
      {"A1 物", "A1 人", "A1=A1!"},
      {"A1 人/A2 物", "A1 人", "A1=A1 A2?"},
      {"A1 人", "A1 人/A2 物", "A1=A1 -A2"},
      {"A1 人/-A2 物", "A1 人", "A1=A1 A2."},
      {"A1 人/+A1.1 物", "A1 人", "A1=A1 A1.1."},
      {"A1 人/-A2 物", "A1 人/A2 物", "A1=A1 A2=A2"},
      // Another number, the same heading.
      {"A1 人/A1.2 権限", "A1 人/A1.1 権限/A1.3 物", "A1=A1 A1.2~A1.1 -A1.3"},
      // Half-width kana, as PDFs of old word processors have them.
      {"A1 ﾊﾞｯｸｱｯﾌﾟ", "A1 バックアップ", "A1=A1"},
      {"A1 人/A1.2 ﾊﾞｯｸｱｯﾌﾟの(ﾃｽﾄ)", "A1 人/A1.1 バックアップの（テスト）",
       "A1=A1 A1.2~A1.1"},
      {"A1 ﾊｯｸｱｯﾌ", "A1 バックアップ", "A1=A1!"},  // without their sound marks
      // Not below what is not matched, nor where the heading is there twice.
      {"A9 外/A9.1 権限", "A1 人/A1.1 権限/A2 物", "A9? A9.1? -A1 -A1.1 -A2"},
      {"A1 人/A1.8 同/A1.9 同", "A1 人/A1.1 同", "A1=A1 A1.8? A1.9? -A1.1"},
      {"A1 人/A1.8 同", "A1 人/A1.1 同/A1.2 同", "A1=A1 A1.8? -A1.1 -A1.2"},
      // A parent found by its heading counts for its children.
      {"A3 人/A3.1 権限", "A1 人/A1.1 権限/A2 物", "A3~A1 A3.1~A1.1 -A2"},
      // By position: as many on both sides between the same neighbours.
      {"A1 一/A8 甲/A2 二", "A1 一/A9 乙/A2 二", "A1=A1 A8#A9! A2=A2"},
      {"A1 一/A7/A8/A2 二", "A1 一/A9 乙/A2 二", "A1=A1 A7? A8? A2=A2 -A9"},
      {"A1 一/A2 二/A8 甲", "A1 一/A9 乙/A2 二", "A1=A1 A2=A2 A8? -A9"},
      // Order.
      {"A2 二/A1 一/A3 三", "A1 一/A2 二/A3 三", "A2=A2< A1=A1 A3=A3"},
      {"A3 三/A1 一/A2 二", "A1 一/A2 二/A3 三", "A3=A3< A1=A1 A2=A2"},
      // Of several documents only the one whose letters are used.
      {"A1 一", "A1 一/B1 甲", "A1=A1"},
      // A first paragraph that is not printed.
      {"A2/A2-1", "A2(1)/A2(1)-1", "A2=A2(1) A2-1=A2(1)-1"},
      {"A2/A2(1)", "A2(1)", "A2? A2(1)=A2(1)"},
  };
  for (const auto& c : kCases) {
    const Outline outline = MakeOutline(c.document);
    const Framework framework = MakeFramework(c.catalogue);
    const Reconciliation r = Reconcile(outline, framework);
    EXPECT_EQ(Shown(outline, framework, r), c.expected) << c.document;
    EXPECT_EQ(r.matched, r.by_id + r.by_heading + r.by_position);
    EXPECT_EQ(r.matched + r.only_in_document + r.beyond,
              outline.controls.size());
    EXPECT_EQ(r.matched + r.only_in_catalogue.size() + r.elsewhere,
              framework.controls.size());
  }
}

}  // namespace
}  // namespace mapper
