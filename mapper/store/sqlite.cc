#include "mapper/store/sqlite.h"

#include <sqlite3.h>
#include <sys/stat.h>

#include "mapper/base/error.h"
#include "mapper/base/limits.h"

namespace mapper {
namespace {

constexpr int kBusyMilliseconds = 10000;
constexpr const char* kSizeId = "workspace-size";

// What a person can do about it.
const char* Advice(int code) {
  switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "in use by another process; try again in a moment";
    case SQLITE_CORRUPT:
      return "damaged; restore it from a backup";
    case SQLITE_NOTADB:
      return "not a workspace: not an SQLite file, or its beginning is damaged";
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "cannot be written";
    case SQLITE_FULL:
      return "the disk is full";
    case SQLITE_CANTOPEN:
      return "cannot be opened";
    case SQLITE_IOERR:
      return "cannot be read or written";
    default:
      return "the workspace does not do what was asked of it";
  }
}

// A relative name that SQLite takes for nothing else (":memory:", "file:").
std::string FileName(const std::string& path) {
  return path.empty() || path[0] == '/' ? path : "./" + path;
}

// The URI of a file that nobody changes, so that no lock file is needed.
std::string ImmutableUri(const std::string& path) {
  static const char* kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : FileName(path)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7f || c == '%' || c == '?' || c == '#') {
      uri += '%';
      uri += kHex[byte >> 4U];
      uri += kHex[byte & 15U];
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

bool HasUnmergedLog(const std::string& path) {
  struct stat info {};
  return stat((path + "-wal").c_str(), &info) == 0 && info.st_size > 0;
}

}  // namespace

void Database::Close::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}

void Database::Check(int code) const {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return;
  const char* message =
      handle_ != nullptr ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(code);
  throw Error(path_ + ": " + Advice(code) + " (SQLite " + std::to_string(code) +
              ": " + message + ")");
}

void Database::Open(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle,
                                   flags | SQLITE_OPEN_EXRESCODE, nullptr);
  handle_.reset(handle);  // there even when it could not be opened
  Check(code);
  // What a foreign file says of itself is not run, nor taken on trust.
  Check(sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr));
  Check(sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr));
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, limits::kWorkspaceValue);
  Check(sqlite3_busy_timeout(handle, kBusyMilliseconds));
}

int Database::Probe() {
  return sqlite3_exec(handle_.get(), "SELECT count(*) FROM sqlite_schema",
                      nullptr, nullptr, nullptr);
}

Database::Database(const std::string& path, Access access) : path_(path) {
  struct stat info {};
  if (stat(path.c_str(), &info) == 0 &&
      static_cast<std::size_t>(info.st_size) > limits::kWorkspaceBytes) {
    throw Error(path + ": larger than " +
                std::to_string(limits::kWorkspaceBytes) + " bytes [" + kSizeId +
                "]");
  }
  // Readers ask for writing too: the last one to leave then tidies up the log
  // of a writer that was killed.  SQLite takes less where less is allowed.
  Open(FileName(path), SQLITE_OPEN_READWRITE);
  int code = Probe();
  const int primary = code & 0xff;
  if (access == Access::kRead &&
      (primary == SQLITE_CANTOPEN || primary == SQLITE_READONLY)) {
    if (HasUnmergedLog(path)) {
      throw Error(path + ": its latest changes are in " + path +
                  "-wal and cannot be read where nothing can be written; copy "
                  "both files to another place");
    }
    Open(ImmutableUri(path), SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
    code = Probe();
  }
  Check(code);
  Execute(
      "PRAGMA foreign_keys = ON; PRAGMA cell_size_check = ON; "
      "PRAGMA synchronous = FULL");
  if (access == Access::kRead) Execute("PRAGMA query_only = ON");
}

Database::Database() : path_("(memory)") {
  Open(":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  Execute("PRAGMA foreign_keys = ON");
}

void Database::Execute(const std::string& sql) {
  Check(sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, nullptr));
}

std::int64_t Database::Number(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.Step() ? statement.Number(0) : 0;
}

std::string Database::Text(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.Step() ? statement.Text(0) : "";
}

void Database::CopyTo(Database& target) {
  sqlite3_backup* backup =
      sqlite3_backup_init(target.handle_.get(), "main", handle_.get(), "main");
  if (backup == nullptr) {
    target.Check(sqlite3_extended_errcode(target.handle_.get()));
    return;
  }
  const int step = sqlite3_backup_step(backup, -1);
  const int finish = sqlite3_backup_finish(backup);
  Check(step);
  target.Check(finish);
}

void Statement::Finalize::operator()(sqlite3_stmt* handle) const {
  sqlite3_finalize(handle);
}

Statement::Statement(Database& database, const std::string& sql)
    : database_(database) {
  sqlite3_stmt* handle = nullptr;
  database_.Check(sqlite3_prepare_v2(database_.handle_.get(), sql.c_str(),
                                     static_cast<int>(sql.size()), &handle,
                                     nullptr));
  handle_.reset(handle);
}

void Statement::Bind(int parameter, std::string_view text) {
  // An empty view may have no address, which SQLite would take for NULL.
  const char* data = text.empty() ? "" : text.data();
  database_.Check(sqlite3_bind_text64(handle_.get(), parameter, data,
                                      text.size(), SQLITE_TRANSIENT,
                                      SQLITE_UTF8));
}

void Statement::Bind(int parameter, std::int64_t number) {
  database_.Check(sqlite3_bind_int64(handle_.get(), parameter, number));
}

bool Statement::Step() {
  const int code = sqlite3_step(handle_.get());
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) {
    // Resetting keeps the message that Check shows.
    sqlite3_reset(handle_.get());
    database_.Check(code);
  }
  database_.Check(sqlite3_reset(handle_.get()));
  return false;
}

void Statement::Run() {
  while (Step()) {
  }
}

std::string Statement::Text(int column) const {
  const auto* text = sqlite3_column_text(handle_.get(), column);
  if (text == nullptr) return {};
  const int size = sqlite3_column_bytes(handle_.get(), column);
  return {reinterpret_cast<const char*>(text), static_cast<std::size_t>(size)};
}

std::int64_t Statement::Number(int column) const {
  return sqlite3_column_int64(handle_.get(), column);
}

Transaction::Transaction(Database& database, Kind kind) : database_(database) {
  database_.Execute(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (!open_) return;
  sqlite3* handle = database_.handle_.get();
  if (sqlite3_get_autocommit(handle) == 0) {
    sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
  }
}

void Transaction::Commit() {
  database_.Execute("COMMIT");
  open_ = false;
}

}  // namespace mapper
