#include "mapper/parse/audit_hints.h"

#include <gtest/gtest.h>

#include "mapper/model/control.h"

namespace mapper {
namespace {

constexpr const char* kHeader =
    "#words\tdocuments_ja\tcheck_ja\tdocuments_en\tcheck_en\n";

TEST(AuditHints, TitleBeforeGistAndFirstRowFirst) {
  Diagnostics d;
  const auto hints =
      ReadAuditHints("audit_hints.tsv",
                     std::string(kHeader) +
                         "訓練|演習\t記録\t見る\trecord\tlook\n規程\t文書\t-"
                         "\tdocument\t-\n",
                     d);
  EXPECT_TRUE(d.empty());
  static const struct {
    const char* title;
    const char* gist;
    const char* documents;
  } kCases[] = {{"演習の実施", "規程による", "記録"},
                {"規程の整備", "訓練の規程を作る", "文書"},
                {"x", "訓練の規程を作る", "記録"},
                {"x", "y", nullptr}};
  for (const auto& c : kCases) {
    Control control;
    control.title_ja = c.title;
    control.gist_ja = c.gist;
    const AuditHint* hint = FindHint(hints, control);
    ASSERT_EQ(hint == nullptr, c.documents == nullptr);
    if (hint != nullptr) {
      EXPECT_EQ(hint->documents_ja, c.documents);
    }
  }
  EXPECT_EQ(hints[1].check_ja, "");
}

TEST(AuditHints, ReportsWordsThatNeverDecide) {
  static const struct {
    const char* words;
    const char* id;
  } kCases[] = {{"ログ|", "hint-empty"},
                {"ログ|プログラム", "hint-unreachable"},
                {"ログ|ログ", "hint-unreachable"}};
  for (const auto& c : kCases) {
    Diagnostics d;
    ReadAuditHints("audit_hints.tsv",
                   kHeader + std::string(c.words) + "\t-\t-\t-\t-\n", d);
    ASSERT_EQ(d.all().size(), 1U);
    EXPECT_EQ(d.all()[0].id, c.id);
    EXPECT_EQ(d.all()[0].where.line, 2U);
  }
}

}  // namespace
}  // namespace mapper
