#include "mapper/report/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "mapper/base/error.h"

namespace mapper {
namespace {

[[noreturn]] void Fail() {
  throw Error("cannot keep a file in memory: " +
              std::generic_category().message(errno));
}

}  // namespace

MemoryFile::MemoryFile() : descriptor_(memfd_create("report", MFD_CLOEXEC)) {
  if (descriptor_ < 0) Fail();
}

MemoryFile::~MemoryFile() { close(descriptor_); }

std::string MemoryFile::path() const {
  return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::string MemoryFile::Bytes() const {
  const off_t size = lseek(descriptor_, 0, SEEK_END);
  if (size < 0) Fail();
  std::string bytes(static_cast<std::size_t>(size), '\0');
  std::size_t at = 0;
  while (at < bytes.size()) {
    const ssize_t count = pread(descriptor_, bytes.data() + at,
                                bytes.size() - at, static_cast<off_t>(at));
    if (count <= 0) Fail();
    at += static_cast<std::size_t>(count);
  }
  return bytes;
}

}  // namespace mapper
