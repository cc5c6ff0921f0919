#include "mapper/report/oscal_json.h"

#include <algorithm>

#include "mapper/base/oscal_token.h"
#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/base/uuid.h"
#include "mapper/model/date.h"

namespace mapper {
namespace {

const char* const kNilUuid = "00000000-0000-0000-0000-000000000000";

// White space and line ends of ECMAScript, by which the patterns of the schema
// are read.
bool IsSpace(char32_t c) {
  return c <= 0x20 || c == 0x7F || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

// Ends a line, or is a control character.
bool BreaksLine(char32_t c) {
  return c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool IsUriCharacter(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
         (c >= 'a' && c <= 'z') ||
         std::string_view("-._~:/?#@!$&'()*+,;=%").find(c) !=
             std::string_view::npos;
}

}  // namespace

const char* const OscalJson::kVersion = "1.2.1";

OscalJson::OscalJson() : writer_(buffer_) { writer_.SetIndent(' ', 1); }

void OscalJson::StartObject(const char* key) {
  if (key != nullptr) writer_.Key(key);
  writer_.StartObject();
}

void OscalJson::EndObject() { writer_.EndObject(); }

void OscalJson::StartArray(const char* key) {
  writer_.Key(key);
  writer_.StartArray();
}

void OscalJson::EndArray() { writer_.EndArray(); }

void OscalJson::Item(std::string_view text) {
  writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void OscalJson::Member(const char* key, std::string_view text) {
  if (text.empty()) return;
  writer_.Key(key);
  Item(text);
}

void OscalJson::Line(const char* key, std::string_view text) {
  Member(key, OscalLine(text));
}

void OscalJson::Props(const std::vector<OscalProp>& props) {
  bool open = false;
  for (const OscalProp& prop : props) {
    const std::string value = OscalLine(prop.value);
    if (value.empty()) continue;
    if (!open) StartArray("props");
    open = true;
    StartObject();
    Member("name", prop.name);
    if (!prop.standard) Member("ns", kOscalNamespace);
    Member("value", value);
    Member("class", prop.prop_class);
    Member("group", prop.group);
    Member("remarks", prop.remarks);
    EndObject();
  }
  if (open) EndArray();
}

void OscalJson::WriteMetadata(const Metadata& metadata) {
  const std::string maker = OscalUuid({"party", "Kakehashi"});
  const std::string publisher =
      OscalUuid({"party", OscalLine(metadata.publisher)});
  StartObject("metadata");
  Line("title", metadata.title);
  if (ParseDate(metadata.published)) {
    Member("published", metadata.published + "T00:00:00Z");
  }
  Member("last-modified", metadata.dated);
  Line("version", metadata.version);
  Member("oscal-version", kVersion);
  Props(metadata.props);
  const auto role = [&](const char* id, const char* title) {
    StartObject();
    Member("id", id);
    Member("title", title);
    EndObject();
  };
  StartArray("roles");
  role("creator", "Who made this file");
  if (!metadata.publisher.empty()) {
    role("source-publisher", "Who issued the document that it describes");
  }
  EndArray();
  const auto party = [&](const std::string& uuid, const std::string& name) {
    StartObject();
    Member("uuid", uuid);
    Member("type", "organization");
    Line("name", name);
  };
  StartArray("parties");
  party(maker, "Kakehashi");
  EndObject();
  if (!metadata.publisher.empty()) {
    party(publisher, metadata.publisher);
    Props({{"name-en", metadata.publisher_en, "", "", ""}});
    EndObject();
  }
  EndArray();
  const auto responsible = [&](const char* id, const std::string& uuid) {
    StartObject();
    Member("role-id", id);
    StartArray("party-uuids");
    Item(uuid);
    EndArray();
    EndObject();
  };
  StartArray("responsible-parties");
  responsible("creator", maker);
  if (!metadata.publisher.empty()) responsible("source-publisher", publisher);
  EndArray();
  Member("remarks", metadata.remarks);
  EndObject();
}

void OscalJson::FrameworkResource(const Framework& framework,
                                  const std::string& catalogue) {
  StartObject();
  Member("uuid", FrameworkUuid(framework));
  Line("title", framework.title_ja);
  Props({{"framework", framework.id, "", "", ""},
         {"title-en", framework.title_en, "", "", ""},
         {"edition", framework.edition, "", "", ""}});
  if (!catalogue.empty() || !framework.source.empty()) StartArray("rlinks");
  if (!catalogue.empty()) {
    StartObject();
    Member("href", OscalUri(catalogue));
    Member("media-type", "application/oscal.catalog+json");
    EndObject();
  }
  for (const std::string& source : framework.source) {
    StartObject();
    Member("href", OscalUri(source));
    EndObject();
  }
  if (!catalogue.empty() || !framework.source.empty()) EndArray();
  EndObject();
}

void OscalJson::StartDocument(const char* root) {
  StartObject();
  StartObject(root);
  Member("uuid", kNilUuid);
}

std::string OscalJson::Finish() {
  EndObject();
  EndObject();
  std::string text(buffer_.GetString(), buffer_.GetSize());
  text += '\n';
  const std::string_view nil = kNilUuid;
  text.replace(text.find(nil), nil.size(), UuidV5(kUuidNamespace, text));
  return text;
}

std::string OscalUuid(const std::vector<std::string>& name) {
  return UuidV5(kUuidNamespace, "oscal\n" + Join(name, "\n"));
}

std::string FrameworkUuid(const Framework& framework) {
  return OscalUuid({"framework", framework.id});
}

std::string OscalLine(std::string_view text) {
  std::string line;
  std::size_t end = 0;  // behind the last character that is no space
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Char c = DecodeUtf8(text, i);
    i += c.length;
    if (line.empty() && IsSpace(c.value)) continue;
    AppendUtf8(line, BreaksLine(c.value) ? U' ' : c.value);
    if (!IsSpace(c.value)) end = line.size();
  }
  line.resize(end);
  return line;
}

std::string OscalUri(std::string_view address) {
  static const char* kHex = "0123456789ABCDEF";
  std::string uri;
  for (const char c : address) {
    if (IsUriCharacter(c)) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += kHex[byte >> 4U];
    uri += kHex[byte & 15U];
  }
  return uri;
}

std::string OscalTime(const std::string& epoch,
                      const std::vector<std::string>& days) {
  if (!epoch.empty()) return epoch;
  std::string newest = "1970-01-01";
  for (const std::string& day : days) {
    if (ParseDate(day)) newest = std::max(newest, day);
  }
  return newest + "T00:00:00Z";
}

}  // namespace mapper
