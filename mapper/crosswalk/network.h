// All loaded frameworks and tables as one network of RCC-5 constraints
// (design 6): controls, containment by headings, closed parents, unions, rows.

#ifndef MAPPER_CROSSWALK_NETWORK_H_
#define MAPPER_CROSSWALK_NETWORK_H_

#include <map>
#include <utility>
#include <vector>

#include "mapper/crosswalk/closure.h"
#include "mapper/crosswalk/row_ref.h"
#include "mapper/model/dataset.h"

namespace mapper {

// One constraint: a row of a table, or a fact of the catalogues.
struct Given {
  enum class Kind {
    kRow,        // asserted by a table
    kHeading,    // a child inside its parent
    kOnlyChild,  // a closed parent with one child is that child
    kPart        // a part inside its union
  };

  int a = -1;
  int b = -1;
  RelationSet set = kAnyRelation;
  Kind kind = Kind::kRow;
  RowRef row;  // of kRow
};

// A node is a control, or the exact union of several of one framework.
struct NetworkNode {
  int framework = -1;
  std::vector<int> controls;  // one, or the parts in document order
};

class Network {
 public:
  // Refers to `dataset`, which must outlive it.  The facts of the catalogues
  // come first among the givens, then the rows by table and line.
  explicit Network(const Dataset& dataset);

  int NodeOf(const ControlRef& control) const {
    return offsets_[static_cast<std::size_t>(control.framework)] +
           control.control;
  }
  // The node of one side of a row.
  int NodeOf(int framework, const std::vector<int>& controls) const;
  const NetworkNode& node(int index) const {
    return nodes_[static_cast<std::size_t>(index)];
  }
  int size() const { return static_cast<int>(nodes_.size()); }
  const std::vector<Given>& givens() const { return givens_; }
  // Places of the rows among the givens, ascending.
  std::vector<int> Rows() const;
  // Per node: whether givens connect it with `node`.
  std::vector<bool> Component(int node) const;
  // Exact unions: closed parents and the unions of rows, whole and parts.
  const std::vector<std::pair<int, std::vector<int>>>& exact_unions() const {
    return exact_unions_;
  }
  const Dataset& dataset() const { return dataset_; }

  // A closure of all nodes, with every row or with those of `rows` (places in
  // givens()).  Not run yet.
  Closure Make(bool trace, const std::vector<int>* rows = nullptr) const;

  // The same over the rows `rows` (places in givens()) alone, with only those
  // nodes that can play a part: their ends and those of `asked`, all above
  // them, the parts of their unions and the children of closed parents among
  // these.  Other nodes are tied to them by headings only, which says nothing
  // new of these.
  class Part;
  Part MakePart(bool trace, const std::vector<int>& rows,
                const std::vector<int>& asked = {}) const;

 private:
  void AddCatalogue(int framework);
  int UnionNode(int framework, const std::vector<int>& controls);

  const Dataset& dataset_;
  std::vector<int> offsets_;
  std::vector<NetworkNode> nodes_;
  std::map<std::pair<int, std::vector<int>>, int> unions_;
  std::vector<std::pair<int, std::vector<int>>> exact_unions_;  // whole, parts
  std::vector<Given> givens_;
  std::vector<std::vector<int>> facts_of_;  // per node: givens it begins with
  std::vector<int> exact_union_of_;         // per node: as a whole, or -1
};

// A closure of some rows, under the node numbers of the whole network.
class Network::Part {
 public:
  Part(Closure closure, std::map<int, int> numbers)
      : closure_(std::move(closure)), numbers_(std::move(numbers)) {}

  Closure& closure() { return closure_; }
  // Number in closure(), or -1 for a node that plays no part.
  int Number(int node) const {
    const auto it = numbers_.find(node);
    return it == numbers_.end() ? -1 : it->second;
  }
  RelationSet Get(int a, int b) const {
    if (a == b) return kEq;
    const int first = Number(a);
    const int second = Number(b);
    return first < 0 || second < 0 ? kAnyRelation : closure_.Get(first, second);
  }

 private:
  Closure closure_;
  std::map<int, int> numbers_;
};

}  // namespace mapper

#endif  // MAPPER_CROSSWALK_NETWORK_H_
