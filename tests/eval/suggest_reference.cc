#include "tests/eval/suggest_reference.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/parse/catalog_json.h"

namespace mapper {
namespace {

// "AU-06(01)" as "AU-6(1)".
std::string WithoutZeros(std::string_view id) {
  std::string text;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool first = i > 0 && (id[i - 1] == '-' || id[i - 1] == '(');
    if (id[i] != '0' || !first) text += id[i];
  }
  return text;
}

// Parameters ("{{ insert: param, ac-1_prm_1 }}") say nothing by themselves.
std::string WithoutParameters(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t open = text.find("{{", i);
    const std::size_t close = text.find("}}", open);
    if (open == std::string::npos || close == std::string::npos) {
      return out + text.substr(i);
    }
    out += text.substr(i, open - i);
    i = close + 2;
  }
  return out;
}

// Items of a control become part of its wording.
void AddFramework(const std::string& id, const Outline& outline,
                  Reference& reference) {
  Framework framework;
  framework.id = id;
  const auto place = static_cast<int>(reference.data.frameworks.size());
  std::vector<int> control_of;
  for (const OutlineControl& c : outline.controls) {
    const int above =
        c.parent < 0 ? -1 : control_of[static_cast<std::size_t>(c.parent)];
    if (c.withdrawn) {
      control_of.push_back(above);
      continue;
    }
    int control = above;
    if (c.mark != "item") {
      control = static_cast<int>(framework.controls.size());
      Control made;
      made.id = c.id;
      made.title_en = c.title;
      if (above >= 0) {
        made.parent = framework.controls[static_cast<std::size_t>(above)].id;
      }
      framework.controls.push_back(std::move(made));
    }
    control_of.push_back(control);
    if (control >= 0) {
      reference.wording[{place, control}] += WithoutParameters(c.text) + '\n';
    }
  }
  framework.Link();
  reference.data.frameworks.push_back(std::move(framework));
}

}  // namespace

bool ReadReference(const std::string& shared, Reference& reference) {
  const std::string csf = shared + "/sources/csf-2.0/cprt_csf_2_0.json";
  const std::string sp =
      shared +
      "/sources/sp800-53/"
      "NIST_SP-800-53_rev5_LOW-baseline-resolved-profile_catalog.json";
  const std::string mapping = shared + "/reference/csf-2.0--sp800-53r5.1.1.csv";
  if (!Exists(csf) || !Exists(sp) || !Exists(mapping)) return false;
  Diagnostics diagnostics;
  AddFramework("csf-2.0", ReadCatalogJson(csf, ReadFile(csf), diagnostics),
               reference);
  AddFramework("sp800-53", ReadCatalogJson(sp, ReadFile(sp), diagnostics),
               reference);
  const Framework& from = reference.data.framework(0);
  const Framework& to = reference.data.framework(1);
  std::map<int, std::set<int>> answers;
  const std::string text = ReadFile(mapping);
  bool header = true;
  for (const std::string_view line : Split(text, '\n')) {
    const auto cells = Split(line, ',');  // ids hold no comma
    if (cells.size() < 4 || std::exchange(header, false)) continue;
    ++reference.listed;
    const int a = from.Find(cells[1]);
    const int b = to.Find(WithoutZeros(cells[3]));
    // A family is a heading of the catalogue, and no control.
    if (a < 0 || b < 0 ||
        to.controls[static_cast<std::size_t>(b)].parent_index < 0) {
      continue;
    }
    if (answers[a].insert(b).second) ++reference.pairs;
  }
  for (const auto& [control, targets] : answers) {
    if (targets.empty()) continue;
    Query query;
    query.control = control;
    query.answers.assign(targets.begin(), targets.end());
    query.barred.resize(to.controls.size());
    for (std::size_t b = 0; b < to.controls.size(); ++b) {
      query.barred[b] =
          static_cast<char>(to.controls[b].parent_index < 0 ? 1 : 0);
    }
    reference.queries.push_back(std::move(query));
  }
  return true;
}

}  // namespace mapper
