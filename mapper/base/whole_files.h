// What it takes for files to appear whole or not at all, beside base/file.h:
// several at once, an interrupt while they are written, a loss of power.
// WriteFileAtomically of base/file.h does all of it for one file: one that is
// replaced keeps its permissions, a link stays and what it names is replaced,
// and what is no file (a pipe, /dev/stdout) is written to as it is.  In
// file.cc.

#ifndef MAPPER_BASE_WHOLE_FILES_H_
#define MAPPER_BASE_WHOLE_FILES_H_

#include <signal.h>

#include <string>
#include <string_view>
#include <vector>

namespace mapper {

struct NamedBytes {
  std::string name;
  std::string bytes;
};

// Several files in a directory that is there: all of them are on the disk under
// temporary names before the first takes its own, so that a full disk changes
// nothing.  `voucher` is the name of the one that tells that the others are
// whole, or "": an older one is removed before any file is replaced, and it
// takes its name last.
void WriteFilesTogether(const std::string& directory,
                        const std::vector<NamedBytes>& files,
                        const std::string& voucher);

// While one lives, an interrupt (Ctrl-C, SIGTERM, SIGHUP) has to wait: what is
// being written is finished or taken back first.  For the calling thread.
class HoldInterrupts {
 public:
  HoldInterrupts();
  ~HoldInterrupts();
  HoldInterrupts(const HoldInterrupts&) = delete;
  HoldInterrupts& operator=(const HoldInterrupts&) = delete;

 private:
  sigset_t before_;
};

// Flushes the entry of `path` in its directory to disk; on media that cannot,
// nothing happens.
void SyncDirectoryOf(const std::string& path);

}  // namespace mapper

#endif  // MAPPER_BASE_WHOLE_FILES_H_
