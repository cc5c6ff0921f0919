// Texts as vectors of BM25 weights, and how near they are to each other.
//
// A term weighs idf * tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length)),
// with idf = ln(1 + (N - n + 0.5) / (n + 0.5)): S. Robertson and H. Zaragoza,
// "The probabilistic relevance framework: BM25 and beyond" (2009), section 3.
// BM25 scores a short query against a document; here both sides are texts of
// one kind, so both are weighed and the cosine of the two is taken: it is
// symmetric and lies in 0 to 1.  k1 is larger than for search, where 1.2 to 2
// is usual: a word that a long requirement repeats is what it is about, and the
// cosine sees to the length.

#ifndef MAPPER_CROSSWALK_SUGGEST_VECTORS_H_
#define MAPPER_CROSSWALK_SUGGEST_VECTORS_H_

#include <cstddef>
#include <vector>

#include "mapper/crosswalk/suggest_terms.h"

namespace mapper {

using TermVector = std::vector<TermWeight>;  // by term, of length 1 or empty

// What a collection of texts says of its terms.
class TermStatistics {
 public:
  // A text as its terms with their counts, in any order; a term may come
  // again.
  void Add(std::vector<TermWeight> terms);
  TermVector Weigh(std::vector<TermWeight> terms) const;

 private:
  std::vector<int> containing_;  // per term: texts that hold it
  std::size_t texts_ = 0;
  double length_ = 0;  // of all texts together
};

float Cosine(const TermVector& a, const TermVector& b);

// The shared terms, those that weigh most in the cosine first, then by number.
std::vector<TermWeight> SharedTerms(const TermVector& a, const TermVector& b);

// Texts by the terms they hold.
class TermPostings {
 public:
  explicit TermPostings(const std::vector<TermVector>& texts);

  // Adds the cosine with each text to `scores`, which has a place for each.
  void Score(const TermVector& query, std::vector<float>& scores) const;

 private:
  struct Posting {
    int text;
    float weight;
  };
  std::vector<std::vector<Posting>> postings_;  // per term
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_SUGGEST_VECTORS_H_
