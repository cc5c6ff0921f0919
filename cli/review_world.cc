#include "cli/review_world.h"

#include <algorithm>
#include <iostream>
#include <set>
#include <tuple>
#include <utility>

#include "cli/review_session.h"
#include "cli/workspace_session.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/crosswalk/lint.h"
#include "mapper/store/review_store.h"

namespace cli {

using mapper::Decision;
using mapper::ReviewRecord;

namespace {

const mapper::Mapping* Shipped(const mapper::Dataset& data, int source,
                               int target, const std::vector<int>& sources,
                               const std::vector<int>& targets) {
  const mapper::Crosswalk* table = data.FindCrosswalk(source, target);
  const int at = table == nullptr ? -1 : FindRow(*table, sources, targets);
  return at < 0 ? nullptr : &table->mappings[static_cast<std::size_t>(at)];
}

auto Key(const ReviewRecord& r) {
  return std::tie(r.source_framework, r.target_framework, r.source, r.target);
}

bool IsContradiction(const mapper::Diagnostic& d) {
  return d.id == "crosswalk-clash" || d.id == "crosswalk-contradicts" ||
         d.id == "crosswalk-refuted";
}

// What lint says of the tables with the decisions and did not say before.
mapper::Diagnostics NewFindings(const ReviewWorld& world,
                                const std::vector<ReviewRecord>& all) {
  mapper::Dataset changed = world.shipped;
  mapper::ReviewTotals totals;
  ApplyReviews(all, changed, totals);
  mapper::Diagnostics before;
  mapper::Diagnostics after;
  Lint(world.used, before);
  Lint(changed, after);
  const auto key = [](const mapper::Diagnostic& d) {
    return std::tuple(d.id, d.where.file, d.where.line, d.message);
  };
  std::multiset<decltype(key(before.all()[0]))> known;
  for (const mapper::Diagnostic& d : before.all()) known.insert(key(d));
  mapper::Diagnostics fresh;
  for (const mapper::Diagnostic& d : after.all()) {
    const auto at = known.find(key(d));
    if (at != known.end()) {
      known.erase(at);
    } else if (d.severity != mapper::Severity::kNote) {
      fresh.Add(d);
    }
  }
  return fresh;
}

}  // namespace

ReviewWorld LoadReviewWorld(Session& session) {
  session.no_reviews = true;  // decisions are applied here
  ReviewWorld world{session.Data(), StoredReviews(session), session.Data()};
  mapper::ReviewTotals totals;
  ApplyReviews(world.records, world.used, totals);
  return world;
}

void RequireLine(const Session& session, const char* option,
                 const std::string& text) {
  const bool utf8 = mapper::FindInvalidUtf8(text) == std::string::npos;
  if (utf8 && !mapper::Trim(text).empty() && mapper::Visible(text) == text) {
    return;
  }
  throw UsageError{
      std::string(option) +
      session.Say(" は、制御文字のない一行の文で書いてください",
                  " takes one line of text without control characters")};
}

ReviewRecord BlankReview(const ReviewOptions& options, const Session& session) {
  RequireLine(session, "--by", options.by);
  RequireLine(session, "--reason", options.reason);
  ReviewRecord record;
  record.decision = options.decision;
  record.reviewer = options.by;
  record.reason = options.reason;
  record.reviewed_on = ToIso(DayOrToday(session, options.date));
  record.recorded_at = Timestamp();
  return record;
}

void SetPair(const mapper::Dataset& data, const NamedSide& a,
             const NamedSide& b, ReviewSubject& subject) {
  subject.record.source_framework = data.framework(a.framework).id;
  subject.record.target_framework = data.framework(b.framework).id;
  subject.record.source = a.text;
  subject.record.target = b.text;
  subject.row.sources = a.side;
  subject.row.targets = b.side;
}

ReviewSubject FindSubject(const ReviewWorld& world, ReviewRecord blank,
                          const NamedSide& a, const NamedSide& b) {
  const mapper::Dataset& data = world.shipped;
  ReviewSubject subject;
  subject.record = std::move(blank);
  const auto find = [&](const NamedSide& x, const NamedSide& y) {
    const mapper::Mapping* row =
        Shipped(data, x.framework, y.framework, x.side, y.side);
    if (row == nullptr) return false;
    SetPair(data, x, y, subject);
    subject.row = *row;
    subject.shipped = true;
    const mapper::Crosswalk* table =
        data.FindCrosswalk(x.framework, y.framework);
    subject.record.row_sha256 = RowSha256(data, *table, *row);
    return true;
  };
  if (find(a, b)) return subject;
  if (find(b, a)) {
    subject.turned = true;
    return subject;
  }
  // A row of the user's: in the direction in which there is a table.
  subject.turned =
      world.used.FindCrosswalk(a.framework, b.framework) == nullptr &&
      world.used.FindCrosswalk(b.framework, a.framework) != nullptr;
  SetPair(data, subject.turned ? b : a, subject.turned ? a : b, subject);
  return subject;
}

const ReviewRecord* LastReview(const std::vector<ReviewRecord>& records,
                               const ReviewRecord& about) {
  const ReviewRecord* last = nullptr;
  for (const ReviewRecord& r : records) {
    if (Key(r) == Key(about)) last = &r;
  }
  return last == nullptr || last->decision == Decision::kWithdraw ? nullptr
                                                                  : last;
}

bool RecordReviews(const ReviewWorld& world, std::vector<ReviewRecord>& fresh,
                   bool force, Session& session) {
  std::vector<ReviewRecord> all = world.records;
  std::int64_t number = 0;
  for (const ReviewRecord& r : all) number = std::max(number, r.number);
  for (ReviewRecord& r : fresh) {
    r.number = ++number;  // as it will be
    all.push_back(r);
  }
  mapper::Diagnostics found = NewFindings(world, all);
  const bool clash =
      std::any_of(found.all().begin(), found.all().end(), IsContradiction);
  session.Print(std::move(found));
  if (clash && !force) {
    session.status = kFindings;
    std::cerr << session.Say(
        "kakehashi: ほかの行と矛盾するため、何も記録していません。矛盾する行も"
        "見直すか、それでも記録するなら --force\n",
        "kakehashi: contradicts other rows: nothing was recorded. Look at "
        "those rows too, or record it all the same with --force\n");
    return false;
  }
  mapper::Workspace workspace = WritableWorkspace(session);
  mapper::ReviewStore(workspace).Record(fresh);
  return true;
}

std::string RecordedText(const Session& session, const ReviewRecord& r) {
  const auto& name = mapper::kDecisions[static_cast<std::size_t>(r.decision)];
  return session.Say("決定 ", "decision ") + std::to_string(r.number) + "  " +
         name.words.in(session.language) + "  " + NameOf(r) +
         (r.has_row()
              ? "  " + std::string(InWords(r.relation, session.language)) +
                    session.Say("、", ", ") +
                    InWords(r.confidence, session.language)
              : "") +
         "\n";
}

std::string NextStepText(const Session& session, const ReviewRecord& r) {
  return session.Say("次に: kakehashi crosswalk ",
                     "Next: kakehashi crosswalk ") +
         r.source_framework + " " + r.target_framework +
         session.Say(" で表を確かめる。決定の一覧は kakehashi review list\n",
                     " shows the table; all decisions: kakehashi review "
                     "list\n");
}

}  // namespace cli
