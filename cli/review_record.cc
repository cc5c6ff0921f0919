// `review accept|reject|replace|add|withdraw` and `review import`: what is
// recorded, and what the changed tables would say.

#include <algorithm>
#include <iostream>
#include <set>
#include <utility>

#include "cli/crosswalk_import.h"
#include "cli/review_options.h"
#include "cli/review_session.h"
#include "cli/workspace_session.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/crosswalk/crosswalk_diff.h"
#include "mapper/crosswalk/lint.h"
#include "mapper/crosswalk/suggest.h"
#include "mapper/crosswalk/table_text.h"
#include "mapper/parse/crosswalk_table.h"
#include "mapper/store/review_store.h"

namespace cli {
namespace {

using mapper::Decision;
using mapper::ReviewRecord;

// Data as shipped, what was decided so far, and the data with that.
struct World {
  const mapper::Dataset& shipped;
  std::vector<ReviewRecord> records;
  mapper::Dataset used;
};

World Load(Session& session) {
  session.no_reviews = true;  // decisions are applied here
  World world{session.Data(), StoredReviews(session), session.Data()};
  mapper::ReviewTotals totals;
  ApplyReviews(world.records, world.used, totals);
  return world;
}

// One line of text that a row or a record may hold.
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

ReviewRecord Blank(const ReviewOptions& options, const Session& session) {
  RequireLine(session, "--by", options.by);
  RequireLine(session, "--reason", options.reason);
  const auto date =
      options.date.empty() ? CurrentDay() : mapper::ParseDate(options.date);
  if (!date) {
    throw UsageError{session.Say("--date は 2027-07-01 のような日付です: ",
                                 "--date takes a date such as 2027-07-01: ") +
                     options.date};
  }
  ReviewRecord record;
  record.decision = options.decision;
  record.reviewer = options.by;
  record.reason = options.reason;
  record.reviewed_on = ToIso(*date);
  record.recorded_at = Timestamp();
  return record;
}

// One side of a row as named on the command line.
struct Named {
  int framework = -1;
  std::string text;       // as after the colon
  std::vector<int> side;  // in the order of the catalogue; of known ids
};

Named Parse(Session& session, const std::string& word, bool known) {
  const std::size_t colon = word.find(':');
  if (colon == std::string::npos || colon + 1 == word.size()) {
    throw UsageError{
        session.Say("項目は 基準:ID、基準:ID+ID、対応なしは 基準:- の形で"
                    "書いてください: ",
                    "write FRAMEWORK:ID, FRAMEWORK:ID+ID, or FRAMEWORK:- for "
                    "no counterpart: ") +
        word};
  }
  Named named;
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

// The row that is decided about, in the direction of its table.
struct Subject {
  ReviewRecord record;
  mapper::Mapping row;  // its sides; all of it when it is shipped
  bool shipped = false;
  bool turned = false;
};

const mapper::Mapping* Shipped(const mapper::Dataset& data, int source,
                               int target, const std::vector<int>& sources,
                               const std::vector<int>& targets) {
  const mapper::Crosswalk* table = data.FindCrosswalk(source, target);
  const int at = table == nullptr ? -1 : FindRow(*table, sources, targets);
  return at < 0 ? nullptr : &table->mappings[static_cast<std::size_t>(at)];
}

void SetPair(const mapper::Dataset& data, const Named& a, const Named& b,
             Subject& subject) {
  subject.record.source_framework = data.framework(a.framework).id;
  subject.record.target_framework = data.framework(b.framework).id;
  subject.record.source = a.text;
  subject.record.target = b.text;
  subject.row.sources = a.side;
  subject.row.targets = b.side;
}

Subject FindSubject(const World& world, ReviewRecord blank, const Named& a,
                    const Named& b) {
  const mapper::Dataset& data = world.shipped;
  Subject subject;
  subject.record = std::move(blank);
  const auto find = [&](const Named& x, const Named& y) {
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

auto Key(const ReviewRecord& r) {
  return std::tie(r.source_framework, r.target_framework, r.source, r.target);
}

const ReviewRecord* Last(const std::vector<ReviewRecord>& records,
                         const ReviewRecord& about) {
  const ReviewRecord* last = nullptr;
  for (const ReviewRecord& r : records) {
    if (Key(r) == Key(about)) last = &r;
  }
  return last == nullptr || last->decision == Decision::kWithdraw ? nullptr
                                                                  : last;
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
            Subject& subject) {
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

bool IsContradiction(const mapper::Diagnostic& d) {
  return d.id == "crosswalk-clash" || d.id == "crosswalk-contradicts" ||
         d.id == "crosswalk-refuted";
}

// What lint says of the tables with the decisions and did not say before.
mapper::Diagnostics NewFindings(const World& world,
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

// All of them, or none; false when they contradict the tables.
bool Record(const World& world, std::vector<ReviewRecord>& fresh, bool force,
            Session& session) {
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

std::string Recorded(const Session& session, const ReviewRecord& r) {
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

std::string NextStep(const Session& session, const ReviewRecord& r) {
  return session.Say("次に: kakehashi crosswalk ",
                     "Next: kakehashi crosswalk ") +
         r.source_framework + " " + r.target_framework +
         session.Say(" で表を確かめる。決定の一覧は kakehashi review list\n",
                     " shows the table; all decisions: kakehashi review "
                     "list\n");
}

// One decision for a row of a reviewed file, or none.
void Compare(const World& world, const mapper::RowDifference& difference,
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
    return Named{index, SideCell(f, side), side};
  };
  Subject subject =
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
    if (Last(world.records, r) == nullptr) return;
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

void RunReviewRow(const ReviewOptions& options, Session& session) {
  const ReviewRecord blank = Blank(options, session);
  World world = Load(session);
  const bool withdraw = options.decision == Decision::kWithdraw;
  const Named a = Parse(session, options.a, !withdraw);
  const Named b = Parse(session, options.b, !withdraw);
  Subject subject;
  const ReviewRecord* standing = nullptr;
  if (withdraw) {
    // By its words: its controls may not be known any more.
    subject.record = blank;
    SetPair(world.shipped, a, b, subject);
    standing = Last(world.records, subject.record);
    if (standing == nullptr) {
      SetPair(world.shipped, b, a, subject);
      standing = Last(world.records, subject.record);
    }
    if (standing == nullptr) {
      throw UsageError{session.Say("取り消す決定がありません: ",
                                   "there is no decision to take back: ") +
                       options.a + " " + options.b};
    }
  } else {
    subject = FindSubject(world, blank, a, b);
    standing = Last(world.records, subject.record);
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
  if (!Record(world, fresh, options.force, session)) return;
  std::cout << Recorded(session, fresh[0]) << NextStep(session, fresh[0]);
}

void RunReviewImport(const ReviewOptions& options, Session& session) {
  const ReviewRecord blank = Blank(options, session);
  World world = Load(session);
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
  if (!fresh.empty() && !Record(world, fresh, options.force, session)) return;
  for (const ReviewRecord& r : fresh) std::cout << Recorded(session, r);
  std::cout << session.Say("ファイルの行 ", "rows of the file: ") << rows
            << session.Say("、決定 ", ", decisions: ") << fresh.size()
            << session.Say(" 件を記録しました\n", "\n");
  if (!fresh.empty()) std::cout << NextStep(session, fresh[0]);
}

}  // namespace cli
