// A framework that applies to organisations of some kind, on a legal basis.

#ifndef MAPPER_MODEL_REGIME_H_
#define MAPPER_MODEL_REGIME_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "mapper/model/date.h"
#include "mapper/model/expression.h"

namespace mapper {

struct Regime {
  std::string framework;           // id; it may have no catalogue yet
  std::vector<std::string> roots;  // controls it covers with all below them;
                                   // empty: all that no other row covers
  std::string title;               // of a framework without a catalogue
  Expression applies;
  std::string scope;
  std::string ministry;
  std::string basis;
  std::optional<Date> from;
  std::optional<Date> until;  // last day
  std::string submit;
  std::string note;
  std::string file;
  std::size_t line = 0;
};

}  // namespace mapper

#endif  // MAPPER_MODEL_REGIME_H_
