#include "mapper/base/file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>
#include <utility>

#include "mapper/base/built_in.h"
#include "mapper/base/error.h"
#include "mapper/base/sha256.h"
#include "mapper/base/whole_files.h"

namespace mapper {
namespace {

constexpr const char* kSizeId = "file-size";

std::string Reason(int number) {
  return std::generic_category().message(number);
}

[[noreturn]] void Fail(const std::string& path, const char* what, int number) {
  throw Error(path + ": cannot " + what + ": " + Reason(number));
}

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  ~Descriptor() {
    if (fd_ >= 0) close(fd_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return fd_; }

 private:
  int fd_;
};

void WriteAll(int fd, std::string_view bytes, const std::string& path) {
  while (!bytes.empty()) {
    const ssize_t n = write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) Fail(path, "write", errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

// A file that is on the disk whole, under another name, until it is kept.
class Draft {
 public:
  Draft(std::string path, std::string_view bytes)
      : path_(std::move(path)), temporary_(path_ + ".XXXXXX") {
    const int fd = mkstemp(temporary_.data());
    if (fd < 0) Fail(path_, "write", errno);
    written_ = true;
    try {
      const Descriptor file(fd);
      WriteAll(fd, bytes, path_);
      if (fchmod(fd, Mode()) != 0) Fail(path_, "write", errno);
      if (fsync(fd) != 0) Fail(path_, "write", errno);
    } catch (...) {
      Remove();
      throw;
    }
  }
  ~Draft() { Remove(); }
  Draft(Draft&& other) noexcept
      : path_(std::move(other.path_)),
        temporary_(std::move(other.temporary_)),
        written_(std::exchange(other.written_, false)) {}
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void Keep() {
    if (rename(temporary_.c_str(), path_.c_str()) != 0) {
      Fail(path_, "write", errno);
    }
    written_ = false;
  }

 private:
  // That of the file that is replaced, or what a new file gets.
  mode_t Mode() const {
    struct stat old {};
    if (stat(path_.c_str(), &old) == 0) return old.st_mode & 0777U;
    const mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
  }
  void Remove() {
    if (written_) unlink(temporary_.c_str());
    written_ = false;
  }

  std::string path_;
  std::string temporary_;
  bool written_ = false;
};

// Where the bytes of `path` are to stand: what a link names, else `path`.
std::string Target(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  const auto target = std::filesystem::canonical(path, error);
  return error ? path : target.string();
}

// True when `path` was no file, and has been written to.
bool WroteToDevice(const std::string& path, std::string_view bytes) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0 || S_ISREG(info.st_mode) ||
      S_ISDIR(info.st_mode)) {
    return false;
  }
  const Descriptor file(open(path.c_str(), O_WRONLY | O_CLOEXEC));
  if (file.get() < 0) Fail(path, "write", errno);
  WriteAll(file.get(), bytes, path);
  return true;
}

}  // namespace

std::string ReadFile(const std::string& path, std::size_t limit) {
  if (ShippedFiles().Owns(path)) {
    const auto bytes = ShippedFiles().Read(path);
    if (!bytes) Fail(path, "open for reading", ENOENT);
    return std::string(*bytes);
  }
  const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.get() < 0) Fail(path, "open for reading", errno);
  struct stat info {};
  if (fstat(file.get(), &info) != 0) Fail(path, "read", errno);
  if (S_ISDIR(info.st_mode)) Fail(path, "read", EISDIR);
  std::string out;
  if (info.st_size > 0) {
    out.reserve(std::min(limit, static_cast<std::size_t>(info.st_size)));
  }
  char buffer[1 << 16];
  while (true) {
    const ssize_t n = read(file.get(), buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) Fail(path, "read", errno);
    if (n == 0) return out;
    if (out.size() + static_cast<std::size_t>(n) > limit) {
      throw Error(path + ": larger than " + std::to_string(limit) + " bytes [" +
                  kSizeId + "]");
    }
    out.append(buffer, static_cast<std::size_t>(n));
  }
}

void WriteFileAtomically(const std::string& path, std::string_view bytes) {
  if (WroteToDevice(path, bytes)) return;
  const HoldInterrupts hold;
  const std::string target = Target(path);
  Draft(target, bytes).Keep();
  SyncDirectoryOf(target);
}

void WriteFilesTogether(const std::string& directory,
                        const std::vector<NamedBytes>& files,
                        const std::string& voucher) {
  const HoldInterrupts hold;
  const auto place = [&](const std::string& name) {
    return directory + "/" + name;
  };
  std::vector<Draft> drafts;
  std::vector<Draft> last;
  for (const NamedBytes& file : files) {
    auto& list = !voucher.empty() && file.name == voucher ? last : drafts;
    list.emplace_back(place(file.name), file.bytes);
  }
  if (!voucher.empty() && unlink(place(voucher).c_str()) == 0) {
    SyncDirectoryOf(place(voucher));
  }
  for (Draft& draft : drafts) draft.Keep();
  SyncDirectoryOf(place(""));
  for (Draft& draft : last) draft.Keep();
  SyncDirectoryOf(place(""));
}

HoldInterrupts::HoldInterrupts() : before_() {
  sigset_t held;
  sigemptyset(&held);
  for (const int number : {SIGINT, SIGTERM, SIGHUP}) sigaddset(&held, number);
  pthread_sigmask(SIG_BLOCK, &held, &before_);
}

HoldInterrupts::~HoldInterrupts() {
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

void SyncDirectoryOf(const std::string& path) {
  const std::size_t slash = path.find_last_of('/');
  const std::string directory = slash == std::string::npos ? "."
                                : slash == 0               ? "/"
                                             : path.substr(0, slash);
  const Descriptor folder(
      open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.get() >= 0) fsync(folder.get());
}

void MakePrivateDirectories(const std::string& path) {
  if (path.empty() || IsDirectory(path)) return;
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string::npos) {
    MakePrivateDirectories(path.substr(0, slash));
  }
  if (mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) {
    Fail(path, "create", errno);
  }
  if (!IsDirectory(path)) Fail(path, "create", ENOTDIR);
}

std::string FileStamp(const std::string& path) {
  if (ShippedFiles().Owns(path)) {
    const auto bytes = ShippedFiles().Read(path);
    if (!bytes) return "";
    const std::string program = FileStamp("/proc/self/exe");
    return "built in " + (program.empty() ? Sha256Hex(*bytes) : program);
  }
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) {
    if (errno == ENOENT || errno == ENOTDIR) return "";
    Fail(path, "read", errno);
  }
  std::string stamp = std::to_string(info.st_ino);
  stamp += " " + std::to_string(info.st_size);
  for (const timespec& time : {info.st_mtim, info.st_ctim}) {
    stamp +=
        " " + std::to_string(time.tv_sec) + "." + std::to_string(time.tv_nsec);
  }
  constexpr std::time_t kSettled = 2;  // seconds
  if (info.st_ctim.tv_sec + kSettled >= std::time(nullptr)) {
    stamp += " " + Sha256Hex(ReadFile(path));
  }
  return stamp;
}

bool IsDirectory(const std::string& path) {
  if (ShippedFiles().Owns(path)) return ShippedFiles().IsDirectory(path);
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

bool Exists(const std::string& path) {
  if (ShippedFiles().Owns(path)) {
    return ShippedFiles().Read(path) || ShippedFiles().IsDirectory(path);
  }
  std::error_code error;
  return std::filesystem::exists(path, error);
}

std::vector<std::string> ListDirectory(const std::string& path) {
  if (ShippedFiles().Owns(path)) return ShippedFiles().List(path);
  std::error_code error;
  std::filesystem::directory_iterator entries(path, error);
  if (error) throw Error(path + ": cannot list: " + error.message());
  std::vector<std::string> names;
  for (const auto& entry : entries) {
    names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace mapper
