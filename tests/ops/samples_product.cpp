#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const SampleFamily kFamily("product", [](Samples& out) {
  for (const auto& [a, b] : std::vector<std::pair<Shape, Shape>>{
           {{3, 4}, {4, 5}}, {{4}, {4}}, {{4}, {4, 3}}, {{3, 4}, {4}}, {{2, 3, 4}, {2, 4, 2}}, {{2, 3, 4}, {4, 2}}, {{2, 1, 3, 4}, {3, 4, 2}}, {{1, 4}, {4, 1}}, {{3, 1}, {1, 3}},
           {{2, 0}, {0, 3}}, {{0, 2}, {2, 3}}, {{1}, {1}}, {{9}, {9}}, {{2, 3}, {3, 9}}, {{3, 2}, {2, 2, 3}}, {{2}, {3, 2, 2}}, {{2, 2, 3}, {3}}, {{2, 2, 2, 3}, {2, 2, 3, 2}},
           {{2, 1, 2}, {1, 2, 3}}, {{1, 1}, {1, 1}}, {{17, 1}, {1, 1}}})
    out.push_back({"matmul", {R(a), R(b)}});
  out.cannot("matmul", Layout::zero_dim, "a matrix product needs one dimension at least");

  for (const Shape& s : {Shape{3, 4}, Shape{4}, Shape{2, 3, 4}, Shape{1, 4}, Shape{0, 4}, Shape{2, 2, 1, 4}, Shape{9, 4}})
    for (const std::int64_t n : {1, 2, 5}) {
      if (n != 1) out.push_back({"linear", {R(s), R({n, 4}), R({n})}});
      if (n != 2) out.push_back({"linear", {R(s), R({n, 4})}});
    }
  out.cannot("linear", Layout::zero_dim, "the last size is the number of features");

  struct Conv {
    Shape x, weight;
    bool bias = true;
    Ints stride = {1}, padding = {0}, dilation = {1};
    std::int64_t groups = 1;
  };
  for (const Conv& c : {Conv{{2, 3, 3, 3}, {2, 3, 3, 3}},
                        Conv{{1, 2, 4, 3}, {3, 2, 3, 3}, true, {1}, {1}},
                        Conv{{2, 2, 5, 4}, {2, 2, 3, 2}, false, {2, 1}, {1, 0}},
                        Conv{{1, 2, 5, 4}, {2, 2, 3, 3}, true, {1}, {2}, {2}},
                        Conv{{1, 4, 3, 3}, {4, 2, 3, 3}, true, {2}, {1}, {1}, 2},
                        Conv{{1, 3, 3, 4}, {6, 1, 3, 3}, true, {1}, {1}, {1}, 3},
                        Conv{{2, 3, 2, 3}, {5, 3, 1, 1}, false},
                        Conv{{2, 3, 5, 3}, {2, 3, 1, 1}, false, {2}},
                        Conv{{2, 3, 4}, {3, 2, 2, 3}},
                        Conv{{1, 1, 1, 1}, {1, 1, 1, 1}},
                        Conv{{1, 1, 9, 2}, {1, 1, 2, 1}},
                        Conv{{1, 1, 2, 9}, {2, 1, 1, 3}, true, {1, 2}, {0, 1}},
                        Conv{{1, 1, 5, 5}, {1, 1, 5, 5}, true, {1}, {2}},
                        Conv{{1, 1, 7, 3}, {1, 1, 3, 2}, true, {3, 1}, {1, 1}, {2, 1}},
                        Conv{{2, 4, 3, 3}, {4, 1, 2, 2}, false, {1}, {0}, {1}, 4},
                        Conv{{1, 2, 3, 3}, {4, 1, 3, 3}, true, {2}, {2}, {1}, 2},
                        Conv{{0, 2, 3, 3}, {2, 2, 2, 2}},
                        Conv{{3, 1, 2, 2}, {9, 1, 2, 2}},
                        Conv{{1, 9, 2, 1}, {1, 9, 1, 1}},
                        Conv{{4, 4, 4}, {2, 2, 3, 3}, false, {2}, {1}, {1}, 2},
                        Conv{{1, 2, 4, 4}, {2, 2, 2, 2}, true, {3}}})
    out.push_back({"conv2d", {R(c.x), R(c.weight), c.bias ? V(R({c.weight[0]})) : kNone, c.stride, c.padding, c.dilation, c.groups}});
  out.cannot("conv2d", Layout::zero_dim, "images have three dimensions at least");
});

}  // namespace
}  // namespace wick::test
