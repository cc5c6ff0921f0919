// One reader under fuzzing.  The same function runs under libFuzzer (cmake
// preset fuzz) and, over the seeds and the saved inputs, in an ordinary test
// (replay_test.cc).
//
// A target takes any bytes, and throws CheckFailure when the reader did
// something wrong that is no crash.  Bad input is reported by the readers and
// is nothing wrong.  A target keeps no state from one input to the next.

#ifndef TESTS_FUZZ_FUZZ_TARGET_H_
#define TESTS_FUZZ_FUZZ_TARGET_H_

#include <map>
#include <string>
#include <string_view>

namespace fuzz {

using Target = void (*)(std::string_view bytes);

// Every target by the name of its seeds and crashes; empty under libFuzzer.
std::map<std::string, Target>& Targets();

struct Registration {
  Registration(const char* name, Target target) { Targets()[name] = target; }
};

}  // namespace fuzz

#ifdef KAKEHASHI_LIBFUZZER
#include <cstddef>
#include <cstdint>
#define FUZZ_TARGET(name)                                                    \
  static void Fuzz_##name(std::string_view bytes);                           \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,            \
                                        std::size_t size) {                  \
    Fuzz_##name(size == 0 ? std::string_view()                               \
                          : std::string_view(                                \
                                reinterpret_cast<const char*>(data), size)); \
    return 0;                                                                \
  }                                                                          \
  static void Fuzz_##name(std::string_view bytes)
#else
#define FUZZ_TARGET(name)                                                   \
  static void Fuzz_##name(std::string_view bytes);                          \
  static const fuzz::Registration registration_##name(#name, &Fuzz_##name); \
  static void Fuzz_##name(std::string_view bytes)
#endif

#endif  // TESTS_FUZZ_FUZZ_TARGET_H_
