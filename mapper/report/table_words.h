// Words that every listing writes alike.  Private to report/.

#ifndef MAPPER_REPORT_TABLE_WORDS_H_
#define MAPPER_REPORT_TABLE_WORDS_H_

#include <algorithm>
#include <cstddef>
#include <string>

#include "mapper/model/dataset.h"
#include "mapper/model/framework.h"
#include "mapper/model/words.h"
#include "mapper/report/records.h"

namespace mapper::table_words {

inline std::string Number(std::size_t value) { return std::to_string(value); }

// The machine name, or the words of the view's language.
template <typename Enum>
std::string Word(Enum value, const View& view) {
  return view.machine ? ToString(value) : InWords(value, view.language);
}

// "framework:control"
inline std::string NameOf(const Dataset& dataset, const ControlRef& ref) {
  return dataset.framework(ref.framework).id + ":" + dataset.control(ref).id;
}

// One of several values between ";": none in the value itself.
inline std::string ListItem(std::string text) {
  std::replace(text.begin(), text.end(), ';', ',');
  return text;
}

inline std::string LevelText(const Control& control, const Framework& framework,
                             const View& view) {
  return view.machine
             ? ToString(control.level)
             : InWords(control.level, framework.binding, view.language);
}

}  // namespace mapper::table_words

#endif  // MAPPER_REPORT_TABLE_WORDS_H_
