#include "cli/import_views.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/report/json_writer.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using Align = mapper::TextTable::Align;
using mapper::ItemMatch;
using mapper::JsonString;
using mapper::OutlineControl;

std::string Number(std::size_t value) { return std::to_string(value); }

// An item of the document beside a control of the catalogue; either is null
// when it has no counterpart.
struct Pair {
  const OutlineControl* read = nullptr;
  const ItemMatch* match = nullptr;
  const mapper::Control* control = nullptr;
};

std::vector<Pair> Pairs(const Findings& f) {
  std::vector<Pair> pairs;
  const auto& controls = f.framework->controls;
  for (std::size_t i = 0; i < f.outline.controls.size(); ++i) {
    const ItemMatch& match = f.reconciliation.items[i];
    pairs.push_back({&f.outline.controls[i], &match,
                     match.control < 0
                         ? nullptr
                         : &controls[static_cast<std::size_t>(match.control)]});
  }
  for (const int control : f.reconciliation.only_in_catalogue) {
    pairs.push_back(
        {nullptr, nullptr, &controls[static_cast<std::size_t>(control)]});
  }
  return pairs;
}

bool OnlyInDocument(const Pair& p) {
  return p.read != nullptr && p.control == nullptr && !p.match->beyond;
}
bool OnlyInCatalogue(const Pair& p) { return p.read == nullptr; }
bool HeadingDiffers(const Pair& p) {
  return p.match != nullptr && p.match->heading_differs;
}
bool OrderDiffers(const Pair& p) {
  return p.match != nullptr && p.match->order_differs;
}
bool ByHeading(const Pair& p) {
  return p.match != nullptr && p.match->basis == mapper::ItemBasis::kHeading;
}
bool ByPosition(const Pair& p) {
  return p.match != nullptr && p.match->basis == mapper::ItemBasis::kPosition;
}

using Test = bool (*)(const Pair&);

std::vector<Pair> Those(const std::vector<Pair>& pairs, Test test) {
  std::vector<Pair> out;
  std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(out), test);
  return out;
}

std::string ControlJson(const OutlineControl& control) {
  std::string out = "{\"id\": " + JsonString(control.id) +
                    ", \"label\": " + JsonString(control.label) +
                    ", \"mark\": " + JsonString(control.mark) +
                    ", \"line\": " + Number(control.line);
  if (control.page != 0) out += ", \"page\": " + Number(control.page);
  if (control.withdrawn) {
    out += ", \"withdrawn\": true, \"successors\": [";
    for (std::size_t i = 0; i < control.successors.size(); ++i) {
      out += (i > 0 ? ", " : "") + JsonString(control.successors[i]);
    }
    out += "]";
  }
  return out + "}";
}

std::string PairJson(const Pair& p) {
  const bool other =
      p.read != nullptr && p.control != nullptr && p.read->id != p.control->id;
  std::string out =
      "{\"id\": " +
      JsonString(p.control != nullptr ? p.control->id : p.read->id);
  if (p.read != nullptr) {
    if (other) out += ", \"document_id\": " + JsonString(p.read->id);
    out += ", \"line\": " + Number(p.read->line);
    if (p.read->page != 0) out += ", \"page\": " + Number(p.read->page);
    out += ", \"title\": " + JsonString(p.read->title);
  }
  if (p.control != nullptr) {
    out += ", \"catalogue_line\": " + Number(p.control->line) +
           ", \"catalogue_title\": " + JsonString(p.control->title_ja);
  }
  return out + "}";
}

template <typename List, typename ToJson>
std::string Array(const List& list, ToJson to_json) {
  std::string out = "[";
  for (std::size_t i = 0; i < list.size(); ++i) {
    out += (i == 0 ? "\n  " : ",\n  ") + to_json(list[i]);
  }
  return out + (list.empty() ? "]" : "\n ]");
}

std::string StatesOf(const Pair& p, const mapper::View& view) {
  static const struct {
    Test test;
    const char* machine;
    mapper::Words words;
  } kStates[] = {
      {[](const Pair& q) { return q.read != nullptr && q.control != nullptr; },
       "matched",
       {"一致", "matched"}},
      {OnlyInDocument,
       "only-in-document",
       {"文書だけ", "only in the document"}},
      {OnlyInCatalogue,
       "only-in-catalogue",
       {"カタログだけ", "only in the catalogue"}},
      {[](const Pair& q) { return q.match != nullptr && q.match->beyond; },
       "beyond",
       {"カタログの範囲外", "beyond the catalogue"}},
      {HeadingDiffers, "heading-differs", {"見出しが違う", "heading differs"}},
      {OrderDiffers, "order-differs", {"順序が違う", "order differs"}},
  };
  std::vector<std::string> out;
  for (const auto& state : kStates) {
    if (!state.test(p)) continue;
    out.emplace_back(view.machine ? state.machine : view.words(state.words));
  }
  return mapper::Join(out, ";");
}

std::string List(const Session& session, const char* title,
                 const std::vector<Pair>& list) {
  constexpr std::size_t kShown = 15;
  std::string out = std::string(title) + " " + Number(list.size()) + "\n";
  if (list.empty()) return out;
  mapper::TextTable table;
  table.AddColumn("ID", 30);
  table.AddColumn(session.Say("文書の場所", "in the document"));
  table.AddColumn(session.Say("文書の見出し", "heading of the document"), 36);
  table.AddColumn(session.Say("カタログの行", "catalogue line"), 0,
                  Align::kRight);
  table.AddColumn(session.Say("カタログの見出し", "heading of the catalogue"),
                  36);
  for (std::size_t i = 0; i < std::min(kShown, list.size()); ++i) {
    const Pair& p = list[i];
    std::string id = p.control != nullptr ? p.control->id : p.read->id;
    if (p.read != nullptr && p.read->id != id) id = p.read->id + " → " + id;
    table.AddRow(
        {id,
         p.read == nullptr
             ? ""
             : PlaceText(session.language, p.read->page, p.read->line),
         p.read == nullptr ? "" : p.read->title,
         p.control == nullptr ? "" : Number(p.control->line),
         p.control == nullptr ? "" : p.control->title(session.language)});
  }
  out += table.Render(1);
  if (list.size() > kShown) {
    out += session.Say(" ほか ", " and ") + Number(list.size() - kShown) +
           session.Say(" 件（全部: --format csv か json）\n",
                       " more (all: --format csv or json)\n");
  }
  return out;
}

// Both sums: what the document has, and what the catalogue has.
std::string Sums(const Session& session, const Findings& f) {
  const mapper::Reconciliation& r = f.reconciliation;
  mapper::TextTable table;
  table.AddColumn(session.Say("照合", "reconciled"));
  table.AddColumn(session.Say("文書", "document"), 0, Align::kRight);
  table.AddColumn(session.Say("カタログ", "catalogue"), 0, Align::kRight);
  const auto both = [&](const char* words, std::size_t count) {
    table.AddRow({words, Number(count), Number(count)});
  };
  both(session.Say("番号で一致", "matched by id"), r.by_id);
  both(session.Say("見出しで一致", "matched by heading"), r.by_heading);
  both(session.Say("位置で一致", "matched by position"), r.by_position);
  table.AddRow({session.Say("片方にだけある", "on one side only"),
                Number(r.only_in_document),
                Number(r.only_in_catalogue.size())});
  table.AddRow(
      {session.Say("カタログより深い項目、廃止", "deeper, or withdrawn"),
       Number(r.beyond), ""});
  if (r.elsewhere > 0) {
    table.AddRow({session.Say("ほかの文書の項目", "of another document"), "",
                  Number(r.elsewhere)});
  }
  table.AddRule();
  table.AddRow({session.Say("計", "total"), Number(f.outline.controls.size()),
                Number(f.framework->controls.size())});
  return table.Render(1);
}

std::string NextStep(const Session& session, const Findings& f) {
  switch (f.stored) {
    case Stored::kChecked:
      return session.Say(
          "何も書き込んでいません（--check）。取り込むには --check "
          "を外します。\n",
          "Nothing was written (--check). To import it, leave out --check.\n");
    case Stored::kPresent:
      return session.Say("この文書は取込済です。何も変えていません: 文書 ",
                         "This document is imported already; nothing was "
                         "changed: document ") +
             std::to_string(f.document.id) + "\n";
    case Stored::kAdded:
      break;
  }
  return session.Say("取り込みました: 文書 ", "Imported: document ") +
         std::to_string(f.document.id) +
         session.Say("。公式の文を見る: kakehashi show ",
                     ". The official wording: kakehashi show ") +
         f.framework->id +
         session.Say(" 項目、探す: kakehashi search 言葉 --field wording\n",
                     " CONTROL, or: kakehashi search WORDS --field wording\n");
}

}  // namespace

std::string PlaceText(mapper::Language language, std::size_t page,
                      std::size_t line) {
  const bool ja = language == mapper::Language::kJa;
  std::string out;
  if (page != 0) out = ja ? Number(page) + "ページ" : "page " + Number(page);
  if (line == 0) return out;
  if (page != 0) out += ja ? " " : ", ";
  return out + (ja ? Number(line) + "行" : "line " + Number(line));
}

std::string ImportJson(const Findings& f) {
  static const char* const kStored[] = {"no", "added", "present"};
  const std::vector<Pair> pairs = Pairs(f);
  std::string counts;
  for (const auto& [mark, count] : f.outline.counts) {
    counts +=
        (counts.empty() ? "" : ", ") + JsonString(mark) + ": " + Number(count);
  }
  std::string totals;
  for (const mapper::Total& total : ImportTotals(f)) {
    totals += (totals.empty() ? "" : ", ") + JsonString(total.machine) + ": " +
              Number(total.value);
  }
  std::string out = "{\n \"framework\": " + JsonString(f.framework->id) +
                    ",\n \"file\": " + JsonString(f.file) +
                    ",\n \"sha256\": " + JsonString(f.document.sha256) +
                    ",\n \"kind\": " + JsonString(f.document.kind) +
                    ",\n \"pages\": " + Number(f.document.pages) +
                    ",\n \"lines\": " + Number(f.document.lines) +
                    ",\n \"stored\": \"" +
                    kStored[static_cast<std::size_t>(f.stored)] + "\"";
  if (f.document.id != 0) {
    out += ",\n \"document\": " + std::to_string(f.document.id);
  }
  out += ",\n \"counts\": {" + counts + "},\n \"totals\": {" + totals +
         "},\n \"controls\": " + Array(f.outline.controls, ControlJson);
  static const std::pair<const char*, Test> kLists[] = {
      {"only_in_document", OnlyInDocument},
      {"only_in_catalogue", OnlyInCatalogue},
      {"heading_differs", HeadingDiffers},
      {"order_differs", OrderDiffers},
      {"by_heading", ByHeading},
      {"by_position", ByPosition}};
  for (const auto& [name, test] : kLists) {
    out +=
        ",\n " + JsonString(name) + ": " + Array(Those(pairs, test), PairJson);
  }
  return out + "\n}\n";
}

std::string ImportText(const Session& session, const Findings& f) {
  const mapper::Reconciliation& r = f.reconciliation;
  std::string out = mapper::Visible(f.file) + "  sha256 " + f.document.sha256 +
                    "\n" + session.Say("ページ ", "pages ") +
                    (f.document.pages == 0 ? "-" : Number(f.document.pages)) +
                    session.Say("、行 ", ", lines ") +
                    Number(f.document.lines) + "\n";
  mapper::TextTable marks;
  marks.AddColumn(session.Say("項目のしるし", "mark"));
  marks.AddColumn(session.Say("数", "number"), 0, Align::kRight);
  for (const auto& [mark, count] : f.outline.counts) {
    marks.AddRow({mark, Number(count)});
  }
  out += marks.Render(1) + Sums(session, f);
  const std::vector<Pair> pairs = Pairs(f);
  const auto list = [&](Test test, const char* japanese, const char* english) {
    out += List(session, session.Say(japanese, english), Those(pairs, test));
  };
  list(OnlyInDocument, "■ 文書にだけある項目", "Only in the document:");
  list(OnlyInCatalogue, "■ カタログにだけある項目", "Only in the catalogue:");
  list(HeadingDiffers, "■ 見出しが違う項目", "Heading differs:");
  list(OrderDiffers, "■ 順序が違う項目", "Order differs:");
  if (r.by_heading > 0) {
    list(ByHeading, "■ 番号が違い、見出しで一致した項目（要確認）",
         "Other id, matched by heading (to be checked):");
  }
  if (r.by_position > 0) {
    list(ByPosition, "■ 番号も見出しも違い、位置で一致した項目（要確認）",
         "Other id and heading, matched by position (to be checked):");
  }
  return out + NextStep(session, f);
}

mapper::Records ImportRecords(const Findings& f, const mapper::View& view) {
  using Type = mapper::Column::Type;
  mapper::Records records;
  records.name = "import";
  records.columns = {
      {"state", {"照合", "state"}, Type::kList},
      {"basis", {"一致の根拠", "matched by"}},
      {"item", {"文書の項目", "item of the document"}},
      {"control", {"カタログの項目", "control of the catalogue"}},
      {"label", {"表記", "label"}},
      {"title", {"文書の見出し", "heading of the document"}},
      {"catalogue_title", {"カタログの見出し", "heading of the catalogue"}},
      {"page", {"文書のページ", "page"}, Type::kNumber},
      {"line", {"文書の行", "line"}, Type::kNumber},
      {"catalogue_line", {"カタログの行", "catalogue line"}, Type::kNumber}};
  for (const Pair& p : Pairs(f)) {
    const auto& basis = mapper::kItemBases[static_cast<std::size_t>(
        p.match == nullptr ? mapper::ItemBasis::kNone : p.match->basis)];
    const auto number = [](std::size_t n) {
      return n == 0 ? std::string() : Number(n);
    };
    records.rows.push_back(
        {StatesOf(p, view),
         view.machine ? basis.machine : view.words(basis.words),
         p.read == nullptr ? "" : p.read->id,
         p.control == nullptr ? "" : p.control->id,
         p.read == nullptr ? p.control->label : p.read->label,
         p.read == nullptr ? "" : p.read->title,
         p.control == nullptr ? "" : p.control->title(view.language),
         p.read == nullptr ? "" : number(p.read->page),
         p.read == nullptr ? "" : number(p.read->line),
         p.control == nullptr ? "" : number(p.control->line)});
  }
  return records;
}

std::vector<mapper::Total> ImportTotals(const Findings& f) {
  const mapper::Reconciliation& r = f.reconciliation;
  return {
      {"items", {"文書の項目", "items"}, f.outline.controls.size()},
      {"controls",
       {"カタログの項目", "controls"},
       f.framework->controls.size()},
      {"matched", {"一致", "matched"}, r.matched},
      {"matched_by_id", {"番号で一致", "matched by id"}, r.by_id},
      {"matched_by_heading",
       {"見出しで一致", "matched by heading"},
       r.by_heading},
      {"matched_by_position",
       {"位置で一致", "matched by position"},
       r.by_position},
      {"only_in_document",
       {"文書だけ", "only in the document"},
       r.only_in_document},
      {"only_in_catalogue",
       {"カタログだけ", "only in the catalogue"},
       r.only_in_catalogue.size()},
      {"beyond", {"カタログの範囲外", "beyond the catalogue"}, r.beyond},
      {"elsewhere", {"ほかの文書の項目", "of another document"}, r.elsewhere},
      {"heading_differs",
       {"見出しが違う", "heading differs"},
       r.heading_differs},
      {"order_differs", {"順序が違う", "order differs"}, r.order_differs}};
}

std::vector<mapper::DocumentItem> ItemsOf(const Findings& f) {
  std::vector<mapper::DocumentItem> items;
  for (const Pair& p : Pairs(f)) {
    if (p.read == nullptr) break;
    mapper::DocumentItem item;
    item.parent = p.read->parent;
    item.depth = p.read->depth;
    item.id = p.read->id;
    item.label = p.read->label;
    item.mark = p.read->mark;
    item.title = p.read->title;
    item.text = p.read->text;
    item.line = p.read->line;
    item.page = p.read->page;
    item.withdrawn = p.read->withdrawn;
    if (p.control != nullptr) item.control = p.control->id;
    item.basis = p.match->basis;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace cli
