// A workspace that was damaged, or made to deceive: opened, checked, read by
// all stores, written to.  The first byte says what the rest is:
//   P  patches of the bytes of a good one: place (3), length (1), bytes
//   V  other values in its rows: cell (1), row (1), kind (1), length (1), bytes
//   else the file itself
// Numbers are little-endian.  Whatever the store finds wrong it says; it never
// calls a file whole whose records were changed.

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <vector>

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/store/assessment_store.h"
#include "mapper/store/document_store.h"
#include "mapper/store/review_store.h"
#include "mapper/store/search_index.h"
#include "mapper/store/workspace.h"
#include "mapper/store/workspace_check.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

namespace fs = std::filesystem;

// Removed when the process ends.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "fuzz.XXXXXX").string();
    fuzz::Require(mkdtemp(name.data()) != nullptr, "no temporary directory");
    path_ = name;
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::string operator/(const char* name) const { return path_ + "/" + name; }
  void Clear() const {
    for (const auto& entry : fs::directory_iterator(path_)) {
      fs::remove_all(entry.path());
    }
  }

 private:
  std::string path_;
};

const Folder& TheFolder() {
  static const Folder kFolder;
  return kFolder;
}

mapper::NewAnswer Answer(const char* control, mapper::Status status,
                         const char* by) {
  mapper::NewAnswer answer;
  answer.framework = "alpha";
  answer.control = control;
  answer.status = status;
  answer.evidence = "台帳";
  answer.assessor = by;
  answer.assessed_on = "2026-12-01";
  answer.source = "set";
  return answer;
}

std::vector<mapper::Verdict> Record(
    mapper::Workspace& workspace, const std::vector<mapper::NewAnswer>& answers,
    const char* at) {
  return mapper::AssessmentStore(workspace).Record(
      {"town", "id = \"town\"\n", "2026-12-02", at, true}, answers);
}

void Fill(mapper::Workspace& workspace) {
  Record(workspace,
         {Answer("A1", mapper::Status::kMet, "田中"),
          Answer("A2", mapper::Status::kPartly, "佐藤")},
         "2026-12-02T03:04:05Z");
  Record(workspace, {Answer("A1", mapper::Status::kPlanned, "鈴木")},
         "2026-12-03T03:04:05Z");
  mapper::Document document;
  document.framework = "alpha";
  document.file = "指針.txt";
  document.sha256 = std::string(64, 'a');
  document.kind = "text";
  document.lines = 9;
  document.imported_at = "2026-12-04T00:00:00Z";
  std::vector<mapper::DocumentItem> items(2);
  items[0].id = items[0].control = "A1";
  items[0].title = "組織";
  items[1].id = "A1.1";
  items[1].parent = 0;
  items[1].depth = 2;
  items[1].text = "置く。";
  mapper::DocumentStore(workspace).Add(document, items);
  mapper::ReviewRecord review;
  review.source_framework = "alpha";
  review.target_framework = "beta";
  review.source = "A1";
  review.target = "B1";
  review.reviewer = "田中";
  review.reviewed_on = "2026-12-05";
  review.reason = "同じ求め";
  review.recorded_at = "2026-12-05T00:00:00Z";
  std::vector<mapper::ReviewRecord> reviews = {review};
  mapper::ReviewStore(workspace).Record(reviews);
  mapper::SearchEntry entry;
  entry.framework = "alpha";
  entry.control = "A1";
  entry.text = entry.key = "組織の体制";
  mapper::SearchIndex(workspace).Rebuild({entry}, "signature");
}

// The bytes of a good workspace, in small pages.
const std::string& Base() {
  static const std::string kBase = [] {
    const std::string path = TheFolder() / "base.db";
    {
      auto workspace = mapper::Workspace::OpenForWriting(
          path,
          {"00000000-0000-4000-8000-00000000000a", "2026-11-22T00:00:00Z"});
      Fill(workspace);
      workspace.database().Execute("PRAGMA journal_mode = DELETE");
      workspace.database().Execute("PRAGMA page_size = 512");
      workspace.database().Execute("VACUUM");
    }
    std::string bytes = mapper::ReadFile(path);
    TheFolder().Clear();
    return bytes;
  }();
  return kBase;
}

struct Reader {
  std::string_view bytes;

  std::size_t Number(int count) {
    std::size_t value = 0;
    for (int i = 0; i < count && !bytes.empty(); ++i) {
      value |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[0]))
               << static_cast<unsigned>(8 * i);
      bytes.remove_prefix(1);
    }
    return value;
  }
  std::string_view Bytes(std::size_t count) {
    const std::string_view out = bytes.substr(0, count);
    bytes.remove_prefix(out.size());
    return out;
  }
};

void Write(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string Patched(std::string_view input) {
  std::string file = Base();
  Reader reader{input};
  while (!reader.bytes.empty()) {
    const std::size_t place = reader.Number(3) % file.size();
    const std::string_view bytes = reader.Bytes(reader.Number(1) % 32);
    const std::size_t size = std::min(bytes.size(), file.size() - place);
    file.replace(place, size, bytes.substr(0, size));
  }
  return file;
}

constexpr std::array<const char*, 34> kCells = {
    "workspace.id",          "workspace.created_at", "workspace.own",
    "record.number",         "record.workspace",     "record.org",
    "record.scope",          "record.framework",     "record.control",
    "record.status",         "record.evidence",      "record.assessor",
    "record.assessed_on",    "record.recorded_at",   "record.replaces",
    "record.prev",           "record.hash",          "profile.org",
    "profile.sha256",        "profile.text",         "document.id",
    "document.kind",         "document.pages",       "document_item.place",
    "document_item.parent",  "document_item.depth",  "document_item.basis",
    "document_item.control", "review.decision",      "review.relation",
    "review.confidence",     "review.reviewed_on",   "search_entry.field",
    "search_entry.number"};

// Changes cells of the file as somebody with a tool for SQLite can.
void ChangeValues(const std::string& path, std::string_view input) {
  mapper::Database database(path, mapper::Database::Access::kWrite);
  database.Execute(
      "PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; "
      "PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; BEGIN");
  std::vector<std::string> names;
  std::vector<std::string> triggers;
  {
    mapper::Statement rows(
        database, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
    while (rows.Step()) {
      names.push_back(rows.Text(0));
      triggers.push_back(rows.Text(1));
    }
  }
  for (const std::string& name : names) {
    database.Execute("DROP TRIGGER " + name);
  }
  Reader reader{input};
  while (!reader.bytes.empty()) {
    const std::string cell = kCells[reader.Number(1) % kCells.size()];
    const std::size_t row = reader.Number(1) % 4;
    const std::size_t kind = reader.Number(1) % 4;
    const std::string bytes(reader.Bytes(reader.Number(1)));
    const std::string table = cell.substr(0, cell.find('.'));
    static constexpr std::array<const char*, 4> kValues = {
        "CAST(? AS TEXT)", "CAST(? AS BLOB)", "CAST(? AS INTEGER)",
        "CAST(? AS REAL)"};
    const std::string key = table == "document_item"  ? "place"
                            : table == "search_entry" ? "number"
                                                      : "rowid";
    try {
      mapper::Statement(database, "UPDATE " + table + " SET " +
                                      cell.substr(table.size() + 1) + " = " +
                                      kValues[kind] + " WHERE " + key + " = " +
                                      (key == "rowid" ? "1 + " : "") + "?")
          .With(std::string_view(bytes), static_cast<std::int64_t>(row))
          .Run();
    } catch (const mapper::Error&) {
      // Of a kind that the column does not hold.
    }
  }
  for (const std::string& sql : triggers) database.Execute(sql);
  database.Execute("COMMIT");
}

void ReadDocuments(mapper::Workspace& workspace) {
  mapper::DocumentStore documents(workspace);
  const auto list = documents.Documents();
  for (const mapper::Document& document : list) {
    int place = 0;
    for (const mapper::DocumentItem& item : documents.Items(document.id)) {
      fuzz::Require(item.parent >= -1 && item.parent < place &&
                        item.depth >= 1 && item.depth <= place + 1,
                    "an item out of its place");
      ++place;
    }
  }
  documents.Wordings(list, "");
}

void Search(mapper::Workspace& workspace) {
  mapper::SearchIndex index(workspace);
  index.Signature();
  for (const char* word : {"組織", "組織の体制"}) {
    for (const mapper::SearchSubject& subject : index.Find({word})) {
      for (const mapper::SearchEntry& entry : index.Entries(subject)) {
        fuzz::Require(entry.field >= mapper::SearchField::kLabel &&
                          entry.field <= mapper::SearchField::kNote,
                      "an entry of no field");
      }
    }
  }
}

void ReadAnswers(mapper::Workspace& workspace) {
  mapper::AssessmentStore answers(workspace);
  answers.Current("town", "");
  answers.Conflicts();
  answers.History("town", "alpha", "");
}

// An Error is how the store says that a file cannot be used.
template <typename Call>
void Try(const Call& call) {
  try {
    call();
  } catch (const mapper::Error& error) {
    fuzz::Require(*error.what() != '\0', "an error without words");
  }
}

}  // namespace

FUZZ_TARGET(workspace) {
  const char mode = bytes.empty() ? '\0' : bytes[0];
  Base();
  const std::string path = TheFolder() / "w.db";
  if (mode == 'P') {
    Write(path, Patched(bytes.substr(1)));
  } else {
    Write(path, mode == 'V' ? std::string_view(Base()) : bytes);
    if (mode == 'V') ChangeValues(path, bytes.substr(1));
  }

  bool whole = false;
  Try([&] {
    auto workspace = mapper::Workspace::OpenForReading(path);
    fuzz::Require(workspace.has_value(), "the file is there");
    mapper::Diagnostics diagnostics;
    CheckWorkspace(*workspace, {}, diagnostics);
    fuzz::CheckReports(diagnostics);
    whole = !diagnostics.has_errors();
    if (whole) {
      for (const auto& r : mapper::AssessmentStore(*workspace).All()) {
        fuzz::Require(SealOf(r) == r.hash, "called whole, but changed");
      }
    }
  });
  Try([&] {
    auto workspace = mapper::Workspace::OpenForReading(path);
    Try([&] { ReadAnswers(*workspace); });
    Try([&] { ReadDocuments(*workspace); });
    Try([&] { mapper::ReviewStore(*workspace).All(); });
    Try([&] { Search(*workspace); });
  });
  Try([&] {
    auto workspace = mapper::Workspace::OpenForWriting(path, {});
    const auto before = mapper::AssessmentStore(workspace).All().size();
    const auto verdicts =
        Record(workspace, {Answer("A1.2", mapper::Status::kMet, "田中")},
               "2026-12-06T00:00:00Z");
    const auto after = mapper::AssessmentStore(workspace).All().size();
    fuzz::Require(after == before + (IsRecorded(verdicts[0]) ? 1 : 0),
                  "an answer is lost");
    if (!whole) return;
    mapper::Diagnostics diagnostics;
    CheckWorkspace(workspace, {}, diagnostics);
    fuzz::Require(!diagnostics.has_errors(), "no longer whole");
  });
  TheFolder().Clear();
}
