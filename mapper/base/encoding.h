// Text files as they come: UTF-8, UTF-16 and CP932 (Windows-31J), with or
// without a byte order mark, turned into UTF-8 once at the door.

#ifndef MAPPER_BASE_ENCODING_H_
#define MAPPER_BASE_ENCODING_H_

#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"

namespace mapper {

enum class Encoding { kUtf8, kUtf16Le, kUtf16Be, kCp932, kEucJp };

const char* ToString(Encoding encoding);

// By byte order mark; else UTF-16 when zero bytes stand at one parity only (a
// text has none otherwise); else UTF-8 when the bytes are valid UTF-8, or are
// so for 16 characters that are not ASCII and then break; else CP932.  Never
// EUC-JP, which a document has to declare.
Encoding DetectEncoding(std::string_view bytes);

// The text as UTF-8 without byte order mark.  CR LF and lone CR become LF.
// Bytes that cannot be decoded are reported as [encoding-invalid] with the
// line they stand in, once a file, and become U+FFFD.
std::string DecodeText(const std::string& file, std::string_view bytes,
                       Diagnostics& diagnostics);

// The same, in an encoding that is known.
std::string DecodeTextAs(const std::string& file, std::string_view bytes,
                         Encoding encoding, Diagnostics& diagnostics);

// UTF-8 to CP932, for old Excel.  Characters that CP932 lacks become '?', and
// each is named once in `unmappable` (UTF-8, in order of appearance).
std::string EncodeCp932(std::string_view utf8, std::string& unmappable);

}  // namespace mapper

#endif  // MAPPER_BASE_ENCODING_H_
