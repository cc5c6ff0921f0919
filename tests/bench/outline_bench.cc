// Speed and peak memory of the outline reader: outline_bench.  Reads the
// shared documents (KAKEHASHI_SHARED, or ../shared beside the checkout).

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>
#include <string>

#include "mapper/base/file.h"
#include "mapper/parse/outline_reader.h"

namespace {

std::size_t live_bytes = 0;
std::size_t peak_bytes = 0;

}  // namespace

// Counts what is allocated, by usable size; single-threaded.
void* operator new(std::size_t size) {
  void* memory = std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  live_bytes += malloc_usable_size(memory);
  peak_bytes = std::max(peak_bytes, live_bytes);
  return memory;
}
void operator delete(void* memory) noexcept {
  if (memory != nullptr) live_bytes -= malloc_usable_size(memory);
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  operator delete(memory);
}

namespace mapper {
namespace {

void ReadDocument(benchmark::State& state, const char* framework,
                  const char* document) {
  const char* shared = std::getenv("KAKEHASHI_SHARED");
  const std::string path =
      std::string(shared != nullptr ? shared : KAKEHASHI_ROOT "/../shared") +
      "/sources/" + document;
  if (!Exists(path)) {
    state.SkipWithError("no shared document");
    return;
  }
  const std::string text = ReadFile(path);
  const std::string toml = ReadFile(std::string(KAKEHASHI_ROOT "/frameworks/") +
                                    framework + "/framework.toml");
  Diagnostics diagnostics;
  const auto spec = ReadOutlineSpec("framework.toml", toml, diagnostics);
  std::size_t extra = 0;  // bytes beside the text itself
  for (auto _ : state) {
    const std::size_t before = live_bytes;
    peak_bytes = live_bytes;
    Diagnostics notes;
    benchmark::DoNotOptimize(ReadOutline(path, text, *spec, notes));
    extra = std::max(extra, peak_bytes - before);
  }
  state.SetBytesProcessed(state.iterations() *
                          static_cast<std::int64_t>(text.size()));
  state.counters["text_bytes"] = static_cast<double>(text.size());
  state.counters["peak_bytes"] = static_cast<double>(extra);
  state.counters["peak/text"] =
      static_cast<double>(extra) / static_cast<double>(text.size());
}

BENCHMARK_CAPTURE(ReadDocument, unified, "gov-unified-2025",
                  "gov-unified-2025/gov-unified-2025.txt");
BENCHMARK_CAPTURE(ReadDocument, autonomy_act, "lar-16-3",
                  "law/322AC0000000067.md");
BENCHMARK_CAPTURE(ReadDocument, medical_rule, "water-law",
                  "law/323M40000100050.md");

}  // namespace
}  // namespace mapper

BENCHMARK_MAIN();
