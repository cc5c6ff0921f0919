// The plain report of report.html; see html_page.h.

#include <algorithm>
#include <map>

#include "mapper/base/text.h"
#include "mapper/report/html_page.h"
#include "mapper/report/table_words.h"
#include "mapper/report/tables.h"

namespace mapper {
namespace {

using table_words::LevelText;
using table_words::Number;

class Plain {
 public:
  explicit Plain(const HtmlInput& input)
      : input_(input),
        context_(*input.context),
        language_(input.language),
        ja_(input.language == Language::kJa),
        view_{input.language, false},
        summary_(ja_ ? *input.summary_ja : *input.summary_en) {}

  std::string Write() {
    out_ += "<div class=\"plain\">\n";
    Head();
    out_ += "<main>\n";
    Conclusion();
    Regimes();
    Progress();
    Urgent();
    Transitions();
    Pairs();
    Differences();
    EvidenceTotals();
    Answers();
    for (const HtmlTable& table : input_.tables) {
      // The catalogues below have the same controls with their gists.
      if (table.ja.name == "audit") continue;
      Listing(table.title.in(language_), ja_ ? table.ja : table.en);
    }
    for (const int framework : context_.frameworks) Catalogue(framework);
    Listing(Say("話題ごとの重なり", "Overlaps by topic"),
            OverlapRecords(context_, view_));
    Listing(Say("対応表と導出した関係", "Crosswalks and what is derived"),
            AllCrosswalkRecords(context_, view_));
    Sources();
    return out_ + "</main>\n</div>\n";
  }

 private:
  const char* Say(const char* ja, const char* en) const {
    return ja_ ? ja : en;
  }
  void Section(const std::string& title) {
    out_ += "<h2>" + EscapeHtml(title) + "</h2>\n";
  }
  void Paragraph(const std::string& text) {
    out_ += "<p>" + EscapeHtml(text) + "</p>\n";
  }
  // `gists`: the second column has long text.
  void Open(const std::vector<std::string>& titles, bool gists = false) {
    out_ += std::string("<div class=\"scroll\"><table") +
            (gists ? " class=\"gists\"" : "") + ">\n<thead><tr>";
    for (const std::string& title : titles) {
      out_ += "<th scope=\"col\">" + EscapeHtml(title) + "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
  }
  // The first cell is the row's heading; cells of digits alone stand right.
  void Row(const std::vector<std::string>& cells) {
    out_ += "<tr>";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const bool number =
          !cells[i].empty() &&
          cells[i].find_first_not_of("0123456789") == std::string::npos;
      out_ += (i == 0   ? "<th scope=\"row\">"
               : number ? "<td class=\"n\">"
                        : "<td>") +
              EscapeHtml(cells[i]) + (i == 0 ? "</th>" : "</td>");
    }
    out_ += "</tr>\n";
  }
  void Close() { out_ += "</tbody></table></div>\n"; }

  void Listing(const char* title, const Records& records) {
    if (records.rows.empty()) return;
    Section(std::string(title) + Say("（", " (") + Number(records.rows.size()) +
            Say(" 行）", " rows)"));
    // The catalogues have the gists.
    const auto kept = [&records](std::size_t column) {
      return std::string_view(records.columns[column].machine) != "gist";
    };
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < records.columns.size(); ++i) {
      if (kept(i)) titles.emplace_back(records.columns[i].title.in(language_));
    }
    Open(titles);
    for (const auto& row : records.rows) {
      std::vector<std::string> cells;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (kept(i)) cells.push_back(row[i]);
      }
      Row(cells);
    }
    Close();
  }

  void Head() {
    const Profile& profile = context_.applicability->profile();
    const std::string& name =
        ja_ || profile.name_en.empty() ? profile.name : profile.name_en;
    out_ += "<header><p class=\"over\">" +
            std::string(Say("庁内限り", "For internal use")) + "</p><h1>" +
            Say("サイバーセキュリティ対応状況", "Cybersecurity status") +
            "</h1><p class=\"org\">" + EscapeHtml(name) + "</p><p>" +
            Say("基準日 ", "As of ") +
            ToLongText(context_.applicability->on(), language_) +
            Say("　データ版 ", ", data ") + KAKEHASHI_VERSION +
            "</p></header>\n";
  }

  void Conclusion() {
    Section(Say("結論", "Conclusions"));
    out_ += "<ol>";
    for (const std::string& text : Conclusions(context_, summary_, language_)) {
      out_ += "<li>" + EscapeHtml(text) + "</li>";
    }
    out_ += "</ol>\n";
  }

  void Regimes() {
    Section(Say("適用される法令・基準", "Regimes that apply"));
    Open({Say("名称", "title"), Say("拘束力", "binding"), Say("対象", "scope"),
          Say("所管", "ministry"), Say("庁内窓口", "desk"),
          Say("施行・版", "in force, edition"), Say("根拠", "basis")});
    for (const RegimeState& state : context_.applicability->regimes()) {
      if (state.applies == Truth::kFalse) continue;
      const Framework* f =
          state.framework < 0 ? nullptr : &context_.framework(state.framework);
      Row({RegimeTitle(*context_.dataset, state, language_),
           f == nullptr ? "" : InWords(f->binding, language_),
           state.regime->scope, state.regime->ministry,
           DeskOf(context_, state.framework), RegimeWhen(state, f, language_),
           state.regime->basis});
    }
    Close();
  }

  void Progress() {
    if (summary_.groups.empty()) return;
    Section(Say("実施状況（項目数）", "Status (number of items)"));
    std::vector<std::string> titles = {Say("区分", "group")};
    for (const auto& status : kStatuses) {
      titles.emplace_back(status.words.in(language_));
    }
    titles.emplace_back(Say("計", "total"));
    Open(titles);
    const auto row = [this](const StatusGroup& group,
                            const std::string& title) {
      std::vector<std::string> cells = {title};
      for (const std::size_t n : group.count) cells.push_back(Number(n));
      cells.push_back(Number(group.size));
      Row(cells);
    };
    for (const StatusGroup& group : summary_.groups) {
      if (!group.topics) row(group, group.title);
    }
    const StatusGroup sum = SumOfGroups(summary_, language_);
    row(sum, sum.title);
    for (const StatusGroup& group : summary_.groups) {
      if (group.topics) row(group, group.title + Say("（別掲）", " (apart)"));
    }
    Close();
  }

  std::string Departments(const std::vector<std::string>& names) const {
    return names.empty() ? Say("未定", "nobody") : Join(names, Say("、", ", "));
  }

  void Urgent() {
    if (summary_.urgent.empty()) return;
    Section(Say("急ぐもの（法令上の義務で、まだ終わっていないもの）",
                "Most pressing (duties under law that are not done)"));
    Open({Say("内容", "what"), Say("根拠", "basis"), Say("状況", "status"),
          Say("主担当", "lead"), Say("期限", "due")});
    for (const ControlRef& ref : summary_.urgent) {
      const Control& control = context_.dataset->control(ref);
      const Applicability& a = context_.applicability->Of(ref);
      Row({control.title(language_), control.label,
           InWords(context_.StatusOf(ref), language_),
           Departments(context_.LeadDepartments(control)),
           a.phase == Phase::kLater && a.from ? ToLongText(*a.from, language_)
                                              : Say("施行済", "in force")});
    }
    Close();
  }

  void Transitions() {
    if (input_.holdings->empty()) return;
    Section(Say("更新・契約と経過措置", "Renewals and contracts"));
    const Transition* last = nullptr;
    for (const HoldingState& state : *input_.holdings) {
      if (state.transition == last) continue;
      last = state.transition;
      Paragraph(!ja_ && !last->note_en.empty() ? last->note_en : last->note_ja);
    }
    Open({Say("名称", "name"), Say("経過措置", "state"),
          Say("新規則の適用", "new rule from")});
    for (const HoldingState& state : *input_.holdings) {
      Row({state.holding->name, InWords(state.state, language_),
           state.new_rule_from ? ToLongText(*state.new_rule_from, language_)
                               : ""});
    }
    Close();
  }

  void Pairs() {
    const Coordination& all = *input_.coordination;
    if (all.pairs.empty()) return;
    Section(Say("庁内調整（二つの課で進める項目の数）",
                "Shared between departments (number of controls)"));
    Paragraph(std::string(Say("主担当の未定 ", "Without a lead: ")) +
              std::to_string(all.without_lead) + Say(" 件", ""));
    Open({Say("課", "department"), Say("課", "department"),
          Say("前者が主担当", "first leads"),
          Say("後者が主担当", "second leads"), Say("計", "total")});
    for (const DepartmentPair& pair : all.pairs) {
      Row({pair.first, pair.second, Number(pair.first_leads.size()),
           Number(pair.second_leads.size()), Number(pair.size())});
    }
    Close();
  }

  void Differences() {
    Section(Say("基準間の差（未実施という意味ではありません）",
                "Differences between texts (not work undone)"));
    std::vector<std::string> titles = {Say("基準", "framework"),
                                       Say("比べる基準", "against")};
    for (const auto& state : kGapStates) {
      titles.emplace_back(state.words.in(language_));
    }
    titles.emplace_back(Say("計", "total"));
    Open(titles);
    std::array<std::size_t, 7> sum{};
    for (const GapComparison& comparison : *input_.comparisons) {
      std::vector<std::string> cells = {
          context_.framework(comparison.framework).short_title(language_),
          context_.framework(comparison.against).short_title(language_)};
      std::size_t total = 0;
      for (std::size_t i = 0; i < comparison.totals.size(); ++i) {
        const auto n = static_cast<std::size_t>(comparison.totals[i]);
        cells.push_back(Number(n));
        sum[i] += n;
        total += n;
      }
      sum[6] += total;
      cells.push_back(Number(total));
      if (total > 0) Row(cells);
    }
    std::vector<std::string> cells = {Say("合計", "total"), ""};
    for (const std::size_t n : sum) cells.push_back(Number(n));
    Row(cells);
    Close();
  }

  void EvidenceTotals() {
    Section(Say("情報の確かさ", "How sure this is"));
    std::vector<std::string> titles;
    std::vector<std::string> cells;
    std::size_t total = 0;
    for (const auto& evidence : kEvidences) {
      titles.emplace_back(evidence.words.in(language_));
      const std::size_t n =
          summary_.evidence[static_cast<std::size_t>(evidence.value)];
      cells.push_back(Number(n));
      total += n;
    }
    titles.emplace_back(Say("計", "total"));
    cells.push_back(Number(total));
    titles.insert(titles.begin(), Say("区分", "mark"));
    cells.insert(cells.begin(), Say("項目数", "controls"));
    Open(titles);
    Row(cells);
    Close();
    Paragraph(
        Say("本書は所管省庁の公式見解ではありません。要旨と理由は当方の"
            "言葉です。",
            "Not an official view of any ministry. Gists and reasons are "
            "the project's own words."));
  }

  void Answers() {
    if (input_.answers == nullptr) return;
    Listing(Say("点検結果", "Answers"),
            AnswerRecords(context_, *input_.answers, view_));
    std::vector<std::string> parts;
    for (const Total& total : AnswerTotals(*input_.answers)) {
      parts.push_back(std::string(total.title.in(language_)) + " " +
                      Number(total.value));
    }
    Paragraph(Join(parts, Say("、", ", ")));
  }

  // Every control of a framework that applies or may apply, and where it
  // stands towards the others.
  void Catalogue(int framework) {
    const Framework& f = context_.framework(framework);
    std::vector<const GapComparison*> against;
    for (const GapComparison& comparison : *input_.comparisons) {
      if (comparison.framework == framework) against.push_back(&comparison);
    }
    Section(f.title(language_));
    std::vector<std::string> titles = {
        Say("番号", "number"),  Say("見出しと要旨", "title and gist"),
        Say("レベル", "level"), Say("主担当", "lead"),
        Say("状況", "status"),  Say("確かさ", "evidence")};
    for (const GapComparison* comparison : against) {
      titles.push_back(
          Say("対 ", "against ") +
          context_.framework(comparison->against).short_title(language_));
    }
    Open(titles, true);
    for (std::size_t i = 0; i < f.controls.size(); ++i) {
      const ControlRef ref{framework, static_cast<int>(i)};
      const Control& c = f.controls[i];
      const Applicability& a = context_.applicability->Of(ref);
      if (a.applies == Truth::kFalse) continue;
      const std::string& gist = c.gist(language_);
      std::vector<std::string> cells = {
          c.label.empty() ? c.id : c.label,
          c.title(language_) + (gist.empty() ? "" : Say("：", ": ") + gist),
          LevelText(c, f, view_),
          c.has_own_demands() ? Departments(context_.LeadDepartments(c)) : "",
          f.IsItem(c) && context_.assessments != nullptr
              ? InWords(context_.StatusOf(ref), language_)
              : "",
          InWords(c.evidence, language_)};
      for (const GapComparison* comparison : against) {
        cells.emplace_back(
            c.has_gist() ? InWords(comparison->rows[i].state, language_) : "");
      }
      Row(cells);
    }
    Close();
  }

  void Sources() {
    Section(Say("出典", "Sources"));
    Open({Say("名称", "title"), Say("版", "edition"), Say("発行", "publisher"),
          Say("出どころ", "sourcing"), Say("利用条件", "licence"),
          Say("所在", "where")});
    for (const Framework& f : context_.dataset->frameworks) {
      Row({f.title(language_), f.edition,
           ja_ || f.publisher_en.empty() ? f.publisher_ja : f.publisher_en,
           f.sourcing(language_), f.licence, Join(f.source, " ")});
    }
    Close();
  }

  const HtmlInput& input_;
  const ReportContext& context_;
  Language language_;
  bool ja_;
  View view_;
  const Summary& summary_;
  std::string out_;
};

}  // namespace

std::string PlainReport(const HtmlInput& input) { return Plain(input).Write(); }

}  // namespace mapper
