#include "mapper/store/search_index.h"

#include <algorithm>
#include <cstdint>

#include "mapper/base/error.h"

namespace mapper {
namespace {

constexpr int kTrigram = 3;

// Between the fields of a subject: no word goes over it.
constexpr char kBetween = '\n';

int Characters(const std::string& text) {
  return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U;
  }));
}

// A phrase of FTS5's query language.
std::string Phrase(const std::string& word) {
  std::string out = "\"";
  for (const char c : word) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + "\"";
}

bool SameSubject(const SearchEntry& a, const SearchEntry& b) {
  return a.framework == b.framework && a.control == b.control &&
         a.target == b.target;
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
  Statement subject(database,
                    "INSERT INTO search_subject VALUES (?, ?, ?, ?, ?, ?, ?)");
  Statement text(database,
                 "INSERT INTO search_text (rowid, key) VALUES (?, ?)");
  Statement entry(database,
                  "INSERT INTO search_entry VALUES (?, ?, ?, ?, ?, ?)");
  std::int64_t id = 0;
  for (std::size_t first = 0; first < entries.size();) {
    std::size_t end = first;
    std::string key;
    while (end < entries.size() && SameSubject(entries[first], entries[end])) {
      if (!key.empty()) key += kBetween;
      key += entries[end].key;
      ++end;
    }
    const SearchEntry& of = entries[first];
    ++id;
    subject
        .With(id, of.framework, of.control, of.target, of.title_ja, of.title_en,
              key)
        .Run();
    text.With(id, key).Run();
    for (std::size_t i = first; i < end; ++i) {
      entry
          .With(id, static_cast<std::int64_t>(i - first),
                static_cast<std::int64_t>(entries[i].field), entries[i].text,
                entries[i].key, entries[i].place)
          .Run();
    }
    first = end;
  }
  Statement(database, "INSERT INTO search_state VALUES (?)")
      .With(signature)
      .Run();
  transaction.Commit();
}

std::vector<SearchEntry> SearchIndex::Find(
    const std::vector<std::string>& words) {
  std::string match;
  std::string where;
  std::vector<std::string> values;
  for (const std::string& word : words) {
    if (Characters(word) >= kTrigram) {
      match += (match.empty() ? "" : " AND ") + Phrase(word);
    } else {
      where += " AND instr(s.key, ?) > 0";
      values.push_back(word);
    }
  }
  std::vector<SearchEntry> entries;
  if (words.empty()) return entries;
  if (!match.empty()) {
    where += " AND s.id IN (SELECT rowid FROM search_text WHERE key MATCH ?)";
    values.push_back(match);
  }
  Database& database = workspace_.database();
  Transaction transaction(database, Transaction::Kind::kRead);
  Statement rows(database,
                 "SELECT s.framework, s.control, s.target, s.title_ja, "
                 "s.title_en, e.field, e.text, e.key, e.place "
                 "FROM search_subject s CROSS JOIN search_entry e "
                 "ON e.subject = s.id WHERE 1" +
                     where + " ORDER BY s.id, e.number");
  for (std::size_t i = 0; i < values.size(); ++i) {
    rows.Bind(static_cast<int>(i) + 1, values[i]);
  }
  while (rows.Step()) {
    SearchEntry entry;
    entry.framework = rows.Text(0);
    entry.control = rows.Text(1);
    entry.target = rows.Text(2);
    entry.title_ja = rows.Text(3);
    entry.title_en = rows.Text(4);
    const std::int64_t field = rows.Number(5);
    if (field < 0 || field > static_cast<std::int64_t>(SearchField::kNote)) {
      throw Error(workspace_.path() +
                  ": damaged: the search index holds an unknown field; "
                  "restore it from a backup");
    }
    entry.field = static_cast<SearchField>(field);
    entry.text = rows.Text(6);
    entry.key = rows.Text(7);
    entry.place = rows.Text(8);
    entries.push_back(std::move(entry));
  }
  return entries;
}

}  // namespace mapper
