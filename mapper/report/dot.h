// A crosswalk as a graph for Graphviz: a cluster for each framework, the
// relation as the style of the edge, a legend.

#ifndef MAPPER_REPORT_DOT_H_
#define MAPPER_REPORT_DOT_H_

#include <string>

#include "mapper/report/crosswalk_view.h"

namespace mapper {

// Only controls that a row names are drawn; those without counterpart are
// dashed, those that nobody reviewed are counted in the cluster's title.
// UTF-8; titles in `language`; the same view gives the same bytes.
std::string WriteDot(const CrosswalkView& view, Language language);

}  // namespace mapper

#endif  // MAPPER_REPORT_DOT_H_
