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

class Page {
  using Kind = SummaryBlock::Kind;

 public:
  Page(const ReportContext& context, const Summary& summary, const View& view)
      : context_(context),
        summary_(summary),
        language_(view.language),
        ja_(view.language == Language::kJa) {}

  std::vector<SummaryBlock> Write(const Coordination& coordination,
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
    return std::move(blocks_);
  }

 private:
  void Add(SummaryBlock::Kind kind, const std::string& text,
           const std::string& mark = {}) {
    SummaryBlock block;
    block.kind = kind;
    block.text = text;
    block.mark = mark;
    blocks_.push_back(std::move(block));
  }
  void Section(const std::string& text) { Add(Kind::kSection, text); }
  void Title(const char* ja, const char* en) { Section(ja_ ? ja : en); }
  void Paragraph(const std::string& text) { Add(Kind::kParagraph, text); }
  void Table(SummaryTable table) {
    SummaryBlock block;
    block.kind = Kind::kTable;
    block.table = std::move(table);
    blocks_.push_back(std::move(block));
  }

  void Head() {
    const Profile& profile = context_.applicability->profile();
    Add(Kind::kTitle,
        ja_ ? "サイバーセキュリティ対応状況（要約）　" + Visible(profile.name)
            : "Cybersecurity status (summary): " +
                  Visible(profile.name_en.empty() ? profile.name
                                                  : profile.name_en));
    const std::string day = ToLongText(context_.applicability->on(), language_);
    Add(Kind::kLine,
        ja_ ? "基準日 " + day + "　データ版 " KAKEHASHI_VERSION "　庁内限り"
            : "As of " + day +
                  "   data " KAKEHASHI_VERSION "   for internal use");
  }

  void Conclusion() {
    Title("結論", "Conclusions");
    int number = 0;
    for (const std::string& text : Conclusions(context_, summary_, language_)) {
      Add(Kind::kPoint, text, fmt::format(ja_ ? " {} " : " {}. ", ++number));
    }
  }

  void Regimes() {
    Title("適用される法令・基準（根拠は regimes.csv）",
          "Regimes that apply (legal bases in regimes.csv)");
    SummaryTable table;
    table.columns = {{ja_ ? "拘束力" : "binding", 0, false},
                     {ja_ ? "名称" : "title", 34, false},
                     {ja_ ? "対象" : "scope", 26, false},
                     {ja_ ? "所管／庁内窓口" : "ministry / desk", 24, false},
                     {ja_ ? "施行・版" : "in force, edition", 22, false}};
    table.name = 1;
    for (const RegimeState& state : context_.applicability->regimes()) {
      if (state.applies == Truth::kFalse) continue;
      const Framework* f =
          state.framework < 0 ? nullptr : &context_.framework(state.framework);
      const std::string desk = DeskOf(context_, state.framework);
      // The ministry's name ends where the remarks begin.
      const std::string& full = state.regime->ministry;
      const std::string ministry =
          full.substr(0, std::min(full.find("。"), full.find("（令和")));
      table.rows.push_back({f == nullptr ? "" : InWords(f->binding, language_),
                            RegimeTitle(*context_.dataset, state, language_),
                            Truncate(state.regime->scope, 52),
                            Truncate(ministry, 30) +
                                (ministry.empty() || desk.empty() ? "" : "／") +
                                desk,
                            RegimeWhen(state, f, language_)});
    }
    Table(std::move(table));
  }

  void Progress() {
    if (summary_.groups.empty()) return;
    Title("実施状況（項目数）", "Status (number of items)");
    SummaryTable table;
    table.columns.push_back({ja_ ? "区分" : "group", 44, false});
    for (const auto& status : kStatuses) {
      table.columns.push_back({status.words.in(language_), 0, true});
    }
    table.columns.push_back({ja_ ? "計" : "total", 0, true});
    const auto row = [&](const StatusGroup& group, const std::string& title) {
      std::vector<std::string> cells = {title};
      for (const std::size_t n : group.count) {
        cells.push_back(std::to_string(n));
      }
      cells.push_back(std::to_string(group.size));
      table.rows.push_back(std::move(cells));
    };
    for (const StatusGroup& group : summary_.groups) {
      if (!group.topics) row(group, group.title);
    }
    table.total = table.rows.size();
    const StatusGroup sum = SumOfGroups(summary_, language_);
    row(sum, sum.title);
    for (const StatusGroup& group : summary_.groups) {
      if (group.topics) row(group, group.title + (ja_ ? " 別掲" : ", apart"));
    }
    Table(std::move(table));
  }

  void Urgent() {
    if (summary_.urgent.empty()) return;
    Title("急ぐもの（法令上の義務で、まだ終わっていないもの）",
          "Most pressing (duties under law that are not done)");
    SummaryTable table;
    table.columns = {{ja_ ? "内容" : "what", 34, false},
                     {ja_ ? "根拠" : "basis", 28, false},
                     {ja_ ? "状況" : "status", 0, false},
                     {ja_ ? "主担当" : "lead", 16, false},
                     {ja_ ? "期限" : "due", 0, false}};
    for (const ControlRef& ref : summary_.urgent) {
      const Control& control = context_.dataset->control(ref);
      const Applicability& a = context_.applicability->Of(ref);
      const auto lead = context_.LeadDepartments(control);
      table.rows.push_back({control.title(language_), control.label,
                            InWords(context_.StatusOf(ref), language_),
                            lead.empty() ? (ja_ ? "未定" : "nobody")
                                         : Join(lead, ja_ ? "、" : ", "),
                            a.phase == Phase::kLater && a.from
                                ? ToShortText(*a.from, language_)
                                : (ja_ ? "施行済" : "in force")});
    }
    Table(std::move(table));
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
    Section(fmt::format(ja_ ? "{}以後に更新・契約するもの {} 件（{}）"
                            : "Renewed or contracted on or after {}: {} ({})",
                        ToLongText(t.on, language_), summary_.renewals,
                        Join(labels, ja_ ? "、" : ", ")));
    Paragraph(Join(names, ja_ ? "、" : ", "));
    Paragraph(language_ == Language::kEn && !t.note_en.empty() ? t.note_en
                                                               : t.note_ja);
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
    Paragraph(Join(parts, ja_ ? "、" : ", "));
    std::vector<std::string> pairs;
    for (const DepartmentPair& pair : coordination.pairs) {
      if (pairs.size() == 3) break;
      pairs.push_back(fmt::format(ja_ ? "{}と{} {} 件" : "{} and {}: {}",
                                  Visible(pair.first), Visible(pair.second),
                                  pair.size()));
    }
    Paragraph((ja_ ? "共同が多い組: " : "Most shared: ") +
              Join(pairs, ja_ ? "、" : ", "));
  }

  void Shared() {
    const auto& d = summary_.differences;
    const auto at = [&d](GapState state) {
      return d[static_cast<std::size_t>(state)];
    };
    Section(fmt::format(
        ja_ ? "共通化　一度の実施で複数の基準を満たす組 {}（crosswalk.csv）"
            : "Shared work: {} pairs in which meeting one meets the other "
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
                          total));
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
    Section((ja_ ? "情報の確かさ　" : "How sure this is: ") +
            Join(parts, "  ") +
            fmt::format(ja_ ? "  計 {}" : "  total {}", total));
    Paragraph(ja_ ? "本書は所管省庁の公式見解ではありません。要旨と理由は当方の"
                    "言葉です。"
                  : "Not an official view of any ministry. Gists and reasons "
                    "are the project's own words.");
  }

  const ReportContext& context_;
  const Summary& summary_;
  Language language_;
  bool ja_;
  std::vector<SummaryBlock> blocks_;
};

std::string TableText(const SummaryTable& table) {
  TextTable text;
  for (const SummaryTable::Part& column : table.columns) {
    text.AddColumn(
        column.title, column.width,
        column.number ? TextTable::Align::kRight : TextTable::Align::kLeft);
  }
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    if (table.total == i) text.AddRule();
    text.AddRow(table.rows[i]);
  }
  return text.Render(1);
}

}  // namespace

std::vector<SummaryBlock> SummaryBlocks(
    const ReportContext& context, const Summary& summary,
    const Coordination& coordination, const std::vector<HoldingState>& holdings,
    const View& view) {
  return Page(context, summary, view).Write(coordination, holdings);
}

std::string WriteSummary(const ReportContext& context, const Summary& summary,
                         const Coordination& coordination,
                         const std::vector<HoldingState>& holdings,
                         const View& view) {
  std::string out;
  for (const SummaryBlock& block :
       SummaryBlocks(context, summary, coordination, holdings, view)) {
    switch (block.kind) {
      case SummaryBlock::Kind::kTitle:
      case SummaryBlock::Kind::kLine:
        out += Visible(block.text) + "\n";
        break;
      case SummaryBlock::Kind::kSection:
        out += "■ " + Visible(block.text) + "\n";
        break;
      case SummaryBlock::Kind::kPoint: {
        std::string mark = block.mark;
        for (const std::string& line :
             Wrap(Visible(block.text), kSummaryPage - mark.size())) {
          out += mark + line + "\n";
          mark.assign(mark.size(), ' ');
        }
        break;
      }
      case SummaryBlock::Kind::kParagraph:
        for (const std::string& line :
             Wrap(Visible(block.text), kSummaryPage - 1)) {
          out += " " + line + "\n";
        }
        break;
      case SummaryBlock::Kind::kTable:
        out += TableText(block.table);
        break;
    }
  }
  return out;
}

}  // namespace mapper
