// framework.toml: its metadata and its [outline].  What is read is written as
// the file of a user's framework, and that is read as the same; a document is
// read by every outline that is accepted.

#include <string>

#include "mapper/parse/framework_files.h"
#include "mapper/parse/framework_writer.h"
#include "mapper/parse/outline_reader.h"
#include "mapper/parse/outline_spec.h"
#include "tests/fuzz/checks.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

constexpr const char* kDocument =
    "第1編 総則\n第1章 目的\n1. 組織\n(1) 体制\n① 置く。\nア 長\n(ア) 補佐\n"
    "② 定める。\n2. 分類\n2.1 資産\n2.2 区分\na) 機密\n(b) 完全\n第二条 "
    "次のとおり\n"
    "一 甲\n二 乙\n【遵守事項】\n・点\nGV.OC-01 方針\n附 則\n第一条 施行\n";

}  // namespace

FUZZ_TARGET(framework_toml) {
  mapper::Diagnostics diagnostics;
  const mapper::Framework framework =
      mapper::ReadFrameworkToml("framework.toml", bytes, "alpha", diagnostics);
  fuzz::CheckReports(diagnostics, bytes);
  if (!diagnostics.has_errors()) {
    mapper::Diagnostics problems;
    const std::string text = mapper::WriteFrameworkToml(
        framework, "By a test.",
        mapper::OutlineTablesOf("[outline]\nprefix = \"A\"\n"));
    const mapper::Framework back =
        mapper::ReadFrameworkToml("framework.toml", text, "alpha", problems);
    fuzz::Require(problems.empty(), "what is written has errors:\n" + text);
    fuzz::Require(back.title_ja == framework.title_ja &&
                      back.title_en == framework.title_en &&
                      back.short_ja == framework.short_ja &&
                      back.publisher_ja == framework.publisher_ja &&
                      back.edition == framework.edition &&
                      back.published == framework.published &&
                      back.in_force == framework.in_force &&
                      back.status == framework.status &&
                      back.licence == framework.licence &&
                      back.sourcing_ja == framework.sourcing_ja &&
                      back.binding == framework.binding,
                  "read back otherwise:\n" + text);
  }

  mapper::Diagnostics of_outline;
  const auto spec =
      mapper::ReadOutlineSpec("framework.toml", bytes, of_outline);
  fuzz::CheckReports(of_outline, bytes);
  fuzz::Require(!spec || !of_outline.has_errors(), "an outline with errors");
  if (!spec) return;
  mapper::Diagnostics reading;
  const mapper::Outline outline =
      mapper::ReadOutline("text.txt", kDocument, *spec, reading);
  fuzz::CheckReports(reading, kDocument);
  fuzz::CheckOutline(outline, std::string_view(kDocument).size());
}
