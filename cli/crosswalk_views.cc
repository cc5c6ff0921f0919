#include "cli/crosswalk_views.h"

#include <map>
#include <set>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/crosswalk/candidates.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

// In a form that every listing has; others are of the whole table alone.
bool IsListing(const OutputOptions& output) {
  return output.format == "text" || output.format == "csv" ||
         output.format == "json";
}

// The control above (or the control itself) at a depth, or -1.
int AtDepth(const mapper::Framework& f, int control, int depth) {
  while (control >= 0 &&
         f.controls[static_cast<std::size_t>(control)].depth > depth) {
    control = f.controls[static_cast<std::size_t>(control)].parent_index;
  }
  return control;
}

// How many rows lead from each part of the source to each part of the target.
mapper::Records PartRecords(Session& session, const CrosswalkOptions& options,
                            const mapper::View& view) {
  const int source = session.Framework(options.source);
  const int target = session.Framework(options.target);
  const mapper::Framework& from = session.Data().framework(source);
  const mapper::Framework& to = session.Data().framework(target);
  std::map<std::pair<int, int>, std::size_t> rows;
  for (const mapper::Link& link : session.Facts().Links(source, target)) {
    if (link.how == mapper::How::kDerived && !options.derived) continue;
    std::set<std::pair<int, int>> parts;  // a row counts once for a pair
    for (const int a : link.source) {
      for (const int b : link.target) {
        parts.emplace(AtDepth(from, a, options.by[0]),
                      AtDepth(to, b, options.by[1]));
      }
    }
    for (const auto& part : parts) ++rows[part];
  }
  mapper::Records records;
  records.name = "parts";
  records.columns = {{"source_control", {"元の部分", "source part"}},
                     {"source_title", {"見出し", "title"}},
                     {"target_control", {"先の部分", "target part"}},
                     {"target_title", {"見出し", "title"}},
                     {"rows", {"行数", "rows"}, mapper::Column::Type::kNumber}};
  for (const auto& [part, count] : rows) {
    const mapper::Control& a =
        from.controls[static_cast<std::size_t>(part.first)];
    const mapper::Control& b =
        to.controls[static_cast<std::size_t>(part.second)];
    records.rows.push_back({a.id, a.title(view.language), b.id,
                            b.title(view.language), std::to_string(count)});
  }
  return records;
}

mapper::Records CandidateRecords(Session& session,
                                 const std::vector<mapper::Candidate>& list,
                                 const mapper::View& view) {
  mapper::Records records;
  records.name = "candidates";
  records.columns = {
      {"source_framework", {"元の基準", "source framework"}},
      {"source_control", {"元の項目", "source control"}},
      {"source_title", {"元の見出し", "source title"}},
      {"target_framework", {"先の基準", "target framework"}},
      {"target_control", {"先の項目", "target control"}},
      {"target_title", {"先の見出し", "target title"}},
      {"score", {"点", "score"}, mapper::Column::Type::kNumber},
      {"paths", {"つなぐ行", "connecting rows"}, mapper::Column::Type::kList}};
  const mapper::Dataset& data = session.Data();
  for (const mapper::Candidate& c : list) {
    std::vector<std::string> paths;
    for (const auto& [first, second] : c.paths) {
      paths.push_back(session.Facts().Place(first) + " + " +
                      session.Facts().Place(second));
    }
    records.rows.push_back(
        {data.framework(c.source.framework).id, data.control(c.source).id,
         data.control(c.source).title(view.language),
         data.framework(c.target.framework).id, data.control(c.target).id,
         data.control(c.target).title(view.language), std::to_string(c.score),
         mapper::Join(paths, ";")});
  }
  return records;
}

std::string CandidateText(const Session& session,
                          const mapper::Records& records) {
  mapper::TextTable table;
  table.AddColumn(session.Say("元の項目", "source"), 24);
  table.AddColumn(session.Say("見出し", "title"), 28);
  table.AddColumn(session.Say("先の項目", "target"), 24);
  table.AddColumn(session.Say("見出し", "title"), 28);
  table.AddColumn(session.Say("点", "score"), 0,
                  mapper::TextTable::Align::kRight);
  for (const auto& row : records.rows) {
    table.AddRow({row[1], row[2], row[4], row[5], row[6]});
  }
  return session.Say(
             "■ "
             "検討用の候補（ほかの基準を通してつながるだけで、何も証明していま"
             "せん）\n",
             "Candidates for review (connected through other "
             "frameworks; nothing is proved)\n") +
         table.Render() + std::to_string(records.rows.size()) +
         session.Say(
             " 組。つなぐ行は --format csv、一組を詳しくは explain で\n",
             " pairs; the connecting rows: --format csv; one pair: "
             "explain\n");
}

}  // namespace

void RunParts(const CrosswalkOptions& options, Session& session) {
  if (!IsListing(options.output) || options.by[0] < 1 || options.by[1] < 1) {
    throw UsageError{session.Say(
        "--by は二つの深さ（1以上）で、text、csv、json で出力します",
        "--by takes two depths of 1 or more, and is written as "
        "text, csv or json")};
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return PartRecords(session, options, view);
      },
      {},
      [&] {
        mapper::TextTable table;
        table.AddColumn(session.Say("元の部分", "source part"), 20);
        table.AddColumn(session.Say("見出し", "title"), 34);
        table.AddColumn(session.Say("先の部分", "target part"), 20);
        table.AddColumn(session.Say("見出し", "title"), 34);
        table.AddColumn(session.Say("行数", "rows"), 0,
                        mapper::TextTable::Align::kRight);
        std::string last;
        for (auto& row :
             PartRecords(session, options, {session.language, false}).rows) {
          const bool same = row[0] == last;
          last = row[0];
          table.AddRow(
              {same ? "" : row[0], same ? "" : row[1], row[2], row[3], row[4]});
        }
        return table.Render();
      });
}

void RunCandidates(const CrosswalkOptions& options, Session& session) {
  const std::vector<mapper::Candidate> list = FindCandidates(
      session.Data(), session.Facts(), session.Framework(options.source),
      session.Framework(options.target));
  if (!IsListing(options.output)) {
    throw UsageError{session.Say("--candidates は text、csv、json で出力します",
                                 "--candidates is written as text, csv or "
                                 "json")};
  }
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return CandidateRecords(session, list, view);
      },
      {{"candidates", {"", ""}, list.size()}},
      [&] {
        return CandidateText(
            session,
            CandidateRecords(session, list, {session.language, false}));
      });
}

}  // namespace cli
