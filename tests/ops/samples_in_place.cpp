#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const SampleFamily kFamily("in_place", [](Samples& out) {
  for (const auto& [a, b] : broadcast_pairs()) {
    if (broadcast_shapes("test", a, b) == a) out.push_back({"copy_", {R(a), R(b)}});
    else if (broadcast_shapes("test", a, b) == b) out.push_back({"copy_", {R(b), R(a)}});
    out.push_back({"fill_", {R(a), R({})}});
  }
  for (const Shape& s : elementwise_shapes()) {
    out.push_back({"fill_", {R(s), R({})}});
    out.push_back({"copy_", {R(s), R(s)}});
    for (const char* op : {"zero_", "uniform_", "normal_", "exponential_", "bernoulli_", "random_"}) out.push_back({op, {constant(R(s))}});
  }
  // Names of dimensions only; a sample's tensor is a copy each time.
  for (const Shape& s : elementwise_shapes()) {
    if (s.rank() <= 2) out.push_back({"t_", {R(s)}});
    out.push_back({"transpose_", {R(s), I(0), I(-1)}});
    out.push_back({"swapaxes_", {R(s), I(-1), I(0)}});
    out.push_back({"squeeze_", {R(s)}});
    out.push_back({"squeeze_.dim", {R(s), I(0)}});
    out.push_back({"unsqueeze_", {R(s), I(-1)}});
  }
  for (const Shape& s : {Shape{0, 2}, Shape{2, 0}, Shape{1, 1}, Shape{1, 2}, Shape{2, 1}, Shape{3, 3}, Shape{2, 5}, Shape{5, 2}, Shape{7}, Shape{2, 9}}) out.push_back({"t_", {R(s)}});
  out.cannot("t_", Layout::channels_last, "it takes up to two dimensions");
  out.push_back({"baddbmm", {R({2, 2, 3}), R({2, 2, 4}), R({2, 4, 3})}});  // self as large as the result, for baddbmm_
});

}  // namespace
}  // namespace wick::test
