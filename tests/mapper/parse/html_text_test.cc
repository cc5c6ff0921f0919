#include "mapper/parse/html_text.h"

#include <gtest/gtest.h>

#include "tests/mapper/dump.h"

namespace mapper {
namespace {

// The text with its places, "1 人|3 物", then what was reported.
std::string Shown(const std::string& html) {
  Diagnostics diagnostics;
  const HtmlText text = ReadHtml("page.html", html, diagnostics);
  std::string out;
  std::size_t from = 0;
  for (const std::size_t line : text.lines) {
    const std::size_t end = text.utf8.find('\n', from);
    out += (out.empty() ? "" : "|") + std::to_string(line) + " " +
           text.utf8.substr(from, end - from);
    from = end + 1;
  }
  EXPECT_EQ(from, text.utf8.size());
  return out + Dump(diagnostics);
}

TEST(ReadHtmlTest, MakesALineOfEachBlock) {
  static const struct {
    const char* html;
    const char* expected;
  } kCases[] = {
      {"", ""},
      {"<p>", ""},
      {"text alone", "1 text alone"},
      {"<h1>第１章 総則</h1>\n<p>１ 目的<br>守る。</p>",
       "1 第１章 総則|2 １ 目的|2 守る。"},
      {"<p>a\n  b\tc <b>d</b><i> e</i></p>", "1 a b c d e"},
      {"<div>外<div>内</div>後</div>", "1 外|1 内|1 後"},
      {"<head><title>題</title></head><nav>目次</nav><script>if (a<b) "
       "x()</script><style>p{}</style><p hidden>隠</p><p style='display: "
       "none'>隠</p><!-- 注 --><p>本文</p>",
       "1 本文"},
      {"<ol><li>甲<li>乙<ol type=a start=3><li>丙</ol></ol>",
       "1 1. 甲|1 2. 乙|1 c. 丙"},
      {"<ol><li>（１）甲<li value=7>乙<li value=-1>丙<li value=x>丁</ol>",
       "1 （１）甲|1 7. 乙|1 8. 丙|1 9. 丁"},
      {"<ol><li><p>甲</p><p>乙</p></ol>", "1 1. 甲|1 乙"},
      {"<ul><li>甲<li>①乙</ul><li>外", "1 ・甲|1 ①乙|1 外"},
      {"<table><tr><th>1.1<td>権限<td></tr>\n<tr><td><p>1.2<td>訓練</table>",
       "1 1.1  権限|2 1.2|2 訓練"},
      {"<pre>一\n  二\n</pre>", "1 一|2 二"},
      {"<ruby>架橋<rp>(<rt>かけはし<rp>)</ruby>です", "1 架橋です"},
      {"&#x7b2c;&lt;1&gt;&amp;&nbsp;", "1 第<1>&\xC2\xA0"},
      // Past Unicode: gumbo's own bytes are none.
      {"&#x88888888; &#x110000;", "1 \xEF\xBF\xBD \xEF\xBF\xBD"},
      {"<p>\xEF\xBC\x91 <a href='x'>目</a>的</p>", "1 １ 目的"},
      // Not closed, crossed, and no tags at all.
      {"<p><b>甲<p>乙</i></div><<>< p>", "1 甲|1 乙<<>< p>"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Shown(c.html), c.expected) << c.html;
}

TEST(ReadHtmlTest, ReadsTheEncodingThatIsDeclared) {
  static const struct {
    std::string html;
    const char* expected;
  } kCases[] = {
      {"\xEF\xBB\xBF<p>人", "1 人"},
      {"<meta charset=shift_jis><p>\x90\x6C", "1 人"},
      {"<META HTTP-EQUIV=x CONTENT=\"text/html; charset=EUC-JP\"><p>\xBF\xCD",
       "1 人"},
      {"<p>\x90\x6C", "1 人"},                    // CP932, not declared
      {"<meta charset=shift_jis><p>人", "1 人"},  // declared wrongly
      {"<meta charset=iso-2022-kr><p>\x90\x6C",
       "0:0 html-charset the page is in an encoding that is not read: "
       "iso-2022-kr; save it as UTF-8\n"},
      {"<meta charset=euc-jp><p>\xFF\xFF",
       "1 \xEF\xBF\xBD\xEF\xBF\xBD"
       "1:25 encoding-invalid bytes that are not EUC-JP\n"},
  };
  for (const auto& c : kCases) EXPECT_EQ(Shown(c.html), c.expected);
}

TEST(ReadHtmlTest, RefusesWhatIsTooDeepOrTooLarge) {
  EXPECT_EQ(Shown(Repeat("<div>", 500) + "深"), "1 深");
  EXPECT_EQ(Shown("\n" + Repeat("<div>", 501)),
            "2:1 html-too-deep more than 500 tags are open; save the page as "
            "text\n");
  EXPECT_EQ(Shown(Repeat("<b id=x>", 300000)),
            "1:1 html-too-deep more than 500 tags are open; save the page as "
            "text\n");
  EXPECT_EQ(Shown(Repeat("<p>一</p><br>", 20000)).substr(0, 11), "1 一|1 一");
  // An end tag that ends nothing does not count against those before it.
  EXPECT_EQ(Shown(Repeat("<div></b>", 100000)),
            "1:1 html-too-deep more than 500 tags are open; save the page as "
            "text\n");
  // Nor one that the table keeps from ending anything.
  EXPECT_EQ(Shown(Repeat("<div><table><td></div></table>", 1001)),
            "0:0 html-too-deep tags lie more than 1000 deep in each other; "
            "save the page as text\n");
  EXPECT_EQ(Shown("<script>" + Repeat("<div>", 600) + "</script>一"), "1 一");
  EXPECT_EQ(Shown("<!--" + Repeat("<div>", 600) + "-->一"), "1 一");
  EXPECT_EQ(Shown(std::string((std::size_t{32} << 20U) + 1, 'x')),
            "0:0 html-too-large an HTML page of more than 33554432 bytes\n");
}

TEST(LooksLikeHtmlTest, ByNameOrBeginning) {
  EXPECT_TRUE(LooksLikeHtml("a.HTML", ""));
  EXPECT_TRUE(LooksLikeHtml("a.htm", ""));
  EXPECT_TRUE(LooksLikeHtml("a", "\xEF\xBB\xBF\n<!DOCTYPE html>"));
  EXPECT_TRUE(LooksLikeHtml("a.xml", "<?xml version='1.0'?><html lang=ja>"));
  EXPECT_FALSE(LooksLikeHtml("a.xml", "<?xml version='1.0'?><catalog>"));
  EXPECT_FALSE(LooksLikeHtml("a.txt", "the tag <html> in a text"));
  EXPECT_FALSE(LooksLikeHtml("a", ""));
}

}  // namespace
}  // namespace mapper
