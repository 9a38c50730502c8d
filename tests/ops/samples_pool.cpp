#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

struct Window {
  Shape x;
  Ints size, stride = {}, padding = {0};
  bool ceil_mode = false;
  std::int64_t dilation = 1;
};

const SampleFamily kFamily("pool", [](Samples& out) {
  const std::vector<Window> windows = {{{2, 2, 4, 4}, {2}},
                                       {{1, 2, 5, 3}, {3, 2}, {2, 1}, {1, 0}},
                                       {{1, 1, 5, 5}, {2}, {1}, {0}, false, 2},
                                       {{2, 3, 5}, {2}, {}, {0}, true},
                                       {{1, 2, 5, 5}, {3}, {2}, {1}, true},
                                       {{2, 3, 3}, {2}, {1}},
                                       {{1, 1, 9, 2}, {2, 1}},
                                       {{1, 1, 2, 9}, {1, 3}, {1, 2}},
                                       {{0, 2, 4, 4}, {2}},
                                       {{1, 3, 2, 2}, {2}},
                                       {{1, 1, 1, 1}, {1}},
                                       {{2, 1, 3, 3}, {3}, {3}, {1}},
                                       {{1, 2, 3, 3}, {2}, {2}, {1}, true},
                                       {{1, 1, 6, 4}, {3, 2}, {3, 2}},
                                       {{1, 1, 4, 6}, {4, 1}, {1}, {2, 0}},
                                       {{3, 2, 2, 3}, {1, 3}},
                                       {{1, 2, 2}, {1}, {1}},
                                       {{2, 2, 5, 4}, {2}, {3, 2}},
                                       {{1, 1, 4, 4}, {3}, {1}, {1}},
                                       {{1, 1, 17, 1}, {2, 1}, {1}}};
  for (const auto& w : windows) {
    out.push_back({"max_pool2d", {D(w.x), w.size, w.stride, w.padding, w.dilation, w.ceil_mode}});
    out.push_back({"avg_pool2d", {R(w.x), w.size, w.stride, w.padding, w.ceil_mode, w.x[0] != 1}});
    if (w.x.rank() == 4) out.push_back({"adaptive_avg_pool2d", {R(w.x), w.size}});
  }
  out.push_back({"max_pool2d", {D({1, 1, 7, 5}), I(3), I(1), I(1), I(2)}});
  out.push_back({"avg_pool2d", {R({2, 3, 5}), I(2), I(2), I(0), false, true, I(3)}});
  for (const Shape& s : {Shape{2, 3, 3}, Shape{1, 4, 2}, Shape{3, 2, 1}, Shape{1, 2, 5, 7}, Shape{2, 3, 2, 2}}) out.push_back({"adaptive_avg_pool2d", {R(s), Ints{2, 3}}});
  for (const char* op : {"max_pool2d", "avg_pool2d", "adaptive_avg_pool2d"}) out.cannot(op, Layout::zero_dim, "images have three dimensions at least");
});

}  // namespace
}  // namespace wick::test
