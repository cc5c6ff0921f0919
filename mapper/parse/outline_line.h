// Lines of an official document as the outline reader wants them: with their
// Markdown decoration taken off, and with the judgement of what is page
// furniture.  Everything is a view into the text.

#ifndef MAPPER_PARSE_OUTLINE_LINE_H_
#define MAPPER_PARSE_OUTLINE_LINE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace mapper {

enum class Decoration { kNone, kHeading, kBold, kList, kTable };

struct OutlineLine {
  std::string_view raw;    // without the line feed
  std::size_t number = 0;  // from 1
  std::size_t page = 1;    // form feeds passed, plus one
  // In a document of several pages: the first or the last line of its page
  // that has text, or one after a blank line (pages that a PDF puts together).
  bool page_edge = false;
  Decoration decoration = Decoration::kNone;
  std::string_view text;  // where a mark may stand; without space at its ends
  std::string_view rest;  // what follows a bold lead-in
};

// Takes the text apart, skipping blank lines and, in Markdown, the front
// matter.
class OutlineLines {
 public:
  OutlineLines(std::string_view text, bool markdown);

  bool Next(OutlineLine& line);

 private:
  void Undecorate(OutlineLine& line) const;
  bool EndsPage() const;

  std::string_view text_;
  bool markdown_;
  bool paged_;
  bool page_start_ = true;
  bool after_blank_ = false;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
  std::size_t page_ = 1;
};

// Without blanks, full-width spaces and form feeds at the ends.
std::string_view TrimWide(std::string_view text);

// Whether the whole text fits the pattern; white space counts on neither side,
// and "*" stands for any text.
bool FitsPattern(std::string_view pattern, std::string_view text);

// "第１章 総則 ‥‥‥‥ 3": a line of a table of contents.
bool IsContentsLine(std::string_view text);

// "12", "－ 12 －", "12/34": digits and dashes only.
bool IsPageNumber(std::string_view text);

// （…） as a whole: the caption of an article.
bool IsCaption(std::string_view text);

// The caption that touches a mark, taken off `tail` without its brackets.
std::string_view TakeCaption(std::string_view& tail);

// Adds a line to a sentence: one space between Latin words, none beside
// Japanese characters; runs of blanks inside the line become one space.
void AppendText(std::string& sentence, std::string_view line);

}  // namespace mapper

#endif  // MAPPER_PARSE_OUTLINE_LINE_H_
