#include "mapper/store/document_store.h"

#include <algorithm>
#include <set>
#include <utility>

#include "mapper/base/error.h"

namespace mapper {
namespace {

constexpr const char* kDocument =
    "SELECT id, framework, file, sha256, kind, pages, lines, imported_at "
    "FROM document ";

Document ReadDocumentRow(const Statement& row) {
  Document document;
  document.id = row.Number(0);
  document.framework = row.Text(1);
  document.file = row.Text(2);
  document.sha256 = row.Text(3);
  document.kind = row.Text(4);
  document.pages = static_cast<std::size_t>(row.Number(5));
  document.lines = static_cast<std::size_t>(row.Number(6));
  document.imported_at = row.Text(7);
  return document;
}

std::int64_t Signed(std::size_t number) {
  return static_cast<std::int64_t>(number);
}

const char* MachineName(ItemBasis basis) {
  return std::find_if(kItemBases.begin(), kItemBases.end(),
                      [&](const auto& name) { return name.value == basis; })
      ->machine;
}

}  // namespace

bool DocumentStore::Add(Document& document,
                        const std::vector<DocumentItem>& items) {
  Database& database = workspace_.database();
  Transaction transaction(database, Transaction::Kind::kWrite);
  Statement same(database,
                 std::string(kDocument) + "WHERE framework = ? AND sha256 = ?");
  same.With(document.framework, document.sha256);
  if (same.Step()) {
    document = ReadDocumentRow(same);
    return false;
  }
  // Ids are never used again, so that a number in somebody's notes stays right.
  Statement(database,
            "INSERT INTO document (framework, file, sha256, kind, pages, "
            "lines, imported_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
      .With(document.framework, document.file, document.sha256, document.kind,
            Signed(document.pages), Signed(document.lines),
            document.imported_at)
      .Run();
  document.id = database.Number("SELECT last_insert_rowid()");
  Statement insert(database,
                   "INSERT INTO document_item VALUES "
                   "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  for (std::size_t i = 0; i < items.size(); ++i) {
    const DocumentItem& item = items[i];
    insert
        .With(document.id, Signed(i), std::int64_t{item.parent},
              std::int64_t{item.depth}, item.id, item.label, item.mark,
              item.title, item.text, Signed(item.line), Signed(item.page),
              std::int64_t{item.withdrawn ? 1 : 0}, item.control,
              std::string_view(MachineName(item.basis)))
        .Run();
  }
  transaction.Commit();
  return true;
}

std::vector<Document> DocumentStore::Documents() {
  std::vector<Document> documents;
  Statement rows(workspace_.database(),
                 std::string(kDocument) + "ORDER BY imported_at DESC, id DESC");
  while (rows.Step()) documents.push_back(ReadDocumentRow(rows));
  return documents;
}

std::optional<Document> DocumentStore::Find(std::int64_t id) {
  Statement row(workspace_.database(), std::string(kDocument) + "WHERE id = ?");
  row.With(id);
  if (!row.Step()) return {};
  return ReadDocumentRow(row);
}

std::vector<DocumentItem> DocumentStore::Items(std::int64_t id) {
  std::vector<DocumentItem> items;
  Statement rows(workspace_.database(),
                 "SELECT parent, depth, id, label, mark, title, text, line, "
                 "page, withdrawn, control, basis FROM document_item "
                 "WHERE document = ? ORDER BY place");
  rows.With(id);
  while (rows.Step()) {
    DocumentItem item;
    // Readers go from item to item by place, so a file that somebody else made
    // is not believed.
    const std::int64_t parent = rows.Number(0);
    const std::int64_t depth = rows.Number(1);
    const std::int64_t place = Signed(items.size());
    if (parent < -1 || parent >= place || depth < 1 || depth > place + 1) {
      throw Error(
          workspace_.path() +
          ": damaged: an item of a document has no place in it; restore "
          "it from a backup");
    }
    item.parent = static_cast<int>(parent);
    item.depth = static_cast<int>(depth);
    item.id = rows.Text(2);
    item.label = rows.Text(3);
    item.mark = rows.Text(4);
    item.title = rows.Text(5);
    item.text = rows.Text(6);
    item.line = static_cast<std::size_t>(rows.Number(7));
    item.page = static_cast<std::size_t>(rows.Number(8));
    item.withdrawn = rows.Number(9) != 0;
    item.control = rows.Text(10);
    item.basis = FindName(kItemBases, rows.Text(11)).value_or(ItemBasis::kNone);
    items.push_back(std::move(item));
  }
  return items;
}

bool DocumentStore::Remove(std::int64_t id) {
  Database& database = workspace_.database();
  Transaction transaction(database, Transaction::Kind::kWrite);
  Statement there(database, "SELECT id FROM document WHERE id = ?");
  there.With(id);
  if (!there.Step()) return false;
  Statement(database, "DELETE FROM document_item WHERE document = ?")
      .With(id)
      .Run();
  Statement(database, "DELETE FROM document WHERE id = ?").With(id).Run();
  transaction.Commit();
  return true;
}

std::vector<Wording> DocumentStore::Wordings(
    const std::vector<Document>& documents, const std::string& framework) {
  std::vector<Wording> wordings;
  std::set<std::pair<std::string, std::string>> known;
  for (std::size_t d = 0; d < documents.size(); ++d) {
    const Document& document = documents[d];
    if (!framework.empty() && document.framework != framework) continue;
    std::vector<DocumentItem> items = Items(document.id);
    // Place in `wordings` of what each item belongs to, or -1.
    std::vector<int> owner(items.size(), -1);
    for (std::size_t i = 0; i < items.size(); ++i) {
      DocumentItem& item = items[i];
      if (!item.control.empty()) {
        if (!known.emplace(document.framework, item.control).second) continue;
        owner[i] = static_cast<int>(wordings.size());
        wordings.push_back({document.framework, item.control, d, {}});
      } else if (item.parent >= 0) {
        owner[i] = owner[static_cast<std::size_t>(item.parent)];
      }
      if (owner[i] < 0) continue;
      wordings[static_cast<std::size_t>(owner[i])].items.push_back(item);
    }
  }
  std::stable_sort(wordings.begin(), wordings.end(),
                   [](const Wording& a, const Wording& b) {
                     return a.framework < b.framework;
                   });
  return wordings;
}

}  // namespace mapper
