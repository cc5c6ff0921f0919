// Is a workspace whole?  Every record that was changed, removed or put in is
// named, as far as the chain of hashes can show it
// (docs/decisions/0008-hash-chain.md).

#ifndef MAPPER_STORE_WORKSPACE_CHECK_H_
#define MAPPER_STORE_WORKSPACE_CHECK_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/base/diagnostic.h"
#include "mapper/store/workspace.h"

namespace mapper {

struct WorkspaceCheck {
  std::size_t records = 0;
  std::size_t profiles = 0;
  std::vector<std::string> heads;  // hashes to note on paper, sorted
  // Of the noted hashes, all together: records that they seal, themselves
  // included; written after one of them; and neither (merged in later).
  std::size_t sealed = 0;
  std::size_t after = 0;
  std::size_t beside = 0;
};

// Findings are errors at (path of the file, number of the record); line 0 is
// the file as a whole.  `noted` are hashes that somebody wrote down: each has
// to be that of a record.
WorkspaceCheck CheckWorkspace(Workspace& workspace,
                              const std::vector<std::string>& noted,
                              Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_STORE_WORKSPACE_CHECK_H_
