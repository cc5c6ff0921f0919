// What an input may cost: every limit on size, number, depth and time, with
// the largest real input it was chosen by.  docs/security.md (## Limits) is
// the same list for people, with the id of the error of each.
//
// Limits are ten to a few hundred times the largest real input, so that nobody
// meets them by honest work.  Readers take them as arguments where a test at
// the limit would be slow.

#ifndef MAPPER_BASE_LIMITS_H_
#define MAPPER_BASE_LIMITS_H_

#include <chrono>
#include <cstddef>

namespace mapper::limits {

constexpr std::size_t kMiB = std::size_t{1} << 20U;

// Any file; the largest document read so far has 2.6 MB.
constexpr std::size_t kFileBytes = 256 * kMiB;

// Problems kept of one file and one severity; more are counted, not kept.
constexpr std::size_t kProblems = 1000;
// After so many errors no nearest word is looked for any more.
constexpr std::size_t kSuggestions = 100;

// TOML: framework.toml and profiles; the largest has 4.4 kB.
constexpr std::size_t kTomlBytes = kMiB;
constexpr std::size_t kTomlDots = 64;  // on one line: each nests a table

// Tables of tabs: controls.tsv, crosswalks, regimes.tsv and the like; the
// largest has 148 kB, 343 rows, and a line of 1.7 kB.
constexpr std::size_t kTableBytes = 16 * kMiB;
constexpr std::size_t kTableRows = 20'000;
constexpr std::size_t kTableLine = 65'536;

// Levels of a catalogue; the deepest has 6.
constexpr int kControlDepth = 64;

// Conditions; the longest has 126 bytes, nested once.
constexpr std::size_t kExpressionBytes = 2000;
constexpr int kExpressionDepth = 32;

// CSV; the largest has 251 kB and 6,600 cells.
constexpr std::size_t kCsvBytes = 32 * kMiB;
constexpr std::size_t kCsvCells = 2'000'000;

// JSON; the largest has 2.6 MB, 48,000 values, and is 18 deep.
constexpr std::size_t kJsonDepth = 256;
constexpr std::size_t kJsonValues = 4'000'000;

// XML; the largest has 241 kB, 7,800 tags and attributes, and is 7 deep.
constexpr std::size_t kXmlDepth = 256;
constexpr std::size_t kXmlNodes = 4'000'000;

// YAML: libraries of CISO Assistant; our largest catalogue is one of 105 kB.
constexpr std::size_t kYamlBytes = 16 * kMiB;
constexpr std::size_t kYamlDepth = 64;
constexpr std::size_t kYamlNodes = 1'000'000;
// Brackets open at once on one line: yaml-cpp keeps hundreds of bytes for each,
// before it says anything of them.
constexpr std::size_t kYamlOpen = 256;

// HTML; a law of 1.3 MB of text is a page of a few MB, some tens deep.
constexpr std::size_t kHtmlBytes = 32 * kMiB;
constexpr std::size_t kHtmlDepth = 500;
// Of the parser's tree: what a page never closes is opened again in every
// block, so that a small page can stand for a huge tree.
constexpr std::size_t kHtmlTree = 512 * kMiB;
constexpr std::chrono::milliseconds kHtmlTime{60'000};

// The text of a document, also out of PDF and HTML; the largest has 1.3 MB and
// 10,300 lines.
constexpr std::size_t kTextBytes = 64 * kMiB;
constexpr std::size_t kTextLines = 1'000'000;

// The program pdftotext; the largest document, 2.4 MB, takes 0.3 s and 12 MB.
constexpr std::chrono::milliseconds kPdfTime{60'000};
constexpr std::size_t kPdfMemory = 1024 * kMiB;

// XLSX; the largest is a report: 518 kB packed, 4.3 MB unpacked, 22 parts, 13
// sheets, 73,000 cells, no part over 12 times its packed size.
constexpr std::size_t kZipParts = 10'000;
constexpr std::size_t kZipPartBytes = 64 * kMiB;
constexpr std::size_t kZipBytes = 192 * kMiB;
constexpr std::size_t kZipRatio = 200;  // of parts larger than the next
constexpr std::size_t kZipRatioFrom = 4 * kMiB;
constexpr std::size_t kSheets = 200;
constexpr std::size_t kSheetCells = 2'000'000;
constexpr std::size_t kSheetText = 256 * kMiB;

// The workspace; documents and answers of one organisation are some MB.
constexpr std::size_t kWorkspaceBytes = 1024 * kMiB;
constexpr int kWorkspaceValue = 64 * 1024 * 1024;  // bytes of one value

// One argument of the command line.
constexpr std::size_t kArgument = 65'536;

}  // namespace mapper::limits

#endif  // MAPPER_BASE_LIMITS_H_
