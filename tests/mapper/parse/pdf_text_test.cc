#include "mapper/parse/pdf_text.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "mapper/base/error.h"
#include "mapper/base/file.h"
#include "tests/mapper/shared_sources.h"

namespace mapper {
namespace {

// A folder of its own for each test, which becomes the current one.
class PdfToTextTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = testing::TempDir() + "pdfXXXXXX";
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    folder_ = name;
    before_ = std::filesystem::current_path();
    std::filesystem::current_path(folder_);
  }
  void TearDown() override {
    std::filesystem::current_path(before_);
    std::filesystem::remove_all(folder_);
  }

  // A program that stands for pdftotext.
  static PdfLimits Program(const std::string& script) {
    WriteFileAtomically("program", "#!/bin/sh\n" + script);
    chmod("program", 0700);
    PdfLimits limits;
    limits.program = "./program";
    return limits;
  }

  static std::string Complaint(const std::string& path,
                               const PdfLimits& limits = {}) {
    try {
      PdfToText(path, limits);
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

 private:
  std::string folder_;
  std::filesystem::path before_;
};

TEST_F(PdfToTextTest, RefusesWhatIsNoPdf) {
  WriteFileAtomically("empty", "");
  WriteFileAtomically("text", "%PD");
  WriteFileAtomically("late", std::string(1024, ' ') + "%PDF-1.7");
  EXPECT_EQ(Complaint("empty"), "empty: not a PDF");
  EXPECT_EQ(Complaint("text"), "text: not a PDF");
  EXPECT_EQ(Complaint("late"), "late: not a PDF");
  EXPECT_EQ(Complaint("missing"),
            "missing: cannot open for reading: No such file or directory");
  EXPECT_EQ(Complaint(""),
            ": cannot open for reading: No such file or directory");
  EXPECT_EQ(Complaint("."), ".: cannot read: Is a directory");
}

TEST_F(PdfToTextTest, TellsTheFirstComplaint) {
  WriteFileAtomically("broken.pdf", "%PDF-1.7\nnothing\n");
  EXPECT_EQ(Complaint("broken.pdf", Program("echo 'Syntax Error: first' >&2\n"
                                            "echo 'second' >&2\nexit 1\n")),
            "broken.pdf: ./program cannot read it: Syntax Error: first");
  EXPECT_EQ(Complaint("broken.pdf", Program("exit 3\n")),
            "broken.pdf: ./program cannot read it");
  EXPECT_EQ(Complaint("broken.pdf", Program("kill -9 $$\n")),
            "broken.pdf: ./program cannot read it");
  EXPECT_EQ(Complaint("broken.pdf").substr(0, 36),
            "broken.pdf: pdftotext cannot read it");
}

TEST_F(PdfToTextTest, SaysWhatToInstall) {
  WriteFileAtomically("a.pdf", "%PDF-1.7\n");
  PdfLimits limits;
  limits.program = "kakehashi-no-such-program";
  EXPECT_EQ(Complaint("a.pdf", limits),
            "kakehashi-no-such-program is needed to read PDF (package "
            "poppler-utils)");
}

// The program never sees the name that the file has.
TEST_F(PdfToTextTest, HidesHostileNames) {
  for (const std::string name :
       {"-opw;echo $HOME", "-v.pdf", "a\nb.pdf", "a'b\"c`id`.pdf", "$(id).pdf",
        "a b*.pdf", "\xFF\xFE.pdf", "@list", "é\u202Efdp.exe"}) {
    WriteFileAtomically(name, "%PDF-1.7\n" + name);
    EXPECT_EQ(
        PdfToText(name, Program("for word; do echo \"<$word>\"; done; cat -\n"
                                "cat document.pdf\n")),
        "<-layout>\n<-enc>\n<UTF-8>\n<document.pdf>\n<->\n%PDF-1.7\n" + name);
  }
}

TEST_F(PdfToTextTest, RunsInADirectoryOfItsOwn) {
  WriteFileAtomically("a.pdf", "%PDF-1.7\n");
  setenv("TMPDIR", std::filesystem::current_path().c_str(), 1);
  setenv("KAKEHASHI_SECRET", "seen", 1);
  const auto folders = [] {
    std::string names;
    for (const std::string& name : ListDirectory(".")) {
      if (IsDirectory(name)) names += name + "\n";
    }
    return names;
  };
  const std::string said = PdfToText(
      "a.pdf", Program("stat -c %a .\nls -A\n"
                       "[ \"$HOME\" = \"$PWD\" ] && echo home\n"
                       "echo \"secret $KAKEHASHI_SECRET\"\n"
                       "mkdir -p left/deep\nln -s ../a.pdf left/link\n"));
  EXPECT_EQ(said, "700\ndocument.pdf\nhome\nsecret \n");
  EXPECT_EQ(folders(), "");  // removed, with what the program left there
  EXPECT_TRUE(Exists("a.pdf"));
  EXPECT_NE(Complaint("a.pdf", Program("touch left\nkill -9 $$\n")), "");
  EXPECT_EQ(folders(), "");
  setenv("TMPDIR", "relative", 1);  // is not taken
  EXPECT_EQ(PdfToText("a.pdf", Program("pwd | cut -c1-15\n")),
            "/tmp/kakehashi-\n");
  unsetenv("TMPDIR");
  unsetenv("KAKEHASHI_SECRET");
}

// No program that lies beside a document is run in place of pdftotext.
TEST_F(PdfToTextTest, LooksInAbsoluteDirectoriesOfPathAlone) {
  WriteFileAtomically("a.pdf", "%PDF-1.7\n");
  PdfLimits limits = Program("echo wrong\n");
  limits.program = "program";
  const std::string before = std::getenv("PATH");
  const std::string missing =
      "program is needed to read PDF (package poppler-utils)";
  std::filesystem::create_directories("bin/program");  // is no program
  for (const char* path : {"", ":", ".", "::/nowhere:.", "bin", "./"}) {
    setenv("PATH", path, 1);
    EXPECT_EQ(Complaint("a.pdf", limits), missing) << path;
  }
  const std::string here = std::filesystem::current_path().string();
  setenv("PATH", (here + "/bin:" + here + ":" + before).c_str(), 1);
  EXPECT_EQ(PdfToText("a.pdf", limits), "wrong\n");
  unsetenv("PATH");
  EXPECT_EQ(Complaint("a.pdf", limits), missing);
  setenv("PATH", before.c_str(), 1);
}

TEST_F(PdfToTextTest, KeepsItsLimits) {
  WriteFileAtomically("a.pdf", "%PDF-1.7\n");
  PdfLimits limits = Program("exec yes\n");
  limits.bytes = 100000;
  EXPECT_EQ(Complaint("a.pdf", limits),
            "a.pdf: more than 100000 bytes of text [pdf-size]");
  limits.bytes = 200;
  const std::string text(199, 'x');
  WriteFileAtomically("b.pdf", "%PDF-1.7" + text);
  limits.program = (Program("tail -c +9 document.pdf; echo\n")).program;
  EXPECT_EQ(PdfToText("b.pdf", limits), text + "\n");
  WriteFileAtomically("b.pdf", "%PDF-1.7x" + text);
  EXPECT_EQ(Complaint("b.pdf", limits),
            "b.pdf: more than 200 bytes of text [pdf-size]");
  limits = Program("exec sleep 100\n");
  limits.time = std::chrono::milliseconds(100);
  EXPECT_EQ(Complaint("a.pdf", limits),
            "a.pdf: ./program took longer than 0 s [pdf-time]");
  limits = Program("exec >&- 2>&-\nexec sleep 100\n");
  limits.time = std::chrono::milliseconds(100);
  EXPECT_EQ(Complaint("a.pdf", limits),
            "a.pdf: ./program took longer than 0 s [pdf-time]");
  // Time of the processor, memory, files and core dumps.
  limits = Program("ulimit -v; ulimit -t; ulimit -f; ulimit -c\n");
  limits.memory = std::size_t{512} << 20U;
  limits.time = std::chrono::milliseconds(9000);
  limits.bytes = 5120;
  EXPECT_EQ(PdfToText("a.pdf", limits), "524288\n10\n10\n0\n");
  limits = Program("yes | head -c 1000000 >&2\necho text\n");
  EXPECT_EQ(PdfToText("a.pdf", limits), "text\n");
}

TEST_F(PdfToTextTest, ReadsTheOrdinance) {
  const std::string path =
      SharedPath("sources/lar-16-3/soumu-reiwa8-shorei-80.pdf");
  if (path.empty()) return;
  const std::string text = PdfToText(path);
  EXPECT_NE(text.find("○総務省令第八十号"), std::string::npos);
  std::filesystem::copy_file(path, "-v.pdf");
  EXPECT_EQ(PdfToText("-v.pdf"), text);
}

}  // namespace
}  // namespace mapper
