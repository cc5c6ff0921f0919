// A YAML text as a tree with places (yaml-cpp's parser); no tags, and no
// anchors or aliases, with which a small file can stand for a huge one.

#ifndef MAPPER_PARSE_YAML_DOCUMENT_H_
#define MAPPER_PARSE_YAML_DOCUMENT_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "mapper/base/limits.h"
#include "mapper/parse/file_diagnostics.h"

namespace mapper {

struct YamlNode {
  enum class Kind { kNull, kScalar, kSequence, kMap };

  Kind kind = Kind::kNull;
  std::string text;        // of a scalar
  std::size_t offset = 0;  // in the text
  std::vector<YamlNode> items;
  std::vector<std::string> keys;  // of a map, one for each item

  // The value under a key of this map, or null.  Linear.
  const YamlNode* Find(std::string_view key) const;
  // The scalar under a key, or "".
  std::string Text(std::string_view key) const;
};

constexpr std::size_t kMaxYamlDepth = limits::kYamlDepth;
constexpr std::size_t kMaxYamlNodes = limits::kYamlNodes;

// The first document of `text`.  Reports [yaml-syntax], [yaml-alias],
// [yaml-depth], [yaml-size], and [yaml-duplicate-key]; the node is then null.
YamlNode ReadYaml(std::string_view text, FileDiagnostics& errors);

}  // namespace mapper

#endif  // MAPPER_PARSE_YAML_DOCUMENT_H_
