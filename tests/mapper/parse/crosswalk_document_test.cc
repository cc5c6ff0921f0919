#include "mapper/parse/crosswalk_document.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "mapper/base/text.h"
#include "tests/mapper/parse/outline_text.h"
#include "tests/mapper/parse/small_dataset.h"
#include "tests/mapper/parse/xlsx_parts.h"

namespace mapper {
namespace {

// Rows, then losses, then what was reported.
std::string Read(const std::string& bytes, CrosswalkFormat format) {
  const Dataset dataset = SmallDataset();
  Diagnostics diagnostics;
  const ImportedCrosswalk read =
      ReadCrosswalkDocument("f", bytes, format, dataset, 0, 1, diagnostics);
  std::string out;
  for (const ImportedRow& row : read.rows) {
    out += std::to_string(row.where.line) + " " +
           (row.sources.empty() ? "-" : Join(row.sources, "+")) + " " +
           ToString(row.relation) + " " +
           (row.targets.empty() ? "-" : Join(row.targets, "+")) + " " +
           ToString(row.confidence) + " " + ToString(row.basis) + " [" +
           row.rationale + "]\n";
  }
  for (const ImportLoss& loss : read.losses) {
    out += std::to_string(loss.count) + " x " + loss.what + " (" +
           loss.where.file + ":" + std::to_string(loss.where.line) + ":" +
           std::to_string(loss.where.column) + ")\n";
  }
  return out + DumpDiagnostics(diagnostics);
}

struct Case {
  std::string bytes;
  const char* read;
};

constexpr const char* kOlirHead =
    "Focal Document Element,Reference Document Element,Relationship,"
    "Relationship Explanation,Comments\n";

TEST(ReadOlirTest, ReadsRows) {
  const std::string head = kOlirHead;
  const Case cases[] = {
      {head + "A1,B1,subset of,reason,\n",
       "2 A1 subset-of B1 low project [reason]\n"},
      {"\xEF\xBB\xBF" + head + "A1,B1,Subset_Of,reason,\r\n",
       "2 A1 subset-of B1 low project [reason]\n"},
      {"FOCAL document  element*,reference DOCUMENT element,relationship\r\n"
       "a1,ｂ１,EQUAL\r\n",
       "2 A1 equivalent-to B1 low project []\n"},
      {"title of the sheet,,\n\n" + head + "A1,B1,is superset of,,\n",
       "4 A1 superset-of B1 low project []\n"},
      {"Relationship (required),Reference Document Element,Focal Document "
       "Element\nnot related to,B1,A2\n",
       "2 A2 no-relationship B1 low project []\n"},
      {head + "A1,B1,,why,\n",
       "2 A1 overlaps B1 low project [why]\n"
       "1 x no relationship stated: read as overlaps (f:2:1)\n"},
      {head + "A1,B1,equal,why,a remark\nA2,,,,\n",
       "2 A1 equivalent-to B1 low project [why / a remark]\n"},
      {head + "A1,,subset of,why,\n",
       "1 x relationship of an element without reference (f:2:5)\n"
       "1 x explanation of an element without reference (f:2:15)\n"},
      {head + "A1,B1,intersects with,why,\"kakehashi: A1 overlaps B1; high; "
              "official\"\n",
       "2 A1 overlaps B1 high official [why]\n"},
      {head + "A1,B1,subset of,why,\"kakehashi: A1+A2 equal-to B1; low; "
              "project; both\"\nA2,B1,subset of,why,\"kakehashi: A1+A2 "
              "equal-to B1; low; project; both\"\n",
       "2 A1+A2 equal-to B1 low project [both]\n"},
      {"Focal Document Element,Reference Document Element,Relationship,Mine,"
       "Strength of Relationship,Relationship\nA1,B1,equal,x,7,subset of\n",
       "2 A1 equivalent-to B1 low project []\n"
       "1 x strength of relationship (f:2:15)\n"
       "1 x column \"Mine\" (f:2:1)\n"
       "1 x column \"Relationship\" (f:2:1)\n"},
      {head + "A1,B1,subset of,'=1+1,\n",
       "2 A1 subset-of B1 low project [=1+1]\n"},
      {head, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kOlir), c.read) << c.bytes;
  }
}

TEST(ReadOlirTest, RejectsRows) {
  const std::string head = kOlirHead;
  std::string above;  // more rows than a title takes
  for (int i = 0; i < 20; ++i) above += "x\n";
  const Case cases[] = {
      {"", "1:1: [import-header] no row names the columns of OLIR\n"},
      {"\n\n", "1:1: [import-header] no row names the columns of OLIR\n"},
      {"Focal Document Element,Relationship\nA1,subset of\n",
       "1:1: [import-header] no row names the columns of OLIR\n"},
      {std::string(21, '\n') + "A1,B1\n" + head, ""},
      {head + "A1,B1,part of,,\n",
       "2:7: [import-relation] unknown relationship \"part of\"; known: subset "
       "of, intersects with, equal, superset of, not related to\n"},
      {head + "A1,B1,部分,,\nA9,B9,equal,,\n",
       "2:7: [import-relation] unknown relationship \"部分\"; known: subset "
       "of, intersects with, equal, superset of, not related to\n"
       "3:1: [unknown-control] unknown control \"A9\" of alpha; did you mean "
       "'A1'?\n"
       "3:4: [unknown-control] unknown control \"B9\" of beta; did you mean "
       "'B1'?\n"},
      {head + ",B1,equal,,\n",
       "2:1: [import-cell] no focal document element\n"},
      {head + "A1,B1,equal,,\nA2,B1,equal,,\nA1,B1,subset of,,\n",
       "2 A1 equivalent-to B1 low project []\n"
       "3 A2 equivalent-to B1 low project []\n"
       "4:1: [import-row] this pair stands in line 2 already\n"},
      {head + "A1.3,B1,equal,,\n",
       "2:1: [unknown-control] unknown control \"A1.3\" of alpha; did you mean "
       "'A1.1'?\n"},
      {head + "B1,A1,equal,,\n",
       "2:1: [unknown-control] unknown control \"B1\" of alpha; did you mean "
       "'A1'?\n"
       "2:4: [unknown-control] unknown control \"A1\" of beta; did you mean "
       "'B1'?\n"},
      {head + "A1,B1,equal,,kakehashi: nonsense\n",
       "2:1: [import-statement] a line 'kakehashi:' that cannot be read; "
       "correct or delete it\n"},
      {head + "A1,B1,equal,,kakehashi: A2 equal-to B1; low; project\n",
       "2:1: [import-statement] the line 'kakehashi:' is not about A1 and B1; "
       "correct or delete it\n"},
      {head + "A1,B1,equal,,kakehashi: A1 subset-of B1; low; project\n",
       "2:1: [import-statement] the relationship is 'equal', but the line "
       "'kakehashi:' says subset-of; correct one, or delete the line\n"},
      {head + "A1,B1,equal,,kakehashi: A1 equal-to B1; sure; project\n",
       "2:1: [import-statement] a line 'kakehashi:' with a word that is not "
       "known; correct or delete it\n"},
      {head + "A1,B1,equal,\"open\n",
       "2:13: [csv-quote] a quote that is never closed\n"},
      {head + "A1\tx,B1,equal,,\n",
       "2:1: [unknown-control] unknown control \"A1\tx\" of alpha; did you "
       "mean 'A1'?\n"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kOlir), c.read) << c.bytes;
  }
}

TEST(ReadOlirTest, ReadsWorkbooks) {
  const std::string head =
      RowXml({"Focal Document Element", "Reference Document Element",
              "Relationship", "Comments"});
  const auto row = [](const char* a, const char* b, const char* word) {
    return RowXml({a, b, word});
  };
  const Case cases[] = {
      {WorkbookOf({{"General Information", "", RowXml({"about"}), ""},
                   {"Relationships", "", head + row("A1", "B1", "equal"), ""}}),
       "2 A1 equivalent-to B1 low project []\n"},
      // The hidden one comes first, and is not what people see.
      {WorkbookOf(
           {{"old", "state='hidden'", head + row("A2", "B2", "equal"), ""},
            {"new", "", head + row("A1", "B1", "equal"), ""}}),
       "2 A1 equivalent-to B1 low project []\n"
       "1 x another sheet with these columns (f!old:1:1)\n"},
      {WorkbookOf({{"only", "state='veryHidden'",
                    head + row("A2", "B2", "equal"), ""}}),
       "2 A2 equivalent-to B2 low project []\n"},
      // Cells that are merged hold their text in the first.
      {WorkbookOf(
           {{"s", "", head + row("A1", "B1", "equal") + row("", "B2", "equal"),
             "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>"}}),
       "2 A1 equivalent-to B1 low project []\n"
       "3:1: [import-cell] no focal document element\n"},
      {WorkbookOf({{"s", "",
                    head + "<row><c t='str'><f>\"A\"&amp;1</f><v>A1</v></c>"
                           "<c><f>1+1</f></c></row>",
                    ""}}),
       "warning 2:2: [xlsx-no-value] s!B2: a formula without a stored value is "
       "read as blank; open and save the file in a spreadsheet\n"},
      {WorkbookOf({{"s", "",
                    head + "<row><c t='e'><v>#REF!</v></c><c t='inlineStr'>"
                           "<is><t>B1</t></is></c></row>",
                    ""}}),
       "warning 2:1: [xlsx-error-cell] s!A2: the cell holds the error #REF!\n"
       "2:1: [unknown-control] unknown control \"#REF!\" of alpha\n"},
      {WorkbookOf({{"s", "", row("A1", "B1", "equal"), ""}}),
       "1:1: [import-header] no row names the columns of OLIR\n"},
      {WorkbookOf({{"s", "", "", ""}}),
       "1:1: [import-header] no row names the columns of OLIR\n"},
      {"PK\3\4 cut",
       "0:0: [xlsx-zip] damaged or cut off: the directory at the end of the "
       "file cannot be read\n"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kOlir), c.read);
  }
}

constexpr const char* kTrestleHead =
    "$$Source_Resource,$$Target_Resource,$$Map_Source_ID_Ref_list,"
    "$$Map_Target_ID_Ref_list,$$Map_Relationship,Kakehashi_Relation,"
    "Kakehashi_Confidence,Kakehashi_Basis,Kakehashi_Rationale\n";

TEST(ReadTrestleTest, ReadsRows) {
  const std::string head = kTrestleHead;
  const Case cases[] = {
      {head + "a,b,A1,B1,subset-of\n", "2 A1 subset-of B1 low project []\n"},
      {head + "path,path,list of ids,list of ids,word\na,b,A1,B1,subset-of\n",
       "3 A1 subset-of B1 low project []\n"},
      {head + "catalogs/beta/catalog.json,catalogs/alpha/catalog.json,B1 B2,"
              "A1,superset-of\n",
       "2 A1 subset-of B1+B2 low project []\n"},
      {head + "a,b,A1.1 A1.2,B1,intersects-with,overlaps,high,official,why\n",
       "2 A1.1+A1.2 overlaps B1 high official [why]\n"},
      // A row of data is one also where its word is missing.
      {head + "a,b,A1,,,no-relationship,low,project,why\n",
       "2 A1 no-relationship - low project [why]\n"},
      {head + "a,b,A1,,\na,b,A2,B1,equal-to\n",
       "3 A2 equal-to B1 low project []\n"
       "1 x gap without relationship: read as not reviewed (f:2:5)\n"},
      {head + "a,b,A1,,,not-reviewed\n", ""},
      {"source_resource,target_resource,MAP_SOURCE_ID_REF_LIST,"
       "map_target_id_ref_list,map_relationship,$Map_Coverage,x\r\n"
       "a,b,A1,B1,equal-to,0.5,y\r\n",
       "2 A1 equal-to B1 low project []\n"
       "1 x coverage (f:2:20)\n"
       "1 x column \"x\" (f:2:1)\n"},
      {head, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kTrestle), c.read) << c.bytes;
  }
}

TEST(ReadTrestleTest, RejectsRows) {
  const std::string head = kTrestleHead;
  const Case cases[] = {
      {"",
       "1:1: [import-header] no row names the columns of csv-to-oscal-mc\n"},
      {"$$Source_Resource,$$Target_Resource\na,b\n",
       "1:1: [import-header] no row names the columns of csv-to-oscal-mc\n"},
      // The first row of data is no row of descriptions by its wrong word.
      {head + "a,b,A1,B1,part-of\n",
       "2:11: [import-relation] unknown relationship \"part-of\"\n"},
      {head + "a,b,A1,B1,subset\n",
       "2:11: [import-relation] unknown relation \"subset\"\n"},
      {head + "a,b,A1,B1,subset-of\na,b,A1.9 A2,B9,subset-of\n",
       "2 A1 subset-of B1 low project []\n"
       "3:5: [unknown-control] unknown control \"A1.9\" of alpha; did you mean "
       "'A1.1'?\n"
       "3:13: [unknown-control] unknown control \"B9\" of beta; did you mean "
       "'B1'?\n"},
      {head + "a,b,A1,B1,subset-of,superset-of\n",
       "2:11: [import-relation] the relationship is \"subset-of\", but "
       "Kakehashi_Relation says \"superset-of\"; correct one\n"},
      {head + "a,b,A1,B1,subset-of,part-of\n",
       "2:21: [import-relation] unknown relation \"part-of\"\n"},
      {head + "a,b,A1,B1,subset-of,subset-of,sure\n",
       "2:31: [unknown-word] unknown word \"sure\"\n"},
      {head + "a,b,A1,B1,subset-of,subset-of,low,mine\n",
       "2:35: [unknown-word] unknown word \"mine\"\n"},
      {head + "later/x.json,b,A1,B1,subset-of\n",
       "2:1: [import-framework] this is of later, not of alpha\n"},
      {head + "a,b,,B1,subset-of\n",
       "2:5: [import-row] a relation needs controls on both sides\n"},
      {head + "a,b,A1 A2,,,no-relationship\n",
       "2:5: [import-row] no counterpart is said of one control, not of "
       "several together\n"},
      {head + "a,b,A1,B1,subset-of\na,b,A1,B1,equal-to\n",
       "2 A1 subset-of B1 low project []\n"
       "3:5: [import-row] this pair stands in line 2 already\n"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kTrestle), c.read) << c.bytes;
  }
}

std::string Library(const std::string& mappings) {
  return "objects:\n  requirement_mapping_sets:\n"
         "  - name: n\n"
         "    source_framework_urn: urn:kakehashi:risk:framework:alpha\n"
         "    target_framework_urn: urn:kakehashi:risk:framework:beta\n"
         "    requirement_mappings:\n" +
         mappings;
}

std::string MappingOf(const std::string& source, const std::string& target,
                      const std::string& word) {
  return "    - source_requirement_urn: urn:x:" + source +
         "\n      target_requirement_urn: urn:x:" + target +
         "\n      relationship: " + word + "\n";
}

TEST(ReadCisoMappingTest, ReadsMappings) {
  const std::string library = Library(MappingOf("a1", "b1", "subset"));
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : library)
    windows += c == '\n' ? "\r\n" : std::string(1, c);
  const Case cases[] = {
      {library, "7 A1 subset-of B1 low project []\n"},
      {windows, "7 A1 subset-of B1 low project []\n"},
      {Library(MappingOf("a1", "b1", "Not_Related") +
               "      annotation: why\n      rationale: functional\n"
               "      strength_of_relationship: 4\n      mine: x\n"),
       "7 A1 no-relationship B1 low project [why]\n"
       "1 x strength of relationship (f:7:7)\n"
       "1 x rationale \"functional\" (f:7:7)\n"
       "1 x field \"mine\" (f:7:7)\n"},
      {Library(MappingOf("a1", "b1", "equal") + "      rationale: syntactic\n"),
       "7 A1 equal-to B1 low project []\n"},
      {"requirement_mapping_set:\n"
       "  source_framework_urn: urn:y:beta\n  target_framework_urn: "
       "urn:y:alpha\n"
       "  requirement_mappings:\n"
       "  - {source_requirement_urn: b2, target_requirement_urn: A2,\n"
       "     relationship: superset}\n",
       "5 A2 subset-of B2 low project []\n"},
      {Library("    []\n"), ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kCisoAssistant), c.read)
        << c.bytes;
  }
}

TEST(ReadCisoMappingTest, RejectsMappings) {
  const Case cases[] = {
      {"", "1:1: [import-shape] no requirement_mapping_sets in this file\n"},
      {"objects: {}\n",
       "1:1: [import-shape] no requirement_mapping_sets in this file\n"},
      {"- a\n- b\n",
       "1:1: [import-shape] no requirement_mapping_sets in this file\n"},
      {Library("    {a: b}\n"),
       "3:5: [import-shape] no list requirement_mappings\n"},
      {Library(""), "3:5: [import-shape] no list requirement_mappings\n"},
      {Library("    - word\n    - [a]\n"),
       "7:7: [import-shape] a mapping without source_requirement_urn or "
       "target_requirement_urn\n"
       "8:7: [import-shape] a mapping without source_requirement_urn or "
       "target_requirement_urn\n"},
      {Library(MappingOf("a1", "b1", "part")),
       "7:7: [import-relation] unknown relationship \"part\"; known: equal, "
       "subset, superset, intersect, not_related\n"},
      {Library(MappingOf("a1", "b1", "~")),
       "7:7: [import-relation] unknown relationship \"\"; known: equal, "
       "subset, superset, intersect, not_related\n"},
      {Library(MappingOf("a1.3", "b9", "equal")),
       "7:7: [unknown-control] unknown control \"a1.3\" of alpha; did you mean "
       "'A1.1'?\n"
       "7:7: [unknown-control] unknown control \"b9\" of beta; did you mean "
       "'B1'?\n"},
      {Library(MappingOf("a1", "b1", "equal") + MappingOf("A1", "B1", "equal")),
       "7 A1 equivalent-to B1 low project []\n"
       "10:7: [import-row] this pair stands in line 7 already\n"},
      {Library(
           MappingOf("a1", "b1", "equal") +
           "      annotation: 'kakehashi: A1 subset-of B1; low; project'\n"),
       "7:7: [import-statement] the relationship is 'equal', but the line "
       "'kakehashi:' says subset-of; correct one, or delete the line\n"},
      {Library(MappingOf("a1", "b1", "equal") + "      relationship: subset\n"),
       "10:7: [yaml-duplicate-key] the key \"relationship\" stands here "
       "twice\n"},
      {Library(MappingOf("&x a1", "b1", "equal")),
       "7:7: [unknown-control] unknown control \"&x a1\" of alpha\n"},
      {Library(MappingOf("a1", "*x", "equal")),
       "7:7: [unknown-control] unknown control \"*x\" of beta\n"},
      {Library(MappingOf("a1", "b1", "[" + std::string(70, '['))),
       "9:22: [yaml-syntax] a key that is not a word\n"},
      {Library("\t- a\n"), "7:2: [yaml-syntax] illegal block entry\n"},
      {"requirement_mapping_sets:\n"
       "- {source_framework_urn: urn:y:later, target_framework_urn: "
       "urn:y:beta}\n",
       "2:3: [import-framework] no mapping set between alpha and beta; the "
       "first is from \"urn:y:later\" to \"urn:y:beta\"\n"},
      {"a: &a [x]\nrequirement_mapping_sets: [*a, *a]\n",
       "1:4: [yaml-alias] anchors are not read: write the value out\n"},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kCisoAssistant), c.read)
        << c.bytes;
  }
}

TEST(ReadCrosswalkDocumentTest, ManyRowsAndManyErrors) {
  const std::string rows = [] {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "A1,B1,equal,,\n";
    return text;
  }();
  const std::string repeated = Read(kOlirHead + rows, CrosswalkFormat::kOlir);
  EXPECT_EQ(repeated.substr(0, repeated.find('\n')),
            "2 A1 equivalent-to B1 low project []");
  EXPECT_NE(repeated.find("[too-many-problems]"), std::string::npos);
  EXPECT_LT(repeated.size(), 20'000U);
  std::string mappings;
  for (int i = 0; i < 20'000; ++i) mappings += MappingOf("zz", "b1", "equal");
  const std::string unknown =
      Read(Library(mappings), CrosswalkFormat::kCisoAssistant);
  EXPECT_NE(unknown.find("[too-many-problems]"), std::string::npos);
  EXPECT_LT(unknown.size(), 20'000U);
}

TEST(DetectCrosswalkFormatTest, TellsByContent) {
  static const struct {
    std::string bytes;
    const char* format;
  } kCases[] = {
      {" {", "oscal"},
      {kOlirHead, "olir"},
      {WorkbookOf({{"s", "", "", ""}}), "olir"},
      {kTrestleHead, "trestle"},
      {"source_control,relation,target_control\n", "csv"},
      {"# x\n#source\trelation\ttarget\tconfidence\tbasis\trationale\n", "tsv"},
      {Library(""), "ciso-assistant"},
      {"", "-"},
      {"%PDF-1.7", "-"},
      {"a,b\n1,2\n", "-"},
      {"<html>", "-"},
      {"\xFF\xFE", "-"},
      {std::string(100, '\0'), "-"},
  };
  for (const auto& c : kCases) {
    const auto format = DetectCrosswalkFormat("f", c.bytes);
    EXPECT_STREQ(format ? ToString(*format) : "-", c.format) << c.bytes;
  }
}

}  // namespace
}  // namespace mapper
