#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("elementwise", [](BadCalls& out) {
  for (const char* op : {"add", "sub", "mul", "div", "pow", "maximum", "minimum", "eq", "ne", "lt", "le", "gt", "ge"})
    out.push_back({op, {f32({2, 3}), f32({4})}, "[2,3] and [4] differ at dimension 1"});
  for (const char* op : {"leaky_relu", "elu", "gelu", "silu", "softplus"})
    out.push_back({op, {i64({2})}, "is i64[2]; need f32 or f64"});
  for (const char* op : {"exp", "log", "sqrt", "rsqrt", "abs", "square", "reciprocal", "sin", "cos", "tanh", "sigmoid", "relu", "clamp"})
    out.push_back({op, {V(zeros({2}, DType::float16))}, "is f16[2]; need f32 or f64"});
  out.push_back({"neg", {}, "argument self is missing"});
  out.push_back({"clamp", {f32({2})}, "need at least one"});
  out.push_back({"gelu", {f32({2}), std::string("fast")}, "approximate is \"fast\""});
  out.push_back({"softplus", {f32({2}), -1.0}, "need beta > 0"});
  out.push_back({"where", {f32({2}), f32({2}), f32({2})}, "condition is f32[2]; need bool"});
});

}  // namespace
}  // namespace wick::test
