// Catalogues written as documents and read back.

#include "mapper/parse/outline_document.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "mapper/base/text.h"
#include "mapper/parse/document.h"
#include "mapper/parse/reconcile.h"
#include "tests/mapper/parse/outline_reading.h"
#include "tests/mapper/shipped_dataset.h"

namespace mapper {
namespace {

TEST(OutlineDocumentTest, Dump) {
  for (const char* id : {"gov-unified-2025", "mic-lg-2026", "mhlw-mis-6.0",
                         "lar-16-3", "water-law"}) {
    Diagnostics d;
    const auto spec = ReadOutlineSpec("t", Shipped(id), d);
    const Dataset& data = Shipped();
    const Framework& f = data.framework(data.FindFramework(id));
    std::vector<const OutlineVariant*> vs;
    for (const auto& v : spec->variants) vs.push_back(&v);
    if (vs.empty()) vs.push_back(nullptr);
    for (const auto* v : vs) {
      const auto doc = WriteOutlineDocument(f, *spec, v, Language::kJa);
      std::string lost;
      for (const auto& l : doc.lost)
        lost += f.controls[static_cast<std::size_t>(l.control)].id + ":" +
                std::to_string(static_cast<int>(l.reason)) + " ";
      Diagnostics e;
      const auto o = ReadDocument("x.txt", doc.text, f, e);
      const auto r = Reconcile(o, f);
      std::cout << "== " << id << " " << (v ? v->name : "") << " controls "
                << f.controls.size() << " written " << doc.written.size()
                << " matched " << r.matched << " by_id " << r.by_id
                << " heading " << r.heading_differs << " order "
                << r.order_differs << "\n lost " << doc.lost.size() << ": "
                << lost << "\n added " << doc.added.size() << ": "
                << Join(doc.added, " ") << "\n";
      std::ofstream("/tmp/doc-" + std::string(id) + (v ? v->name : ""))
          << doc.text;
    }
  }
}

}  // namespace
}  // namespace mapper
