// Every limit of base/limits.h that a reader keeps: the input at the limit is
// read, the one past it is refused under the id that docs/security.md names.
// All of them are read on a stack of 1 MiB, so that depth cannot overflow it.

#include "mapper/base/limits.h"

#include <gtest/gtest.h>
#include <pthread.h>
#include <sys/stat.h>

#include <functional>

#include "mapper/base/text.h"
#include "mapper/parse/catalog_json.h"
#include "mapper/parse/catalog_xml.h"
#include "mapper/parse/csv.h"
#include "mapper/parse/document.h"
#include "mapper/parse/expression.h"
#include "mapper/parse/framework_files.h"
#include "mapper/parse/html_text.h"
#include "mapper/parse/json_document.h"
#include "mapper/parse/table.h"
#include "mapper/parse/toml_reader.h"
#include "mapper/parse/xml_scan.h"
#include "mapper/parse/yaml_document.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/temporary_directory.h"

namespace mapper {
namespace {

std::string Times(std::size_t count, const std::string& text) {
  std::string out;
  out.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

void OnSmallStack(const std::function<void()>& work) {
  pthread_attr_t attributes;
  ASSERT_EQ(pthread_attr_init(&attributes), 0);
  ASSERT_EQ(pthread_attr_setstacksize(&attributes, std::size_t{1} << 20U), 0);
  pthread_t thread = 0;
  const auto run = [](void* argument) -> void* {
    (*static_cast<const std::function<void()>*>(argument))();
    return nullptr;
  };
  auto copy = work;
  ASSERT_EQ(pthread_create(&thread, &attributes, run, &copy), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

// The ids that are reported, each once.
std::string Ids(const std::function<void(Diagnostics&)>& read) {
  std::string ids;
  OnSmallStack([&] {
    Diagnostics diagnostics;
    read(diagnostics);
    for (const Diagnostic& d : diagnostics.all()) {
      if (ids.find(d.id + " ") == std::string::npos) ids += d.id + " ";
    }
  });
  return ids;
}

using Read = std::function<void(std::size_t, Diagnostics&)>;

std::string Parents(std::size_t depth) {
  std::string text = "#" +
                     Join({"id", "parent", "label", "title_ja", "title_en",
                           "gist_ja", "gist_en", "level", "lead", "support",
                           "applies", "evidence", "note"},
                          "\t") +
                     "\n";
  for (std::size_t i = 1; i <= depth; ++i) {
    text += "A" + std::to_string(i) + "\t" +
            (i == 1 ? "-" : "A" + std::to_string(i - 1)) +
            "\tx\tx\tx\t-\t-\tinform\tict\t-\t-\tunseen\t-\n";
  }
  return text;
}

// Groups of OSCAL, each in the one before.
std::string Groups(std::size_t depth) {
  std::string text = R"({"catalog":{"groups":[)";
  for (std::size_t i = 1; i <= depth; ++i) {
    text += R"({"id":"g)" + std::to_string(i) + R"(","title":"T","groups":[)";
  }
  return text + Times(depth, "]}") + "]}}";
}

void ReadJson(const std::string& text, Diagnostics& diagnostics) {
  FileDiagnostics errors("f", text, diagnostics);
  const JsonDocument document(text, errors);
}

void ReadXml(const std::string& text, Diagnostics& diagnostics) {
  FileDiagnostics errors("f", text, diagnostics);
  ScanXml(text, errors);
}

void ReadYamlText(const std::string& text, Diagnostics& diagnostics) {
  FileDiagnostics errors("f", text, diagnostics);
  ReadYaml(text, errors);
}

void ReadCondition(const std::string& text, Diagnostics& diagnostics) {
  ParseExpression(text, {"f", 1, 1}, text, diagnostics);
}

TEST(LimitsTest, AtTheLimitAndOnePastIt) {
  const TableLimits table{40, 3, 12};
  const CsvLimits csv{20, 6};
  const TextLimits text{30, 3};
  const struct {
    const char* name;
    std::size_t limit;
    Read read;
    const char* id;
  } kCases[] = {
      {"bytes of a table", table.bytes,
       [&](std::size_t n, Diagnostics& d) {
         const std::string head = "#a\tb\n";
         const Table t("f", head + Times(n - head.size() - 2, "#") + "\n#",
                       {"a", "b"}, d, {table.bytes, 3, 100});
       },
       "table-size "},
      {"rows of a table", table.rows,
       [&](std::size_t n, Diagnostics& d) {
         const Table t("f", "#a\tb\n" + Times(n, "1\t2\n"), {"a", "b"}, d,
                       table);
       },
       "table-size "},
      {"bytes of a line", table.line,
       [&](std::size_t n, Diagnostics& d) {
         const Table t("f", "#a\tb\n1\t" + Times(n - 2, "x") + "\n", {"a", "b"},
                       d, table);
       },
       "table-size "},
      {"levels of controls.tsv", limits::kControlDepth,
       [](std::size_t n, Diagnostics& d) {
         Framework framework;
         framework.id = "aa";
         ReadControls("f", Parents(n), framework, d);
       },
       "control-depth "},
      {"levels of a catalogue", limits::kControlDepth,
       [](std::size_t n, Diagnostics& d) {
         ReadCatalogJson("f", Groups(n), d);
       },
       "catalog-depth "},
      {"bytes of TOML", limits::kTomlBytes,
       [](std::size_t n, Diagnostics& d) {
         const std::string file = "#" + Times(n - 1, "x");
         const TomlFile toml("f", file, d);
       },
       "toml-size "},
      {"dots of TOML", limits::kTomlDots,
       [](std::size_t n, Diagnostics& d) {
         const std::string file = "a" + Times(n, ".a") + " = 1";
         const TomlFile toml("f", file, d);
       },
       "toml-depth "},
      {"lists of TOML", 256,  // toml++'s own
       [](std::size_t n, Diagnostics& d) {
         const std::string file = "a = " + Times(n, "[") + Times(n, "]");
         const TomlFile toml("f", file, d);
       },
       "toml-syntax "},
      {"bytes of CSV", csv.bytes,
       [&](std::size_t n, Diagnostics& d) {
         ReadCsv("f", Times(n, "x"), d, csv);
       },
       "csv-size "},
      {"cells of CSV", csv.cells,
       [&](std::size_t n, Diagnostics& d) {
         ReadCsv("f", Times(n - 4, ",") + "\n,,x", d, csv);
       },
       "csv-size "},
      {"length of a condition", limits::kExpressionBytes,
       [](std::size_t n, Diagnostics& d) {
         ReadCondition("lgwan" + Times(n - 5, " "), d);
       },
       "expression-depth "},
      {"depth of a condition", limits::kExpressionDepth,
       [](std::size_t n, Diagnostics& d) {
         ReadCondition(Times(n, "(") + "lgwan" + Times(n, ")"), d);
       },
       "expression-depth "},
      {"depth of JSON", limits::kJsonDepth,
       [](std::size_t n, Diagnostics& d) {
         ReadJson(Times(n, "[") + Times(n, "]"), d);
       },
       "json-depth "},
      {"values of JSON", limits::kJsonValues,
       [](std::size_t n, Diagnostics& d) {
         ReadJson("[" + Times(n - 2, "0,") + "0]", d);
       },
       "json-size "},
      {"depth of XML", limits::kXmlDepth,
       [](std::size_t n, Diagnostics& d) {
         ReadXml(Times(n, "<a>") + Times(n, "</a>"), d);
       },
       "xml-depth "},
      {"tags of XML", limits::kXmlNodes,
       [](std::size_t n, Diagnostics& d) {
         ReadXml("<a>" + Times(n - 2, "<a/>") + "</a>", d);
       },
       "xml-size "},
      {"depth of YAML", limits::kYamlDepth,
       [](std::size_t n, Diagnostics& d) {
         ReadYamlText(Times(n, "[") + Times(n, "]"), d);
       },
       "yaml-depth "},
      {"open brackets of YAML", limits::kYamlOpen,
       [](std::size_t n, Diagnostics& d) {
         ReadYamlText("a: '" + Times(n, "[") + "'", d);
       },
       "yaml-depth "},
      {"values of YAML", limits::kYamlNodes,
       [](std::size_t n, Diagnostics& d) {
         ReadYamlText("[" + Times(n - 2, "a,") + "a]", d);
       },
       "yaml-size "},
      {"bytes of YAML", limits::kYamlBytes,
       [](std::size_t n, Diagnostics& d) {
         ReadYamlText("#" + Times(n - 1, "x"), d);
       },
       "yaml-size "},
      {"bytes of HTML", 20,
       [](std::size_t n, Diagnostics& d) {
         ReadHtml("f.html", Times(n, "x"), d, {20, limits::kHtmlTree, {}});
       },
       "html-too-large "},
      {"depth of HTML", limits::kHtmlDepth,
       [](std::size_t n, Diagnostics& d) {
         ReadHtml("f.html", Times(n, "<div>"), d);
       },
       "html-too-deep "},
      {"bytes of text", text.bytes,
       [&](std::size_t n, Diagnostics& d) {
         OpenDocument("f.txt", Times(n, "x"), d, text);
       },
       "text-size "},
      {"lines of text", text.lines,
       [&](std::size_t n, Diagnostics& d) {
         OpenDocument("f.txt", Times(n, "x\n"), d, text);
       },
       "text-size "},
  };
  for (const auto& c : kCases) {
    const auto ids = [&c](std::size_t count) {
      return Ids([&](Diagnostics& d) { c.read(count, d); });
    };
    EXPECT_EQ(ids(c.limit).find(c.id), std::string::npos) << c.name;
    EXPECT_NE(ids(c.limit + 1).find(c.id), std::string::npos)
        << c.name << ": " << ids(c.limit + 1);
  }
}

// A few bytes that stand for far more.
TEST(LimitsTest, SmallInputsDoNotGrow) {
  std::string open;  // formatting that is never closed, each of its own kind
  for (int i = 0; i < 400; ++i) open += "<b x=" + std::to_string(i) + ">";
  const struct {
    const char* name;
    std::function<void(Diagnostics&)> read;
    const char* ids;
  } kCases[] = {
      {"billion laughs",
       [](Diagnostics& d) {
         std::string xml = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY l0 'l'>";
         for (int i = 1; i < 10; ++i) {
           xml += "<!ENTITY l" + std::to_string(i) + " '" +
                  Times(10, "&l" + std::to_string(i - 1) + ";") + "'>";
         }
         ReadCatalogXml("f.xml", xml + "]><catalog>&l9;</catalog>", d);
       },
       "xml-doctype "},
      {"an entity without a document type",
       [](Diagnostics& d) {
         ReadCatalogXml("f.xml", "<catalog>&l9;</catalog>", d);
       },
       "xml-syntax "},
      {"aliases",
       [](Diagnostics& d) {
         std::string yaml = "a0: &a0 [x]\n";
         for (int i = 1; i < 30; ++i) {
           const std::string n = std::to_string(i);
           const std::string before = "*a" + std::to_string(i - 1);
           yaml += "a" + n + ": &a" + n + " [" + before + "," + before + "]\n";
         }
         ReadYamlText(yaml, d);
       },
       "yaml-alias "},
      {"HTML opened again in each block",
       [&](Diagnostics& d) {
         ReadHtml(
             "f.html", "<p>" + open + "</p>" + Times(20000, "<p>x"), d,
             {limits::kHtmlBytes, std::size_t{64} << 20U, limits::kHtmlTime});
       },
       "html-too-large "},
      {"HTML that takes long",
       [](Diagnostics& d) {
         ReadHtml("f.html", Times(20000, "<p>x"), d,
                  {limits::kHtmlBytes, limits::kHtmlTree,
                   std::chrono::milliseconds(-1)});
       },
       "html-too-large "},
      {"a chain of parents from the end to the start",
       [](Diagnostics& d) {
         const std::string text = Parents(limits::kTableRows);
         std::vector<std::string_view> lines = Split(text, '\n');
         std::string turned = std::string(lines.front()) + "\n";
         for (std::size_t i = lines.size() - 2; i > 0; --i) {
           turned += std::string(lines[i]) + "\n";
         }
         Framework framework;
         framework.id = "aa";
         ReadControls("f", turned, framework, d);
       },
       "control-order too-many-problems "},
  };
  for (const auto& c : kCases) EXPECT_EQ(Ids(c.read), c.ids) << c.name;
}

TEST(LimitsTest, ProblemsOfAFileAreBounded) {
  Diagnostics diagnostics;
  const std::size_t past = limits::kProblems + 5;
  for (std::size_t i = 1; i <= past; ++i) {
    diagnostics.Warning("a", {"w", i, 1}, "x");
    diagnostics.Error("a", {"e", i, 1}, "x");
  }
  diagnostics.Error("a", {"other", 1, 1}, "x");
  EXPECT_EQ(diagnostics.all().size(), 2 * (limits::kProblems + 1) + 1);
  EXPECT_EQ(diagnostics.error_count(), past + 1);
  EXPECT_EQ(diagnostics.warning_count(), past);
  diagnostics.Sort();
  const Diagnostic& last = diagnostics.all()[limits::kProblems];
  EXPECT_EQ(last.id, "too-many-problems");
  EXPECT_EQ(last.severity, Severity::kError);
  EXPECT_EQ(last.message,
            "more than 1000 errors in this file; the rest is not shown");
  EXPECT_FALSE(diagnostics.may_suggest());
}

// A pipe that nobody writes to: whoever opens it for reading waits for ever,
// so that the test would not end.
TEST(LimitsTest, NoPathFromADocumentIsOpened) {
  const TemporaryDirectory directory;
  const std::string canary = directory / "canary";
  ASSERT_EQ(mkfifo(canary.c_str(), 0600), 0);
  const std::string url = "file://" + canary;
  const std::string control =
      R"({"id":"a1","title":"T","links":[{"rel":"reference","href":")" + url +
      R"("}]})";
  const std::pair<const char*, std::string> kDocuments[] = {
      {"f.xml", "<!DOCTYPE catalog SYSTEM '" + canary + "'><catalog/>"},
      {"f.xml", "<!DOCTYPE catalog [<!ENTITY x SYSTEM '" + url +
                    "'>]><catalog>&x;</catalog>"},
      {"f.xml", "<!DOCTYPE a [<!ENTITY % x SYSTEM '" + url + "'> %x;]><a/>"},
      {"f.xml", "<?xml-stylesheet href='" + url +
                    "'?><catalog xmlns:xi='"
                    "http://www.w3.org/2001/XInclude'><xi:include href='" +
                    url + "'/><control id='c'><title>T</title><link href='" +
                    url + "'/></control><back-matter><resource><rlink href='" +
                    url + "'/></resource></back-matter></catalog>"},
      {"f.json", R"({"$ref":")" + url + R"(","catalog":{"controls":[)" +
                     control +
                     R"(],"back-matter":{"resources":[{"rlinks":[)"
                     R"({"href":")" +
                     url + R"("}]}]}}})"},
      {"f.html", "<link rel=stylesheet href='" + url + "'><iframe src='" + url +
                     "'></iframe><object data='" + url + "'></object><p>1 a"},
      {"f.txt", "@" + canary + "\n#include \"" + canary + "\"\n"},
  };
  for (const auto& [name, text] : kDocuments) {
    Diagnostics diagnostics;
    const DocumentText opened = OpenDocument(name, text, diagnostics);
    if (!opened.numbered) ReadCatalogue(name, opened, diagnostics);
  }
  Diagnostics diagnostics;
  const std::string toml =
      "include = '" + canary + "'\n\"$ref\" = '" + url + "'";
  EXPECT_TRUE(TomlFile("f", toml, diagnostics).ok());
  ReadYamlText("a: !include " + canary + "\n$ref: " + url, diagnostics);
  Framework framework;
  framework.id = "aa";
  ReadControls("f", "# Source: " + canary + "\n" + Parents(2), framework,
               diagnostics);
  EXPECT_EQ(Dump(diagnostics), "");
}

}  // namespace
}  // namespace mapper
