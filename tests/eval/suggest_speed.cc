#include "tests/eval/suggest_speed.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <limits>
#include <random>
#include <string>

#include "mapper/crosswalk/suggest.h"

namespace mapper {
namespace {

struct Time {
  double network = std::numeric_limits<double>::max();  // closure, seconds
  double texts = network;                               // terms, vectors, rows
  double ranking = network;
  std::size_t found = 0;
};

Time Take(const Dataset& data, int source, int target, int rounds) {
  // Of the processor: other programs run beside it.
  const auto seconds = [](std::clock_t from) {
    return static_cast<double>(std::clock() - from) / CLOCKS_PER_SEC;
  };
  SuggestOptions options;
  options.all = true;
  Time least;
  for (int i = 0; i < rounds; ++i) {
    auto start = std::clock();
    const Knowledge knowledge(data);
    knowledge.closure();
    least.network = std::min(least.network, seconds(start));
    start = std::clock();
    const PairFeatures features(data, source, target, nullptr);
    least.texts = std::min(least.texts, seconds(start));
    start = std::clock();
    least.found =
        FindSuggestions(data, knowledge, features, nullptr, options).size();
    least.ranking = std::min(least.ranking, seconds(start));
  }
  return least;
}

void Print(const std::string& name, const Time& time) {
  std::printf("  %-32s %9.1f %9.1f %9.1f  %zu\n", name.c_str(),
              time.network * 1000, time.texts * 1000, time.ranking * 1000,
              time.found);
}

// Gists of words that come as unevenly as those of a language do.
Framework Invented(const std::string& id, std::mt19937& random) {
  constexpr int kControls = 5000;
  constexpr std::size_t kWords = 12;
  static constexpr std::array<const char*, 20> kStems = {
      "管理", "機器", "記録", "点検", "利用", "権限", "台帳",
      "通信", "契約", "委託", "教育", "訓練", "復旧", "保管",
      "暗号", "監視", "認証", "更新", "施設", "職員"};
  Framework framework;
  framework.id = id;
  for (int i = 0; i < kControls; ++i) {
    Control control;
    control.id = id + std::to_string(i);
    for (std::size_t w = 0; w < kWords; ++w) {
      const auto pick = [&] { return random() % kStems.size(); };
      control.gist_ja += kStems[std::min(pick(), pick())];
      control.gist_ja += w % 2 == 0 ? "の" : "を";
    }
    control.level = Level::kMust;
    framework.controls.push_back(std::move(control));
  }
  framework.Link();
  return framework;
}

}  // namespace

void MeasureSpeed(const Dataset& data) {
  std::printf(
      "\nprocessor time, every control asked about\n"
      "  ms                                 network     texts   ranking  "
      "found\n");
  for (const Crosswalk& table : data.crosswalks) {
    Print(data.framework(table.source).id + "--" +
              data.framework(table.target).id,
          Take(data, table.source, table.target, 5));
  }
  std::mt19937 random(1);
  Dataset large;
  large.frameworks.push_back(Invented("a", random));
  large.frameworks.push_back(Invented("b", random));
  Print("5,000 x 5,000 invented", Take(large, 0, 1, 1));
}

}  // namespace mapper
