#include "mapper/store/workspace_check.h"

#include <map>
#include <set>
#include <utility>

#include "mapper/base/sha256.h"
#include "mapper/base/text.h"
#include "mapper/store/assessment_store.h"
#include "mapper/store/schema.h"

namespace mapper {
namespace {

class Checker {
 public:
  Checker(Workspace& workspace, const std::vector<std::string>& noted,
          Diagnostics& diagnostics)
      : workspace_(workspace), noted_(noted), diagnostics_(diagnostics) {}

  WorkspaceCheck Run() {
    // One moment of a file that others may be writing.
    const Transaction moment(workspace_.database(), Transaction::Kind::kRead);
    CheckFile();
    records_ = AssessmentStore(workspace_).All();
    result_.records = records_.size();
    result_.heads = Heads(records_);
    CheckRecords();
    CheckProfiles();
    CheckNoted();
    return result_;
  }

 private:
  void Error(const char* id, std::int64_t number, const std::string& message) {
    diagnostics_.Error(
        id, {workspace_.path(), static_cast<std::size_t>(number), 0}, message);
  }

  // "record 12 (yoshikawa town-guide:G1.1)"
  static std::string Name(const AssessmentRecord& r) {
    return "record " + std::to_string(r.number) + " (" + Visible(r.org) + " " +
           Visible(r.framework) + ":" + Visible(r.control) +
           (r.scope.empty() ? "" : " " + Visible(r.scope)) + ")";
  }

  void CheckFile() {
    Database& database = workspace_.database();
    for (const std::string& difference : SchemaDifferences(database)) {
      Error("workspace-schema", 0, difference);
    }
    Statement integrity(database, "PRAGMA integrity_check");
    while (integrity.Step()) {
      const std::string found = integrity.Text(0);
      if (found != "ok") Error("workspace-damaged", 0, Visible(found));
    }
    Statement keys(database, "PRAGMA foreign_key_check");
    while (keys.Step()) {
      Error("workspace-reference", keys.Number(1),
            "row " + keys.Text(1) + " of " + Visible(keys.Text(0)) +
                " names a row of " + Visible(keys.Text(2)) +
                " that is not there");
    }
  }

  void CheckRecords() {
    std::set<std::string> hashes;
    for (const AssessmentRecord& r : records_) hashes.insert(r.hash);
    std::set<std::string> roots;
    for (const std::string& id : workspace_.KnownIds()) {
      roots.insert(GenesisHash(id));
    }
    for (const AssessmentRecord& r : records_) {
      if (SealOf(r) != r.hash) {
        Error("record-changed", r.number,
              Name(r) + " is not what was recorded: its content and its hash " +
                  r.hash + " do not fit");
      }
      for (const std::string& hash : r.prev) {
        if (hashes.count(hash) != 0 || roots.count(hash) != 0) continue;
        Error("record-missing", r.number,
              "the record before " + Name(r) + " is not there: " + hash);
      }
      for (const std::string& hash : r.replaces) {
        if (hashes.count(hash) != 0) continue;
        Error("record-missing", r.number,
              "a record that " + Name(r) + " replaces is not there: " + hash);
      }
    }
  }

  void CheckProfiles() {
    Statement rows(
        workspace_.database(),
        "SELECT org, sha256, text FROM profile ORDER BY org, sha256");
    while (rows.Step()) {
      ++result_.profiles;
      if (Sha256Hex(rows.Text(2)) == rows.Text(1)) continue;
      Error("workspace-profile", 0,
            "the profile of " + Visible(rows.Text(0)) + " with SHA-256 " +
                Visible(rows.Text(1)) + " is not what was recorded");
    }
  }

  // All records that can be reached from `seeds` along `links`.
  static std::set<std::string> Reach(
      const std::multimap<std::string, std::string>& links,
      std::vector<std::string> seeds) {
    std::set<std::string> reached(seeds.begin(), seeds.end());
    while (!seeds.empty()) {
      const std::string at = std::move(seeds.back());
      seeds.pop_back();
      const auto [first, last] = links.equal_range(at);
      for (auto it = first; it != last; ++it) {
        if (reached.insert(it->second).second) seeds.push_back(it->second);
      }
    }
    return reached;
  }

  void CheckNoted() {
    if (noted_.empty()) return;
    std::set<std::string> hashes;
    std::multimap<std::string, std::string> back;
    std::multimap<std::string, std::string> forth;
    for (const AssessmentRecord& r : records_) {
      hashes.insert(r.hash);
      for (const std::string& hash : r.prev) {
        back.emplace(r.hash, hash);
        forth.emplace(hash, r.hash);
      }
    }
    std::vector<std::string> seeds;
    for (const std::string& hash : noted_) {
      if (hashes.count(hash) != 0) {
        seeds.push_back(hash);
      } else {
        Error("record-missing", 0,
              "the noted record is not there: " + Visible(hash));
      }
    }
    const auto before = Reach(back, seeds);
    const auto after = Reach(forth, seeds);
    for (const std::string& hash : hashes) {
      if (before.count(hash) != 0) {
        ++result_.sealed;
      } else if (after.count(hash) != 0) {
        ++result_.after;
      } else {
        ++result_.beside;
      }
    }
  }

  Workspace& workspace_;
  const std::vector<std::string>& noted_;
  Diagnostics& diagnostics_;
  std::vector<AssessmentRecord> records_;
  WorkspaceCheck result_;
};

}  // namespace

WorkspaceCheck CheckWorkspace(Workspace& workspace,
                              const std::vector<std::string>& noted,
                              Diagnostics& diagnostics) {
  return Checker(workspace, noted, diagnostics).Run();
}

}  // namespace mapper
