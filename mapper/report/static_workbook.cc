// In the static program alone, libxlsxwriter keeps its temporary files, and
// the archive it makes, in memory: there may be no /tmp and no /proc.  The
// linker sends the two functions that it opens them with here (--wrap).

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <charconv>
#include <cstdio>
#include <string_view>

#include "ioapi.h"
#include "zip.h"

namespace {

// Opens a MemoryFile by the number of its descriptor, with which its path
// ends.
void* OpenMemoryFile(void* /*opaque*/, const void* name, int /*mode*/) {
  const std::string_view path = static_cast<const char*>(name);
  const std::string_view number = path.substr(path.rfind('/') + 1);
  int descriptor = -1;
  std::from_chars(number.data(), number.data() + number.size(), descriptor);
  const int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
  if (copy < 0) return nullptr;
  std::FILE* file = fdopen(copy, "w+b");
  if (file == nullptr) close(copy);
  return file;
}

}  // namespace

extern "C" {

// The names are the linker's.
// NOLINTBEGIN(bugprone-reserved-identifier,readability-identifier-naming)
std::FILE* __wrap_lxw_tmpfile(char* directory);
zipFile __wrap_zipOpen(const char* path, int append);

std::FILE* __wrap_lxw_tmpfile(char* /*directory*/) {
  const int descriptor = memfd_create("part", MFD_CLOEXEC);
  if (descriptor < 0) return nullptr;
  std::FILE* file = fdopen(descriptor, "w+b");
  if (file == nullptr) close(descriptor);
  return file;
}

zipFile __wrap_zipOpen(const char* path, int append) {
  zlib_filefunc64_def functions;
  fill_fopen64_filefunc(&functions);
  functions.zopen64_file = OpenMemoryFile;
  return zipOpen2_64(path, append, nullptr, &functions);
}
// NOLINTEND(bugprone-reserved-identifier,readability-identifier-naming)

}  // extern "C"
