#include "cli/workspace_documents.h"

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>

#include "cli/import_views.h"
#include "cli/workspace_session.h"
#include "mapper/base/text.h"
#include "mapper/report/text_table.h"
#include "mapper/store/document_store.h"

namespace cli {
namespace {

using Align = mapper::TextTable::Align;
using Type = mapper::Column::Type;

struct DocumentsOptions {
  std::int64_t items = 0;
  std::int64_t remove = 0;
  OutputOptions output;
};

std::string Number(std::size_t value) { return std::to_string(value); }

mapper::Records DocumentRecords(const std::vector<mapper::Document>& documents,
                                const std::vector<std::size_t>& items) {
  mapper::Records records;
  records.name = "documents";
  records.columns = {{"document", {"文書", "document"}, Type::kNumber},
                     {"framework", {"基準", "framework"}},
                     {"file", {"ファイル", "file"}},
                     {"kind", {"種類", "kind"}},
                     {"pages", {"ページ", "pages"}, Type::kNumber},
                     {"lines", {"行", "lines"}, Type::kNumber},
                     {"items", {"項目", "items"}, Type::kNumber},
                     {"imported_at", {"取込(UTC)", "imported (UTC)"}},
                     {"sha256", {"SHA-256", "sha256"}}};
  for (std::size_t i = 0; i < documents.size(); ++i) {
    const mapper::Document& d = documents[i];
    records.rows.push_back({std::to_string(d.id), d.framework, d.file, d.kind,
                            d.pages == 0 ? "" : Number(d.pages),
                            Number(d.lines), Number(items[i]), d.imported_at,
                            d.sha256});
  }
  return records;
}

std::string DocumentsText(const Session& session,
                          const mapper::Records& records) {
  constexpr std::size_t kItems = 6;
  constexpr std::size_t kShown = 8;  // the digest is for files
  mapper::TextTable table;
  for (std::size_t i = 0; i < kShown; ++i) {
    const mapper::Column& column = records.columns[i];
    table.AddColumn(
        column.title.in(session.language), i == 2 ? 40 : 0,
        column.type == Type::kNumber ? Align::kRight : Align::kLeft);
  }
  std::size_t sum = 0;
  for (auto row : records.rows) {
    sum += std::stoul(row[kItems]);
    row.resize(kShown);
    table.AddRow(std::move(row));
  }
  table.AddRule();
  std::vector<std::string> total(kShown);
  total[0] = session.Say("計", "total");
  total[2] = Number(records.rows.size());
  total[kItems] = Number(sum);
  table.AddRow(std::move(total));
  return table.Render() +
         (records.rows.empty()
              ? session.Say("取り込むには: kakehashi import ファイル "
                            "--framework 基準\n",
                            "To import one: kakehashi import FILE --framework "
                            "ID\n")
              : session.Say(
                    "文書の項目: --items 番号、取り除く: --remove 番号\n",
                    "The items of one: --items N; to remove it: "
                    "--remove N\n"));
}

mapper::Records ItemRecords(const std::vector<mapper::DocumentItem>& items,
                            const mapper::View& view) {
  mapper::Records records;
  records.name = "items";
  records.columns = {{"item", {"文書の項目", "item"}},
                     {"control", {"カタログの項目", "control"}},
                     {"basis", {"一致の根拠", "matched by"}},
                     {"label", {"表記", "label"}},
                     {"title", {"見出し", "title"}},
                     {"text", {"公式の文", "official wording"}},
                     {"page", {"ページ", "page"}, Type::kNumber},
                     {"line", {"行", "line"}, Type::kNumber},
                     {"withdrawn", {"廃止", "withdrawn"}}};
  static const mapper::Words kWithdrawn = {"廃止", "withdrawn"};
  for (const mapper::DocumentItem& item : items) {
    const auto& basis =
        mapper::kItemBases[static_cast<std::size_t>(item.basis)];
    const std::string withdrawn =
        view.machine ? "true" : view.words(kWithdrawn);
    records.rows.push_back(
        {item.id, item.control,
         view.machine ? basis.machine : view.words(basis.words), item.label,
         item.title, item.text, item.page == 0 ? "" : Number(item.page),
         item.line == 0 ? "" : Number(item.line),
         item.withdrawn ? withdrawn : ""});
  }
  return records;
}

std::string ItemsText(const Session& session, const mapper::Document& document,
                      const std::vector<mapper::DocumentItem>& items) {
  mapper::TextTable table;
  table.AddColumn(session.Say("文書の項目", "item"), 28);
  table.AddColumn(session.Say("カタログ", "catalogue"), 20);
  table.AddColumn(session.Say("根拠", "by"));
  table.AddColumn(session.Say("場所", "place"));
  table.AddColumn(session.Say("見出し・公式の文", "heading, official wording"),
                  60);
  for (const mapper::DocumentItem& item : items) {
    const auto& basis =
        mapper::kItemBases[static_cast<std::size_t>(item.basis)];
    std::string words = item.title;
    if (!item.text.empty()) words += (words.empty() ? "" : "　") + item.text;
    table.AddRow({item.id, item.control, basis.words.in(session.language),
                  PlaceText(session.language, item.page, item.line), words});
  }
  return mapper::Visible(document.file) + "  " + document.framework + "  " +
         document.imported_at + "\n" + table.Render() +
         session.Say("項目 ", "items ") + Number(items.size()) + "\n";
}

[[noreturn]] void NoSuchDocument(const Session& session, std::int64_t id) {
  throw UsageError{
      session.Say("この番号の文書はありません（kakehashi workspace "
                  "documents で一覧）: ",
                  "no such document (see kakehashi workspace "
                  "documents): ") +
      std::to_string(id)};
}

void RunDocuments(const DocumentsOptions& options, Session& session) {
  if (options.remove != 0) {
    RequireWorkspace(session);  // here nothing is made
    mapper::Workspace workspace = WritableWorkspace(session);
    mapper::DocumentStore store(workspace);
    const auto document = store.Find(options.remove);
    if (!document || !store.Remove(options.remove)) {
      NoSuchDocument(session, options.remove);
    }
    std::cout << session.Say("取り除きました: ", "Removed: ") << options.remove
              << ' ' << document->framework << ' '
              << mapper::Visible(document->file) << '\n';
    return;
  }
  mapper::Workspace workspace = RequireWorkspace(session);
  mapper::DocumentStore store(workspace);
  if (options.items != 0) {
    const auto document = store.Find(options.items);
    if (!document) NoSuchDocument(session, options.items);
    const auto items = store.Items(options.items);
    session.Emit(
        options.output,
        [&](const mapper::View& view) { return ItemRecords(items, view); },
        {{"items", {"項目", "items"}, items.size()}},
        [&] { return ItemsText(session, *document, items); });
    return;
  }
  const auto documents = store.Documents();
  std::vector<std::size_t> items;
  std::size_t sum = 0;
  for (const mapper::Document& document : documents) {
    items.push_back(store.Items(document.id).size());
    sum += items.back();
  }
  mapper::Records records = DocumentRecords(documents, items);
  session.Emit(
      options.output, [&](const mapper::View&) { return records; },
      {{"documents", {"文書", "documents"}, documents.size()},
       {"items", {"項目", "items"}, sum}},
      [&] { return DocumentsText(session, records); });
}

}  // namespace

void AddDocumentsCommand(CLI::App& workspace, Session& session) {
  auto options = std::make_shared<DocumentsOptions>();
  CLI::App* command = workspace.add_subcommand(
      "documents", session.Say("取り込んだ公式の文書の一覧、項目、取り除き",
                               "the imported documents, their items, and "
                               "removing one"));
  CLI::Option* items = command->add_option(
      "--items", options->items,
      session.Say("この番号の文書の項目", "the items of this document"));
  items->type_name("N")->check(CLI::PositiveNumber);
  command
      ->add_option(
          "--remove", options->remove,
          session.Say("この番号の文書を取り除く", "remove this document"))
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->excludes(items);
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunDocuments(*options, session); });
}

}  // namespace cli
