// Profiles: what is read is written, and that is read as an equal one.

#include <string>

#include "mapper/parse/profile_toml.h"
#include "mapper/report/profile_toml_writer.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

FUZZ_TARGET(profile_toml) {
  mapper::Diagnostics diagnostics;
  const mapper::Profile profile =
      mapper::ReadProfile("org.toml", bytes, diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  if (diagnostics.has_errors()) return;

  const std::string text = WriteProfileToml(profile, mapper::Language::kJa);
  mapper::Diagnostics problems;
  const mapper::Profile back = mapper::ReadProfile("org.toml", text, problems);
  fuzz::Require(!problems.has_errors(),
                "what is written has errors:\n" +
                    (problems.empty() ? "" : ToString(problems.all().front())) +
                    text);
  fuzz::Require(back.id == profile.id && back.name == profile.name &&
                    back.name_en == profile.name_en &&
                    back.attributes == profile.attributes &&
                    back.stated_facts == profile.stated_facts &&
                    back.departments == profile.departments &&
                    back.holdings.size() == profile.holdings.size(),
                "read back otherwise:\n" + text);
  fuzz::Require(WriteProfileToml(back, mapper::Language::kJa) == text,
                "written otherwise the second time:\n" + text);
}
