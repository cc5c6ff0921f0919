// A nameless file in memory, for libraries that write to a path only: nothing
// is left behind, whatever happens (Linux, memfd_create).

#ifndef MAPPER_REPORT_MEMORY_FILE_H_
#define MAPPER_REPORT_MEMORY_FILE_H_

#include <string>

namespace mapper {

// Throws Error when the system has no room for it.
class MemoryFile {
 public:
  MemoryFile();
  ~MemoryFile();
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;

  // Under which this process can open it while the object lives.
  std::string path() const;
  // All that was written.
  std::string Bytes() const;

 private:
  int descriptor_;
};

}  // namespace mapper

#endif  // MAPPER_REPORT_MEMORY_FILE_H_
