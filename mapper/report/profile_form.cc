#include "mapper/report/profile_form.h"

#include <algorithm>
#include <string>
#include <utility>

#include "mapper/model/facts.h"
#include "mapper/model/profile_form.h"

namespace mapper {
namespace {

constexpr std::size_t kSpareRows = 20;
constexpr std::size_t kFewestNames = 4;  // departments of one role
constexpr std::size_t kAnswerColumn = 2;
using Kind = SheetColumn::Kind;

std::string Iso(const std::optional<Date>& day) {
  return day ? ToIso(*day) : std::string();
}

class Form {
 public:
  Form(const Profile* profile, Language language)
      : profile_(profile), language_(language) {}

  Workbook Make() {
    Workbook workbook;
    workbook.language = language_;
    workbook.title = Say({"団体のプロフィール", "profile of an organisation"});
    workbook.sheets = {Organization(), StatedFacts(), Departments(),
                       Holdings(Holding::Kind::kSystem),
                       Holdings(Holding::Kind::kContract)};
    return workbook;
  }

 private:
  std::string Say(const Words& words) const { return words.in(language_); }

  // Key, question and answer.
  Sheet Questions(const Words& name, const Words& how) const {
    Sheet sheet;
    sheet.name = Say(name);
    sheet.instructions = {
        Say(how),
        Say({"保存したら kakehashi profile read "
             "でプロフィールに変えます。キーの"
             "列は変えないでください。",
             "Save it, then turn it into a profile with kakehashi profile "
             "read. Leave the keys as they are."})};
    sheet.columns = {{Say(form::kKey), Kind::kText, 26, false, {}},
                     {Say(form::kQuestion), Kind::kText, 62, false, {}},
                     {Say(form::kAnswer), Kind::kText, 40, true, {}}};
    sheet.autofilter = false;
    sheet.locked = true;
    return sheet;
  }

  Sheet Organization() const {
    Sheet sheet =
        Questions(form::kOrganization,
                  {"黄色の欄に答えてください。識別名と名称は必ず要ります。",
                   "Answer in the yellow cells. Id and name are required."});
    const Profile blank;
    const Profile& p = profile_ == nullptr ? blank : *profile_;
    const std::string* const names[] = {&p.id, &p.name, &p.name_en};
    for (std::size_t i = 0; i < form::kNames.size(); ++i) {
      sheet.rows.push_back(
          {form::kNames[i].machine, Say(form::kNames[i].title), *names[i]});
    }
    for (const Attribute& attribute : Attributes()) {
      std::vector<std::string> values;
      if (const auto it = p.attributes.find(attribute.name);
          it != p.attributes.end()) {
        values = it->second;
      }
      // Several sectors: a row for each that there can be.
      const bool several = std::string_view(attribute.name) == "sectors";
      values.resize(several ? attribute.values.size() : 1);
      std::vector<std::string> choices;
      for (const char* value : attribute.values) {
        choices.push_back(AttributeText(attribute.name, value, language_));
      }
      for (std::size_t i = 0; i < values.size(); ++i) {
        if (!choices.empty()) {
          sheet.choices[{sheet.rows.size(), kAnswerColumn}] = choices;
        }
        std::string question = Say(attribute.question);
        if (several && i > 0) {
          question = Say({"（ほかにもあれば）", "(another one, if any)"});
        }
        sheet.rows.push_back(
            {attribute.name, std::move(question),
             AttributeText(attribute.name, values[i], language_)});
      }
    }
    return sheet;
  }

  Sheet StatedFacts() const {
    Sheet sheet = Questions(
        form::kFacts,
        {"分からないものは「不明」のままにします（要確認として扱われます）。",
         "Leave what is not known as unknown; it is then to be confirmed."});
    sheet.columns[kAnswerColumn].width = 14;
    sheet.columns[kAnswerColumn].choices = {Say(form::kYes), Say(form::kNo),
                                            Say(form::kUnknown)};
    for (const Fact& fact : Facts()) {
      Words answer = form::kUnknown;
      if (profile_ != nullptr) {
        const auto it = profile_->stated_facts.find(fact.name);
        if (it != profile_->stated_facts.end()) {
          answer = it->second ? form::kYes : form::kNo;
        }
      }
      sheet.rows.push_back({fact.name, Say(fact.question), Say(answer)});
    }
    return sheet;
  }

  Sheet Departments() const {
    Sheet sheet = Questions(
        form::kDepartments,
        {"役割ごとに、受け持つ課の名前を一つの欄に一つずつ書きます。",
         "For each role, the departments that hold it, one in a cell."});
    std::size_t most = kFewestNames;
    for (const auto& role : kRoles) {
      if (profile_ == nullptr) break;
      most = std::max(most, profile_->Departments(role.value).size());
    }
    sheet.columns[0].width = 16;
    sheet.columns[1].width = 30;
    sheet.columns[1].title = Say({"役割", "role"});
    sheet.columns.resize(kAnswerColumn);
    for (std::size_t i = 0; i < most; ++i) {
      sheet.columns.push_back({Say(form::kDepartment) +
                                   (language_ == Language::kJa ? "" : " ") +
                                   std::to_string(i + 1),
                               Kind::kText,
                               24,
                               true,
                               {}});
    }
    for (const auto& role : kRoles) {
      std::vector<std::string> row = {role.machine, role.words.in(language_)};
      if (profile_ != nullptr) {
        const auto& names = profile_->Departments(role.value);
        row.insert(row.end(), names.begin(), names.end());
      }
      row.resize(kAnswerColumn + most);
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  Sheet Holdings(Holding::Kind kind) const {
    const bool system = kind == Holding::Kind::kSystem;
    Sheet sheet;
    sheet.name = Say(system ? form::kSystems : form::kContracts);
    sheet.instructions = {Say(
        system
            ? Words{"使っているシステムを一行に一つ書きます。日付は 2027-07-01 "
                    "のように入れ、分からなければ空けておきます。",
                    "The systems in use, one a row. Dates such as "
                    "2027-07-01; leave blank what is not known."}
            : Words{"結んでいる契約を一行に一つ書きます。日付は 2027-07-01 "
                    "のように入れ、分からなければ空けておきます。",
                    "The contracts, one a row. Dates such as 2027-07-01; "
                    "leave blank what is not known."})};
    sheet.autofilter = false;
    sheet.spare_rows = kSpareRows;
    for (std::size_t i = 0; i < form::kHolding.size(); ++i) {
      if (!system && i == kInUse) continue;
      SheetColumn column;
      column.title = Say(form::kHolding[i].title);
      column.width = i == 0 ? 44 : i == 1 ? 24 : 15;
      column.kind = i < kInUse ? Kind::kText : Kind::kDate;
      column.input = true;
      if (i == 1) {
        for (const auto& segment : kSegments) {
          column.choices.emplace_back(segment.words.in(language_));
        }
      }
      sheet.columns.push_back(std::move(column));
    }
    if (profile_ == nullptr) return sheet;
    for (const Holding& h : profile_->holdings) {
      if (h.kind != kind) continue;
      std::vector<std::string> row = {
          h.name, h.segment ? InWords(*h.segment, language_) : ""};
      if (system) row.push_back(Iso(h.in_use_since));
      row.push_back(Iso(h.contract_from));
      row.push_back(Iso(h.contract_to));
      row.push_back(Iso(h.next_renewal));
      sheet.rows.push_back(std::move(row));
    }
    return sheet;
  }

  static constexpr std::size_t kInUse = 2;  // of form::kHolding

  const Profile* profile_;
  Language language_;
};

}  // namespace

Workbook ProfileForm(const Profile* profile, Language language) {
  return Form(profile, language).Make();
}

}  // namespace mapper
