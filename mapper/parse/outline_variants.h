// The documents that one framework is made of (the variants of its [outline]):
// which of them a text is, and which of them holds a control.

#ifndef MAPPER_PARSE_OUTLINE_VARIANTS_H_
#define MAPPER_PARSE_OUTLINE_VARIANTS_H_

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/framework.h"
#include "mapper/parse/outline_inverse.h"
#include "mapper/parse/outline_spec.h"

namespace mapper {

// Where a document says what it is: so many lines, and not too many bytes.
constexpr std::size_t kDocumentHeadLines = 60;
std::string_view DocumentHead(std::string_view text);

// The rules of the variant that the document is, or null.
const OutlineRules* ChooseRules(const OutlineSpec& spec, std::string_view text);

// The documents of a framework but for one.
class OtherDocuments {
 public:
  // `variant` is one of `spec`, or null when there are none.  The framework and
  // the spec must outlive it.
  OtherDocuments(const Framework& framework, const OutlineSpec& spec,
                 const OutlineVariant* variant);

  // Whether the control is to be written in one of them: by a mark, or else by
  // the letters of its id; what belongs to none is written in the first.
  bool Have(const Control& control);

 private:
  std::string own_;  // prefix of the one
  bool first_;       // whether the one is the first
  std::set<std::string> prefixes_;
  std::vector<OutlineInverse> inverses_;
};

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_VARIANTS_H_
