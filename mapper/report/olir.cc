#include "mapper/report/olir.h"

#include <algorithm>
#include <map>

#include "mapper/base/text.h"
#include "mapper/model/olir_columns.h"

namespace mapper {
namespace {

std::string Description(const Control& control, Language language) {
  const std::string& title = control.title(language);
  const std::string& gist = control.gist(language);
  return gist.empty() ? title : title + ": " + gist;
}

// The template takes a colon for the mark between document and element.
std::string WithoutColon(std::string id) {
  std::replace(id.begin(), id.end(), ':', '.');
  return id;
}

class Writer {
 public:
  Writer(const CrosswalkView& view, const View& words)
      : view_(view), language_(words.language), pairs_(MakePairs(view)) {}

  Records Run() {
    Records records;
    records.name = "olir";
    for (const char* name : kOlirColumns) {
      records.columns.push_back({name, {name, name}});
    }
    for (std::size_t i = 0; i < pairs_.rows.size(); ++i) {
      by_source_[pairs_.rows[i].source].push_back(i);
    }
    std::map<int, const CrosswalkViewRow*> none;
    for (const CrosswalkViewRow* row : pairs_.no_target) {
      none[row->sources[0]] = row;
    }
    const std::vector<int>& open = view_.source_side.not_reviewed;
    for (std::size_t i = 0; i < view_.source->controls.size(); ++i) {
      const int control = static_cast<int>(i);
      const auto rows = by_source_.find(control);
      if (rows != by_source_.end()) {
        for (const std::size_t pair : rows->second) {
          records.rows.push_back(PairCells(pairs_.rows[pair]));
        }
      }
      if (const auto row = none.find(control); row != none.end()) {
        records.rows.push_back(EmptyCells(
            control, ToString(StatementOf(view_, *row->second, true))));
      } else if (rows == by_source_.end() &&
                 std::binary_search(open.begin(), open.end(), control)) {
        records.rows.push_back(EmptyCells(control, kOlirNotReviewed));
      }
    }
    return records;
  }

 private:
  const Control& Source(int control) const {
    return view_.source->controls[static_cast<std::size_t>(control)];
  }
  const Control& Target(int control) const {
    return view_.target->controls[static_cast<std::size_t>(control)];
  }

  std::vector<std::string> EmptyCells(int control, std::string comment) const {
    std::vector<std::string> cells(kOlirColumns.size());
    cells[kOlirFocal] = Source(control).id;
    cells[kOlirFocalDescription] = Description(Source(control), language_);
    cells[kOlirComments] = std::move(comment);
    return cells;
  }

  std::vector<std::string> PairCells(const PairRow& pair) const {
    std::vector<std::string> cells(kOlirColumns.size());
    cells[kOlirFocal] = Source(pair.source).id;
    cells[kOlirFocalDescription] = Description(Source(pair.source), language_);
    cells[kOlirReference] = WithoutColon(Target(pair.target).id);
    cells[kOlirRationale] = pair.same_wording ? "syntactic" : "semantic";
    cells[kOlirRelationship] = ToString(pair.relation);
    cells[kOlirExplanation] = pair.rationale;
    cells[kOlirReferenceDescription] =
        Description(Target(pair.target), language_);
    const std::string& caution =
        language_ == Language::kJa ? pair.caution_ja : pair.caution_en;
    cells[kOlirComments] =
        caution + (caution.empty() ? "" : "\n") + Join(pair.statements, "\n");
    const int strength = StrengthOf(pair.relation);
    cells[kOlirStrength] = strength < 0 ? "N/A" : std::to_string(strength);
    return cells;
  }

  const CrosswalkView& view_;
  Language language_;
  Pairs pairs_;
  std::map<int, std::vector<std::size_t>> by_source_;
};

}  // namespace

Records OlirRecords(const CrosswalkView& view, const View& words) {
  return Writer(view, words).Run();
}

std::vector<std::pair<std::string, std::string>> OlirGeneralInformation(
    const CrosswalkView& view, const std::string& version) {
  const Framework& focal = *view.source;
  const Framework& reference = *view.target;
  const bool all = view.source_side.not_reviewed.empty();
  return {
      {"Informative Reference Name", focal.id + "-to-" + reference.id},
      {"Informative Reference Version", version},
      {"Web Address", ""},
      {"Focal Document Version", focal.title_en + ", " + focal.edition},
      {"Focal Document", focal.id},
      {"Summary",
       "Relations between the controls of " + focal.title_en + " and " +
           reference.title_en +
           ". Explanations are in Japanese. This is a project mapping, not an "
           "official one; exact rows are in Comments."},
      {"Target Audience", ""},
      {"Comprehensive", all ? "Yes" : "No"},
      {"Reference Document", reference.title_en},
      {"Reference Document Short Name", reference.id},
      {"Reference Document Version", reference.edition},
      {"Reference Document Author", reference.publisher_en},
      {"Reference Document URL",
       reference.source.empty() ? "" : reference.source[0]},
      {"Reference Document Date", reference.published},
      {"Informative Reference Developer", "the Kakehashi project"},
      {"Point of Contact", ""},
      {"Citations", ""},
      {"Comments",
       "Controls of the focal document without a counterpart: " +
           std::to_string(view.source_side.no_counterpart.size()) +
           "; not reviewed: " +
           std::to_string(view.source_side.not_reviewed.size()) +
           ". Strength of Relationship is 10 for equal, 0 for not related to, "
           "else N/A: nobody has judged degrees."}};
}

}  // namespace mapper
