// Speed of the closure: closure_bench.  Random networks that have a model, the
// cubic loop beside one of them, the shipped data, and the reference documents
// of CSF 2.0 (KAKEHASHI_SHARED, or ../shared beside the checkout).

#include <benchmark/benchmark.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/file.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/network.h"
#include "mapper/parse/dataset_files.h"
#include "tests/bench/cubic_closure.h"
#include "tests/bench/random_network.h"

namespace mapper {
namespace {

constexpr std::uint32_t kSeed = 20260704;

template <typename AnyClosure>
void Close(int nodes, const std::vector<NetworkRow>& rows) {
  AnyClosure closure(nodes);
  for (const NetworkRow& row : rows) closure.Constrain(row.a, row.b, row.set);
  if (!closure.Run()) std::abort();
  benchmark::DoNotOptimize(&closure);
}

// Nodes, and rows for each of them.
void RandomNetworks(benchmark::State& state) {
  const int nodes = static_cast<int>(state.range(0));
  const int rows = nodes * static_cast<int>(state.range(1));
  const RandomNetwork network = MakeRandomNetwork(nodes, rows, kSeed);
  for (auto _ : state) Close<Closure>(nodes, network.rows);
}
BENCHMARK(RandomNetworks)
    ->ArgNames({"nodes", "rows"})
    ->ArgsProduct({{500, 1000, 2000, 4000}, {2, 4, 8}})
    ->Unit(benchmark::kMicrosecond);

// One argument set more, with the peak of the whole program beside it.
void LargeNetwork(benchmark::State& state) {
  const int nodes = 100000;
  const RandomNetwork network = MakeRandomNetwork(nodes, 4 * nodes, kSeed);
  for (auto _ : state) Close<Closure>(nodes, network.rows);
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  state.counters["peak_MiB"] = static_cast<double>(usage.ru_maxrss) / 1024;
}

// The reference at 1,000 nodes and 4,000 rows: over RandomNetworks/1000/4.
void CubicLoop(benchmark::State& state) {
  const RandomNetwork network = MakeRandomNetwork(1000, 4000, kSeed);
  for (auto _ : state) Close<CubicClosure>(1000, network.rows);
}
BENCHMARK(CubicLoop)->Unit(benchmark::kMillisecond)->Iterations(1);

const Dataset& ShippedData() {
  static const Dataset kData = [] {
    Diagnostics diagnostics;
    return LoadDataset(KAKEHASHI_ROOT, diagnostics);
  }();
  return kData;
}

void ShippedNetwork(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Network(ShippedData()));
}
BENCHMARK(ShippedNetwork)->Unit(benchmark::kMicrosecond);

void ShippedClosure(benchmark::State& state) {
  const Network network(ShippedData());
  for (auto _ : state) {
    Closure closure = network.Make(state.range(0) != 0);
    if (!closure.Run()) state.SkipWithError("the tables contradict each other");
  }
  state.counters["nodes"] = network.size();
  state.counters["givens"] = static_cast<double>(network.givens().size());
}
BENCHMARK(ShippedClosure)
    ->ArgName("trace")
    ->Arg(0)
    ->Arg(1)
    ->Unit(benchmark::kMicrosecond);

// Every 20th row in turn, added to the closure of all others; the copy that it
// is added to is not measured.
void ShippedOneMoreRow(benchmark::State& state) {
  const Network network(ShippedData());
  std::vector<int> rows;
  for (std::size_t i = 0; i < network.givens().size(); ++i) {
    if (network.givens()[i].kind == Given::Kind::kRow) {
      rows.push_back(static_cast<int>(i));
    }
  }
  std::vector<Closure> before;
  std::vector<Given> added;
  for (std::size_t i = 0; i < rows.size(); i += 20) {
    std::vector<int> others = rows;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
    before.push_back(network.Make(false, &others));
    before.back().Run();
    added.push_back(network.givens()[static_cast<std::size_t>(rows[i])]);
  }
  std::size_t at = 0;
  for (auto _ : state) {
    state.PauseTiming();
    Closure closure = before[at];
    const Given& row = added[at];
    at = (at + 1) % before.size();
    state.ResumeTiming();
    closure.Constrain(row.a, row.b, row.set);
    benchmark::DoNotOptimize(closure.Run());
    state.PauseTiming();
    { const Closure gone = std::move(closure); }
    state.ResumeTiming();
  }
}
BENCHMARK(ShippedOneMoreRow)->Unit(benchmark::kMicrosecond);

// The fields of one line of CSV; quotes as RFC 4180 has them.
std::vector<std::string> Fields(std::string_view line) {
  std::vector<std::string> fields(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      fields.emplace_back();
    } else if (c != '\r') {
      fields.back() += c;
    }
  }
  return fields;
}

std::vector<std::vector<std::string>> ReadShared(const char* name) {
  const char* shared = std::getenv("KAKEHASHI_SHARED");
  const std::string path =
      std::string(shared != nullptr ? shared : KAKEHASHI_ROOT "/../shared") +
      "/reference/" + name;
  std::vector<std::vector<std::string>> rows;
  if (!Exists(path)) return rows;
  const std::string text = ReadFile(path);
  for (const std::string_view line : Split(text, '\n')) {
    if (!line.empty()) rows.push_back(Fields(line));
  }
  if (!rows.empty()) rows.erase(rows.begin());  // names of columns
  return rows;
}

// "AU-06(01)" as "AU-6(1)".
std::string WithoutZeros(const std::string& id) {
  std::string text;
  for (std::size_t i = 0; i < id.size(); ++i) {
    const bool first = i > 0 && (id[i - 1] == '-' || id[i - 1] == '(');
    if (id[i] != '0' || !first) text += id[i];
  }
  return text;
}

// CSF 2.0 and its 23 reference documents: all pairs overlap, but those with SP
// 800-53 r5.1.1 contain; and the headings and closed headings of CSF 2.0.
void CsfReferences(benchmark::State& state) {
  const auto pairs = ReadShared("csf-2.0-informative-references.csv");
  const auto contained = ReadShared("csf-2.0--sp800-53r5.1.1.csv");
  if (pairs.empty() || contained.empty()) {
    state.SkipWithError("no shared reference documents: not measured");
    return;
  }
  const Dataset& data = ShippedData();
  const int csf = data.FindFramework("csf-2.0");
  const Framework& f = data.framework(csf);
  std::map<std::pair<std::string, std::string>, int> elements;
  int nodes = static_cast<int>(f.controls.size());
  std::vector<NetworkRow> rows;
  std::vector<std::pair<int, std::vector<int>>> unions;
  for (std::size_t i = 0; i < f.controls.size(); ++i) {
    const Control& control = f.controls[i];
    const int node = static_cast<int>(i);
    if (control.parent_index >= 0) {
      rows.push_back({node, control.parent_index, kEq | kPp});
    }
    if (f.IsClosed(control)) unions.emplace_back(node, control.children);
  }
  std::set<std::pair<std::string, std::string>> strong;
  for (const auto& fields : contained) {
    strong.emplace(fields[1], WithoutZeros(fields[3]));
  }
  for (const auto& fields : pairs) {
    const int own = f.Find(fields[0]);
    if (own < 0) continue;
    const auto [it, fresh] =
        elements.emplace(std::make_pair(fields[1], fields[2]), nodes);
    if (fresh) ++nodes;
    const bool inside = fields[1] == "SP 800-53 Rev 5.1.1" &&
                        strong.count({fields[0], WithoutZeros(fields[2])}) != 0;
    rows.push_back(
        {own, it->second, inside ? kPpi : RelationSet{kAnyRelation & ~kDr}});
  }
  for (auto _ : state) {
    Closure closure(nodes);
    for (const auto& [whole, parts] : unions) closure.AddUnion(whole, parts);
    for (const NetworkRow& row : rows) {
      closure.Constrain(row.a, row.b, row.set);
    }
    if (!closure.Run()) state.SkipWithError("the references contradict");
  }
  state.counters["nodes"] = nodes;
  state.counters["rows"] = static_cast<double>(rows.size());
}
BENCHMARK(CsfReferences)->Unit(benchmark::kMicrosecond);

BENCHMARK(LargeNetwork)->Unit(benchmark::kMillisecond)->Iterations(2);

}  // namespace
}  // namespace mapper

BENCHMARK_MAIN();
