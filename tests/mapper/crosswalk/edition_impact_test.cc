#include "mapper/crosswalk/edition_impact.h"

#include <gtest/gtest.h>

#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

// Frameworks "old", "new" and "other"; each control of the first two says what
// its letters stand for: "A2=log" has the text of log under the id A2.
class EditionImpactTest : public testing::Test {
 protected:
  static Framework Worded(const std::string& id, const std::string& controls) {
    std::string ids;
    std::vector<std::string> words;
    for (const std::string_view item : Split(controls, ' ')) {
      const std::size_t at = item.find('=');
      ids += (ids.empty() ? "" : " ") + std::string(item.substr(0, at));
      words.emplace_back(item.substr(at + 1));
    }
    Framework framework = Catalogue(id, ids);
    for (std::size_t i = 0; i < words.size(); ++i) {
      framework.controls[i].gist_ja = words[i];
    }
    return framework;
  }

  void Load(const std::string& older, const std::string& newer,
            const std::vector<std::string>& rows) {
    dataset_.frameworks = {Worded("new", newer), Worded("old", older),
                           Catalogue("other", "B1 B2 B3")};
    AddTable(dataset_, "old", "other", rows);
    old_ = dataset_.FindFramework("old");
    new_ = dataset_.FindFramework("new");
    diff_ = DiffEditions(EditionOf(dataset_.framework(old_)),
                         EditionOf(dataset_.framework(new_)));
  }

  // "A1 subset-of B1", one a line.
  std::string Rows(const Crosswalk& table) const {
    std::string out;
    for (const Mapping& m : table.mappings) {
      out += NameOf(dataset_, table.source, m.sources) + " " +
             ToString(m.relation) + " " +
             NameOf(dataset_, table.target, m.targets) + "\n";
    }
    return out;
  }

  Dataset dataset_;
  int old_ = -1;
  int new_ = -1;
  EditionDiff diff_;
};

constexpr const char* kOld =
    "A1=organisation A1.1<A1=officer-in-charge A1.2<A1=yearly-meeting "
    "A2=backup-copies-tested A3=logs-kept-and-read";

TEST_F(EditionImpactTest, CarriesRowsWhereNothingChanged) {
  Load(kOld,
       // backup is renumbered, A1.2 reworded, A3 as it was
       "A1=organisation A1.1<A1=officer-in-charge "
       "A1.2<A1=yearly-meeting-of-all A2=cloud-chosen-by-rules "
       "A3=logs-kept-and-read A4=backup-copies-tested",
       {"A1 superset-of B1", "A1.1 subset-of B1", "A1.2 overlaps B1",
        "A2 equivalent-to B2", "A2+A3 subset-of B3", "A3 overlaps B2",
        "A3 no-relationship -", "- no-relationship B3"});
  const auto tables = MigrateTables(dataset_, old_, new_, diff_);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(Rows(tables[0].table),
            "new:A1.1 subset-of other:B1\n"
            "new:A3 no-relationship -\n"
            "new:A3 overlaps other:B2\n"
            "new:A3+A4 subset-of other:B3\n"
            "new:A4 equivalent-to other:B2\n");
  ASSERT_EQ(tables[0].left.size(), 3U);
  EXPECT_EQ(tables[0].left[0].row, 0) << "what stands below A1 changed";
  EXPECT_EQ(tables[0].left[1].row, 2) << "A1.2 says something else";
  EXPECT_EQ(tables[0].left[2].row, 7) << "speaks of the whole old edition";
  EXPECT_TRUE(tables[0].left[2].controls.empty());
}

TEST_F(EditionImpactTest, ListsWhatIsTouched) {
  Load(kOld,
       "A1=organisation A1.1<A1=officer-in-charge A1.2<A1=yearly-meeting "
       "A2=backup-copies-tested",
       {"A1.1 subset-of B1", "A2+A3 subset-of B3", "A3 overlaps B2"});
  Assessments answers;
  answers[Ref(dataset_, "old:A3")].status = Status::kMet;
  answers[Ref(dataset_, "old:A2")].status = Status::kMet;
  const auto impacts = FindImpacts(dataset_, old_, diff_, &answers);
  ASSERT_EQ(impacts.size(), 1U);
  EXPECT_EQ(impacts[0].item, Ref(dataset_, "old:A3").control);
  ASSERT_EQ(impacts[0].rows.size(), 2U);
  EXPECT_EQ(PlaceOf(dataset_, impacts[0].rows[0]), "old--other.tsv:2");
  ASSERT_NE(impacts[0].answer, nullptr);
  EXPECT_EQ(impacts[0].answer->status, Status::kMet);
  EXPECT_EQ(FindImpacts(dataset_, old_, diff_, nullptr)[0].answer, nullptr);
}

TEST_F(EditionImpactTest, CarriesATableWithinOneFrameworkOnBothSides) {
  Load("A1=one-thing A2=another-matter A3=third-of-all",
       "C1=third-of-all C2=one-thing", {});
  AddTable(dataset_, "old", "old",
           {"A1 overlaps A3", "A1 overlaps A2", "A3 subset-of A1"});
  const auto tables = MigrateTables(dataset_, old_, new_, diff_);
  ASSERT_EQ(tables.size(), 2U);
  EXPECT_EQ(Rows(tables[1].table),
            "new:C1 subset-of new:C2\nnew:C2 overlaps new:C1\n");
  EXPECT_EQ(tables[1].left.size(), 1U);
}

}  // namespace
}  // namespace mapper
