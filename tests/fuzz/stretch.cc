// Looks for readers whose time grows faster than their input: each seed, and
// each line of it, is repeated up to a size and up to twice that size: as it
// is, with its first number counted up, with all of them.
//
//   fuzz_stretch KIB [TARGET...]
//
// prints what took over a second and more than three times as long as half of
// it.  A tool, not a test: times depend on the machine.

#include <cstdlib>
#include <ctime>
#include <iostream>
#include <string>
#include <vector>

#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

enum class Numbers { kKept, kFirst, kAll };

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// With `count` in the place of numbers.
void AddPiece(std::string& out, std::string_view piece, Numbers numbers,
              std::size_t count) {
  bool replaced = false;
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (!IsDigit(piece[i]) || numbers == Numbers::kKept ||
        (replaced && numbers == Numbers::kFirst)) {
      out += piece[i];
      continue;
    }
    while (i + 1 < piece.size() && IsDigit(piece[i + 1])) ++i;
    out += std::to_string(count);
    replaced = true;
  }
}

struct Parts {
  std::string_view before;
  std::string_view piece;  // repeated
  std::string_view after;
};

std::string Repeat(const Parts& parts, Numbers numbers, std::size_t size) {
  std::string out(parts.before);
  for (std::size_t count = 1; out.size() < size; ++count) {
    AddPiece(out, parts.piece, numbers, count);
  }
  return out.append(parts.after);
}

double Seconds(fuzz::Target target, const std::string& bytes) {
  const std::clock_t start = std::clock();  // of this process alone
  try {
    target(bytes);
  } catch (const fuzz::CheckFailure& failure) {
    std::cout << "FAILED: " << failure.what() << '\n';
  }
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void Stretch(const std::string& name, const std::string& file,
             std::size_t size) {
  constexpr double kSlow = 1.0;
  constexpr double kSteep = 3.0;
  const fuzz::Target target = fuzz::Targets().at(name);
  const std::string seed = mapper::ReadFile(file);
  const std::string_view text = seed;
  std::vector<std::size_t> starts = {0};
  for (std::size_t i = 0; i + 1 < seed.size(); ++i) {
    if (seed[i] == '\n') starts.push_back(i + 1);
  }
  starts.push_back(seed.size());
  const auto look = [&](const Parts& parts) {
    if (parts.piece.empty()) return;
    for (const Numbers numbers :
         {Numbers::kKept, Numbers::kFirst, Numbers::kAll}) {
      const double half = Seconds(target, Repeat(parts, numbers, size / 2));
      const double whole = Seconds(target, Repeat(parts, numbers, size));
      if (whole < kSlow || whole < half * kSteep) continue;
      std::cout << name << ' ' << file.substr(file.rfind('/') + 1) << ": "
                << half << " s, then " << whole
                << " s: " << mapper::Truncate(mapper::Visible(parts.piece), 70)
                << std::endl;
      return;
    }
  };
  look({"", text, ""});
  for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
    look({text.substr(0, starts[i]),
          text.substr(starts[i], starts[i + 1] - starts[i]),
          text.substr(starts[i + 1])});
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) {
    std::cerr << "usage: fuzz_stretch KIB [TARGET...]\n";
    return 2;
  }
  const std::size_t size = std::strtoul(argv[1], nullptr, 10) << 10U;
  std::vector<std::string> names(argv + 2, argv + argc);
  if (names.empty()) {
    for (const auto& [name, unused] : fuzz::Targets()) names.push_back(name);
  }
  for (const std::string& name : names) {
    const std::string folder =
        std::string(KAKEHASHI_FUZZ) + "/seeds/" + name + "/";
    for (const std::string& file : mapper::ListDirectory(folder)) {
      Stretch(name, folder + file, size);
    }
  }
}
