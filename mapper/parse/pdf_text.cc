#include "mapper/parse/pdf_text.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"

namespace mapper {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kHeaderRoom = 1024;  // a PDF may have junk before it
constexpr std::size_t kMostComplaint = 4096;
constexpr const char* kSizeId = "pdf-size";
constexpr const char* kTimeId = "pdf-time";

[[noreturn]] void Fail(const std::string& what, int number) {
  throw Error(what + ": " + std::generic_category().message(number));
}

// A pipe whose ends close by themselves.
class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) Fail("cannot make a pipe", errno);
  }
  ~Pipe() {
    CloseWriter();
    if (reader() >= 0) close(reader());
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int reader() const { return ends_[0]; }
  int writer() const { return ends_[1]; }
  void CloseWriter() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }
  // False at the end of the output.
  bool Read(std::string& out) {
    char buffer[1 << 16];
    const ssize_t n = read(reader(), buffer, sizeof buffer);
    if (n < 0) return errno == EINTR;
    out.append(buffer, static_cast<std::size_t>(n));
    return n > 0;
  }

 private:
  std::array<int, 2> ends_ = {-1, -1};
};

// A directory of our own, with one file in it; both go away with the object.
class PrivateFile {
 public:
  explicit PrivateFile(std::string_view bytes) {
    const char* place = std::getenv("TMPDIR");
    directory_ = (place != nullptr && place[0] == '/' ? place : "/tmp") +
                 std::string("/kakehashi-XXXXXX");
    if (mkdtemp(directory_.data()) == nullptr) {  // makes it with mode 0700
      Fail(directory_ + ": cannot make a directory", errno);
    }
    try {
      WriteFileAtomically(directory_ + "/" + kName, bytes);
    } catch (...) {
      Remove();
      throw;
    }
  }
  ~PrivateFile() { Remove(); }
  PrivateFile(const PrivateFile&) = delete;
  PrivateFile& operator=(const PrivateFile&) = delete;

  static constexpr const char* kName = "document.pdf";
  const std::string& directory() const { return directory_; }

 private:
  // With whatever the program left there; nothing is followed out of it.
  void Remove() {
    std::error_code ignored;
    std::filesystem::remove_all(directory_, ignored);
  }

  std::string directory_;
};

// The file to run; "" when there is none.
std::string FindProgram(const std::string& name) {
  if (name.find('/') != std::string::npos) {
    return std::filesystem::absolute(name).string();
  }
  const char* path = std::getenv("PATH");
  if (path == nullptr) return {};
  for (const std::string_view directory : Split(path, ':')) {
    if (!StartsWith(directory, "/")) continue;
    std::string file = std::string(directory) + "/" + name;
    if (access(file.c_str(), X_OK) == 0 && !IsDirectory(file)) return file;
  }
  return {};
}

// A running program; killed and waited for unless that has been done.
class Child {
 public:
  Child(const PdfLimits& limits, const std::string& directory, int out,
        int err) {
    const std::string file = FindProgram(limits.program);
    if (file.empty()) Missing(limits.program);
    std::vector<std::string> words = {
        limits.program, "-layout", "-enc", "UTF-8", PrivateFile::kName, "-"};
    std::vector<char*> arguments = Pointers(words);
    const char* path = std::getenv("PATH");
    std::vector<std::string> variables = {
        std::string("PATH=") + (path == nullptr ? "" : path),
        "HOME=" + directory, "TMPDIR=" + directory, "LC_ALL=C.UTF-8"};
    std::vector<char*> environment = Pointers(variables);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, err, 2);
    posix_spawn_file_actions_addchdir_np(&actions, directory.c_str());
    const int failed = posix_spawn(&pid_, file.c_str(), &actions, nullptr,
                                   arguments.data(), environment.data());
    posix_spawn_file_actions_destroy(&actions);
    if (failed == ENOENT) Missing(limits.program);
    if (failed != 0) Fail(limits.program + " cannot be run", failed);
    Limit(limits);
  }
  ~Child() {
    if (pid_ <= 0) return;
    kill(pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Whether the program ended before `end`, and then its status.
  bool WaitUntil(Clock::time_point end, int& status) {
    while (true) {
      const pid_t ended = waitpid(pid_, &status, WNOHANG);
      if (ended == pid_) {
        pid_ = -1;
        return true;
      }
      if (Clock::now() >= end) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
  }

 private:
  [[noreturn]] static void Missing(const std::string& program) {
    throw Error(program + " is needed to read PDF (package poppler-utils)");
  }

  static std::vector<char*> Pointers(std::vector<std::string>& words) {
    std::vector<char*> pointers;
    for (std::string& word : words) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
  }

  // Set as soon as it runs: posix_spawn has no place for them.  Where a limit
  // cannot be set the clock of the caller still holds.
  void Limit(const PdfLimits& limits) const {
    const auto seconds = static_cast<rlim_t>(limits.time.count() / 1000 + 1);
    const auto set = [this](__rlimit_resource what, rlim_t value) {
      const rlimit bound = {value, value};
      prlimit(pid_, what, &bound, nullptr);
    };
    set(RLIMIT_AS, limits.memory);
    set(RLIMIT_CPU, seconds);
    set(RLIMIT_FSIZE, limits.bytes);
    set(RLIMIT_CORE, 0);
  }

  pid_t pid_ = -1;
};

[[noreturn]] void FailLate(const std::string& path, const PdfLimits& limits) {
  throw Error(path + ": " + limits.program + " took longer than " +
              std::to_string(limits.time.count() / 1000) + " s [" + kTimeId +
              "]");
}

std::string FirstLine(std::string_view text) {
  return Visible(Trim(text.substr(0, text.find('\n'))));
}

}  // namespace

std::string PdfToText(const std::string& path, const PdfLimits& limits) {
  const std::string bytes = ReadFile(path);
  if (bytes.substr(0, kHeaderRoom).find("%PDF-") == std::string::npos) {
    throw Error(path + ": not a PDF");
  }
  const PrivateFile file(bytes);
  Pipe out;
  Pipe err;
  Child child(limits, file.directory(), out.writer(), err.writer());
  out.CloseWriter();
  err.CloseWriter();

  std::string text;
  std::string complaint;
  const auto end = Clock::now() + limits.time;
  std::array<pollfd, 2> streams = {pollfd{out.reader(), POLLIN, 0},
                                   pollfd{err.reader(), POLLIN, 0}};
  while (streams[0].fd >= 0 || streams[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - Clock::now());
    if (left.count() <= 0) FailLate(path, limits);
    const int ready =
        poll(streams.data(), streams.size(), static_cast<int>(left.count()));
    if (ready < 0 && errno != EINTR) Fail(path + ": cannot read", errno);
    if (ready <= 0) continue;
    if (streams[0].revents != 0 && !out.Read(text)) streams[0].fd = -1;
    if (streams[1].revents != 0) {
      if (!err.Read(complaint)) streams[1].fd = -1;
      if (complaint.size() > kMostComplaint) complaint.resize(kMostComplaint);
    }
    if (text.size() > limits.bytes) {
      throw Error(path + ": more than " + std::to_string(limits.bytes) +
                  " bytes of text [" + kSizeId + "]");
    }
  }
  int status = 0;
  if (!child.WaitUntil(end, status)) FailLate(path, limits);
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    throw Error(path + ": " + limits.program + " cannot read it" +
                (complaint.empty() ? "" : ": " + FirstLine(complaint)));
  }
  return text;
}

}  // namespace mapper
