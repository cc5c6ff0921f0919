// The profile of an organisation as an Excel form (design 4.5): for people who
// do not write TOML.  parse/profile_form.h reads it back.

#ifndef MAPPER_REPORT_PROFILE_FORM_H_
#define MAPPER_REPORT_PROFILE_FORM_H_

#include "mapper/model/language.h"
#include "mapper/model/profile.h"
#include "mapper/report/xlsx_writer.h"

namespace mapper {

// Sheets for the organisation, the facts, the departments, the systems and the
// contracts, filled with what `profile` states; null: blank.
Workbook ProfileForm(const Profile* profile, Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_PROFILE_FORM_H_
