#include "mapper/base/text.h"
#include "mapper/crosswalk/department_work.h"
#include "mapper/report/department_sheet.h"
#include "mapper/report/table_words.h"

namespace mapper {

using table_words::LevelText;
using table_words::Word;

Records DepartmentRecords(const SheetSource& source,
                          const std::vector<std::string>& departments,
                          const View& view) {
  const ReportContext& context = *source.context;
  const ApplicabilityMap& applicability = *context.applicability;
  Records records;
  records.name = "departments";
  records.columns = {{"department", {"課", "department"}},
                     {"part", {"立場", "part"}},
                     {"framework", {"基準", "framework"}},
                     {"control", {"項目", "control"}},
                     {"label", {"番号", "label"}},
                     {"title", {"見出し", "title"}},
                     {"level", {"レベル", "level"}},
                     {"basis", {"根拠", "basis"}},
                     {"from", {"施行・適用", "from"}},
                     {"status", {"実施状況", "status"}},
                     {"proof", {"証拠", "proof"}},
                     {"lead_departments",
                      {"主担当課", "lead departments"},
                      Column::Type::kList},
                     {"support_departments",
                      {"関係課", "support departments"},
                      Column::Type::kList}};
  static const Words kLeads = {"主担当", "leads"};
  static const Words kSupports = {"関係課", "supports"};
  for (const std::string& department : departments) {
    const DepartmentWork work = WorkOf(*context.dataset, applicability,
                                       *source.coordination, department);
    const auto add = [&](const Assignment& a, bool leads) {
      const Framework& f = context.framework(a.control.framework);
      const Control& c = context.dataset->control(a.control);
      const Applicability& applies = applicability.Of(a.control);
      const Assessment* said = nullptr;
      if (context.assessments != nullptr) {
        const auto it = context.assessments->find(a.control);
        if (it != context.assessments->end()) said = &it->second;
      }
      records.rows.push_back(
          {department,
           view.machine ? (leads ? "leads" : "supports")
                        : view.words(leads ? kLeads : kSupports),
           f.id, c.id, c.label, c.title(view.language), LevelText(c, f, view),
           applies.regime < 0
               ? std::string()
               : applicability
                     .regimes()[static_cast<std::size_t>(applies.regime)]
                     .regime->basis,
           applies.from ? ToIso(*applies.from) : std::string(),
           context.assessments == nullptr
               ? std::string()
               : Word(context.StatusOf(a.control), view),
           said == nullptr ? std::string() : said->evidence, Join(a.lead, ";"),
           Join(a.support, ";")});
    };
    for (const Assignment* a : work.leads) add(*a, true);
    for (const Assignment* a : work.supports) add(*a, false);
  }
  return records;
}

}  // namespace mapper
