// Whole files in and out.  A written file appears whole or not at all.

#ifndef MAPPER_BASE_FILE_H_
#define MAPPER_BASE_FILE_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/limits.h"

namespace mapper {

// Throws Error with the path and the system's reason; [file-size] in its text
// when there are more than `limit` bytes.
std::string ReadFile(const std::string& path,
                     std::size_t limit = limits::kFileBytes);

// Writes to a temporary file beside `path`, flushes it to disk and renames it
// over `path`.  Throws Error and leaves no temporary file behind.
void WriteFileAtomically(const std::string& path, std::string_view bytes);

// Makes a directory and those above it that are missing, for the owner alone
// (mode 0700).  Throws Error.
void MakePrivateDirectories(const std::string& path);

// What differs after a file was changed, without reading it: its inode, size
// and times of change; when these are of the last two seconds, which a clock may
// not tell apart, the SHA-256 of its bytes as well.  "" when there is no file.
std::string FileStamp(const std::string& path);

bool IsDirectory(const std::string& path);
bool Exists(const std::string& path);

// Names in a directory, sorted by byte; throws Error when it cannot be read.
std::vector<std::string> ListDirectory(const std::string& path);

}  // namespace mapper

#endif  // MAPPER_BASE_FILE_H_
