// Everything that is shipped, written in OSCAL and read back.

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/parse/catalog_json.h"
#include "mapper/parse/oscal_mapping.h"
#include "mapper/report/oscal_catalog.h"
#include "mapper/report/oscal_mapping.h"
#include "mapper/report/tables.h"
#include "tests/mapper/shipped_dataset.h"

namespace mapper {
namespace {

ReportContext Context() {
  static const Knowledge kKnowledge(Shipped());
  ReportContext context;
  context.dataset = &Shipped();
  context.knowledge = &kKnowledge;
  return context;
}

std::string Text(const Diagnostics& diagnostics) {
  std::string out;
  for (const Diagnostic& d : diagnostics.all()) out += ToString(d);
  return out;
}

// All that a table holds.
std::string Dump(const Crosswalk& table) {
  const Framework& source = Shipped().framework(table.source);
  const Framework& target = Shipped().framework(table.target);
  std::string out = source.id + ' ' + target.id + ' ' +
                    (table.complete_source ? "source " : "") +
                    (table.complete_target ? "target" : "") + '\n';
  for (const Mapping& m : table.mappings) {
    out += SideText(source, m.sources) + '\t' + ToString(m.relation) + '\t' +
           SideText(target, m.targets) + '\t' + ToString(m.confidence) + '\t' +
           ToString(m.basis) + '\t' + m.rationale + '\n';
  }
  return out;
}

std::string Dump(const ImportedCrosswalk& crosswalk) {
  std::string out = crosswalk.source_framework + ' ' +
                    crosswalk.target_framework + ' ' +
                    (crosswalk.complete_source ? "source " : "") +
                    (crosswalk.complete_target ? "target" : "") + '\n';
  for (const ImportedRow& row : crosswalk.rows) {
    out += Join(row.sources, "+") + '\t' + ToString(row.relation) + '\t' +
           Join(row.targets, "+") + '\t' + ToString(row.confidence) + '\t' +
           ToString(row.basis) + '\t' + row.rationale + '\n';
  }
  return out;
}

TEST(OscalRoundTripTest, EveryTableComesBackWhole) {
  ASSERT_GE(Shipped().crosswalks.size(), 10U);
  for (const Crosswalk& table : Shipped().crosswalks) {
    SCOPED_TRACE(table.file);
    for (const bool derived : {false, true}) {
      for (const bool inverse : {false, true}) {
        if (inverse && table.source == table.target) continue;
        const std::string file = WriteOscalMapping(
            Context(), inverse ? table.target : table.source,
            inverse ? table.source : table.target, {derived, ""});
        Diagnostics diagnostics;
        ImportedCrosswalk read =
            ReadOscalMapping("f", file, Shipped(), {}, diagnostics);
        if (inverse) TurnRound(read);
        PutInOrder(Shipped(), read, diagnostics);
        EXPECT_EQ(Text(diagnostics), "");
        EXPECT_EQ(Dump(read), Dump(table));
        EXPECT_EQ(read.date, table.dated);
        for (const ImportLoss& loss : read.losses) {
          EXPECT_TRUE(derived) << loss.what;
          EXPECT_NE(loss.what.find("how=derived"), std::string::npos)
              << loss.what;
        }
      }
    }
  }
}

TEST(OscalRoundTripTest, EveryCatalogueComesBackWhole) {
  std::size_t controls = 0;
  for (const Framework& framework : Shipped().frameworks) {
    if (framework.controls.empty()) continue;  // awaiting import
    SCOPED_TRACE(framework.id);
    Diagnostics diagnostics;
    const Outline outline =
        ReadCatalogJson("f", WriteOscalCatalog(framework, ""), diagnostics);
    EXPECT_EQ(Text(diagnostics), "");
    ASSERT_EQ(outline.controls.size(), framework.controls.size());
    for (std::size_t i = 0; i < outline.controls.size(); ++i) {
      const OutlineControl& got = outline.controls[i];
      const Control& want = framework.controls[i];
      EXPECT_EQ(got.id, want.id);
      EXPECT_EQ(got.label, want.label) << want.id;
      EXPECT_EQ(got.title, want.title_ja) << want.id;
      EXPECT_EQ(got.parent, want.parent_index) << want.id;
      EXPECT_EQ(got.text, "") << want.id;  // our words are not the document's
      EXPECT_EQ(FromOscalToken(OscalToken(want.id)), want.id);
      ++controls;
    }
  }
  EXPECT_GE(controls, 1000U);
}

TEST(OscalRoundTripTest, IsTheSameBytesAgain) {
  const int lar = Shipped().FindFramework("lar-16-3");
  const int csf = Shipped().FindFramework("csf-2.0");
  const std::string once = WriteOscalMapping(Context(), lar, csf, {true, ""});
  const Knowledge again(Shipped());
  ReportContext context = Context();
  context.knowledge = &again;
  EXPECT_EQ(WriteOscalMapping(context, lar, csf, {true, ""}), once);
  EXPECT_NE(once.find("\"how\""), std::string::npos);
  // Another time is another document.
  const std::string later =
      WriteOscalMapping(context, lar, csf, {true, "2030-01-01T00:00:00Z"});
  EXPECT_NE(later.find("\"last-modified\": \"2030-01-01T00:00:00Z\""),
            std::string::npos);
  EXPECT_NE(later.substr(0, 100), once.substr(0, 100));
}

}  // namespace
}  // namespace mapper
