#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "cli/commands.h"
#include "cli/outline_seen.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/document.h"
#include "mapper/parse/outline_guess.h"
#include "mapper/report/json_writer.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

struct OutlineOptions {
  std::string file;
  std::string framework;
  std::string prefix = "X";
  bool guess = false;
  OutputOptions output;
};

using Align = mapper::TextTable::Align;

// The controls of an outline, as read.
mapper::Records OutlineRecords(const mapper::Outline& outline,
                               const mapper::View& view) {
  using Type = mapper::Column::Type;
  mapper::Records records;
  records.name = "outline";
  records.columns = {{"control", {"項目", "control"}},
                     {"parent", {"上の項目", "parent"}},
                     {"depth", {"深さ", "depth"}, Type::kNumber},
                     {"mark", {"しるし", "mark"}},
                     {"label", {"表記", "label"}},
                     {"title", {"見出し", "title"}},
                     {"text", {"本文", "text"}},
                     {"line", {"行", "line"}, Type::kNumber},
                     {"withdrawn", {"廃止", "withdrawn"}}};
  static const mapper::Words kWithdrawn = {"廃止", "withdrawn"};
  for (const mapper::OutlineControl& control : outline.controls) {
    const std::string withdrawn =
        view.machine ? "true" : std::string(view.words(kWithdrawn));
    records.rows.push_back(
        {control.id,
         control.parent < 0
             ? std::string()
             : outline.controls[static_cast<std::size_t>(control.parent)].id,
         std::to_string(control.depth), control.mark, control.label,
         control.title, control.text, std::to_string(control.line),
         control.withdrawn ? withdrawn : ""});
  }
  return records;
}

std::vector<mapper::Total> Totals(const mapper::Outline& outline) {
  return {
      {"controls", {"読んだ項目", "controls read"}, outline.controls.size()}};
}

std::string CountsTable(const Session& session,
                        const mapper::Outline& outline) {
  mapper::TextTable table;
  table.AddColumn(session.Say("しるし", "mark"));
  table.AddColumn(session.Say("項目", "controls"), 0, Align::kRight);
  table.AddColumn(
      session.Say("例（行と見出し・本文）", "examples (line, heading or text)"),
      70);
  std::size_t sum = 0;
  for (const auto& [mark, count] : outline.counts) {
    std::vector<std::string> examples;
    for (const mapper::OutlineControl& control : outline.controls) {
      if (control.mark != mark) continue;
      if (examples.size() == 3) break;
      const std::string& words =
          control.title.empty() ? control.text : control.title;
      examples.push_back(std::to_string(control.line) + ": " + control.id +
                         " " + mapper::Truncate(words, 30));
    }
    table.AddRow({mark, std::to_string(count), mapper::Join(examples, " / ")});
    sum += count;
  }
  table.AddRule();
  table.AddRow({session.Say("計", "total"), std::to_string(sum), ""});
  return table.Render(1);
}

std::string OutlineText(const Session& session,
                        const mapper::Outline& outline) {
  std::string out = CountsTable(session, outline) + "\n";
  for (const mapper::OutlineControl& control : outline.controls) {
    const std::string& words =
        control.title.empty() ? control.text : control.title;
    out += std::string(2 * static_cast<std::size_t>(control.depth - 1), ' ') +
           mapper::Visible(control.id) + "  " +
           mapper::Visible(mapper::Truncate(words, 60)) + "\n";
  }
  return out;
}

std::string Comment(const std::string& text) {
  std::string out;
  for (const std::string_view line : mapper::Split(text, '\n')) {
    if (!line.empty()) out += "# " + std::string(line) + "\n";
  }
  return out;
}

// A file to save: what was seen as comments, then the table itself.
std::string GuessText(const Session& session, const std::string& file,
                      const mapper::OutlineGuess& guess) {
  std::string seen = mapper::Visible(file) +
                     session.Say("　文字のある行 ", "  lines with text ") +
                     std::to_string(guess.lines) +
                     session.Say("、ページ ", ", pages ") +
                     std::to_string(guess.pages) + "\n";
  if (!guess.found) {
    return Comment(seen + NothingFound(session, guess));
  }
  seen += session.Say(
      "文書から見当をつけた [outline] です。例を見て直し、framework.toml "
      "に入れます（docs/outline_format.md）。\n",
      "A proposed [outline]: look at the examples, correct it, and put it into "
      "a framework.toml (docs/outline_format.md).\n");
  std::string out = Comment(seen + CountsTable(session, guess.outline));
  if (guess.problems > 0) {
    out += Comment(session.Say("番号の重なりなどの警告: ",
                               "warnings, such as repeated numbers: ") +
                   std::to_string(guess.problems));
  }
  if (!guess.labels.empty()) {
    std::string labels;
    for (const auto& [label, count] : guess.labels) {
      labels += (labels.empty() ? "" : "、") + mapper::Visible(label) + " " +
                std::to_string(count);
    }
    out += Comment(
        session.Say(
            "行に単独で繰り返す見出し（解説なら [[outline.block]] に、要"
            "らなければ skip に）: ",
            "labels that stand alone on many lines (commentary belongs "
            "to [[outline.block]], others to skip): ") +
        labels);
  }
  return out + WriteOutlineToml(guess.rules);
}

void RunGuess(const OutlineOptions& options, Session& session) {
  mapper::Diagnostics diagnostics;
  const std::string text = mapper::ReadDocumentText(
      options.file, mapper::ReadFile(options.file), diagnostics);
  session.Require(std::move(diagnostics));
  const mapper::OutlineGuess guess = mapper::GuessOutline(text, options.prefix);
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return OutlineRecords(guess.outline, view);
      },
      Totals(guess.outline),
      [&] { return GuessText(session, options.file, guess); });
  if (!guess.found) session.status = kFindings;
}

void RunOutline(const OutlineOptions& options, Session& session) {
  if (options.guess != options.framework.empty()) {
    throw UsageError{
        session.Say("--guess か --framework ID のどちらかを指定してください",
                    "give either --guess or --framework ID")};
  }
  const bool letters =
      !options.prefix.empty() &&
      std::all_of(options.prefix.begin(), options.prefix.end(), [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
      });
  if (!letters) {
    throw UsageError{session.Say("--prefix は英字だけです",
                                 "--prefix takes ASCII letters only")};
  }
  if (options.guess) return RunGuess(options, session);
  mapper::Diagnostics diagnostics;
  const mapper::Outline outline = [&] {
    const Working working =
        session.At("文書を読んでいます", "reading the document");
    return mapper::ReadDocument(
        options.file, mapper::ReadFile(options.file),
        session.Data().framework(session.Framework(options.framework)),
        diagnostics);
  }();
  session.Require(std::move(diagnostics));
  session.Emit(
      options.output,
      [&](const mapper::View& view) { return OutlineRecords(outline, view); },
      Totals(outline), [&] { return OutlineText(session, outline); });
}

}  // namespace

void AddOutlineCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<OutlineOptions>();
  CLI::App* command = app.add_subcommand(
      "outline",
      session.Say("文書の番号の構成を示す。--guess は [outline] の案を作る",
                  "the numbered outline of a document; --guess proposes an "
                  "[outline]"));
  command
      ->add_option("file", options->file,
                   session.Say("文書（PDF、テキスト）", "document (PDF, text)"))
      ->required()
      ->type_name("FILE");
  command->add_flag(
      "--guess", options->guess,
      session.Say("番号のしるしから [outline] の案を作る",
                  "propose an [outline] from the marks that are seen"));
  command
      ->add_option("--framework", options->framework,
                   session.Say("この基準の [outline] で読む",
                               "read it by the [outline] of this framework"))
      ->type_name("ID");
  command
      ->add_option("--prefix", options->prefix,
                   session.Say("案のIDの頭の英字（既定は X）",
                               "letters that proposed ids begin with (X)"))
      ->type_name("LETTERS");
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunOutline(*options, session); });
}

}  // namespace cli
