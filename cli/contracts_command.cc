#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "cli/commands.h"
#include "mapper/base/text.h"
#include "mapper/report/office_tables.h"
#include "mapper/report/table_words.h"
#include "mapper/report/tables.h"
#include "mapper/report/text_table.h"

namespace cli {
namespace {

using mapper::Concern;
using mapper::ContractTerm;
using mapper::HoldingTerms;

struct ContractsOptions {
  SubjectOptions subject;
  OutputOptions output;
  std::string name;
};

std::string Day(const std::optional<mapper::Date>& day) {
  return day ? ToIso(*day) : "-";
}

std::string KindText(const Session& session, const mapper::Holding& holding) {
  return holding.kind == mapper::Holding::Kind::kSystem
             ? session.Say("システム", "system")
             : session.Say("契約", "contract");
}

std::string SegmentText(const Session& session,
                        const mapper::Holding& holding) {
  return holding.segment ? InWords(*holding.segment, session.language)
                         : session.Say("記載なし", "not stated");
}

std::string StateText(const Session& session, const HoldingTerms& terms) {
  std::vector<std::string> parts;
  for (const mapper::HoldingState& state : terms.states) {
    parts.push_back(
        std::string(InWords(state.state, session.language)) +
        (state.new_rule_from ? " " + ToIso(*state.new_rule_from) : ""));
  }
  return parts.empty() ? "-" : mapper::Join(parts, session.Say("、", ", "));
}

std::size_t Count(const HoldingTerms& terms, Concern concern, bool direct) {
  return static_cast<std::size_t>(std::count_if(
      terms.terms.begin(), terms.terms.end(), [&](const ContractTerm& term) {
        return term.concern == concern && term.direct == direct;
      }));
}

std::string ListText(const Session& session,
                     const std::vector<HoldingTerms>& all) {
  using Align = mapper::TextTable::Align;
  mapper::TextTable table;
  table.AddColumn(session.Say("区分", "kind"));
  table.AddColumn(session.Say("名称", "name"), 40);
  table.AddColumn(session.Say("系統", "segment"));
  table.AddColumn(session.Say("契約の終わり", "contract to"));
  table.AddColumn(session.Say("次の更新", "next renewal"));
  table.AddColumn(session.Say("経過措置と新規則の適用", "transition"), 30);
  table.AddColumn(session.Say("この系統を含む", "this segment"), 0,
                  Align::kRight);
  table.AddColumn(session.Say("系統の記載なし", "not stated"), 0,
                  Align::kRight);
  table.AddColumn(session.Say("ほかの系統", "other segments"), 0,
                  Align::kRight);
  table.AddColumn(session.Say("計", "total"), 0, Align::kRight);
  for (const HoldingTerms& terms : all) {
    const mapper::Holding& h = *terms.holding;
    std::vector<std::string> row = {
        KindText(session, h),    h.name,
        SegmentText(session, h), Day(h.contract_to),
        Day(h.next_renewal),     StateText(session, terms)};
    for (const auto& concern : mapper::kConcerns) {
      row.push_back(std::to_string(Count(terms, concern.value, true)));
    }
    row.push_back(std::to_string(Count(terms, Concern::kSegment, true) +
                                 Count(terms, Concern::kUnclear, true) +
                                 Count(terms, Concern::kOther, true)));
    table.AddRow(std::move(row));
  }
  return session.Say("■ 仕様・契約で求める項目（システムと契約ごと）\n",
                     "What specifications and contracts have to ask for\n") +
         table.Render() +
         session.Say(
             "件数は、委託事業者か契約の担当が主で、または要旨が契約、仕様、"
             "委託、調達、納入、事業者に触れる項目です（当方の区分）。\n"
             "一つの契約の確認事項: --contract 名称\n",
             "Counted: controls that vendors or procurement lead, or whose "
             "gist speaks of contracts,\nspecifications, outsourcing, "
             "procurement or delivery (our rule).\nOne of them as a page: "
             "--contract NAME\n");
}

class ContractPage {
 public:
  ContractPage(const Session& session, const mapper::ReportContext& context,
               const HoldingTerms& terms)
      : session_(session), context_(context), terms_(terms) {}

  std::string Run() const {
    const mapper::Holding& h = *terms_.holding;
    std::string out =
        session_.Say("確認事項　", "Points to confirm: ") +
        mapper::Visible(h.name) + "\n" + session_.Say("区分 ", "kind ") +
        KindText(session_, h) + session_.Say("　系統 ", ", segment ") +
        SegmentText(session_, h) +
        session_.Say("　契約の終わり ", ", contract to ") + Day(h.contract_to) +
        session_.Say("　次の更新 ", ", next renewal ") + Day(h.next_renewal) +
        "\n" + Transitions() +
        session_.Say(
            "仕様書と契約書に反映するかを確かめるための一覧です。文は当方の要旨"
            "で、"
            "基準の文言ではありません。所管省庁の公式見解でもありません。\n",
            "A list for checking specifications and contracts against. The "
            "words are our gists, not those of the documents, and no official "
            "statement.\n");
    out += Group(Concern::kSegment, session_.Say("この系統を対象に含むもの",
                                                 "That include this segment"));
    out += Group(Concern::kUnclear,
                 session_.Say("系統の記載がないもの（この契約に関わるかを"
                              "確かめてください）",
                              "That state no segment (confirm whether they "
                              "concern this contract)"));
    out += Group(Concern::kOther,
                 session_.Say("ほかの系統を対象とするもの（使うかを確かめて"
                              "ください）",
                              "That are for other segments (confirm whether to "
                              "use them)"));
    return out + TakesPart();
  }

 private:
  std::string Transitions() const {
    std::string out;
    for (const mapper::HoldingState& state : terms_.states) {
      out += session_.Say("経過措置 ", "transition ") +
             context_.framework(state.framework).id + ":" +
             mapper::Join(state.transition->controls, "+") +
             session_.Say("：", ": ") +
             InWords(state.state, session_.language) +
             (state.new_rule_from
                  ? session_.Say("（新規則の適用 ", " (new rule from ") +
                        ToIso(*state.new_rule_from) + session_.Say("）", ")")
                  : "") +
             "\n";
    }
    return out;
  }

  std::string Group(Concern concern, const std::string& title) const {
    std::string out;
    const mapper::View view{session_.language, false};
    std::size_t count = 0;
    int framework = -1;
    for (const ContractTerm& term : terms_.terms) {
      if (term.concern != concern || !term.direct) continue;
      const mapper::Framework& f = context_.framework(term.control.framework);
      const mapper::Control& c = context_.dataset->control(term.control);
      if (term.control.framework != framework) {
        framework = term.control.framework;
        const bool past = context_.applicability->Of(term.control).phase ==
                          mapper::Phase::kPast;
        out += " [" + f.short_title(session_.language) + "]" +
               (past ? session_.Say("（旧版・参考）", " (past edition)") : "") +
               "\n";
      }
      ++count;
      out += Wrapped(
          "□ ", c.gist(session_.language) + session_.Say("（", " (") +
                    mapper::table_words::LevelText(c, f, view) +
                    session_.Say("、", ", ") + f.id + ":" + c.id + When(term) +
                    (context_.applicability->Of(term.control).applies ==
                             mapper::Truth::kTrue
                         ? ""
                         : session_.Say("、適用は要確認", ", to confirm")) +
                    session_.Say("）", ")"));
    }
    return "\n■ " + title + session_.Say("　", ": ") + std::to_string(count) +
           session_.Say(" 件\n", "\n") +
           (count == 0 ? session_.Say(" ありません。\n", " None.\n") : out);
  }

  // From when it holds for this contract, or that the old rule is kept.
  std::string When(const ContractTerm& term) const {
    const std::string from = TermFrom(context_, terms_, term);
    if (!from.empty()) {
      return session_.Say("、", ", from ") + from + session_.Say("から", "");
    }
    if (term.state < 0) return {};
    const auto& state = terms_.states[static_cast<std::size_t>(term.state)];
    return session_.Say("、", ", ") +
           std::string(InWords(state.state, session_.language));
  }

  std::string Wrapped(const std::string& mark, const std::string& text) const {
    std::string out;
    for (const std::string& line : mapper::Wrap(mapper::Visible(text), 96)) {
      out += (out.empty() ? "  " + mark : "     ") + line + "\n";
    }
    return out;
  }

  std::string TakesPart() const {
    std::vector<std::string> parts;
    std::size_t all = 0;
    for (const int framework : context_.applicability->frameworks()) {
      const auto count = static_cast<std::size_t>(std::count_if(
          terms_.terms.begin(), terms_.terms.end(),
          [&](const ContractTerm& term) {
            return !term.direct && term.control.framework == framework;
          }));
      if (count == 0) continue;
      all += count;
      parts.push_back(
          context_.framework(framework).short_title(session_.language) + " " +
          std::to_string(count));
    }
    return session_.Say("\n■ ほかに事業者が関わるもの　",
                        "\n■ Other controls that the vendor takes part in: ") +
           std::to_string(all) +
           session_.Say(" 件（contracts --format csv に載せています）\n",
                        " (in contracts --format csv)\n") +
           (parts.empty()
                ? ""
                : " " + mapper::Join(parts, session_.Say("、", ", ")) + "\n");
  }

  const Session& session_;
  const mapper::ReportContext& context_;
  const HoldingTerms& terms_;
};

void RunContracts(ContractsOptions& options, Session& session) {
  options.subject.hub = "none";
  const mapper::ReportContext& context = session.Context(options.subject);
  auto all = FindContractTerms(session.Data(), *context.applicability);
  if (!options.name.empty()) {
    std::vector<std::string> known;
    for (const HoldingTerms& terms : all) known.push_back(terms.holding->name);
    all.erase(std::remove_if(all.begin(), all.end(),
                             [&](const HoldingTerms& terms) {
                               return terms.holding->name != options.name;
                             }),
              all.end());
    if (all.empty()) {
      throw UsageError{session.Say("この名称のシステムも契約もありません: ",
                                   "the profile has no system or contract ") +
                       options.name + session.Choices(options.name, known)};
    }
  }
  std::size_t terms = 0;
  for (const HoldingTerms& holding : all) terms += holding.terms.size();
  session.Emit(
      options.output,
      [&](const mapper::View& view) {
        return ContractRecords(context, all, view);
      },
      {{"holdings", {"システムと契約", "systems and contracts"}, all.size()},
       {"rows", {"行", "rows"}, terms}},
      [&]() -> std::string {
        if (all.empty()) {
          return session.Say(
              "プロフィールにシステムも契約もありません（[[systems]] と "
              "[[contracts]]）。\n",
              "The profile names no system and no contract ([[systems]], "
              "[[contracts]]).\n");
        }
        if (options.name.empty()) return ListText(session, all);
        std::string out;
        for (const HoldingTerms& holding : all) {
          out += (out.empty() ? "" : "\n") +
                 ContractPage(session, context, holding).Run();
        }
        return out;
      });
}

}  // namespace

void AddContractsCommand(CLI::App& app, Session& session) {
  auto options = std::make_shared<ContractsOptions>();
  CLI::App* command = app.add_subcommand(
      "contracts", session.Say("システムと契約ごとに、仕様・契約で求めるもの",
                               "what each specification and contract has to "
                               "ask for"));
  AddSubjectOptions(*command, session, options->subject, false);
  command
      ->add_option("--contract", options->name,
                   session.Say("この契約かシステムの確認事項",
                               "the points of this contract or system"))
      ->type_name("NAME");
  AddOutputOptions(*command, session, options->output);
  command->callback([options, &session] { RunContracts(*options, session); });
}

}  // namespace cli
