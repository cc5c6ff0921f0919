// An organisation: what it is, what is true of it, who does what, and what it
// has in use or under contract.

#ifndef MAPPER_MODEL_PROFILE_H_
#define MAPPER_MODEL_PROFILE_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapper/model/date.h"
#include "mapper/model/expression.h"
#include "mapper/model/words.h"

namespace mapper {

// A system in use, or a contract: what a transitional clause speaks of.
struct Holding {
  enum class Kind { kSystem, kContract };

  Kind kind = Kind::kSystem;
  std::string name;
  std::optional<Segment> segment;
  std::optional<Date> in_use_since;
  std::optional<Date> contract_from;
  std::optional<Date> contract_to;
  std::optional<Date> next_renewal;
  std::size_t line = 0;
};

class Profile : public FactSource {
 public:
  std::string file;
  std::string id;
  std::string name;
  std::string name_en;
  std::map<std::string, std::vector<std::string>> attributes;
  std::map<std::string, bool> stated_facts;
  std::map<Role, std::vector<std::string>> departments;
  std::vector<Holding> holdings;  // systems, then contracts, in file order

  Truth Fact(const std::string& fact) const override;
  std::optional<std::vector<std::string>> Values(
      const std::string& attribute) const override;

  // Departments that hold a role, or none.
  const std::vector<std::string>& Departments(Role role) const;

  // Spreads the stated facts along the implications of model/facts.h: what a
  // true fact implies is true, and a fact that implies a false one is false.
  // Returns pairs of stated facts that cannot both hold, "a -> b".
  std::vector<std::string> Close();

 private:
  std::map<std::string, bool> known_;
};

}  // namespace mapper

#endif  // MAPPER_MODEL_PROFILE_H_
