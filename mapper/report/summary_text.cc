// The summary as a page of text; see summary.h.

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "mapper/base/text.h"
#include "mapper/model/facts.h"
#include "mapper/report/summary.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace mapper {
namespace {

constexpr std::size_t kPage = 110;  // cells

}  // namespace

std::vector<std::string> FactQuestions(const std::vector<std::string>& names,
                                       Language language) {
  std::vector<std::string> questions;
  for (const std::string& name : names) {
    const Fact* fact = FindFact(name);
    const Attribute* attribute = FindAttribute(name);
    questions.emplace_back(fact != nullptr ? fact->question.in(language)
                           : attribute != nullptr
                               ? attribute->question.in(language)
                               : name);
  }
  return questions;
}

std::vector<std::string> Conclusions(const ReportContext& context,
                                     const Summary& s, Language language) {
  const bool ja = language == Language::kJa;
  std::vector<std::string> points;
  if (context.assessments != nullptr) {
    points.push_back(fmt::format(
        ja ? "法令上の義務は {} 件。自己点検は {} 項目中 {} "
             "項目が回答済み、未実施は {} 項目です。"
           : "Duties under law: {}. Self-inspection: of {} items {} are "
             "answered and {} are not met.",
        s.duties, s.items, s.answered, s.not_met));
  } else {
    points.push_back(fmt::format(
        ja ? "法令上の義務は {} 件、自己点検の項目は {} "
             "項目です。実施状況はまだ入力されていません（--status FILE）。"
           : "Duties under law: {}. Self-inspection items: {}. No status was "
             "given yet (--status FILE).",
        s.duties, s.items));
  }
  for (const auto& [day, count] : s.due) {
    points.push_back(fmt::format(
        ja ? "{}に施行される義務のうち、まだ実施済みでないものは {} 件です。"
           : "Duties that begin on {} and are not met yet: {}.",
        ToLongText(day, language), count));
  }
  if (s.to_confirm > 0) {
    points.push_back(fmt::format(
        ja ? "要確認が {} "
             "件あります。確認できるまで「適用あり」として数えています。確認す"
             "ること: {}"
           : "Items whose application is to be confirmed, counted as applying "
             "until then: {}. To confirm: {}",
        s.to_confirm,
        Join(FactQuestions(s.facts_to_confirm, language), ja ? "／" : " / ")));
  }
  return points;
}

std::string RegimeWhen(const RegimeState& state, const Framework* f,
                       Language language) {
  const bool ja = language == Language::kJa;
  std::vector<std::string> parts;
  if (state.regime->from) {
    const std::string day = ToShortText(*state.regime->from, language);
    if (state.phase == Phase::kLater) {
      parts.push_back(ja ? day + "から" : "from " + day);
    } else {
      parts.push_back(day);
    }
  }
  if (state.phase == Phase::kPast) {
    parts.emplace_back(ja ? "旧版（参考）" : "past edition");
  }
  if (state.applies == Truth::kUnknown) {
    parts.emplace_back(ja ? "適用は要確認" : "to confirm");
  }
  if (f != nullptr && f->controls.empty()) {
    parts.emplace_back(ja ? "本文未取込" : "text not imported");
  }
  if (parts.empty() && f != nullptr) parts.push_back(f->edition);
  return Join(parts, ja ? "・" : ", ");
}

namespace {

class Page {
 public:
  Page(const ReportContext& context, const Summary& summary, const View& view)
      : context_(context),
        summary_(summary),
        language_(view.language),
        ja_(view.language == Language::kJa) {}

  std::string Write(const Coordination& coordination,
                    const std::vector<HoldingState>& holdings) {
    Head();
    Conclusion();
    Regimes();
    Progress();
    Urgent();
    Renewals(holdings);
    Coordinates(coordination);
    Shared();
    Evidence();
    return std::move(out_);
  }

 private:
  void Line(const std::string& text) { out_ += text + "\n"; }
  void Title(const char* ja, const char* en) {
    Line(std::string("■ ") + (ja_ ? ja : en));
  }
  void Paragraph(const std::string& text, std::size_t indent) {
    for (const std::string& line : Wrap(text, kPage - indent)) {
      Line(std::string(indent, ' ') + line);
    }
  }

  void Head() {
    const Profile& profile = context_.applicability->profile();
    Line(ja_ ? "サイバーセキュリティ対応状況（要約）　" + Visible(profile.name)
             : "Cybersecurity status (summary): " +
                   Visible(profile.name_en.empty() ? profile.name
                                                   : profile.name_en));
    const std::string day = ToLongText(context_.applicability->on(), language_);
    Line(ja_ ? "基準日 " + day + "　データ版 " KAKEHASHI_VERSION "　庁内限り"
             : "As of " + day +
                   "   data " KAKEHASHI_VERSION "   for internal use");
  }

  void Conclusion() {
    Title("結論", "Conclusions");
    int number = 0;
    for (const std::string& text : Conclusions(context_, summary_, language_)) {
      std::string mark = fmt::format(ja_ ? " {} " : " {}. ", ++number);
      for (const std::string& line : Wrap(text, kPage - mark.size())) {
        Line(mark + line);
        mark.assign(mark.size(), ' ');
      }
    }
  }

  void Regimes() {
    Title("適用される法令・基準（根拠は regimes.csv）",
          "Regimes that apply (legal bases in regimes.csv)");
    TextTable table;
    table.AddColumn(ja_ ? "拘束力" : "binding");
    table.AddColumn(ja_ ? "名称" : "title", 34);
    table.AddColumn(ja_ ? "対象" : "scope", 26);
    table.AddColumn(ja_ ? "所管／庁内窓口" : "ministry / desk", 24);
    table.AddColumn(ja_ ? "施行・版" : "in force, edition", 22);
    for (const RegimeState& state : context_.applicability->regimes()) {
      if (state.applies == Truth::kFalse) continue;
      const Framework* f =
          state.framework < 0 ? nullptr : &context_.framework(state.framework);
      const std::string desk = DeskOf(context_, state.framework);
      // The ministry's name ends where the remarks begin.
      const std::string& full = state.regime->ministry;
      const std::string ministry =
          full.substr(0, std::min(full.find("。"), full.find("（令和")));
      table.AddRow({f == nullptr ? "" : InWords(f->binding, language_),
                    RegimeTitle(*context_.dataset, state, language_),
                    Truncate(state.regime->scope, 52),
                    Truncate(ministry, 30) +
                        (ministry.empty() || desk.empty() ? "" : "／") + desk,
                    RegimeWhen(state, f, language_)});
    }
    out_ += table.Render(1);
  }

  void Progress() {
    if (summary_.groups.empty()) return;
    Title("実施状況（項目数）", "Status (number of items)");
    TextTable table;
    table.AddColumn(ja_ ? "区分" : "group", 44);
    for (const auto& status : kStatuses) {
      table.AddColumn(status.words.in(language_), 0, TextTable::Align::kRight);
    }
    table.AddColumn(ja_ ? "計" : "total", 0, TextTable::Align::kRight);
    const auto row = [&](const StatusGroup& group, const std::string& title) {
      std::vector<std::string> cells = {title};
      for (const std::size_t n : group.count) {
        cells.push_back(std::to_string(n));
      }
      cells.push_back(std::to_string(group.size));
      table.AddRow(std::move(cells));
    };
    for (const StatusGroup& group : summary_.groups) {
      if (!group.topics) row(group, group.title);
    }
    table.AddRule();
    const StatusGroup sum = SumOfGroups(summary_, language_);
    row(sum, sum.title);
    for (const StatusGroup& group : summary_.groups) {
      if (group.topics) row(group, group.title + (ja_ ? " 別掲" : ", apart"));
    }
    out_ += table.Render(1);
  }

  void Urgent() {
    if (summary_.urgent.empty()) return;
    Title("急ぐもの（法令上の義務で、まだ終わっていないもの）",
          "Most pressing (duties under law that are not done)");
    TextTable table;
    table.AddColumn(ja_ ? "内容" : "what", 34);
    table.AddColumn(ja_ ? "根拠" : "basis", 28);
    table.AddColumn(ja_ ? "状況" : "status");
    table.AddColumn(ja_ ? "主担当" : "lead", 16);
    table.AddColumn(ja_ ? "期限" : "due");
    for (const ControlRef& ref : summary_.urgent) {
      const Control& control = context_.dataset->control(ref);
      const Applicability& a = context_.applicability->Of(ref);
      const auto lead = context_.LeadDepartments(control);
      table.AddRow({control.title(language_), control.label,
                    InWords(context_.StatusOf(ref), language_),
                    lead.empty() ? (ja_ ? "未定" : "nobody")
                                 : Join(lead, ja_ ? "、" : ", "),
                    a.phase == Phase::kLater && a.from
                        ? ToShortText(*a.from, language_)
                        : (ja_ ? "施行済" : "in force")});
    }
    out_ += table.Render(1);
  }

  void Renewals(const std::vector<HoldingState>& holdings) {
    if (summary_.renewals == 0) return;
    const HoldingState* shown = nullptr;
    std::vector<std::string> names;
    for (const HoldingState& state : holdings) {
      if (!state.new_rule_from) continue;
      if (shown == nullptr) shown = &state;
      names.push_back(state.holding->name + (ja_ ? "（" : " (") +
                      ToShortText(*state.new_rule_from, language_) +
                      (ja_ ? "）" : ")"));
    }
    const Transition& t = *shown->transition;
    std::vector<std::string> labels;
    const Framework& f = context_.framework(shown->framework);
    for (const std::string& id : t.controls) {
      const int control = f.Find(id);
      labels.push_back(
          control < 0 ? id
                      : f.controls[static_cast<std::size_t>(control)].label);
    }
    Line(fmt::format(ja_ ? "■ {}以後に更新・契約するもの {} 件（{}）"
                         : "■ Renewed or contracted on or after {}: {} ({})",
                     ToLongText(t.on, language_), summary_.renewals,
                     Join(labels, ja_ ? "、" : ", ")));
    Paragraph(Join(names, ja_ ? "、" : ", "), 1);
    Paragraph(language_ == Language::kEn && !t.note_en.empty() ? t.note_en
                                                               : t.note_ja,
              1);
  }

  void Coordinates(const Coordination& coordination) {
    if (coordination.pairs.empty()) return;
    const Profile& profile = context_.applicability->profile();
    std::vector<std::string> parts;
    std::set<std::string> named;
    for (const Role role : {Role::kIct, Role::kBousai}) {
      for (const std::string& name : profile.Departments(role)) {
        if (!named.insert(name).second) continue;
        std::size_t shared = 0;
        for (const Assignment& a : coordination.assignments) {
          const auto in = [&name](const std::vector<std::string>& list) {
            return std::find(list.begin(), list.end(), name) != list.end();
          };
          if ((in(a.lead) || in(a.support)) &&
              a.lead.size() + a.support.size() > 1) {
            ++shared;
          }
        }
        if (shared == 0) continue;
        parts.push_back(fmt::format(ja_ ? "{}が加わるもの {} 件" : "{}: {}",
                                    Visible(name), shared));
      }
    }
    parts.push_back(fmt::format(ja_ ? "主担当の未定 {} 件" : "no lead: {}",
                                coordination.without_lead));
    Title("庁内調整（複数の課で進める項目。coordination.csv）",
          "Shared between departments (coordination.csv)");
    Paragraph(Join(parts, ja_ ? "、" : ", "), 1);
    std::vector<std::string> pairs;
    for (const DepartmentPair& pair : coordination.pairs) {
      if (pairs.size() == 3) break;
      pairs.push_back(fmt::format(ja_ ? "{}と{} {} 件" : "{} and {}: {}",
                                  Visible(pair.first), Visible(pair.second),
                                  pair.size()));
    }
    Paragraph((ja_ ? "共同が多い組: " : "Most shared: ") +
                  Join(pairs, ja_ ? "、" : ", "),
              1);
  }

  void Shared() {
    const auto& d = summary_.differences;
    const auto at = [&d](GapState state) {
      return d[static_cast<std::size_t>(state)];
    };
    Line(fmt::format(
        ja_ ? "■ 共通化　一度の実施で複数の基準を満たす組 {}（crosswalk.csv）"
            : "■ Shared work: {} pairs in which meeting one meets the other "
              "(crosswalk.csv)",
        summary_.shared_once));
    Title("基準間の差（未実施という意味ではありません。gaps.csv）",
          "Differences between texts (not work undone; gaps.csv)");
    std::vector<std::string> parts;
    std::size_t total = 0;
    for (const auto& state : kGapStates) {
      parts.push_back(
          fmt::format("{} {}", state.words.in(language_), at(state.value)));
      total += at(state.value);
    }
    Paragraph(Join(parts, "  ") +
                  fmt::format(ja_ ? "  計 {}（項目×比べる基準）"
                                  : "  total {} (controls x frameworks)",
                              total),
              1);
  }

  void Evidence() {
    std::vector<std::string> parts;
    std::size_t total = 0;
    for (const auto& evidence : kEvidences) {
      const std::size_t n =
          summary_.evidence[static_cast<std::size_t>(evidence.value)];
      parts.push_back(fmt::format("{} {}", evidence.words.in(language_), n));
      total += n;
    }
    Line((ja_ ? "■ 情報の確かさ　" : "■ How sure this is: ") +
         Join(parts, "  ") +
         fmt::format(ja_ ? "  計 {}" : "  total {}", total));
    Paragraph(ja_ ? "本書は所管省庁の公式見解ではありません。要旨と理由は当方の"
                    "言葉です。"
                  : "Not an official view of any ministry. Gists and reasons "
                    "are the project's own words.",
              1);
  }

  const ReportContext& context_;
  const Summary& summary_;
  Language language_;
  bool ja_;
  std::string out_;
};

}  // namespace

std::string WriteSummary(const ReportContext& context, const Summary& summary,
                         const Coordination& coordination,
                         const std::vector<HoldingState>& holdings,
                         const View& view) {
  return Page(context, summary, view).Write(coordination, holdings);
}

}  // namespace mapper
