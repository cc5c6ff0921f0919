// A workspace in a temporary directory, and answers to put into it.

#ifndef TESTS_MAPPER_STORE_SOME_WORKSPACE_H_
#define TESTS_MAPPER_STORE_SOME_WORKSPACE_H_

#include <string>
#include <vector>

#include "mapper/base/error.h"
#include "mapper/store/assessment_store.h"
#include "mapper/store/workspace.h"
#include "tests/mapper/temporary_directory.h"

namespace mapper {

constexpr const char* kIdA = "00000000-0000-4000-8000-00000000000a";
constexpr const char* kIdB = "00000000-0000-4000-8000-00000000000b";

inline Workspace MakeWorkspace(const std::string& path, const char* id = kIdA) {
  return Workspace::OpenForWriting(path, {id, "2026-11-22T00:00:00Z"});
}

inline NewAnswer Answer(const std::string& control, Status status,
                        const std::string& by = "田中",
                        const std::string& day = "2026-12-01") {
  NewAnswer answer;
  answer.framework = "alpha";
  answer.control = control;
  answer.status = status;
  answer.evidence = status == Status::kNotApplicable ? "理由" : "台帳";
  answer.assessor = by;
  answer.assessed_on = day;
  answer.source = "set";
  return answer;
}

inline Recording By(const std::string& org,
                    const std::string& at = "2026-12-02T03:04:05Z") {
  return {org, "id = \"" + org + "\"\n", "2026-12-02", at, true};
}

inline std::vector<Verdict> Put(
    Workspace& workspace, const std::vector<NewAnswer>& answers,
    const std::string& at = "2026-12-02T03:04:05Z") {
  return AssessmentStore(workspace).Record(By("town", at), answers);
}

// "A1 met 田中 2026-12-01; ..." of what stands; "|" between the sides of one.
inline std::string Shown(Workspace& workspace, const std::string& scope = "") {
  std::string out;
  for (const auto& answer : AssessmentStore(workspace).Current("town", scope)) {
    out += (out.empty() ? "" : "; ") + answer.used().control;
    for (const auto& r : answer.records) {
      out += (&r == &answer.used() ? " " : " | ") +
             std::string(ToString(r.status)) + " " + r.assessor + " " +
             r.assessed_on;
    }
    if (answer.conflict()) out += " !";
  }
  return out;
}

// What the call throws, with `path` written FILE; "" when it throws nothing.
template <typename Call>
std::string Thrown(const std::string& path, Call call) {
  try {
    call();
  } catch (const Error& error) {
    std::string what = error.what();
    for (std::size_t at = what.find(path); at != std::string::npos;
         at = what.find(path)) {
      what.replace(at, path.size(), "FILE");
    }
    return what;
  }
  return {};
}

}  // namespace mapper

#endif  // TESTS_MAPPER_STORE_SOME_WORKSPACE_H_
