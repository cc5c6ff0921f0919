#include "mapper/parse/pdf_text.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

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

TEST_F(PdfToTextTest, PassesNamesAsNames) {
  WriteFileAtomically("-opw;echo $HOME", "%PDF-1.7\n");
  EXPECT_EQ(PdfToText("-opw;echo $HOME",
                      Program("for word; do echo \"<$word>\"; done; cat\n")),
            "<-layout>\n<-enc>\n<UTF-8>\n<./-opw;echo $HOME>\n<->\n");
}

TEST_F(PdfToTextTest, KeepsItsLimits) {
  WriteFileAtomically("a.pdf", "%PDF-1.7\n");
  PdfLimits limits = Program("exec yes\n");
  limits.bytes = 100000;
  EXPECT_EQ(Complaint("a.pdf", limits),
            "a.pdf: more than 100000 bytes of text");
  limits = Program("exec sleep 100\n");
  limits.time = std::chrono::milliseconds(100);
  EXPECT_EQ(Complaint("a.pdf", limits),
            "a.pdf: ./program took longer than 0 s");
  limits = Program("exec >&- 2>&-\nexec sleep 100\n");
  limits.time = std::chrono::milliseconds(100);
  EXPECT_EQ(Complaint("a.pdf", limits),
            "a.pdf: ./program took longer than 0 s");
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
