#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("reduce", [](BadCalls& out) {
  for (const char* op : {"mean", "var"}) out.push_back({op, {i64({2})}, "is i64[2]; need f32 or f64"});
  for (const char* op : {"max", "min", "amax", "amin", "argmax"}) out.push_back({op, {V(zeros({2}, DType::float16))}, "need f32 or f64"});
  out.push_back({"argmin", {f32({0})}, "has no elements along the reduced dimension 0"});
  out.push_back({"sum", {f32({2, 3}), Ints{2}}, "dim is 2; need -2 <= dim < 2"});
  out.push_back({"sum", {f32({2, 3}), Ints{0, -2}}, "appears twice"});
  out.push_back({"max", {f32({0})}, "has no elements"});
  out.push_back({"max.dim", {f32({2, 0}), I(1)}, "has no elements along the reduced dimension 1"});
  out.push_back({"min.dim", {f32({2, 3}), I(5)}, "dim is 5"});
  out.push_back({"logsumexp", {f32({2, 3}), Ints{7}}, "dim is 7"});
  out.push_back({"softmax", {f32({2, 3}), I(2)}, "dim is 2"});
  out.push_back({"log_softmax", {f32({2, 3}), I(-3)}, "dim is -3"});
});

}  // namespace
}  // namespace wick::test
