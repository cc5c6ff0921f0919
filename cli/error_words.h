// The messages of mapper::Error in Japanese: of files, the workspace and
// pdftotext.  The library states them in English; a phrase that is not known
// stays.

#ifndef CLI_ERROR_WORDS_H_
#define CLI_ERROR_WORDS_H_

#include <string>

namespace cli {

// "a.toml: cannot open for reading: No such file or directory" with the words
// after the name in Japanese.
std::string ErrorInJapanese(std::string message);

}  // namespace cli

#endif  // CLI_ERROR_WORDS_H_
