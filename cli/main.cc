#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <iostream>
#include <new>
#include <string>

#include "cli/commands.h"
#include "cli/error_words.h"
#include "cli/usage_message.h"
#include "mapper/base/limits.h"
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

void PrintError(const cli::Session& session, const std::string& message) {
  const bool colour = cli::UsesColour(session.color, STDERR_FILENO);
  std::cerr << (colour ? cli::Coloured("kakehashi:", cli::Colour::kRed)
                       : "kakehashi:")
            << ' ' << mapper::Visible(message) << '\n';
}

int Usage(const CLI::App& app, const cli::Session& session,
          const std::string& message) {
  PrintError(session, message);
  std::cerr << session.Say("使い方は ", "Run ") << cli::CommandName(app)
            << session.Say(" --help で表示します。\n",
                           " --help for more information.\n");
  return cli::kUsage;
}

int Run(int argc, char** argv, cli::Session& session) {
  CLI::App app{
      session.Say("重要インフラのサイバーセキュリティ基準どうしの対応を調べる",
                  "Crosswalks between cybersecurity guidelines"),
      "kakehashi"};
  if (session.ja()) app.formatter(cli::JapaneseHelp());
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
  app.add_flag("--quiet", session.quiet,
               session.Say("途中経過と、誤りでない案内を出さない",
                           "no progress, and no remarks about nothing wrong"));
  app.add_option("--color", session.color,
                 session.Say("色を付けるか（auto は端末にだけ）",
                             "colour (auto: on terminals only)"))
      ->check(CLI::IsMember({"auto", "always", "never"}));
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
  cli::AddCompletionCommand(app, session);
  cli::AddManualCommand(app, session);

  for (int i = 1; i < argc; ++i) {
    if (std::strlen(argv[i]) <= mapper::limits::kArgument) continue;
    return Usage(app, session,
                 session.Say("引数が長すぎます（上限のバイト数は ",
                             "an argument is too long (bytes at most: ") +
                     std::to_string(mapper::limits::kArgument) +
                     session.Say("）", ")"));
  }
  const std::string unknown = cli::UnknownCommand(app, session, argc, argv);
  if (!unknown.empty()) return Usage(app, session, unknown);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // help, version
    return Usage(app, session, cli::UsageMessage(app, error, session));
  } catch (const cli::UsageError& error) {
    return Usage(app, session, error.message);
  } catch (const cli::InputError&) {
    return cli::kFailure;
  } catch (const std::bad_alloc&) {
    PrintError(session, session.Say("メモリが足りません", "not enough memory"));
    return cli::kFailure;
  } catch (const std::exception& error) {
    PrintError(session, session.ja() ? cli::ErrorInJapanese(error.what())
                                     : std::string(error.what()));
    return cli::kFailure;
  }
  std::cout.flush();
  if (!std::cout) {
    PrintError(session, session.Say("結果を書き出せませんでした",
                                    "cannot write the result"));
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
