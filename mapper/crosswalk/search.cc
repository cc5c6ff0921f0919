#include "mapper/crosswalk/search.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "mapper/base/text.h"
#include "mapper/base/utf8.h"
#include "mapper/crosswalk/row_ref.h"

namespace mapper {

const std::array<Name<SearchField>, 6> kSearchFields = {{
    {SearchField::kLabel, "label", {"番号", "label"}},
    {SearchField::kTitle, "title", {"見出し", "title"}},
    {SearchField::kGist, "gist", {"要旨", "gist"}},
    {SearchField::kWording, "wording", {"公式の文", "official wording"}},
    {SearchField::kReason, "reason", {"対応の理由", "reason of a mapping"}},
    {SearchField::kNote, "note", {"注記", "note"}},
}};

namespace {

// By SearchField: what a person who types a word most likely means.
constexpr std::array<double, 6> kWeights = {8, 5, 3, 2, 1, 0.5};

// A text as it is compared, and where each byte of it comes from.
struct Key {
  std::string text;
  std::vector<std::size_t> from;  // byte offset in the original
};

// Voiced and semi-voiced marks, which NFKC joins with the kana before them.
bool JoinsTheOneBefore(char32_t c) {
  return c == 0xff9e || c == 0xff9f || (c >= 0x3099 && c <= 0x309a) ||
         (c >= 0x0300 && c <= 0x036f);
}

Key MakeKey(std::string_view text) {
  Key key;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + DecodeUtf8(text, at).length;
    while (end < text.size()) {
      const Utf8Char next = DecodeUtf8(text, end);
      if (!JoinsTheOneBefore(next.value)) break;
      end += next.length;
    }
    key.text += ComparisonKey(text.substr(at, end - at));
    key.from.resize(key.text.size(), at);
    at = end;
  }
  key.from.push_back(text.size());
  return key;
}

std::size_t CountOf(std::string_view text, std::string_view word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string_view::npos;
       at = text.find(word, at + word.size())) {
    ++count;
  }
  return count;
}

std::string NamesOf(const Framework& framework, const std::vector<int>& side) {
  std::vector<std::string> ids;
  for (const int control : side) {
    ids.push_back(framework.controls[static_cast<std::size_t>(control)].id);
  }
  return Join(ids, "+");
}

}  // namespace

std::vector<SearchEntry> SearchEntries(const Dataset& dataset) {
  std::vector<SearchEntry> entries;
  for (const Framework& framework : dataset.frameworks) {
    const std::string file =
        framework.controls_file.substr(framework.controls_file.rfind('/') + 1);
    for (const Control& control : framework.controls) {
      SearchEntry entry;
      entry.framework = framework.id;
      entry.control = control.id;
      entry.title_ja = control.title_ja;
      entry.title_en = control.title_en;
      entry.place =
          framework.id + "/" + file + ":" + std::to_string(control.line);
      const auto add = [&](SearchField field, const std::string& text) {
        if (text.empty()) return;
        entry.field = field;
        entry.text = text;
        entry.key = ComparisonKey(text);
        entries.push_back(entry);
      };
      add(SearchField::kLabel, control.id == control.label
                                   ? control.id
                                   : control.id + " " + control.label);
      add(SearchField::kTitle, control.title_ja);
      add(SearchField::kTitle, control.title_en);
      add(SearchField::kGist, control.gist_ja);
      add(SearchField::kGist, control.gist_en);
      add(SearchField::kNote, control.note);
    }
  }
  for (std::size_t c = 0; c < dataset.crosswalks.size(); ++c) {
    const Crosswalk& table = dataset.crosswalks[c];
    const Framework& source = dataset.framework(table.source);
    const Framework& target = dataset.framework(table.target);
    for (std::size_t r = 0; r < table.mappings.size(); ++r) {
      const Mapping& mapping = table.mappings[r];
      SearchEntry entry;
      entry.framework = source.id;
      entry.control = NamesOf(source, mapping.sources);
      const std::string to = NamesOf(target, mapping.targets);
      entry.target = target.id + ":" + (to.empty() ? "-" : to);
      entry.field = SearchField::kReason;
      entry.text = mapping.rationale;
      entry.key = ComparisonKey(entry.text);
      entry.place =
          PlaceOf(dataset, {static_cast<int>(c), static_cast<int>(r)});
      if (!mapping.sources.empty()) {
        const Control& first =
            source.controls[static_cast<std::size_t>(mapping.sources[0])];
        entry.title_ja = first.title_ja;
        entry.title_en = first.title_en;
      }
      entries.push_back(std::move(entry));
    }
  }
  return entries;
}

std::vector<std::string> SearchWords(std::string_view query) {
  std::vector<std::string> words;
  std::string word;
  for (std::size_t at = 0; at <= query.size();) {
    const bool end = at == query.size();
    const Utf8Char c = end ? Utf8Char{} : DecodeUtf8(query, at);
    if (end || c.value == ' ' || c.value == '\t' || c.value == 0x3000) {
      std::string key = ComparisonKey(word);
      if (!key.empty() &&
          std::find(words.begin(), words.end(), key) == words.end()) {
        words.push_back(std::move(key));
      }
      word.clear();
      if (end) break;
    } else {
      word += query.substr(at, c.length);
    }
    at += c.length;
  }
  return words;
}

std::vector<SearchHit> RankSearch(const std::vector<SearchSubject>& subjects,
                                  const std::vector<std::string>& words,
                                  std::optional<SearchField> only) {
  std::vector<SearchHit> hits;
  std::vector<double> best(words.size());
  std::vector<std::pair<double, std::size_t>> worth;  // texts with a word
  for (std::size_t s = 0; s < subjects.size(); ++s) {
    const SearchSubject& subject = subjects[s];
    std::fill(best.begin(), best.end(), 0.0);
    worth.clear();
    std::string_view rest = subject.key;
    for (std::size_t i = 0; i < subject.fields.size(); ++i) {
      const std::string_view key = rest.substr(0, rest.find('\n'));
      rest.remove_prefix(std::min(rest.size(), key.size() + 1));
      const auto field = static_cast<std::size_t>(subject.fields[i] - '0');
      if (only && field != static_cast<std::size_t>(*only)) continue;
      double sum = 0;
      for (std::size_t w = 0; w < words.size(); ++w) {
        const std::size_t count = CountOf(key, words[w]);
        if (count == 0) continue;
        // More often is better, in a long text less so; the whole text is best.
        const double share = static_cast<double>(words[w].size() * count) /
                             static_cast<double>(key.size());
        const double score = kWeights[field] * (1 + std::sqrt(share));
        best[w] = std::max(best[w], score);
        sum += score;
      }
      if (sum > 0) worth.emplace_back(sum, i);
    }
    if (std::find(best.begin(), best.end(), 0.0) != best.end()) {
      continue;  // a word is nowhere in it
    }
    SearchHit hit;
    hit.subject = s;
    for (const double score : best) hit.score += score;
    std::stable_sort(
        worth.begin(), worth.end(),
        [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [sum, entry] : worth) hit.entries.push_back(entry);
    hits.push_back(std::move(hit));
  }
  std::stable_sort(
      hits.begin(), hits.end(),
      [](const SearchHit& a, const SearchHit& b) { return a.score > b.score; });
  return hits;
}

std::string SearchExcerpt(std::string_view text,
                          const std::vector<std::string>& words,
                          std::size_t cells, std::string_view before,
                          std::string_view after) {
  const Key key = MakeKey(text);
  // Ranges of the original that are a word, by their beginning.
  std::vector<std::pair<std::size_t, std::size_t>> ranges;
  for (const std::string& word : words) {
    for (std::size_t at = key.text.find(word); at != std::string::npos;
         at = key.text.find(word, at + word.size())) {
      // White space after a word is of no character of the key.
      std::size_t end = key.from[at + word.size()];
      while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
      ranges.emplace_back(key.from[at], end);
    }
  }
  std::sort(ranges.begin(), ranges.end());
  // Starts a third of the room before the first word.
  std::size_t start = ranges.empty() ? 0 : ranges[0].first;
  std::size_t room = cells / 3;
  while (start > 0) {
    std::size_t previous = start - 1;
    while (previous > 0 &&
           (static_cast<unsigned char>(text[previous]) & 0xc0U) == 0x80U) {
      --previous;
    }
    const std::size_t width =
        DisplayWidth(text.substr(previous, start - previous));
    if (width > room) break;
    room -= width;
    start = previous;
  }
  std::string out = start > 0 ? "…" : "";
  std::size_t used = start > 0 ? 1 : 0;
  std::size_t range = 0;
  for (std::size_t at = start; at < text.size();) {
    while (range < ranges.size() && ranges[range].second <= at) ++range;
    const bool word = range < ranges.size() && ranges[range].first <= at;
    const std::size_t end =
        word ? ranges[range].second : at + DecodeUtf8(text, at).length;
    const std::string_view part = text.substr(at, end - at);
    const std::size_t width = DisplayWidth(part);
    if (used + width + 1 > cells && !(word && used <= 1)) return out + "…";
    if (word) out += before;
    out += part;
    if (word) out += after;
    used += width;
    at = end;
  }
  return out;
}

}  // namespace mapper
