#include "mapper/crosswalk/edition_diff.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <random>
#include <set>

#include "mapper/base/file.h"
#include "mapper/parse/dataset_files.h"
#include "mapper/parse/document.h"
#include "tests/mapper/shared_sources.h"

namespace mapper {
namespace {

struct Row {
  const char* id;
  int parent;
  const char* title;
  const char* text;
};

Edition Make(const char* name, const std::vector<Row>& rows) {
  Edition edition;
  edition.name = name;
  for (const Row& row : rows) {
    EditionItem item;
    item.id = row.id;
    item.parent = row.parent;
    item.titles[0] = row.title;
    item.texts[0] = row.text;
    edition.items.push_back(std::move(item));
  }
  return edition;
}

// "1->2 renumbered(text,certain)", one line a row.
std::string Dump(const Edition& older, const Edition& newer,
                 const EditionDiff& diff) {
  std::string out;
  for (const EditionRow& row : diff.rows) {
    const auto id = [](const Edition& edition, int item) {
      return item < 0 ? std::string("-")
                      : edition.items[static_cast<std::size_t>(item)].id;
    };
    out += id(older, row.old_item) + "->" + id(newer, row.new_item) + " " +
           kEditionChanges[static_cast<std::size_t>(row.change)].machine;
    if (row.moved) out += " moved";
    if (row.wording) out += " wording";
    if (row.heading) out += " heading";
    if (row.below) out += " below";
    out += " " +
           std::string(
               kSurenesses[static_cast<std::size_t>(row.sureness)].machine) +
           "\n";
  }
  return out;
}

const std::vector<Row> kOld = {
    {"1", -1, "組織体制", ""},
    {"1.1", 0, "責任者", "最高情報セキュリティ責任者を置き、権限を定める。"},
    {"1.2", 0, "委員会", "情報セキュリティ委員会を設け、年一回開く。"},
    {"2", -1, "技術対策", ""},
    {"2.1", 3, "バックアップ", "業務データの複製を取り、復元できるか試す。"},
    {"2.2", 3, "ログ", "操作の記録を取得し、一定の期間保管して点検する。"},
};

TEST(EditionDiffTest, TellsEveryKindOfChange) {
  static const struct {
    const char* what;
    std::vector<Row> newer;
    const char* dump;
  } kCases[] = {
      {"nothing", kOld,
       "1->1 unchanged certain\n1.1->1.1 unchanged certain\n"
       "1.2->1.2 unchanged certain\n2->2 unchanged certain\n"
       "2.1->2.1 unchanged certain\n2.2->2.2 unchanged certain\n"},
      {"an item put in before others: they follow their texts",
       {kOld[0],
        kOld[1],
        kOld[2],
        kOld[3],
        {"2.1", 3, "クラウド", "クラウドの利用を始める前に基準で選ぶ。"},
        {"2.2", 3, kOld[4].title, kOld[4].text},
        {"2.3", 3, kOld[5].title, kOld[5].text}},
       "1->1 unchanged certain\n1.1->1.1 unchanged certain\n"
       "1.2->1.2 unchanged certain\n2->2 unchanged below certain\n"
       "2.1->2.2 renumbered certain\n2.2->2.3 renumbered certain\n"
       "-->2.1 added certain\n"},
      {"one gone",
       {kOld[0], kOld[1], kOld[3 - 1], kOld[3], kOld[4]},
       "1->1 unchanged certain\n1.1->1.1 unchanged certain\n"
       "1.2->1.2 unchanged certain\n2->2 unchanged below certain\n"
       "2.1->2.1 unchanged certain\n2.2->- removed certain\n"},
      {"a word more",
       {kOld[0],
        {"1.1", 0, "責任者",
         "最高情報セキュリティ責任者を置き、権限と責任を定める。"},
        kOld[2],
        kOld[3],
        kOld[4],
        kOld[5]},
       "1->1 unchanged below certain\n1.1->1.1 wording wording high\n"
       "1.2->1.2 unchanged certain\n2->2 unchanged certain\n"
       "2.1->2.1 unchanged certain\n2.2->2.2 unchanged certain\n"},
      {"another heading",
       {kOld[0],
        {"1.1", 0, "統括責任者", kOld[1].text},
        kOld[2],
        kOld[3],
        kOld[4],
        kOld[5]},
       "1->1 unchanged below certain\n1.1->1.1 heading heading high\n"
       "1.2->1.2 unchanged certain\n2->2 unchanged certain\n"
       "2.1->2.1 unchanged certain\n2.2->2.2 unchanged certain\n"},
      {"under another heading",
       {kOld[0],
        kOld[1],
        kOld[3],
        {"1.2", 2, kOld[2].title, kOld[2].text},
        {"2.1", 2, kOld[4].title, kOld[4].text},
        {"2.2", 2, kOld[5].title, kOld[5].text}},
       "1->1 unchanged below certain\n1.1->1.1 unchanged certain\n"
       "1.2->1.2 moved moved certain\n2->2 unchanged below certain\n"
       "2.1->2.1 unchanged certain\n2.2->2.2 unchanged certain\n"},
      {"full width and spaces are no change",
       {{"1", -1, "組織 体制", ""},
        kOld[1],
        kOld[2],
        kOld[3],
        kOld[4],
        kOld[5]},
       "1->1 unchanged certain\n1.1->1.1 unchanged certain\n"
       "1.2->1.2 unchanged certain\n2->2 unchanged certain\n"
       "2.1->2.1 unchanged certain\n2.2->2.2 unchanged certain\n"},
      {"the number stays, all else is new",
       {kOld[0],
        kOld[1],
        kOld[2],
        kOld[3],
        kOld[4],
        {"2.2", 3, "無線", "無線の通信路を暗号で守る。"}},
       "1->1 unchanged certain\n1.1->1.1 unchanged certain\n"
       "1.2->1.2 unchanged certain\n2->2 unchanged below certain\n"
       "2.1->2.1 unchanged certain\n2.2->2.2 wording wording heading low\n"},
      {"nothing left",
       {},
       "1->- removed certain\n1.1->- removed certain\n1.2->- removed certain\n"
       "2->- removed certain\n2.1->- removed certain\n2.2->- removed "
       "certain\n"},
  };
  for (const auto& c : kCases) {
    const Edition older = Make("old", kOld);
    const Edition newer = Make("new", c.newer);
    const EditionDiff diff = DiffEditions(older, newer);
    // A heading over something removed or added has changed with it.
    if (c.newer.empty()) {
      EXPECT_EQ(diff.totals[static_cast<std::size_t>(EditionChange::kRemoved)],
                kOld.size());
      continue;
    }
    EXPECT_EQ(Dump(older, newer, diff), c.dump) << c.what;
  }
}

TEST(EditionDiffTest, TakesTheDocumentsWordOnWithdrawals) {
  const Edition older = Make("old", kOld);
  Edition newer = Make("new", kOld);
  newer.items[2].withdrawn = true;
  newer.items[2].successors = {"1.1", "9.9"};
  const EditionDiff diff = DiffEditions(older, newer);
  const EditionRow& row = diff.OfOld(2);
  EXPECT_EQ(row.change, EditionChange::kWithdrawn);
  EXPECT_EQ(row.basis, MatchBasis::kStated);
  EXPECT_EQ(row.near, (std::vector<std::pair<int, double>>{{1, 1.0}}));
}

TEST(EditionDiffTest, DoesNotCompareGistsWithOfficialWording) {
  const Edition older = Make("old", kOld);
  Edition newer = Make("new", kOld);
  newer.official = true;
  for (EditionItem& item : newer.items) item.texts[0] += "公式の文。";
  const EditionDiff diff = DiffEditions(older, newer);
  EXPECT_FALSE(diff.wording_compared);
  for (const EditionRow& row : diff.rows) {
    EXPECT_EQ(row.change, EditionChange::kUnchanged);
    EXPECT_FALSE(row.below);
    EXPECT_FALSE(row.SameDemands()) << "nobody compared the wording";
  }
}

TEST(EditionDiffTest, BearsEmptyAndEqualItems) {
  const Edition none = Make("none", {});
  EXPECT_TRUE(DiffEditions(none, none).rows.empty());
  // Ids alone, and a text that stands twice.
  const Edition bare = Make("bare", {{"1", -1, "", ""}, {"2", -1, "", ""}});
  EXPECT_EQ(DiffEditions(bare, bare)
                .totals[static_cast<std::size_t>(EditionChange::kUnchanged)],
            2U);
  const Edition twice = Make("twice", {{"1", -1, "同じ", "同じ文である"},
                                       {"2", -1, "同じ", "同じ文である"}});
  const Edition moved = Make("moved", {{"8", -1, "同じ", "同じ文である"},
                                       {"9", -1, "同じ", "同じ文である"}});
  const EditionDiff diff = DiffEditions(twice, moved);
  EXPECT_EQ(diff.totals[static_cast<std::size_t>(EditionChange::kRenumbered)],
            2U);
  EXPECT_NE(diff.rows[0].sureness, Sureness::kCertain)
      << "either could be either";
}

// Edits a copy of each shipped catalogue in ways it knows, and asks for them
// back.
TEST(EditionDiffTest, FindsTheEditsOfAShippedCatalogue) {
  Diagnostics diagnostics;
  const Dataset dataset = LoadDataset(KAKEHASHI_ROOT, diagnostics);
  ASSERT_FALSE(diagnostics.has_errors());
  std::mt19937 random(20261122);
  for (const Framework& framework : dataset.frameworks) {
    if (framework.controls.size() < 20) continue;
    const Edition older = EditionOf(framework);
    Edition newer = older;
    std::set<std::string> texts;
    std::size_t removed = 0;
    std::size_t reworded = 0;
    std::size_t renumbered = 0;
    std::vector<bool> gone(older.items.size(), false);
    for (std::size_t i = 0; i < older.items.size(); ++i) {
      const Control& control = framework.controls[i];
      // Equal texts cannot be told apart once their numbers change.
      if (!control.is_leaf() || !control.has_gist() ||
          !texts.insert(control.title_ja + control.gist_ja).second) {
        continue;
      }
      switch (random() % 8) {
        case 0:
          gone[i] = true;
          ++removed;
          break;
        case 1:
          newer.items[i].texts[0] += "年に一回見直す。";
          ++reworded;
          break;
        case 2:
          newer.items[i].id = "NEW" + std::to_string(i);
          ++renumbered;
          break;
        default:
          break;
      }
    }
    for (std::size_t i = older.items.size(); i-- > 0;) {
      if (!gone[i]) continue;
      newer.items.erase(newer.items.begin() + static_cast<std::ptrdiff_t>(i));
      for (EditionItem& item : newer.items) {
        if (item.parent > static_cast<int>(i)) --item.parent;
      }
    }
    const EditionDiff diff = DiffEditions(older, newer);
    const auto total = [&diff](EditionChange change) {
      return diff.totals[static_cast<std::size_t>(change)];
    };
    EXPECT_EQ(total(EditionChange::kRemoved), removed) << framework.id;
    EXPECT_EQ(total(EditionChange::kWording), reworded) << framework.id;
    EXPECT_EQ(total(EditionChange::kRenumbered), renumbered) << framework.id;
    EXPECT_EQ(total(EditionChange::kAdded), 0U) << framework.id;
    EXPECT_EQ(diff.rows.size(), older.items.size()) << framework.id;
    for (std::size_t i = 0; i < gone.size(); ++i) {
      EXPECT_EQ(diff.rows[i].change == EditionChange::kRemoved, gone[i])
          << framework.id << " " << older.items[i].id;
    }
  }
}

// NIST's file of CSF 2.0 still holds what it withdrew of 1.1, and where each
// went: that is the truth which likeness of texts is held against.
TEST(EditionDiffTest, FollowsCsfFrom11To20) {
  const std::string path = SharedPath("sources/csf-2.0/cprt_csf_2_0.json");
  if (path.empty()) return;
  Framework framework;
  framework.id = "csf-2.0";
  Diagnostics diagnostics;
  const Edition file = EditionOf(
      path, ReadDocument(path, ReadFile(path), framework, diagnostics));
  // The old edition: what was withdrawn, and the headings above it.
  Edition older;
  Edition newer;
  older.official = newer.official = true;
  std::vector<bool> in_old(file.items.size(), false);
  for (std::size_t i = 0; i < file.items.size(); ++i) {
    if (!file.items[i].withdrawn) continue;
    for (int p = static_cast<int>(i); p >= 0;
         p = file.items[static_cast<std::size_t>(p)].parent) {
      in_old[static_cast<std::size_t>(p)] = true;
    }
  }
  const auto take = [&file](std::size_t i, Edition& edition) {
    EditionItem item = file.items[i];
    item.withdrawn = false;
    if (item.parent >= 0) {
      item.parent =
          edition.Find(file.items[static_cast<std::size_t>(item.parent)].id);
    }
    edition.items.push_back(std::move(item));
  };
  for (std::size_t i = 0; i < file.items.size(); ++i) {
    if (in_old[i]) take(i, older);
    if (!file.items[i].withdrawn) take(i, newer);
  }
  // With the whole file, every withdrawal and successor is the file's own.
  const EditionDiff stated = DiffEditions(older, file);
  std::size_t withdrawn = 0;
  for (std::size_t i = 0; i < older.items.size(); ++i) {
    const int at = file.Find(older.items[i].id);
    const EditionItem& truth = file.items[static_cast<std::size_t>(at)];
    if (!truth.withdrawn) continue;
    ++withdrawn;
    const EditionRow& row = stated.rows[i];
    EXPECT_EQ(row.change, EditionChange::kWithdrawn) << truth.id;
    std::set<std::string> ids;
    for (const auto& [item, likeness] : row.near) {
      ids.insert(file.items[static_cast<std::size_t>(item)].id);
    }
    if (truth.successors.empty()) continue;  // PR.IP and PR.PT name none
    EXPECT_EQ(ids, std::set<std::string>(truth.successors.begin(),
                                         truth.successors.end()))
        << truth.id;
  }
  EXPECT_EQ(withdrawn, 91U);
  // Without that information: what it claims must be right, and the successors
  // must be among what it mentions for most.
  const EditionDiff guessed = DiffEditions(older, newer);
  std::size_t claimed = 0;
  std::size_t right = 0;
  std::size_t mentioned = 0;
  for (std::size_t i = 0; i < older.items.size(); ++i) {
    const EditionItem& truth =
        file.items[static_cast<std::size_t>(file.Find(older.items[i].id))];
    if (!truth.withdrawn) continue;
    const EditionRow& row = guessed.rows[i];
    const auto is_successor = [&](int item) {
      const std::string& id = newer.items[static_cast<std::size_t>(item)].id;
      // Some went to what is now the text of a whole category.
      return std::any_of(truth.successors.begin(), truth.successors.end(),
                         [&id](const std::string& successor) {
                           return successor.compare(0, id.size(), id) == 0;
                         });
    };
    bool hit = false;
    if (row.new_item >= 0) {
      ++claimed;
      hit = is_successor(row.new_item);
      right += hit ? 1U : 0U;
    }
    for (const auto& [item, likeness] : row.near) {
      hit = hit || is_successor(item);
    }
    mentioned += hit ? 1U : 0U;
  }
  RecordProperty("claimed", static_cast<int>(claimed));
  RecordProperty("right", static_cast<int>(right));
  RecordProperty("mentioned", static_cast<int>(mentioned));
  std::cout << "CSF 1.1 to 2.0 by text: " << claimed << " claimed, " << right
            << " right, " << mentioned << " of " << withdrawn
            << " with a successor mentioned\n";
  EXPECT_GE(claimed, 5U);
  EXPECT_EQ(right, claimed);
  EXPECT_GE(mentioned, withdrawn / 2);
}

}  // namespace
}  // namespace mapper
