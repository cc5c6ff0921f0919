
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <map>
#include <memory>

#include "cli/commands.h"
#include "cli/review_session.h"
#include "cli/workspace_session.h"
#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/search.h"
#include "mapper/report/text_table.h"
#include "mapper/store/document_store.h"
#include "mapper/store/search_index.h"

namespace cli {
namespace {

constexpr std::size_t kExcerptCells = 70;

struct SearchOptions {
  std::vector<std::string> words;
  std::string framework;
  std::string field;
  std::size_t limit = 20;
  OutputOptions output;
};

// What the index is made of: the shape of the entries, the stamps of all data
// files, and the documents and decisions of the workspace.
std::string DataSignature(const Session& session,
                          mapper::Workspace& workspace) {
  std::string parts = "search-2 " KAKEHASHI_VERSION;
  for (const std::string& root :
       {session.DataDirectory(), UserDirectory(session)}) {
    for (const char* folder : {"/frameworks", "/crosswalks"}) {
      if (root.empty() || !mapper::IsDirectory(root + folder)) continue;
      for (const std::string& name : mapper::ListDirectory(root + folder)) {
        std::string path = root + folder + "/" + name;
        if (mapper::IsDirectory(path)) path += "/controls.tsv";
        parts += "\n" + path + " " + mapper::FileStamp(path);
      }
    }
  }
  for (const auto& d : mapper::DocumentStore(workspace).Documents()) {
    parts += "\n" + std::to_string(d.id) + " " + d.framework + " " + d.sha256;
  }
  if (session.no_reviews) return mapper::Sha256Hex(parts);
  for (const mapper::ReviewRecord& r : StoredReviews(session)) {
    parts += "\n" + std::to_string(r.number) + " " + r.recorded_at + " " +
             mapper::ToString(r.decision) + " " + NameOf(r) + " " +
             r.row_sha256 + " " + r.rationale;
  }
  return mapper::Sha256Hex(parts);
}

// The texts of the data, and after those of each control its official wording.
std::vector<mapper::SearchEntry> AllEntries(Session& session,
                                            mapper::Workspace& workspace) {
  std::vector<mapper::SearchEntry> entries = SearchEntries(session.Data());
  mapper::DocumentStore store(workspace);
  const auto documents = store.Documents();
  const auto wordings = store.Wordings(documents, "");
  if (wordings.empty()) return entries;
  std::map<std::pair<std::string, std::string>, const mapper::Wording*> by_name;
  for (const mapper::Wording& wording : wordings) {
    by_name.emplace(std::pair(wording.framework, wording.control), &wording);
  }
  std::vector<mapper::SearchEntry> all;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const mapper::SearchEntry entry = entries[i];
    all.push_back(std::move(entries[i]));
    const bool last = i + 1 == entries.size() ||
                      entries[i + 1].framework != entry.framework ||
                      entries[i + 1].control != entry.control ||
                      entries[i + 1].target != entry.target;
    if (!last || !entry.target.empty()) continue;
    const auto at = by_name.find({entry.framework, entry.control});
    if (at == by_name.end()) continue;
    const mapper::Wording& wording = *at->second;
    for (const mapper::DocumentItem& item : wording.items) {
      mapper::SearchEntry found = entry;
      found.field = mapper::SearchField::kWording;
      found.text = item.title;
      if (!item.text.empty()) {
        found.text += (found.text.empty() ? "" : " ") + item.text;
      }
      if (found.text.empty()) continue;
      found.key = mapper::ComparisonKey(found.text);
      found.place = documents[wording.document].file + ":" +
                    mapper::PlaceOf(item.page, item.line);
      all.push_back(std::move(found));
    }
  }
  return all;
}

// What is searched: the index of the workspace, or the data themselves.
struct Source {
  std::optional<mapper::Workspace> workspace;  // of the index
  std::vector<mapper::SearchEntry> entries;    // without an index
  std::vector<mapper::SearchSubject> subjects;

  // The texts of subjects[i].
  std::vector<mapper::SearchEntry> Entries(std::size_t i) {
    if (workspace) return mapper::SearchIndex(*workspace).Entries(subjects[i]);
    const auto first =
        entries.begin() + static_cast<std::ptrdiff_t>(subjects[i].id);
    return {first,
            first + static_cast<std::ptrdiff_t>(subjects[i].fields.size())};
  }
};

// From the index of the workspace, made anew when it is not of this data;
// without a workspace, or when it cannot be written, from the data.
Source Candidates(Session& session, const std::vector<std::string>& words) {
  Source source;
  auto workspace = FindWorkspace(session);
  if (workspace) {
    const std::string signature = DataSignature(session, *workspace);
    if (mapper::SearchIndex(*workspace).Signature() != signature) {
      source.entries = AllEntries(session, *workspace);
      try {
        mapper::Workspace writable = WritableWorkspace(session);
        const Working working =
            session.At("索引を作っています", "making the index");
        mapper::SearchIndex(writable).Rebuild(source.entries, signature);
        workspace = std::move(writable);  // the one read may be an older copy
      } catch (const mapper::Error&) {
        // Read-only: the data answer as well, only slower.
        source.subjects = mapper::SearchSubjects(source.entries);
        return source;
      }
    }
    source.subjects = mapper::SearchIndex(*workspace).Find(words);
    source.workspace = std::move(workspace);
  } else {
    source.entries = SearchEntries(session.Data());
    source.subjects = mapper::SearchSubjects(source.entries);
  }
  return source;
}

// A hit that is shown, with its texts.
struct Shown {
  double score = 0;
  std::vector<mapper::SearchEntry> entries;  // with a word, best first
};

struct Results {
  std::size_t found = 0;  // shown or not
  std::vector<Shown> shown;
  std::vector<std::string> words;
};

Results Search(const SearchOptions& options, Session& session) {
  Results results;
  results.words = mapper::SearchWords(mapper::Join(options.words, " "));
  if (results.words.empty()) {
    throw UsageError{
        session.Say("探す言葉がありません", "nothing to look for")};
  }
  if (!options.framework.empty()) session.Framework(options.framework);
  Source source = Candidates(session, results.words);
  if (!options.framework.empty()) {
    auto& subjects = source.subjects;
    subjects.erase(std::remove_if(subjects.begin(), subjects.end(),
                                  [&](const mapper::SearchSubject& subject) {
                                    return subject.framework !=
                                           options.framework;
                                  }),
                   subjects.end());
  }
  auto hits =
      RankSearch(source.subjects, results.words,
                 mapper::FindName(mapper::kSearchFields, options.field));
  results.found = hits.size();
  if (options.limit > 0 && hits.size() > options.limit) {
    hits.resize(options.limit);
  }
  for (const mapper::SearchHit& hit : hits) {
    std::vector<mapper::SearchEntry> entries = source.Entries(hit.subject);
    Shown shown;
    shown.score = hit.score;
    for (const std::size_t entry : hit.entries) {
      shown.entries.push_back(std::move(entries[entry]));
    }
    results.shown.push_back(std::move(shown));
  }
  return results;
}

std::string NameOf(const mapper::SearchEntry& entry) {
  const std::string name = entry.framework + ":" + entry.control;
  return entry.target.empty() ? name : name + " → " + entry.target;
}

const std::string& TitleOf(const mapper::SearchEntry& entry,
                           mapper::Language language) {
  const bool english =
      language == mapper::Language::kEn && !entry.title_en.empty();
  return english ? entry.title_en : entry.title_ja;
}

// Two decimals.
std::string Score(double score) {
  const std::string digits = std::to_string(score);
  return digits.substr(0, digits.find('.') + 3);
}

mapper::Records SearchRecords(const Results& results,
                              const mapper::View& view) {
  mapper::Records records;
  records.name = "search";
  records.columns = {{"framework", {"基準", "framework"}},
                     {"control", {"項目", "control"}},
                     {"target", {"対応する項目", "mapped to"}},
                     {"title", {"見出し", "title"}},
                     {"field", {"見つかった所", "found in"}},
                     {"text", {"文", "text"}},
                     {"place", {"場所", "place"}},
                     {"score", {"点", "score"}, mapper::Column::Type::kNumber}};
  for (const Shown& hit : results.shown) {
    const mapper::SearchEntry& entry = hit.entries[0];
    const auto& field =
        mapper::kSearchFields[static_cast<std::size_t>(entry.field)];
    records.rows.push_back(
        {entry.framework, entry.control, entry.target,
         TitleOf(entry, view.language),
         view.machine ? field.machine : field.words.in(view.language),
         entry.text, entry.place, Score(hit.score)});
  }
  return records;
}

std::string Text(const SearchOptions& options, const Session& session,
                 const Results& results) {
  std::string out = session.Say("■ 「", "'") +
                    mapper::Visible(mapper::Join(options.words, " ")) +
                    session.Say("」　", "'  ") + std::to_string(results.found) +
                    session.Say(" 件", results.found == 1 ? " hit" : " hits") +
                    "\n";
  for (const Shown& hit : results.shown) {
    const mapper::SearchEntry& first = hit.entries[0];
    out += mapper::Visible(NameOf(first)) + "  " +
           mapper::Visible(TitleOf(first, session.language)) + "\n";
    // One line for each kind of text that holds a word, in this language.
    std::vector<mapper::SearchField> told;
    for (const mapper::SearchEntry& entry : hit.entries) {
      if (std::find(told.begin(), told.end(), entry.field) != told.end()) {
        continue;
      }
      told.push_back(entry.field);
      const auto& field =
          mapper::kSearchFields[static_cast<std::size_t>(entry.field)];
      out += std::string("    ") + field.words.in(session.language) +
             session.Say("： ", ": ") +
             mapper::Visible(mapper::SearchExcerpt(entry.text, results.words,
                                                   kExcerptCells, "【", "】")) +
             "\n";
    }
  }
  if (results.shown.size() < results.found) {
    out += session.Say("ほか ", "and ") +
           std::to_string(results.found - results.shown.size()) +
           session.Say(" 件（--limit 0 で全部）\n", " more (--limit 0: all)\n");
  }
  if (results.found == 0) {
    out += session.Say(
        "言葉を短くするか、間に空白を入れて分けると見つかることがあります。\n",
        "Shorter words, or words apart, may find something.\n");
  } else {
    out += session.Say("項目を詳しく: kakehashi show 基準 項目\n",
                       "One in full: kakehashi show FRAMEWORK CONTROL\n");
  }
  return out;
}

void RunSearch(const SearchOptions& options, Session& session) {
  const Results results = Search(options, session);
  session.Emit(
      options.output,
      [&](const mapper::View& view) { return SearchRecords(results, view); },
      {{"found", {"見つかった件数", "found"}, results.found}},
      [&] { return Text(options, session, results); });
}

}  // namespace

void AddSearchCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<SearchOptions>();
  CLI::App* command = app.add_subcommand(
      "search",
      session.Say("番号、見出し、要旨、公式の文、対応の理由から言葉を探す",
                  "find words in labels, titles, gists, official wording and "
                  "reasons"));
  command
      ->add_option("words", options->words,
                   session.Say("探す言葉（いくつでも。すべてを含むもの）",
                               "words, all of which must be there"))
      ->required()
      ->type_name("TEXT");
  command
      ->add_option("--framework", options->framework,
                   session.Say("この基準だけ", "in this framework only"))
      ->type_name("ID");
  command
      ->add_option("--field", options->field,
                   session.Say("この所だけ", "in texts of this kind only"))
      ->check(CLI::IsMember(mapper::MachineNames(mapper::kSearchFields)));
  command
      ->add_option("--limit", options->limit,
                   session.Say("示す件数（既定は 20、0 で全部）",
                               "how many to show (20; 0: all)"))
      ->type_name("N");
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunSearch(*options, session); });
}

}  // namespace cli
