// SQLite, as the workspace needs it: a connection, a statement and a
// transaction that each end with their scope.  The only place that includes
// <sqlite3.h> is sqlite.cc.
//
// Every failure is an Error with the file, what to do, and SQLite's own code
// and message.  Values reach SQL as bound parameters alone.

#ifndef MAPPER_STORE_SQLITE_H_
#define MAPPER_STORE_SQLITE_H_

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace mapper {

class Database {
 public:
  enum class Access { kRead, kWrite };

  // Opens a file that is there.  With kRead nothing can be changed through the
  // connection, and a file in a directory or on a medium that cannot be written
  // is read too.  Another process may hold the file for ten seconds before that
  // is an Error.
  Database(const std::string& path, Access access);
  // An empty database in memory.
  Database();

  // Runs statements that have no parameters and whose rows do not matter.
  void Execute(const std::string& sql);
  // The first column of the first row, or 0 or "" when there is no row.
  std::int64_t Number(const std::string& sql);
  std::string Text(const std::string& sql);

  // Copies the whole of this database, as one moment of it, over `target`.
  void CopyTo(Database& target);

  const std::string& path() const { return path_; }  // for messages

 private:
  friend class Statement;
  friend class Transaction;
  struct Close {
    void operator()(sqlite3* handle) const;
  };

  void Open(const std::string& name, int flags);
  // The result of a first read; opening itself reads nothing.
  int Probe();
  // Throws unless `code` is SQLITE_OK, SQLITE_ROW or SQLITE_DONE.
  void Check(int code) const;

  std::string path_;
  std::unique_ptr<sqlite3, Close> handle_;
};

// One compiled statement; the database must outlive it.  Parameters and columns
// are counted as SQLite does: parameters from 1, columns from 0.
class Statement {
 public:
  Statement(Database& database, const std::string& sql);

  void Bind(int parameter, std::string_view text);
  void Bind(int parameter, std::int64_t number);
  // Binds all parameters in order.
  template <typename... Values>
  Statement& With(const Values&... values) {
    int parameter = 0;
    (Bind(++parameter, values), ...);
    return *this;
  }

  // True when there is a row to read; false resets the statement, so that it
  // can be bound and run again.
  bool Step();
  // For statements without rows.
  void Run();

  std::string Text(int column) const;
  std::int64_t Number(int column) const;

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* handle) const;
  };

  Database& database_;
  std::unique_ptr<sqlite3_stmt, Finalize> handle_;
};

// All or nothing.  kRead: what is read in it is of one moment.  kWrite: no
// other process writes meanwhile (BEGIN IMMEDIATE).  Without Commit() the
// destructor takes everything back; it never throws.
class Transaction {
 public:
  enum class Kind { kRead, kWrite };

  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  void Commit();

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace mapper

#endif  // MAPPER_STORE_SQLITE_H_
