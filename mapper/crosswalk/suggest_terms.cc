#include "mapper/crosswalk/suggest_terms.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

enum class Script { kOther, kKana, kHan, kLatin };

// A key holds up to three code points of 21 bits; these two tell other kinds.
constexpr std::uint64_t kWordTag = std::uint64_t{1} << 63U;
constexpr std::uint64_t kPieceTag = std::uint64_t{1} << 62U;
constexpr unsigned kCharBits = 21;
constexpr std::size_t kPiece = 4;  // letters of a piece of a word
constexpr float kPieceWeight = 0.3F;

Script ScriptOf(char32_t c) {
  if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
      (c >= 0xC0 && c <= 0x3FF && c != 0xD7 && c != 0xF7)) {
    return Script::kLatin;
  }
  if (c >= 0x3041 && c <= 0x3096) return Script::kKana;
  if ((c >= 0x30A1 && c <= 0x30FA) || c == 0x30FC || c == 0x3005 ||
      c == 0x3007 || (c >= 0x3400 && c <= 0x9FFF) ||
      (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF)) {
    return Script::kHan;  // katakana too: both carry meaning
  }
  return Script::kOther;
}

std::uint64_t Pack(const char32_t* chars, std::size_t count) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < count; ++i) key = key << kCharBits | chars[i];
  return key;
}

std::uint64_t Hash(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037U;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211U;
  }
  return hash;
}

}  // namespace

std::string Stem(std::string_view word) {
  constexpr std::size_t kLeast = 3;
  // The longest ending that fits is cut, then `e` or a doubled letter.
  static constexpr std::array<std::string_view, 24> kEndings = {
      "ations", "ation", "ments", "ities", "ings", "ment", "tion", "ions",
      "ies",    "ity",   "ing",   "ion",   "ally", "ers",  "ed",   "es",
      "ly",     "er",    "al",    "s",     "y",    "",     "",     ""};
  if (word.size() <= kLeast) return std::string(word);
  for (const std::string_view ending : kEndings) {
    if (ending.empty() || !EndsWith(word, ending) ||
        word.size() < ending.size() + kLeast) {
      continue;
    }
    if (ending == "s" && EndsWith(word, "ss")) break;
    word.remove_suffix(ending.size());
    break;
  }
  if (word.size() > kLeast && (word.back() == 'e' || word.back() == 'i')) {
    word.remove_suffix(1);
  }
  if (word.size() > kLeast && word[word.size() - 1] == word[word.size() - 2] &&
      word.back() != 's' && word.back() != 'l') {
    word.remove_suffix(1);
  }
  return std::string(word);
}

bool IsJapanese(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    const Script script = ScriptOf(c.value);
    if (script == Script::kKana || script == Script::kHan) return true;
    i += c.length;
  }
  return false;
}

int TermVocabulary::Number(std::uint64_t key) {
  constexpr std::size_t kLeastSlots = 4096;
  const auto slot_of = [this](std::uint64_t wanted) {
    const std::size_t mask = slots_.size() - 1;
    // The high bits of the product depend on all bits of the key.
    std::size_t slot = (wanted * 0x9E3779B97F4A7C15U >> 20U) & mask;
    while (slots_[slot] >= 0 &&
           keys_[static_cast<std::size_t>(slots_[slot])] != wanted) {
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  if (2 * keys_.size() >= slots_.size()) {
    slots_.assign(std::max(kLeastSlots, 2 * slots_.size()), -1);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
      slots_[slot_of(keys_[i])] = static_cast<int>(i);
    }
  }
  const std::size_t slot = slot_of(key);
  if (slots_[slot] < 0) {
    slots_[slot] = size();
    keys_.push_back(key);
  }
  return slots_[slot];
}

void TermVocabulary::ReadWord(std::string_view word,
                              std::vector<TermWeight>& terms, float weight) {
  const std::string stem = Stem(word);
  const int term = Number(Hash(stem) | kWordTag);
  std::string& text = words_[term];
  if (text.empty()) text = stem.size() < word.size() ? stem + "-" : stem;
  terms.push_back({term, weight});
  if (stem.size() <= kPiece) return;
  for (std::size_t i = 0; i + kPiece <= stem.size(); ++i) {
    std::uint64_t key = 0;
    for (std::size_t j = 0; j < kPiece; ++j) {
      key = key << 8U | static_cast<unsigned char>(stem[i + j]);
    }
    terms.push_back({Number(key | kPieceTag), weight * kPieceWeight});
  }
}

void TermVocabulary::Read(std::string_view text, std::vector<TermWeight>& terms,
                          float weight) {
  const std::string normal = CompatibilityForm(text);
  std::u32string run;      // Japanese, still open
  std::vector<bool> kana;  // per character of run
  std::string word;        // Latin, still open
  const auto close_run = [&] {
    if (run.size() == 1 && !kana[0]) terms.push_back({Number(run[0]), weight});
    for (std::size_t i = 0; i + 1 < run.size(); ++i) {
      // Hiragana alone is grammar, not matter.
      const bool two = !kana[i] || !kana[i + 1];
      if (two) terms.push_back({Number(Pack(&run[i], 2)), weight});
      if (i + 2 < run.size() && (two || !kana[i + 2])) {
        terms.push_back({Number(Pack(&run[i], 3)), weight});
      }
    }
    run.clear();
    kana.clear();
  };
  const auto close_word = [&] {
    if (word.size() > 1) ReadWord(word, terms, weight);
    word.clear();
  };
  for (std::size_t i = 0; i < normal.size();) {
    const Utf8Char c = DecodeUtf8(normal, i);
    const char32_t value =
        c.value >= 'A' && c.value <= 'Z' ? c.value - 'A' + 'a' : c.value;
    const Script script = c.valid ? ScriptOf(value) : Script::kOther;
    if (script == Script::kLatin) {
      close_run();
      AppendUtf8(word, value);
    } else {
      close_word();
      if (script == Script::kOther) {
        close_run();
      } else {
        run += value;
        kana.push_back(script == Script::kKana);
      }
    }
    i += c.length;
  }
  close_run();
  close_word();
}

std::string TermVocabulary::Text(int term) const {
  const std::uint64_t key = keys_[static_cast<std::size_t>(term)];
  if ((key & kWordTag) != 0) return words_.at(term);
  if ((key & kPieceTag) != 0) return {};
  std::string text;
  for (int i = 2; i >= 0; --i) {
    const auto shift = static_cast<unsigned>(i) * kCharBits;
    const auto c = static_cast<char32_t>(key >> shift &
                                         ((std::uint64_t{1} << kCharBits) - 1));
    if (c != 0) AppendUtf8(text, c);
  }
  return text;
}

}  // namespace mapper
