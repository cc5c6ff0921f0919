#include "mapper/store/document_store.h"

#include <gtest/gtest.h>

#include "mapper/store/workspace_check.h"
#include "tests/mapper/store/some_workspace.h"

namespace mapper {
namespace {

Document MakeDocument(const std::string& sha256, const std::string& at,
                      const std::string& framework = "alpha") {
  Document document;
  document.framework = framework;
  document.file = "指針.pdf";
  document.sha256 = sha256;
  document.kind = "pdf";
  document.pages = 3;
  document.lines = 120;
  document.imported_at = at;
  return document;
}

DocumentItem MakeItem(int parent, const std::string& id,
                      const std::string& control, const std::string& text) {
  DocumentItem item;
  item.parent = parent;
  item.depth = parent < 0 ? 1 : 2;
  item.id = id;
  item.label = id;
  item.mark = "項";
  item.title = "見出し" + id;
  item.text = text;
  item.line = 7;
  item.page = 2;
  item.control = control;
  item.basis = control.empty() ? ItemBasis::kNone : ItemBasis::kId;
  return item;
}

std::string Shown(DocumentStore& store, const std::string& framework = "") {
  const auto documents = store.Documents();
  std::string out;
  for (const Wording& wording : store.Wordings(documents, framework)) {
    out += wording.framework + ":" + wording.control + "@" +
           std::to_string(documents[wording.document].id) + " " +
           wording.text() + "|";
  }
  return out;
}

TEST(DocumentStoreTest, KeepsADocumentWithItsItems) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  DocumentStore store(workspace);
  EXPECT_TRUE(store.Documents().empty());
  Document document = MakeDocument("aa", "2026-11-22T00:00:00Z");
  DocumentItem odd = MakeItem(0, "A1'; DROP TABLE document", "", "\n\"文\"");
  odd.withdrawn = true;
  ASSERT_TRUE(store.Add(document, {MakeItem(-1, "A1", "A1", "本文"), odd}));
  EXPECT_EQ(document.id, 1);
  const auto items = store.Items(1);
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0].basis, ItemBasis::kId);
  EXPECT_EQ(items[1].id, odd.id);
  EXPECT_EQ(items[1].text, odd.text);
  EXPECT_EQ(items[1].parent, 0);
  EXPECT_EQ(items[1].page, 2U);
  EXPECT_TRUE(items[1].withdrawn);
  const auto found = store.Find(1);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->file, "指針.pdf");
  EXPECT_EQ(found->pages, 3U);
  EXPECT_EQ(found->lines, 120U);
  EXPECT_FALSE(store.Find(2));
  Diagnostics diagnostics;
  CheckWorkspace(workspace, {}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors());
}

// A file that somebody else made: places are never used unchecked.
TEST(DocumentStoreTest, RefusesItemsThatAreOutOfPlace) {
  for (const char* damage :
       {"parent = 1000000", "parent = 1", "parent = -2", "parent = 1 << 40",
        "depth = 0", "depth = 9", "depth = -1"}) {
    const TemporaryDirectory directory;
    Workspace workspace = MakeWorkspace(directory / "w.db");
    DocumentStore store(workspace);
    Document document = MakeDocument("aa", "2026-11-22T00:00:00Z");
    ASSERT_TRUE(store.Add(document, {MakeItem(-1, "A1", "A1", "本文"),
                                     MakeItem(0, "A1.1", "", "本文")}));
    workspace.database().Execute(std::string("UPDATE document_item SET ") +
                                 damage + " WHERE place = 1");
    EXPECT_EQ(
        Thrown(directory / "w.db", [&] { Shown(store); }),
        "FILE: damaged: an item of a document has no place in it; restore "
        "it from a backup")
        << damage;
  }
}

TEST(DocumentStoreTest, TheSameFileAgainChangesNothing) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  DocumentStore store(workspace);
  Document first = MakeDocument("aa", "2026-11-22T00:00:00Z");
  ASSERT_TRUE(store.Add(first, {MakeItem(-1, "A1", "A1", "本文")}));
  Document again = MakeDocument("aa", "2026-11-23T00:00:00Z");
  EXPECT_FALSE(store.Add(again, {MakeItem(-1, "A1", "A1", "別")}));
  EXPECT_EQ(again.id, 1);
  EXPECT_EQ(again.imported_at, "2026-11-22T00:00:00Z");
  EXPECT_EQ(Shown(store), "alpha:A1@1 本文|");
  Document other = MakeDocument("aa", "2026-11-23T00:00:00Z", "beta");
  EXPECT_TRUE(store.Add(other, {MakeItem(-1, "B1", "B1", "本文")}));
}

TEST(DocumentStoreTest, AFailureLeavesNothing) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  DocumentStore store(workspace);
  Document document = MakeDocument("aa", "2026-11-22T00:00:00Z", "");
  EXPECT_THROW(store.Add(document, {}), Error);  // a framework has an id
  EXPECT_TRUE(store.Documents().empty());
}

TEST(DocumentStoreTest, TheLatestDocumentThatHasItSpeaks) {
  const TemporaryDirectory directory;
  Workspace workspace = MakeWorkspace(directory / "w.db");
  DocumentStore store(workspace);
  Document later = MakeDocument("bb", "2026-11-23T00:00:00Z");
  Document former = MakeDocument("aa", "2026-11-22T00:00:00Z");
  Document beta = MakeDocument("cc", "2026-11-21T00:00:00Z", "beta");
  ASSERT_TRUE(store.Add(later, {MakeItem(-1, "A1", "A1", "新")}));
  // What is no control belongs to the nearest control above it; what stands
  // above all controls to none.
  ASSERT_TRUE(store.Add(
      former, {MakeItem(-1, "P", "", "前文"), MakeItem(0, "A1", "A1", "旧"),
               MakeItem(1, "x", "", "旧の下"), MakeItem(0, "A2", "A2", "だけ"),
               MakeItem(3, "y", "", "下")}));
  ASSERT_TRUE(store.Add(beta, {MakeItem(-1, "A1", "A1", "別の基準")}));
  EXPECT_EQ(Shown(store),
            "alpha:A1@1 新|alpha:A2@2 だけ\ny 見出しy 下|beta:A1@3 別の基準|");
  EXPECT_EQ(Shown(store, "beta"), "beta:A1@3 別の基準|");
  EXPECT_TRUE(store.Remove(1));
  EXPECT_FALSE(store.Remove(1));
  EXPECT_EQ(Shown(store, "alpha"),
            "alpha:A1@2 旧\nx 見出しx 旧の下|alpha:A2@2 だけ\ny 見出しy 下|");
  // Its number is not given again.
  ASSERT_TRUE(store.Remove(3));
  Document next = MakeDocument("dd", "2026-11-24T00:00:00Z");
  ASSERT_TRUE(store.Add(next, {}));
  EXPECT_EQ(next.id, 4);
}

}  // namespace
}  // namespace mapper
