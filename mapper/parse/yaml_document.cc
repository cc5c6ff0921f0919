#include "mapper/parse/yaml_document.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <sstream>
#include <unordered_set>
#include <utility>

namespace mapper {
namespace {

// Thrown out of the parser when a limit is passed; never leaves this file.
struct Stop {};

class Builder : public YAML::EventHandler {
 public:
  explicit Builder(FileDiagnostics& errors) : errors_(errors) {}

  void OnDocumentStart(const YAML::Mark& /*mark*/) override {}
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Add(YamlNode::Kind::kNull, mark, anchor, {});
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override {
    Fail("yaml-alias", mark, "aliases are not read: write the value out");
  }
  void OnScalar(const YAML::Mark& mark, const std::string& /*tag*/,
                YAML::anchor_t anchor, const std::string& value) override {
    Add(YamlNode::Kind::kScalar, mark, anchor, value);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& /*tag*/,
                       YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    Open(YamlNode::Kind::kSequence, mark, anchor);
  }
  void OnSequenceEnd() override { Close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& /*tag*/,
                  YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    Open(YamlNode::Kind::kMap, mark, anchor);
  }
  void OnMapEnd() override { Close(); }

  YamlNode Take() { return std::move(root_); }

 private:
  struct Level {
    YamlNode node;
    bool has_key = false;  // of a map: a key waits for its value
    std::unordered_set<std::string> seen;
  };

  [[noreturn]] void Fail(const char* id, const YAML::Mark& mark,
                         const std::string& message) {
    errors_.Error(id, static_cast<std::size_t>(std::max(mark.pos, 0)), message);
    throw Stop{};
  }

  YamlNode Make(YamlNode::Kind kind, const YAML::Mark& mark,
                YAML::anchor_t anchor) {
    if (anchor != 0) {
      Fail("yaml-alias", mark, "anchors are not read: write the value out");
    }
    if (++nodes_ > kMaxYamlNodes) {
      Fail("yaml-size", mark,
           "more than " + std::to_string(kMaxYamlNodes) + " values");
    }
    YamlNode node;
    node.kind = kind;
    node.offset = static_cast<std::size_t>(std::max(mark.pos, 0));
    return node;
  }

  void Add(YamlNode::Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor,
           const std::string& text) {
    YamlNode node = Make(kind, mark, anchor);
    node.text = text;
    Put(std::move(node), mark);
  }

  void Open(YamlNode::Kind kind, const YAML::Mark& mark,
            YAML::anchor_t anchor) {
    if (open_.size() >= kMaxYamlDepth) {
      Fail("yaml-depth", mark,
           "nested deeper than " + std::to_string(kMaxYamlDepth) + " levels");
    }
    if (!open_.empty() && open_.back().node.kind == YamlNode::Kind::kMap &&
        !open_.back().has_key) {
      Fail("yaml-syntax", mark, "a key that is not a word");
    }
    open_.push_back({Make(kind, mark, anchor), false, {}});
  }

  void Close() {
    YamlNode node = std::move(open_.back().node);
    open_.pop_back();
    Put(std::move(node), {});
  }

  void Put(YamlNode node, const YAML::Mark& mark) {
    if (open_.empty()) {
      root_ = std::move(node);
      return;
    }
    Level& level = open_.back();
    if (level.node.kind == YamlNode::Kind::kMap && !level.has_key) {
      if (!level.seen.insert(node.text).second) {
        Fail("yaml-duplicate-key", mark,
             "the key " + Quoted(node.text) + " stands here twice");
      }
      level.node.keys.push_back(std::move(node.text));
      level.has_key = true;
      return;
    }
    level.has_key = false;
    level.node.items.push_back(std::move(node));
  }

  FileDiagnostics& errors_;
  YamlNode root_;
  std::vector<Level> open_;
  std::size_t nodes_ = 0;
};

// The offset at which brackets open on one line are too many, or npos; those
// in quotes count too.
std::size_t FindTooManyOpen(std::string_view text) {
  std::size_t open = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\n') open = 0;
    if ((c == '[' || c == '{') && ++open > limits::kYamlOpen) return i;
    if ((c == ']' || c == '}') && open > 0) --open;
  }
  return std::string_view::npos;
}

}  // namespace

const YamlNode* YamlNode::Find(std::string_view key) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == key) return &items[i];
  }
  return nullptr;
}

std::string YamlNode::Text(std::string_view key) const {
  const YamlNode* node = Find(key);
  return node != nullptr && node->kind == Kind::kScalar ? node->text
                                                        : std::string();
}

YamlNode ReadYaml(std::string_view text, FileDiagnostics& errors) {
  if (text.size() > limits::kYamlBytes) {
    errors.Error("yaml-size", 0,
                 "more than " + std::to_string(limits::kYamlBytes) + " bytes");
    return {};
  }
  const std::size_t deep = FindTooManyOpen(text);
  if (deep != std::string_view::npos) {
    errors.Error("yaml-depth", deep,
                 "more than " + std::to_string(limits::kYamlOpen) +
                     " brackets open on one line");
    return {};
  }
  std::istringstream stream{std::string(text)};
  Builder builder(errors);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(builder);
    return builder.Take();
  } catch (const Stop&) {
    return {};
  } catch (const YAML::Exception& error) {
    errors.Error("yaml-syntax",
                 static_cast<std::size_t>(std::max(error.mark.pos, 0)),
                 error.msg);
    return {};
  }
}

}  // namespace mapper
