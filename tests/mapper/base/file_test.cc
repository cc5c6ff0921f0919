#include "mapper/base/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>

#include "mapper/base/error.h"
#include "mapper/base/whole_files.h"
#include "tests/mapper/dump.h"
#include "tests/mapper/temporary_directory.h"

namespace mapper {
namespace {

using Names = std::vector<std::string>;

// What the call throws, without the temporary directory.
template <typename Call>
std::string Failure(const TemporaryDirectory& directory, Call call) {
  try {
    call();
  } catch (const Error& error) {
    std::string what = error.what();
    const std::size_t at = what.find(directory.path());
    return at == std::string::npos
               ? what
               : what.replace(at, directory.path().size(), "DIR");
  }
  return "no error";
}

TEST(ReadFileTest, StopsAtItsLimit) {
  const std::string path = testing::TempDir() + "limit";
  WriteFileAtomically(path, "12345");
  EXPECT_EQ(ReadFile(path, 5), "12345");
  try {
    ReadFile(path, 4);
    FAIL() << "read";
  } catch (const Error& error) {
    EXPECT_EQ(error.what(), path + ": larger than 4 bytes [file-size]");
  }
}

TEST(ReadFileTest, ReadsBytesAsTheyAre) {
  const TemporaryDirectory directory;
  const std::string all = std::string("\0\r\n\xFF", 4) + Repeat("水", 100000);
  directory.Write("a", all);
  directory.Write("empty", "");
  EXPECT_EQ(ReadFile(directory / "a"), all);
  EXPECT_EQ(ReadFile(directory / "empty"), "");
}

TEST(ReadFileTest, ThrowsWithPathAndReason) {
  const TemporaryDirectory directory;
  directory.Write("file", "x");
  EXPECT_EQ(Failure(directory, [&] { ReadFile(directory / "none"); }),
            "DIR/none: cannot open for reading: No such file or directory");
  EXPECT_EQ(Failure(directory, [&] { ReadFile(directory.path()); }),
            "DIR: cannot read: Is a directory");
  EXPECT_EQ(Failure(directory, [&] { ReadFile(directory / "file/x"); }),
            "DIR/file/x: cannot open for reading: Not a directory");
  EXPECT_EQ(Failure(directory, [&] { ReadFile(""); }),
            ": cannot open for reading: No such file or directory");
  EXPECT_EQ(Failure(directory, [&] { ReadFile("/dev/zero"); }),
            "/dev/zero: larger than 268435456 bytes [file-size]");
}

TEST(FileStampTest, DiffersAfterAChange) {
  const TemporaryDirectory directory;
  EXPECT_EQ(FileStamp(directory / "none"), "");
  directory.Write("a", "one");
  EXPECT_EQ(FileStamp(directory / "a/b"), "");
  const std::string one = FileStamp(directory / "a");
  EXPECT_EQ(FileStamp(directory / "a"), one);
  directory.Write("a", "two");  // at once, and of the same size
  const std::string two = FileStamp(directory / "a");
  EXPECT_NE(two, one);
  // Of the same bytes, size and time of change, but another file.
  directory.Write("b", "two");
  struct stat info {};
  ASSERT_EQ(stat((directory / "a").c_str(), &info), 0);
  const timespec times[] = {info.st_atim, info.st_mtim};
  ASSERT_EQ(utimensat(AT_FDCWD, (directory / "b").c_str(), times, 0), 0);
  ASSERT_EQ(std::rename((directory / "b").c_str(), (directory / "a").c_str()),
            0);
  EXPECT_NE(FileStamp(directory / "a"), two);
}

TEST(ReadFileTest, RespectsPermissions) {
  if (geteuid() == 0) GTEST_SKIP() << "root may read everything";
  const TemporaryDirectory directory;
  directory.Write("secret", "x");
  chmod((directory / "secret").c_str(), 0);
  EXPECT_EQ(Failure(directory, [&] { ReadFile(directory / "secret"); }),
            "DIR/secret: cannot open for reading: Permission denied");
}

TEST(WriteFileAtomicallyTest, WritesAndReplaces) {
  const TemporaryDirectory directory;
  const std::string path = directory / "out.csv";
  WriteFileAtomically(path, "first, and longer");
  EXPECT_EQ(ReadFile(path), "first, and longer");
  WriteFileAtomically(path, std::string("a\0b", 3));
  EXPECT_EQ(ReadFile(path), std::string("a\0b", 3));
  WriteFileAtomically(path, "");
  EXPECT_EQ(ReadFile(path), "");
  const std::string large = Repeat("水道局", 1000000);
  WriteFileAtomically(path, large);
  EXPECT_EQ(ReadFile(path), large);
  EXPECT_EQ(ListDirectory(directory.path()), Names{"out.csv"});
}

TEST(WriteFileAtomicallyTest, FollowsTheUmask) {
  const TemporaryDirectory directory;
  const mode_t before = umask(027);
  WriteFileAtomically(directory / "x", "x");
  EXPECT_EQ(umask(before), 027U);  // left as it was
  struct stat info {};
  ASSERT_EQ(stat((directory / "x").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0640U);
}

TEST(WriteFileAtomicallyTest, LeavesNothingBehindWhenItFails) {
  const TemporaryDirectory directory;
  directory.Write("folder/kept", "x");
  EXPECT_EQ(Failure(directory,
                    [&] { WriteFileAtomically(directory / "folder", "y"); }),
            "DIR/folder: cannot write: Is a directory");
  EXPECT_EQ(Failure(directory,
                    [&] { WriteFileAtomically(directory / "none/x", "y"); }),
            "DIR/none/x: cannot write: No such file or directory");
  EXPECT_EQ(
      Failure(directory,
              [&] { WriteFileAtomically(directory / "folder/kept/x", "y"); }),
      "DIR/folder/kept/x: cannot write: Not a directory");
  EXPECT_EQ(ListDirectory(directory.path()), Names{"folder"});
  EXPECT_EQ(ListDirectory(directory / "folder"), Names{"kept"});
}

TEST(WriteFileAtomicallyTest, RefusesAReadOnlyDirectory) {
  if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
  const TemporaryDirectory directory;
  directory.Write("locked/old", "x");
  chmod((directory / "locked").c_str(), 0555);
  EXPECT_EQ(
      Failure(directory,
              [&] { WriteFileAtomically(directory / "locked/old", "y"); }),
      "DIR/locked/old: cannot write: Permission denied");
  EXPECT_EQ(ReadFile(directory / "locked/old"), "x");
  chmod((directory / "locked").c_str(), 0755);
}

TEST(WriteFileAtomicallyTest, KeepsPermissionsLinksAndDevices) {
  const TemporaryDirectory directory;
  directory.Write("kept", "old");
  chmod((directory / "kept").c_str(), 0600);
  ASSERT_EQ(symlink("kept", (directory / "link").c_str()), 0);
  WriteFileAtomically(directory / "link", "new");
  struct stat info {};
  ASSERT_EQ(lstat((directory / "link").c_str(), &info), 0);
  EXPECT_TRUE(S_ISLNK(info.st_mode));
  EXPECT_EQ(ReadFile(directory / "kept"), "new");
  ASSERT_EQ(stat((directory / "kept").c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777U, 0600U);
  // As the superuser a rename would put a file in the place of the device.
  ASSERT_EQ(symlink("/dev/null", (directory / "null").c_str()), 0);
  WriteFileAtomically(directory / "null", "nothing");
  ASSERT_EQ(lstat((directory / "null").c_str(), &info), 0);
  EXPECT_TRUE(S_ISLNK(info.st_mode));
  ASSERT_EQ(stat("/dev/null", &info), 0);
  EXPECT_TRUE(S_ISCHR(info.st_mode));
  EXPECT_EQ(Failure(directory, [&] { WriteFileAtomically("/dev/full", "x"); }),
            "/dev/full: cannot write: No space left on device");
}

TEST(WriteFilesTogetherTest, WritesAllOrNothing) {
  const TemporaryDirectory directory;
  directory.Write("a", "old a");
  directory.Write("all", "old list");
  directory.Write("z/x", "");
  const auto failure = [&](const std::vector<NamedBytes>& files) {
    return Failure(directory,
                   [&] { WriteFilesTogether(directory.path(), files, "all"); });
  };
  EXPECT_EQ(failure({{"all", "list"}, {"a", "a"}, {"no/b", "b"}}),
            "DIR/no/b: cannot write: No such file or directory");
  EXPECT_EQ(ReadFile(directory / "a"), "old a");
  EXPECT_EQ(ReadFile(directory / "all"), "old list");
  // The folder stands in the way when all is on the disk: some are new, so
  // nothing vouches for them any more.
  EXPECT_EQ(failure({{"all", "list"}, {"a", "a"}, {"z", "z"}}),
            "DIR/z: cannot write: Is a directory");
  EXPECT_EQ(ReadFile(directory / "a"), "a");
  EXPECT_EQ(ListDirectory(directory.path()), (Names{"a", "z"}));
  EXPECT_EQ(failure({{"all", "list"}, {"a", "A"}, {"b", ""}}), "no error");
  EXPECT_EQ(ListDirectory(directory.path()), (Names{"a", "all", "b", "z"}));
  EXPECT_EQ(ReadFile(directory / "a"), "A");
  EXPECT_EQ(ReadFile(directory / "all"), "list");
}

TEST(HoldInterruptsTest, LetsThemWait) {
  static volatile std::sig_atomic_t seen = 0;
  struct sigaction action {};
  struct sigaction before {};
  action.sa_handler = [](int) { seen = seen + 1; };
  ASSERT_EQ(sigaction(SIGTERM, &action, &before), 0);
  {
    const HoldInterrupts hold;
    {
      const HoldInterrupts inner;
      raise(SIGTERM);
    }
    EXPECT_EQ(seen, 0);
  }
  EXPECT_EQ(seen, 1);
  sigaction(SIGTERM, &before, nullptr);
}

TEST(ExistsTest, TellsFilesFromDirectories) {
  const TemporaryDirectory directory;
  directory.Write("folder/file", "x");
  EXPECT_TRUE(Exists(directory / "folder"));
  EXPECT_TRUE(Exists(directory / "folder/file"));
  EXPECT_FALSE(Exists(directory / "none"));
  EXPECT_FALSE(Exists(""));
  EXPECT_FALSE(Exists(directory / "folder/file/x"));
  EXPECT_TRUE(IsDirectory(directory / "folder"));
  EXPECT_FALSE(IsDirectory(directory / "folder/file"));
  EXPECT_FALSE(IsDirectory(directory / "none"));
}

TEST(ListDirectoryTest, SortsByByte) {
  const TemporaryDirectory directory;
  for (const char* name : {"b", "a", "B", "水", ".hidden", "a-b", "a/x"}) {
    if (name != std::string("a")) directory.Write(name, "");
  }
  EXPECT_EQ(ListDirectory(directory.path()),
            (Names{".hidden", "B", "a", "a-b", "b", "水"}));
  EXPECT_EQ(ListDirectory(directory / "a"), Names{"x"});
  EXPECT_EQ(Failure(directory, [&] { ListDirectory(directory / "none"); }),
            "DIR/none: cannot list: No such file or directory");
  EXPECT_EQ(Failure(directory, [&] { ListDirectory(directory / "b"); }),
            "DIR/b: cannot list: Not a directory");
}

}  // namespace
}  // namespace mapper
