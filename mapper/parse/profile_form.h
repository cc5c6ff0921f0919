// Reads back the Excel form of a profile (report/profile_form.h).

#ifndef MAPPER_PARSE_PROFILE_FORM_H_
#define MAPPER_PARSE_PROFILE_FORM_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/model/profile.h"

namespace mapper {

// Reports what parse/xlsx_reader.h reports, and at their cells:
//   form-sheet       a sheet of the form is missing
//   form-header      the row with the titles of the columns is missing
//   form-key         a key that the form does not have, or has once more
//   form-value       an answer that is none of the choices, a required one
//                    that is missing, or text in a row without a name
//   date-invalid     no date
//   date-order       a contract that ends before it begins
//   facts-contradict facts that cannot both hold
Profile ReadProfileForm(const std::string& file, std::string_view bytes,
                        Diagnostics& diagnostics);

}  // namespace mapper

#endif  // MAPPER_PARSE_PROFILE_FORM_H_
