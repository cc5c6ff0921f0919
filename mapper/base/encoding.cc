#include "mapper/base/encoding.h"

#include <algorithm>

#include "mapper/base/legacy_encoding.h"
#include "mapper/base/utf8.h"

namespace mapper {
namespace {

// The character at `at` of a text that is not UTF-8.
LegacyChar Decode(Encoding encoding, std::string_view bytes, std::size_t at) {
  switch (encoding) {
    case Encoding::kUtf8:
      break;
    case Encoding::kUtf16Le:
      return DecodeUtf16(bytes, at, false);
    case Encoding::kUtf16Be:
      return DecodeUtf16(bytes, at, true);
    case Encoding::kCp932:
      return DecodeCp932(bytes, at);
    case Encoding::kEucJp:
      return DecodeEucJp(bytes, at);
  }
  return {};
}

// CR LF and CR to LF, in place.
void NormaliseLines(std::string& text) {
  if (text.find('\r') == std::string::npos) return;
  std::size_t to = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      text[to++] = '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      text[to++] = text[i];
    }
  }
  text.resize(to);
}

bool LooksLikeUtf16(std::string_view bytes, std::size_t zero_parity) {
  const std::size_t size = std::min<std::size_t>(bytes.size(), 4096) & ~1ULL;
  std::size_t zeros = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (bytes[i] != '\0') continue;
    if (i % 2 != zero_parity) return false;
    ++zeros;
  }
  return zeros > 0;
}

}  // namespace

const char* ToString(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
      return "UTF-8";
    case Encoding::kUtf16Le:
      return "UTF-16LE";
    case Encoding::kUtf16Be:
      return "UTF-16BE";
    case Encoding::kCp932:
      return "CP932";
    case Encoding::kEucJp:
      return "EUC-JP";
  }
  return "UTF-8";
}

Encoding DetectEncoding(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return Encoding::kUtf8;
  if (bytes.substr(0, 2) == "\xFF\xFE") return Encoding::kUtf16Le;
  if (bytes.substr(0, 2) == "\xFE\xFF") return Encoding::kUtf16Be;
  if (bytes.size() % 2 == 0) {
    if (LooksLikeUtf16(bytes, 1)) return Encoding::kUtf16Le;
    if (LooksLikeUtf16(bytes, 0)) return Encoding::kUtf16Be;
  }
  const std::size_t bad = FindInvalidUtf8(bytes);
  if (bad == std::string_view::npos) return Encoding::kUtf8;
  // A text that is UTF-8 for long and then breaks is damaged UTF-8, not CP932.
  std::size_t multibyte = 0;
  for (std::size_t i = 0; i < bad; ++i) {
    if ((static_cast<unsigned char>(bytes[i]) & 0xC0U) == 0xC0U) ++multibyte;
  }
  return multibyte >= 16 ? Encoding::kUtf8 : Encoding::kCp932;
}

std::string DecodeText(const std::string& file, std::string_view bytes,
                       Diagnostics& diagnostics) {
  return DecodeTextAs(file, bytes, DetectEncoding(bytes), diagnostics);
}

std::string DecodeTextAs(const std::string& file, std::string_view bytes,
                         Encoding encoding, Diagnostics& diagnostics) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    bytes.remove_prefix(3);
  } else if (bytes.substr(0, 2) == "\xFF\xFE" ||
             bytes.substr(0, 2) == "\xFE\xFF") {
    bytes.remove_prefix(2);
  }
  std::size_t bad = std::string_view::npos;  // offset in `out` of the first one
  std::string out;
  if (encoding == Encoding::kUtf8) {
    if (FindInvalidUtf8(bytes) == std::string_view::npos) {
      out = std::string(bytes);
    } else {
      for (std::size_t i = 0; i < bytes.size();) {
        const Utf8Char c = DecodeUtf8(bytes, i);
        if (!c.valid && bad == std::string_view::npos) bad = out.size();
        AppendUtf8(out, c.value);
        i += c.length;
      }
    }
  } else {
    const bool wide =
        encoding == Encoding::kUtf16Le || encoding == Encoding::kUtf16Be;
    out.reserve(bytes.size() + bytes.size() / 2);
    for (std::size_t i = 0; i < bytes.size();) {
      const LegacyChar c = Decode(encoding, bytes, i);
      if (c.length == 0 && bad == std::string_view::npos) bad = out.size();
      AppendUtf8(out, c.length == 0 ? 0xFFFD : c.value);
      i += c.length != 0 ? c.length : wide ? std::size_t{2} : std::size_t{1};
    }
  }
  if (bad != std::string_view::npos) {
    std::size_t line = 1;
    std::size_t start = 0;
    for (std::size_t i = 0; i < bad; ++i) {
      const bool lone_cr = out[i] == '\r' && out[i + 1] != '\n';
      if (out[i] == '\n' || lone_cr) ++line, start = i + 1;
    }
    std::size_t column = 1;
    for (std::size_t i = start; i < bad;) {
      i += DecodeUtf8(out, i).length;
      ++column;
    }
    diagnostics.Error("encoding-invalid", {file, line, column},
                      std::string("bytes that are not ") + ToString(encoding));
  }
  NormaliseLines(out);
  return out;
}

std::string EncodeCp932(std::string_view utf8, std::string& unmappable) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t i = 0; i < utf8.size();) {
    const Utf8Char c = DecodeUtf8(utf8, i);
    if (!c.valid || !AppendCp932(out, c.value)) {
      const std::string_view bad = utf8.substr(i, c.length);
      if (unmappable.find(bad) == std::string::npos) unmappable += bad;
      out += '?';
    }
    i += c.length;
  }
  return out;
}

}  // namespace mapper
