// What the readers of crosswalk files share: ids found in the catalogues,
// words of relations, the exact rows in comments, losses, and a limit on
// reports.

#ifndef MAPPER_PARSE_IMPORT_ROWS_H_
#define MAPPER_PARSE_IMPORT_ROWS_H_

#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "mapper/model/statement.h"
#include "mapper/parse/file_diagnostics.h"
#include "mapper/parse/imported_crosswalk.h"

namespace mapper {

// A pair as OLIR and CISO Assistant state it.
struct ImportedPair {
  std::string source;  // ids of the dataset
  std::string target;
  PairRelation relation = PairRelation::kIntersects;
  bool same_wording = false;  // "syntactic"
  std::string reason;
  Comment comment;
  SourceLocation where;
};

class ImportRows {
 public:
  // Places in the dataset, which must outlive the object, as `diagnostics`.
  ImportRows(const Dataset& dataset, int source, int target,
             Diagnostics& diagnostics);
  ImportRows(const ImportRows&) = delete;
  ImportRows& operator=(const ImportRows&) = delete;

  // The id of the control that `name` means (ControlFinder); "" after
  // reporting [unknown-control].
  std::string SourceId(const std::string& name, const SourceLocation& where);
  std::string TargetId(const std::string& name, const SourceLocation& where);

  // The pair as a row; or, where its comment holds exact rows, these instead,
  // each once.  Reports [import-statement] for a line that cannot be read, that
  // does not name this pair, or says otherwise than the pair.
  void AddPair(ImportedPair pair);
  // A row that the comment of a control without pair states.
  void AddStatement(const RowStatement& statement, const SourceLocation& where);
  void AddRow(ImportedRow row);

  void Loss(const SourceLocation& where, const std::string& what);
  // At most 100 in a file; then one [too-many-problems].
  void Error(const char* id, const SourceLocation& where,
             const std::string& message);
  bool full() const { return errors_ > kMostErrors; }

  // Line feeds, tabs and control characters taken out.
  static std::string OneLine(std::string_view text);

  ImportedCrosswalk& result() { return result_; }

 private:
  static constexpr std::size_t kMostErrors = 100;

  std::string Id(const ControlFinder& finder, const Framework& framework,
                 const std::string& name, const SourceLocation& where,
                 std::unordered_map<std::string, std::string>& known);
  bool CheckStatement(const RowStatement& statement, const ImportedPair& pair,
                      bool first);

  const Framework& source_;
  const Framework& target_;
  ControlFinder source_finder_;
  ControlFinder target_finder_;
  std::unordered_map<std::string, std::string> source_ids_;
  std::unordered_map<std::string, std::string> target_ids_;
  Diagnostics& diagnostics_;
  std::size_t errors_ = 0;
  std::set<std::string> statements_;  // of unions: seen already
  ImportedCrosswalk result_;
  LossBook losses_{result_.losses};
};

// The word for a set-theory relation in OLIR, CISO Assistant or OSCAL, in any
// case, with spaces, "-" or "_"; false when it is none.
bool ReadPairWord(std::string_view word, PairRelation& relation);

}  // namespace mapper

#endif  // MAPPER_PARSE_IMPORT_ROWS_H_
