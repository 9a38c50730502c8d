#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("loss", [](BadCalls& out) {
  for (const char* op : {"mse_loss", "l1_loss", "smooth_l1_loss"})
    out.push_back({op, {f32({2, 3}), f32({4})}, "[2,3] and [4] differ at dimension 1"});
  out.push_back({"cross_entropy", {f32({2, 3}), Value(full({2}, 3, DType::int64))}, "Target 3 at row 0 is out of bounds; need 0 <= target < 3"});
  out.push_back({"cross_entropy", {f32({2, 3}), i64({3})}, "target is i64[3] for input f32[2,3]; need [2]"});
  out.push_back({"cross_entropy", {f32({2, 3}), f32({2})}, "target is f32[2]; need i64"});
  out.push_back({"cross_entropy", {f32({2, 3}), i64({2}), kNone, I(-100), std::string("avg")}, "reduction is \"avg\""});
  out.push_back({"cross_entropy", {f32({2, 3}), i64({2}), kNone, I(-100), std::string("mean"), 2.0}, "label_smoothing must be between 0.0 and 1.0"});
  out.push_back({"nll_loss", {f32({2, 3}), i64({2}), f32({2})}, "weight is f32[2]; need [3]"});
  out.push_back({"binary_cross_entropy_with_logits", {f32({2, 3}), f32({3})}, "must be the same as input size"});
  out.push_back({"smooth_l1_loss", {f32({2}), f32({2}), std::string("mean"), -1.0}, "does not support negative values for beta"});
});

}  // namespace
}  // namespace wick::test
