#include "cli/outline_seen.h"

#include "mapper/base/text.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using Align = mapper::TextTable::Align;

std::string FormName(mapper::MarkForm form) {
  return mapper::MarkFormNames()[static_cast<std::size_t>(form)];
}

}  // namespace

std::string SeenTable(const Session& session,
                      const mapper::OutlineGuess& guess) {
  mapper::TextTable table;
  table.AddColumn(
      session.Say("行の頭にあったしるし", "marks that lines begin with"));
  table.AddColumn(session.Say("行", "lines"), 0, Align::kRight);
  table.AddColumn(session.Say("番号が続くもの", "in a list"), 0, Align::kRight);
  table.AddColumn(session.Say("例", "examples"), 60);
  for (const mapper::SeenForm& form : guess.seen) {
    std::vector<std::string> examples;
    for (const auto& [line, text] : form.examples) {
      examples.push_back(std::to_string(line) + ": " +
                         mapper::Truncate(text, 26));
    }
    table.AddRow({FormName(form.form), std::to_string(form.lines),
                  std::to_string(form.in_list), mapper::Join(examples, " / ")});
  }
  return table.Render(1);
}

std::string NothingFound(const Session& session,
                         const mapper::OutlineGuess& guess) {
  return session.Say(
             "番号の付いた構成は見つかりませんでした（スライドや通知文な"
             "ど）。行の頭にあったものは次のとおりです。\n",
             "No numbered outline was found (slides, a letter?). What "
             "lines begin with:\n") +
         SeenTable(session, guess);
}

}  // namespace cli
