#include "mapper/report/html_page.h"

#include <gtest/gtest.h>

#include "mapper/base/sha256.h"
#include "tests/mapper/report/page_input.h"

namespace mapper {
namespace {

const HtmlBundle kPlainOnly = {"p{}", "", ""};
const HtmlBundle kWithApp = {"p{}", "a{}", "let x;"};

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}
std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos;
       at = text.find(part, at + 1)) {
    ++count;
  }
  return count;
}

TEST(EscapeHtmlTest, ShowsEveryTextAsText) {
  struct Case {
    const char* text;
    const char* html;
  };
  const Case cases[] = {
      {"", ""},
      {"水道局", "水道局"},
      {"a & b", "a &amp; b"},
      {"<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"},
      {"</noscript><script>", "&lt;/noscript&gt;&lt;script&gt;"},
      {"\"' onload=", "&quot;&#39; onload="},
      {"&lt;", "&amp;lt;"},
      {"a\xE2\x80\xAE"
       "b",
       "a&lt;U+202E&gt;b"},
      {"a\xE2\x80\x8B"
       "b",
       "a&lt;U+200B&gt;b"},
      {"\x1B[31m", "&lt;U+001B&gt;[31m"},
      {"a\xFF", "a&lt;FF&gt;"},
  };
  for (const Case& c : cases) EXPECT_EQ(EscapeHtml(c.text), c.html) << c.text;
}

TEST(WriteHtmlPageTest, IsThePlainReportWithoutABundle) {
  const PageInput page("town.toml", true, Language::kJa);
  const std::string html = WriteHtmlPage(page.input, kPlainOnly);
  EXPECT_TRUE(Has(html, PlainReport(page.input)));
  EXPECT_FALSE(Has(html, "<script"));
  EXPECT_FALSE(Has(html, "<noscript"));
  EXPECT_TRUE(Has(html, "default-src 'none'; style-src 'sha256-" +
                            Sha256Base64("p{}") +
                            "'; base-uri 'none'; form-action 'none'"));
  EXPECT_FALSE(Has(html, "script-src"));
}

TEST(WriteHtmlPageTest, AllowsTheBundleByItsDigestsAndNothingElse) {
  const PageInput page("town.toml", true, Language::kJa);
  const std::string html = WriteHtmlPage(page.input, kWithApp);
  EXPECT_TRUE(Has(html, "style-src 'sha256-" + Sha256Base64("p{}") +
                            "' 'sha256-" + Sha256Base64("a{}") +
                            "'; script-src 'sha256-" + Sha256Base64("let x;") +
                            "';"));
  EXPECT_FALSE(Has(html, "unsafe"));
  EXPECT_TRUE(Has(html, "<noscript id=\"plain\">\n" + PlainReport(page.input) +
                            "</noscript>"));
  EXPECT_EQ(Count(html, "<script"), 2U);  // the data and the script
  EXPECT_EQ(Count(html, "</script>"), 2U);
  EXPECT_EQ(Count(html, "</noscript>"), 1U);
}

TEST(WriteHtmlPageTest, AsksForNothing) {
  const PageInput page("town.toml", true, Language::kEn);
  const std::string html = WriteHtmlPage(page.input, kWithApp);
  for (const char* part : {" src=", "<link", "<img", "<iframe", "@import",
                           "url(", "<form", "style=\"", " onclick"}) {
    EXPECT_FALSE(Has(html, part)) << part;
  }
}

TEST(WriteHtmlPageTest, GivesTheSameBytesAgain) {
  const PageInput first("town.toml", true, Language::kJa);
  const PageInput second("town.toml", true, Language::kJa);
  EXPECT_EQ(WriteHtmlPage(first.input, kWithApp),
            WriteHtmlPage(second.input, kWithApp));
}

TEST(WriteHtmlPageTest, ShowsHostileNamesAsText) {
  const PageInput page("hostile.toml", false, Language::kJa);
  const std::string html = WriteHtmlPage(page.input, kWithApp);
  EXPECT_TRUE(Has(html, "赤&lt;U+001B&gt;[31m村&lt;U+202E&gt;"));
  EXPECT_FALSE(Has(html, "\x1B"));
  EXPECT_FALSE(Has(html, "\xE2\x80\xAE"));
}

TEST(BuiltBundleTest, CanStandInAPage) {
  const HtmlBundle bundle = BuiltBundle();
  EXPECT_FALSE(bundle.plain_style.empty());
  EXPECT_EQ(bundle.script.empty(), bundle.app_style.empty());
  for (const std::string_view text :
       {bundle.plain_style, bundle.app_style, bundle.script}) {
    EXPECT_EQ(text.find("</s"), std::string_view::npos);
  }
}

TEST(PlainReportTest, HasEveryApplyingControlAndFigure) {
  const PageInput page("town.toml", true, Language::kJa);
  const std::string html = PlainReport(page.input);
  for (const int framework : page.world.context.frameworks) {
    const Framework& f = page.world.dataset.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const auto& a =
          page.world.applicability->Of({framework, static_cast<int>(i)});
      EXPECT_TRUE(a.applies == Truth::kFalse ||
                  Has(html, EscapeHtml(f.controls[i].title_ja)))
          << f.id << ' ' << f.controls[i].id;
    }
  }
  EXPECT_TRUE(Has(html, "<th scope=\"row\">合計（自己点検の項目）</th>"));
  EXPECT_TRUE(
      Has(html, "<td class=\"n\">" + std::to_string(page.ja.items) + "</td>"));
  EXPECT_EQ(Count(html, "<table"), Count(html, "</table>"));
  EXPECT_EQ(Count(html, "<h1>"), 1U);
}

TEST(PlainReportTest, SpeaksEnglish) {
  const PageInput page("town.toml", true, Language::kEn);
  const std::string html = PlainReport(page.input);
  EXPECT_TRUE(Has(html, "<h2>Conclusions</h2>"));
  EXPECT_FALSE(Has(html, "<h2>結論</h2>"));
}

}  // namespace
}  // namespace mapper
