#include "mapper/report/oscal_mapping.h"

#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <string>
#include <vector>

#include "mapper/base/text.h"
#include "tests/mapper/crosswalk/small_dataset.h"

namespace mapper {
namespace {

// The props of our namespace and those without one: "name=value".
std::string Props(const rapidjson::Value& holder) {
  std::vector<std::string> props;
  if (!holder.HasMember("props")) return {};
  for (const auto& prop : holder["props"].GetArray()) {
    props.push_back(std::string(prop["name"].GetString()) + "=" +
                    prop["value"].GetString());
  }
  return Join(props, " ");
}

std::string Items(const rapidjson::Value& items) {
  std::vector<std::string> ids;
  for (const auto& item : items.GetArray()) {
    ids.emplace_back(item["id-ref"].GetString());
  }
  return Join(ids, "+");
}

std::string Gap(const rapidjson::Value& mapping, const char* name) {
  if (!mapping.HasMember(name)) return {};
  std::string out = std::string(name) + ":";
  for (const auto& selection : mapping[name]["unmapped-controls"].GetArray()) {
    out += " [";
    for (const auto& id : selection["with-ids"].GetArray()) {
      out += std::string(" ") + id.GetString();
    }
    out += " ]";
  }
  return out + "\n";
}

// A line a map, then the mapping's own props and its gaps.
std::string Dump(const std::string& text) {
  if (text.empty()) return {};
  rapidjson::Document document;
  document.Parse(text.c_str());
  const auto& collection = document["mapping-collection"];
  const auto& mapping = collection["mappings"][0];
  std::string out =
      std::string(collection["provenance"]["method"].GetString()) + " " +
      mapping["status"].GetString() + "\n";
  for (const auto& map : mapping["maps"].GetArray()) {
    out += Items(map["sources"]) + " " + map["relationship"].GetString() + " " +
           Items(map["targets"]) + " " +
           map["confidence-score"]["category"].GetString() + " " + Props(map) +
           "\n";
  }
  return out + Props(mapping) + "\n" + Gap(mapping, "source-gap-summary") +
         Gap(mapping, "target-gap-summary");
}

TEST(WriteOscalMappingTest, KeepsTheStatesApart) {
  static const struct {
    const char* what;
    std::vector<std::string> rows;
    const char* from;
    bool derived;
    const char* written;
  } kCases[] = {
      {"no row", {}, "a", false, ""},
      {"no row between controls", {"3 no-relationship -"}, "a", false, ""},
      {"maps, no relationship, no counterpart, not reviewed",
       {"1(1) subset-of 1", "2 no-relationship 1 low", "3 no-relationship -",
        "- no-relationship 2"},
       "a",
       false,
       "human not-complete\n"
       "_x31__x28_1_x29_ subset-of _x31_ high how=asserted basis=project "
       "row=a--b.tsv:1\n"
       "_x32_ no-relationship _x31_ low how=asserted basis=project "
       "row=a--b.tsv:2\n"
       "complete=no no-counterpart=3 confidence=high how=asserted "
       "basis=project row=a--b.tsv:3 no-counterpart=2 confidence=high "
       "how=asserted basis=project row=a--b.tsv:4\n"
       "source-gap-summary: [ _x33_ ] [ _x34_ ]\n"
       "target-gap-summary: [ _x32_ ] [ _x33_ ]\n"},
      {"the other way",
       {"1(1) subset-of 1", "3 no-relationship -"},
       "b",
       false,
       "human not-complete\n"
       "_x31_ superset-of _x31__x28_1_x29_ high how=inverse basis=project "
       "row=a--b.tsv:1\n"
       "complete=no no-counterpart=3 confidence=high how=inverse "
       "basis=project row=a--b.tsv:2\n"
       "source-gap-summary: [ _x32_ _x33_ ]\n"
       "target-gap-summary: [ _x33_ ] [ _x32_ _x34_ ]\n"},
      {"overlaps, and unions of both sides",
       {"1(1)+2 overlaps 1+2", "3 equal-to 3", "4 overlaps 3"},
       "a",
       false,
       "human not-complete\n"
       "_x31__x28_1_x29_+_x32_ intersects-with _x31_+_x32_ high "
       "relation=overlaps exact-union=source exact-union=target how=asserted "
       "basis=project row=a--b.tsv:1\n"
       "_x33_ equal-to _x33_ high how=asserted basis=project row=a--b.tsv:2\n"
       "_x34_ intersects-with _x33_ high relation=overlaps how=asserted "
       "basis=project row=a--b.tsv:3\n"
       "complete=no\n"},
      {"derived",
       {"1(1) equal-to 1", "2 equal-to 1"},
       "a",
       true,
       "hybrid not-complete\n"
       "_x31__x28_1_x29_ equal-to _x31_ high how=asserted basis=project "
       "row=a--b.tsv:1\n"
       "_x32_ equal-to _x31_ high how=asserted basis=project row=a--b.tsv:2\n"
       "complete=no\n"
       "source-gap-summary: [ _x33_ _x34_ ]\n"
       "target-gap-summary: [ _x32_ _x33_ ]\n"},
  };
  for (const auto& c : kCases) {
    SCOPED_TRACE(c.what);
    Dataset dataset;
    dataset.frameworks = {Catalogue("a", "1(1) 2 3 4"),
                          Catalogue("b", "1 2 3")};
    AddTable(dataset, "a", "b", c.rows);
    const Knowledge knowledge(dataset);
    ReportContext context;
    context.dataset = &dataset;
    context.knowledge = &knowledge;
    const int from = dataset.FindFramework(c.from);
    EXPECT_EQ(Dump(WriteOscalMapping(context, from, 1 - from, {c.derived, ""})),
              c.written);
  }
}

TEST(WriteOscalMappingTest, NamesTheRowsOfAProof) {
  Dataset dataset;
  dataset.frameworks = {Catalogue("a", "1"), Catalogue("b", "1"),
                        Catalogue("c", "1")};
  AddTable(dataset, "a", "b", {"1 subset-of 1 medium"});
  AddTable(dataset, "b", "c", {"1 subset-of 1 low"});
  dataset.crosswalks[0].dated = "2026-11-01";
  dataset.crosswalks[1].dated = "2026-11-02";
  const Knowledge knowledge(dataset);
  ReportContext context;
  context.dataset = &dataset;
  context.knowledge = &knowledge;
  EXPECT_EQ(WriteOscalMapping(context, 0, 2, {false, ""}), "");
  const std::string text = WriteOscalMapping(context, 0, 2, {true, ""});
  EXPECT_EQ(Dump(text),
            "hybrid not-complete\n"
            "_x31_ subset-of _x31_ low how=derived row=a--b.tsv:1 "
            "row=b--c.tsv:1\n"
            "complete=no\n");
  EXPECT_NE(text.find("\"last-modified\": \"2026-11-02T00:00:00Z\""),
            std::string::npos);
}

}  // namespace
}  // namespace mapper
