// The terms by which `suggest` compares texts: of Japanese, the character 2-
// and 3-grams; of words in Latin letters, their stems and character 4-grams,
// which count for less, since a long word has many of them.
//
// Japanese has no spaces between words, and overlapping n-grams of characters
// find as much as words do, without a dictionary (J. H. Lee and J. S. Ahn,
// "Using n-grams for Korean text retrieval", SIGIR 1996, and for Japanese
// Y. Ogawa and T. Matsuda, "Overlapping statistical word indexing", SIGIR
// 1997).

#ifndef MAPPER_CROSSWALK_SUGGEST_TERMS_H_
#define MAPPER_CROSSWALK_SUGGEST_TERMS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace mapper {

// A term and how often it occurs, or what it weighs.
struct TermWeight {
  int term;
  float weight;
};

// Numbers terms in the order in which they are first met.
class TermVocabulary {
 public:
  // Appends the terms of `text` to `terms`, one entry for each time they occur:
  // `weight`, or of a 4-gram the part of it that kPieceWeight says.
  // The text is taken in NFKC and lower case; whatever is neither a letter nor
  // a digit parts it.
  void Read(std::string_view text, std::vector<TermWeight>& terms,
            float weight = 1);

  int size() const { return static_cast<int>(keys_.size()); }

  // As shown to people: the characters, or the stem with "-" after it when
  // something was cut off.  "" for a 4-gram of a word, which only blurs
  // spelling and says nothing by itself.
  std::string Text(int term) const;

 private:
  int Number(std::uint64_t key);
  void ReadWord(std::string_view word, std::vector<TermWeight>& terms,
                float weight);

  std::vector<int> slots_;  // hash table with open addresses: numbers, or -1
  std::vector<std::uint64_t> keys_;             // by number
  std::unordered_map<int, std::string> words_;  // text of the stems
};

// True when a text has kana or kanji.
bool IsJapanese(std::string_view text);

// The word without the endings of English: plural, -ing, -ed, -ly, -ment,
// -tion and their like; three letters at least remain.  ASCII, lower case.
std::string Stem(std::string_view word);

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_SUGGEST_TERMS_H_
