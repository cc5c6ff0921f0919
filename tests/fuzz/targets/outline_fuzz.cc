// Numbered texts, by the outlines of three kinds of documents.  The first byte
// chooses one.

#include <array>
#include <string>

#include "mapper/base/encoding.h"
#include "mapper/parse/outline_reader.h"
#include "mapper/parse/outline_spec.h"
#include "mapper/parse/page_columns.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

constexpr std::array<const char*, 3> kOutlines = {
    // A guideline.
    R"toml([outline]
prefix = "G"
catalogue_depth = 5
skip = ["別紙*"]
mark = [
  { name = "編", form = "第n編", depth = 1, title = "line", id = "Pt{n}" },
  { name = "章", form = "第n章", depth = 2, under = ["編"], title = "line", id = "{parent}.Ch{n}" },
  { name = "n.", form = "n.", depth = 3, title = "line", id = "{prefix}{n}" },
  { name = "n.n.", form = "n.n", depth = 4, under = ["n."], title = "line", id = "{parent}.{last}" },
  { name = "(n)", form = "(n)", depth = 5, title = "line", id = "{parent}({n})" },
  { name = "①", form = "①", depth = 6, under = ["n.", "n.n.", "(n)"], id = "{parent}-{n}" },
  { name = "(ア)", form = ["(ア)", "ア"], depth = 7, id = "{parent}({n})" },
]
[outline.rename]
"Pt1.Ch1" = "TOP"
[[outline.block]]
begin = ["（解説）", "(解説)", "（注*"]
until_marks = ["編", "章", "n.", "n.n.", "(n)", "①"]
)toml",
    // A law in Markdown, with amendments.
    R"toml([outline]
prefix = "L"
decoration = "markdown"
mark = [
  { name = "章", form = "第n章", depth = 1, title = "line", id = "Ch{n}" },
  { name = "条", form = "第n条", depth = 2, restart_in = ["附則"], title = "caption", id = "{prefix}{n}" },
  { name = "項", form = ["n", "①"], depth = 3, under = ["条", "附則"], first = [1, 2], id = "{parent}({n})" },
  { name = "号", form = "一", depth = 4, under = ["条", "項", "附則"], id = "{parent}-{n}" },
  { name = "附則", form = "附則", depth = 1, id = "{prefix}S{n}" },
]
[outline.ids]
"附則/条" = "{parent}.{n}"
[[outline.block]]
begin = ["別表*", "*様式"]
until_heading = true
)toml",
    // Requirements in brackets, identifiers and bullets; two variants.
    R"toml([outline]
prefix = "R"
mark = [
  { name = "節", form = "n.n", depth = 1, title = "line", id = "{prefix}{n}" },
  { name = "札", form = "【】", depth = 2, title = "line", id = "{parent}b{ascii}" },
  { name = "a)", form = ["a)", "(a)"], depth = 3, id = "{parent}{n}" },
  { name = "・", form = "・", depth = 4, id = "{parent}.{n}" },
]
[[outline.variant]]
name = "ids"
when = ["Framework", "枠組み"]
mark = [{ name = "id", form = "ID", depth = 1, title = "line", id = "{n}" }]
[[outline.variant]]
name = "plain"
when = ["*"]
)toml"};

const mapper::OutlineSpec& Spec(std::size_t place) {
  static const auto kSpecs = [] {
    std::array<mapper::OutlineSpec, kOutlines.size()> specs;
    for (std::size_t i = 0; i < specs.size(); ++i) {
      mapper::Diagnostics problems;
      const auto spec =
          mapper::ReadOutlineSpec("framework.toml", kOutlines[i], problems);
      fuzz::Require(spec.has_value(), problems.empty()
                                          ? "no outline"
                                          : ToString(problems.all().front()));
      specs[i] = *spec;
    }
    return specs;
  }();
  return kSpecs[place];
}

}  // namespace

FUZZ_TARGET(outline) {
  if (bytes.empty()) return;
  const auto choice = static_cast<unsigned char>(bytes[0]) % kOutlines.size();
  mapper::Diagnostics diagnostics;
  const std::string text =
      mapper::DecodeText("text.txt", bytes.substr(1), diagnostics);
  const mapper::Outline outline =
      mapper::ReadOutline("text.txt", text, Spec(choice), diagnostics);
  fuzz::CheckReports(diagnostics, text);
  fuzz::CheckOutline(outline, text.size() + 1);

  const mapper::ReadingOrder order = mapper::SplitColumns(text);
  for (const std::size_t line : order.lines) {
    fuzz::Require(line <= text.size() + 1, "a line past the end");
  }
}
