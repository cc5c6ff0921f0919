#include "mapper/report/json_writer.h"

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include "mapper/base/text.h"

namespace mapper {
namespace {

using Writer = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void Text(Writer& writer, std::string_view text) {
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

bool IsNumber(const std::string& text) {
  return !text.empty() &&
         text.find_first_not_of("0123456789") == std::string::npos &&
         text.size() < 16;
}

void Cell(Writer& writer, const Column& column, const std::string& text) {
  if (column.type == Column::Type::kList) {
    writer.StartArray();
    if (!text.empty()) {
      for (const std::string_view value : Split(text, ';')) Text(writer, value);
    }
    writer.EndArray();
  } else if (text.empty()) {
    writer.Null();
  } else if (column.type == Column::Type::kNumber && IsNumber(text)) {
    writer.Uint64(std::stoull(text));
  } else {
    Text(writer, text);
  }
}

}  // namespace

std::string WriteJson(const Records& records,
                      const std::vector<Total>& totals) {
  rapidjson::StringBuffer buffer;
  Writer writer(buffer);
  writer.SetIndent(' ', 1);
  writer.StartObject();
  writer.Key("rows");
  writer.StartArray();
  for (const auto& row : records.rows) {
    writer.StartObject();
    for (std::size_t i = 0; i < records.columns.size(); ++i) {
      writer.Key(records.columns[i].machine);
      Cell(writer, records.columns[i], row[i]);
    }
    writer.EndObject();
  }
  writer.EndArray();
  writer.Key("totals");
  writer.StartObject();
  for (const Total& total : totals) {
    writer.Key(total.machine);
    writer.Uint64(total.value);
  }
  writer.EndObject();
  writer.EndObject();
  return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

std::string JsonString(const std::string& text) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace mapper
