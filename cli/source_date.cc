#include "cli/source_date.h"

#include <charconv>
#include <cstdlib>
#include <ctime>

namespace cli {

std::string SourceDate(const Session& session) {
  const char* set = std::getenv("SOURCE_DATE_EPOCH");
  if (set == nullptr || *set == '\0') return {};
  const std::string text = set;
  constexpr std::time_t kLatest = 32503679999;  // the last of the year 2999
  std::time_t seconds = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 ||
      seconds > kLatest) {
    throw UsageError{
        session.Say("SOURCE_DATE_EPOCH は 1970 年からの秒数です: ",
                    "SOURCE_DATE_EPOCH is a number of seconds since 1970: ") +
        text};
  }
  std::tm time{};
  gmtime_r(&seconds, &time);
  char iso[sizeof "2999-12-31T23:59:59Z"];
  if (std::strftime(iso, sizeof iso, "%Y-%m-%dT%H:%M:%SZ", &time) == 0) {
    return {};
  }
  return iso;
}

}  // namespace cli
