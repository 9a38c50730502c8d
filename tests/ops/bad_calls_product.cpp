#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("product", [](BadCalls& out) {
  out.push_back({"matmul", {f32({8, 3}), f32({4, 5})}, "inner sizes differ: x is f32[8,3], other is f32[4,5]"});
  out.push_back({"matmul", {f32({8, 3}), f32({5, 3})}, "Did you mean other transposed?"});
  out.push_back({"matmul", {f32({}), f32({3})}, "need at least one dimension"});
  out.push_back({"matmul", {f32({2, 2}), Value(zeros({2, 2}, DType::float64))}, "dtypes must be equal"});
  out.push_back({"linear", {f32({2, 5}), f32({3, 4}), kNone}, "its last size must be 4"});
  out.push_back({"linear", {f32({2, 4}), f32({3, 4}), f32({4})}, "bias is f32[4]; need [3]"});
  out.push_back({"conv2d", {f32({1, 3, 8, 8}), f32({4, 2, 3, 3})}, "weight takes 2 input channels"});
  out.push_back({"conv2d", {f32({1, 2, 2, 2}), f32({4, 2, 3, 3})}, "the kernel cannot be larger than the input"});
  out.push_back({"conv2d", {f32({1, 2, 8, 8}), f32({4, 2, 3, 3}), f32({3})}, "bias is f32[3]; need [4]"});
  out.push_back({"conv2d", {f32({1, 2, 8, 8}), f32({4, 2, 3, 3}), kNone, I(0)}, "stride is [0]; need one size or 2, each >= 1"});
  out.push_back({"conv2d", {f32({1, 4, 8, 8}), f32({4, 2, 3, 3}), kNone, I(1), I(0), I(1), I(3)}, "it must divide both"});
  out.push_back({"conv2d", {f32({8, 8}), f32({4, 2, 3, 3})}, "need [N,C,H,W] or [C,H,W]"});
});

}  // namespace
}  // namespace wick::test
