// Dated statements of how far an organisation meets a control.

#ifndef MAPPER_MODEL_ASSESSMENT_H_
#define MAPPER_MODEL_ASSESSMENT_H_

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "mapper/model/dataset.h"
#include "mapper/model/date.h"
#include "mapper/model/words.h"

namespace mapper {

struct Assessment {
  Status status = Status::kUnknown;
  std::string evidence;  // where the proof is; the reason of kNotApplicable
  std::string evidence_file;    // name or path of a file kept elsewhere, or ""
  std::string evidence_sha256;  // of that file when it was named, or ""
  std::optional<Date> date;
  std::string by;
  std::size_t line = 0;
};

// Statements about single controls, as given; nothing is inferred from them.
using Assessments = std::map<ControlRef, Assessment>;

}  // namespace mapper

#endif  // MAPPER_MODEL_ASSESSMENT_H_
