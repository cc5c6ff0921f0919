// What `import` found, as text, JSON and a table.

#ifndef CLI_IMPORT_VIEWS_H_
#define CLI_IMPORT_VIEWS_H_

#include <string>
#include <vector>

#include "cli/session.h"
#include "mapper/model/document.h"
#include "mapper/model/framework.h"
#include "mapper/parse/outline.h"
#include "mapper/parse/reconcile.h"

namespace cli {

// What became of the document itself.
enum class Stored { kChecked, kAdded, kPresent };

// Everything that was found; made before anything is printed.
struct Findings {
  const mapper::Framework* framework = nullptr;
  std::string file;  // as given
  mapper::Outline outline;
  mapper::Reconciliation reconciliation;
  mapper::Document document;  // id 0 unless it is stored
  Stored stored = Stored::kChecked;
};

std::string ImportJson(const Findings& findings);
std::string ImportText(const Session& session, const Findings& findings);
// A row for each item of the document, then one for each control of the
// catalogue that was looked for in vain.
mapper::Records ImportRecords(const Findings& findings,
                              const mapper::View& view);
std::vector<mapper::Total> ImportTotals(const Findings& findings);

// The items as they are stored.
std::vector<mapper::DocumentItem> ItemsOf(const Findings& findings);

// "3ページ 120行", "line 120".
std::string PlaceText(mapper::Language language, std::size_t page,
                      std::size_t line);

}  // namespace cli

#endif  // CLI_IMPORT_VIEWS_H_
