// Reads the parts of a zip archive that is held in memory (minizip).  Nothing
// is ever unpacked to disk, so names of parts are only compared, never opened.

#ifndef MAPPER_PARSE_ZIP_ARCHIVE_H_
#define MAPPER_PARSE_ZIP_ARCHIVE_H_

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "mapper/base/diagnostic.h"
#include "mapper/base/limits.h"

namespace mapper {

// What one archive may cost, whatever it says of itself.
struct ZipLimits {
  std::size_t parts = limits::kZipParts;
  std::size_t part_bytes = limits::kZipPartBytes;  // of one part, unpacked
  std::size_t total_bytes = limits::kZipBytes;     // of all parts read
  // A part that is larger than ratio_from may be at most `ratio` times as
  // large as it is packed.
  std::size_t ratio = limits::kZipRatio;
  std::size_t ratio_from = limits::kZipRatioFrom;
};

class ZipArchive {
 public:
  // Reports, for the file as a whole, [xlsx-zip] when the directory of the
  // archive cannot be read, [xlsx-size] for too many parts, and [xlsx-part] for
  // a name that stands twice (letters of either case are one name).  `bytes`
  // and `diagnostics` must outlive the object.
  ZipArchive(std::string file, std::string_view bytes, Diagnostics& diagnostics,
             const ZipLimits& limits = {});
  ~ZipArchive();
  ZipArchive(const ZipArchive&) = delete;
  ZipArchive& operator=(const ZipArchive&) = delete;

  bool ok() const { return ok_; }
  bool Has(std::string_view name) const;

  // The bytes of a part.  Nothing, and [xlsx-part], [xlsx-size], [xlsx-kind]
  // (encrypted) or [xlsx-zip] (damaged) reported, when they cannot be had.
  std::optional<std::string> Read(std::string_view name);

 private:
  struct Handle;
  struct Part {
    std::size_t directory_offset = 0;
    std::size_t number = 0;
    std::size_t packed = 0;
    bool encrypted = false;
  };

  void ReadDirectory();
  void Error(const char* id, const std::string& message);

  std::string file_;
  std::string_view bytes_;
  Diagnostics& diagnostics_;
  ZipLimits limits_;
  std::unique_ptr<Handle> handle_;
  std::map<std::string, Part> parts_;  // by name in lower case
  std::size_t total_ = 0;
  bool ok_ = false;
};

}  // namespace mapper

#endif  // MAPPER_PARSE_ZIP_ARCHIVE_H_
