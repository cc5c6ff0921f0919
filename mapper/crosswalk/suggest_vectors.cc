#include "mapper/crosswalk/suggest_vectors.h"

#include <algorithm>
#include <cmath>

namespace mapper {
namespace {

constexpr double kSaturation = 20;     // k1
constexpr double kLengthShare = 0.75;  // b, the usual value

// Calls visit(term, count) for each term, ascending.
template <typename Visit>
void ForEachTerm(std::vector<TermWeight>& terms, Visit visit) {
  // Of one term, the sum must not depend on the order they came in.
  std::sort(terms.begin(), terms.end(),
            [](const TermWeight& a, const TermWeight& b) {
              return a.term != b.term ? a.term < b.term : a.weight < b.weight;
            });
  for (std::size_t i = 0; i < terms.size();) {
    double count = 0;
    const int term = terms[i].term;
    for (; i < terms.size() && terms[i].term == term; ++i) {
      count += static_cast<double>(terms[i].weight);
    }
    visit(term, count);
  }
}

double LengthOf(const std::vector<TermWeight>& terms) {
  double length = 0;
  for (const TermWeight& term : terms) {
    length += static_cast<double>(term.weight);
  }
  return length;
}

}  // namespace

void TermStatistics::Add(std::vector<TermWeight> terms) {
  if (terms.empty()) return;
  ++texts_;
  length_ += LengthOf(terms);
  ForEachTerm(terms, [&](int term, double) {
    const auto place = static_cast<std::size_t>(term);
    if (place >= containing_.size()) containing_.resize(place + 1);
    ++containing_[place];
  });
}

TermVector TermStatistics::Weigh(std::vector<TermWeight> terms) const {
  TermVector vector;
  if (terms.empty() || texts_ == 0) return vector;
  const double length = LengthOf(terms) * static_cast<double>(texts_) / length_;
  const double bend = kSaturation * (1 - kLengthShare + kLengthShare * length);
  double square = 0;
  ForEachTerm(terms, [&](int term, double tf) {
    const auto place = static_cast<std::size_t>(term);
    const double n = place < containing_.size() ? containing_[place] : 0;
    const double all = static_cast<double>(texts_);
    const double idf = std::log(1 + (all - n + 0.5) / (n + 0.5));
    const double weight = idf * tf * (kSaturation + 1) / (tf + bend);
    square += weight * weight;
    vector.push_back({term, static_cast<float>(weight)});
  });
  const auto norm = static_cast<float>(1 / std::sqrt(square));
  for (TermWeight& entry : vector) entry.weight *= norm;
  return vector;
}

std::vector<TermWeight> SharedTerms(const TermVector& a, const TermVector& b) {
  std::vector<TermWeight> shared;
  auto y = b.begin();
  for (const TermWeight& x : a) {
    while (y != b.end() && y->term < x.term) ++y;
    if (y == b.end()) break;
    if (y->term == x.term) shared.push_back({x.term, x.weight * y->weight});
  }
  std::stable_sort(shared.begin(), shared.end(),
                   [](const TermWeight& first, const TermWeight& second) {
                     return first.weight > second.weight;
                   });
  return shared;
}

float Cosine(const TermVector& a, const TermVector& b) {
  float sum = 0;
  for (const TermWeight& shared : SharedTerms(a, b)) sum += shared.weight;
  return sum;
}

TermPostings::TermPostings(const std::vector<TermVector>& texts) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const TermWeight& entry : texts[i]) {
      const auto place = static_cast<std::size_t>(entry.term);
      if (place >= postings_.size()) postings_.resize(place + 1);
      postings_[place].push_back({static_cast<int>(i), entry.weight});
    }
  }
}

void TermPostings::Score(const TermVector& query,
                         std::vector<float>& scores) const {
  for (const TermWeight& entry : query) {
    const auto place = static_cast<std::size_t>(entry.term);
    if (place >= postings_.size()) continue;
    for (const Posting& posting : postings_[place]) {
      scores[static_cast<std::size_t>(posting.text)] +=
          entry.weight * posting.weight;
    }
  }
}

}  // namespace mapper
