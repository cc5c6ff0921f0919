// Official documents in a workspace: added and removed whole, and what they say
// of each control.

#ifndef MAPPER_STORE_DOCUMENT_STORE_H_
#define MAPPER_STORE_DOCUMENT_STORE_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "mapper/model/document.h"
#include "mapper/store/workspace.h"

namespace mapper {

class DocumentStore {
 public:
  // The workspace must outlive the store.
  explicit DocumentStore(Workspace& workspace) : workspace_(workspace) {}

  // Stores the document with all of its items or, when it throws, nothing;
  // `document.id` is given by the store.  False, and nothing changes, when the
  // same file (by its SHA-256) is stored for the framework already;
  // `document` is then the one that is there.
  bool Add(Document& document, const std::vector<DocumentItem>& items);

  // The latest first.
  std::vector<Document> Documents();
  // Nothing when there is no such one.
  std::optional<Document> Find(std::int64_t id);
  // In document order.  Throws Error when an item of the file names a place
  // that is none before it.
  std::vector<DocumentItem> Items(std::int64_t id);

  // False when there is no such one.
  bool Remove(std::int64_t id);

  // What the documents say of the controls of one framework ("": of all), each
  // from the latest document that has it; by framework, then as they stand in
  // the documents.  Wording::document is a place in `documents`, the result of
  // Documents().
  std::vector<Wording> Wordings(const std::vector<Document>& documents,
                                const std::string& framework);

 private:
  Workspace& workspace_;
};

}  // namespace mapper

#endif  // MAPPER_STORE_DOCUMENT_STORE_H_
