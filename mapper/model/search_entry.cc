#include "mapper/model/search_entry.h"

#include <utility>

namespace mapper {

std::vector<SearchSubject> SearchSubjects(
    const std::vector<SearchEntry>& entries) {
  std::vector<SearchSubject> subjects;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const SearchEntry& entry = entries[i];
    if (i == 0 || entry.framework != entries[i - 1].framework ||
        entry.control != entries[i - 1].control ||
        entry.target != entries[i - 1].target) {
      SearchSubject subject;
      subject.id = static_cast<std::int64_t>(i);
      subject.framework = entry.framework;
      subjects.push_back(std::move(subject));
    }
    SearchSubject& subject = subjects.back();
    subject.fields += static_cast<char>('0' + static_cast<int>(entry.field));
    subject.key += entry.key;
    subject.key += '\n';
  }
  return subjects;
}

}  // namespace mapper
