#include "mapper/parse/zip_archive.h"

#include <unzip.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "mapper/base/text.h"

namespace mapper {
namespace {

constexpr std::size_t kLongestName = 512;
constexpr unsigned kEncryptedFlag = 1;

std::string LowerCase(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

std::string Megabytes(std::size_t bytes) {
  return std::to_string(bytes >> 20U) + " MiB";
}

// The file functions of minizip over bytes in memory.
struct Memory {
  std::string_view bytes;
  std::size_t at = 0;
};

Memory* Of(voidpf stream) { return static_cast<Memory*>(stream); }

voidpf Open(voidpf opaque, const void* /*name*/, int /*mode*/) {
  return opaque;
}

uLong Read(voidpf /*opaque*/, voidpf stream, void* out, uLong size) {
  Memory& memory = *Of(stream);
  const std::size_t count =
      std::min<std::size_t>(size, memory.bytes.size() - memory.at);
  if (count > 0) std::memcpy(out, memory.bytes.data() + memory.at, count);
  memory.at += count;
  return count;
}

uLong Write(voidpf /*opaque*/, voidpf /*stream*/, const void* /*bytes*/,
            uLong /*size*/) {
  return 0;
}

ZPOS64_T Tell(voidpf /*opaque*/, voidpf stream) { return Of(stream)->at; }

long Seek(voidpf /*opaque*/, voidpf stream, ZPOS64_T offset, int origin) {
  Memory& memory = *Of(stream);
  const ZPOS64_T from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? memory.at
                        : origin == ZLIB_FILEFUNC_SEEK_END ? memory.bytes.size()
                                                           : 0;
  const ZPOS64_T to = from + offset;
  if (to > memory.bytes.size() || to < from) return -1;
  memory.at = static_cast<std::size_t>(to);
  return 0;
}

int Nothing(voidpf /*opaque*/, voidpf /*stream*/) { return 0; }

}  // namespace

struct ZipArchive::Handle {
  Memory memory;
  unzFile zip = nullptr;
};

ZipArchive::ZipArchive(std::string file, std::string_view bytes,
                       Diagnostics& diagnostics, const ZipLimits& limits)
    : file_(std::move(file)),
      bytes_(bytes),
      diagnostics_(diagnostics),
      limits_(limits),
      handle_(std::make_unique<Handle>()) {
  handle_->memory.bytes = bytes_;
  zlib_filefunc64_def functions = {Open, ::mapper::Read, Write,   Tell,
                                   Seek, Nothing,        Nothing, nullptr};
  functions.opaque = &handle_->memory;
  handle_->zip = unzOpen2_64("", &functions);
  if (handle_->zip == nullptr) {
    Error("xlsx-zip",
          "damaged or cut off: the directory at the end of the file cannot be "
          "read");
    return;
  }
  ok_ = true;
  ReadDirectory();
}

ZipArchive::~ZipArchive() {
  if (handle_->zip != nullptr) unzClose(handle_->zip);
}

void ZipArchive::Error(const char* id, const std::string& message) {
  ok_ = false;
  diagnostics_.Error(id, {file_, 0, 0}, message);
}

void ZipArchive::ReadDirectory() {
  int state = unzGoToFirstFile(handle_->zip);
  std::size_t count = 0;
  for (; state == UNZ_OK; state = unzGoToNextFile(handle_->zip)) {
    if (++count > limits_.parts) {
      Error("xlsx-size", "more than " + std::to_string(limits_.parts) +
                             " parts in the archive");
      return;
    }
    unz_file_info64 info = {};
    std::array<char, kLongestName + 1> name = {};
    if (unzGetCurrentFileInfo64(handle_->zip, &info, name.data(), kLongestName,
                                nullptr, 0, nullptr, 0) != UNZ_OK) {
      break;
    }
    if (info.size_filename > kLongestName) continue;  // none that is asked for
    unz64_file_pos place = {};
    if (unzGetFilePos64(handle_->zip, &place) != UNZ_OK) break;
    const std::string part = LowerCase(name.data());
    if (!parts_
             .emplace(part,
                      Part{static_cast<std::size_t>(place.pos_in_zip_directory),
                           static_cast<std::size_t>(place.num_of_file),
                           static_cast<std::size_t>(info.compressed_size),
                           (info.flag & kEncryptedFlag) != 0})
             .second) {
      Error("xlsx-part", "the part '" + Visible(part) + "' stands twice");
      return;
    }
  }
  if (state != UNZ_END_OF_LIST_OF_FILE && count > 0) {
    Error("xlsx-zip", "damaged: an entry of its directory cannot be read");
  }
}

bool ZipArchive::Has(std::string_view name) const {
  return parts_.count(LowerCase(name)) != 0;
}

std::optional<std::string> ZipArchive::Read(std::string_view name) {
  const auto it = parts_.find(LowerCase(name));
  const std::string shown = "'" + Visible(name) + "'";
  if (it == parts_.end()) {
    Error("xlsx-part", "the part " + shown + " is missing");
    return {};
  }
  const Part& part = it->second;
  if (part.encrypted) {
    Error("xlsx-kind", "protected by a password; save it without one");
    return {};
  }
  const unz64_file_pos place = {part.directory_offset, part.number};
  if (unzGoToFilePos64(handle_->zip, &place) != UNZ_OK ||
      unzOpenCurrentFile(handle_->zip) != UNZ_OK) {
    Error("xlsx-zip", "damaged: the part " + shown + " cannot be read");
    return {};
  }
  // What the archive says of the size is not believed: bytes are counted.
  std::string out;
  std::array<char, std::size_t{1} << 16U> buffer = {};
  int count = 0;
  bool large = false;
  while (!large && (count = unzReadCurrentFile(
                        handle_->zip, buffer.data(),
                        static_cast<unsigned>(buffer.size()))) > 0) {
    out.append(buffer.data(), static_cast<std::size_t>(count));
    large = out.size() > limits_.part_bytes ||
            out.size() + total_ > limits_.total_bytes ||
            (out.size() > limits_.ratio_from &&
             out.size() / limits_.ratio > part.packed);
  }
  const int closed = unzCloseCurrentFile(handle_->zip);
  if (large) {
    Error("xlsx-size", "the part " + shown + " is too large: at most " +
                           Megabytes(limits_.part_bytes) + " a part, " +
                           Megabytes(limits_.total_bytes) + " in all, and " +
                           std::to_string(limits_.ratio) +
                           " times its packed size");
    return {};
  }
  if (count < 0 || closed != UNZ_OK) {
    Error("xlsx-zip", "damaged: the part " + shown + " cannot be unpacked");
    return {};
  }
  total_ += out.size();
  return out;
}

}  // namespace mapper
