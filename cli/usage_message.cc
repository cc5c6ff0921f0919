#include "cli/usage_message.h"

#include <CLI/CLI.hpp>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include "mapper/base/text.h"

namespace cli {
namespace {

// The program, the command that was given, and the one below it.
std::vector<const CLI::App*> GivenCommands(const CLI::App& app) {
  std::vector<const CLI::App*> given = {&app};
  while (!given.back()->get_subcommands().empty()) {
    given.push_back(given.back()->get_subcommands().front());
  }
  return given;
}

// Cuts `text` at the last `mark`; false, and no change, when it is not there.
bool CutAt(std::string_view mark, std::string& text, std::string& rest) {
  const std::size_t at = text.rfind(mark);
  if (at == std::string::npos) return false;
  rest = text.substr(at + mark.size());
  text.resize(at);
  return true;
}

// Cuts "NAME: " off the front of `text`.
std::string CutName(std::string& text) {
  const std::size_t at = text.find(": ");
  if (at == std::string::npos) return {};
  std::string name = text.substr(0, at);
  text.erase(0, at + 2);
  return name;
}

class Message {
 public:
  Message(const CLI::App& app, const Session& session)
      : given_(GivenCommands(app)), session_(session) {}

  std::string Of(const CLI::ParseError& error) const {
    const std::string said =
        Known(static_cast<CLI::ExitCodes>(error.get_exit_code()), error.what());
    return said.empty() ? error.what() : said;
  }

 private:
  const char* Say(const char* japanese, const char* english) const {
    return session_.Say(japanese, english);
  }

  // The name that errors carry is not always their kind; their number is.
  std::string Known(CLI::ExitCodes kind, const std::string& text) const {
    if (kind == CLI::ExitCodes::RequiredError) return Required(text);
    if (kind == CLI::ExitCodes::ExtrasError) return Extras();
    if (kind == CLI::ExitCodes::ValidationError) return Value(text);
    if (kind == CLI::ExitCodes::ConversionError) return Conversion(text);
    if (kind == CLI::ExitCodes::ArgumentMismatch) return Count(text);
    if (kind == CLI::ExitCodes::ExcludesError) {
      return Two(text, " excludes ",
                 Say("一緒に使えないオプションです: ",
                     "options that cannot be used together: "));
    }
    if (kind == CLI::ExitCodes::RequiresError) {
      std::string other;
      std::string option = text;
      if (!CutAt(" requires ", option, other)) return {};
      return option +
             Say(" は次のオプションと一緒に使います: ",
                 " is used together with ") +
             other;
    }
    return {};
  }

  const CLI::Option* Find(const std::string& name) const {
    for (const CLI::App* command : given_) {
      if (const auto* option = command->get_option_no_throw(name)) {
        return option;
      }
    }
    return nullptr;
  }

  // "--org PROFILE".
  std::string WithValue(const std::string& name) const {
    const CLI::Option* option = Find(name);
    if (option == nullptr) return name;
    std::string type = option->get_type_name();
    type.resize(std::min(type.find(':'), type.size()));
    if (type.empty() || option->get_positional()) return name;
    return name + ' ' + (type == "TEXT" ? Say("文字列", "TEXT") : type);
  }

  std::string Required(std::string text) const {
    std::string rest;
    if (text == "A subcommand is required") {
      std::vector<std::string> known;
      for (const CLI::App* command : given_.back()->get_subcommands({})) {
        known.push_back(command->get_name());
      }
      return Say("コマンドを指定してください: ", "name a command: ") +
             mapper::Join(known, " ");
    }
    if (!CutAt(" is required", text, rest) || !rest.empty()) return {};
    const bool option = mapper::StartsWith(text, "-");
    return (option ? Say("オプションが必要です: ", "an option is missing: ")
                   : Say("引数が足りません: ", "an argument is missing: ")) +
           (option ? WithValue(text) : text);
  }

  std::string Extras() const {
    const std::vector<std::string> words = given_.front()->remaining(true);
    for (const std::string& word : words) {
      if (word.size() < 2 || word[0] != '-') continue;
      const std::string name = word.substr(0, word.find('='));
      std::vector<std::string> known;
      for (const CLI::App* command : given_) {
        for (const CLI::Option* option : command->get_options()) {
          for (const std::string& other : option->get_lnames()) {
            known.push_back("--" + other);
          }
        }
      }
      return Say("知らないオプションです: ", "unknown option: ") + name +
             session_.DidYouMean(name, known);
    }
    return words.empty() ? std::string()
                         : Say("引数が多すぎます: ", "too many arguments: ") +
                               mapper::Join(words, " ");
  }

  std::string Value(std::string text) const {
    const std::string name = CutName(text);
    std::string rest;
    if (mapper::EndsWith(text, "}") && CutAt(" not in {", text, rest)) {
      rest.pop_back();
      std::vector<std::string> known;
      for (const std::string_view word : mapper::Split(rest, ',')) {
        known.emplace_back(word);
      }
      if (text.empty()) text = "\"\"";
      return name + Say(" にない値です: ", " does not take ") + text +
             session_.Choices(text, known);
    }
    if (!mapper::StartsWith(text, "Value ") ||
        !CutAt(" not in range ", text, rest)) {
      return {};
    }
    const std::string value = text.substr(6);
    std::string from = rest;
    std::string to;
    // A bound that CLI11 writes with a fraction is that of "any positive
    // number".
    if (!CutAt(" to ", from, to) || from.find('.') != std::string::npos) {
      return name + Say(" は正の整数です: ", " takes a positive number: ") +
             value;
    }
    return name + Say(" は ", " takes a number from ") + from +
           Say(" から ", " to ") + to + Say(" までの数です: ", ": ") + value;
  }

  std::string Conversion(std::string text) const {
    std::string value;
    if (!mapper::StartsWith(text, "Could not convert: ")) return {};
    text.erase(0, 19);
    if (!CutAt(" = ", text, value)) return {};
    return text + Say(" は数です: ", " takes a number: ") + value;
  }

  std::string Count(std::string text) const {
    if (mapper::EndsWith(text, " was given a disallowed flag override") ||
        text.find(": too many inputs for a flag") != std::string::npos) {
      return Say("値を取らないオプションです: ", "takes no value: ") +
             text.substr(0, text.find_first_of(": "));
    }
    const std::string name = CutName(text);
    if (mapper::EndsWith(text, " missing")) {
      return Say("値がありません: ", "a value is missing: ") + WithValue(name);
    }
    std::string got;
    std::string wanted = text;
    for (const auto& [start, japanese, english] :
         {std::tuple<const char*, const char*, const char*>{
              "At least ", " 個以上", " at least "},
          {"At Most ", " 個以下", " at most "}}) {
      if (!mapper::StartsWith(text, start) ||
          !CutAt(" required but received ", wanted, got)) {
        continue;
      }
      const std::string count = wanted.substr(std::string_view(start).size());
      return session_.ja()
                 ? name + " の値は " + count + japanese + "です（指定は " +
                       got + " 個）"
                 : name + " takes" + english + count + " values, not " + got;
    }
    return {};
  }

  std::string Two(std::string text, std::string_view mark,
                  const char* what) const {
    std::string other;
    if (!CutAt(mark, text, other)) return {};
    return what + text + Say("、", ", ") + other;
  }

  std::vector<const CLI::App*> given_;
  const Session& session_;
};

// The place of the first word that is neither an option nor the value of one,
// or argc.
int CommandPlace(const CLI::App& app, int argc, const char* const* argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word.empty() || word[0] != '-') return i;
    const CLI::Option* option = app.get_option_no_throw(word);
    if (option != nullptr && option->get_items_expected_min() > 0) ++i;
  }
  return argc;
}

// Of the word at `place`, and of the one right after it when that command has
// some of its own.
std::string UnknownAt(const CLI::App& app, const Session& session, int argc,
                      const char* const* argv, int place) {
  if (place >= argc || argv[place][0] == '-') return {};
  const std::string word = argv[place];
  std::vector<std::string> commands;
  for (const CLI::App* command : app.get_subcommands({})) {
    commands.push_back(command->get_name());
    if (commands.back() == word) {
      return UnknownAt(*command, session, argc, argv, place + 1);
    }
  }
  if (word.empty() || commands.empty()) return {};
  return session.Say("知らないコマンドです: ", "unknown command: ") + word +
         session.DidYouMean(word, commands);
}

class JapaneseFormatter : public CLI::Formatter {
 public:
  JapaneseFormatter() {
    label("REQUIRED", "（必須）");
    label("TEXT", "文字列");
    label("Usage", "使い方");
    label("OPTIONS", "オプション");
    label("SUBCOMMAND", "コマンド");
    label("Positionals", "引数");
    label("Needs", "併用");
    label("Excludes", "排他");
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> opts) const override {
    if (group == "Options") group = "オプション";
    return CLI::Formatter::make_group(std::move(group), is_positional,
                                      std::move(opts));
  }

  std::string make_subcommands(const CLI::App* app,
                               CLI::AppFormatMode mode) const override {
    std::string text = CLI::Formatter::make_subcommands(app, mode);
    constexpr std::string_view kTitle = "\nSubcommands:\n";
    if (mapper::StartsWith(text, kTitle)) {
      text.replace(0, kTitle.size(), "\nコマンド:\n");
    }
    return text;
  }
};

}  // namespace

std::string UsageMessage(const CLI::App& app, const CLI::ParseError& error,
                         const Session& session) {
  return Message(app, session).Of(error);
}

std::string UnknownCommand(const CLI::App& app, const Session& session,
                           int argc, const char* const* argv) {
  return UnknownAt(app, session, argc, argv, CommandPlace(app, argc, argv));
}

std::string CommandName(const CLI::App& app) {
  std::string name;
  for (const CLI::App* command : GivenCommands(app)) {
    name += (name.empty() ? "" : " ") + command->get_name();
  }
  return name;
}

std::shared_ptr<CLI::Formatter> JapaneseHelp() {
  return std::make_shared<JapaneseFormatter>();
}

}  // namespace cli
