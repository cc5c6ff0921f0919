// What only a person at a terminal sees: colour, and a line that says what the
// program is at while that takes more than a second.  Neither ever reaches a
// file or a pipe, unless colour is asked for.

#ifndef CLI_TERMINAL_H_
#define CLI_TERMINAL_H_

#include <memory>
#include <string>
#include <string_view>

namespace cli {

enum class Colour { kBold, kRed, kYellow, kGreen, kCyan };

// Whether text sent to this descriptor is coloured.  `when`: "always",
// "never", or "auto", which asks for a terminal (TERM other than "dumb") and
// for NO_COLOR not to be set to anything.
bool UsesColour(const std::string& when, int descriptor);

// For the streams alone: the colour is marked by a word that nobody can guess,
// and becomes an escape sequence on the way out.
std::string Coloured(std::string_view text, Colour colour);

// Lines of text as they are sent out: colour as above, and anything else that
// could act on a terminal made visible (base/invisible.h).
std::string AsSent(std::string_view lines);

// "file:1:2: error: ..." with the word for its severity coloured: of one
// diagnostic, as ToString makes it.
std::string ColouredDiagnostic(const std::string& text);

// While it lives, and has lived for a second, a line on standard error names
// `what` and counts the seconds; gone when it ends.  Nothing is shown where
// standard error is no terminal, where `silent`, or while another one lives.
// What else is written to the terminal has to wait for its end.
class Working {
 public:
  Working(std::string what, bool silent);
  ~Working();
  Working(const Working&) = delete;
  Working& operator=(const Working&) = delete;

 private:
  struct Line;
  std::unique_ptr<Line> line_;
};

}  // namespace cli

#endif  // CLI_TERMINAL_H_
