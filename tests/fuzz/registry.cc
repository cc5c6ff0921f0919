#include "tests/fuzz/fuzz_target.h"

namespace fuzz {

std::map<std::string, Target>& Targets() {
  static std::map<std::string, Target> targets;
  return targets;
}

}  // namespace fuzz
