#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/profile_form.h"
#include "mapper/parse/profile_toml.h"
#include "mapper/report/profile_form.h"
#include "mapper/report/profile_toml_writer.h"
#include "mapper/report/xlsx_writer.h"

namespace cli {
namespace {

struct ProfileOptions {
  std::string org;
  std::string form;
  std::string out;
};

// What a person made is not written over: it may hold more than we know.
void RequireNew(const Session& session, const std::string& path) {
  if (mapper::Exists(path)) {
    throw mapper::Error(
        path + session.Say(": すでにあります。別の名前にするか、消してください",
                           ": exists already; choose another name, or remove "
                           "it"));
  }
}

void WriteForm(const ProfileOptions& options, Session& session) {
  mapper::Profile profile;
  if (!options.org.empty()) {
    mapper::Diagnostics diagnostics;
    profile = mapper::ReadProfile(options.org, mapper::ReadFile(options.org),
                                  diagnostics);
    session.Require(std::move(diagnostics));
  }
  RequireNew(session, options.out);
  mapper::Diagnostics diagnostics;
  const std::string bytes = WriteXlsx(
      ProfileForm(options.org.empty() ? nullptr : &profile, session.language),
      diagnostics);
  session.Require(std::move(diagnostics));
  mapper::WriteFileAtomically(options.out, bytes);
  std::cout << session.Say("書き出しました: ", "Written: ")
            << mapper::Visible(options.out)
            << session.Say("\n記入したら: kakehashi profile read ",
                           "\nWhen it is filled in: kakehashi profile read ")
            << mapper::Visible(options.out) << " --out PROFILE.toml\n";
}

void ReadForm(const ProfileOptions& options, Session& session) {
  mapper::Diagnostics diagnostics;
  const mapper::Profile profile = mapper::ReadProfileForm(
      options.form, mapper::ReadFile(options.form), diagnostics);
  if (diagnostics.has_errors()) {
    session.Print(std::move(diagnostics));
    session.status = kFindings;
    return;
  }
  session.Print(std::move(diagnostics));
  RequireNew(session, options.out);
  const std::string text = WriteProfileToml(profile, session.language);
  // What is written can be read: a form never makes a profile that fails later.
  mapper::Diagnostics written;
  mapper::ReadProfile(options.out, text, written);
  session.Require(std::move(written));
  mapper::WriteFileAtomically(options.out, text);
  std::cout << session.Say("書き出しました: ", "Written: ")
            << mapper::Visible(options.out)
            << session.Say("\n次は: kakehashi regimes --org ",
                           "\nNext: kakehashi regimes --org ")
            << mapper::Visible(options.out) << '\n';
}

}  // namespace

void AddProfileCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ProfileOptions>();
  CLI::App* command = app.add_subcommand(
      "profile", session.Say("プロフィールをExcelの様式で書き、読み戻す",
                             "a profile as an Excel form, and back"));
  command->require_subcommand(1);
  CLI::App* form = command->add_subcommand(
      "form", session.Say("様式を書き出す", "write the form"));
  form->add_option("--org", options->org,
                   session.Say("記入しておくプロフィール（TOML）",
                               "profile to fill it with (TOML)"))
      ->type_name("PROFILE");
  form->add_option("--out", options->out,
                   session.Say("書き出すファイル（.xlsx）", "file to write"))
      ->required()
      ->type_name("FORM");
  form->callback([options, &session] { WriteForm(*options, session); });
  CLI::App* read = command->add_subcommand(
      "read", session.Say("記入された様式を読み、プロフィールにする",
                          "read a form that was filled in"));
  read->add_option("form", options->form,
                   session.Say("様式（.xlsx）", "the form (.xlsx)"))
      ->required()
      ->type_name("FORM");
  read->add_option("--out", options->out,
                   session.Say("書き出すプロフィール（.toml）",
                               "profile to write (.toml)"))
      ->required()
      ->type_name("PROFILE");
  read->callback([options, &session] { ReadForm(*options, session); });
}

}  // namespace cli
