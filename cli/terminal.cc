#include "cli/terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <random>
#include <thread>
#include <utility>

#include "mapper/base/invisible.h"
#include "mapper/base/text.h"

namespace cli {
namespace {

constexpr std::string_view kEnd = "\x1b[0m";
constexpr std::string_view kEraseLine = "\r\x1b[K";

// Begins a mark, before the place of a colour or kPlain.
const std::string& Mark() {
  static const std::string kMark = [] {
    std::random_device random;
    return "\x1b<" + std::to_string(random()) + "." + std::to_string(random()) +
           ">";
  }();
  return kMark;
}

constexpr char kFirstColour = 'a';
constexpr char kPlain = '-';

const char* Start(Colour colour) {
  switch (colour) {
    case Colour::kBold:
      return "\x1b[1m";
    case Colour::kRed:
      return "\x1b[1;31m";
    case Colour::kYellow:
      return "\x1b[33m";
    case Colour::kGreen:
      return "\x1b[32m";
    case Colour::kCyan:
      return "\x1b[36m";
  }
  return "";
}

bool IsTerminal(int descriptor) {
  const char* kind = std::getenv("TERM");
  return isatty(descriptor) != 0 && kind != nullptr &&
         std::string_view(kind) != "dumb" && *kind != '\0';
}

std::size_t Columns() {
  winsize size = {};
  if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return 80;
  }
  return size.ws_col;
}

// One line at a time: work within other work is not named.
std::atomic<bool> active = false;

// A line that cannot be written is not worth an error.
void Send(std::string_view text) {
  while (!text.empty()) {
    const ssize_t n = write(STDERR_FILENO, text.data(), text.size());
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(n));
  }
}

}  // namespace

bool UsesColour(const std::string& when, int descriptor) {
  if (when == "always") return true;
  if (when == "never") return false;
  const char* none = std::getenv("NO_COLOR");
  if (none != nullptr && *none != '\0') return false;
  return IsTerminal(descriptor);
}

std::string Coloured(std::string_view text, Colour colour) {
  std::string out = Mark();
  out += static_cast<char>(kFirstColour + static_cast<int>(colour));
  out += text;
  return out + Mark() + kPlain;
}

std::string AsSent(std::string_view lines) {
  std::string out;
  for (std::size_t at = lines.find(Mark());; at = lines.find(Mark())) {
    out += mapper::VisibleLines(lines.substr(0, at));
    if (at == std::string_view::npos) return out;
    const char what = lines[at + Mark().size()];
    out +=
        what == kPlain ? kEnd : Start(static_cast<Colour>(what - kFirstColour));
    lines.remove_prefix(at + Mark().size() + 1);
  }
}

std::string ColouredDiagnostic(const std::string& text) {
  static const std::pair<std::string_view, Colour> kSeverities[] = {
      {": error: ", Colour::kRed},
      {": warning: ", Colour::kYellow},
      {": note: ", Colour::kCyan}};
  std::size_t first = text.size();
  std::string out = text;
  for (const auto& [word, colour] : kSeverities) {
    const std::size_t at = text.find(word);
    if (at >= first) continue;
    first = at;
    const std::string_view bare = word.substr(2, word.size() - 4);
    out = text;
    out.replace(at + 2, bare.size(), Coloured(bare, colour));
  }
  return out;
}

struct Working::Line {
  std::string what;
  std::mutex mutex;
  std::condition_variable changed;
  bool ended = false;
  std::thread thread;

  void Run() {
    using std::chrono::seconds;
    std::unique_lock<std::mutex> lock(mutex);
    bool shown = false;
    for (int passed = 1;
         !changed.wait_for(lock, seconds(1), [this] { return ended; });
         ++passed) {
      const std::string text =
          "kakehashi: " + what + "… " + std::to_string(passed) + " s";
      // A line that wraps could not be taken back.
      Send(std::string(kEraseLine) + mapper::Truncate(text, Columns() - 1));
      shown = true;
    }
    if (shown) Send(kEraseLine);
  }
};

Working::Working(std::string what, bool silent) {
  if (silent || !IsTerminal(STDERR_FILENO) || active.exchange(true)) return;
  line_ = std::make_unique<Line>();
  line_->what = std::move(what);
  line_->thread = std::thread([line = line_.get()] { line->Run(); });
}

Working::~Working() {
  if (line_ == nullptr) return;
  {
    const std::lock_guard<std::mutex> lock(line_->mutex);
    line_->ended = true;
  }
  line_->changed.notify_one();
  line_->thread.join();
  active = false;
}

}  // namespace cli
