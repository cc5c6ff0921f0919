#include "mapper/parse/catalog_xml.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/parse/xml_scan.h"
#include "tests/mapper/parse/catalog_case.h"
#include "tests/mapper/parse/outline_text.h"

namespace mapper {
namespace {

std::string Repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

struct BadCase {
  const char* name;
  std::string text;
  std::string diagnostics;
};

void CheckDiagnostics(const BadCase& c) {
  SCOPED_TRACE(c.name);
  Diagnostics diagnostics;
  ReadCatalogXml("f.xml", c.text, diagnostics);
  EXPECT_EQ(DumpDiagnostics(diagnostics), c.diagnostics);
}

TEST(LooksLikeCatalogXmlTest, TellsXmlFromText) {
  static const struct {
    std::string_view text;
    bool expected;
  } kCases[] = {
      {"<?xml version=\"1.0\"?>", true},
      {"\n <catalog/>", true},
      {"<!-- x --><catalog/>", true},
      {"<!DOCTYPE catalog>", true},
      {"", false},
      {"<", false},
      {"< 5", false},
      {"<第1条>", false},
      {"{}", false},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(LooksLikeCatalogXml(c.text), c.expected) << c.text;
  }
}

TEST(ReadCatalogXmlTest, ReadsGroupsControlsAndItems) {
  static const CatalogCase kCases[] = {
      {"classes, overview and statement",
       R"x(<?xml version="1.0" encoding="UTF-16"?>
<catalog xmlns="http://csrc.nist.gov/ns/oscal/1.0">
<group id="GV" class="function"><title>GOVERN</title>
<prop name="label" value="GOVERN (GV)"/>
<part name="overview"><p>All
   of it &amp; more</p></part>
<control id="GV.OC" class="category"><title>Context</title>
<prop name="label" value="Context (GV.OC)"/><part name="statement"/>
<control id="GV.OC-01" class="subcategory"><title>GV.OC-01</title>
<prop name="label" value="GV.OC-01"/>
<part name="statement"><p>Mission</p></part>
<part name="example"><p>no</p></part></control></control></group></catalog>)x",
       "3 GV function - 'GOVERN' All of it & more\n"
       "7 GV.OC category GV 'Context' \n"
       "9 GV.OC-01 subcategory GV.OC '' Mission\n",
       ""},
      {"prefixes, items, lists and parameters",
       R"x(<o:catalog xmlns:o="x"><!-- ]]> --><o:control id="ac-1">
<o:title>Policy <o:em>now</o:em></o:title>
<o:prop name="label" value="AC-1"/>
<o:part name="statement"><o:p>Give <o:insert type="param" id-ref="p_1"/>
<o:strong>all</o:strong>:</o:p><o:ul><o:li>x</o:li><o:li><![CDATA[<y>]]></o:li></o:ul>
<o:part name="item"><o:prop name="label" value="a."/><o:p>one</o:p></o:part>
<o:part name="item"><o:prop name="label" value="b."/><o:p>&#x4E8C;</o:p></o:part>
</o:part></o:control></o:catalog>)x",
       "1 AC-1 control - 'Policy now' Give {{ insert: param, p_1 }} all:\n"
       "x\n<y>\n"
       "6 AC-1a item AC-1 '' one (below)\n7 AC-1b item AC-1 '' 二 (below)\n",
       ""},
      {"withdrawn by props, links and text",
       R"x(<catalog>
<control id="ac-1"><title>One</title><prop name="status" value="withdrawn"/>
<link rel="incorporated-into" href="#ac-3"/></control>
<control id="ac-2"><title>Two</title><part name="statement">
<p>[Withdrawn: Moved to AC-3.]</p></part></control>
<control id="ac-3"><title>Three</title></control></catalog>)x",
       "2 AC-1 control - 'One'  -> AC-3\n"
       "4 AC-2 control - 'Two' [Withdrawn: Moved to AC-3.] -> AC-3\n"
       "6 AC-3 control - 'Three' \n",
       ""},
  };
  for (const CatalogCase& c : kCases) CheckCase(c, ReadCatalogXml);
}

TEST(ReadCatalogXmlTest, RejectsAndLocates) {
  const char* const kReference =
      "expected &amp; &lt; &gt; &quot; &apos; or a character as &#x...; after "
      "'&'\n";
  static const std::string kOutside =
      "[xml-syntax] expected no text outside the root element\n";
  static const std::string kDoctype =
      "[xml-doctype] expected a document without DOCTYPE: document types and "
      "entities are not read\n";
  const BadCase cases[] = {
      {"empty", "",
       "1:1: [xml-syntax] expected a root element; the file ends "
       "here\n"},
      {"no element", "<!-- x -->",
       "1:11: [xml-syntax] expected a root element; "
       "the file ends here\n"},
      {"truncated in an element", "<catalog>\n<group",
       "2:7: [xml-syntax] expected '>' at the end of the start tag; the file "
       "ends here\n"},
      {"truncated in text", "<catalog>\nあ",
       "2:2: [xml-syntax] expected the end tag of the element opened last; the "
       "file ends here\n"},
      {"truncated in a comment", "<catalog><!-- ",
       "1:15: [xml-syntax] expected '-->' at the end of the comment; the file "
       "ends here\n"},
      {"wrong end tag", "<catalog>\n <a></b></catalog>",
       "2:7: [xml-syntax] expected the end tag of the element opened last\n"},
      {"bare attribute", "<catalog id=x/>",
       "1:13: [xml-syntax] expected an attribute as name=\"value\"\n"},
      {"no name", "<catalog>< a/></catalog>",
       "1:11: [xml-syntax] expected the name of an element after '<'\n"},
      {"two roots", "<catalog/>\n<catalog/>",
       "2:1: [xml-syntax] expected one root element\n"},
      {"text around", "x<catalog/>y", "1:1: " + kOutside + "1:12: " + kOutside},
      {"doctype",
       "<?xml version=\"1.0\"?>\n<!DOCTYPE c [<!ENTITY a "
       "\"b\">]><c>&a;</c>",
       "2:1: " + kDoctype},
      {"doctype, never closed", "<!DOCTYPE c [", "1:1: " + kDoctype},
      {"entities",
       "<catalog a='&b;'>\n&c; & &#0; &#xD800; &#x110000; &#x;"
       "&amp;</catalog>",
       std::string("1:13: [xml-syntax] ") + kReference + "2:1: [xml-syntax] " +
           kReference + "2:5: [xml-syntax] " + kReference +
           "2:7: [xml-syntax] " + kReference + "2:12: [xml-syntax] " +
           kReference + "2:21: [xml-syntax] " + kReference +
           "2:32: [xml-syntax] " + kReference},
      {"not UTF-8", "<catalog>\n\xFF</catalog>",
       "2:1: [xml-encoding] expected UTF-8\n"},
      {"control character", "<catalog>\n\x01</catalog>",
       "2:1: [xml-syntax] expected no control character\n"},
      {"another root", "\n<profile/>",
       "2:1: [xml-not-a-catalogue] expected an OSCAL catalog, found "
       "<profile>\n"},
      {"nothing in it", "<catalog><metadata/></catalog>",
       "1:1: [catalog-empty] expected controls, found none\n"},
      {"missing attributes and titles",
       "<catalog><group>\n<control id=''><title/><prop/><link/><part>\n"
       "<part/></part><part name='statement'><part/></part></control>"
       "</group></catalog>",
       "1:10: [xml-shape] expected <group> to hold a <title> that is not "
       "empty\n"
       "1:10: [xml-shape] expected <group> to have an attribute \"id\" that is "
       "not empty\n"
       "2:1: [xml-shape] expected <control> to hold a <title> that is not "
       "empty\n"
       "2:1: [xml-shape] expected <control> to have an attribute \"id\" that "
       "is not empty\n"
       "2:24: [xml-shape] expected <prop> to have an attribute \"name\" that "
       "is not empty\n"
       "2:24: [xml-shape] expected <prop> to have an attribute \"value\" that "
       "is not empty\n"
       "2:31: [xml-shape] expected <link> to have an attribute \"href\" that "
       "is not empty\n"
       "2:38: [xml-shape] expected <part> to have an attribute \"name\" that "
       "is not empty\n"
       "3:38: [xml-shape] expected <part> to have an attribute \"name\" that "
       "is not empty\n"},
      {"ids taken twice",
       "<catalog><control id='c'><title>Cc</title></control>\n"
       "<control id='c'><title>Cc</title></control></catalog>",
       "2:1: [catalog-duplicate-id] expected each id once: \"C\" is taken on "
       "line 1\n"},
  };
  for (const BadCase& c : cases) CheckDiagnostics(c);
}

TEST(ReadCatalogXmlTest, BoundsDepthAndSize) {
  constexpr std::size_t kDeep = 100'000;
  const std::string depth =
      "[xml-depth] expected at most 256 levels of elements\n";
  const std::string open = "<group id='g'>";
  const BadCase cases[] = {
      {"256 levels",
       "<catalog>" + Repeat("<p>", 255) + Repeat("</p>", 255) +
           "<control id='c'><title>Cc</title></control></catalog>",
       ""},
      {"257 levels", Repeat("<p>", 257) + Repeat("</p>", 257),
       "1:769: " + depth},
      {"deep", "<catalog>\n" + Repeat(open, kDeep) + Repeat("</group>", kDeep),
       "2:3571: " + depth},
      {"deep, never closed", Repeat("<p>\n", kDeep), "257:1: " + depth},
      {"wide", "<c>" + Repeat("<p/>", kMaxXmlNodes) + "</c>",
       "1:1: [xml-size] expected at most 4000000 tags and attributes\n"},
  };
  for (const BadCase& c : cases) CheckDiagnostics(c);
}

}  // namespace
}  // namespace mapper
