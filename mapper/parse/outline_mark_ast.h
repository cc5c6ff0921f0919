// What the mark grammar yields: digits and shapes, before they are read as
// numbers.

#ifndef MAPPER_PARSE_OUTLINE_MARK_AST_H_
#define MAPPER_PARSE_OUTLINE_MARK_AST_H_

#include <boost/spirit/home/x3/support/ast/variant.hpp>
#include <vector>

#include "mapper/parse/outline_mark.h"

namespace mapper::outline_mark_ast {

// 0 to 9, or 10, 100, 1000 of kanji numerals, in the order printed.
using Digits = std::vector<unsigned>;
using Parts = std::vector<Digits>;

// 第 number form の branch の branch
struct Unit {
  Digits number;
  MarkForm form = MarkForm::kArticle;
  Parts branches;
};
using Units = std::vector<Unit>;

// One number, letter or kana, with its brackets.
struct Simple {
  MarkForm form = MarkForm::kNumber;
  Digits digits;  // letters count from 1, kana in the order アイウ
};
using Simples = std::vector<Simple>;

// 十一の二, 一から三まで
struct Kanji {
  MarkForm form = MarkForm::kKanji;
  std::vector<Parts> range;
};

// 1 1. 1.1 1.1.1
struct Dotted {
  Parts parts;
  bool dot = false;  // one more at the end
};

// 1.1.1(1)
struct DottedItem {
  Parts parts;
  Digits item;
};

// The form alone stands for 【...】, bullets, 附則 and ids.
struct Mark : boost::spirit::x3::variant<Units, Simples, Kanji, Dotted,
                                         DottedItem, MarkForm> {
  using base_type::base_type;
  using base_type::operator=;
};

}  // namespace mapper::outline_mark_ast

#endif  // MAPPER_PARSE_OUTLINE_MARK_AST_H_
