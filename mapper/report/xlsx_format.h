// How cells of a workbook look.  Private to report/.

#ifndef MAPPER_REPORT_XLSX_FORMAT_H_
#define MAPPER_REPORT_XLSX_FORMAT_H_

#include <map>

#include "mapper/report/xlsx_writer.h"

struct lxw_format;
struct lxw_workbook;

namespace mapper {

// A look is a sum of these; 0 is a plain cell.
enum Look : unsigned {
  kInput = 1,
  kDay = 2,
  kHeaderLook = 4,
  kTitleLook = 8,
  kSectionLook = 16,
  kTotalLook = 32,
  kNoteLook = 64,
  kNoWrap = 128,
  kNumberLook = 256
};

unsigned LookOf(RowStyle style);

// The formats of one workbook, each made once; the workbook owns them.
class XlsxFormats {
 public:
  XlsxFormats(lxw_workbook* book, bool japanese)
      : book_(book), japanese_(japanese) {}

  lxw_format* Of(unsigned look);

 private:
  lxw_workbook* book_;
  bool japanese_;
  std::map<unsigned, lxw_format*> formats_;
};

}  // namespace mapper

#endif  // MAPPER_REPORT_XLSX_FORMAT_H_
