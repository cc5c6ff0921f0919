// The closed list of facts and attributes that conditions may name.  It is
// documented in docs/facts.md, and a test holds the two together.

#ifndef MAPPER_MODEL_FACTS_H_
#define MAPPER_MODEL_FACTS_H_

#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/language.h"

namespace mapper {

struct Fact {
  const char* name;
  Words question;
  std::vector<const char*> implies;  // true here makes these true
};

// An attribute of [organization] with its closed set of values.
struct Attribute {
  const char* name;
  Words question;
  std::vector<const char*> values;  // empty: any word (`unit`)
};

const std::vector<Fact>& Facts();
const std::vector<Attribute>& Attributes();

const Fact* FindFact(std::string_view name);
const Attribute* FindAttribute(std::string_view name);

// Names of all facts and attributes, for "did you mean".
const std::vector<std::string>& KnownNames();

}  // namespace mapper

#endif  // MAPPER_MODEL_FACTS_H_
