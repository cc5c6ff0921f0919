#include "mapper/crosswalk/suggest_features.h"

#include <algorithm>
#include <bitset>
#include <cmath>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

// Cosine below which two controls of a framework are not called similar.
constexpr float kNearText = 0.05F;
// Of a title above, in the text of a control.
constexpr float kHeadingWeight = 0.5F;

float WeightOf(const Mapping& mapping) {
  switch (mapping.confidence) {
    case Confidence::kHigh:
      return 1.0F;
    case Confidence::kMedium:
      return 0.85F;
    case Confidence::kLow:
      return 0.6F;
  }
  return 0.6F;
}

std::size_t At(int place) { return static_cast<std::size_t>(place); }

float& Value(FeatureValues& values, Feature feature) {
  return values[static_cast<std::size_t>(feature)];
}

float Root(int number) { return std::sqrt(static_cast<float>(number)); }

// Evidence that adds up without passing 1.
void Join(float& value, float more) { value = 1 - (1 - value) * (1 - more); }

// Worth showing to people: no scrap that begins or ends with grammar.
bool IsTelling(const std::string& word) {
  constexpr std::size_t kShortWord = 4;
  if (word.empty()) return false;
  if (!IsJapanese(word)) return word.size() >= kShortWord;
  const auto hiragana = [](char32_t c) { return c >= 0x3041 && c <= 0x3096; };
  std::size_t last = word.size() - 1;
  while (last > 0 && (static_cast<unsigned char>(word[last]) & 0xC0U) == 0x80) {
    --last;
  }
  return !hiragana(DecodeUtf8(word, 0).value) &&
         !hiragana(DecodeUtf8(word, last).value);
}

// Parent, children and siblings.
std::vector<std::vector<int>> Relatives(const Framework& framework) {
  std::vector<std::vector<int>> relatives(framework.controls.size());
  for (std::size_t i = 0; i < framework.controls.size(); ++i) {
    const Control& control = framework.controls[i];
    if (control.parent_index >= 0) {
      relatives[i].push_back(control.parent_index);
      for (const int sibling :
           framework.controls[At(control.parent_index)].children) {
        if (sibling != static_cast<int>(i)) relatives[i].push_back(sibling);
      }
    }
    relatives[i].insert(relatives[i].end(), control.children.begin(),
                        control.children.end());
  }
  return relatives;
}

// A bit for each role of the control; it has one at least.
std::vector<std::uint64_t> RolesOf(const Framework& framework) {
  std::vector<std::uint64_t> roles;
  for (const Control& control : framework.controls) {
    const auto bit = [](Role role) {
      return std::uint64_t{1} << static_cast<unsigned>(role);
    };
    std::uint64_t bits = bit(control.lead);
    for (const Role role : control.support) bits |= bit(role);
    roles.push_back(bits);
  }
  return roles;
}

float BitsOf(std::uint64_t bits) {
  return static_cast<float>(std::bitset<64>(bits).count());
}

// The terms of one control, by field.
struct Fields {
  std::vector<TermWeight> all;
  std::vector<TermWeight> japanese;
};

}  // namespace

PairFeatures::PairFeatures(const Dataset& dataset, int source, int target,
                           const WordingMap* wording)
    : dataset_(dataset), source_(source), target_(target) {
  near_own_ = Relatives(Of(false));
  near_ = Relatives(Of(true));
  roles_own_ = RolesOf(Of(false));
  roles_ = RolesOf(Of(true));
  ReadTexts(wording);
  ReadRows();
}

void PairFeatures::ReadTexts(const WordingMap* wording) {
  const auto read = [&](bool of_target) {
    const Framework& framework = Of(of_target);
    std::vector<Fields> fields(framework.controls.size());
    for (std::size_t i = 0; i < fields.size(); ++i) {
      const Control& c = framework.controls[i];
      Fields& f = fields[i];
      const auto add = [&](const std::string& text) {
        std::vector<TermWeight> terms;
        vocabulary_.Read(text, terms);
        f.all.insert(f.all.end(), terms.begin(), terms.end());
        if (!IsJapanese(text)) return;
        f.japanese.insert(f.japanese.end(), terms.begin(), terms.end());
      };
      add(c.title_ja);
      add(c.title_en);
      add(c.gist_ja);
      add(c.gist_en);
      for (int above = c.parent_index; above >= 0;) {
        const Control& heading = framework.controls[At(above)];
        vocabulary_.Read(heading.title_ja, f.all, kHeadingWeight);
        vocabulary_.Read(heading.title_en, f.all, kHeadingWeight);
        above = heading.parent_index;
      }
      if (of_target) leaf_.push_back(c.is_leaf() ? 1 : 0);
      if (wording == nullptr) continue;
      const auto text =
          wording->find({of_target ? target_ : source_, static_cast<int>(i)});
      if (text == wording->end()) continue;
      add(text->second);
      if (of_target && !Trim(text->second).empty()) leaf_.back() = 1;
    }
    return fields;
  };
  const std::vector<Fields> own = read(false);
  const std::vector<Fields> other = read(true);
  TermStatistics all;
  TermStatistics ja;
  for (const auto* side : {&own, &other}) {
    for (const Fields& f : *side) {
      all.Add(f.all);
      ja.Add(f.japanese);
    }
  }
  const auto weigh = [&](const std::vector<Fields>& fields, Texts& texts) {
    for (const Fields& f : fields) {
      texts.all.push_back(all.Weigh(f.all));
      texts.japanese.push_back(ja.Weigh(f.japanese));
    }
  };
  weigh(own, own_);
  weigh(other, other_);
  own_all_.emplace(own_.all);
  all_.emplace(other_.all);
  // Reasons are in Japanese, and are weighed by the texts they speak of.
  for (std::size_t t = 0; t < dataset_.crosswalks.size(); ++t) {
    const Crosswalk& table = dataset_.crosswalks[t];
    for (std::size_t r = 0; r < table.mappings.size(); ++r) {
      const Mapping& m = table.mappings[r];
      if (m.relation == Relation::kNoRelationship) continue;
      std::vector<int> named;
      if (table.source == target_) named = m.sources;
      if (table.target == target_) {
        named.insert(named.end(), m.targets.begin(), m.targets.end());
      }
      if (named.empty()) continue;
      std::vector<TermWeight> terms;
      vocabulary_.Read(m.rationale, terms);
      reasons_.push_back(ja.Weigh(std::move(terms)));
      reason_of_.push_back(
          {{static_cast<int>(t), static_cast<int>(r)}, std::move(named)});
    }
  }
  reason_postings_.emplace(reasons_);
}

void PairFeatures::ReadRows() {
  for (std::size_t t = 0; t < dataset_.crosswalks.size(); ++t) {
    const Crosswalk& table = dataset_.crosswalks[t];
    const bool forward = table.source == source_ && table.target == target_;
    const bool backward = table.source == target_ && table.target == source_;
    for (std::size_t r = 0; r < table.mappings.size(); ++r) {
      const Mapping& m = table.mappings[r];
      if (m.relation == Relation::kNoRelationship) continue;
      const RowRef row{static_cast<int>(t), static_cast<int>(r)};
      const float weight = WeightOf(m);
      for (const int a : m.sources) {
        for (const int b : m.targets) {
          if (forward) rows_.push_back({a, b, row, weight});
          if (backward) rows_.push_back({b, a, row, weight});
          const ControlRef from{table.source, a};
          const ControlRef to{table.target, b};
          ways_[from].push_back({to, row, weight});
          ways_[to].push_back({from, row, weight});
        }
      }
    }
  }
  // One of many rows of a control says less of each.
  std::map<int, int> rows_of;
  for (const PairRow& row : rows_) ++rows_of[row.a];
  for (PairRow& row : rows_) row.weight /= Root(rows_of[row.a]);
  for (auto& [from, ways] : ways_) {
    std::map<int, int> ways_to;
    for (const Way& way : ways) ++ways_to[way.to.framework];
    for (Way& way : ways) way.weight /= Root(ways_to[way.to.framework]);
  }
}

std::vector<float> PairFeatures::SimilarSources(int control) const {
  std::vector<float> similar(own_.all.size());
  own_all_->Score(own_.all[At(control)], similar);
  similar[At(control)] = 0;
  return similar;
}

void PairFeatures::AddTextFeatures(int control, const RowSet& hidden,
                                   std::vector<FeatureValues>& values) const {
  const std::size_t size = values.size();
  std::vector<float> texts(size);
  all_->Score(own_.all[At(control)], texts);
  for (std::size_t b = 0; b < size; ++b) {
    Value(values[b], Feature::kText) = std::sqrt(texts[b]);
  }
  std::vector<float> near(reasons_.size());
  reason_postings_->Score(own_.japanese[At(control)], near);
  for (std::size_t i = 0; i < near.size(); ++i) {
    if (near[i] == 0 || hidden.count(reason_of_[i].row) != 0) continue;
    for (const int b : reason_of_[i].controls) {
      float& value = Value(values[At(b)], Feature::kReason);
      value = std::max(value, near[i]);
    }
  }
}

template <typename Visit>
void PairFeatures::ForEachPath(int control, const RowSet& hidden,
                               Visit visit) const {
  const auto ways = ways_.find({source_, control});
  if (ways == ways_.end()) return;
  for (const Way& first : ways->second) {
    if (first.to.framework == target_ || hidden.count(first.row) != 0) continue;
    const auto onward = ways_.find(first.to);
    if (onward == ways_.end()) continue;
    for (const Way& second : onward->second) {
      if (second.to.framework != target_ || hidden.count(second.row) != 0 ||
          second.to == ControlRef{source_, control}) {
        continue;
      }
      visit(first, second);
    }
  }
}

void PairFeatures::AddRowFeatures(int control, const RowSet& hidden,
                                  std::vector<FeatureValues>& values) const {
  std::vector<float> similar;
  if (!rows_.empty()) similar = SimilarSources(control);
  std::vector<char> relative(own_.all.size());
  for (const int a : near_own_[At(control)]) relative[At(a)] = 1;
  for (const PairRow& row : rows_) {
    if (row.a == control || hidden.count(row.row) != 0) continue;
    if (relative[At(row.a)] != 0) {
      const float weight = 0.5F * row.weight;
      Join(Value(values[At(row.b)], Feature::kRelatives), weight);
      for (const int b : near_[At(row.b)]) {
        Join(Value(values[At(b)], Feature::kNearRows), 0.3F * weight);
      }
    }
    const float near = similar[At(row.a)];
    if (near < kNearText) continue;
    const float weight = near * row.weight;
    Join(Value(values[At(row.b)], Feature::kSimilar), weight);
  }
  ForEachPath(control, hidden, [&](const Way& first, const Way& second) {
    Join(Value(values[At(second.to.control)], Feature::kNetwork),
         0.5F * first.weight * second.weight);
  });
}

std::vector<FeatureValues> PairFeatures::Of(int control,
                                            const RowSet& hidden) const {
  const Framework& target = Of(true);
  const Control& own = Of(false).controls[At(control)];
  std::vector<FeatureValues> values(target.controls.size());
  for (std::size_t b = 0; b < values.size(); ++b) {
    const Control& other = target.controls[b];
    Value(values[b], Feature::kOne) = 1;
    Value(values[b], Feature::kLead) = own.lead == other.lead ? 1 : 0;
    const std::uint64_t own_roles = roles_own_[At(control)];
    Value(values[b], Feature::kCommonRoles) =
        BitsOf(own_roles & roles_[b]) / BitsOf(own_roles | roles_[b]);
    Value(values[b], Feature::kLeaf) = leaf_[b] != 0 ? 1 : 0;
  }
  AddTextFeatures(control, hidden, values);
  AddRowFeatures(control, hidden, values);
  return values;
}

std::vector<std::string> PairFeatures::SharedWords(int control, int other,
                                                   std::size_t most) const {
  std::vector<std::string> words;
  for (const TermWeight& shared :
       SharedTerms(own_.all[At(control)], other_.all[At(other)])) {
    if (words.size() >= most) break;
    const std::string word = vocabulary_.Text(shared.term);
    const auto covers = [&word](const std::string& known) {
      return known.find(word) != std::string::npos ||
             word.find(known) != std::string::npos;
    };
    if (!IsTelling(word) || std::any_of(words.begin(), words.end(), covers)) {
      continue;
    }
    words.push_back(word);
  }
  return words;
}

PairFeatures::Around PairFeatures::RowsAround(int control, int other,
                                              std::size_t most) const {
  // Few targets have rows, and similar texts cost more than the rows.
  std::vector<float> similar(own_.all.size());
  if (std::any_of(rows_.begin(), rows_.end(),
                  [other](const PairRow& row) { return row.b == other; })) {
    similar = SimilarSources(control);
  }
  const std::vector<int>& relatives = near_own_[At(control)];
  std::map<RowRef, float> rows;
  for (const PairRow& row : rows_) {
    if (row.a == control || row.b != other) continue;
    const bool relative =
        std::find(relatives.begin(), relatives.end(), row.a) != relatives.end();
    const float near = std::max(similar[At(row.a)], relative ? 0.5F : 0.0F);
    if (near < kNearText) continue;
    float& weight = rows[row.row];
    weight = std::max(weight, near * row.weight);
  }
  std::map<std::pair<RowRef, RowRef>, float> paths;
  ForEachPath(control, {}, [&](const Way& first, const Way& second) {
    if (second.to.control != other) return;
    paths[{first.row, second.row}] = first.weight * second.weight;
  });
  // The best first, then in order of the tables.
  const auto best = [most](const auto& weights, auto& out) {
    using Entry = typename std::decay_t<decltype(weights)>::value_type;
    std::vector<const Entry*> order;
    for (const Entry& entry : weights) order.push_back(&entry);
    std::stable_sort(
        order.begin(), order.end(),
        [](const Entry* a, const Entry* b) { return a->second > b->second; });
    if (order.size() > most) order.resize(most);
    for (const Entry* entry : order) out.push_back(entry->first);
  };
  Around around;
  best(rows, around.rows);
  best(paths, around.paths);
  return around;
}

}  // namespace mapper
