#include "mapper/store/schema.h"

#include <map>
#include <optional>
#include <string_view>

#include "mapper/base/error.h"
#include "mapper/base/text.h"

namespace mapper {
namespace {

// Hashes that a record names are joined by spaces.  Rows of `record` and
// `profile` stay as they were written: answering again adds a row.
constexpr const char* kAssessments = R"sql(
CREATE TABLE workspace (
  id TEXT PRIMARY KEY,
  created_at TEXT NOT NULL,
  own INTEGER NOT NULL CHECK (own IN (0, 1))
);
CREATE UNIQUE INDEX workspace_own ON workspace (own) WHERE own = 1;

CREATE TABLE record (
  number INTEGER PRIMARY KEY,
  workspace TEXT NOT NULL REFERENCES workspace (id),
  org TEXT NOT NULL CHECK (org <> ''),
  scope TEXT NOT NULL,
  framework TEXT NOT NULL CHECK (framework <> ''),
  control TEXT NOT NULL CHECK (control <> ''),
  status TEXT NOT NULL CHECK (status IN ('met', 'partly', 'planned', 'not-met',
                                         'not-applicable', 'unknown')),
  evidence TEXT NOT NULL,
  evidence_file TEXT NOT NULL,
  evidence_sha256 TEXT NOT NULL,
  assessor TEXT NOT NULL,
  assessed_on TEXT NOT NULL CHECK (assessed_on GLOB '????-??-??'),
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
  source TEXT NOT NULL,
  replaces TEXT NOT NULL,
  prev TEXT NOT NULL CHECK (prev <> ''),
  hash TEXT NOT NULL UNIQUE,
  CHECK (status <> 'not-applicable' OR evidence <> '')
);
CREATE INDEX record_subject ON record (org, scope, framework, control);
CREATE TRIGGER record_no_update BEFORE UPDATE ON record
BEGIN SELECT RAISE(ABORT, 'records are never changed'); END;
CREATE TRIGGER record_no_delete BEFORE DELETE ON record
BEGIN SELECT RAISE(ABORT, 'records are never deleted'); END;
CREATE TRIGGER record_no_replace BEFORE INSERT ON record
WHEN EXISTS (SELECT 1 FROM record WHERE number = NEW.number OR hash = NEW.hash)
BEGIN SELECT RAISE(ABORT, 'records are never replaced'); END;

CREATE TABLE profile (
  org TEXT NOT NULL CHECK (org <> ''),
  sha256 TEXT NOT NULL,
  text TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  PRIMARY KEY (org, sha256)
);
CREATE TRIGGER profile_no_update BEFORE UPDATE ON profile
BEGIN SELECT RAISE(ABORT, 'profiles are never changed'); END;
CREATE TRIGGER profile_no_delete BEFORE DELETE ON profile
BEGIN SELECT RAISE(ABORT, 'profiles are never deleted'); END;
CREATE TRIGGER profile_no_replace BEFORE INSERT ON profile
WHEN EXISTS (SELECT 1 FROM profile
             WHERE rowid = NEW.rowid OR (org = NEW.org AND sha256 = NEW.sha256))
BEGIN SELECT RAISE(IGNORE); END;
)sql";

// Official documents as they were read; nothing of them is shipped.
constexpr const char* kDocuments = R"sql(
CREATE TABLE document (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  framework TEXT NOT NULL CHECK (framework <> ''),
  file TEXT NOT NULL CHECK (file <> ''),
  sha256 TEXT NOT NULL,
  kind TEXT NOT NULL,
  pages INTEGER NOT NULL,
  lines INTEGER NOT NULL,
  imported_at TEXT NOT NULL,
  UNIQUE (framework, sha256)
);
CREATE TABLE document_item (
  document INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  parent INTEGER NOT NULL,
  depth INTEGER NOT NULL,
  id TEXT NOT NULL,
  label TEXT NOT NULL,
  mark TEXT NOT NULL,
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  line INTEGER NOT NULL,
  page INTEGER NOT NULL,
  withdrawn INTEGER NOT NULL,
  control TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('id', 'heading', 'position', 'none')),
  PRIMARY KEY (document, place)
) WITHOUT ROWID;
CREATE INDEX document_item_control ON document_item (control);
)sql";

// What people decided about rows of crosswalks; added to, never changed.
constexpr const char* kReviews = R"sql(
CREATE TABLE review (
  number INTEGER PRIMARY KEY,
  source_framework TEXT NOT NULL CHECK (source_framework <> ''),
  target_framework TEXT NOT NULL CHECK (target_framework <> ''),
  source TEXT NOT NULL CHECK (source <> ''),
  target TEXT NOT NULL CHECK (target <> ''),
  decision TEXT NOT NULL
    CHECK (decision IN ('accept', 'reject', 'replace', 'add', 'withdraw')),
  relation TEXT NOT NULL,
  confidence TEXT NOT NULL,
  rationale TEXT NOT NULL,
  row_sha256 TEXT NOT NULL,
  reviewer TEXT NOT NULL CHECK (reviewer <> ''),
  reviewed_on TEXT NOT NULL CHECK (reviewed_on GLOB '????-??-??'),
  reason TEXT NOT NULL CHECK (reason <> ''),
  recorded_at TEXT NOT NULL CHECK (recorded_at GLOB '????-??-??T??:??:??Z'),
  CHECK ((decision IN ('replace', 'add')) = (relation <> '')),
  CHECK ((relation = '') = (confidence = '')),
  CHECK ((relation = '') = (rationale = ''))
);
CREATE TRIGGER review_no_update BEFORE UPDATE ON review
BEGIN SELECT RAISE(ABORT, 'reviews are never changed'); END;
CREATE TRIGGER review_no_delete BEFORE DELETE ON review
BEGIN SELECT RAISE(ABORT, 'reviews are never deleted'); END;
CREATE TRIGGER review_no_replace BEFORE INSERT ON review
WHEN EXISTS (SELECT 1 FROM review WHERE number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'reviews are never replaced'); END;
)sql";

// Made anew from the data and the documents whenever they change: `subject` is
// a control or mapping, its key all that is compared, field by field.
constexpr const char* kSearch = R"sql(
CREATE TABLE search_state (signature TEXT NOT NULL);
CREATE TABLE search_subject (
  id INTEGER PRIMARY KEY,
  framework TEXT NOT NULL,
  control TEXT NOT NULL,
  target TEXT NOT NULL,
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  key TEXT NOT NULL
);
CREATE TABLE search_entry (
  subject INTEGER NOT NULL REFERENCES search_subject (id),
  number INTEGER NOT NULL,
  field INTEGER NOT NULL,
  text TEXT NOT NULL,
  key TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (subject, number)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE search_text USING fts5 (
  key, content = '', tokenize = 'trigram case_sensitive 1'
);
)sql";

// The same, ranked without reading the texts: `fields` has a digit for each
// line of `key`; the index knows which trigrams are in a subject, not where.
constexpr const char* kSearchKeys = R"sql(
DROP TABLE search_text;
DROP TABLE search_entry;
DROP TABLE search_subject;
DELETE FROM search_state;
CREATE TABLE search_subject (
  id INTEGER PRIMARY KEY,
  framework TEXT NOT NULL,
  fields TEXT NOT NULL,
  key TEXT NOT NULL
);
CREATE TABLE search_entry (
  subject INTEGER NOT NULL REFERENCES search_subject (id),
  number INTEGER NOT NULL,
  control TEXT NOT NULL,
  target TEXT NOT NULL,
  title_ja TEXT NOT NULL,
  title_en TEXT NOT NULL,
  text TEXT NOT NULL,
  place TEXT NOT NULL,
  PRIMARY KEY (subject, number)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE search_text USING fts5 (
  key, content = '', detail = none, tokenize = 'trigram case_sensitive 1'
);
)sql";

std::int64_t Tables(Database& database) {
  return database.Number("SELECT count(*) FROM sqlite_schema");
}

// "trigger record_no_delete" -> how it was made.  Tables that SQLite keeps for
// itself have no text and differ from file to file.
std::map<std::string, std::string> Objects(Database& database) {
  std::map<std::string, std::string> objects;
  Statement rows(database,
                 "SELECT type || ' ' || name, sql FROM sqlite_schema "
                 "WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@' ORDER BY 1");
  while (rows.Step()) objects[rows.Text(0)] = rows.Text(1);
  return objects;
}

// Whether the newest of the first `version` migrations that makes an object of
// this name ("table record") makes it by exactly these words.
bool IsAsMade(const std::string& name, const std::string& sql, int version) {
  const std::size_t blank = name.find(' ');
  const std::string object = name.substr(blank);
  const std::string ways[] = {
      (name[0] == 't' && name[1] == 'r' ? "CREATE TRIGGER" : "CREATE TABLE") +
          object + " ",
      "CREATE VIRTUAL TABLE" + object + " "};
  const auto& migrations = Migrations();
  for (auto i = static_cast<std::size_t>(version); i-- > 0;) {
    const std::string_view made = migrations[i].sql;
    for (const std::string& way : ways) {
      if (made.find(way) == std::string_view::npos) continue;
      return StartsWith(sql, way) &&
             made.find(sql + ";") != std::string_view::npos;
    }
  }
  return false;
}

}  // namespace

const std::vector<Migration>& Migrations() {
  static const std::vector<Migration> kMigrations = {
      {"assessments", kAssessments}, {"documents", kDocuments},
      {"reviews", kReviews},         {"search", kSearch},
      {"search keys", kSearchKeys},
  };
  return kMigrations;
}

int SchemaVersion(Database& database,
                  const std::vector<Migration>& migrations) {
  const std::string& path = database.path();
  const std::int64_t application = database.Number("PRAGMA application_id");
  const std::int64_t version = database.Number("PRAGMA user_version");
  if (application != kApplicationId) {
    throw Error(path + (application == 0 && Tables(database) == 0
                            ? ": not a workspace: the file is empty"
                            : ": not a workspace: an SQLite file of another "
                              "program"));
  }
  if (version > static_cast<std::int64_t>(migrations.size())) {
    throw Error(path + ": made by a newer kakehashi (format " +
                std::to_string(version) + ", this one knows " +
                std::to_string(migrations.size()) + "); install that one");
  }
  if (version < 1) {
    throw Error(path +
                ": damaged: a workspace without a format version; restore it "
                "from a backup");
  }
  return static_cast<int>(version);
}

void Migrate(Database& database, const std::vector<Migration>& migrations) {
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    const Transaction::Kind kind = Transaction::Kind::kWrite;
    const auto before = static_cast<std::int64_t>(i);
    if (database.Number("PRAGMA user_version") > before) continue;
    Transaction transaction(database, kind);
    // Another process may have been faster.
    if (database.Number("PRAGMA user_version") > before) continue;
    if (i == 0) {
      database.Execute("PRAGMA application_id = " +
                       std::to_string(kApplicationId));
    }
    database.Execute(migrations[i].sql);
    database.Execute("PRAGMA user_version = " + std::to_string(i + 1));
    transaction.Commit();
  }
}

void RefuseForeignSchema(Database& database, int version, bool to_write) {
  // Made only when the words alone do not tell.
  std::optional<std::map<std::string, std::string>> expected;
  for (const auto& [name, sql] : Objects(database)) {
    const bool index = StartsWith(name, "index ");
    const bool trigger = StartsWith(name, "trigger ");
    // Those that SQLite itself makes for the search are worded by its version.
    const bool of_sqlite = StartsWith(name, "table search_text_");
    if (index || of_sqlite || (trigger && !to_write)) continue;
    if (IsAsMade(name, sql, version)) continue;
    if (!expected) {
      Database model;
      const auto end = Migrations().begin() + version;
      Migrate(model, {Migrations().begin(), end});
      expected = Objects(model);
    }
    const auto it = expected->find(name);
    if (it != expected->end() && it->second == sql) continue;
    throw Error(database.path() +
                ": changed by another program: " + Visible(name) +
                (it == expected->end() ? " does not belong here"
                                       : " is not as it was made") +
                "; restore it from a backup");
  }
}

std::vector<std::string> SchemaDifferences(Database& database) {
  Database model;
  Migrate(model, Migrations());
  const auto expected = Objects(model);
  const auto found = Objects(database);
  std::vector<std::string> differences;
  for (const auto& [name, sql] : expected) {
    const auto it = found.find(name);
    if (it == found.end()) {
      differences.push_back(name + " is missing");
    } else if (it->second != sql) {
      differences.push_back(name + " was changed");
    }
  }
  for (const auto& [name, sql] : found) {
    if (expected.count(name) == 0) {
      differences.push_back(name + " does not belong here");
    }
  }
  return differences;
}

}  // namespace mapper
