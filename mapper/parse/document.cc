#include "mapper/parse/document.h"

#include <algorithm>

#include "mapper/base/encoding.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/catalog_json.h"
#include "mapper/parse/catalog_xml.h"
#include "mapper/parse/outline_reader.h"
#include "mapper/parse/outline_spec.h"
#include "mapper/parse/pdf_text.h"

namespace mapper {
namespace {

bool IsPdf(const std::string& path, const std::string& bytes) {
  // A file that calls itself a PDF is told so when it is none.
  return EndsWith(path, ".pdf") || EndsWith(path, ".PDF") ||
         bytes.substr(0, 1024).find("%PDF-") != std::string::npos;
}

// By the [outline] of the framework.
Outline ReadNumberedText(const std::string& path, const std::string& text,
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
  return ReadOutline(path, text, *spec, diagnostics);
}

std::size_t CountLines(const std::string& text) {
  const auto feeds = std::count(text.begin(), text.end(), '\n');
  const bool open = !text.empty() && text.back() != '\n';
  return static_cast<std::size_t>(feeds) + (open ? 1 : 0);
}

}  // namespace

std::string ReadDocumentText(const std::string& path, const std::string& bytes,
                             Diagnostics& diagnostics) {
  return IsPdf(path, bytes) ? PdfToText(path)
                            : DecodeText(path, bytes, diagnostics);
}

Outline ReadDocument(const std::string& path, const std::string& bytes,
                     const Framework& framework, Diagnostics& diagnostics) {
  const bool pdf = IsPdf(path, bytes);
  const std::string text = ReadDocumentText(path, bytes, diagnostics);
  Outline outline;
  std::string kind = pdf ? "pdf" : "text";
  if (!pdf && (EndsWith(path, ".json") || LooksLikeCatalogJson(text))) {
    outline = ReadCatalogJson(path, text, diagnostics);
    kind = outline.kind;
  } else if (!pdf && (EndsWith(path, ".xml") || LooksLikeCatalogXml(text))) {
    outline = ReadCatalogXml(path, text, diagnostics);
    kind = "oscal-xml";
  } else {
    outline = ReadNumberedText(path, text, framework, diagnostics);
  }
  outline.kind = std::move(kind);
  outline.lines = CountLines(text);
  const auto breaks = std::count(text.begin(), text.end(), '\f');
  // pdftotext ends every page with one; elsewhere they stand between pages.
  outline.pages = breaks == 0           ? 0
                  : text.back() == '\f' ? static_cast<std::size_t>(breaks)
                                        : static_cast<std::size_t>(breaks) + 1;
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
