#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "cli/review_options.h"
#include "cli/review_session.h"
#include "mapper/base/text.h"
#include "mapper/parse/crosswalk_document.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using mapper::Decision;

mapper::Records ReviewRecords(const ReviewsInUse& reviews,
                              const mapper::View& view) {
  mapper::Records records;
  records.name = "reviews";
  records.columns = {
      {"number", {"番号", "number"}, mapper::Column::Type::kNumber},
      {"state", {"状態", "state"}},
      {"decision", {"決定", "decision"}},
      {"source_framework", {"元の基準", "source framework"}},
      {"source_control", {"元の項目", "source control"}},
      {"target_framework", {"先の基準", "target framework"}},
      {"target_control", {"先の項目", "target control"}},
      {"relation", {"関係", "relation"}},
      {"confidence", {"確度", "confidence"}},
      {"rationale", {"理由", "rationale"}},
      {"by", {"決めた人", "by"}},
      {"date", {"決めた日", "date"}},
      {"reason", {"決めた理由", "reason"}},
      {"recorded_at", {"記録した時刻", "recorded at"}},
      {"row_sha256", {"決定のときの行のSHA-256", "SHA-256 of the row then"}}};
  const auto word = [&view](const auto& names, auto value) {
    const auto& name = names[static_cast<std::size_t>(value)];
    return std::string(view.machine ? name.machine : view.words(name.words));
  };
  const auto value = [&view](auto of_row) -> std::string {
    return view.machine ? ToString(of_row) : InWords(of_row, view.language);
  };
  for (std::size_t i = 0; i < reviews.records.size(); ++i) {
    const mapper::ReviewRecord& r = reviews.records[i];
    records.rows.push_back(
        {std::to_string(r.number),
         word(mapper::kReviewStates, reviews.states[i]),
         word(mapper::kDecisions, r.decision), r.source_framework, r.source,
         r.target_framework, r.target, r.has_row() ? value(r.relation) : "",
         r.has_row() ? value(r.confidence) : "", r.rationale, r.reviewer,
         r.reviewed_on, r.reason, r.recorded_at, r.row_sha256});
  }
  return records;
}

std::vector<mapper::Total> Totals(const ReviewsInUse& reviews) {
  std::vector<mapper::Total> totals;
  for (const auto& state : mapper::kReviewStates) {
    const auto count =
        std::count(reviews.states.begin(), reviews.states.end(), state.value);
    totals.push_back(
        {state.machine, state.words, static_cast<std::size_t>(count)});
  }
  return totals;
}

std::string Text(const Session& session, const ReviewsInUse& reviews) {
  const mapper::Records records =
      ReviewRecords(reviews, {session.language, false});
  if (records.rows.empty()) {
    return session.Say(
        "決定はまだありません。表の行を認めるのは kakehashi review accept A:ID "
        "B:ID --by 名前 --reason 理由\n",
        "No decision yet. To agree with a row: kakehashi review accept A:ID "
        "B:ID --by NAME --reason TEXT\n");
  }
  mapper::TextTable table;
  table.AddColumn(session.Say("番号", "no."), 0,
                  mapper::TextTable::Align::kRight);
  table.AddColumn(session.Say("状態", "state"));
  table.AddColumn(session.Say("決定", "decision"));
  table.AddColumn(session.Say("元の項目", "source"), 28);
  table.AddColumn(session.Say("先の項目", "target"), 28);
  table.AddColumn(session.Say("関係", "relation"));
  table.AddColumn(session.Say("決めた人・日", "by, date"), 24);
  table.AddColumn(session.Say("決めた理由", "reason"), 40);
  for (const auto& row : records.rows) {
    table.AddRow({row[0], row[1], row[2], row[3] + ":" + row[4],
                  row[5] + ":" + row[6], row[7], row[10] + " " + row[11],
                  row[12]});
  }
  std::string out = table.Render();
  std::size_t sum = 0;
  for (const mapper::Total& total : Totals(reviews)) {
    out += std::string(total.title.in(session.language)) + " " +
           std::to_string(total.value) + session.Say("、", ", ");
    sum += total.value;
  }
  out += session.Say("計 ", "total ") + std::to_string(sum) + "\n";
  if (reviews.totals.recheck > 0) {
    out += session.Say(
        "要再確認は、決めたあとに行が変わったもので、使っていません。今の行を読"
        "ん"
        "で決め直すか、kakehashi review withdraw で取り消してください。\n",
        "To be checked again: the row has changed since, and the decision is "
        "not used. Read the row and decide again, or take it back with "
        "kakehashi review withdraw.\n");
  }
  return out;
}

void RunList(const ReviewOptions& options, Session& session) {
  if (options.pair.size() == 1) {
    throw UsageError{session.Say("基準は二つ書くか、省いてください",
                                 "name two frameworks, or none")};
  }
  session.no_reviews = true;
  mapper::Dataset data = session.Data();
  for (const std::string& id : options.pair) session.Framework(id);
  ReviewsInUse all;
  all.records = StoredReviews(session);
  all.states = ApplyReviews(all.records, data, all.totals);
  ReviewsInUse reviews;
  const auto is = [&](const std::string& a, const std::string& b) {
    return options.pair.empty() ||
           (options.pair[0] == a && options.pair[1] == b) ||
           (options.pair[0] == b && options.pair[1] == a);
  };
  for (std::size_t i = 0; i < all.records.size(); ++i) {
    const mapper::ReviewRecord& r = all.records[i];
    if (!is(r.source_framework, r.target_framework)) continue;
    reviews.records.push_back(r);
    reviews.states.push_back(all.states[i]);
    if (all.states[i] == mapper::ReviewState::kRecheck) {
      ++reviews.totals.recheck;
    }
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) { return ReviewRecords(reviews, view); },
      Totals(reviews), [&] { return Text(session, reviews); });
}

class Commands {
 public:
  Commands(CLI::App& review, Session& session)
      : review_(review), session_(session) {}

  void AddRow(Decision decision, const char* japanese, const char* english) {
    auto options = std::make_shared<ReviewOptions>();
    options->decision = decision;
    CLI::App* command =
        review_.add_subcommand(ToString(decision), Say(japanese, english));
    command->add_option("a", options->a, Say("元の項目", "source"))
        ->required()
        ->type_name("A:ID");
    command->add_option("b", options->b, Say("先の項目", "target"))
        ->required()
        ->type_name("B:ID");
    if (decision == Decision::kReplace || decision == Decision::kAdd) {
      command
          ->add_option("--relation", options->relation,
                       Say("関係（A から見た）", "relation, from A to B"))
          ->check(CLI::IsMember(mapper::MachineNames(mapper::kRelations)));
      command
          ->add_option("--confidence", options->confidence,
                       Say("確度", "confidence"))
          ->check(CLI::IsMember(mapper::MachineNames(mapper::kConfidences)));
      command
          ->add_option("--rationale", options->rationale,
                       Say("行の理由", "rationale of the row"))
          ->type_name("TEXT");
    }
    AddWho(*command, *options);
    options->force =
        decision == Decision::kAccept || decision == Decision::kReject;
    if (!options->force) AddForce(*command, *options);
    command->callback(
        [options, &session = session_] { RunReviewRow(*options, session); });
  }

  void AddImport() {
    auto options = std::make_shared<ReviewOptions>();
    CLI::App* command = review_.add_subcommand(
        "import", Say("見直した表の違いを決定として記録する",
                      "record what a reviewed table says otherwise"));
    command->add_option("file", options->file, Say("見直した表", "table"))
        ->required()
        ->type_name("FILE");
    command
        ->add_option("--crosswalk", options->pair,
                     Say("元と先の基準", "source and target framework"))
        ->required()
        ->delimiter(',')
        ->expected(2)
        ->type_name("A,B");
    command
        ->add_option(
            "--as", options->as,
            Say("形式（既定は中身で判断）", "format (default: by content)"))
        ->check(CLI::IsMember(mapper::CrosswalkFormatNames()));
    command->add_flag("--whole", options->whole,
                      Say("表全体とみなし、ファイルにない行を却下する",
                          "the file is the whole table: rows that it lacks "
                          "are rejected"));
    AddWho(*command, *options);
    AddForce(*command, *options);
    command->callback(
        [options, &session = session_] { RunReviewImport(*options, session); });
  }

  void AddList() {
    auto options = std::make_shared<ReviewOptions>();
    CLI::App* command = review_.add_subcommand(
        "list", Say("決定の一覧（有効、要再確認、過去）",
                    "all decisions: standing, to be checked again, past"));
    command
        ->add_option(
            "frameworks", options->pair,
            Say("二つの基準（既定は全部）", "two frameworks (default: all)"))
        ->expected(0, 2)
        ->type_name("A B");
    AddOutputOptions(*command, session_, options->output);
    command->callback(
        [options, &session = session_] { RunList(*options, session); });
  }

 private:
  const char* Say(const char* japanese, const char* english) const {
    return session_.Say(japanese, english);
  }

  void AddWho(CLI::App& command, ReviewOptions& options) {
    command.add_option("--by", options.by, Say("決めた人", "who decides"))
        ->required()
        ->type_name("NAME");
    command.add_option("--reason", options.reason, Say("決めた理由", "why"))
        ->required()
        ->type_name("TEXT");
    command
        .add_option(
            "--date", options.date,
            Say("決めた日（既定は今日）", "day of the decision (today)"))
        ->type_name("DATE");
  }

  // Agreeing with a row and leaving one out contradict nothing.
  void AddForce(CLI::App& command, ReviewOptions& options) {
    command.add_flag("--force", options.force,
                     Say("ほかの行と矛盾しても記録する",
                         "record it though it contradicts other rows"));
  }

  CLI::App& review_;
  Session& session_;
};

}  // namespace

void AddReviewCommand(CLI::App& app, Session& session) {
  CLI::App* review = app.add_subcommand(
      "review",
      session.Say("対応表の行を認める、退ける、変える、足す（記録つき）",
                  "accept, reject, replace or add rows of "
                  "crosswalks, on record"));
  review->require_subcommand(1);
  Commands commands(*review, session);
  commands.AddRow(Decision::kAccept, "行を認める", "agree with a row");
  commands.AddRow(Decision::kReject, "行を使わない", "leave a row out");
  commands.AddRow(Decision::kReplace, "行の関係、確度、理由を変える",
                  "change relation, confidence or rationale of a row");
  commands.AddRow(Decision::kAdd, "行を足す", "add a row");
  commands.AddRow(Decision::kWithdraw, "決定を取り消す",
                  "take a decision back");
  commands.AddImport();
  commands.AddList();
}

}  // namespace cli
