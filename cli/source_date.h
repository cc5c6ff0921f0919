// The time that files state as their last change, for builds that must give
// the same bytes again.

#ifndef CLI_SOURCE_DATE_H_
#define CLI_SOURCE_DATE_H_

#include <string>

#include "cli/session.h"

namespace cli {

// The environment variable SOURCE_DATE_EPOCH (seconds since 1970, see
// reproducible-builds.org) as "2026-11-22T00:00:00Z", or "" when it is not
// set: then the data says the day.  UsageError when it is no such number.
std::string SourceDate(const Session& session);

}  // namespace cli

#endif  // CLI_SOURCE_DATE_H_
