#include "cli/manual_page.h"

#include <algorithm>
#include <utility>

#include "mapper/base/text.h"

namespace cli {
namespace {

constexpr std::size_t kLine = 72;  // cells in a line of the source

// Text that stands for itself: roff's own characters are escaped.
std::string Escape(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\(rs";
    } else if (c == '-') {
      out += "\\-";
    } else {
      out += c;
    }
  }
  return out;
}

bool IsAscii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// Says where a line of Japanese may break (\:); roff itself breaks at spaces.
std::string WithBreaks(const std::string& line) {
  constexpr std::size_t kPiece = 8;  // cells
  std::string out;
  std::size_t at = 0;
  for (const std::string& piece : mapper::Wrap(line, kPiece)) {
    const std::size_t start = line.find(piece, at);
    const bool space = start > at;
    if (space) out += ' ';
    if (!space && at > 0 && !IsAscii(line[at - 1]) && !IsAscii(line[at])) {
      out += "\\:";
    }
    out += Escape(piece);
    at = start + piece.size();
  }
  return out;
}

// Adds a paragraph, in short lines.  A line break is a space to roff, and so
// is joined away (\c) where the text has none.
void AddText(const std::string& text, std::string& out) {
  std::size_t at = 0;
  const auto lines = mapper::Wrap(text, kLine);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string& line = lines[i];
    if (!line.empty() && (line[0] == '.' || line[0] == '\'')) out += "\\&";
    out += WithBreaks(line);
    at = text.find(line, at) + line.size();
    const bool space = at >= text.size() || text[at] == ' ';
    out += i + 1 < lines.size() && !space ? "\\:\\c\n" : "\n";
  }
}

void AddSection(const char* title, std::string& out) {
  out += std::string(".SH ") + title + "\n";
}

// "--org" in bold with its value in italics.
std::string Heading(const OptionInfo& option) {
  std::string out;
  for (const std::string& name : option.names) {
    if (!out.empty()) out += ", ";
    out += "\\fB" + Escape(name) + "\\fR";
  }
  if (option.value.empty()) return out;
  if (!out.empty()) out += ' ';
  // A line may break in a long list of choices.
  std::string value;
  for (const char c : option.value) {
    value += Escape({c});
    if (c == '|') value += "\\:";
  }
  out += "\\fI" + value + "\\fR";
  return out + (option.many ? " ..." : "");
}

void AddOptions(const Session& session, const std::vector<OptionInfo>& options,
                std::string& out) {
  for (const OptionInfo& option : options) {
    out += ".TP\n" + Heading(option) + "\n";
    std::string text = option.description;
    const std::string stop = session.Say("。", ". ");
    if (option.required && !option.names.empty()) {
      text += session.Say("（必須）", " (required)");
    }
    if (!option.needs.empty()) {
      text += stop + session.Say("一緒に使うもの: ", "Goes only with ") +
              mapper::Join(option.needs, session.Say("、", ", "));
    }
    if (!option.excludes.empty()) {
      text += stop + session.Say("一緒に使えないもの: ", "Does not go with ") +
              mapper::Join(option.excludes, session.Say("、", ", "));
    }
    AddText(text, out);
  }
}

// The line that shows how a command is called.
void AddSynopsis(const std::string& name, const CommandInfo& command,
                 std::string& out) {
  out += "\\fB" + Escape(name) + "\\fR\n";
  for (const OptionInfo& option : command.options) {
    if (option.required) out += Heading(option) + "\n";
  }
  const bool optional =
      std::any_of(command.options.begin(), command.options.end(),
                  [](const OptionInfo& option) { return !option.required; });
  if (optional) out += "[\\fIOPTION\\fR ...]\\&\n";
  if (!command.commands.empty())
    out += "\\fICOMMAND\\fR [\\fIARGUMENT\\fR ...]\\&\n";
  for (const OptionInfo& positional : command.positionals) {
    out += (positional.required ? "" : "[") + Heading(positional) +
           (positional.required ? "" : "]") + "\n";
  }
}

using Item = std::pair<std::string, std::string>;

void AddItems(const std::vector<Item>& items, std::string& out) {
  for (const auto& [heading, text] : items) {
    out += ".TP\n\\fB" + Escape(heading) + "\\fR\n";
    AddText(text, out);
  }
}

// What holds for every command.
void AddCommonSections(const Session& session, std::string& out) {
  AddSection(session.Say("終了ステータス", "EXIT STATUS"), out);
  AddItems(
      {{"0", session.Say("正常", "it ran")},
       {"1", session.Say("調べて、指摘があった",
                         "it ran, and found something wrong")},
       {"2", session.Say("コマンド行の誤り", "the command line is wrong")},
       {"3", session.Say("ファイルを読み書きできない、または中身に誤りがある",
                         "a file cannot be read or written, or has errors "
                         "in it")}},
      out);
  AddSection(session.Say("環境変数", "ENVIRONMENT"), out);
  AddItems(
      {{"KAKEHASHI_DATA",
        session.Say("データの場所（--data の代わり）",
                    "data directory, in the place of --data")},
       {"KAKEHASHI_DB",
        session.Say("ワークスペースのファイル（--db の代わり）",
                    "file of the workspace, in the place of --db")},
       {"LC_ALL, LC_MESSAGES, LANG",
        session.Say("en で始まれば英語、ほかは日本語（--lang が優先）",
                    "English when it starts with en, else Japanese; --lang "
                    "goes before it")},
       {"SOURCE_DATE_EPOCH",
        session.Say("記録する時刻（1970年からの秒数）",
                    "the time to record, in seconds since 1970")}},
      out);
  AddSection(session.Say("ファイル", "FILES"), out);
  AddItems({{"~/.local/share/kakehashi/workspace.db",
             session.Say("ワークスペース。入力した答えと取り込んだ文書",
                         "the workspace: answers and imported documents")},
            {"~/.local/share/kakehashi/workspace.data",
             session.Say("利用者が加えた基準と対応表",
                         "frameworks and crosswalks of your own")}},
           out);
}

void AddSeeAlso(const Session& session, const CommandInfo& program,
                const CommandInfo* command, std::string& out) {
  AddSection(session.Say("関連項目", "SEE ALSO"), out);
  std::vector<std::string> pages;
  if (command != nullptr) pages.emplace_back("kakehashi");
  for (const CommandInfo& other : program.commands) {
    if (command == nullptr) pages.push_back("kakehashi-" + other.name);
  }
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out += ".BR " + Escape(pages[i]) + " (1)" +
           (i + 1 < pages.size() ? " ,\n" : "\n");
  }
}

void AddCommands(const Session& session, const std::string& name,
                 const CommandInfo& command, std::string& out) {
  for (const CommandInfo& below : command.commands) {
    out += ".SS " + Escape(below.name) + "\n";
    AddText(below.description, out);
    out += ".PP\n";
    AddSynopsis(name + " " + below.name, below, out);
    AddOptions(session, below.positionals, out);
    AddOptions(session, below.options, out);
  }
}

}  // namespace

std::string ManualPage(const Session& session, const CommandInfo& program,
                       const CommandInfo* command, const std::string& date) {
  const std::string page =
      command == nullptr ? program.name : program.name + "-" + command->name;
  std::string title = page;
  std::transform(title.begin(), title.end(), title.begin(), [](char c) {
    return 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  });
  const CommandInfo& shown = command == nullptr ? program : *command;
  const std::string name =
      command == nullptr ? program.name : program.name + " " + command->name;
  std::string out = ".TH " + Escape(title) + " 1 \"" + date +
                    "\" \"kakehashi " KAKEHASHI_VERSION "\"\n";
  // Justified lines would tear Japanese text apart at its few spaces.
  out += ".ad l\n.nh\n";
  AddSection(session.Say("名前", "NAME"), out);
  out += Escape(page) + " \\-\n";
  AddText(shown.description, out);
  AddSection(session.Say("書式", "SYNOPSIS"), out);
  AddSynopsis(name, shown, out);
  if (command == nullptr) {
    AddSection(session.Say("説明", "DESCRIPTION"), out);
    AddText(
        session.Say(
            "自治体・水道・病院に当たるサイバーセキュリティの法令と基準を並べ、"
            "重な"
            "るところ、片方にしかないところ、どの課が主担当でどの課が関わるかを"
            "、理"
            "由をつけて示す。結果は標準出力に、メッセージは標準エラー出力に書く"
            "。全"
            "体のオプションはコマンドの前にも後にも置ける。",
            "Lays the laws and guidelines on cybersecurity that a local "
            "government, a water bureau or a hospital in Japan is under side "
            "by "
            "side, and shows with reasons what overlaps, what only one of them "
            "asks, who leads and who supports. Results go to standard output, "
            "messages to standard error. The options of the program may stand "
            "before or after the command."),
        out);
  }
  if (!shown.positionals.empty()) {
    AddSection(session.Say("引数", "ARGUMENTS"), out);
    AddOptions(session, shown.positionals, out);
  }
  AddSection(session.Say("オプション", "OPTIONS"), out);
  AddOptions(session, shown.options, out);
  if (command == nullptr) {
    AddSection(session.Say("コマンド", "COMMANDS"), out);
    std::vector<Item> commands;
    for (const CommandInfo& below : program.commands) {
      commands.emplace_back(below.name, below.description);
    }
    AddItems(commands, out);
  } else {
    if (!shown.commands.empty()) {
      AddSection(session.Say("コマンド", "COMMANDS"), out);
      AddCommands(session, name, shown, out);
    }
    AddSection(session.Say("全体のオプション", "GLOBAL OPTIONS"), out);
    AddOptions(session, program.options, out);
  }
  AddCommonSections(session, out);
  AddSeeAlso(session, program, command, out);
  return out;
}

}  // namespace cli
