#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("norm", [](BadCalls& out) {
  out.push_back({"batch_norm", {f32({4, 3}), f32({2}), f32({2})}, "running_mean is f32[2] for input f32[4,3]; need [3]"});
  out.push_back({"batch_norm", {f32({1, 3}), kNone, kNone, kNone, kNone, true}, "expected more than 1 value per channel when training"});
  out.push_back({"batch_norm", {f32({4, 3}), kNone, kNone}, "eval mode without running statistics"});
  out.push_back({"layer_norm", {f32({4, 3}), Ints{4}}, "its last sizes must be normalized_shape [4]"});
  out.push_back({"dropout", {f32({2}), 1.5}, "dropout probability has to be between 0 and 1, but got 1.5"});
});

}  // namespace
}  // namespace wick::test
