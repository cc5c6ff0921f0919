#include "mapper/model/review.h"

namespace mapper {

const std::array<Name<Decision>, 5> kDecisions = {
    {{Decision::kAccept, "accept", {"採用", "accept"}},
     {Decision::kReject, "reject", {"却下", "reject"}},
     {Decision::kReplace, "replace", {"変更", "replace"}},
     {Decision::kAdd, "add", {"追加", "add"}},
     {Decision::kWithdraw, "withdraw", {"取り消し", "withdraw"}}}};

const std::array<Name<Review>, 4> kReviews = {
    {{Review::kNone, "", {"", ""}},
     {Review::kAccepted, "accepted", {"採用", "accepted"}},
     {Review::kReplaced, "replaced", {"変更", "replaced"}},
     {Review::kAdded, "added", {"追加", "added"}}}};

const std::array<Name<ReviewState>, 3> kReviewStates = {
    {{ReviewState::kStanding, "standing", {"有効", "standing"}},
     {ReviewState::kRecheck, "recheck", {"要再確認", "to be checked again"}},
     {ReviewState::kPast, "past", {"過去", "past"}}}};

const char* ToString(Decision value) {
  return kDecisions[static_cast<std::size_t>(value)].machine;
}

}  // namespace mapper
