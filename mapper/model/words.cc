#include "mapper/model/words.h"

namespace mapper {

const std::array<Name<Level>, 3> kLevels = {{
    {Level::kMust, "must", {"必須", "must"}},
    {Level::kShould, "should", {"推奨", "should"}},
    {Level::kInform, "inform", {"参考", "inform"}},
}};
const std::array<Name<Evidence>, 6> kEvidences = {{
    {Evidence::kSeen, "seen", {"原文確認", "read in force"}},
    {Evidence::kDraft, "draft", {"案で確認", "read in draft"}},
    {Evidence::kHeading, "heading", {"見出しのみ", "heading only"}},
    {Evidence::kInferred, "inferred", {"推定", "inferred"}},
    {Evidence::kUnseen, "unseen", {"未確認", "unseen"}},
    {Evidence::kTopic, "topic", {"独自論点", "own topic"}},
}};
const std::array<Name<Binding>, 3> kBindings = {{
    {Binding::kLaw, "law", {"法令", "law"}},
    {Binding::kGuidance, "guidance", {"助言", "guidance"}},
    {Binding::kVoluntary, "voluntary", {"任意", "voluntary"}},
}};
const std::array<Name<Role>, 17> kRoles = {{
    {Role::kExec, "exec", {"長・幹部・CISO", "executives, CISO"}},
    {Role::kManager, "manager", {"部局長・課室長", "heads of department"}},
    {Role::kOwner, "owner", {"業務所管課", "business owner"}},
    {Role::kIct, "ict", {"情報政策", "ICT"}},
    {Role::kBousai, "bousai", {"危機管理・防災", "disaster prevention"}},
    {Role::kFacility, "facility", {"庁舎・施設管理", "facilities"}},
    {Role::kPlant, "plant", {"浄水・配水・設備", "water plant"}},
    {Role::kOt, "ot", {"監視制御の運転", "control operation"}},
    {Role::kHr, "hr", {"人事", "personnel"}},
    {Role::kLegal, "legal", {"総務・法規", "legal"}},
    {Role::kFinance, "finance", {"財政", "finance"}},
    {Role::kProcurement, "procurement", {"契約", "procurement"}},
    {Role::kAudit, "audit", {"内部監査担当", "internal audit"}},
    {Role::kUser, "user", {"全職員", "all staff"}},
    {Role::kVendor, "vendor", {"委託事業者", "vendors"}},
    {Role::kClinical, "clinical", {"診療・医事", "clinical"}},
    {Role::kPr, "pr", {"広報", "public relations"}},
}};
const std::array<Name<Confidence>, 3> kConfidences = {{
    {Confidence::kHigh, "high", {"高", "high"}},
    {Confidence::kMedium, "medium", {"中", "medium"}},
    {Confidence::kLow, "low", {"低", "low"}},
}};
const std::array<Name<Basis>, 2> kBases = {{
    {Basis::kOfficial, "official", {"公式", "official"}},
    {Basis::kProject, "project", {"当方", "project"}},
}};
const std::array<Name<Status>, 6> kStatuses = {{
    {Status::kMet, "met", {"実施済", "met"}},
    {Status::kPartly, "partly", {"一部", "partly met"}},
    {Status::kPlanned, "planned", {"計画", "planned"}},
    {Status::kNotMet, "not-met", {"未実施", "not met"}},
    {Status::kNotApplicable, "not-applicable", {"対象外", "not applicable"}},
    {Status::kUnknown, "unknown", {"未回答", "no answer"}},
}};
const std::array<Name<Segment>, 6> kSegments = {{
    {Segment::kOffice, "office", {"庁内LAN", "office LAN"}},
    {Segment::kLgwan, "lgwan", {"LGWAN接続系", "LGWAN"}},
    {Segment::kMynumber, "mynumber", {"マイナンバー利用事務系", "My Number"}},
    {Segment::kInternet, "internet", {"インターネット接続系", "internet"}},
    {Segment::kControl, "control", {"監視制御系", "control systems"}},
    {Segment::kMedical, "medical", {"医療情報系", "medical systems"}},
}};

namespace {

template <typename Table, typename Enum>
const Name<Enum>& Entry(const Table& table, Enum value) {
  for (const auto& name : table) {
    if (name.value == value) return name;
  }
  return table[0];  // not reached: each table holds every enumerator
}

}  // namespace

const char* ToString(Level v) { return Entry(kLevels, v).machine; }
const char* ToString(Evidence v) { return Entry(kEvidences, v).machine; }
const char* ToString(Binding v) { return Entry(kBindings, v).machine; }
const char* ToString(Role v) { return Entry(kRoles, v).machine; }
const char* ToString(Confidence v) { return Entry(kConfidences, v).machine; }
const char* ToString(Basis v) { return Entry(kBases, v).machine; }
const char* ToString(Status v) { return Entry(kStatuses, v).machine; }
const char* ToString(Segment v) { return Entry(kSegments, v).machine; }

const char* InWords(Evidence v, Language l) {
  return Entry(kEvidences, v).words.in(l);
}
const char* InWords(Binding v, Language l) {
  return Entry(kBindings, v).words.in(l);
}
const char* InWords(Role v, Language l) { return Entry(kRoles, v).words.in(l); }
const char* InWords(Confidence v, Language l) {
  return Entry(kConfidences, v).words.in(l);
}
const char* InWords(Basis v, Language l) {
  return Entry(kBases, v).words.in(l);
}
const char* InWords(Status v, Language l) {
  return Entry(kStatuses, v).words.in(l);
}
const char* InWords(Segment v, Language l) {
  return Entry(kSegments, v).words.in(l);
}

const char* InWords(Level level, Binding binding, Language language) {
  static const Words kInform = {"参考", "for information"};
  static const Words kDuty = {"義務", "duty"};
  static const Words kEffort = {"努力義務", "effort duty"};
  static const Words kRequired = {"GL必須", "GL required"};
  static const Words kAdvised = {"GL推奨", "GL advised"};
  static const Words kFree = {"任意", "voluntary"};
  if (level == Level::kInform) return kInform.in(language);
  const bool must = level == Level::kMust;
  switch (binding) {
    case Binding::kLaw:
      return (must ? kDuty : kEffort).in(language);
    case Binding::kGuidance:
      return (must ? kRequired : kAdvised).in(language);
    case Binding::kVoluntary:
      return kFree.in(language);
  }
  return kFree.in(language);
}

}  // namespace mapper
