#include "mapper/parse/oscal_mapping.h"

#include <gtest/gtest.h>

#include <string>

#include "mapper/base/text.h"
#include "tests/mapper/parse/outline_text.h"
#include "tests/mapper/parse/small_dataset.h"

namespace mapper {
namespace {

// "line: sources relation target confidence basis 'reason'" a row, then
// "lost line xN: what".
std::string Dump(const ImportedCrosswalk& crosswalk) {
  std::string out;
  for (const ImportedRow& row : crosswalk.rows) {
    out += std::to_string(row.where.line) + ": " +
           (row.sources.empty() ? "-" : Join(row.sources, "+")) + " " +
           ToString(row.relation) + " " +
           (row.targets.empty() ? "-" : Join(row.targets, "+")) + " " +
           ToString(row.confidence) + " " + ToString(row.basis) + " '" +
           row.rationale + "'\n";
  }
  for (const ImportLoss& loss : crosswalk.losses) {
    out += "lost " + std::to_string(loss.where.line) + " x" +
           std::to_string(loss.count) + ": " + loss.what + "\n";
  }
  return out;
}

void ExpectReads(const std::string& text, const CrosswalkNames& asked,
                 const char* rows, const char* diagnostics) {
  const Dataset dataset = SmallDataset();
  Diagnostics reported;
  const ImportedCrosswalk read =
      ReadOscalMapping("f", text, dataset, asked, reported);
  EXPECT_EQ(Dump(read), rows);
  EXPECT_EQ(DumpDiagnostics(reported), diagnostics);
  if (!read.rows.empty()) {
    EXPECT_EQ(read.source_framework, "alpha");
    EXPECT_EQ(read.target_framework, "beta");
  }
}

// A file with these maps in line 2, and these members of the mapping in line 3.
std::string File(const std::string& maps, const std::string& more = "") {
  return R"({"mapping-collection":{"metadata":{},"mappings":[{
"maps":[)" +
         maps + R"(],
)" + more +
         R"("source-resource":{"type":"catalog","href":"x/alpha.json"},
"target-resource":{"type":"catalog","href":"x/beta.json"}}]}})";
}

std::string Map(const std::string& relationship, const std::string& source,
                const std::string& target, const std::string& more) {
  return R"({"relationship":")" + relationship +
         R"(","sources":[{"type":"control","id-ref":")" + source +
         R"("}],"targets":[{"type":"control","id-ref":")" + target + R"("}])" +
         more + "}";
}

const char* const kHigh = R"(,"confidence-score":{"category":"high"})";

#define OURS R"("ns":"urn:uuid:78171295-f88b-5495-8747-fbaa4ed8979d")"

TEST(ReadOscalMappingTest, ReadsMapsOfOthers) {
  static const struct {
    const char* what;
    std::string text;
    const char* rows;
  } kCases[] = {
      {"every relationship of OSCAL",
       File(Map("equal-to", "A1", "B1", kHigh) + "," +
            Map("equivalent-to", "A1", "B1", kHigh) + "," +
            Map("subset-of", "A1", "B1", kHigh) + "," +
            Map("superset-of", "A1", "B1", kHigh) + "," +
            Map("intersects-with", "A1", "B1", kHigh) + "," +
            Map("no-relationship", "A1", "B1", kHigh)),
       "2: A1 equal-to B1 high project ''\n"
       "2: A1 equivalent-to B1 high project ''\n"
       "2: A1 subset-of B1 high project ''\n"
       "2: A1 superset-of B1 high project ''\n"
       "2: A1 intersects-with B1 high project ''\n"
       "2: A1 no-relationship B1 high project ''\n"},
      {"ids in lower case, a reason over two lines",
       File(Map("subset-of", "a1.1", "b2",
                std::string(kHigh) + R"(,"remarks":" one\n\t two ")")),
       "2: A1.1 subset-of B2 high project 'one two'\n"},
      {"several sources and targets",
       File(R"({"relationship":"equal-to","sources":[
{"type":"control","id-ref":"A1.2"},{"type":"control","id-ref":"A1.1"}],
"targets":[{"type":"control","id-ref":"B1"},{"type":"control","id-ref":"B2"}],
"confidence-score":{"category":"medium"}})"),
       "2: A1.2+A1.1 equal-to B1+B2 medium project ''\n"},
      {"confidence of every kind",
       File(Map("equal-to", "A1", "B1", "") + "," +
            Map("equal-to", "A1", "B1",
                R"(,"confidence-score":{"percentage":0.8})") +
            "," +
            Map("equal-to", "A1", "B1",
                R"(,"confidence-score":{"percentage":0.5})") +
            "," +
            Map("equal-to", "A1", "B1",
                R"(,"confidence-score":{"percentage":0})") +
            "," +
            Map("equal-to", "A1", "B1",
                R"(,"confidence-score":{"category":"unspecified"})")),
       "2: A1 equal-to B1 low project ''\n"
       "2: A1 equal-to B1 high project ''\n"
       "2: A1 equal-to B1 medium project ''\n"
       "2: A1 equal-to B1 low project ''\n"
       "2: A1 equal-to B1 low project ''\n"
       "lost 2 x1: a map without confidence-score, taken as low\n"
       "lost 2 x1: a percentage as confidence, taken as high\n"
       "lost 2 x1: a percentage as confidence, taken as medium\n"
       "lost 2 x1: a percentage as confidence, taken as low\n"
       "lost 2 x1: confidence \"unspecified\", taken as low\n"},
      {"confidence of the mapping",
       File(Map("equal-to", "A1", "B1", ""),
            R"("confidence-score":{"category":"high"},)"),
       "2: A1 equal-to B1 high project ''\n"},
      {"what a table cannot hold",
       File(Map("equal-to", "A1", "B1",
                std::string(kHigh) +
                    R"(,"qualifiers":[{}],"coverage":{},"links":[],
"props":[{"name":"sort","value":"1"},{"name":"sort","value":"2"},
{"name":"x","ns":"urn:other","value":"1"}])"),
            R"("links":[],"props":[{"name":"sort","value":"3"}],)"),
       "2: A1 equal-to B1 high project ''\n"
       "lost 5 x3: prop \"sort\"\n"
       "lost 5 x1: links of the mapping\n"
       "lost 2 x1: qualifiers of a map\n"
       "lost 2 x1: coverage of a map\n"
       "lost 2 x1: links of a map\n"
       "lost 4 x1: prop \"x\" of \"urn:other\"\n"},
      {"statements", File(R"({"relationship":"equal-to","sources":[
{"type":"statement","id-ref":"A1_smt"}],
"targets":[{"type":"control","id-ref":"B1"}],
"confidence-score":{"category":"high"}})"),
       "lost 2 x1: a map of statements, which are parts of controls\n"},
      {"a relationship of another namespace",
       File(Map("equal-to", "A1", "B1",
                std::string(kHigh) + R"(,"ns":"urn:other")") +
            "," +
            Map("equal-to", "A1", "B1",
                std::string(kHigh) +
                    R"(,"ns":"http://csrc.nist.gov/ns/oscal")")),
       "2: A1 equal-to B1 high project ''\n"
       "lost 2 x1: a map whose relationship belongs to \"urn:other\"\n"},
      {"a gap summary that says nothing of reviews",
       File(Map("equal-to", "A1", "B1", kHigh),
            R"("source-gap-summary":{"unmapped-controls":[
{"with-ids":["A2","A1.1"]},{"matching":[{"pattern":"*"}]}]},)"),
       "2: A1 equal-to B1 high project ''\n"
       "lost 3 x1: source-gap-summary with 2 ids, which does not say whether "
       "anybody looked for a counterpart: they stay not reviewed\n"},
      {"our props",
       File(
           Map("intersects-with", "A1", "B1", std::string(kHigh) + R"(,"props":[
{"name":"relation",)" OURS R"(,"value":"overlaps"},
{"name":"basis",)" OURS R"(,"value":"official"},
{"name":"row",)" OURS R"(,"value":"t.tsv:1"}])") +
               "," +
               Map("subset-of", "A2", "B1", std::string(kHigh) + R"(,"props":[
{"name":"relation",)" OURS R"(,"value":"within"},
{"name":"how",)" OURS R"(,"value":"derived"}])"),
           R"("source-gap-summary":{"unmapped-controls":[]},"props":[
{"name":"complete",)" OURS R"(,"value":"source"},
{"name":"no-counterpart",)" OURS R"(,"value":"B2","class":"target",
"group":"g","remarks":"why"},
{"name":"confidence",)" OURS R"(,"value":"medium","group":"g"}],)"),
       "10: - no-relationship B2 medium project 'why'\n"
       "2: A1 overlaps B1 high official ''\n"
       "lost 5 x1: a map that is proved from rows (how=derived), and so no "
       "row\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.what);
    ExpectReads(c.text, {}, c.rows, "");
  }
}

TEST(ReadOscalMappingTest, ReportsWhatIsWrong) {
  static const struct {
    const char* what;
    std::string text;
    const char* diagnostics;
  } kCases[] = {
      {"empty", "",
       "1:1: [json-syntax] expected a JSON value; the file ends here\n"},
      {"another document", "{\"catalog\":{}}",
       "1:1: [import-not-a-mapping] expected an object with "
       "\"mapping-collection\": an OSCAL mapping of controls\n"},
      {"a list", "[]",
       "1:1: [import-not-a-mapping] expected an object with "
       "\"mapping-collection\": an OSCAL mapping of controls\n"},
      {"nothing in it", R"({"mapping-collection":{}})",
       "1:23: [json-shape] /mapping-collection: expected a member "
       "\"metadata\", an object\n"
       "1:23: [json-shape] /mapping-collection: expected a member "
       "\"mappings\", an array\n"},
      {"a relation of ours in a map that has no relationship",
       File(R"({"sources":[{"type":"control","id-ref":"A1"}],)"
            R"("targets":[{"type":"control","id-ref":"B1"}],)"
            R"("props":[{"name":"relation",)" OURS R"(,"value":"ov"}])"
            R"(,"confidence-score":{"category":"high"}})"),
       "2:9: [json-shape] /mapping-collection/mappings/0/maps/0: expected a "
       "member \"relationship\", a string\n"
       "2:9: [import-relation] unknown relationship 'ov'; known: equal-to "
       "equivalent-to subset-of superset-of intersects-with overlaps "
       "no-relationship\n"},
      {"words and ids",
       File(Map("subset", "A1.3", "Z9",
                R"(,"confidence-score":{"percentage":1.5})")),
       "2:25: [import-relation] unknown relationship 'subset'; known: equal-to "
       "equivalent-to subset-of superset-of intersects-with overlaps "
       "no-relationship\n"
       "2:145: [import-value] expected a category, or a percentage from 0 to "
       "1\n"
       "2:45: [import-control] alpha has no control \"A1.3\"; did you mean "
       "'A1.1'?\n"
       "2:92: [import-control] beta has no control \"Z9\"\n"},
      {"sides", File(R"({"relationship":"equal-to","sources":[],"targets":[
{"type":"part","id-ref":"B1"},1],"confidence-score":{"category":"low"}})"),
       "2:46: [import-value] sources holds nothing\n"
       "3:31: [json-shape] /mapping-collection/mappings/0/maps/0/targets/1: "
       "expected an object, found a number\n"
       "3:1: [import-value] expected type control or statement, found "
       "\"part\"\n"},
      {"our props",
       File(Map("equal-to", "A1", "B1", std::string(kHigh) + R"(,"props":[
{"name":"basis",)" OURS R"(,"value":"hearsay"}])"),
            R"("props":[
{"name":"complete",)" OURS R"(,"value":"maybe"},
{"name":"no-counterpart",)" OURS R"(,"value":"A9","group":"g"},
{"name":"confidence",)" OURS R"(,"value":"sure","group":"g"}],)"),
       "5:1: [import-value] expected source, target, both or no, found "
       "\"maybe\"\n"
       "6:1: [import-control] alpha has no control \"A9\"; did you mean "
       "'A1'?\n"
       "7:1: [import-value] expected one of high, medium, low, found "
       "\"sure\"\n"
       "3:1: [import-value] expected one of official, project, found "
       "\"hearsay\"\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.what);
    ExpectReads(c.text, {}, "", c.diagnostics);
  }
}

TEST(ReadOscalMappingTest, ReportsAndLosesInOneMap) {
  ExpectReads(File(R"({"relationship":"equal-to","sources":[
{"type":"statement","id-ref":"A1_smt"}],
"targets":[{"type":"control","id-ref":"B9"}],
"confidence-score":{"category":"high"}})"),
              {},
              "lost 2 x1: a map of statements, which are parts of controls\n",
              "4:12: [import-control] beta has no control \"B9\"; did you mean "
              "'B1'?\n");
}

// Mappings as "source>target" by href, each A1 or B1 equal to the other.
std::string Mappings(const std::string& list) {
  std::string text = R"({"mapping-collection":{"metadata":{},"mappings":[)";
  bool first = true;
  for (const std::string_view pair : Split(list, ' ')) {
    const std::size_t mark = pair.find('>');
    const bool turned = StartsWith(pair, "beta");
    text += first ? "\n" : ",\n";
    first = false;
    text +=
        R"({"source-resource":{"type":"catalog","href":")" +
        std::string(pair.substr(0, mark)) +
        R"("},"target-resource":{"type":"catalog","href":")" +
        std::string(pair.substr(mark + 1)) + R"("},"maps":[)" +
        Map("subset-of", turned ? "B1" : "A1", turned ? "A1" : "B1", kHigh) +
        "]}";
  }
  return text + R"(],"back-matter":{"resources":[
{"uuid":"u1","title":"Alpha"},{"uuid":"u2","rlinks":[{"href":"c/beta.xml"}]},
{"uuid":"u3","title":"Unheard"}]}}})";
}

TEST(ReadOscalMappingTest, FindsTheFrameworks) {
  static const struct {
    const char* list;
    CrosswalkNames asked;
    const char* rows;
    const char* diagnostics;
  } kCases[] = {
      {"alpha>beta", {}, "2: A1 subset-of B1 high project ''\n", ""},
      {"#u1>#u2", {}, "2: A1 subset-of B1 high project ''\n", ""},
      {"https://example.org/a/ALPHA.yaml?v=1>beta",
       {},
       "2: A1 subset-of B1 high project ''\n",
       ""},
      {"x>y",
       {},
       "",
       "2:20: [import-framework] no catalogue here is known as \"x\"; say "
       "which two are meant with --crosswalk A,B\n"
       "2:68: [import-framework] no catalogue here is known as \"y\"; say "
       "which two are meant with --crosswalk A,B\n"},
      {"alpha>#u3",
       {},
       "",
       "2:72: [import-framework] no catalogue here is known as \"Unheard\"; "
       "say which two are meant with --crosswalk A,B\n"},
      {"alpha>beta alpha>later",
       {},
       "",
       "1:23: [import-framework] the file holds several crosswalks; choose one "
       "with --crosswalk: alpha,beta or alpha,later\n"},
      {"x>y", {"alpha", "beta"}, "2: A1 subset-of B1 high project ''\n", ""},
      {"alpha>later alpha>beta",
       {"alpha", "beta"},
       "3: A1 subset-of B1 high project ''\n"
       "lost 2 x1: a mapping of other frameworks, \"alpha\" to \"later\"\n",
       ""},
      {"beta>alpha",
       {"alpha", "beta"},
       "2: A1 superset-of B1 high project ''\n",
       ""},
      {"alpha>later",
       {"alpha", "beta"},
       "lost 2 x1: a mapping of other frameworks, \"alpha\" to \"later\"\n",
       "1:23: [import-framework] no mapping between alpha and beta in this "
       "file\n"},
      {"x>y",
       {"alpha", "gamma"},
       "",
       "1:23: [import-framework] no catalogue here is gamma\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.list);
    ExpectReads(Mappings(c.list), c.asked, c.rows, c.diagnostics);
  }
}

TEST(ReadOscalMappingTest, SurvivesEveryPrefix) {
  const std::string text = Mappings("alpha>beta beta>alpha");
  const Dataset dataset = SmallDataset();
  for (std::size_t size = 0; size < text.size(); ++size) {
    Diagnostics diagnostics;
    ReadOscalMapping("f", text.substr(0, size), dataset, {"alpha", "beta"},
                     diagnostics);
    EXPECT_TRUE(diagnostics.has_errors()) << size;
  }
}

}  // namespace
}  // namespace mapper
