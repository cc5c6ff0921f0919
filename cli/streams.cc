#include "cli/streams.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <streambuf>
#include <system_error>

#include "cli/terminal.h"
#include "mapper/base/invisible.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace cli {
namespace {

constexpr std::size_t kRoom = 1 << 16;

// The length of `text` without a character whose last bytes are still to come.
std::size_t WholeCharacters(std::string_view text) {
  const std::size_t look = std::min<std::size_t>(text.size(), 3);
  for (std::size_t back = 1; back <= look; ++back) {
    const auto byte = static_cast<unsigned char>(text[text.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const std::size_t wanted = byte >= 0xF0   ? 4
                               : byte >= 0xE0 ? 3
                               : byte >= 0xC0 ? 2
                                              : 1;
    return wanted > back ? text.size() - back : text.size();
  }
  return text.size();
}

// Data has carriage returns, tabs and a byte order mark of its own.
std::string VisibleData(std::string_view bytes) {
  std::string out;
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (mapper::StartsWith(bytes, kMark)) bytes.remove_prefix(kMark.size());
  for (std::string_view line : mapper::Split(bytes, '\n')) {
    const bool carriage = mapper::EndsWith(line, "\r");
    if (carriage) line.remove_suffix(1);
    bool first = true;
    for (const std::string_view cell : mapper::Split(line, '\t')) {
      if (!first) out += '\t';
      first = false;
      out += mapper::Visible(cell);
    }
    out += carriage ? "\r\n" : "\n";
  }
  out.pop_back();  // what follows the last line feed is no line
  return out;
}

void Ignore(int /*number*/) {}

// A handler, not SIG_IGN: programs that we run start with the default again.
void MakeAnError(int number) {
  struct sigaction action {};
  action.sa_handler = Ignore;
  sigemptyset(&action.sa_mask);
  sigaction(number, &action, nullptr);
}

// A closed descriptor is opened in the direction in which nobody uses it, so
// that its use still fails.
void OpenIfClosed(int descriptor, int flags) {
  if (fcntl(descriptor, F_GETFD) >= 0 || errno != EBADF) return;
  const int opened = open("/dev/null", flags);
  if (opened >= 0 && opened != descriptor) {
    dup2(opened, descriptor);
    close(opened);
  }
}

}  // namespace

class StreamBuffer : public std::streambuf {
 public:
  explicit StreamBuffer(int descriptor)
      : descriptor_(descriptor), terminal_(isatty(descriptor) != 0) {}

  void Data(std::string_view bytes) {
    sync();
    Write(terminal_ ? VisibleData(bytes) : std::string(bytes));
  }
  // All that is left, a broken character too.
  void End() {
    sync();
    Write(AsSent(waiting_));
    waiting_.clear();
  }
  int error() const { return error_; }

 protected:
  int_type overflow(int_type c) override {
    if (traits_type::eq_int_type(c, traits_type::eof())) return 0;
    const char byte = traits_type::to_char_type(c);
    return xsputn(&byte, 1) == 1 ? c : traits_type::eof();
  }
  std::streamsize xsputn(const char* text, std::streamsize size) override {
    waiting_.append(text, static_cast<std::size_t>(size));
    if (waiting_.size() < kRoom) return size;
    // Whole lines: what belongs to a character may come after it.
    const std::size_t end = waiting_.rfind('\n');
    if (end != std::string::npos) Flush(end + 1);
    return error_ == 0 ? size : 0;
  }
  int sync() override {
    Flush(WholeCharacters(waiting_));
    return error_ == 0 ? 0 : -1;
  }

 private:
  void Flush(std::size_t size) {
    if (size == 0) return;
    const std::string shown =
        AsSent(std::string_view(waiting_).substr(0, size));
    waiting_.erase(0, size);
    Write(shown);
  }

  void Write(std::string_view bytes) {
    while (!bytes.empty() && error_ == 0) {
      const ssize_t n = write(descriptor_, bytes.data(), bytes.size());
      if (n >= 0) {
        bytes.remove_prefix(static_cast<std::size_t>(n));
      } else if (errno != EINTR) {
        error_ = errno;
      }
    }
  }

  int descriptor_;
  bool terminal_;
  int error_ = 0;  // the first; nothing is written after it
  std::string waiting_;
};

Streams::Streams() {
  OpenIfClosed(STDIN_FILENO, O_WRONLY);
  OpenIfClosed(STDOUT_FILENO, O_RDONLY);
  OpenIfClosed(STDERR_FILENO, O_RDONLY);
  MakeAnError(SIGPIPE);
  MakeAnError(SIGXFSZ);
  out_ = std::make_unique<StreamBuffer>(STDOUT_FILENO);
  err_ = std::make_unique<StreamBuffer>(STDERR_FILENO);
  std::cout.rdbuf(out_.get());
  std::cerr.rdbuf(err_.get());
}

Streams::~Streams() {
  Finish();
  err_->End();
  std::cout.rdbuf(nullptr);
  std::cerr.rdbuf(nullptr);
}

std::string Streams::Finish() {
  out_->End();
  return out_->error() == 0 ? ""
                            : std::generic_category().message(out_->error());
}

void WriteData(std::string_view bytes) {
  std::cout.flush();
  if (auto* out = dynamic_cast<StreamBuffer*>(std::cout.rdbuf())) {
    out->Data(bytes);
  } else {
    std::cout << bytes;
  }
}

}  // namespace cli
