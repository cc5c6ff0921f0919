// Standard output and standard error as the program uses them: text is made
// visible on its way out (base/text.h, VisibleLines), whoever wrote it, so that
// no name, message or argument can act on a terminal; and what cannot be
// written is noticed.

#ifndef CLI_STREAMS_H_
#define CLI_STREAMS_H_

#include <memory>
#include <string>
#include <string_view>

namespace cli {

class StreamBuffer;

// Takes over std::cout and std::cerr for as long as it lives; there is one.
// Also sees to it that the descriptors 0, 1 and 2 are open (no file of ours
// can then take the place of one that was closed), and that a reader who has
// gone away (SIGPIPE) or a limit on sizes of files (SIGXFSZ) is an error of
// writing, not the end of the program.
class Streams {
 public:
  Streams();
  ~Streams();
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  // Writes out what is left; the system's reason when any of the standard
  // output could not be written, or "".
  std::string Finish();

 private:
  std::unique_ptr<StreamBuffer> out_;
  std::unique_ptr<StreamBuffer> err_;
};

// Writes to standard output what a program will read: CSV, JSON, a table, a
// workbook's bytes.  As it is; only when it goes to a terminal as text is.
void WriteData(std::string_view bytes);

}  // namespace cli

#endif  // CLI_STREAMS_H_
