#include <CLI/CLI.hpp>
#include <memory>

#include "cli/commands.h"
#include "cli/import_views.h"
#include "cli/workspace_session.h"
#include "mapper/base/text.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"
#include "mapper/store/document_store.h"

namespace cli {
namespace {

struct ShowOptions {
  std::string framework;
  std::string control;
  OutputOptions output;
};

// As the workspace holds it, in UTC.
std::string DayOf(const mapper::Document& document) {
  return document.imported_at.substr(0, document.imported_at.find('T'));
}

// "本文取込済: a.pdf（2026-11-22）", or nothing.
std::string ImportedDocuments(const Session& session,
                              const mapper::Framework& f) {
  std::string out;
  auto workspace = FindWorkspace(session);
  if (!workspace) return out;
  for (const mapper::Document& d :
       mapper::DocumentStore(*workspace).Documents()) {
    if (d.framework != f.id) continue;
    out += session.Say("本文取込済: ", "Imported: ") + mapper::Visible(d.file) +
           session.Say("（", " (") + DayOf(d) + session.Say("）\n", ")\n");
  }
  return out;
}

std::string Outline(const Session& session, const mapper::Framework& f) {
  mapper::TextTable table;
  table.AddColumn(session.Say("項目", "control"));
  table.AddColumn(session.Say("見出し", "title"), 60);
  table.AddColumn(session.Say("レベル", "level"));
  table.AddColumn(session.Say("主担当", "lead"));
  table.AddColumn(session.Say("確かさ", "evidence"));
  for (const mapper::Control& c : f.controls) {
    const std::string indent(2 * static_cast<std::size_t>(c.depth - 1), ' ');
    table.AddRow({indent + c.id, c.title(session.language),
                  InWords(c.level, f.binding, session.language),
                  InWords(c.lead, session.language),
                  InWords(c.evidence, session.language)});
  }
  return mapper::Visible(f.title(session.language)) + "  " +
         mapper::Visible(f.edition) + "\n" +
         session.Say("出どころ: ", "Sourcing: ") +
         mapper::Visible(f.sourcing(session.language)) + "\n" +
         ImportedDocuments(session, f) + "\n" + table.Render() +
         session.Say("一つの項目を詳しく: kakehashi show ",
                     "One control in full: kakehashi show ") +
         f.id + session.Say(" 項目\n", " CONTROL\n");
}

void Field(std::string& out, const std::string& name, const std::string& text) {
  constexpr std::size_t kName = 12;
  constexpr std::size_t kText = 90;
  if (text.empty()) return;
  std::string lead = name;
  lead.append(kName - std::min(kName, mapper::DisplayWidth(name)), ' ');
  for (const std::string& line : mapper::Wrap(mapper::Visible(text), kText)) {
    out += lead + line + "\n";
    lead = std::string(kName, ' ');
  }
}

// The official wording from the latest document that has it, and its place.
void OfficialWording(const Session& session, const mapper::Framework& f,
                     const mapper::Control& control, std::string& out) {
  auto workspace = FindWorkspace(session);
  if (!workspace) return;
  mapper::DocumentStore store(*workspace);
  const auto documents = store.Documents();
  for (const mapper::Wording& wording : store.Wordings(documents, f.id)) {
    if (wording.control != control.id) continue;
    const mapper::Document& document = documents[wording.document];
    const mapper::DocumentItem& item = wording.items.front();
    std::string name = session.Say("公式の文", "official");
    std::string text = wording.text();
    if (text.empty()) {
      text = session.Say("（見出しだけ）", "(a heading only)");
    }
    for (const std::string_view line : mapper::Split(text, '\n')) {
      Field(out, name, std::string(line));
      name.clear();
    }
    if (item.title != control.title_ja && item.title != control.title_en) {
      Field(out, session.Say("公式見出し", "heading"), item.title);
    }
    const auto& basis =
        mapper::kItemBases[static_cast<std::size_t>(item.basis)];
    Field(out, session.Say("文書", "document"),
          document.file + session.Say("　", "  ") +
              PlaceText(session.language, item.page, item.line) +
              session.Say("（取込 ", " (imported ") + DayOf(document) +
              session.Say("、一致の根拠 ", ", matched by ") +
              basis.words.in(session.language) + session.Say("）", ")"));
  }
}

std::string Card(Session& session, const mapper::ControlRef& ref) {
  const mapper::Dataset& data = session.Data();
  const mapper::Framework& f = data.framework(ref.framework);
  const mapper::Control& c = data.control(ref);
  const mapper::Language language = session.language;
  std::vector<std::string> support;
  for (const mapper::Role role : c.support) {
    support.emplace_back(InWords(role, language));
  }
  std::string out =
      f.id + ":" + c.id + "  " + mapper::Visible(c.title(language)) + "\n";
  Field(out, session.Say("番号", "label"), c.label);
  if (c.parent_index >= 0) {
    const auto& parent = f.controls[static_cast<std::size_t>(c.parent_index)];
    Field(out, session.Say("上の項目", "parent"),
          parent.id + "  " + parent.title(language));
  }
  Field(out, session.Say("要旨", "gist"),
        c.has_gist() ? c.gist(language) : session.Say("（なし）", "(none)"));
  OfficialWording(session, f, c, out);
  Field(out, session.Say("レベル", "level"),
        InWords(c.level, f.binding, language));
  Field(out, session.Say("主担当", "lead"), InWords(c.lead, language));
  Field(out, session.Say("関係", "support"),
        mapper::Join(support, session.Say("、", ", ")));
  Field(out, session.Say("適用条件", "applies"), ToString(c.applies));
  Field(out, session.Say("確かさ", "evidence"), InWords(c.evidence, language));
  Field(out, session.Say("注", "note"), c.note);
  return out;
}

// All links of one control, in either direction.
mapper::Records Mappings(Session& session, const mapper::ControlRef& ref,
                         const mapper::View& view) {
  mapper::ReportContext context;
  context.dataset = &session.Data();
  context.knowledge = &session.Facts();
  mapper::Records all;
  for (std::size_t i = 0; i < session.Data().frameworks.size(); ++i) {
    const int other = static_cast<int>(i);
    mapper::Records one =
        LinkRecords(context, session.Facts().Rows(ref, other), view);
    all.name = one.name;
    all.columns = one.columns;
    for (auto& row : one.rows) all.rows.push_back(std::move(row));
  }
  return all;
}

std::string MappingText(Session& session, const mapper::ControlRef& ref) {
  const mapper::Records records =
      Mappings(session, ref, {session.language, false});
  if (records.rows.empty()) {
    return session.Say(
        "\n対応表の行はありません（未検討）。\n",
        "\nNo row of any crosswalk speaks of it (not reviewed).\n");
  }
  mapper::TextTable table;
  table.AddColumn(session.Say("関係", "relation"));
  table.AddColumn(session.Say("相手", "other"), 28);
  table.AddColumn(session.Say("確度", "confidence"));
  table.AddColumn(session.Say("理由", "rationale"), 56);
  for (const auto& row : records.rows) {
    table.AddRow({row[2], row[4].empty() ? row[3] : row[3] + ":" + row[4],
                  row[6], row[8] + " [" + row[9] + "]"});
  }
  return "\n" + table.Render();
}

}  // namespace

void AddShowCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ShowOptions>();
  CLI::App* command = app.add_subcommand(
      "show", session.Say("基準の目次、または一つの項目と対応表の行",
                          "an outline, or one control with its mappings"));
  command
      ->add_option("framework", options->framework,
                   session.Say("基準", "framework"))
      ->required()
      ->type_name("FRAMEWORK");
  command
      ->add_option("control", options->control, session.Say("項目", "control"))
      ->type_name("CONTROL");
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] {
    const int framework = session.Framework(options->framework);
    const mapper::Framework& f = session.Data().framework(framework);
    mapper::ReportContext context;
    context.dataset = &session.Data();
    if (options->control.empty()) {
      session.Emit(
          options->output,
          [&](const mapper::View& view) {
            return ControlRecords(context, {framework}, view);
          },
          {{"controls", {"項目", "controls"}, f.controls.size()}},
          [&] { return Outline(session, f); });
      return;
    }
    const mapper::ControlRef ref = session.Control(framework, options->control);
    session.Emit(
        options->output,
        [&](const mapper::View& view) { return Mappings(session, ref, view); },
        {}, [&] { return Card(session, ref) + MappingText(session, ref); });
  });
}

}  // namespace cli
