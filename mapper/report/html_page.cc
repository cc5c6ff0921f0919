#include "mapper/report/html_page.h"

#include "mapper/base/sha256.h"
#include "mapper/base/text.h"

namespace mapper {

std::string EscapeHtml(std::string_view text) {
  std::string out;
  for (const char c : Visible(text)) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string WriteHtmlPage(const HtmlInput& input, const HtmlBundle& bundle) {
  const bool ja = input.language == Language::kJa;
  const bool app = !bundle.script.empty();
  const auto digest = [](std::string_view bytes) {
    return " 'sha256-" + Sha256Base64(bytes) + "'";
  };
  const Profile& profile = input.context->applicability->profile();
  const std::string& name =
      ja || profile.name_en.empty() ? profile.name : profile.name_en;
  std::string out =
      std::string("<!doctype html>\n<html lang=\"") + (ja ? "ja" : "en") +
      "\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
      "'none'; style-src" +
      digest(bundle.plain_style) + (app ? digest(bundle.app_style) : "") +
      (app ? "; script-src" + digest(bundle.script) : "") +
      "; base-uri 'none'; form-action 'none'\">\n"
      "<meta name=\"viewport\" content=\"width=device-width, "
      "initial-scale=1\">\n"
      "<meta name=\"referrer\" content=\"no-referrer\">\n"
      "<meta name=\"generator\" content=\"kakehashi " KAKEHASHI_VERSION
      "\">\n<title>" +
      (ja ? "サイバーセキュリティ対応状況 " : "Cybersecurity status: ") +
      EscapeHtml(name) + "</title>\n<style>";
  out += bundle.plain_style;
  out += "</style>\n";
  if (app) {
    out += "<style>";
    out += bundle.app_style;
    out += "</style>\n";
  }
  out += "</head>\n<body>\n";
  const std::string plain = PlainReport(input);
  if (app) {
    out += "<div id=\"app\"></div>\n<noscript id=\"plain\">\n" + plain +
           "</noscript>\n<script type=\"application/json\" id=\"data\">" +
           HtmlData(input) + "</script>\n<script>";
    out += bundle.script;
    out += "</script>\n";
  } else {
    out += plain;
  }
  return out + "</body>\n</html>\n";
}

}  // namespace mapper
