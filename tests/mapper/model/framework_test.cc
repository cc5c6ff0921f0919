#include "mapper/model/framework.h"

#include <gtest/gtest.h>

#include "mapper/base/text.h"
#include "tests/mapper/dump.h"

namespace mapper {
namespace {

// "id" or "id<parent"; "id!" has a gist.
Framework Tree(const std::vector<std::string>& rows) {
  Framework framework;
  for (const std::string& row : rows) {
    const auto parts = Split(row, '<');
    Control control;
    control.id = std::string(parts[0]);
    if (parts.size() > 1) control.parent = std::string(parts[1]);
    if (EndsWith(control.id, "!")) {
      control.id.pop_back();
      control.gist_ja = "要旨";
      control.gist_en = "gist";
    }
    framework.controls.push_back(control);
  }
  framework.Link();
  return framework;
}

// "id/depth(children)" for each control.
std::string Shape(const Framework& framework) {
  std::string out;
  for (const Control& control : framework.controls) {
    out += (out.empty() ? "" : " ") + control.id + '/' +
           std::to_string(control.depth);
    if (control.parent_index >= 0) {
      const auto parent = static_cast<std::size_t>(control.parent_index);
      out += '^' + framework.controls[parent].id;
    }
    std::string children;
    for (const int child : control.children) {
      children += framework.controls[static_cast<std::size_t>(child)].id;
    }
    if (!children.empty()) out += '(' + children + ')';
  }
  return out;
}

TEST(FrameworkLinkTest, BuildsTheTree) {
  struct Case {
    std::vector<std::string> rows;
    const char* shape;
  };
  const Case cases[] = {
      {{}, ""},
      {{"a"}, "a/1"},
      {{"a", "b<a", "c<a", "d<b", "e"}, "a/1(bc) b/2^a(d) c/2^a d/3^b e/1"},
      // What cannot be linked stays at the top.
      {{"a<none", "b<a"}, "a/1(b) b/2^a"},
      {{"a<a"}, "a/1"},
      {{"a<b", "b<a"}, "a/1(b) b/2^a"},
      {{"a<b", "b"}, "a/1 b/1"},
      {{"a", "a", "b<a"}, "a/1(b) a/1 b/2^a"},  // the first of equals
  };
  for (const Case& c : cases) {
    Framework framework = Tree(c.rows);
    EXPECT_EQ(Shape(framework), c.shape);
    framework.Link();
    EXPECT_EQ(Shape(framework), c.shape) << "a second time";
  }
}

TEST(FrameworkLinkTest, BearsDepth) {
  std::vector<std::string> rows = {"c0"};
  for (int i = 1; i < 50000; ++i) {
    rows.push_back("c" + std::to_string(i) + "<c" + std::to_string(i - 1));
  }
  const Framework framework = Tree(rows);
  EXPECT_EQ(framework.controls.back().depth, 50000);
}

TEST(FrameworkFindTest, FindsById) {
  const Framework framework = Tree({"GV", "GV.OC-01<GV"});
  EXPECT_EQ(framework.Find("GV"), 0);
  EXPECT_EQ(framework.Find("GV.OC-01"), 1);
  for (const char* id : {"", "gv", "GV ", "-", "GV.OC"}) {
    EXPECT_EQ(framework.Find(id), -1) << id;
  }
  EXPECT_EQ(Framework().Find("GV"), -1);
}

// "id" is closed when marked ")", counted when marked "#".
std::string Marks(const Framework& framework) {
  std::string out;
  for (const Control& control : framework.controls) {
    out += control.id;
    if (framework.IsClosed(control)) out += ')';
    if (framework.IsCounted(control)) out += '#';
  }
  return out;
}

TEST(FrameworkTest, KnowsWhatIsClosedAndWhatCounts) {
  Framework framework = Tree({"a!", "b!<a", "c!<b", "d", "e!<d"});
  EXPECT_EQ(Marks(framework), "a#b#c#de#");
  framework.closed_ids = {"a"};
  EXPECT_EQ(Marks(framework), "a)b#c#de#");
  framework.closed_ids = {"c", "none"};  // a leaf cannot be closed
  EXPECT_EQ(Marks(framework), "a#b#c#de#");
  framework.closed_ids.clear();
  framework.closed_depths = {1};
  EXPECT_EQ(Marks(framework), "a)b#c#d)e#");
  framework.closed_depths = {2, 3};
  EXPECT_EQ(Marks(framework), "a#b)c#de#");
  framework.topic_list = true;
  EXPECT_EQ(Marks(framework), "ab)cde");
}

TEST(ControlTest, DemandsSomethingOfItsOwn) {
  Control control;
  EXPECT_FALSE(control.has_own_demands());
  control.level = Level::kMust;
  EXPECT_FALSE(control.has_own_demands());
  control.gist_ja = "x";
  EXPECT_TRUE(control.has_own_demands());
  control.level = Level::kInform;
  EXPECT_FALSE(control.has_own_demands());
}

TEST(ControlTest, FallsBackToJapanese) {
  Control control;
  control.title_ja = "題";
  control.gist_ja = "要旨";
  EXPECT_EQ(control.title(Language::kEn), "題");
  EXPECT_EQ(control.gist(Language::kEn), "要旨");
  control.title_en = "title";
  control.gist_en = "gist";
  EXPECT_EQ(control.title(Language::kEn), "title");
  EXPECT_EQ(control.title(Language::kJa), "題");
  EXPECT_EQ(control.gist(Language::kEn), "gist");
}

TEST(FrameworkTest, FallsBackToTheTitle) {
  Framework framework;
  framework.title_ja = "題";
  EXPECT_EQ(framework.title(Language::kEn), "題");
  EXPECT_EQ(framework.short_title(Language::kEn), "題");
  framework.title_en = "title";
  EXPECT_EQ(framework.short_title(Language::kEn), "title");
  framework.short_ja = "短";
  EXPECT_EQ(framework.short_title(Language::kJa), "短");
  EXPECT_EQ(framework.short_title(Language::kEn), "短");
  framework.short_en = "short";
  EXPECT_EQ(framework.short_title(Language::kEn), "short");
}

}  // namespace
}  // namespace mapper
