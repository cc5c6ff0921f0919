#include "mapper/store/search_index.h"

#include <cstddef>
#include <string_view>
#include <utility>

#include "mapper/base/error.h"

namespace mapper {
namespace {

constexpr std::size_t kTrigram = 3;

// Of SearchSubject::fields.
constexpr const char* kFieldDigits = "012345";
static_assert(static_cast<int>(SearchField::kNote) == 5);

[[noreturn]] void Damaged(const Workspace& workspace) {
  throw Error(workspace.path() +
              ": damaged: the search index does not fit together; restore it "
              "from a backup");
}

// Where the characters of a text begin, and its end.
std::vector<std::size_t> Boundaries(const std::string& text) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xc0U) != 0x80U) at.push_back(i);
  }
  at.push_back(text.size());
  return at;
}

// A token of FTS5's query language.
std::string Token(std::string_view characters) {
  std::string out = "\"";
  for (const char c : characters) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

}  // namespace

std::string SearchIndex::Signature() {
  return workspace_.database().Text("SELECT signature FROM search_state");
}

void SearchIndex::Rebuild(const std::vector<SearchEntry>& entries,
                          const std::string& signature) {
  Database& database = workspace_.database();
  Transaction transaction(database, Transaction::Kind::kWrite);
  database.Execute(
      "DELETE FROM search_state; DELETE FROM search_entry; "
      "DELETE FROM search_subject; "
      "INSERT INTO search_text (search_text) VALUES ('delete-all')");
  Statement subject(database, "INSERT INTO search_subject VALUES (?, ?, ?, ?)");
  Statement text(database,
                 "INSERT INTO search_text (rowid, key) VALUES (?, ?)");
  Statement entry(database,
                  "INSERT INTO search_entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  for (const SearchSubject& s : SearchSubjects(entries)) {
    subject.With(s.id, s.framework, s.fields, s.key).Run();
    text.With(s.id, s.key).Run();
    const auto first = static_cast<std::size_t>(s.id);
    for (std::size_t i = 0; i < s.fields.size(); ++i) {
      const SearchEntry& e = entries[first + i];
      entry
          .With(s.id, static_cast<std::int64_t>(i), e.control, e.target,
                e.title_ja, e.title_en, e.text, e.place)
          .Run();
    }
  }
  Statement(database, "INSERT INTO search_state VALUES (?)")
      .With(signature)
      .Run();
  transaction.Commit();
}

std::vector<SearchSubject> SearchIndex::Find(
    const std::vector<std::string>& words) {
  std::string match;
  std::string where;
  std::vector<std::string> values;
  for (const std::string& word : words) {
    const std::vector<std::size_t> at = Boundaries(word);
    for (std::size_t i = 0; i + kTrigram < at.size(); ++i) {
      match += (match.empty() ? "" : " AND ") +
               Token(word.substr(at[i], at[i + kTrigram] - at[i]));
    }
    if (at.size() <= kTrigram) {
      where += " AND instr(key, ?) > 0";
      values.push_back(word);
    }
  }
  std::vector<SearchSubject> subjects;
  if (words.empty()) return subjects;
  if (!match.empty()) {
    where +=
        " AND id IN (SELECT rowid FROM search_text WHERE search_text MATCH ?)";
    values.push_back(match);
  }
  Database& database = workspace_.database();
  Transaction transaction(database, Transaction::Kind::kRead);
  Statement rows(database,
                 "SELECT id, framework, fields, key FROM search_subject "
                 "WHERE 1" +
                     where + " ORDER BY id");
  for (std::size_t i = 0; i < values.size(); ++i) {
    rows.Bind(static_cast<int>(i) + 1, values[i]);
  }
  while (rows.Step()) {
    subjects.push_back(
        {rows.Number(0), rows.Text(1), rows.Text(2), rows.Text(3)});
    const std::string& fields = subjects.back().fields;
    if (fields.find_first_not_of(kFieldDigits) != std::string::npos) {
      Damaged(workspace_);
    }
  }
  return subjects;
}

std::vector<SearchEntry> SearchIndex::Entries(const SearchSubject& subject) {
  std::vector<SearchEntry> entries;
  Statement rows(workspace_.database(),
                 "SELECT control, target, title_ja, title_en, text, place "
                 "FROM search_entry WHERE subject = ? ORDER BY number");
  rows.Bind(1, subject.id);
  while (rows.Step()) {
    SearchEntry entry;
    entry.framework = subject.framework;
    entry.control = rows.Text(0);
    entry.target = rows.Text(1);
    if (entries.size() == subject.fields.size()) Damaged(workspace_);
    entry.field =
        static_cast<SearchField>(subject.fields[entries.size()] - '0');
    entry.title_ja = rows.Text(2);
    entry.title_en = rows.Text(3);
    entry.text = rows.Text(4);
    entry.place = rows.Text(5);
    entries.push_back(std::move(entry));
  }
  if (entries.size() != subject.fields.size()) Damaged(workspace_);
  return entries;
}

}  // namespace mapper
