#include "mapper/base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <system_error>

#include "mapper/base/built_in.h"
#include "mapper/base/error.h"
#include "mapper/base/sha256.h"

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
  std::string temporary = path + ".XXXXXX";
  const int fd = mkstemp(temporary.data());
  if (fd < 0) Fail(path, "write", errno);
  try {
    {
      const Descriptor file(fd);
      WriteAll(file.get(), bytes, path);
      const mode_t mask = umask(0);
      umask(mask);
      if (fchmod(file.get(), 0666 & ~mask) != 0) Fail(path, "write", errno);
      if (fsync(file.get()) != 0) Fail(path, "write", errno);
    }
    if (rename(temporary.c_str(), path.c_str()) != 0) {
      Fail(path, "write", errno);
    }
  } catch (...) {
    unlink(temporary.c_str());
    throw;
  }
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
