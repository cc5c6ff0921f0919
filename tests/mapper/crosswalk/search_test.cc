#include "mapper/crosswalk/search.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <tuple>

#include "mapper/base/text.h"
#include "mapper/parse/dataset_files.h"
#include "mapper/store/search_index.h"

namespace mapper {
namespace {

SearchEntry Entry(const char* control, SearchField field, const char* text) {
  SearchEntry entry;
  entry.framework = "f";
  entry.control = control;
  entry.field = field;
  entry.text = text;
  entry.key = ComparisonKey(text);
  return entry;
}

const std::vector<SearchEntry>& Entries() {
  static const std::vector<SearchEntry> kEntries = {
      Entry("A1", SearchField::kLabel, "A1 第1条"),
      Entry("A1", SearchField::kTitle, "情報資産の管理"),
      Entry("A1", SearchField::kGist, "台帳を作り、バックアップを取る。"),
      Entry("A2", SearchField::kTitle, "ﾊﾞｯｸｱｯﾌﾟ"),
      Entry("A2", SearchField::kGist, "複製を取り、戻せるか試す。"),
      Entry("A3", SearchField::kTitle, "Back up and restore"),
      Entry("A3", SearchField::kReason, "両者ともバックアップを求める。"),
  };
  return kEntries;
}

// "A2 A1 A3", the best first.
std::string Found(const std::string& query,
                  std::optional<SearchField> only = std::nullopt) {
  std::string out;
  const std::vector<SearchSubject> subjects = SearchSubjects(Entries());
  for (const SearchHit& hit : RankSearch(subjects, SearchWords(query), only)) {
    const auto first = static_cast<std::size_t>(subjects[hit.subject].id);
    out += (out.empty() ? "" : " ") + Entries()[first].control;
  }
  return out;
}

TEST(SearchTest, FindsAndRanks) {
  static const struct {
    const char* query;
    const char* found;
  } kCases[] = {
      {"バックアップ", "A2 A1 A3"},  // a heading before a gist, half width too
      {"ﾊﾞｯｸ", "A2 A1 A3"},
      {"台", "A1"},
      {"台帳　情報", "A1"},  // every word, in any text of the control
      {"台帳 複製", ""},
      {"BACKUP", "A3"},  // blanks and letter case do not count
      {"a1", "A1"},
      {"第１条", "A1"},
      {"取", "A2 A1"},
      {"ない言葉", ""},
      {"%", ""},
      {"\"", ""},
      {"' OR 1 --", ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(Found(c.query), c.found) << c.query;
  }
  EXPECT_EQ(Found("バックアップ", SearchField::kGist), "A1");
  EXPECT_EQ(Found("バックアップ", SearchField::kNote), "");
  EXPECT_TRUE(SearchWords(" 　\t").empty());
  EXPECT_EQ(SearchWords("監査 監査　ﾛｸﾞ"),
            (std::vector<std::string>{"監査", "ログ"}));
}

TEST(SearchTest, ShowsAHitInItsContext) {
  static const struct {
    const char* text;
    const char* query;
    std::size_t cells;
    const char* excerpt;
  } kCases[] = {
      {"複製を取り、戻せるか試す。", "戻せる", 40,
       "複製を取り、[戻せる]か試す。"},
      {"複製を取り、戻せるか試す。", "戻せる", 14, "…り、[戻せる]か…"},
      {"ﾊﾞｯｸｱｯﾌﾟを取る", "バック", 40, "[ﾊﾞｯｸ]ｱｯﾌﾟを取る"},
      {"Back up and restore", "backup", 40, "[Back up] and restore"},
      {"同じ言葉、同じ言葉", "同じ", 40, "[同じ]言葉、[同じ]言葉"},
      {"ここにはない", "どこ", 40, "ここにはない"},
      {"", "何か", 40, ""},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(SearchExcerpt(c.text, SearchWords(c.query), c.cells, "[", "]"),
              c.excerpt)
        << c.text << " / " << c.query;
  }
}

// The index and a search through everything answer alike, on real data.
TEST(SearchTest, AnswersAlikeWithAndWithoutTheIndex) {
  Diagnostics diagnostics;
  const Dataset dataset = LoadDataset(KAKEHASHI_ROOT, diagnostics);
  const std::vector<SearchEntry> all = SearchEntries(dataset);
  const std::string path = testing::TempDir() + "search_test.db";
  const auto remove = [&path] {
    for (const char* end : {"", "-wal", "-shm"}) {
      std::remove((path + end).c_str());
    }
  };
  remove();
  Workspace workspace = Workspace::OpenForWriting(
      path, {"6ba7b810-9dad-11d1-80b4-00c04fd430c8", "2026-11-22T00:00:00Z"});
  SearchIndex index(workspace);
  EXPECT_EQ(index.Signature(), "");
  EXPECT_TRUE(index.Find({"監査"}).empty()) << "nothing is in it yet";
  index.Rebuild(all, "one");
  index.Rebuild(all, "two");  // takes the place of the first
  EXPECT_EQ(index.Signature(), "two");
  const auto same = [](const SearchEntry& a, const SearchEntry& b) {
    return std::tie(a.framework, a.control, a.target, a.field, a.title_ja,
                    a.title_en, a.text, a.place) ==
           std::tie(b.framework, b.control, b.target, b.field, b.title_ja,
                    b.title_en, b.text, b.place);
  };
  const std::vector<SearchSubject> subjects = SearchSubjects(all);
  std::size_t found = 0;
  for (const char* query :
       {"バックアップ", "監査", "水", "外部 委託", "R16-3(1)", "ﾛｸﾞ",
        "incident", "a", "ない言葉である", "\"", "\" OR \"a",
        "規則 総務省GL 訓練", "*"}) {
    const std::vector<std::string> words = SearchWords(query);
    const std::vector<SearchSubject> candidates = index.Find(words);
    const auto with = RankSearch(candidates, words);
    const auto without = RankSearch(subjects, words);
    ASSERT_EQ(with.size(), without.size()) << query;
    for (std::size_t i = 0; i < with.size(); ++i) {
      const SearchSubject& subject = candidates[with[i].subject];
      EXPECT_EQ(subject.id, subjects[without[i].subject].id) << query;
      EXPECT_EQ(with[i].entries, without[i].entries) << query;
      const std::vector<SearchEntry> entries = index.Entries(subject);
      ASSERT_EQ(entries.size(), subject.fields.size()) << query;
      for (std::size_t e = 0; e < entries.size(); ++e) {
        EXPECT_TRUE(
            same(entries[e], all[static_cast<std::size_t>(subject.id) + e]))
            << entries[e].place;
      }
    }
    found += with.size();
  }
  EXPECT_GT(found, 500U);
  remove();
}

}  // namespace
}  // namespace mapper
