#include "mapper/parse/html_bounds.h"

#include <algorithm>
#include <new>
#include <string>
#include <unordered_map>

#include "mapper/base/limits.h"

namespace mapper {
namespace {

// Tags that hold nothing, or that the next one of their kind ends.
bool NeedsNoEnd(GumboTag tag) {
  return IsOneOfTags(
      tag,
      {GUMBO_TAG_BR,     GUMBO_TAG_IMG,   GUMBO_TAG_HR,    GUMBO_TAG_META,
       GUMBO_TAG_LINK,   GUMBO_TAG_INPUT, GUMBO_TAG_AREA,  GUMBO_TAG_BASE,
       GUMBO_TAG_COL,    GUMBO_TAG_EMBED, GUMBO_TAG_PARAM, GUMBO_TAG_SOURCE,
       GUMBO_TAG_TRACK,  GUMBO_TAG_WBR,   GUMBO_TAG_P,     GUMBO_TAG_LI,
       GUMBO_TAG_DT,     GUMBO_TAG_DD,    GUMBO_TAG_TD,    GUMBO_TAG_TH,
       GUMBO_TAG_TR,     GUMBO_TAG_THEAD, GUMBO_TAG_TBODY, GUMBO_TAG_TFOOT,
       GUMBO_TAG_OPTION, GUMBO_TAG_RT,    GUMBO_TAG_RP});
}

}  // namespace

std::string LowerCaseTag(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

bool IsOneOfTags(GumboTag tag, std::initializer_list<GumboTag> tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

HtmlTreeMemory::HtmlTreeMemory(std::size_t most, std::chrono::milliseconds time)
    : most_(most), end_(Clock::now() + time) {}

HtmlTreeMemory::~HtmlTreeMemory() {
  while (first_ != nullptr) Free(first_);
}

void* HtmlTreeMemory::Take(void* self, std::size_t size) {
  return static_cast<HtmlTreeMemory*>(self)->Make(size);
}

void HtmlTreeMemory::Give(void* self, void* place) {
  if (place == nullptr) return;
  static_cast<HtmlTreeMemory*>(self)->Free(static_cast<Block*>(place) - 1);
}

void* HtmlTreeMemory::Make(std::size_t size) {
  if (size > most_ || sizeof(Block) + size > most_ - used_) {
    throw std::bad_alloc();
  }
  if (++calls_ % 4096 == 0 && Clock::now() > end_) throw std::bad_alloc();
  auto* block = static_cast<Block*>(::operator new(sizeof(Block) + size));
  *block = {nullptr, first_, size};
  if (first_ != nullptr) first_->before = block;
  first_ = block;
  used_ += sizeof(Block) + size;
  return block + 1;
}

void HtmlTreeMemory::Free(Block* block) {
  (block->before == nullptr ? first_ : block->before->after) = block->after;
  if (block->after != nullptr) block->after->before = block->before;
  used_ -= sizeof(Block) + block->size;
  ::operator delete(block);
}

std::size_t FindTooDeep(std::string_view html) {
  std::size_t depth = 0;
  std::unordered_map<std::string, std::size_t> open;
  for (std::size_t at = html.find('<'); at != std::string_view::npos;
       at = html.find('<', at + 1)) {
    if (html.substr(at, 4) == "<!--") {
      at = html.find("-->", at);
      if (at == std::string_view::npos) break;
      continue;
    }
    const bool end = html.substr(at + 1, 1) == "/";
    const std::size_t from = at + (end ? 2 : 1);
    const std::size_t to =
        std::min(html.size(), html.find_first_of(" \t\n\f/>", from));
    const std::string name =
        LowerCaseTag(html.substr(from, std::min<std::size_t>(to - from, 32)));
    if (name.empty() || name[0] < 'a' || name[0] > 'z') continue;
    if (!end && (name == "script" || name == "style")) {
      at = html.find("</" + name, to);  // what is inside holds no tags
      if (at == std::string_view::npos) break;
      continue;
    }
    if (name == "script" || name == "style") continue;
    if (NeedsNoEnd(gumbo_tag_enum(name.c_str()))) continue;
    if (end) {
      const auto opened = open.find(name);
      if (opened == open.end()) continue;  // ends nothing
      if (--opened->second == 0) open.erase(opened);
      --depth;
      continue;
    }
    ++open[name];
    if (++depth > limits::kHtmlDepth) {
      return at;
    }
  }
  return std::string_view::npos;
}

bool IsTooDeep(const GumboNode& root) {
  std::size_t depth = 0;
  const GumboNode* node = &root;
  while (true) {
    const GumboVector* children =
        node->type == GUMBO_NODE_DOCUMENT ? &node->v.document.children
        : node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE
            ? &node->v.element.children
            : nullptr;
    if (children != nullptr && children->length > 0) {
      if (++depth > 2 * limits::kHtmlDepth) return true;
      node = static_cast<const GumboNode*>(children->data[0]);
      continue;
    }
    // The next one beside it, or beside one of those it lies in.
    while (true) {
      if (node == &root) return false;
      const GumboNode* parent = node->parent;
      const GumboVector& beside = parent->type == GUMBO_NODE_DOCUMENT
                                      ? parent->v.document.children
                                      : parent->v.element.children;
      const std::size_t next = node->index_within_parent + 1;
      if (next < beside.length) {
        node = static_cast<const GumboNode*>(beside.data[next]);
        break;
      }
      node = parent;
      --depth;
    }
  }
}

}  // namespace mapper
