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
      {head + "A1,B1,subset of,reason,\n", ""},
      {"\xEF\xBB\xBF" + head + "A1,B1,Subset_Of,reason,\r\n", ""},
      {"FOCAL document  element*,reference DOCUMENT element,relationship\r\n"
       "a1,ｂ１,EQUAL\r\n",
       ""},
      {"title of the sheet,,\n\n" + head + "A1,B1,is superset of,,\n", ""},
      {"Relationship (required),Reference Document Element,Focal Document "
       "Element\nnot related to,B1,A2\n",
       ""},
      {head + "A1,B1,,why,\n", ""},
      {head + "A1,B1,equal,why,a remark\nA2,,,,\n", ""},
      {head + "A1,,subset of,why,\n", ""},
      {head + "A1,B1,intersects with,why,\"kakehashi: A1 overlaps B1; high; "
              "official\"\n",
       ""},
      {head + "A1,B1,intersects with,why,\"kakehashi: A1+A2 equal-to B1; low; "
              "project; both\"\nA2,B1,intersects with,why,\"kakehashi: A1+A2 "
              "equal-to B1; low; project; both\"\n",
       ""},
      {"Focal Document Element,Reference Document Element,Relationship,Mine,"
       "Strength of Relationship,Relationship\nA1,B1,equal,x,7,subset of\n",
       ""},
      {head + "A1,B1,subset of,'=1+1,\n", ""},
      {head, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kOlir), c.read) << c.bytes;
  }
}

TEST(ReadOlirTest, RejectsRows) {
  const std::string head = kOlirHead;
  const Case cases[] = {
      {"", ""},
      {"\n\n", ""},
      {"Focal Document Element,Relationship\nA1,subset of\n", ""},
      {std::string(21, '\n') + "A1,B1\n" + head, ""},
      {head + "A1,B1,part of,,\n", ""},
      {head + "A1,B1,部分,,\nA9,B9,equal,,\n", ""},
      {head + ",B1,equal,,\n", ""},
      {head + "A1,B1,equal,,\nA2,B1,equal,,\nA1,B1,subset of,,\n", ""},
      {head + "A1.3,B1,equal,,\n", ""},
      {head + "B1,A1,equal,,\n", ""},
      {head + "A1,B1,equal,,kakehashi: nonsense\n", ""},
      {head + "A1,B1,equal,,kakehashi: A2 equal-to B1; low; project\n", ""},
      {head + "A1,B1,equal,,kakehashi: A1 subset-of B1; low; project\n", ""},
      {head + "A1,B1,equal,,kakehashi: A1 equal-to B1; sure; project\n", ""},
      {head + "A1,B1,equal,\"open\n", ""},
      {head + "A1\tx,B1,equal,,\n", ""},
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
       ""},
      // The hidden one comes first, and is not what people see.
      {WorkbookOf(
           {{"old", "state='hidden'", head + row("A2", "B2", "equal"), ""},
            {"new", "", head + row("A1", "B1", "equal"), ""}}),
       ""},
      {WorkbookOf({{"only", "state='veryHidden'",
                    head + row("A2", "B2", "equal"), ""}}),
       ""},
      // Cells that are merged hold their text in the first.
      {WorkbookOf(
           {{"s", "", head + row("A1", "B1", "equal") + row("", "B2", "equal"),
             "<mergeCells><mergeCell ref='A2:A3'/></mergeCells>"}}),
       ""},
      {WorkbookOf({{"s", "",
                    head + "<row><c t='str'><f>\"A\"&amp;1</f><v>A1</v></c>"
                           "<c><f>1+1</f></c></row>",
                    ""}}),
       ""},
      {WorkbookOf({{"s", "",
                    head + "<row><c t='e'><v>#REF!</v></c><c t='inlineStr'>"
                           "<is><t>B1</t></is></c></row>",
                    ""}}),
       ""},
      {WorkbookOf({{"s", "", row("A1", "B1", "equal"), ""}}), ""},
      {WorkbookOf({{"s", "", "", ""}}), ""},
      {"PK\3\4 cut", ""},
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
      {head + "a,b,A1,B1,subset-of\n", ""},
      {head + "path,path,list of ids,list of ids,word\na,b,A1,B1,subset-of\n",
       ""},
      {head + "catalogs/beta/catalog.json,catalogs/alpha/catalog.json,B1 B2,"
              "A1,superset-of\n",
       ""},
      {head + "a,b,A1.1 A1.2,B1,intersects-with,overlaps,high,official,why\n",
       ""},
      // A row of data is one also where its word is missing.
      {head + "a,b,A1,,,no-relationship,low,project,why\n", ""},
      {head + "a,b,A1,,\na,b,A2,B1,equal-to\n", ""},
      {head + "a,b,A1,,,not-reviewed\n", ""},
      {"source_resource,target_resource,MAP_SOURCE_ID_REF_LIST,"
       "map_target_id_ref_list,map_relationship,$Map_Coverage,x\r\n"
       "a,b,A1,B1,equal-to,0.5,y\r\n",
       ""},
      {head, ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kTrestle), c.read) << c.bytes;
  }
}

TEST(ReadTrestleTest, RejectsRows) {
  const std::string head = kTrestleHead;
  const Case cases[] = {
      {"", ""},
      {"$$Source_Resource,$$Target_Resource\na,b\n", ""},
      // The first row of data is no row of descriptions by its wrong word.
      {head + "a,b,A1,B1,part-of\n", ""},
      {head + "a,b,A1,B1,subset\n", ""},
      {head + "a,b,A1,B1,subset-of\na,b,A1.9 A2,B9,subset-of\n", ""},
      {head + "a,b,A1,B1,subset-of,superset-of\n", ""},
      {head + "a,b,A1,B1,subset-of,part-of\n", ""},
      {head + "a,b,A1,B1,subset-of,subset-of,sure\n", ""},
      {head + "a,b,A1,B1,subset-of,subset-of,low,mine\n", ""},
      {head + "later/x.json,b,A1,B1,subset-of\n", ""},
      {head + "a,b,,B1,subset-of\n", ""},
      {head + "a,b,A1 A2,,,no-relationship\n", ""},
      {head + "a,b,A1,B1,subset-of\na,b,A1,B1,equal-to\n", ""},
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
      {library, ""},
      {windows, ""},
      {Library(MappingOf("a1", "b1", "Not_Related") +
               "      annotation: why\n      rationale: functional\n"
               "      strength_of_relationship: 4\n      mine: x\n"),
       ""},
      {Library(MappingOf("a1", "b1", "equal") + "      rationale: syntactic\n"),
       ""},
      {"requirement_mapping_set:\n"
       "  source_framework_urn: urn:y:beta\n  target_framework_urn: "
       "urn:y:alpha\n"
       "  requirement_mappings:\n"
       "  - {source_requirement_urn: b2, target_requirement_urn: A2,\n"
       "     relationship: superset}\n",
       ""},
      {Library("    []\n"), ""},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(Read(c.bytes, CrosswalkFormat::kCisoAssistant), c.read)
        << c.bytes;
  }
}

TEST(ReadCisoMappingTest, RejectsMappings) {
  const Case cases[] = {
      {"", ""},
      {"objects: {}\n", ""},
      {"- a\n- b\n", ""},
      {Library("    {a: b}\n"), ""},
      {Library(""), ""},
      {Library("    - word\n    - [a]\n"), ""},
      {Library(MappingOf("a1", "b1", "part")), ""},
      {Library(MappingOf("a1", "b1", "~")), ""},
      {Library(MappingOf("a1.3", "b9", "equal")), ""},
      {Library(MappingOf("a1", "b1", "equal") + MappingOf("A1", "B1", "equal")),
       ""},
      {Library(
           MappingOf("a1", "b1", "equal") +
           "      annotation: 'kakehashi: A1 subset-of B1; low; project'\n"),
       ""},
      {Library(MappingOf("a1", "b1", "equal") + "      relationship: subset\n"),
       ""},
      {Library(MappingOf("&x a1", "b1", "equal")), ""},
      {Library(MappingOf("a1", "*x", "equal")), ""},
      {Library(MappingOf("a1", "b1", "[" + std::string(70, '['))), ""},
      {Library("\t- a\n"), ""},
      {"requirement_mapping_sets:\n"
       "- {source_framework_urn: urn:y:later, target_framework_urn: "
       "urn:y:beta}\n",
       ""},
      {"a: &a [x]\nrequirement_mapping_sets: [*a, *a]\n", ""},
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
