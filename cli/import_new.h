// `import --new`: makes a framework of the user's own out of a document.

#ifndef CLI_IMPORT_NEW_H_
#define CLI_IMPORT_NEW_H_

#include <string>

#include "cli/session.h"
#include "mapper/base/diagnostic.h"
#include "mapper/model/framework.h"
#include "mapper/parse/outline.h"

namespace cli {

struct NewFrameworkOptions {
  std::string id;
  std::string file;     // the document
  std::string title;    // "": the name of the document
  std::string outline;  // a TOML file with an [outline]; "": guessed
  std::string prefix;   // of ids when it is guessed; "": initials of the id
};

// What is to be written; nothing is until Write().
struct NewFramework {
  mapper::Framework framework;  // as its files will be read
  mapper::Outline outline;
  std::string toml;
  std::string controls;
  std::string regime;  // a row for regimes.tsv, or "" when there is one
};

// Throws UsageError when the id has a catalogue already, or is none.  What is
// wrong with the document goes to `diagnostics`; the outline is empty when
// nothing was found.
NewFramework PlanFramework(const NewFrameworkOptions& options, Session& session,
                           const std::string& bytes,
                           mapper::Diagnostics& diagnostics);

// The framework's directory appears whole or not at all, then its row in the
// user's regimes.tsv.  Throws Error.  Returns the directory.
std::string WriteFramework(const Session& session, const NewFramework& plan);

}  // namespace cli

#endif  // CLI_IMPORT_NEW_H_
