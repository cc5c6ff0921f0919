#include "mapper/store/workspace.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <system_error>
#include <utility>

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "mapper/base/whole_files.h"
#include "mapper/store/schema.h"

namespace mapper {
namespace {

[[noreturn]] void Fail(const std::string& path, const char* what, int number) {
  throw Error(path + ": cannot " + what + ": " +
              std::generic_category().message(number));
}

// An SQLite file that has just been created is empty, and so is one that a
// failing disk left; ours are never empty under their own name.
void RefuseWhatIsNoFile(const std::string& path) {
  struct stat info {};
  if (stat(path.c_str(), &info) != 0) Fail(path, "open", errno);
  if (S_ISDIR(info.st_mode)) Fail(path, "open", EISDIR);
  if (info.st_size == 0) {
    throw Error(path + ": not a workspace: the file is empty");
  }
}

void RemoveWithLogs(const std::string& path) {
  for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
    unlink((path + ending).c_str());
  }
}

// Gives `temporary` its name; false when something has that name already.
bool TakeName(const std::string& temporary, const std::string& path) {
  if (link(temporary.c_str(), path.c_str()) == 0) {
    unlink(temporary.c_str());
    return true;
  }
  if (errno == EEXIST) return false;
  // Some media know no second names.
  if (Exists(path)) return false;
  if (std::rename(temporary.c_str(), path.c_str()) != 0) {
    Fail(path, "write", errno);
  }
  return true;
}

// Has `fill` write a database under another name, then gives it `path`; false
// when `path` was taken meanwhile.
bool WriteNew(const std::string& path,
              const std::function<void(Database&)>& fill) {
  const HoldInterrupts hold;
  std::string temporary = path + ".XXXXXX";
  const int fd = mkstemp(temporary.data());  // mode 0600
  if (fd < 0) Fail(path, "write", errno);
  close(fd);
  try {
    {
      Database database(temporary, Database::Access::kWrite);
      fill(database);
    }
    const bool taken = TakeName(temporary, path);
    if (!taken) RemoveWithLogs(temporary);
    SyncDirectoryOf(path);
    return taken;
  } catch (...) {
    RemoveWithLogs(temporary);
    throw;
  }
}

// The version of a file whose tables are ours.
int OwnVersion(Database& database, bool to_write) {
  // One moment of a file that another process may be bringing up to date.
  const Transaction moment(database, Transaction::Kind::kRead);
  const int version = SchemaVersion(database, Migrations());
  RefuseForeignSchema(database, version, to_write);
  return version;
}

}  // namespace

Workspace::Workspace(std::string path, std::unique_ptr<Database> database,
                     int format)
    : path_(std::move(path)), database_(std::move(database)), format_(format) {
  Statement own(*database_,
                "SELECT id, created_at FROM workspace WHERE own = 1");
  if (!own.Step()) {
    throw Error(path_ +
                ": damaged: a workspace without an id; restore it from a "
                "backup");
  }
  id_ = own.Text(0);
  created_at_ = own.Text(1);
}

std::optional<Workspace> Workspace::OpenForReading(const std::string& path) {
  if (!Exists(path)) return {};
  RefuseWhatIsNoFile(path);
  auto database = std::make_unique<Database>(path, Database::Access::kRead);
  const int format = OwnVersion(*database, false);
  if (format < static_cast<int>(Migrations().size())) {
    auto copy = std::make_unique<Database>();
    database->CopyTo(*copy);
    Migrate(*copy, Migrations());
    copy->Execute("PRAGMA query_only = ON");
    database = std::move(copy);
  }
  return Workspace(path, std::move(database), format);
}

Workspace Workspace::OpenForWriting(const std::string& path,
                                    const WorkspaceBirth& birth) {
  if (!Exists(path)) {
    const std::size_t slash = path.find_last_of('/');
    if (slash != std::string::npos) {
      MakePrivateDirectories(path.substr(0, slash));
    }
    WriteNew(path, [&](Database& database) {
      database.Execute("PRAGMA journal_mode = WAL");
      Migrate(database, Migrations());
      Statement(database,
                "INSERT INTO workspace (id, created_at, own) VALUES (?, ?, 1)")
          .With(birth.id, birth.created_at)
          .Run();
    });
  }
  RefuseWhatIsNoFile(path);
  auto database = std::make_unique<Database>(path, Database::Access::kWrite);
  const int format = OwnVersion(*database, true);
  database->Execute("PRAGMA journal_mode = WAL");
  Migrate(*database, Migrations());
  return Workspace(path, std::move(database), format);
}

std::vector<std::string> Workspace::KnownIds() {
  std::vector<std::string> ids;
  Statement rows(*database_, "SELECT id FROM workspace ORDER BY id");
  while (rows.Step()) ids.push_back(rows.Text(0));
  return ids;
}

void Workspace::BackUp(const std::string& target) {
  const bool written = !Exists(target) && WriteNew(target, [&](Database& copy) {
    database_->CopyTo(copy);
  });
  if (!written) throw Error(target + ": is there already; name a new file");
}

void Workspace::Vacuum() {
  database_->Execute("VACUUM");
  database_->Execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace mapper
