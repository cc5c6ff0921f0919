#include "mapper/model/urn.h"

#include <map>

namespace mapper {
namespace {

bool IsCapital(char c) { return c >= 'A' && c <= 'Z'; }

char Lower(char c) {
  return IsCapital(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool IsAllowed(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
         std::string_view("()-._").find(c) != std::string_view::npos;
}

std::string Escape(std::string_view text, bool keep_case) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (const char c : text) {
    if (IsAllowed(keep_case ? c : Lower(c))) {
      out += Lower(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '[';
    out += kHex[byte >> 4U];
    out += kHex[byte & 15U];
    out += ']';
  }
  return out;
}

}  // namespace

std::string Urn(std::string_view kind, std::string_view name) {
  return "urn:kakehashi:risk:" + std::string(kind) + ":" + Escape(name, false);
}

UrnLeaves::UrnLeaves(const Framework& framework) : framework_(framework.id) {
  std::map<std::string, int> uses;
  for (const Control& c : framework.controls) ++uses[Escape(c.id, false)];
  for (const Control& c : framework.controls) {
    std::string leaf = Escape(c.id, false);
    if (uses[leaf] > 1) leaf = Escape(c.id, true);
    places_.emplace(leaf, static_cast<int>(leaves_.size()));
    leaves_.push_back(std::move(leaf));
  }
}

std::string UrnLeaves::Node(int control) const {
  return Urn("req_node", framework_) + ":" + Leaf(control);
}

int UrnLeaves::Find(std::string_view leaf) const {
  const auto found = places_.find(std::string(leaf));
  return found == places_.end() ? -1 : found->second;
}

}  // namespace mapper
