#include <CLI/CLI.hpp>
#include <cstdio>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/streams.h"
#include "cli/workspace_session.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/relation_algebra.h"
#include "mapper/crosswalk/suggest.h"
#include "mapper/report/text_table.h"
#include "mapper/store/document_store.h"

namespace cli {
namespace {

struct Options {
  std::string source;
  std::string target;
  std::string control;
  mapper::SuggestOptions suggest;
  OutputOptions output;
};

std::string Score(double score) {
  char text[16];
  std::snprintf(text, sizeof text, "%.3f", score);
  return text;
}

std::vector<std::string> Places(const mapper::Dataset& data,
                                const mapper::Suggestion& s) {
  std::vector<std::string> places;
  for (const mapper::RowRef& row : s.around.rows) {
    places.push_back(PlaceOf(data, row));
  }
  for (const auto& [first, second] : s.around.paths) {
    places.push_back(PlaceOf(data, first) + " + " + PlaceOf(data, second));
  }
  return places;
}

// A proved pair by what is proved, a candidate by the row it would be.
std::string Relation(const mapper::Suggestion& s, const mapper::View& view) {
  if (!s.proved) {
    return view.machine ? ToString(s.relation)
                        : InWords(s.relation, view.language);
  }
  const auto* name = mapper::ProvedName(s.bounds);
  if (name == nullptr) return {};
  return view.machine ? name->machine : name->words.in(view.language);
}

// The base relations that are left; "" when nothing is proved.
std::string Bounds(mapper::RelationSet bounds) {
  std::vector<std::string> left;
  for (unsigned base = 1; base < mapper::kAnyRelation; base *= 2) {
    const auto one = static_cast<mapper::RelationSet>(base);
    if ((bounds & one) != 0) left.emplace_back(mapper::BaseName(one));
  }
  return bounds == mapper::kAnyRelation ? "" : mapper::Join(left, ";");
}

mapper::Records SuggestRecords(Session& session,
                               const std::vector<mapper::Suggestion>& list,
                               const mapper::View& view) {
  mapper::Records records;
  records.name = "suggestions";
  records.columns = {
      {"source_framework", {"元の基準", "source framework"}},
      {"source_control", {"元の項目", "source control"}},
      {"source_title", {"元の見出し", "source title"}},
      {"target_framework", {"先の基準", "target framework"}},
      {"target_control", {"先の項目", "target control"}},
      {"target_title", {"先の見出し", "target title"}},
      {"state", {"状態", "state"}},
      {"relation", {"関係", "relation"}},
      {"bounds",
       {"証明の範囲（EQ PP PPi PO DR）", "proved bounds"},
       mapper::Column::Type::kList},
      {"score", {"点", "score"}, mapper::Column::Type::kNumber},
      {"terms", {"共通の語", "shared terms"}, mapper::Column::Type::kList},
      {"rows", {"手がかりの行", "rows around"}, mapper::Column::Type::kList}};
  const mapper::Dataset& data = session.Data();
  for (const mapper::Suggestion& s : list) {
    const char* state =
        view.machine ? (s.proved ? "proved" : "candidate")
        : s.proved   ? session.Say("証明済み", "proved")
                   : session.Say("候補・未確認", "candidate, not reviewed");
    records.rows.push_back(
        {data.framework(s.source.framework).id, data.control(s.source).id,
         data.control(s.source).title(view.language),
         data.framework(s.target.framework).id, data.control(s.target).id,
         data.control(s.target).title(view.language), state, Relation(s, view),
         Bounds(s.bounds), Score(s.score), mapper::Join(s.words, ";"),
         mapper::Join(Places(data, s), ";")});
  }
  return records;
}

struct Counts {
  std::size_t controls = 0;
  std::size_t candidates = 0;
  std::size_t proved = 0;
};

Counts Count(const std::vector<mapper::Suggestion>& list) {
  Counts counts;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (i == 0 || list[i].source != list[i - 1].source) ++counts.controls;
    ++(list[i].proved ? counts.proved : counts.candidates);
  }
  return counts;
}

std::string Text(Session& session,
                 const std::vector<mapper::Suggestion>& list) {
  mapper::TextTable table;
  table.AddColumn(session.Say("元の項目", "source"), 30);
  table.AddColumn(session.Say("先の項目", "target"), 14);
  table.AddColumn(session.Say("見出し", "title"), 30);
  table.AddColumn(session.Say("点", "score"), 0,
                  mapper::TextTable::Align::kRight);
  table.AddColumn(session.Say("状態", "state"), 16);
  table.AddColumn(session.Say("共通の語", "shared terms"), 24);
  table.AddColumn(session.Say("手がかりの行", "rows around"), 40);
  const auto records = SuggestRecords(session, list, {session.language, false});
  std::string last;
  for (const auto& row : records.rows) {
    const bool same = row[1] == last;
    last = row[1];
    const std::string state = row[6] == session.Say("証明済み", "proved")
                                  ? row[6] + ": " + row[7]
                                  : row[6];
    table.AddRow({same ? "" : row[1] + " " + row[2], row[4], row[5], row[9],
                  state, row[10], row[11]});
  }
  const Counts counts = Count(list);
  const std::string head = session.Say(
      "■ 検討の候補（機械が挙げたもので、誰も読み比べていません）\n",
      "Candidates for review (by a program; nobody has compared the texts)\n");
  if (list.empty()) {
    return head + session.Say(
                      "候補はありません。検討済みの項目も見るには --all、"
                      "点の低い組も見るには --min-score 0\n",
                      "No candidates. Reviewed controls too: --all; "
                      "lower scores too: --min-score 0\n");
  }
  return head + table.Render() + session.Say("項目 ", "controls ") +
         std::to_string(counts.controls) +
         session.Say("、候補 ", ", candidates ") +
         std::to_string(counts.candidates) +
         session.Say("、証明済み ", ", proved ") +
         std::to_string(counts.proved) +
         session.Say(
             "\n次に: --format tsv > 候補.tsv で表の形に書き出し、"
             "一行ずつ両方の本文を読んで直す。一組を詳しくは explain\n",
             "\nNext: --format tsv > candidates.tsv writes them as a "
             "table; read both texts of each row. One pair: explain\n");
}

// What the imported documents say of each control, where there are any.
mapper::WordingMap OfficialWording(Session& session) {
  mapper::WordingMap wording;
  auto workspace = FindWorkspace(session);
  if (!workspace) return wording;
  mapper::DocumentStore store(*workspace);
  for (const mapper::Wording& w : store.Wordings(store.Documents(), "")) {
    const int framework = session.Data().FindFramework(w.framework);
    if (framework < 0) continue;
    const int control = session.Data().framework(framework).Find(w.control);
    if (control >= 0) wording[{framework, control}] = w.text();
  }
  return wording;
}

void RunSuggest(const Options& given, Session& session) {
  Options options = given;
  if (!(options.suggest.min_score >= 0 && options.suggest.min_score <= 1)) {
    throw UsageError{session.Say("--min-score は 0 から 1 までです",
                                 "--min-score takes 0 to 1")};
  }
  const int source = session.Framework(options.source);
  const int target = session.Framework(options.target);
  if (!options.control.empty()) {
    options.suggest.control = session.Control(source, options.control).control;
  }
  for (const int framework : {source, target}) {
    const mapper::Framework& f = session.Data().framework(framework);
    if (!f.controls.empty()) continue;
    throw UsageError{f.id + session.Say(" は本文を未取込で、項目がありません",
                                        " awaits its text and has no "
                                        "controls")};
  }
  session.WarnOfClash();
  const mapper::WordingMap wording = OfficialWording(session);
  const mapper::PairFeatures features(session.Data(), source, target, &wording);
  const std::vector<mapper::Suggestion> list = [&] {
    const Working working =
        session.At("候補を探しています", "looking for candidates");
    return FindSuggestions(session.Data(), session.Facts(), features, &wording,
                           options.suggest);
  }();
  if (options.output.format == "tsv") {
    WriteData(WriteCandidates(session.Data(), source, target, list));
    return;
  }
  const Counts counts = Count(list);
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return SuggestRecords(session, list, view);
      },
      {{"controls", {"項目", "controls"}, counts.controls},
       {"candidates", {"候補", "candidates"}, counts.candidates},
       {"proved", {"証明済み", "proved"}, counts.proved}},
      [&] { return Text(session, list); });
}

}  // namespace

void AddSuggestCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<Options>();
  CLI::App* command = app.add_subcommand(
      "suggest", session.Say("まだ誰も見ていない項目の対応の候補",
                             "candidate rows for controls that nobody has "
                             "reviewed"));
  command
      ->add_option("source", options->source, session.Say("元の基準", "source"))
      ->required()
      ->type_name("A");
  command
      ->add_option("target", options->target, session.Say("先の基準", "target"))
      ->required()
      ->type_name("B");
  command
      ->add_option("--top", options->suggest.top,
                   session.Say("一項目の候補の数（既定 5）",
                               "candidates of a control (default 5)"))
      ->check(CLI::Range(1, 1000))
      ->type_name("N");
  command
      ->add_option("--control", options->control,
                   session.Say("この項目だけ（行があっても）",
                               "this control only, with rows or not"))
      ->type_name("CONTROL");
  command
      ->add_option("--min-score", options->suggest.min_score,
                   session.Say("示す点の下限、0から1（既定 0.05）",
                               "least score, 0 to 1 (default 0.05)"))
      ->type_name("X");
  command->add_flag(
      "--all", options->suggest.all,
      session.Say("行のある項目も", "controls that have rows too"));
  command
      ->add_option("--format", options->output.format,
                   session.Say("出力の形式（tsv は対応表の形）",
                               "form of the output (tsv: as a crosswalk)"))
      ->check(CLI::IsMember({"text", "csv", "json", "tsv"}));
  AddCsvOptions(*command, session, options->output);
  command->callback([options, &session] { RunSuggest(*options, session); });
}

}  // namespace cli
