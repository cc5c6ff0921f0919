#include "mapper/parse/document.h"

#include <algorithm>
#include <map>
#include <set>

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

// Without the "(1)" of a first paragraph: WA23(1) -> WA23, WR17(1)-2 -> WR17-2.
std::string WithoutFirstParagraph(const std::string& id) {
  const std::size_t at = id.find("(1)");
  if (at == std::string::npos) return {};
  const std::size_t after = at + 3;
  if (after < id.size() && id[after] != '-') return {};
  return id.substr(0, at) + id.substr(after);
}

// The letters that an id begins with.
std::string Prefix(const std::string& id) {
  std::size_t size = 0;
  while (size < id.size() && ((id[size] >= 'A' && id[size] <= 'Z') ||
                              (id[size] >= 'a' && id[size] <= 'z'))) {
    ++size;
  }
  return id.substr(0, size);
}

bool SameHeading(const OutlineControl& read, const Control& control) {
  if (read.title.empty()) return true;
  const std::string key = ComparisonKey(read.title);
  return key == ComparisonKey(control.title_ja) ||
         key == ComparisonKey(control.title_en) ||
         key == ComparisonKey(control.id);
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
  const bool json = EndsWith(path, ".json") || LooksLikeCatalogJson(text);
  if (!pdf && json) {
    return ReadCatalogJson(path, text, diagnostics);
  }
  const bool xml = EndsWith(path, ".xml") || LooksLikeCatalogXml(text);
  if (!pdf && xml) {
    return ReadCatalogXml(path, text, diagnostics);
  }
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

Reconciliation Reconcile(const Outline& outline, const Framework& framework) {
  Reconciliation result;
  std::map<std::string, const Control*> aliases;
  for (const Control& control : framework.controls) {
    const std::string alias = WithoutFirstParagraph(control.id);
    if (!alias.empty() && framework.Find(alias) < 0) {
      aliases.emplace(alias, &control);
    }
  }
  std::set<const Control*> found;
  std::set<std::string> prefixes;
  for (const OutlineControl& read : outline.controls) {
    if (!read.withdrawn) prefixes.insert(Prefix(read.id));
    const int index = framework.Find(read.id);
    const Control* control =
        index >= 0 ? &framework.controls[static_cast<std::size_t>(index)]
                   : nullptr;
    if (control == nullptr) {
      const auto alias = aliases.find(read.id);
      if (alias != aliases.end()) control = alias->second;
    }
    if (control == nullptr) {
      if (!read.below_catalogue && !read.withdrawn) {
        result.only_in_document.push_back(
            {read.id, read.line, 0, read.title, ""});
      }
      continue;
    }
    if (found.insert(control).second) ++result.matched;
    if (!read.withdrawn && !SameHeading(read, *control)) {
      result.heading_differs.push_back({control->id, read.line, control->line,
                                        read.title, control->title_ja});
    }
  }
  for (const Control& control : framework.controls) {
    if (found.count(&control) != 0 || prefixes.count(Prefix(control.id)) == 0) {
      continue;
    }
    result.only_in_catalogue.push_back(
        {control.id, 0, control.line, "", control.title_ja});
  }
  return result;
}

}  // namespace mapper
