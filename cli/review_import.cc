// `review import`: a reviewed table as decisions.

#include <iostream>
#include <utility>

#include "cli/crosswalk_import.h"
#include "cli/review_world.h"
#include "mapper/crosswalk/crosswalk_diff.h"
#include "mapper/crosswalk/suggest.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/parse/crosswalk_table.h"

namespace cli {
namespace {

using mapper::Decision;
using mapper::ReviewRecord;

// One decision for a row of a reviewed file, or none.
void Compare(const ReviewWorld& world, const mapper::RowDifference& difference,
             const mapper::Crosswalk& file, const ReviewOptions& options,
             const ReviewRecord& blank, std::vector<ReviewRecord>& fresh) {
  const bool in_file = difference.file.has_value();
  if (!in_file && !options.whole) return;
  if (in_file && difference.table && !difference.relation &&
      !difference.confidence && !difference.rationale) {
    return;
  }
  const mapper::Mapping& row = in_file ? *difference.file : *difference.table;
  const mapper::Framework& source = world.shipped.framework(file.source);
  const mapper::Framework& target = world.shipped.framework(file.target);
  const auto named = [](const mapper::Framework& f, int index,
                        const std::vector<int>& side) {
    return NamedSide{index, SideCell(f, side), side};
  };
  ReviewSubject subject =
      FindSubject(world, blank, named(source, file.source, row.sources),
                  named(target, file.target, row.targets));
  ReviewRecord& r = subject.record;
  const mapper::Relation relation =
      subject.turned ? Inverse(row.relation) : row.relation;
  if (!in_file) {
    r.decision = subject.shipped ? Decision::kReject : Decision::kWithdraw;
  } else if (subject.shipped && subject.row.relation == relation &&
             subject.row.confidence == row.confidence &&
             subject.row.rationale == row.rationale) {
    // As shipped once more: what was decided is taken back.
    if (LastReview(world.records, r) == nullptr) return;
    r.decision = Decision::kWithdraw;
  } else {
    r.decision = subject.shipped ? Decision::kReplace : Decision::kAdd;
    r.relation = relation;
    r.confidence = row.confidence;
    r.rationale = row.rationale;
  }
  if (r.decision == Decision::kWithdraw) r.row_sha256.clear();
  fresh.push_back(std::move(r));
}

// Rows that cannot be decisions, whatever the table says.
void CheckRows(const mapper::ImportedCrosswalk& imported,
               const mapper::Crosswalk& file,
               mapper::Diagnostics& diagnostics) {
  for (std::size_t i = 0; i < file.mappings.size(); ++i) {
    const mapper::SourceLocation& at = imported.rows[i].where;
    const auto fault =
        mapper::FindRowFault(file.mappings[i], file.source == file.target);
    if (fault) {
      diagnostics.Error("crosswalk-side", at, fault->message);
    } else if (file.mappings[i].rationale.empty()) {
      diagnostics.Error("crosswalk-rationale", at, "a row without a reason");
    } else if (mapper::IsCandidateReason(file.mappings[i].rationale)) {
      diagnostics.Error("crosswalk-candidate", at,
                        "still a candidate of `suggest`: write a reason of "
                        "your own, or remove the row");
    }
  }
}

}  // namespace

void RunReviewImport(const ReviewOptions& options, Session& session) {
  const ReviewRecord blank = BlankReview(options, session);
  ReviewWorld world = LoadReviewWorld(session);
  const auto read =
      ReadCrosswalkFile(options.file, options.pair, options.as, session);
  if (!read) return;
  mapper::Crosswalk file = ToCrosswalk(world.shipped, read->imported);
  mapper::Diagnostics diagnostics;
  CheckRows(read->imported, file, diagnostics);
  if (diagnostics.has_errors()) {
    session.Print(std::move(diagnostics));
    session.status = kFindings;
    std::cerr << session.Say(
        "kakehashi: 誤りがあるため、何も記録していません\n",
        "kakehashi: errors: nothing was recorded\n");
    return;
  }
  if (world.used.FindCrosswalk(file.source, file.target) == nullptr &&
      world.used.FindCrosswalk(file.target, file.source) != nullptr) {
    file = TurnRound(std::move(file));
  }
  const mapper::Crosswalk table =
      mapper::StoredCrosswalk(world.used, file.source, file.target);
  std::vector<ReviewRecord> fresh;
  std::size_t rows = 0;
  for (const auto& difference : CompareCrosswalks(file, table)) {
    rows += difference.file ? 1U : 0U;
    Compare(world, difference, file, options, blank, fresh);
  }
  if (!fresh.empty() && !RecordReviews(world, fresh, options.force, session))
    return;
  for (const ReviewRecord& r : fresh) std::cout << RecordedText(session, r);
  std::cout << session.Say("ファイルの行 ", "rows of the file: ") << rows
            << session.Say("、決定 ", ", decisions: ") << fresh.size()
            << session.Say(" 件を記録しました\n", "\n");
  if (!fresh.empty()) std::cout << NextStepText(session, fresh[0]);
}

}  // namespace cli
