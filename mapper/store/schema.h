// The stored form of a workspace: its marks, its tables, and how an older file
// becomes a newer one (docs/workspace.md).

#ifndef MAPPER_STORE_SCHEMA_H_
#define MAPPER_STORE_SCHEMA_H_

#include <cstdint>
#include <string>
#include <vector>

#include "mapper/store/sqlite.h"

namespace mapper {

// "KKHS": what SQLite's application_id says of our files.  Never changes.
constexpr std::int64_t kApplicationId = 0x4b4b4853;

// The step to one format version from the one before it.  What has been
// released is never edited; a new step is added at the end.
struct Migration {
  const char* purpose;
  const char* sql;  // several statements; run in one transaction
};

// Step i makes version i + 1 (SQLite's user_version).
const std::vector<Migration>& Migrations();

// The version of a file.  Throws Error, each with words of its own, when it is
// empty, of another program, newer than `migrations`, or without a version.
int SchemaVersion(Database& database, const std::vector<Migration>& migrations);

// Runs the steps that are missing, each in its own transaction; a database
// without tables becomes a workspace.  Several processes may do so at once.
void Migrate(Database& database, const std::vector<Migration>& migrations);

// Throws Error for a table, view or (to write) trigger that is not that of this
// version: reading a view, or writing where a trigger is, runs what somebody
// else wrote, without end if he likes.
void RefuseForeignSchema(Database& database, int version, bool to_write);

// What differs from the tables, indexes and triggers that the migrations make;
// "trigger record_no_delete is missing".  Expects the latest version.
std::vector<std::string> SchemaDifferences(Database& database);

}  // namespace mapper

#endif  // MAPPER_STORE_SCHEMA_H_
