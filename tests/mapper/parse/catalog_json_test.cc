#include "mapper/parse/catalog_json.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "tests/mapper/parse/catalog_case.h"
#include "tests/mapper/parse/outline_text.h"

namespace mapper {
namespace {

TEST(LooksLikeCatalogJsonTest, TellsJsonObjectsFromText) {
  static const struct {
    std::string_view text;
    bool expected;
  } kCases[] = {
      {"{\"catalog\":{}}", true},
      {" \n{ \"a\":1}", true},
      {"{", true},
      {"{}", true},
      {"", false},
      {"第1条", false},
      {"[Withdrawn]", false},
      {"{{ insert", false},
      {"<a/>", false},
      {"{a}", false},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(LooksLikeCatalogJson(c.text), c.expected) << c.text;
  }
}

TEST(ReadOscalJsonTest, ReadsGroupsControlsAndItems) {
  static const CatalogCase kCases[] = {
      {"ids by label, statements and items",
       R"j({"catalog":{"groups":[{"id":"ac","class":"family","title":"Access",
"controls":[{"id":"ac-2","class":"SP800-53","title":"Accounts","props":[
{"name":"label","value":"AC-02","class":"zero-padded"},
{"name":"label","value":"AC-2"}],
"parts":[{"name":"statement","prose":"Do:","parts":[
{"name":"item","props":[{"name":"label","value":"a."}],"prose":" one","parts":[
{"name":"item","props":[{"name":"label","value":"1."}],"prose":"deep","parts":[
{"name":"item","props":[{"name":"label","value":"(a)"}],"prose":"deeper"}]}]},
{"name":"item","prose":"two"},
{"name":"note","prose":"no"}]},
{"name":"guidance","prose":"no"}],
"controls":[{"id":"ac-2.1","class":"SP800-53-enhancement","title":"Auto",
"props":[{"name":"label","value":"AC-2(1)"}],"parts":[{"name":"statement",
"parts":[{"name":"item","props":[{"name":"label","value":"(a)"}]}]}]}]}]}]}})j",
       "1 AC family - 'Access' \n"
       "2 AC-2 control AC 'Accounts' Do:\n"
       "6 AC-2a item AC-2 '' one (below)\n"
       "7 AC-2a.1 item AC-2a '' deep (below)\n"
       "8 AC-2a.1.(a) item AC-2a.1 '' deeper (below)\n"
       "9 AC-2[2] item AC-2 '' two (below)\n"
       "12 AC-2(1) control-enhancement AC-2 'Auto' \n"
       "14 AC-2(1)(a) item AC-2(1) ''  (below)\n",
       ""},
      {"ids by title; repeated empty groups; withdrawn by text",
       R"j({"catalog":{"groups":[
{"id":"gv","class":"function","title":"GOVERN (GV): All (so far)","groups":[
{"id":"gv.oc","class":"category","title":"Context (IT) (GV.OC): Known",
"controls":[
{"id":"gv.oc-01","title":"GV.OC-01","parts":[{"name":"statement",
"prose":"[Withdrawn: Incorporated into GV, and GV.OC-02]"}]},
{"id":"gv.oc-02","title":"GV.OC-02"}]},
{"id":"gv.xx","class":"category","title":"Old (GV.XX): [Withdrawn: Moved to GV.OC]"}]},
{"id":"gv","class":"function","title":"GOVERN (GV)"}]}})j",
       "2 GV function - 'GOVERN' All (so far)\n"
       "3 GV.OC category GV 'Context (IT)' Known\n"
       "5 GV.OC-01 subcategory GV.OC '' [Withdrawn: Incorporated into GV, and "
       "GV.OC-02] -> GV,GV.OC-02\n"
       "7 GV.OC-02 subcategory GV.OC '' \n"
       "8 GV.XX category GV 'Old' [Withdrawn: Moved to GV.OC] -> GV.OC\n",
       ""},
      {"withdrawn by props and links",
       R"j({"catalog":{"controls":[
{"id":"ac-1","title":"Aa","props":[{"name":"status","value":"Withdrawn"}],
"links":[{"rel":"moved-to","href":"#ac-2.1"},{"rel":"related","href":"#x"},
{"rel":"incorporated-into","href":"#ac-3"}]},
{"id":"ac-2.1","title":"Bb","props":[{"name":"label","value":"AC-2(1)"}]}]}})j",
       "2 AC-1 control - 'Aa'  -> AC-2(1),AC-3\n"
       "5 AC-2(1) control - 'Bb' \n",
       "warning 2:1: [catalog-unknown-successor] \"AC-1\" is withdrawn in "
       "favour of \"AC-3\", which this catalogue does not hold\n"},
      {"marks without classes",
       R"j({"catalog":{"groups":[{"id":"g","title":"Gg","controls":[
{"id":"c","title":"Cc","controls":[{"id":"e","title":"Ee"}]}]}]}})j",
       "1 G group - 'Gg' \n2 C control G 'Cc' \n"
       "2 E control-enhancement C 'Ee' \n",
       ""},
      {"labels that are no ids",
       R"j({"catalog":{"controls":[
{"id":"x-1","title":"T","props":[{"name":"label","value":"First"}]},
{"id":"組1","title":"T","props":[{"name":"label","value":"概1"}]}]}})j",
       "2 X-1 control - 'T' \n3 組1 control - 'T' \n", ""},
  };
  for (const CatalogCase& c : kCases) CheckCase(c, ReadCatalogJson);
}

TEST(ReadOscalJsonTest, RejectsAndLocates) {
  static const CatalogCase kCases[] = {
      {"ids taken twice",
       R"j({"catalog":{"groups":[{"id":"g","title":"Gg"}],"controls":[
{"id":"c","title":"Cc","parts":[{"name":"statement","parts":[
{"name":"item","props":[{"name":"label","value":"a."}]},
{"name":"item","props":[{"name":"label","value":"a."}]}]}]},
{"id":"C","title":"Again","parts":[{"name":"statement","prose":"[Withdrawn]",
"parts":[{"name":"item"}]}],"controls":[{"id":"d","title":"Dd"}]},
{"id":"g","title":"Gg"}]}})j",
       "1 G group - 'Gg' \n2 C control - 'Cc' \n3 Ca item C ''  (below)\n"
       "6 D control-enhancement C 'Dd' \n",
       "4:1: [catalog-duplicate-id] expected each id once: \"Ca\" is taken on "
       "line 3\n"
       "5:1: [catalog-duplicate-id] expected each id once: \"C\" is taken on "
       "line 2\n"
       "7:1: [catalog-duplicate-id] expected each id once: \"G\" is taken on "
       "line 1\n"},
      {"a repeated group with another title",
       R"j({"catalog":{"groups":[{"id":"g","title":"Gg"},
{"id":"g","title":"Hh","controls":[{"id":"c","title":"Cc"}]}]}})j",
       "1 G group - 'Gg' \n2 C control G 'Cc' \n",
       "2:1: [catalog-duplicate-id] expected each id once: \"G\" is taken on "
       "line 1\n"},
      {"missing and wrong",
       R"j({"catalog":{"groups":{},"controls":[
{"title":"T","controls":[{"id":"c","title":"Cc"}]},
{"id":"","title":7,"parts":[{"prose":"x"}]},
{"id":"a","title":"Aa","class":1,"props":[{"name":"label"},5],"links":[{}],
"parts":[{"name":"statement","prose":[],"parts":[{"name":"item","props":0}]}]}
]}})j",
       "2 C control-enhancement - 'Cc' \n4 A control - 'Aa' \n"
       "5 A[1] item A ''  (below)\n",
       "1:22: [json-shape] /catalog/groups: expected an array, found an "
       "object\n"
       "2:1: [json-shape] /catalog/controls/0: expected a member \"id\", a "
       "string\n"
       "3:7: [json-shape] /catalog/controls/1/id: expected a string that is "
       "not empty\n"
       "3:18: [json-shape] /catalog/controls/1/title: expected a string, "
       "found a number\n"
       "3:29: [json-shape] /catalog/controls/1/parts/0: expected a member "
       "\"name\", a string\n"
       "4:32: [json-shape] /catalog/controls/2/class: expected a string, "
       "found a number\n"
       "4:60: [json-shape] /catalog/controls/2/props/1: expected an object, "
       "found a number\n"
       "4:43: [json-shape] /catalog/controls/2/props/0: expected a member "
       "\"value\", a string\n"
       "4:72: [json-shape] /catalog/controls/2/links/0: expected a member "
       "\"href\", a string\n"
       "5:38: [json-shape] /catalog/controls/2/parts/0/prose: expected a "
       "string, found an array\n"
       "5:73: [json-shape] /catalog/controls/2/parts/0/parts/0/props: "
       "expected an array, found a number\n"},
      {"withdrawn in a circle",
       R"j({"catalog":{"controls":[
{"id":"a-1","title":"[A]","parts":[{"name":"statement","prose":"[Withdrawn: Moved to A-2.]"}]},
{"id":"a-2","title":"Bb","parts":[{"name":"statement","prose":"[Withdrawn: Moved to A-1.]"}]}]}})j",
       "2 A-1 control - '[A]' [Withdrawn: Moved to A-2.] -> A-2\n"
       "3 A-2 control - 'Bb' [Withdrawn: Moved to A-1.] -> A-1\n",
       "3:1: [catalog-cycle] \"A-2\" is withdrawn in favour of \"A-1\", which "
       "leads back to it\n"},
      {"catalog of a wrong type", "{\n \"catalog\":[]}", "",
       "2:12: [json-shape] /catalog: expected an object, found an array\n"},
      {"no controls", R"j({"catalog":{}})j", "",
       "1:1: [catalog-empty] expected controls, found none\n"},
      {"truncated", "{\"catalog\":{\"groups\":[\n{\"id\":\"g\",", "",
       "2:11: [json-syntax] expected a member name in double quotes; the file "
       "ends here\n"},
      {"an OSCAL profile", "\n{\"profile\":{}}", "",
       "2:1: [json-not-a-catalogue] expected an OSCAL catalog (a member "
       "\"catalog\") or a CPRT export (\"response\" or \"elements\"), found an "
       "object with \"profile\"\n"},
      {"an empty object", "{}", "",
       "1:1: [json-not-a-catalogue] expected an OSCAL catalog (a member "
       "\"catalog\") or a CPRT export (\"response\" or \"elements\"), found an "
       "empty object\n"},
      {"a list", "[{\"catalog\":{}}]", "",
       "1:1: [json-not-a-catalogue] expected an OSCAL catalog (a member "
       "\"catalog\") or a CPRT export (\"response\" or \"elements\"), found an "
       "array\n"},
  };
  for (const CatalogCase& c : kCases) CheckCase(c, ReadCatalogJson);
}

TEST(ReadOscalJsonTest, RefusesDeepGroups) {
  std::string text = "{\"catalog\":";
  for (int i = 0; i < 100'000; ++i) {
    text += "{\"groups\":[";
  }
  Diagnostics diagnostics;
  EXPECT_TRUE(ReadCatalogJson("f.json", text, diagnostics).controls.empty());
  EXPECT_EQ(DumpDiagnostics(diagnostics),
            "1:1419: [json-depth] expected at most 256 levels of nesting\n");
}

}  // namespace
}  // namespace mapper
