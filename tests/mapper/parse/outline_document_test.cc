// Catalogues written as documents in their own numbering, and read back.

#include "mapper/parse/outline_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/parse/document.h"
#include "mapper/parse/outline_inverse.h"
#include "mapper/parse/reconcile.h"
#include "tests/mapper/parse/outline_reading.h"
#include "tests/mapper/shipped_dataset.h"

namespace mapper {
namespace {

const Control& At(const Framework& framework, int place) {
  return framework.controls[static_cast<std::size_t>(place)];
}

// Every control of a shipped framework is in one of its documents, and is read
// back by its own id with its own heading.
struct ShippedCase {
  const char* framework;
  std::size_t controls;
  const char* printed;  // ids that no mark of the outline gives
  const char* added;    // ids that the catalogue leaves out
};

class ShippedRoundTripTest : public testing::TestWithParam<ShippedCase> {};

TEST_P(ShippedRoundTripTest, LosesNothing) {
  const Dataset& data = Shipped();
  const Framework& framework =
      data.framework(data.FindFramework(GetParam().framework));
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec("framework.toml",
                                    Shipped(GetParam().framework), diagnostics);
  ASSERT_TRUE(spec);
  std::vector<const OutlineVariant*> variants;
  for (const OutlineVariant& v : spec->variants) variants.push_back(&v);
  if (variants.empty()) variants.push_back(nullptr);

  std::set<int> matched;
  std::set<int> printed;
  std::vector<std::string> added;
  for (const OutlineVariant* variant : variants) {
    for (const Language language : {Language::kEn, Language::kJa}) {
      const OutlineDocument document =
          WriteOutlineDocument(framework, *spec, variant, language);
      const Outline outline =
          ReadDocument("document.txt", document.text, framework, diagnostics);
      const Reconciliation result = Reconcile(outline, framework);
      EXPECT_EQ(result.heading_differs, 0U);
      EXPECT_EQ(result.by_id, document.written.size());
      std::vector<std::string> beside;
      std::set<int> by_id;
      for (std::size_t i = 0; i < result.items.size(); ++i) {
        const ItemMatch& match = result.items[i];
        if (match.basis == ItemBasis::kId) {
          by_id.insert(match.control);
          EXPECT_EQ(outline.controls[i].id, At(framework, match.control).id);
        } else {
          beside.push_back(outline.controls[i].id);
        }
      }
      EXPECT_EQ(beside, document.added);
      EXPECT_EQ(by_id, std::set<int>(document.written.begin(),
                                     document.written.end()));
      EXPECT_TRUE(document.lost.empty());
      matched.insert(document.written.begin(), document.written.end());
      printed.insert(document.printed.begin(), document.printed.end());
      if (language == Language::kJa) {
        added.insert(added.end(), document.added.begin(), document.added.end());
      }
    }
  }
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics.all()[0].message;
  std::vector<std::string> printed_ids;
  for (const int place : printed) {
    printed_ids.push_back(At(framework, place).id);
  }
  EXPECT_EQ(framework.controls.size(), GetParam().controls);
  EXPECT_EQ(matched.size(), framework.controls.size());
  EXPECT_EQ(Join(printed_ids, " "), GetParam().printed);
  EXPECT_EQ(Join(added, " "), GetParam().added);
}

const ShippedCase kShipped[] = {
    {"gov-unified-2025", 241, "", ""},
    // The network models are pictures without item numbers; the headings of
    // part 2 and its chapter 2 are above the catalogue.
    {"mic-lg-2026", 259,
     "MIC3-alpha MODEL MODEL-a MODEL-a1 MODEL-a1-1 MODEL-a1-2 MODEL-a1-3 "
     "MODEL-a1-4 MODEL-a1-5 MODEL-a1-6 MODEL-b MODEL-b-1 MODEL-b-2 MODEL-b-3 "
     "MODEL-b-4 MODEL-b1 MODEL-b1-1 MODEL-b1-2 MODEL-b1-3 MODEL-b1-4 "
     "MODEL-b1-5 MODEL-1",
     "Pt2 MIC MIC3(1)-1 MIC3(1)-2 MIC3(2)-1 MIC3(3)-1 MIC3(3)-2"},
    // The volumes are the titles of documents, headings in angle brackets have
    // no number, and that of an item x1 is not known.
    {"mhlw-mis-6.0", 304,
     "G G1.2.1a G1.2.1a-1 G1.2.1a-2 G1.2.1b G1.2.1b-1 G1.2.1b-2 G1.2.1c "
     "G1.2.2a G1.2.2a-1 G1.2.2b G1.2.2b-1 G1.2.2b-2 G1.2.2b-3 M M1-x1 M9-x1 "
     "M11-x1 M12-x1 M15-x1 C",
     "M2.1.1 M2.1.2 M3.1.1 M3.1.2 M3.1.3 M3.1.4 M4.2 M4.3 M11.1 M12.1 M16.1 "
     "C12.1"},
    // The letters that divide an item are the catalogue's, not the law's.
    {"lar-16-3", 52,
     "R16-3(1)a R16-3(1)b R16-3(1)c R16-3(2)a R16-3(2)b R16-3(2)c R16-3(3)a "
     "R16-3(3)b R16-3(3)c R16-3(3)d R16-3(3)e R16-3(4)a R16-3(4)b R16-3(4)c "
     "R16-3(4)d R16-3(4)e R16-3(5)a R16-3(5)b R16-3(5)c R16-3(5)d R16-3(5)e "
     "R16-3(5)f R16-3(6)a R16-3(6)b R16-3(6)c R16-3(7)a R16-3(7)b R16-3(8)a "
     "R16-3(8)b R16-3(8)c",
     "A244-5 A244-6"},
    // Laws are the titles of documents; the outline does not know WR and EA.
    {"water-law", 28,
     "WS WA WR WR17(1)-2 WR17-11(1)-1 WR17-11(1)-3 WR17-11(1)-4 EA EA52(1) CA",
     "WA15 WA19 WA19(2) WA23 WA24-3 WA24-4 WA24-5 WA24-5(3) WA36 WA39 WS1 "
     "CA40"},
};

INSTANTIATE_TEST_SUITE_P(Frameworks, ShippedRoundTripTest,
                         testing::ValuesIn(kShipped), [](const auto& test) {
                           std::string name = test.param.framework;
                           for (char& c : name) {
                             if (c == '-' || c == '.') c = '_';
                           }
                           return name;
                         });

struct Row {
  const char* id;
  const char* parent;
  const char* label;
  const char* title;
  const char* gist;
};

struct WriteCase {
  const char* name;
  const char* outline;
  std::vector<Row> rows;
  const char* body;     // below the head
  const char* printed;  // ids
};

class WriteTest : public testing::TestWithParam<WriteCase> {};

TEST_P(WriteTest, WritesAll) {
  Framework framework;
  framework.id = "x";
  framework.title_ja = "試験";
  for (const Row& row : GetParam().rows) {
    Control control;
    control.id = row.id;
    control.parent = row.parent;
    control.label = row.label;
    control.title_ja = row.title;
    control.gist_ja = row.gist;
    framework.controls.push_back(std::move(control));
  }
  framework.Link();
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec(
      "x.toml", std::string("[outline]\n") + GetParam().outline, diagnostics);
  ASSERT_TRUE(spec) << diagnostics.all()[0].message;
  const OutlineDocument document =
      WriteOutlineDocument(framework, *spec, nullptr, Language::kJa);
  const std::size_t head = document.text.find("〕\n\n");
  ASSERT_NE(head, std::string::npos);
  EXPECT_EQ(document.text.substr(head + 5), GetParam().body);
  std::string printed;
  for (const int place : document.printed) {
    printed += At(framework, place).id + ' ';
  }
  EXPECT_EQ(printed, GetParam().printed);
  EXPECT_TRUE(document.lost.empty());
  EXPECT_EQ(document.written.size(), framework.controls.size());
}

constexpr const char* kChapters =
    "skip = [\"目次\"]\nmark = [\n"
    "{ name = \"章\", form = \"n.\", depth = 1, title = \"line\", id = "
    "\"A{n}\" },\n"
    "{ name = \"項\", form = \"(a)\", depth = 2, id = \"{parent}{n}\" },\n"
    "{ name = \"号\", form = \"ア\", depth = 3, id = \"{parent}-{ascii}\" }]\n";

const WriteCase kWriteCases[] = {
    {"empty", kChapters, {}, "", ""},
    {"plain",
     kChapters,
     {{"A1", "", "1.", "甲", "こと。"},
      {"A1a", "A1", "(a)", "乙", ""},
      {"A1a-a", "A1a", "ア", "", "丁。"},
      {"A1a-i", "A1a", "イ", "戊", "己。"}},
     "1. 甲\nこと。\n(a)　乙\nア　丁。\nイ　戊　己。\n",
     ""},
    {"text_like_marks",
     kChapters,
     {{"A1", "", "", "2. 甲", "2. ではない"},
      {"A2", "", "", "乙", "目次"},
      {"A3", "", "", "丙", "12"}},
     "1. 2. 甲\n要旨：2. ではない\n2. 乙\n要旨：目次\n3. 丙\n要旨：12\n",
     ""},
    {"number_left_out",
     kChapters,
     {{"A3", "", "", "甲", ""}},
     "1.\n2.\n3. 甲\n",
     ""},
    {"order_of_the_numbers",
     kChapters,
     {{"A2", "", "", "乙", ""}, {"A1", "", "", "甲", ""}},
     "1. 甲\n2. 乙\n",
     ""},
    {"no_mark",
     kChapters,
     {{"A1", "", "", "甲", ""},
      {"B1", "", "", "乙", ""},
      {"A0", "", "", "丙", ""},
      {"A1ab", "A1", "", "丁", "〔い〕"},
      {"A1ab-x", "A1ab", "", "", "12"}},
     "1. 甲\n〔A1ab〕 丁\n要旨：〔い〕\n〔A1ab-x〕\n要旨：12\n〔B1〕 乙\n"
     "〔A0〕 丙\n",
     "B1 A0 A1ab A1ab-x "},
    {"no_mark_at_the_top",
     kChapters,
     {{"A", "", "", "総則", "全体。"}, {"A1", "A", "", "甲", ""}},
     "〔A〕 総則\n全体。\n1. 甲\n",
     "A "},
    {"too_far",
     kChapters,
     {{"A1", "", "", "甲", ""}, {"A90000", "", "", "乙", ""}},
     "1. 甲\n〔A90000〕 乙\n",
     "A90000 "},
    {"heading_that_is_a_contents_line",
     kChapters,
     {{"A1", "", "", "甲……………3", ""}},
     "〔A1〕 甲……………3\n",
     "A1 "},
};

INSTANTIATE_TEST_SUITE_P(Cases, WriteTest, testing::ValuesIn(kWriteCases),
                         [](const auto& test) {
                           return std::string(test.param.name);
                         });

// What is printed is read as the same number of the same form.
TEST(PrintMarkTest, ReadsBack) {
  for (std::size_t f = 0; f < MarkFormNames().size(); ++f) {
    const auto form = static_cast<MarkForm>(f);
    if (IsUnnumbered(form)) continue;
    for (const unsigned n : {1U, 5U, 10U, 21U, 26U, 35U, 48U, 119U, 1000U}) {
      for (std::size_t parts = 1; parts <= 4; ++parts) {
        const MarkNumber number(parts, n);
        const std::string printed = PrintMark(form, number);
        std::vector<Mark> readings;
        ReadMarks(printed + ' ', readings);
        const bool fits = std::any_of(
            readings.begin(), readings.end(), [&](const Mark& mark) {
              return mark.form == form && mark.first == number;
            });
        const bool branches = IsExplicit(form) || form == MarkForm::kKanji;
        if (n == 1 && (branches || (parts == 1 && !IsDotted(form)))) {
          EXPECT_TRUE(fits) << MarkFormNames()[f] << ' ' << printed;
        }
        if (branches) {
          EXPECT_TRUE(fits) << printed;
        }
      }
    }
  }
}

TEST(PrintMarkTest, RefusesWhatHasNoSign) {
  EXPECT_EQ(PrintMark(MarkForm::kCircled, {50}), "㊿");
  EXPECT_EQ(PrintMark(MarkForm::kCircled, {51}), "");
  EXPECT_EQ(PrintMark(MarkForm::kKana, {49}), "");
  EXPECT_EQ(PrintMark(MarkForm::kKanji, {99999}), "");
  EXPECT_EQ(PrintMark(MarkForm::kNumber, {}), "");
  EXPECT_EQ(PrintMark(MarkForm::kIdentifier, {1}), "");
}

}  // namespace
}  // namespace mapper
