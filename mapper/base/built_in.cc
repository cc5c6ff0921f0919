#include "mapper/base/built_in.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

// The path below the root, without slashes at its ends; "" is the root.
std::string_view Below(std::string_view path) {
  path.remove_prefix(kBuiltInRoot.size());
  while (!path.empty() && path.front() == '/') path.remove_prefix(1);
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return path;
}

}  // namespace

BuiltInFiles::BuiltInFiles(std::vector<BuiltInFile> files)
    : files_(std::move(files)) {
  std::sort(files_.begin(), files_.end(),
            [](const BuiltInFile& a, const BuiltInFile& b) {
              return a.path < b.path;
            });
}

bool BuiltInFiles::Owns(std::string_view path) const {
  return !files_.empty() && StartsWith(path, kBuiltInRoot);
}

std::optional<std::string_view> BuiltInFiles::Read(
    std::string_view path) const {
  if (!Owns(path)) return {};
  const std::string_view below = Below(path);
  const auto found = std::lower_bound(
      files_.begin(), files_.end(), below,
      [](const BuiltInFile& f, std::string_view p) { return f.path < p; });
  if (found == files_.end() || found->path != below) return {};
  return found->bytes;
}

bool BuiltInFiles::IsDirectory(std::string_view path) const {
  return Owns(path) && !List(path).empty();
}

std::vector<std::string> BuiltInFiles::List(std::string_view path) const {
  std::vector<std::string> names;
  if (!Owns(path)) return names;
  std::string folder(Below(path));
  if (!folder.empty()) folder += '/';
  for (const BuiltInFile& file : files_) {
    if (!StartsWith(file.path, folder)) continue;
    const std::string_view rest = file.path.substr(folder.size());
    names.emplace_back(rest.substr(0, rest.find('/')));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

const BuiltInFiles& ShippedFiles() {
  static const BuiltInFiles files(BuiltInData());
  return files;
}

}  // namespace mapper
