// Uniform resource names of frameworks and controls, as CISO Assistant wants
// them: lower case, and of the characters 0-9 a-z [ ] ( ) - . _ in each part.

#ifndef MAPPER_MODEL_URN_H_
#define MAPPER_MODEL_URN_H_

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mapper/model/framework.h"

namespace mapper {

// `urn:kakehashi:risk:KIND:NAME`; the name is lower-cased, and what a name may
// not hold is written as [hex] of its bytes.
std::string Urn(std::string_view kind, std::string_view name);

// The last part for each control of a framework, in its order: its id in lower
// case, or, where two ids differ in case alone, with capitals as [hex].
class UrnLeaves {
 public:
  explicit UrnLeaves(const Framework& framework);

  const std::string& Leaf(int control) const {
    return leaves_[static_cast<std::size_t>(control)];
  }
  // `urn:kakehashi:risk:req_node:FRAMEWORK:LEAF`.
  std::string Node(int control) const;
  // Place of the control whose leaf this is, or -1.
  int Find(std::string_view leaf) const;

 private:
  std::string framework_;
  std::vector<std::string> leaves_;
  std::unordered_map<std::string, int> places_;
};

}  // namespace mapper

#endif  // MAPPER_MODEL_URN_H_
