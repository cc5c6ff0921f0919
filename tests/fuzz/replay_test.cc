// Runs every fuzz target over its seeds and over the inputs that once failed.

#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "mapper/base/file.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

namespace fuzz {

namespace {

std::vector<std::string> Files(const std::string& kind,
                               const std::string& target) {
  const std::string folder =
      std::string(KAKEHASHI_FUZZ) + "/" + kind + "/" + target;
  std::vector<std::string> files;
  if (!mapper::IsDirectory(folder)) return files;
  for (const std::string& name : mapper::ListDirectory(folder)) {
    files.push_back(folder + "/" + name);
  }
  return files;
}

std::vector<std::string> Names() {
  std::vector<std::string> names;
  for (const auto& [name, unused] : Targets()) names.push_back(name);
  return names;
}

class Replay : public testing::TestWithParam<std::string> {};

TEST_P(Replay, SeedsAndSavedInputs) {
  const Target target = Targets().at(GetParam());
  const std::vector<std::string> seeds = Files("seeds", GetParam());
  EXPECT_FALSE(seeds.empty()) << "no seeds";
  std::vector<std::string> files = Files("crashes", GetParam());
  files.insert(files.end(), seeds.begin(), seeds.end());
  for (const std::string& file : files) {
    SCOPED_TRACE(file);
    try {
      target(mapper::ReadFile(file));
    } catch (const CheckFailure& failure) {
      ADD_FAILURE() << failure.what();
    }
  }
}

// Cut anywhere, an input is still only bad input.
TEST_P(Replay, SeedsCutOff) {
  const Target target = Targets().at(GetParam());
  for (const std::string& file : Files("seeds", GetParam())) {
    SCOPED_TRACE(file);
    const std::string bytes = mapper::ReadFile(file);
    constexpr std::size_t kCuts = 16;
    for (std::size_t i = 0; i <= kCuts; ++i) {
      try {
        target(std::string_view(bytes).substr(0, bytes.size() * i / kCuts));
      } catch (const CheckFailure& failure) {
        ADD_FAILURE() << failure.what() << " (part " << i << " of " << kCuts
                      << ")";
      }
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Targets, Replay, testing::ValuesIn(Names()),
                         [](const auto& of) { return of.param; });

// A folder of seeds whose target is gone would be passed over in silence.
TEST(FuzzFolders, HaveTargets) {
  for (const char* kind : {"seeds", "crashes"}) {
    const std::string folder = std::string(KAKEHASHI_FUZZ) + "/" + kind;
    for (const std::string& name : mapper::ListDirectory(folder)) {
      EXPECT_EQ(Targets().count(name), 1U) << kind << "/" << name;
    }
  }
}

}  // namespace
}  // namespace fuzz
