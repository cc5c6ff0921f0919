#include "mapper/report/xlsx_format.h"

#include <xlsxwriter.h>

namespace mapper {
namespace {

constexpr lxw_color_t kHeaderFill = 0xDCE6F1;
constexpr lxw_color_t kInputFill = 0xFFF9E1;
constexpr lxw_color_t kSectionFill = 0xEEEEEE;
constexpr lxw_color_t kGrid = 0xBFBFBF;
constexpr lxw_color_t kNoteColor = 0x595959;

lxw_format* Make(lxw_workbook* book, bool japanese, unsigned look) {
  const auto has = [look](unsigned bits) { return (look & bits) != 0; };
  lxw_format* format = workbook_add_format(book);
  format_set_font_name(format, japanese ? "游ゴシック" : "Yu Gothic");
  format_set_font_size(format, has(kTitleLook) ? 14 : 10);
  format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
  if (!has(kNoWrap)) format_set_text_wrap(format);
  if (!has(kNumberLook)) format_set_align(format, LXW_ALIGN_LEFT);
  if (has(kHeaderLook | kTitleLook | kSectionLook | kTotalLook)) {
    format_set_bold(format);
  }
  if (has(kHeaderLook)) {
    format_set_bg_color(format, kHeaderFill);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_align(format, LXW_ALIGN_CENTER);
  }
  if (has(kSectionLook)) format_set_bg_color(format, kSectionFill);
  if (has(kNoteLook)) format_set_font_color(format, kNoteColor);
  if (has(kTotalLook)) format_set_top(format, LXW_BORDER_THIN);
  if (has(kInput)) {
    format_set_bg_color(format, kInputFill);
    format_set_unlocked(format);
  }
  if (has(kInput | kHeaderLook)) {
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, kGrid);
  }
  if (has(kDay)) format_set_num_format(format, "yyyy-mm-dd");
  return format;
}

}  // namespace

unsigned LookOf(RowStyle style) {
  switch (style) {
    case RowStyle::kTitle:
      return kTitleLook | kNoWrap;
    case RowStyle::kSection:
      return kSectionLook | kNoWrap;
    case RowStyle::kHeader:
      return kHeaderLook;
    case RowStyle::kTotal:
      return kTotalLook;
    case RowStyle::kNote:
      return kNoteLook | kNoWrap;
    case RowStyle::kText:
      return kNoWrap;
  }
  return 0;
}

lxw_format* XlsxFormats::Of(unsigned look) {
  lxw_format*& format = formats_[look];
  if (format == nullptr) format = Make(book_, japanese_, look);
  return format;
}

}  // namespace mapper
