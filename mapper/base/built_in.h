// Files that are compiled into the program: the shipped data in the static
// build, nothing otherwise.  file.h reads them by paths that begin with
// kBuiltInRoot; nobody else needs to know that they are no files.

#ifndef MAPPER_BASE_BUILT_IN_H_
#define MAPPER_BASE_BUILT_IN_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mapper {

// What their paths begin with: "built-in:/frameworks/regimes.tsv".
constexpr std::string_view kBuiltInRoot = "built-in:";

struct BuiltInFile {
  std::string_view path;  // "frameworks/regimes.tsv"
  std::string_view bytes;
};

class BuiltInFiles {
 public:
  explicit BuiltInFiles(std::vector<BuiltInFile> files);

  bool empty() const { return files_.empty(); }

  // `path` with kBuiltInRoot, here and below.  True when there are files and
  // it begins with it, be it one of them or not.
  bool Owns(std::string_view path) const;
  // The bytes of a file; nothing when it is none.
  std::optional<std::string_view> Read(std::string_view path) const;
  bool IsDirectory(std::string_view path) const;
  // Names in a directory, sorted by byte; none when it is no directory.
  std::vector<std::string> List(std::string_view path) const;

 private:
  std::vector<BuiltInFile> files_;  // sorted by path
};

// Those of this program.
const BuiltInFiles& ShippedFiles();

// Written by the build, cmake/built_in.cmake.
std::vector<BuiltInFile> BuiltInData();

}  // namespace mapper

#endif  // MAPPER_BASE_BUILT_IN_H_
