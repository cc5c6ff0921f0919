// The columns of a checklist and of a status file, under the names that the
// writer prints and the reader accepts.

#ifndef MAPPER_MODEL_CHECKLIST_COLUMNS_H_
#define MAPPER_MODEL_CHECKLIST_COLUMNS_H_

#include <array>
#include <cstddef>

#include "mapper/model/language.h"

namespace mapper {

struct ChecklistColumn {
  enum class Use {
    kKey,    // which control; read back
    kInput,  // what people fill in; read back
    kShown   // for people alone; ignored when read back
  };

  const char* machine;
  Words title;
  Use use;
  bool list = false;  // several values joined by ";"
};

// Places in kChecklistColumns.
namespace checklist_column {
enum Place : std::size_t {
  kFramework,
  kControl,
  kLabel,
  kQuestion,
  kLevel,
  kLead,
  kSupport,
  kAnsweredWith,
  kRelated,
  kStatus,
  kEvidence,
  kEvidenceFile,
  kDate,
  kBy,
  kRegimes,
  kAppliesTo,
  kEvidenceMark,
  kProof
};
}  // namespace checklist_column

inline constexpr std::array<ChecklistColumn, 18> kChecklistColumns = {
    {{"framework", {"基準", "framework"}, ChecklistColumn::Use::kKey},
     {"control", {"項目", "control"}, ChecklistColumn::Use::kKey},
     {"label", {"番号", "label"}, ChecklistColumn::Use::kShown},
     {"question", {"問い", "question"}, ChecklistColumn::Use::kShown},
     {"level", {"レベル", "level"}, ChecklistColumn::Use::kShown},
     {"lead_departments",
      {"主担当課", "lead departments"},
      ChecklistColumn::Use::kShown,
      true},
     {"support_departments",
      {"関係課", "support departments"},
      ChecklistColumn::Use::kShown,
      true},
     {"answered_with",
      {"この回答に含まれる項目", "answered with this"},
      ChecklistColumn::Use::kShown,
      true},
     {"related",
      {"関連する項目", "related"},
      ChecklistColumn::Use::kShown,
      true},
     {"status", {"状況", "status"}, ChecklistColumn::Use::kInput},
     {"evidence",
      {"証拠・理由", "evidence or reason"},
      ChecklistColumn::Use::kInput},
     {"evidence_file",
      {"証拠ファイル", "evidence file"},
      ChecklistColumn::Use::kInput},
     {"date", {"日付", "date"}, ChecklistColumn::Use::kInput},
     {"by", {"記入者", "by"}, ChecklistColumn::Use::kInput},
     {"regimes", {"関わる基準", "regimes"}, ChecklistColumn::Use::kShown, true},
     {"applies_to", {"対象", "applies to"}, ChecklistColumn::Use::kShown},
     {"evidence_mark",
      {"確かさ", "evidence mark"},
      ChecklistColumn::Use::kShown},
     {"proof",
      {"含まれる根拠（対応表の行）", "proof (rows of tables)"},
      ChecklistColumn::Use::kShown,
      true}}};

// The sheet of a workbook that explains how to answer; never read back.
inline constexpr Words kInstructionSheet = {"記入要領", "Instructions"};

}  // namespace mapper

#endif  // MAPPER_MODEL_CHECKLIST_COLUMNS_H_
