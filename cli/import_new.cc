#include "cli/import_new.h"

#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "cli/workspace_session.h"
#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/base/whole_files.h"
#include "mapper/parse/document.h"
#include "mapper/parse/framework_files.h"
#include "mapper/parse/framework_writer.h"
#include "mapper/parse/outline_guess.h"
#include "mapper/parse/outline_spec.h"

namespace cli {
namespace {

constexpr const char* kNotStated = "（未記入）";
constexpr const char* kNotStatedEn = "(not stated)";
constexpr const char* kNote =
    "要旨は未作成。レベルと担当は仮置き（利用者が直す）";
constexpr const char* kRegimesHeader =
    "# Regimes of the user's own frameworks; see docs/formats.md.\n"
    "#\n"
    "#framework\tapplies\tscope\tministry\tbasis\tfrom\tuntil\tsubmit\tnote\n";

// A name of a directory that needs no quotes anywhere.
bool IsFrameworkId(const std::string& id) {
  const auto letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  };
  return !id.empty() && id.size() <= 64 && letter(id.front()) &&
         letter(id.back()) && id.find("--") == std::string::npos &&
         std::all_of(id.begin(), id.end(),
                     [&](char c) { return letter(c) || c == '-' || c == '.'; });
}

bool IsPrefix(const std::string& prefix) {
  return std::all_of(prefix.begin(), prefix.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  });
}

// Initials of the words of an id: mext-edu-2025 -> ME.
std::string Initials(const std::string& id) {
  std::string out;
  for (const std::string_view word : mapper::Split(id, '-')) {
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') {
      out += static_cast<char>(word[0] - 'a' + 'A');
    }
  }
  return out.empty() ? "X" : out;
}

std::string FileName(const std::string& path) {
  return path.substr(path.rfind('/') + 1);
}

// The metadata: of the shipped framework that awaits its text, or what little
// is known.
mapper::Framework Metadata(const NewFrameworkOptions& options,
                           const mapper::Framework* shipped) {
  mapper::Framework f;
  if (shipped != nullptr) {
    f = *shipped;
  } else {
    const std::string name = FileName(options.file);
    f.id = options.id;
    f.title_ja = name.substr(0, name.rfind('.'));
    f.publisher_ja = kNotStated;
    f.publisher_en = kNotStatedEn;
    f.kind = "guideline";
    f.edition = kNotStated;
    f.binding = mapper::Binding::kGuidance;
  }
  if (!options.title.empty()) f.title_ja = options.title;
  if (shipped == nullptr || !options.title.empty()) f.title_en = f.title_ja;
  f.status = "current";
  f.licence = "The user's own copy; not for redistribution.";
  f.sourcing_ja =
      "利用者が文書から取り込んだ見出しと番号。要旨、レベル、担当は未確認。";
  f.sourcing_en =
      "Numbers and headings imported from a document by the user; gists, "
      "levels and leads are not checked.";
  return f;
}

// The outline of a numbered text, given or guessed, and its table as text.
mapper::Outline ReadText(const NewFrameworkOptions& options,
                         const mapper::DocumentText& text, std::string& toml,
                         mapper::Diagnostics& diagnostics) {
  if (options.outline.empty()) {
    const std::string prefix =
        options.prefix.empty() ? Initials(options.id) : options.prefix;
    const mapper::OutlineGuess guess = mapper::GuessOutline(text.utf8, prefix);
    if (!guess.found) return {};
    toml = mapper::WriteOutlineToml(guess.rules);
  } else {
    toml = mapper::OutlineTablesOf(mapper::ReadFile(options.outline));
  }
  const std::string file =
      options.outline.empty() ? options.file : options.outline;
  const auto spec = mapper::ReadOutlineSpec(
      file, options.outline.empty() ? toml : mapper::ReadFile(options.outline),
      diagnostics);
  if (!spec) {
    if (!diagnostics.has_errors()) {
      diagnostics.Error("import-no-outline", {file, 0, 0},
                        "this file has no [outline], which says how a text is "
                        "numbered");
    }
    return {};
  }
  return mapper::ReadNumbered(options.file, text, *spec, diagnostics);
}

}  // namespace

NewFramework PlanFramework(const NewFrameworkOptions& options, Session& session,
                           const std::string& bytes,
                           mapper::Diagnostics& diagnostics) {
  if (!IsFrameworkId(options.id)) {
    throw UsageError{
        session.Say("--new の --framework は英小文字・数字・「-」「.」です: ",
                    "with --new, --framework takes lower-case letters, digits, "
                    "- and .: ") +
        options.id};
  }
  if (!IsPrefix(options.prefix)) {
    throw UsageError{session.Say("--prefix は英字だけです",
                                 "--prefix takes ASCII letters only")};
  }
  const mapper::Dataset& data = session.Data();
  const int index = data.FindFramework(options.id);
  const mapper::Framework* shipped =
      index < 0 ? nullptr : &data.framework(index);
  if (shipped != nullptr && !shipped->controls_file.empty()) {
    throw UsageError{session.Say("この基準にはもうカタログがあります（--new を"
                                 "外すと取り込めます）: ",
                                 "this framework has a catalogue already "
                                 "(import without --new): ") +
                     options.id + " " + shipped->controls_file};
  }
  const std::string user = UserDirectory(session);
  if (user.empty()) WorkspacePath(session);  // throws, and says what to do
  if (mapper::Exists(user + "/frameworks/" + options.id)) {
    throw mapper::Error(user + "/frameworks/" + options.id +
                        session.Say(": すでにあります", ": is there already"));
  }

  NewFramework plan;
  plan.framework = Metadata(options, shipped);
  std::string outline_toml;
  const mapper::DocumentText text =
      mapper::OpenDocument(options.file, bytes, diagnostics);
  if (text.numbered) {
    plan.outline = ReadText(options, text, outline_toml, diagnostics);
    mapper::Describe(text, plan.outline);
  } else {
    plan.outline = mapper::ReadCatalogue(options.file, text, diagnostics);
  }
  if (diagnostics.has_errors() || plan.outline.controls.empty()) return plan;
  const std::string what = "Made by kakehashi import --new from " +
                           mapper::Visible(FileName(options.file)) +
                           ".\nThe user's own: correct what is wrong; see "
                           "docs/formats.md.";
  plan.toml = WriteFrameworkToml(plan.framework, what, outline_toml);
  plan.controls = WriteControls(plan.outline, what, kNote);
  const std::string folder = user + "/frameworks/" + options.id;
  // What is written has to be readable.
  plan.framework = mapper::ReadFrameworkToml(
      folder + "/framework.toml", plan.toml, options.id, diagnostics);
  mapper::ReadControls(folder + "/controls.tsv", plan.controls, plan.framework,
                       diagnostics);
  const bool has_regime =
      std::any_of(data.regimes.begin(), data.regimes.end(),
                  [&](const auto& r) { return r.framework == options.id; });
  if (!has_regime) {
    plan.regime =
        options.id + "\t-\t-\t-\t" + kNotStated +
        "\t-\t-\t-\t利用者が取り込んだ基準。適用と根拠は利用者が直す\n";
  }
  return plan;
}

std::string WriteFramework(const Session& session, const NewFramework& plan) {
  namespace fs = std::filesystem;
  const std::string frameworks = UserDirectory(session) + "/frameworks";
  std::string folder = frameworks + "/" + plan.framework.id;
  const std::string draft = frameworks + "/.new-" + plan.framework.id + "-" +
                            std::to_string(getpid());
  const mapper::HoldInterrupts hold;
  std::error_code error;
  fs::remove_all(draft, error);
  mapper::MakePrivateDirectories(draft);
  try {
    mapper::WriteFileAtomically(draft + "/framework.toml", plan.toml);
    mapper::WriteFileAtomically(draft + "/controls.tsv", plan.controls);
    // Fails when somebody else has made it meanwhile: it is not empty.
    fs::rename(draft, folder);
    mapper::SyncDirectoryOf(folder);
  } catch (const fs::filesystem_error& failure) {
    fs::remove_all(draft, error);
    throw mapper::Error(folder + ": " + failure.code().message());
  } catch (...) {
    fs::remove_all(draft, error);
    throw;
  }
  if (!plan.regime.empty()) {
    const std::string file = frameworks + "/regimes.tsv";
    std::string text =
        mapper::Exists(file) ? mapper::ReadFile(file) : kRegimesHeader;
    if (!mapper::EndsWith(text, "\n")) text += '\n';
    mapper::WriteFileAtomically(file, text + plan.regime);
  }
  return folder;
}

}  // namespace cli
