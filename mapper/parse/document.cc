#include "mapper/parse/document.h"

#include <algorithm>

#include "mapper/base/encoding.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/catalog_json.h"
#include "mapper/parse/catalog_xml.h"
#include "mapper/parse/html_text.h"
#include "mapper/parse/outline_reader.h"
#include "mapper/parse/outline_spec.h"
#include "mapper/parse/page_columns.h"
#include "mapper/parse/pdf_text.h"

namespace mapper {
namespace {

bool IsPdf(const std::string& path, const std::string& bytes) {
  // A file that calls itself a PDF is told so when it is none.
  return EndsWith(path, ".pdf") || EndsWith(path, ".PDF") ||
         bytes.substr(0, 1024).find("%PDF-") != std::string::npos;
}

// By the [outline] of the framework.
Outline ReadNumberedText(const std::string& path, const DocumentText& text,
                         const Framework& framework, Diagnostics& diagnostics) {
  const std::string toml = framework.directory + "/framework.toml";
  const std::size_t errors = diagnostics.error_count();
  const auto spec = ReadOutlineSpec(toml, ReadFile(toml), diagnostics);
  if (!spec && diagnostics.error_count() > errors) return {};
  if (!spec) {
    diagnostics.Error("import-no-outline", {path, 0, 0},
                      framework.id +
                          " has no [outline] in its "
                          "framework.toml, which says how a text "
                          "is numbered");
    return {};
  }
  return ReadNumbered(path, text, *spec, diagnostics);
}

std::size_t CountLines(const std::string& text) {
  const auto feeds = std::count(text.begin(), text.end(), '\n');
  const bool open = !text.empty() && text.back() != '\n';
  return static_cast<std::size_t>(feeds) + (open ? 1 : 0);
}

DocumentText OpenUnbounded(const std::string& path, const std::string& bytes,
                           Diagnostics& diagnostics) {
  DocumentText text;
  if (IsPdf(path, bytes)) {
    text.kind = "pdf";
    text.utf8 = PdfToText(path);
    ReadingOrder order = SplitColumns(text.utf8);
    if (!order.utf8.empty()) {
      text.utf8 = std::move(order.utf8);
      text.lines = std::move(order.lines);
    }
    return text;
  }
  if (LooksLikeHtml(path, bytes)) {
    HtmlText html = ReadHtml(path, bytes, diagnostics);
    text.kind = "html";
    text.utf8 = std::move(html.utf8);
    text.lines = std::move(html.lines);
    return text;
  }
  text.utf8 = DecodeText(path, bytes, diagnostics);
  const bool json = EndsWith(path, ".json") || LooksLikeCatalogJson(text.utf8);
  const bool xml =
      !json && (EndsWith(path, ".xml") || LooksLikeCatalogXml(text.utf8));
  text.kind = json ? "json" : xml ? "xml" : "text";
  text.numbered = !json && !xml;
  return text;
}

}  // namespace

DocumentText OpenDocument(const std::string& path, const std::string& bytes,
                          Diagnostics& diagnostics, const TextLimits& limits) {
  DocumentText text = OpenUnbounded(path, bytes, diagnostics);
  if (!text.numbered) return text;  // has limits of its own
  const bool long_text = text.utf8.size() > limits.bytes;
  if (long_text || CountLines(text.utf8) > limits.lines) {
    diagnostics.Error(
        "text-size", {path, 0, 0},
        "more than " + (long_text
                            ? std::to_string(limits.bytes) + " bytes of text"
                            : std::to_string(limits.lines) + " lines"));
    text.utf8.clear();
    text.lines.clear();
  }
  return text;
}

Outline ReadNumbered(const std::string& path, const DocumentText& text,
                     const OutlineSpec& spec, Diagnostics& diagnostics) {
  Diagnostics found;
  Outline outline = ReadOutline(path, text.utf8, spec, found);
  const auto place = [&text](std::size_t line) {
    const bool known = line >= 1 && line <= text.lines.size();
    return known ? text.lines[line - 1] : line;
  };
  for (Diagnostic diagnostic : found.all()) {
    diagnostic.where.line = place(diagnostic.where.line);
    diagnostics.Add(std::move(diagnostic));
  }
  for (OutlineControl& control : outline.controls) {
    control.line = place(control.line);
  }
  return outline;
}

Outline ReadCatalogue(const std::string& path, const DocumentText& text,
                      Diagnostics& diagnostics) {
  Outline outline;
  if (text.kind == "json") {
    outline = ReadCatalogJson(path, text.utf8, diagnostics);
  } else {
    outline = ReadCatalogXml(path, text.utf8, diagnostics);
    outline.kind = "oscal-xml";
  }
  Describe(text, outline);
  return outline;
}

void Describe(const DocumentText& text, Outline& outline) {
  if (outline.kind.empty()) outline.kind = text.kind;
  outline.lines = CountLines(text.utf8);
  const auto breaks = static_cast<std::size_t>(
      std::count(text.utf8.begin(), text.utf8.end(), '\f'));
  // pdftotext ends every page with one; elsewhere they stand between pages.
  outline.pages = breaks == 0 || text.utf8.back() == '\f' ? breaks : breaks + 1;
}

std::string ReadDocumentText(const std::string& path, const std::string& bytes,
                             Diagnostics& diagnostics) {
  return OpenDocument(path, bytes, diagnostics).utf8;
}

Outline ReadDocument(const std::string& path, const std::string& bytes,
                     const Framework& framework, Diagnostics& diagnostics) {
  const DocumentText text = OpenDocument(path, bytes, diagnostics);
  if (!text.numbered) return ReadCatalogue(path, text, diagnostics);
  Outline outline = ReadNumberedText(path, text, framework, diagnostics);
  Describe(text, outline);
  return outline;
}

Edition EditionOf(const std::string& path, const Outline& outline) {
  Edition edition;
  edition.name = path.substr(path.rfind('/') + 1);
  edition.file = path;
  edition.official = true;
  std::vector<int> place(outline.controls.size(), -1);
  for (std::size_t i = 0; i < outline.controls.size(); ++i) {
    const OutlineControl& control = outline.controls[i];
    if (control.below_catalogue) continue;
    EditionItem item;
    item.id = control.id;
    item.label = control.label;
    item.titles[SlotOf(LanguageOf(control.title))] = control.title;
    item.texts[SlotOf(LanguageOf(control.text))] = control.text;
    if (control.parent >= 0) {
      item.parent = place[static_cast<std::size_t>(control.parent)];
    }
    item.line = control.line;
    item.withdrawn = control.withdrawn;
    item.successors = control.successors;
    place[i] = static_cast<int>(edition.items.size());
    edition.items.push_back(std::move(item));
  }
  return edition;
}

}  // namespace mapper
