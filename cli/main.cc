#include <CLI/CLI.hpp>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/streams.h"
#include "mapper/base/text.h"

namespace {

// The language has to be known before the help texts are made.
mapper::Language ChooseLanguage(int argc, char** argv) {
  std::string chosen;
  for (const char* name : {"LANG", "LC_MESSAGES", "LC_ALL"}) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') chosen = value;
  }
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--lang" && i + 1 < argc) chosen = argv[i + 1];
    if (mapper::StartsWith(word, "--lang=")) chosen = word.substr(7);
  }
  return mapper::StartsWith(chosen, "en") ? mapper::Language::kEn
                                          : mapper::Language::kJa;
}

// The place of the first word that is neither an option nor the value of a
// global one, or argc.
int CommandPlace(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--data" || word == "--db" || word == "--lang") {
      ++i;
    } else if (word.empty() || word[0] != '-') {
      return i;
    }
  }
  return argc;
}

// What is wrong with the word at `place`, which is to be a command below `app`,
// and with the one right after it when that command has some of its own; "".
std::string UnknownCommand(const CLI::App& app, const cli::Session& session,
                           int argc, char** argv, int place) {
  if (place >= argc || argv[place][0] == '-') return {};
  const std::string word = argv[place];
  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands({})) {
    commands.push_back(command->get_name());
    if (commands.back() == word) {
      return UnknownCommand(*command, session, argc, argv, place + 1);
    }
  }
  if (word.empty() || commands.empty()) return {};
  const std::string nearest = mapper::Nearest(word, commands);
  return session.Say("知らないコマンドです: ", "unknown command: ") + word +
         (nearest.empty() ? ""
                          : session.Say("。もしかして: ", "; did you mean ") +
                                nearest + session.Say("", "?"));
}

void UseJapaneseLabels(CLI::App& app) {
  auto formatter = std::make_shared<CLI::Formatter>();
  formatter->label("REQUIRED", "（必須）");
  formatter->label("TEXT", "文字列");
  formatter->label("Usage", "使い方");
  formatter->label("OPTIONS", "オプション");
  formatter->label("SUBCOMMAND", "コマンド");
  app.formatter(formatter);
}

int Usage(const cli::Session& session, const std::string& message) {
  std::cerr << "kakehashi: " << mapper::Visible(message) << '\n'
            << session.Say("使い方は kakehashi --help で表示します。",
                           "Run kakehashi --help for more information.")
            << '\n';
  return cli::kUsage;
}

int Run(int argc, char** argv, cli::Session& session) {
  CLI::App app{
      session.Say("重要インフラのサイバーセキュリティ基準どうしの対応を調べる",
                  "Crosswalks between cybersecurity guidelines"),
      "kakehashi"};
  if (session.ja()) UseJapaneseLabels(app);
  app.set_help_flag("-h,--help",
                    session.Say("使い方を表示する", "print this help"));
  app.set_help_all_flag("--help-all",
                        session.Say("全コマンドの使い方を表示する",
                                    "print the help of all commands"));
  app.set_version_flag("--version", "kakehashi " KAKEHASHI_VERSION,
                       session.Say("版を表示する", "print the version"));
  app.require_subcommand(1);
  app.fallthrough();
  app.add_option("--data", session.data,
                 session.Say("データの場所（既定は付属のデータ）",
                             "data directory (default: the shipped data)"))
      ->type_name("DIR");
  app.add_option(
         "--db", session.db,
         session.Say("ワークスペースのファイル", "file of the workspace"))
      ->type_name("FILE");
  app.add_flag("--no-reviews", session.no_reviews,
               session.Say("対応表の行への利用者の決定を使わない",
                           "do without the decisions about rows"));
  std::string language;
  app.add_option("--lang", language,
                 session.Say("表示の言語", "language of the output"))
      ->check(CLI::IsMember({"ja", "en"}));

  cli::AddFrameworksCommand(app, session);
  cli::AddShowCommand(app, session);
  cli::AddLintCommand(app, session);
  cli::AddCrosswalkCommand(app, session);
  cli::AddSuggestCommand(app, session);
  cli::AddReviewCommand(app, session);
  cli::AddExplainCommand(app, session);
  cli::AddDiffCommand(app, session);
  cli::AddMigrateCommand(app, session);
  cli::AddOutlineCommand(app, session);
  cli::AddOverlapCommand(app, session);
  cli::AddGapCommand(app, session);
  cli::AddRegimesCommand(app, session);
  cli::AddCoordinateCommand(app, session);
  cli::AddCalendarCommand(app, session);
  cli::AddContractsCommand(app, session);
  cli::AddPlanCommand(app, session);
  cli::AddChecklistCommand(app, session);
  cli::AddSearchCommand(app, session);
  cli::AddReportCommand(app, session);
  cli::AddProfileCommand(app, session);
  cli::AddImportCommand(app, session);
  cli::AddAssessCommand(app, session);
  cli::AddWorkspaceCommand(app, session);
  cli::AddExportCommand(app, session);

  const std::string unknown =
      UnknownCommand(app, session, argc, argv, CommandPlace(argc, argv));
  if (!unknown.empty()) return Usage(session, unknown);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    // CLI11 numbers its errors from 100 up; ours is one documented value.
    return app.exit(error) == 0 ? cli::kOk : cli::kUsage;
  } catch (const cli::UsageError& error) {
    return Usage(session, error.message);
  } catch (const cli::InputError&) {
    return cli::kFailure;
  } catch (const std::exception& error) {
    std::cerr << "kakehashi: " << mapper::Visible(error.what()) << '\n';
    return cli::kFailure;
  }
  return session.status;
}

}  // namespace

int main(int argc, char** argv) {
  cli::Streams streams;
  cli::Session session;
  session.language = ChooseLanguage(argc, argv);
  const int status = Run(argc, argv, session);
  const std::string reason = streams.Finish();
  if (reason.empty()) return status;
  std::cerr << session.Say("kakehashi: 結果を書き出せませんでした: ",
                           "kakehashi: cannot write the result: ")
            << reason << '\n';
  return cli::kFailure;
}
