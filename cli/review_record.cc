// `review accept|reject|replace|add|withdraw`: one decision about one row.

#include <algorithm>
#include <iostream>
#include <utility>

#include "cli/review_session.h"
#include "cli/review_world.h"
#include "mapper/base/text.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/parse/crosswalk_table.h"

namespace cli {
namespace {

using mapper::Decision;
using mapper::ReviewRecord;

NamedSide Parse(Session& session, const std::string& word, bool known) {
  const std::size_t colon = word.find(':');
  if (colon == std::string::npos || colon + 1 == word.size()) {
    throw UsageError{
        session.Say("項目は 基準:ID、基準:ID+ID、対応なしは 基準:- の形で"
                    "書いてください: ",
                    "write FRAMEWORK:ID, FRAMEWORK:ID+ID, or FRAMEWORK:- for "
                    "no counterpart: ") +
        word};
  }
  NamedSide named;
  named.framework = session.Framework(word.substr(0, colon));
  named.text = word.substr(colon + 1);
  if (named.text == "-" || !known) return named;
  for (const std::string_view id : mapper::Split(named.text, '+')) {
    named.side.push_back(
        session.Control(named.framework, std::string(id)).control);
  }
  std::sort(named.side.begin(), named.side.end());
  if (std::adjacent_find(named.side.begin(), named.side.end()) !=
      named.side.end()) {
    throw UsageError{
        session.Say("同じ項目が二度あります: ", "a control stands twice in ") +
        word};
  }
  named.text = SideCell(session.Data().framework(named.framework), named.side);
  return named;
}

bool Repeats(const ReviewRecord* standing, const ReviewRecord& r) {
  return standing != nullptr && standing->decision == r.decision &&
         standing->relation == r.relation &&
         standing->confidence == r.confidence &&
         standing->rationale == r.rationale &&
         standing->row_sha256 == r.row_sha256 &&
         standing->reviewer == r.reviewer && standing->reason == r.reason;
}

template <typename Vocabulary, typename Value>
void Choose(const Vocabulary& vocabulary, const std::string& word,
            Value& value) {
  if (const auto known = FindName(vocabulary, word)) value = *known;
}

// What the row is to say from now on.
void SayRow(const ReviewOptions& options, const Session& session,
            ReviewSubject& subject) {
  ReviewRecord& r = subject.record;
  const mapper::Mapping before = subject.row;
  r.relation = before.relation;
  r.confidence =
      subject.shipped ? before.confidence : mapper::Confidence::kMedium;
  r.rationale = before.rationale;
  if (!options.rationale.empty()) {
    RequireLine(session, "--rationale", options.rationale);
    r.rationale = mapper::Trim(options.rationale);
  }
  if (!options.relation.empty()) {
    Choose(mapper::kRelations, options.relation, r.relation);
    if (subject.turned) r.relation = Inverse(r.relation);
  } else if (!subject.shipped) {
    if (!before.sources.empty() && !before.targets.empty()) {
      throw UsageError{session.Say("add には --relation が要ります",
                                   "add needs --relation")};
    }
    r.relation = mapper::Relation::kNoRelationship;
  }
  Choose(mapper::kConfidences, options.confidence, r.confidence);
  if (r.rationale.empty() || r.rationale == "-") {
    throw UsageError{session.Say("add には --rationale で理由が要ります",
                                 "add needs a --rationale")};
  }
  if (subject.shipped && r.relation == before.relation &&
      r.confidence == before.confidence && r.rationale == before.rationale) {
    throw UsageError{
        session.Say("何も変わりません。そのまま認めるなら review accept です",
                    "nothing changes; to agree with the row: review accept")};
  }
  mapper::Mapping row = before;
  row.relation = r.relation;
  const auto fault =
      mapper::FindRowFault(row, r.source_framework == r.target_framework);
  if (fault) throw UsageError{NameOf(r) + ": " + fault->message};
}

}  // namespace

void RunReviewRow(const ReviewOptions& options, Session& session) {
  const ReviewRecord blank = BlankReview(options, session);
  ReviewWorld world = LoadReviewWorld(session);
  const bool withdraw = options.decision == Decision::kWithdraw;
  const NamedSide a = Parse(session, options.a, !withdraw);
  const NamedSide b = Parse(session, options.b, !withdraw);
  ReviewSubject subject;
  const ReviewRecord* standing = nullptr;
  if (withdraw) {
    // By its words: its controls may not be known any more.
    subject.record = blank;
    SetPair(world.shipped, a, b, subject);
    standing = LastReview(world.records, subject.record);
    if (standing == nullptr) {
      SetPair(world.shipped, b, a, subject);
      standing = LastReview(world.records, subject.record);
    }
    if (standing == nullptr) {
      throw UsageError{session.Say("取り消す決定がありません: ",
                                   "there is no decision to take back: ") +
                       options.a + " " + options.b};
    }
  } else {
    subject = FindSubject(world, blank, a, b);
    standing = LastReview(world.records, subject.record);
    const bool add = options.decision == Decision::kAdd;
    if (!add && !subject.shipped) {
      throw UsageError{
          NameOf(subject.record) +
          session.Say(": 表にない行です。足すなら review add、自分で足した行を"
                      "消すなら review withdraw",
                      ": no such row in the table; to add it: review add; to "
                      "take back a row of yours: review withdraw")};
    }
    if (add && subject.shipped) {
      throw UsageError{NameOf(subject.record) +
                       session.Say(": すでに表にある行です。変えるなら review "
                                   "replace",
                                   ": the table has this row; to change it: "
                                   "review replace")};
    }
    if (subject.record.has_row()) SayRow(options, session, subject);
  }
  if (Repeats(standing, subject.record)) {
    std::cout << session.Say("同じ決定が記録済みです: 決定 ",
                             "recorded already: decision ")
              << standing->number << "\n";
    return;
  }
  std::vector<ReviewRecord> fresh = {subject.record};
  if (!RecordReviews(world, fresh, options.force, session)) return;
  std::cout << RecordedText(session, fresh[0])
            << NextStepText(session, fresh[0]);
}

}  // namespace cli
