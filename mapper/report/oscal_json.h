// What the writers of OSCAL 1.2 JSON have in common: values that fit the data
// types of its schema, props, metadata, UUIDs made from names.

#ifndef MAPPER_REPORT_OSCAL_JSON_H_
#define MAPPER_REPORT_OSCAL_JSON_H_

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <string>
#include <string_view>
#include <vector>

#include "mapper/model/framework.h"

namespace mapper {

// A prop: in our namespace unless `standard`.
struct OscalProp {
  const char* name;
  std::string value;  // "": the prop is left out
  std::string prop_class;
  std::string group;
  std::string remarks;
  bool standard = false;
};

class OscalJson {
 public:
  OscalJson();

  // The version of the model that is written.
  static const char* const kVersion;

  void StartObject(const char* key = nullptr);
  void EndObject();
  void StartArray(const char* key);
  void EndArray();
  // A string member; left out when empty.
  void Member(const char* key, std::string_view text);
  // A member of StringDatatype: one line, no space at either end.
  void Line(const char* key, std::string_view text);
  void Item(std::string_view text);  // of an array

  // "props": those that have a value, or nothing when none has one.
  void Props(const std::vector<OscalProp>& props);

  // "metadata" of a document that this program makes; the caller gives what
  // is its own.  `dated` is a day or a time with zone.
  struct Metadata {
    std::string title;
    std::string version;
    std::string dated;
    std::string published;  // a whole day, or left out
    std::vector<OscalProp> props;
    std::string publisher;  // of what the document describes, or ""
    std::string publisher_en;
    std::string remarks;
  };
  void WriteMetadata(const Metadata& metadata);

  // A resource of "back-matter": the framework, its official sources and,
  // unless "", the file that holds its catalogue.
  void FrameworkResource(const Framework& framework,
                         const std::string& catalogue);

  // The whole text.  Its one "uuid" that StartDocument wrote is made from
  // everything else, so that it changes when the document does.
  void StartDocument(const char* root);
  std::string Finish();

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer_;
};

// Version 5 in our namespace; the parts must not hold line feeds.
std::string OscalUuid(const std::vector<std::string>& name);

// The resource of a framework in "back-matter".
std::string FrameworkUuid(const Framework& framework);

// One line without space at its ends, as StringDatatype wants it.
std::string OscalLine(std::string_view text);

// The address with what a URI may not hold percent-encoded.
std::string OscalUri(std::string_view address);

// The last-modified of a document: `epoch` (SOURCE_DATE_EPOCH as a time with
// zone) when given, else the newest of the days, else 1970-01-01.
std::string OscalTime(const std::string& epoch,
                      const std::vector<std::string>& days);

}  // namespace mapper

#endif  // MAPPER_REPORT_OSCAL_JSON_H_
