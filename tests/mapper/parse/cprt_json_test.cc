#include "mapper/parse/cprt_json.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/parse/catalog_json.h"
#include "tests/mapper/parse/catalog_case.h"

namespace mapper {
namespace {

// A CPRT export with these elements and relationships, each on its own line
// from line 3 on, with the line "],\"relationships\":[" between them.
std::string Cprt(const std::vector<const char*>& elements,
                 const std::vector<std::string>& relationships) {
  std::string out = "{\"response\":{\"elements\":{\"documents\":[],\n";
  out += "\"elements\":[\n";
  for (std::size_t i = 0; i < elements.size(); ++i) {
    out += std::string(elements[i]) + (i + 1 == elements.size() ? "\n" : ",\n");
  }
  out += "],\"relationships\":[\n";
  for (std::size_t i = 0; i < relationships.size(); ++i) {
    out += relationships[i] + (i + 1 == relationships.size() ? "\n" : ",\n");
  }
  return out + "]}}}";
}

std::string Projection(const std::string& source, const std::string& dest) {
  return R"j({"relationship_identifier":"projection",)j"
         R"j("source_element_identifier":")j" +
         source + R"j(","dest_element_identifier":")j" + dest + "\"}";
}

constexpr const char* kFunction =
    R"j({"element_type":"function","element_identifier":"GV","title":"GOVERN","text":"All"})j";
constexpr const char* kCategory =
    R"j({"element_type":"category","element_identifier":"GV.OC","title":"Context","text":"Known"})j";
constexpr const char* kSubcategory =
    R"j({"element_type":"subcategory","element_identifier":"GV.OC-01","title":"","text":"Mission"})j";
constexpr const char* kReason =
    R"j({"element_type":"withdraw_reason","element_identifier":"WR","title":"","text":"Moved to GV"})j";

TEST(ReadCprtTest, ReadsElementsAsATree) {
  static const CatalogCase kCases[] = {
      {"three levels, in the order of relationships",
       Cprt({kFunction, kSubcategory, kCategory},
            {Projection("GV", "GV.OC"), Projection("GV.OC", "GV.OC-01")}),
       "3 GV function - 'GOVERN' All\n"
       "5 GV.OC category GV 'Context' Known\n"
       "4 GV.OC-01 subcategory GV.OC '' Mission\n",
       ""},
      {"repeats that say less or the same, and other elements",
       Cprt({R"j({"element_type":"function","element_identifier":"GV"})j",
             R"j({"element_type":"party","element_identifier":"first"})j",
             R"j({"element_type":"party","element_identifier":"first"})j",
             kFunction, kFunction},
            {Projection("GV", "first"),
             R"j({"relationship_identifier":"external_reference",)j"
             R"j("source_element_identifier":"GV",)j"
             R"j("dest_element_identifier":"PM-1"})j",
             R"j({"relationship_identifier":"projection",)j"
             R"j("source_doc_identifier":"CSF","dest_doc_identifier":"53",)j"
             R"j("source_element_identifier":"GV",)j"
             R"j("dest_element_identifier":"PM-1"})j"}),
       "3 GV function - 'GOVERN' All\n", ""},
      {"withdrawn by text and by relationship",
       Cprt({kFunction, kCategory, kReason},
            {Projection("GV", "GV.OC"), Projection("GV.OC", "WR"),
             Projection("WR", "GV.OC-01"), Projection("WR", "GV"),
             Projection("GV.OC", "WR")}),
       "3 GV function - 'GOVERN' All\n"
       "4 GV.OC category GV 'Context' Known -> GV\n",
       "9:1: [catalog-unknown-element] expected an element of this file as "
       "dest_element_identifier, found \"GV.OC-01\"\n"},
      {"withdrawn, naming none",
       Cprt({kFunction,
             R"j({"element_type":"withdraw_reason","element_identifier":"W",)j"
             R"j("text":"Incorporated into other Categories and Functions"})j"},
            {Projection("GV", "W")}),
       "3 GV function - 'GOVERN' All -> \n", ""},
      {"families and controls",
       Cprt({R"j({"element_type":"family","element_identifier":"AC"})j",
             R"j({"element_type":"control","element_identifier":"AC-2"})j",
             R"j({"element_type":"control_enhancement",)j"
             R"j("element_identifier":"AC-2(1)"})j"},
            {Projection("AC", "AC-2"), Projection("AC-2", "AC-2(1)")}),
       "3 AC family - '' \n4 AC-2 control AC '' \n"
       "5 AC-2(1) control-enhancement AC-2 '' \n",
       ""},
      {"without the response",
       "{\"elements\":{\"elements\":[" + std::string(kFunction) +
           "],\"relationships\":[]}}",
       "1 GV function - 'GOVERN' All\n", ""},
      {"without the wrapper",
       "{\"elements\":[" + std::string(kFunction) + "],\"relationships\":[]}",
       "1 GV function - 'GOVERN' All\n", ""},
  };
  for (const CatalogCase& c : kCases) CheckCase(c, ReadCatalogJson);
}

TEST(ReadCprtTest, RejectsAndLocates) {
  static const CatalogCase kCases[] = {
      {"unknown ends",
       Cprt({kFunction},
            {Projection("GV", "GV.XX"), "  " + Projection("\\u0007x", "GV")}),
       "3 GV function - 'GOVERN' All\n",
       "5:1: [catalog-unknown-element] expected an element of this file as "
       "dest_element_identifier, found \"GV.XX\"\n"
       "6:3: [catalog-unknown-element] expected an element of this file as "
       "source_element_identifier, found \"\ax\"\n"},
      {"circles",
       Cprt({kFunction, kCategory},
            {Projection("GV", "GV.OC"), Projection("GV.OC", "GV"),
             Projection("GV", "GV")}),
       "3 GV function - 'GOVERN' All\n4 GV.OC category GV 'Context' Known\n",
       "7:1: [catalog-cycle] expected the upper one first, found category "
       "\"GV.OC\" holding function \"GV\"\n"
       "8:1: [catalog-cycle] expected the upper one first, found function "
       "\"GV\" holding function \"GV\"\n"},
      {"two parents",
       Cprt({kFunction, kCategory,
             R"j({"element_type":"function","element_identifier":"ID"})j"},
            {Projection("GV", "GV.OC"), Projection("ID", "GV.OC")}),
       "3 GV function - 'GOVERN' All\n4 GV.OC category GV 'Context' Known\n"
       "5 ID function - '' \n",
       "8:1: [catalog-two-parents] expected \"GV.OC\" in one place: it is in "
       "\"GV\" and in \"ID\"\n"},
      {"one reason for two",
       Cprt({kFunction, kCategory, kReason},
            {Projection("GV", "GV.OC"), Projection("GV.OC", "WR"),
             Projection("GV", "WR")}),
       "3 GV function - 'GOVERN' All\n"
       "4 GV.OC category GV 'Context' Known -> GV\n",
       "9:1: [catalog-two-parents] expected \"WR\" in one place: it is in "
       "\"GV.OC\" and in \"GV\"\n"},
      {"no parent", Cprt({kCategory}, {}),
       "3 GV.OC category - 'Context' Known\n",
       "warning 3:1: [catalog-no-parent] category \"GV.OC\" is in nothing: "
       "expected a relationship to it from what holds it\n"},
      {"repeats that contradict",
       Cprt({kFunction,
             R"j({"element_type":"category","element_identifier":"GV",)j"
             R"j("title":"Govern","text":"Some"})j"},
            {}),
       "3 GV function - 'GOVERN' All\n",
       "4:1: [catalog-duplicate-id] expected element \"GV\" of one type; it "
       "differs from that on line 3\n"
       "4:1: [catalog-duplicate-id] expected element \"GV\" with one title; it "
       "differs from that on line 3\n"
       "4:1: [catalog-duplicate-id] expected element \"GV\" with one text; it "
       "differs from that on line 3\n"},
      {"withdrawn in a circle",
       Cprt({kFunction,
             R"j({"element_type":"function","element_identifier":"ID"})j",
             kReason,
             R"j({"element_type":"withdraw_reason","element_identifier":"W2",)j"
             R"j("text":"Moved to ID"})j"},
            {Projection("GV", "W2"), Projection("ID", "WR")}),
       "3 GV function - 'GOVERN' All -> ID\n4 ID function - ''  -> GV\n",
       "4:1: [catalog-cycle] \"ID\" is withdrawn in favour of \"GV\", which "
       "leads back to it\n"},
      {"withdrawn in favour of itself and of a stranger",
       Cprt({kFunction,
             R"j({"element_type":"withdraw_reason","element_identifier":"W",)j"
             R"j("text":"Moved to GV. (See PR.XX-09.)"})j"},
            {Projection("GV", "W")}),
       "3 GV function - 'GOVERN' All -> GV,PR.XX-09\n",
       "warning 4:1: [catalog-unknown-successor] \"GV\" is withdrawn in favour "
       "of \"PR.XX-09\", which this catalogue does not hold\n"
       "3:1: [catalog-cycle] \"GV\" is withdrawn in favour of \"GV\", "
       "itself\n"},
      {"an id with a space",
       Cprt({R"j({"element_type":"function","element_identifier":"G V"})j"},
            {}),
       "",
       "3:1: [catalog-id] expected an id of 1 to 100 bytes without spaces, "
       "not beginning with '#', found \"G V\"\n"},
      {"an id that a table would take for a comment",
       Cprt({R"j({"element_type":"function","element_identifier":"#1"})j"}, {}),
       "",
       "3:1: [catalog-id] expected an id of 1 to 100 bytes without spaces, "
       "not beginning with '#', found \"#1\"\n"},
      {"no controls",
       Cprt({R"j({"element_type":"party","element_identifier":"x"})j"}, {}), "",
       "1:1: [catalog-empty] expected controls, found none\n"},
      {"wrong types",
       R"j({"response":{"elements":{"elements":[
1,
{"element_identifier":2,"element_type":[]},
{"element_identifier":"","element_type":"function"},
{"element_identifier":"GV","element_type":"function","title":null,"text":{}}
],"relationships":[
"x",
{"relationship_identifier":3},
{"relationship_identifier":"projection","source_element_identifier":4}
]}}})j",
       "5 GV function - '' \n",
       "2:1: [json-shape] /response/elements/elements/0: expected an object, "
       "found a number\n"
       "3:23: [json-shape] /response/elements/elements/1/element_identifier: "
       "expected a string, found a number\n"
       "3:40: [json-shape] /response/elements/elements/1/element_type: "
       "expected a string, found an array\n"
       "4:23: [json-shape] /response/elements/elements/2/element_identifier: "
       "expected a string that is not empty\n"
       "5:62: [json-shape] /response/elements/elements/3/title: expected a "
       "string, found null\n"
       "5:74: [json-shape] /response/elements/elements/3/text: expected a "
       "string, found an object\n"
       "7:1: [json-shape] /response/elements/relationships/0: expected an "
       "object, found a string\n"
       "8:28: [json-shape] "
       "/response/elements/relationships/1/relationship_identifier: expected "
       "a string, found a number\n"
       "9:69: [json-shape] "
       "/response/elements/relationships/2/source_element_identifier: "
       "expected a string, found a number\n"
       "9:1: [json-shape] /response/elements/relationships/2: expected a "
       "member \"dest_element_identifier\", a string\n"},
      {"no lists", R"j({"response":{"elements":{}}})j", "",
       "1:25: [json-shape] /response/elements: expected a member "
       "\"elements\", an array\n"
       "1:25: [json-shape] /response/elements: expected a member "
       "\"relationships\", an array\n"},
      {"response of a wrong type", R"j({"response":[]})j", "",
       "1:13: [json-shape] /response: expected an object, found an array\n"},
      {"elements of a wrong type", R"j({"response":{"elements":"x"}})j", "",
       "1:25: [json-shape] /response/elements: expected an object, found a "
       "string\n"},
  };
  for (const CatalogCase& c : kCases) CheckCase(c, ReadCatalogJson);
}

}  // namespace
}  // namespace mapper
