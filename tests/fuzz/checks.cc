#include "tests/fuzz/checks.h"

#include <algorithm>
#include <set>
#include <utility>
#include <vector>

#include "mapper/base/utf8.h"
#include "mapper/parse/crosswalk_document.h"
#include "mapper/parse/crosswalk_table.h"
#include "mapper/parse/framework_files.h"
#include "mapper/parse/framework_writer.h"
#include "mapper/report/imported_table.h"
#include "tests/mapper/parse/small_dataset.h"

namespace fuzz {
namespace {

std::string First(const mapper::Diagnostics& diagnostics) {
  return diagnostics.empty() ? "" : ToString(diagnostics.all().front());
}

// For each line of the text its characters, counted as places are.
std::vector<std::size_t> LineLengths(std::string_view text) {
  std::vector<std::size_t> lengths = {0};
  for (const char c : text) {
    if (c == '\n') {
      lengths.push_back(0);
    } else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++lengths.back();
    }
  }
  return lengths;
}

void CheckReport(const mapper::Diagnostic& report) {
  const std::string shown = ToString(report);
  Require(!report.id.empty(), "a report without id: " + shown);
  Require(!report.message.empty(), "a report without message: " + shown);
  Require(!report.where.file.empty(), "a report without file: " + shown);
  Require(std::all_of(shown.begin(), shown.end(),
                      [](char c) {
                        const auto byte = static_cast<unsigned char>(c);
                        return c == '\n' || (byte >= 0x20 && byte != 0x7F);
                      }),
          "a control character is shown: " + shown);
  Require(mapper::FindInvalidUtf8(shown) == std::string_view::npos,
          "what is shown is not UTF-8: " + shown);
}

mapper::Dataset MakeSmallWorld() {
  mapper::Dataset world;
  world.frameworks = {
      mapper::SmallFramework(
          "alpha", {{"A1", ""}, {"A1.1", "A1"}, {"A1.2", "A1"}, {"A2", ""}}),
      mapper::SmallFramework(
          "beta", {{"B1", ""}, {"B2", ""}, {"B3", ""}, {"B3a", "B3"}}),
      mapper::SmallFramework("later", {})};
  world.frameworks[0].called = {"甲"};
  world.frameworks[1].called = {"乙"};
  world.frameworks[0].title_ja = "甲指針";
  world.frameworks[1].title_ja = "乙指針";
  world.frameworks[0].controls_file = "frameworks/alpha/controls.tsv";
  world.frameworks[1].controls_file = "frameworks/beta/controls.tsv";
  world.frameworks[1].controls[0].label = "第１条";
  return world;
}

}  // namespace

void CheckReports(const mapper::Diagnostics& diagnostics) {
  for (const mapper::Diagnostic& report : diagnostics.all()) {
    CheckReport(report);
  }
}

void CheckReports(const mapper::Diagnostics& diagnostics,
                  std::string_view text) {
  const std::vector<std::size_t> lengths = LineLengths(text);
  for (const mapper::Diagnostic& report : diagnostics.all()) {
    CheckReport(report);
    const std::size_t line = report.where.line;
    if (line == 0) continue;
    Require(line <= lengths.size(), "a line past the end: " + ToString(report));
    Require(report.where.column <= lengths[line - 1] + 1,
            "a column past the end of its line: " + ToString(report));
  }
}

void CheckOutline(const mapper::Outline& outline, std::size_t lines) {
  std::set<std::string> ids;
  bool plain = true;  // each id is one that tables take
  for (std::size_t i = 0; i < outline.controls.size(); ++i) {
    const mapper::OutlineControl& control = outline.controls[i];
    Require(!control.id.empty(), "a control without id");
    Require(ids.insert(control.id).second, "an id twice: " + control.id);
    Require(control.parent < static_cast<int>(i), "a parent after its child");
    Require(control.line <= lines, "a control past the end: " + control.id);
    if (control.parent >= 0) {
      const auto& parent =
          outline.controls[static_cast<std::size_t>(control.parent)];
      Require(control.depth > parent.depth, "a depth above: " + control.id);
    }
  }
  if (ids.empty()) return;

  mapper::Diagnostics problems;
  mapper::Framework framework;
  const std::string table =
      mapper::WriteControls(outline, "Made by a test.\nOf bytes.", "注記");
  mapper::ReadControls("controls.tsv", table, framework, problems);
  for (const mapper::Diagnostic& problem : problems.all()) {
    plain = plain && problem.id != "control-id";
  }
  if (!plain) return;  // said to the user, who names it otherwise
  Require(problems.empty(), "what is written has errors: " + First(problems));
  std::size_t place = 0;
  for (const mapper::OutlineControl& control : outline.controls) {
    if (control.withdrawn || control.below_catalogue) continue;
    Require(place < framework.controls.size(), "not written: " + control.id);
    Require(framework.controls[place].id == control.id,
            "not read back: " + control.id);
    ++place;
  }
  Require(place == framework.controls.size(), "more was written");
}

const mapper::Dataset& SmallWorld() {
  static const mapper::Dataset kWorld = MakeSmallWorld();
  return kWorld;
}

void CheckImported(const mapper::ImportedCrosswalk& imported) {
  const mapper::Dataset& world = SmallWorld();
  mapper::Diagnostics problems;
  const mapper::Crosswalk table = ToCrosswalk(world, imported);
  if (table.source < 0 || table.target < 0) return;
  mapper::ImportOrigin origin;
  origin.file = "document";
  origin.format = "any";
  origin.source = "告示";
  origin.about = imported.about;
  for (const auto& loss : imported.losses) origin.losses.push_back(loss.what);
  const std::string text = WriteImportedTable(world, table, origin);
  const auto back = mapper::ReadCrosswalk(
      imported.source_framework + "--" + imported.target_framework + ".tsv",
      text, world, problems);
  Require(problems.empty(), "what is written has errors: " + First(problems));
  Require(back.has_value(), "what is written is not read");
  Require(back->complete_source == table.complete_source &&
              back->complete_target == table.complete_target,
          "another claim to be complete");
  Require(back->mappings.size() == table.mappings.size(), "rows are lost");
  for (std::size_t i = 0; i < table.mappings.size(); ++i) {
    const mapper::Mapping& wrote = table.mappings[i];
    const mapper::Mapping& read = back->mappings[i];
    Require(wrote.sources == read.sources && wrote.targets == read.targets &&
                wrote.relation == read.relation &&
                wrote.confidence == read.confidence,
            "another row");
    Require(read.rationale.find(wrote.rationale) != std::string::npos,
            "another reason: " + read.rationale);
  }
}

}  // namespace fuzz
