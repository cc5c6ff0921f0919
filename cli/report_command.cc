#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cerrno>
#include <future>
#include <iostream>
#include <memory>
#include <optional>
#include <system_error>

#include "cli/commands.h"
#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/base/whole_files.h"
#include "mapper/report/answers.h"
#include "mapper/report/audit.h"
#include "mapper/report/audit_workbook.h"
#include "mapper/report/csv_writer.h"
#include "mapper/report/html_page.h"
#include "mapper/report/json_writer.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/summary.h"
#include "mapper/report/tables.h"

namespace cli {
namespace {

struct ReportOptions {
  SubjectOptions subject;
  std::string out;
  OutputOptions csv;
  bool no_xlsx = false;
  bool no_html = false;
};

// A file of the report, made before anything is written.
struct Output {
  std::string name;
  std::string bytes;
  std::size_t rows = 0;
};

class ReportWriter {
 public:
  ReportWriter(const ReportOptions& options, Session& session)
      : options_(options), session_(session) {}

  void Run() {
    const mapper::ReportContext& context = session_.Context(options_.subject);
    session_.WarnOfClash();
    std::optional<Working> working;
    working.emplace(session_.Say("報告書を作っています", "making the report"),
                    session_.quiet);
    const auto comparisons = CompareAll(context);
    const auto holdings = JudgeHoldings(session_.Data(), context.frameworks,
                                        context.applicability->profile());
    const auto coordination =
        Coordinate(session_.Data(), *context.applicability);
    const auto summary =
        Summarise(context, comparisons, holdings, session_.language);
    if (!options_.no_xlsx) {
      workbook_.sheets.push_back(
          SummarySheet(SummaryBlocks(context, summary, coordination, holdings,
                                     {session_.language, false}),
                       {session_.language, false}));
    }
    AddBoth({"監査表", "Audit list"}, [&](const mapper::View& view) {
      return AuditRecords(context, view);
    });
    AddBoth({"適用の根拠", "Legal bases"}, [&](const mapper::View& view) {
      return RegimeRecords(context, view, false);
    });
    Add([&](const mapper::View& view) {
      return ControlRecords(context, context.frameworks, view);
    });
    Add([&](const mapper::View& view) {
      return AllCrosswalkRecords(context, view);
    });
    Add([&](const mapper::View& view) {
      return OverlapRecords(context, view);
    });
    Add([&](const mapper::View& view) {
      return GapRecords(context, comparisons, view);
    });
    Add([&](const mapper::View& view) {
      return CoordinationRecords(context, coordination, view);
    });
    const auto role_pairs = FindRolePairs(session_.Data(), coordination);
    AddBoth({"役割の組", "Pairs of roles"}, [&](const mapper::View& view) {
      return RolePairRecords(context, role_pairs, view);
    });
    mapper::AnswerList answers;
    if (context.assessments != nullptr) {
      answers = ListAnswers(context);
      Add([&](const mapper::View& view) {
        return AnswerRecords(context, answers, view);
      });
    }
    if (!holdings.empty()) {
      AddBoth({"更新・経過措置", "Renewals"}, [&](const mapper::View& view) {
        return HoldingRecords(context, holdings, view);
      });
    }
    const mapper::Calendar calendar =
        MakeCalendar(session_.Data(), session_.Facts(), *context.applicability,
                     context.hub, PlanningYear(context.applicability->on()));
    AddBoth({"年間予定", "Year plan"}, [&](const mapper::View& view) {
      return CalendarRecords(context, calendar, view);
    });
    const auto terms =
        FindContractTerms(session_.Data(), *context.applicability);
    if (!terms.empty()) {
      AddBoth({"仕様・契約", "Contracts"}, [&](const mapper::View& view) {
        return ContractRecords(context, terms, view);
      });
    }
    const mapper::NetworkModels models =
        FindNetworkModels(session_.Data(), context.applicability->profile(),
                          context.applicability->on());
    if (!models.controls.empty()) {
      AddBoth({"ネットワークモデル", "Network model"},
              [&](const mapper::View& view) {
                return ModelRecords(context, models, view);
              });
    }
    const std::string text = WriteSummary(context, summary, coordination,
                                          holdings, {session_.language, false});
    outputs_.push_back({"summary.txt", text, 0});
    outputs_.push_back(
        {"summary.json", WriteJson({}, SummaryTotals(summary)), 0});
    // Beside the page: it needs nothing but its own sheets.
    std::future<Written> workbook = StartWorkbook(context);
    if (!options_.no_html) {
      AddPage(context, comparisons, coordination, holdings, summary,
              context.assessments == nullptr ? nullptr : &answers);
    }
    if (workbook.valid()) {
      Written written = workbook.get();
      working.reset();
      outputs_.push_back({"report.xlsx", std::move(written.bytes), 0});
      session_.Print(std::move(written.diagnostics));
    }
    working.reset();
    WriteAll(context);
    std::cout
        << text << '\n'
        << session_.Say("書き出した先: ", "Written to: ")
        << mapper::Visible(options_.out)
        << (options_.no_html
                ? session_.Say("（まず summary.txt", " (summary.txt first")
                : session_.Say("（まず report.html をブラウザで",
                               " (report.html in a browser first"))
        << (options_.no_xlsx
                ? session_.Say("、監査には CSV を Excel で）\n",
                               "; the CSVs open in Excel)\n")
                : session_.Say("、監査には report.xlsx か CSV を Excel で）\n",
                               "; report.xlsx and the CSVs open in "
                               "Excel)\n"));
  }

 private:
  template <typename Make>
  void Add(const Make& make) {
    const mapper::View view{session_.language,
                            options_.csv.header == "machine"};
    mapper::CsvOptions csv;
    csv.bom = !options_.csv.no_bom;
    csv.cp932 = options_.csv.encoding == "cp932";
    const mapper::Records records = make(view);
    outputs_.push_back({records.name + ".csv",
                        WriteCsv(records, view, csv, unmappable_),
                        records.rows.size()});
    if (!options_.no_xlsx) {
      workbook_.sheets.push_back(SheetOf(records, view));
    }
    outputs_.push_back(
        {records.name + ".json",
         WriteJson(
             view.machine ? records : make(mapper::View{view.language, true}),
             {}),
         records.rows.size()});
  }

  struct Written {
    std::string bytes;
    mapper::Diagnostics diagnostics;
  };

  // Nothing touches `workbook_` until the result is there.
  std::future<Written> StartWorkbook(const mapper::ReportContext& context) {
    if (options_.no_xlsx) return {};
    workbook_.language = session_.language;
    workbook_.title = context.applicability->profile().name;
    workbook_.day = context.applicability->on();
    return std::async(std::launch::async, [this] {
      Written written;
      written.bytes = WriteXlsx(workbook_, written.diagnostics);
      return written;
    });
  }

  // report.html; listings that only it and the CSVs have go into `tables`.
  void AddPage(const mapper::ReportContext& context,
               const std::vector<mapper::GapComparison>& comparisons,
               const mapper::Coordination& coordination,
               const std::vector<mapper::HoldingState>& holdings,
               const mapper::Summary& summary,
               const mapper::AnswerList* answers) {
    using mapper::Language;
    const bool ja = session_.ja();
    const auto other = Summarise(context, comparisons, holdings,
                                 ja ? Language::kEn : Language::kJa);
    mapper::HtmlInput input;
    input.context = &context;
    input.comparisons = &comparisons;
    input.coordination = &coordination;
    input.holdings = &holdings;
    input.answers = answers;
    input.summary_ja = ja ? &summary : &other;
    input.summary_en = ja ? &other : &summary;
    input.language = session_.language;
    input.tables = std::move(tables_);
    outputs_.push_back(
        {"report.html", WriteHtmlPage(input, mapper::BuiltBundle()), 0});
  }

  // A file that report.html shows as well.
  template <typename Make>
  void AddBoth(const mapper::Words& title, const Make& make) {
    Add(make);
    AddTable(title, make);
  }

  // A listing that the page shows as a table of its own.
  template <typename Make>
  void AddTable(const mapper::Words& title, const Make& make) {
    if (options_.no_html) return;
    tables_.push_back({title, make(mapper::View{mapper::Language::kJa, false}),
                       make(mapper::View{mapper::Language::kEn, false})});
  }

  std::string Manifest(const mapper::ReportContext& context) const {
    std::string json = "{\n \"kakehashi\": \"" KAKEHASHI_VERSION
                       "\",\n \"organization\": " +
                       mapper::JsonString(context.applicability->profile().id) +
                       ",\n \"on\": \"" + ToIso(context.applicability->on()) +
                       "\",\n \"files\": [";
    for (std::size_t i = 0; i < outputs_.size(); ++i) {
      json += (i == 0 ? "\n" : ",\n");
      json += "  {\"name\": " + mapper::JsonString(outputs_[i].name) +
              ", \"rows\": " + std::to_string(outputs_[i].rows) +
              ", \"bytes\": " + std::to_string(outputs_[i].bytes.size()) +
              ", \"sha256\": \"" + mapper::Sha256Hex(outputs_[i].bytes) + "\"}";
    }
    return json + "\n ]\n}\n";
  }

  void WriteAll(const mapper::ReportContext& context) {
    if (!mapper::IsDirectory(options_.out) &&
        mkdir(options_.out.c_str(), 0777) != 0) {
      throw mapper::Error(options_.out +
                          session_.Say(": 作れません: ", ": cannot create: ") +
                          std::generic_category().message(errno));
    }
    const std::string manifest = "manifest.json";
    std::vector<mapper::NamedBytes> files;
    files.push_back({manifest, Manifest(context)});
    for (Output& output : outputs_) {
      files.push_back({output.name, std::move(output.bytes)});
    }
    // Whoever finds the manifest finds all the files it lists.
    mapper::WriteFilesTogether(options_.out, files, manifest);
    if (!unmappable_.empty()) {
      std::cerr << session_.Say("kakehashi: CP932 にない文字を ? にしました: ",
                                "kakehashi: not in CP932, written as ?: ")
                << unmappable_ << '\n';
    }
  }

  const ReportOptions& options_;
  Session& session_;
  std::vector<Output> outputs_;
  mapper::Workbook workbook_;
  std::vector<mapper::HtmlTable> tables_;
  std::string unmappable_;
};

}  // namespace

void AddReportCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ReportOptions>();
  CLI::App* command = app.add_subcommand(
      "report", session.Say("一式を書き出す（要約、CSV、JSON、目録）",
                            "write all of it: summary, CSV, JSON, manifest"));
  AddSubjectOptions(*command, session, options->subject, false);
  command
      ->add_option("--out", options->out,
                   session.Say("書き出す先のフォルダ", "directory to write to"))
      ->required()
      ->type_name("DIR");
  AddStatusOption(*command, session, options->subject);
  command
      ->add_option(
          "--hub", options->subject.hub,
          session.Say("共通の話題とする枠組み", "framework of the topics"))
      ->type_name("ID");
  AddCsvOptions(*command, session, options->csv);
  command->add_flag(
      "--no-xlsx", options->no_xlsx,
      session.Say("report.xlsx を書き出さない", "do not write report.xlsx"));
  command->add_flag(
      "--no-html", options->no_html,
      session.Say("report.html を書かない", "do not write report.html"));
  command->callback(
      [options, &session] { ReportWriter(*options, session).Run(); });
}

}  // namespace cli
