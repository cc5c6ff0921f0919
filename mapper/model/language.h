// The two languages in which results are shown.

#ifndef MAPPER_MODEL_LANGUAGE_H_
#define MAPPER_MODEL_LANGUAGE_H_

namespace mapper {

enum class Language { kJa, kEn };

// One text in both languages; both live for the whole run (string literals).
struct Words {
  const char* ja;
  const char* en;

  const char* in(Language language) const {
    return language == Language::kJa ? ja : en;
  }
};

}  // namespace mapper

#endif  // MAPPER_MODEL_LANGUAGE_H_
