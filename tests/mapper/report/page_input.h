// What a page is made from, for the tests of pages.

#ifndef TESTS_MAPPER_REPORT_PAGE_INPUT_H_
#define TESTS_MAPPER_REPORT_PAGE_INPUT_H_

#include <string>

#include "mapper/report/html_data.h"
#include "mapper/report/tables.h"
#include "tests/mapper/report/report_world.h"

namespace mapper {

struct PageInput {
  PageInput(const std::string& profile, bool with_status, Language language)
      : world(profile, with_status, language),
        ja(Summarise(world.context, world.comparisons, world.holdings,
                     Language::kJa)),
        en(Summarise(world.context, world.comparisons, world.holdings,
                     Language::kEn)) {
    input.context = &world.context;
    input.comparisons = &world.comparisons;
    input.coordination = &world.coordination;
    input.holdings = &world.holdings;
    input.summary_ja = &ja;
    input.summary_en = &en;
    if (with_status) {
      answers = ListAnswers(world.context);
      input.answers = &answers;
    }
    input.language = language;
    input.tables.push_back(
        {{"根拠", "Bases"},
         RegimeRecords(world.context, {Language::kJa, false}, false),
         RegimeRecords(world.context, {Language::kEn, false}, false)});
  }
  PageInput(const PageInput&) = delete;
  PageInput& operator=(const PageInput&) = delete;

  World world;
  Summary ja;
  Summary en;
  AnswerList answers;
  HtmlInput input;
};

}  // namespace mapper

#endif  // TESTS_MAPPER_REPORT_PAGE_INPUT_H_
