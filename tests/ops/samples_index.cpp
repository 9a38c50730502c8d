#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const SampleFamily kFamily("index", [](Samples& out) {
  struct Pick {
    Shape x;
    std::int64_t dim;
    Shape index;
  };
  for (const Pick& p : {Pick{{3, 4}, 1, {3, 2}},       Pick{{3, 4}, 0, {5, 4}},    Pick{{2, 3, 4}, 1, {2, 2, 3}}, Pick{{5}, 0, {7}},          Pick{{5}, -1, {2}},       Pick{{}, 0, {}},
                        Pick{{3, 4}, 1, {3, 6}},       Pick{{5, 2}, 0, {3, 2}},    Pick{{2, 2, 2}, -1, {2, 1, 3}}, Pick{{2, 2, 2}, 0, {4, 2, 2}}, Pick{{0, 3}, 1, {0, 2}},  Pick{{3, 4}, 0, {0, 4}},
                        Pick{{2, 3, 2, 2}, 1, {2, 4, 2, 2}}, Pick{{2, 3, 2, 2}, 3, {1, 3, 2, 1}}, Pick{{1, 1}, 0, {3, 1}}, Pick{{17}, 0, {9}},  Pick{{2, 1, 3}, 2, {2, 1, 1}}, Pick{{4, 4}, -2, {2, 4}},
                        Pick{{1, 5}, 1, {1, 5}},       Pick{{3, 2}, 1, {1, 2}}}) {
    const std::int64_t n = p.x.rank() ? p.x[static_cast<int>(p.dim < 0 ? p.dim + p.x.rank() : p.dim)] : 1;
    out.push_back({"gather", {R(p.x), p.dim, idx(p.index, n)}});
    out.push_back({"scatter_add", {R(p.x), p.dim, idx(p.index, n), R(p.index)}});
  }

  for (const auto& [s, dim] : std::vector<std::pair<Shape, std::int64_t>>{{{3, 4}, 0}, {{3, 4}, 1}, {{2, 3, 4}, -1}, {{2, 3, 2}, 1}, {{5}, 0}, {{2, 3, 2, 2}, 1}, {{1, 4}, 0}, {{0, 3}, 1}, {{2, 1, 2, 1, 2}, 4}, {{9}, -1}}) {
    const int d = static_cast<int>(dim < 0 ? dim + s.rank() : dim);
    for (const std::int64_t n : {1, 4}) {
      Shape picked = s;
      picked[d] = n;
      out.push_back({"index_select", {R(s), dim, idx({n}, s[d])}});
      out.push_back({"index_add", {R(s), dim, idx({n}, s[d]), R(picked)}});
    }
  }
  for (const char* op : {"index_select", "index_add"}) out.cannot(op, Layout::zero_dim, "rows lie along a dimension");
  out.push_back({"one_hot", {idx({2, 3}, 4), I(4)}});
});

}  // namespace
}  // namespace wick::test
