#include "mapper/crosswalk/suggest_vectors.h"

#include <algorithm>
#include <cmath>

namespace mapper {
namespace {

constexpr double kSaturation = 2.0;    // k1, in the usual range
constexpr double kLengthShare = 0.75;  // b, the usual value

// Calls visit(term, count) for each term, ascending.
template <typename Visit>
void ForEachTerm(std::vector<int>& terms, Visit visit) {
  std::sort(terms.begin(), terms.end());
  for (std::size_t i = 0; i < terms.size();) {
    std::size_t end = i;
    while (end < terms.size() && terms[end] == terms[i]) ++end;
    visit(terms[i], end - i);
    i = end;
  }
}

}  // namespace

void TermStatistics::Add(std::vector<int> terms) {
  if (terms.empty()) return;
  ++texts_;
  length_ += terms.size();
  ForEachTerm(terms, [&](int term, std::size_t) {
    const auto place = static_cast<std::size_t>(term);
    if (place >= containing_.size()) containing_.resize(place + 1);
    ++containing_[place];
  });
}

TermVector TermStatistics::Weigh(std::vector<int> terms) const {
  TermVector vector;
  if (terms.empty() || texts_ == 0) return vector;
  const double length = static_cast<double>(terms.size()) *
                        static_cast<double>(texts_) /
                        static_cast<double>(length_);
  const double bend = kSaturation * (1 - kLengthShare + kLengthShare * length);
  double square = 0;
  ForEachTerm(terms, [&](int term, std::size_t count) {
    const auto place = static_cast<std::size_t>(term);
    const double n = place < containing_.size() ? containing_[place] : 0;
    const double all = static_cast<double>(texts_);
    const double idf = std::log(1 + (all - n + 0.5) / (n + 0.5));
    const auto tf = static_cast<double>(count);
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
