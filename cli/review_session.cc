#include "cli/review_session.h"

#include <iostream>

#include "cli/workspace_session.h"
#include "mapper/base/text.h"
#include "mapper/store/review_store.h"

namespace cli {

std::vector<mapper::ReviewRecord> StoredReviews(const Session& session) {
  auto workspace = FindWorkspace(session);
  if (!workspace) return {};
  return mapper::ReviewStore(*workspace).All();
}

ReviewsInUse UseReviews(const Session& session, mapper::Dataset& dataset) {
  ReviewsInUse reviews;
  if (session.no_reviews) return reviews;
  reviews.records = StoredReviews(session);
  if (reviews.records.empty()) return reviews;
  reviews.states = ApplyReviews(reviews.records, dataset, reviews.totals);
  const mapper::ReviewTotals& totals = reviews.totals;
  if (totals.used() + totals.recheck == 0) return reviews;
  session.Remark() << session.Say(
                          "kakehashi: 対応表に利用者の決定 ",
                          "kakehashi: decisions of the user in the tables: ")
                   << totals.used() << session.Say(" 件（採用 ", " (accepted ")
                   << totals.accepted << session.Say("、却下 ", ", rejected ")
                   << totals.rejected << session.Say("、変更 ", ", replaced ")
                   << totals.replaced << session.Say("、追加 ", ", added ")
                   << totals.added;
  if (totals.recheck > 0) {
    session.Remark() << session.Say(
                            "。ほかに、行が変わったため使わない要再確認 ",
                            "; not used, for their rows have changed: ")
                     << totals.recheck;
  }
  session.Remark() << session.Say("）。使わないときは --no-reviews\n",
                                  "); without them: --no-reviews\n");
  return reviews;
}

std::string NameOf(const mapper::ReviewRecord& record) {
  return record.source_framework + ":" + record.source + " -> " +
         record.target_framework + ":" + record.target;
}

}  // namespace cli
