// What an HTML page may cost its parser: how deep its tags are, before and
// after it has read them, and the memory and time of its tree.  Private to
// parse/.

#ifndef MAPPER_PARSE_HTML_BOUNDS_H_
#define MAPPER_PARSE_HTML_BOUNDS_H_

#include <gumbo.h>

#include <chrono>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace mapper {

// With the letters A to Z in lower case.
std::string LowerCaseTag(std::string_view text);

bool IsOneOfTags(GumboTag tag, std::initializer_list<GumboTag> tags);

// Memory for the parser's tree, and no more than a page may have, in the time
// that it may take.  A page can ask for far more than its size: what it opens
// and never closes is opened again in every block.
class HtmlTreeMemory {
 public:
  HtmlTreeMemory(std::size_t most, std::chrono::milliseconds time);
  ~HtmlTreeMemory();
  HtmlTreeMemory(const HtmlTreeMemory&) = delete;
  HtmlTreeMemory& operator=(const HtmlTreeMemory&) = delete;

  // What gumbo calls; it cannot be told of a failure, so that it is left by an
  // exception, and its memory freed by the destructor.
  static void* Take(void* self, std::size_t size);
  static void Give(void* self, void* place);

 private:
  using Clock = std::chrono::steady_clock;
  struct alignas(std::max_align_t) Block {
    Block* before;
    Block* after;
    std::size_t size;
  };

  void* Make(std::size_t size);
  void Free(Block* block);

  std::size_t most_;
  Clock::time_point end_;
  std::size_t used_ = 0;
  std::size_t calls_ = 0;
  Block* first_ = nullptr;
};

// The offset at which open tags are more than limits::kHtmlDepth deep, or npos.
// The parser's time and stack grow with the depth, so that it is not asked to.
std::size_t FindTooDeep(std::string_view html);

// Whether the tree is deeper than twice the limit (a parser may put one tag
// into another that the text has side by side).  Without recursion.
bool IsTooDeep(const GumboNode& root);

}  // namespace mapper

#endif  // MAPPER_PARSE_HTML_BOUNDS_H_
