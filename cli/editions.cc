#include "cli/editions.h"

#include <CLI/CLI.hpp>

#include "mapper/base/file.h"
#include "mapper/parse/document.h"
#include "mapper/parse/framework_files.h"

namespace cli {
namespace {

LoadedEdition FromDirectory(Session& session, std::string directory) {
  while (directory.size() > 1 && directory.back() == '/') directory.pop_back();
  const std::string id = directory.substr(directory.rfind('/') + 1);
  mapper::Diagnostics diagnostics;
  mapper::Framework framework;
  const std::string toml = directory + "/framework.toml";
  if (mapper::Exists(toml)) {
    framework = mapper::ReadFrameworkToml(toml, mapper::ReadFile(toml), id,
                                          diagnostics);
  }
  framework.id = id;
  const std::string controls = directory + "/controls.tsv";
  mapper::ReadControls(controls, mapper::ReadFile(controls), framework,
                       diagnostics);
  session.Require(std::move(diagnostics));
  return {EditionOf(framework), -1};
}

LoadedEdition FromDocument(Session& session, const std::string& path,
                           const std::string& framework) {
  if (framework.empty()) {
    throw UsageError{session.Say(
        "文書どうしを比べるときは --framework ID "
        "で番号の付け方を示してください",
        "to compare documents, say with --framework ID how they are numbered")};
  }
  mapper::Diagnostics diagnostics;
  const mapper::Outline outline = [&] {
    const Working working =
        session.At("文書を読んでいます", "reading the document");
    return mapper::ReadDocument(
        path, mapper::ReadFile(path),
        session.Data().framework(session.Framework(framework)), diagnostics);
  }();
  // Notes on gaps in the numbering are `import --check --notes`'s.
  mapper::Diagnostics shown;
  for (const mapper::Diagnostic& d : diagnostics.all()) {
    if (d.severity != mapper::Severity::kNote) shown.Add(d);
  }
  session.Require(std::move(shown));
  return {mapper::EditionOf(path, outline), -1};
}

LoadedEdition Load(Session& session, const std::string& name,
                   const std::string& framework) {
  const int index = session.Data().FindFramework(name);
  if (index >= 0) {
    return {EditionOf(session.Data().framework(index)), index};
  }
  if (mapper::IsDirectory(name)) return FromDirectory(session, name);
  if (mapper::Exists(name)) return FromDocument(session, name, framework);
  session.Framework(name);  // says what it may have been
  return {};
}

}  // namespace

std::pair<LoadedEdition, LoadedEdition> LoadEditions(
    Session& session, const std::string& older, const std::string& newer,
    const std::string& framework) {
  const auto numbering = [&](const std::string& other) {
    if (!framework.empty()) return framework;
    return session.Data().FindFramework(other) >= 0 ? other : std::string();
  };
  LoadedEdition a = Load(session, older, numbering(newer));
  LoadedEdition b = Load(session, newer, numbering(older));
  return {std::move(a), std::move(b)};
}

void AddEditionArguments(CLI::App& command, const Session& session,
                         std::string& older, std::string& newer,
                         std::string& framework) {
  command
      .add_option("old", older,
                  session.Say("旧版: 基準のID、基準のフォルダ、文書ファイルの"
                              "どれか",
                              "old edition: a framework, a framework "
                              "directory, or a document"))
      ->required()
      ->type_name("OLD");
  command
      .add_option("new", newer,
                  session.Say("新版（同じ）", "new edition (alike)"))
      ->required()
      ->type_name("NEW");
  command
      .add_option("--framework", framework,
                  session.Say("文書の番号の付け方を持つ基準（既定はもう一方）",
                              "framework whose [outline] reads the document "
                              "(default: the other side)"))
      ->type_name("ID");
}

}  // namespace cli
