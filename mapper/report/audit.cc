#include "mapper/report/audit.h"

#include "mapper/base/text.h"
#include "mapper/model/audit_hint.h"
#include "mapper/report/table_words.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

using Type = Column::Type;
using table_words::LevelText;
using table_words::Number;
using table_words::Word;

std::string AppliesOf(const ReportContext& context, const Applicability& a,
                      const View& view) {
  if (a.regime < 0) return {};
  RegimeState state =
      context.applicability->regimes()[static_cast<std::size_t>(a.regime)];
  state.applies = a.applies;
  return PhaseText(state, view);
}

}  // namespace

std::vector<std::string> FindingWords(Language language) {
  return language == Language::kJa
             ? std::vector<std::string>{"適合", "一部不適合", "不適合",
                                        "対象外", "要確認"}
             : std::vector<std::string>{"conforms", "partly conforms",
                                        "does not conform", "not applicable",
                                        "to confirm"};
}

Records AuditRecords(const ReportContext& context, const View& view) {
  Records records;
  records.name = "audit";
  records.columns = {
      {"no", {"No.", "no."}, Type::kNumber},
      {"framework", {"基準", "framework"}},
      {"level", {"レベル", "level"}},
      {"applies", {"適用", "applies"}},
      {"control", {"項目", "control"}},
      {"label", {"条・項番", "article or number"}},
      {"title", {"見出し", "title"}},
      {"gist", {"要旨（当方の言葉）", "gist (our words)"}},
      {"documents", {"見る書類（目安）", "documents to see (suggested)"}},
      {"check", {"確かめ方（目安）", "how to check (suggested)"}},
      {"status", {"状況", "status"}},
      {"evidence", {"証拠・理由", "evidence"}},
      {"lead_departments", {"主担当課", "lead departments"}, Type::kList},
      {"finding", {"所見", "finding"}},
      {"due", {"改善の期限", "due"}}};
  std::size_t number = 0;
  for (const int framework : context.frameworks) {
    const Framework& f = context.framework(framework);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const Control& c = f.controls[i];
      const ControlRef ref{framework, static_cast<int>(i)};
      const Applicability& a = context.applicability->Of(ref);
      if (a.applies == Truth::kFalse || !f.IsItem(c)) continue;
      const AuditHint* hint = FindHint(context.dataset->audit_hints, c);
      std::string evidence;
      std::string status;
      if (context.assessments != nullptr) {
        status = Word(context.StatusOf(ref), view);
        const auto it = context.assessments->find(ref);
        if (it != context.assessments->end()) evidence = it->second.evidence;
      }
      records.rows.push_back(
          {Number(++number), view.machine ? f.id : f.short_title(view.language),
           LevelText(c, f, view), AppliesOf(context, a, view), c.id, c.label,
           c.title(view.language), c.gist(view.language),
           hint == nullptr ? "" : hint->documents(view.language),
           hint == nullptr ? "" : hint->check(view.language), status, evidence,
           Join(context.LeadDepartments(c), ";"), "", ""});
    }
  }
  return records;
}

}  // namespace mapper
