#include "mapper/parse/pdf_text.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/text.h"

extern char** environ;  // NOLINT: POSIX leaves its declaration to us

namespace mapper {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kHeaderRoom = 1024;  // a PDF may have junk before it
constexpr std::size_t kMostComplaint = 4096;

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

// A running program; killed and waited for unless that has been done.
class Child {
 public:
  Child(const std::vector<std::string>& words, int out, int err) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (const std::string& word : words) {
      arguments.push_back(const_cast<char*>(word.c_str()));  // execv's type
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, out, 1);
    posix_spawn_file_actions_adddup2(&actions, err, 2);
    const int failed = posix_spawnp(&pid_, arguments[0], &actions, nullptr,
                                    arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    if (failed == ENOENT) {
      throw Error(words[0] + " is needed to read PDF (package poppler-utils)");
    }
    if (failed != 0) Fail(words[0] + " cannot be run", failed);
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
  pid_t pid_ = -1;
};

[[noreturn]] void FailLate(const std::string& path, const PdfLimits& limits) {
  throw Error(path + ": " + limits.program + " took longer than " +
              std::to_string(limits.time.count() / 1000) + " s");
}

std::string FirstLine(std::string_view text) {
  return Visible(Trim(text.substr(0, text.find('\n'))));
}

}  // namespace

std::string PdfToText(const std::string& path, const PdfLimits& limits) {
  if (ReadFile(path).substr(0, kHeaderRoom).find("%PDF-") ==
      std::string::npos) {
    throw Error(path + ": not a PDF");
  }
  // A name that begins with "-" would be taken for an option.
  const std::string name = path[0] == '-' ? "./" + path : path;
  Pipe out;
  Pipe err;
  Child child({limits.program, "-layout", "-enc", "UTF-8", name, "-"},
              out.writer(), err.writer());
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
                  " bytes of text");
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
