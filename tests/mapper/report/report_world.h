// A report's values, from the data of the golden cases.

#ifndef TESTS_MAPPER_REPORT_REPORT_WORLD_H_
#define TESTS_MAPPER_REPORT_REPORT_WORLD_H_

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "mapper/base/file.h"
#include "mapper/parse/dataset_files.h"
#include "mapper/parse/profile_toml.h"
#include "mapper/parse/status_csv.h"
#include "mapper/report/summary.h"

namespace mapper {

// The data of the golden cases, seen by one of their profiles.
struct World {
  World(const std::string& profile_file, bool with_status, Language language) {
    const std::string at = KAKEHASHI_TESTDATA "/cli/testdata/";
    Diagnostics diagnostics;
    dataset = LoadDataset(at + "data", diagnostics);
    knowledge = std::make_unique<Knowledge>(dataset);
    const std::string file = at + profile_file;
    profile = ReadProfile(file, ReadFile(file), diagnostics);
    applicability = std::make_unique<ApplicabilityMap>(
        dataset, profile, *ParseDate("2027-01-15"));
    context.dataset = &dataset;
    context.knowledge = knowledge.get();
    context.applicability = applicability.get();
    context.frameworks = applicability->frameworks();
    context.hub = dataset.FindFramework("csf-2.0");
    if (with_status) {
      assessments = ReadStatusCsv(
          at + "status.csv", ReadFile(at + "status.csv"), dataset, diagnostics);
      context.assessments = &assessments;
      coverage = std::make_unique<Coverage>(dataset, *knowledge, assessments);
      context.coverage = coverage.get();
    }
    EXPECT_FALSE(diagnostics.has_errors());
    comparisons = CompareAll(context);
    holdings = JudgeHoldings(dataset, context.frameworks, profile);
    coordination = Coordinate(dataset, *applicability);
    summary = Summarise(context, comparisons, holdings, language);
    text = WriteSummary(context, summary, coordination, holdings,
                        {language, false});
  }

  Dataset dataset;
  std::unique_ptr<Knowledge> knowledge;
  Profile profile;
  std::unique_ptr<ApplicabilityMap> applicability;
  Assessments assessments;
  std::unique_ptr<Coverage> coverage;
  ReportContext context;
  std::vector<GapComparison> comparisons;
  std::vector<HoldingState> holdings;
  Coordination coordination;
  Summary summary;
  std::string text;
};

}  // namespace mapper

#endif  // TESTS_MAPPER_REPORT_REPORT_WORLD_H_
