// Reads one map of an OSCAL mapping, and what its readers share: reporting
// losses, resolving ids, words of closed vocabularies.

#ifndef MAPPER_PARSE_OSCAL_MAP_H_
#define MAPPER_PARSE_OSCAL_MAP_H_

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/model/words.h"
#include "mapper/parse/imported_crosswalk.h"
#include "mapper/parse/json_document.h"
#include "mapper/parse/json_shape.h"

namespace mapper {

// On one line, each run of white space as one space: how reasons are kept.
std::string OneLine(std::string_view text);

// Losses of an OSCAL file, by the value they are about.
class OscalLosses {
 public:
  // `errors` and `losses` must outlive the object.
  OscalLosses(const FileDiagnostics& errors, const JsonShape& shape,
              std::vector<ImportLoss>& losses)
      : errors_(errors), shape_(shape), book_(losses) {}

  void Add(const std::string& what, const JsonValue& at);
  void AddProp(const JsonValue& prop);
  // Each member of `names` that is there.
  void AddMembers(const JsonValue& object,
                  std::initializer_list<const char*> names,
                  const std::string& of);

 private:
  const FileDiagnostics& errors_;
  const JsonShape& shape_;
  LossBook book_;
};

// Reads maps between two frameworks.  What it refers to must outlive it.
class OscalMapReader {
 public:
  // `text` is what the document was read from.
  OscalMapReader(std::string_view text, const Framework& source,
                 const Framework& target, FileDiagnostics& errors,
                 OscalLosses& losses);

  // The confidence-score of maps that have none; may be none itself.
  void set_default_confidence(const JsonValue& score) {
    default_confidence_ = score;
  }

  // Nothing when the map is wrong (reported) or cannot be held (a loss).
  std::optional<ImportedRow> Read(const JsonValue& map);

  // The id of the control of source or target that the first of these names
  // finds; else reports [import-control].
  std::optional<std::string> Resolve(bool of_source,
                                     const std::vector<std::string>& names,
                                     const JsonValue& at);

  // Looks up a word of a closed vocabulary; reports [import-value].
  template <typename Vocabulary, typename Value>
  bool ReadWord(const Vocabulary& vocabulary, const std::string& word,
                const JsonValue& at, Value& value) {
    const auto found = FindName(vocabulary, word);
    if (found) {
      value = *found;
      return true;
    }
    errors_.Error("import-value", at.offset(),
                  "expected one of " + Join(MachineNames(vocabulary), ", ") +
                      ", found " + Quoted(word));
    return false;
  }

 private:
  enum class Held { kYes, kNo, kWrong };

  // Reads our props; sets `word` to our relation where OSCAL has none.
  Held ReadProps(const JsonValue& map, ImportedRow& row, std::string& word);
  bool ReadRelation(const std::string& word, const JsonValue& map,
                    Relation& relation);
  std::optional<double> Percentage(const JsonValue& score) const;
  bool ReadConfidence(const JsonValue& map, Confidence& confidence);
  Held ReadSide(const JsonValue& map, bool of_source,
                std::vector<std::string>& ids);
  Held ReadItem(const JsonValue& map, const JsonValue& item, bool of_source,
                std::vector<std::string>& ids);

  std::string_view text_;
  const Framework& source_;
  const Framework& target_;
  FileDiagnostics& errors_;
  OscalLosses& losses_;
  JsonShape shape_;
  ControlFinder find_source_;
  ControlFinder find_target_;
  JsonValue default_confidence_;
};

}  // namespace mapper

#endif  // MAPPER_PARSE_OSCAL_MAP_H_
