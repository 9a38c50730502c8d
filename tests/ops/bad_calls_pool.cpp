#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("pool", [](BadCalls& out) {
  out.push_back({"max_pool2d", {f32({1, 1, 4, 4}), I(2), I(2), I(2)}, "pad should be at most half of kernel size"});
  out.push_back({"max_pool2d", {f32({1, 1, 2, 2}), I(3)}, "output size is too small"});
  out.push_back({"avg_pool2d", {f32({1, 1, 4, 4}), I(2), I(2), I(0), false, true, I(0)}, "divisor must be not zero"});
  out.push_back({"adaptive_avg_pool2d", {f32({4, 4}), I(2)}, "need [N,C,H,W]"});
});

}  // namespace
}  // namespace wick::test
