// Brings the answers of other people's workspaces together.

#ifndef MAPPER_STORE_WORKSPACE_MERGE_H_
#define MAPPER_STORE_WORKSPACE_MERGE_H_

#include <cstddef>
#include <string>
#include <vector>

#include "mapper/store/workspace.h"

namespace mapper {

struct MergedFile {
  std::string path;
  std::size_t added = 0;     // records that were not here
  std::size_t present = 0;   // records that were here already
  std::size_t profiles = 0;  // profiles that were not here
  std::size_t reviews = 0;   // decisions about rows that were not here
};

// Copies the records and profiles of `others` unchanged, so that their seals
// still hold; all of it or, when it throws, nothing.  Records that both sides
// wrote stand beside each other, as conflicts when they differ.  Decisions
// about rows get numbers of this file; the one recorded last stands.  The
// others are to have passed CheckWorkspace().
std::vector<MergedFile> MergeWorkspaces(Workspace& into,
                                        std::vector<Workspace>& others);

}  // namespace mapper

#endif  // MAPPER_STORE_WORKSPACE_MERGE_H_
