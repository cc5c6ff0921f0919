// The official files themselves, with exact counts.

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/catalog_json.h"
#include "mapper/parse/catalog_xml.h"
#include "tests/mapper/parse/outline_text.h"
#include "tests/mapper/shared_sources.h"

namespace mapper {
namespace {

Outline ReadShared(const std::string& path) {
  Diagnostics diagnostics;
  const std::string text = ReadFile(path);
  Outline outline = LooksLikeCatalogXml(text)
                        ? ReadCatalogXml(path, text, diagnostics)
                        : ReadCatalogJson(path, text, diagnostics);
  EXPECT_EQ(DumpDiagnostics(diagnostics), "");
  EXPECT_TRUE(IsTree(outline));
  return outline;
}

const OutlineControl& Find(const Outline& outline, std::string_view id) {
  static const OutlineControl kNone;
  for (const OutlineControl& control : outline.controls) {
    if (control.id == id) return control;
  }
  ADD_FAILURE() << "no " << id;
  return kNone;
}

// Successors of all withdrawn controls: "id:successor,successor".
std::vector<std::string> Withdrawn(const Outline& outline) {
  std::vector<std::string> lines;
  for (const OutlineControl& control : outline.controls) {
    if (!control.withdrawn) continue;
    lines.push_back(control.id + ':' + Join(control.successors, ","));
  }
  return lines;
}

TEST(CsfJsonTest, ReadsTheCprtExport) {
  const std::string path = SharedPath("sources/csf-2.0/cprt_csf_2_0.json");
  if (path.empty()) return;
  const Outline outline = ReadShared(path);
  EXPECT_EQ(DumpCounts(outline),
            "function=6 category=22 subcategory=106 withdrawn category=12 "
            "withdrawn subcategory=79");
  EXPECT_EQ(Find(outline, "GV").title, "GOVERN");
  EXPECT_EQ(Find(outline, "GV.OC").title, "Organizational Context");
  EXPECT_EQ(Find(outline, "GV.OC-01").text,
            "The organizational mission is understood and informs "
            "cybersecurity risk management");
  EXPECT_EQ(Find(outline, "GV.OC-01").depth, 3);
  // What the export's relationships do not hold, its sentences do.
  EXPECT_EQ(Join(Find(outline, "ID.GV").successors, ","), "GV");
  EXPECT_EQ(Join(Find(outline, "RS.RP").successors, ","), "RS.MA");
  EXPECT_EQ(Join(Find(outline, "PR.IP-03").successors, ","),
            "PR.PS-01,ID.RA-07");
  std::string naming_none;
  for (const OutlineControl& control : outline.controls) {
    if (control.withdrawn && control.successors.empty()) {
      naming_none += control.id + ' ';
    }
  }
  EXPECT_EQ(naming_none, "PR.IP PR.PT DE.DP ");
}

TEST(CsfJsonTest, ReadsTheSameFromOscal) {
  const std::string cprt_path = SharedPath("sources/csf-2.0/cprt_csf_2_0.json");
  const std::string path =
      SharedPath("sources/csf-2.0/oscal_catalog_csf_2_0.json");
  if (path.empty() || cprt_path.empty()) return;
  const Outline cprt = ReadShared(cprt_path);
  const Outline oscal = ReadShared(path);
  EXPECT_EQ(DumpCounts(oscal), DumpCounts(cprt));
  EXPECT_EQ(Withdrawn(oscal), Withdrawn(cprt));
  ASSERT_EQ(oscal.controls.size(), cprt.controls.size());
  for (std::size_t i = 0; i < oscal.controls.size(); ++i) {
    const OutlineControl& a = oscal.controls[i];
    const OutlineControl& b = cprt.controls[i];
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.label, b.label);
    EXPECT_EQ(a.mark, b.mark);
    EXPECT_EQ(a.title, b.title);
    EXPECT_EQ(a.parent, b.parent);
    if (!a.withdrawn) {
      EXPECT_EQ(a.text, b.text) << a.id;
    }
  }
  EXPECT_EQ(Find(oscal, "GV.OC").line, 16U);
}

TEST(CsfJsonTest, AgreesWithTheCatalogue) {
  const std::string path =
      SharedPath("sources/csf-2.0/oscal_catalog_csf_2_0.json");
  const std::string facts_path = SharedPath("facts/csf-2.0.tsv");
  if (path.empty() || facts_path.empty()) return;
  std::string expected;
  const std::string facts = ReadFile(facts_path);
  for (const std::string_view line : Split(facts, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = Split(line, '\t');
    ASSERT_GE(fields.size(), 5U);
    expected += std::string(fields[0]) + ' ' + std::string(fields[1]) + ' ' +
                std::string(fields[2]);
    // Titles of subcategories are the catalogue's own.
    if (fields[0].find('-') == std::string_view::npos) {
      expected += ' ' + std::string(fields[4]);
    }
    expected += '\n';
  }
  const Outline outline = ReadShared(path);
  std::string found;
  for (const OutlineControl& control : outline.controls) {
    if (control.withdrawn) continue;
    found += control.id + ' ';
    found +=
        control.parent < 0
            ? "-"
            : outline.controls[static_cast<std::size_t>(control.parent)].id;
    found += ' ' + control.label;
    if (!control.title.empty()) found += ' ' + control.title;
    found += '\n';
  }
  EXPECT_EQ(found, expected);
}

// NIST's XML does not say what is withdrawn, and names the same controls; one
// sentence of the CPRT export has a space too many.
TEST(CsfXmlTest, ReadsTheSameControls) {
  const std::string cprt_path = SharedPath("sources/csf-2.0/cprt_csf_2_0.json");
  const std::string path =
      SharedPath("sources/csf-2.0/NIST_CSF_v2.0_catalog.xml");
  if (path.empty() || cprt_path.empty()) return;
  const Outline xml = ReadShared(path);
  EXPECT_EQ(DumpCounts(xml), "function=6 category=34 subcategory=185");
  const auto by_id = [](const Outline& outline) {
    std::map<std::string, std::string> lines;
    for (const OutlineControl& control : outline.controls) {
      lines[control.id] = control.label + ' ' + control.mark + ' ' +
                          control.title + ' ' + ComparisonKey(control.text);
    }
    return lines;
  };
  EXPECT_EQ(by_id(xml), by_id(ReadShared(cprt_path)));
  EXPECT_EQ(Find(xml, "GV.OC-01").line, 86U);
}

// What jq counts, or "" when there is no jq.
std::string CountByJq(const std::string& path) {
  const std::string command =
      "sh '" KAKEHASHI_TESTDATA "/data/count_oscal.sh' '" + path + "'";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "";
  std::string out;
  char buffer[256];
  while (fgets(buffer, sizeof buffer, pipe) != nullptr) out += buffer;
  pclose(pipe);
  if (out.empty()) std::cerr << "*** NOT COUNTED with jq: " << path << '\n';
  return std::string(Trim(out));
}

TEST(Sp80053JsonTest, CountsAsJqDoes) {
  const std::string path = SharedPath(
      "sources/sp800-53/"
      "NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog.json");
  if (path.empty()) return;
  const Outline outline = ReadShared(path);
  EXPECT_EQ(DumpCounts(outline),
            "family=18 control=131 item=574 control-enhancement=18 "
            "statement=149");
  const std::string counted = CountByJq(path);
  if (!counted.empty()) {
    EXPECT_EQ(DumpCounts(outline), counted);
  }
  std::map<bool, std::size_t> below;
  for (const OutlineControl& control : outline.controls) {
    ++below[control.below_catalogue];
    EXPECT_FALSE(control.withdrawn) << control.id;
  }
  EXPECT_EQ(below[false], 167U);
  EXPECT_EQ(below[true], 574U);
  const OutlineControl& enhancement = Find(outline, "AT-2(2)");
  EXPECT_EQ(enhancement.title, "Insider Threat");
  EXPECT_EQ(enhancement.depth, 3);
  const OutlineControl& item = Find(outline, "AC-1a.1.(a)");
  EXPECT_EQ(item.label, "(a)");
  EXPECT_EQ(item.depth, 5);
  EXPECT_EQ(item.line, 354U);
}

}  // namespace
}  // namespace mapper
