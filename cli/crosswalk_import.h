// `import FILE --crosswalk A,B`: a crosswalk of another tool as a table of
// ours, or compared with the stored one.

#ifndef CLI_CROSSWALK_IMPORT_H_
#define CLI_CROSSWALK_IMPORT_H_

#include <optional>
#include <string>
#include <vector>

#include "cli/session.h"
#include "mapper/parse/crosswalk_document.h"

namespace cli {

struct CrosswalkImportOptions {
  std::vector<std::string> pair;  // the two of --crosswalk
  std::string as;                 // "": by content
  std::string out;
  std::string basis = "project";
  std::string source;
  bool all = false;

  // True when an option was given that only a crosswalk takes.
  bool given() const {
    return !as.empty() || !out.empty() || !source.empty() || all ||
           basis != "project";
  }
};

void AddCrosswalkImportOptions(CLI::App& command, const Session& session,
                               CrosswalkImportOptions& options);

struct CrosswalkFile {
  std::string bytes;
  mapper::CrosswalkFormat format = mapper::CrosswalkFormat::kTsv;
  mapper::ImportedCrosswalk imported;
};

// Reads a crosswalk in whatever format (`as` names it, "": by content) and
// says on standard error what is wrong with it and what is not kept.  Nothing,
// and status kFindings, when it has errors or no row.
std::optional<CrosswalkFile> ReadCrosswalkFile(
    const std::string& file, const std::vector<std::string>& pair,
    const std::string& as, Session& session);

// With `check` the comparison, in `format`, and nothing written; else the
// table, to options.out or standard output.  With errors in the file they are
// printed, nothing is written, and the status is kFindings.
void RunCrosswalkImport(const std::string& file, bool check,
                        const std::string& format,
                        const CrosswalkImportOptions& options,
                        Session& session);

}  // namespace cli

#endif  // CLI_CROSSWALK_IMPORT_H_
