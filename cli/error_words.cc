#include "cli/error_words.h"

#include <string_view>

namespace cli {
namespace {

struct Phrase {
  std::string_view english;
  std::string_view japanese;
};

// Each English phrase stands so in the library, or is what the system says of
// an error number (tests/data/diagnostics_test.py).
constexpr Phrase kPhrases[] = {
    {"No such file or directory", "ファイルがありません"},
    {"Permission denied", "権限がありません"},
    {"Is a directory", "フォルダです"},
    {"Not a directory", "途中の名前がフォルダではありません"},
    {"No space left on device", "ディスクに空きがありません"},
    {"Read-only file system", "書き込めないディスクです"},
    {"File name too long", "名前が長すぎます"},
    {"Too many levels of symbolic links", "リンクが循環しています"},
    {"Input/output error", "ディスクの読み書きの誤りです"},
    {": cannot open for reading", ": 開けません"},
    {": cannot open", ": 開けません"},
    {": cannot read it", " が読めませんでした"},
    {": cannot read", ": 読めません"},
    {": cannot write", ": 書けません"},
    {": cannot create", ": 作れません"},
    {": cannot list", ": フォルダの中が見られません"},
    {": cannot make a directory", ": 作業用のフォルダが作れません"},
    {": larger than ", ": 大きすぎます（上限のバイト数 "},
    {" bytes [", "）["},
    {": more than ", ": 文字が多すぎます（上限のバイト数 "},
    {" bytes of text [", "）["},
    {" took longer than ", " の時間切れです（上限の秒数 "},
    {" s [", "）["},
    {": not a PDF", ": PDFではありません"},
    {" is needed to read PDF (package poppler-utils)",
     " がないのでPDFを読めません（パッケージ poppler-utils）"},
    {" cannot be run", " が動きません"},
    {": no data here: it has no folder 'frameworks'",
     ": ここにデータはありません（frameworks というフォルダがない）"},
    {": is there already; name a new file",
     ": すでにあります。新しい名前にしてください"},
    {": not a workspace: the file is empty",
     ": ワークスペースではありません（空のファイル）"},
    {"not a workspace: not an SQLite file, or its beginning is damaged",
     "ワークスペースではないか、はじめの部分が壊れています"},
    {"in use by another process; try again in a moment",
     "ほかで使用中です。少し待ってからもう一度行ってください"},
    {"damaged; restore it from a backup",
     "壊れています。控えから戻してください"},
    {"cannot be written", "書き込めません"},
    {"cannot be opened", "開けません"},
    {"cannot be read or written", "読み書きできません"},
    {"the disk is full", "ディスクに空きがありません"},
    {"made by a newer kakehashi (format ",
     "新しい版の kakehashi が作りました（形式 "},
    {", this one knows ", "。この版が扱えるのは "},
    {"); install that one", "）。新しい版を入れてください"},
    {": not enough memory to read it", ": 読むにはメモリが足りません"},
};

}  // namespace

std::string ErrorInJapanese(std::string message) {
  for (const Phrase& phrase : kPhrases) {
    const std::size_t at = message.rfind(phrase.english);
    if (at == std::string::npos) continue;
    message.replace(at, phrase.english.size(), phrase.japanese);
  }
  return message;
}

}  // namespace cli
