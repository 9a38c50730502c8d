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
  out.push_back({"baddbmm", {R({2, 2, 3}), R({2, 2, 4}), R({2, 4, 3})}});  // self as large as the result, for baddbmm_
});

}  // namespace
}  // namespace wick::test
