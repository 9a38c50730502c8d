#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const SampleFamily kFamily("norm", [](Samples& out) {
  for (const Shape& s : {Shape{4, 3}, Shape{3, 3, 2, 2}, Shape{2, 3, 5}, Shape{2, 1}, Shape{9, 2}, Shape{2, 2, 1, 2, 2}, Shape{0, 2}, Shape{1, 2, 3}}) {
    const Shape c{s[1]};
    out.push_back({"batch_norm", {R(s), constant(R(c)), constant(P(c)), R(c), R(c), false}});
    out.push_back({"batch_norm", {R(s), constant(R(c)), constant(P(c)), kNone, R(c), false, 0.1, 1e-3}});
    if (s[0] == 0) continue;
    out.push_back({"batch_norm", {R(s), constant(R(c)), constant(P(c)), R(c), R(c), true, 0.0}});
    out.push_back({"batch_norm", {R(s), kNone, kNone, kNone, kNone, true, 0.1, 1e-3}});
  }
  out.cannot("batch_norm", Layout::zero_dim, "the second dimension is the channels");

  for (const auto& [s, n] : std::vector<std::pair<Shape, int>>{
           {{3, 6}, 1}, {{2, 3, 4}, 2}, {{5, 4}, 1}, {{4}, 1}, {{9}, 1}, {{0, 3}, 1}, {{2, 3, 2, 2}, 1}, {{2, 3, 2, 2}, 3}, {{1, 17}, 1}, {{2, 2, 1, 2, 2}, 2}, {{3, 2}, 2}}) {
    Ints last;
    for (int d = s.rank() - n; d < s.rank(); ++d) last.push_back(s[d]);
    out.push_back({"layer_norm", {R(s), last, R(Shape(last)), R(Shape(last)), 1e-3}});
    out.push_back({"layer_norm", {R(s), last, kNone, kNone, 1e-2}});
  }
  out.cannot("layer_norm", Layout::zero_dim, "one dimension at least is normalized");

  for (const Shape& s : elementwise_shapes()) out.push_back({"dropout", {R(s), 0.4}});
  out.push_back({"dropout", {R({4, 5}), 0.5, false}});
  out.push_back({"dropout", {R({4, 5}), 0.0}});
  out.push_back({"dropout", {R({6, 5}), 1.0}});
});

}  // namespace
}  // namespace wick::test
