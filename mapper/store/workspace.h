// The file that holds what a user adds (docs/workspace.md): opened, copied,
// made smaller.  What is in it is the matter of the stores beside this file.

#ifndef MAPPER_STORE_WORKSPACE_H_
#define MAPPER_STORE_WORKSPACE_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "mapper/store/sqlite.h"

namespace mapper {

// What a workspace that has to be made is given.
struct WorkspaceBirth {
  std::string id;          // a UUID
  std::string created_at;  // UTC, 2026-11-22T01:02:03Z
};

class Workspace {
 public:
  // Nothing when there is no such file.  Never creates or changes one: a file
  // of an older format is read through a newer copy in memory.  Throws Error
  // when it is there and is no workspace, too new, damaged, or holds tables or
  // views that are not ours.
  static std::optional<Workspace> OpenForReading(const std::string& path);

  // Makes the file (mode 0600) and its folders (0700) when they are missing;
  // it appears whole or not at all, and when two processes make it at once,
  // both get the same.  An older format is brought up to date in the file.
  static Workspace OpenForWriting(const std::string& path,
                                  const WorkspaceBirth& birth);

  const std::string& path() const { return path_; }
  const std::string& id() const { return id_; }
  const std::string& created_at() const { return created_at_; }
  int format() const { return format_; }  // of the file, before any copy
  Database& database() { return *database_; }

  // Ids of this workspace and of those that were merged into it, sorted.
  std::vector<std::string> KnownIds();

  // Writes all of it, as one moment of it, to a new file (mode 0600) that
  // appears whole or not at all.  Throws Error when `target` is there already.
  void BackUp(const std::string& target);

  // Gives back what is no longer used, and puts the log back into the file.
  void Vacuum();

 private:
  Workspace(std::string path, std::unique_ptr<Database> database, int format);

  std::string path_;
  std::unique_ptr<Database> database_;
  std::string id_;
  std::string created_at_;
  int format_;
};

}  // namespace mapper

#endif  // MAPPER_STORE_WORKSPACE_H_
