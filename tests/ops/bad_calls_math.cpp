#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("math", [](BadCalls& out) {
  const V half(zeros({2}, DType::float16));
  for (const char* op : {"floor", "ceil", "trunc", "round", "frac", "sign", "tan", "asin", "acos", "atan", "sinh", "cosh", "asinh", "acosh", "atanh", "exp2", "expm1",
                         "log2", "log10", "log1p", "erf", "erfc", "erfinv", "sinc", "logit", "lgamma", "digamma", "nan_to_num"})
    out.push_back({op, {half}, "is f16[2]; need f32 or f64"});
  for (const char* op : {"deg2rad", "rad2deg", "isnan", "isinf", "isfinite", "logical_not", "bitwise_not"}) out.push_back({op, {}, "argument self is missing"});
  for (const char* op : {"remainder", "fmod", "floor_divide", "true_divide", "atan2", "hypot", "logaddexp", "logaddexp2", "xlogy", "copysign", "heaviside",
                         "logical_and", "logical_or", "logical_xor", "clamp_min", "clamp_max"})
    out.push_back({op, {f32({2, 3}), f32({4})}, "[2,3] and [4] differ at dimension 1"});
  for (const char* op : {"lerp", "addcmul", "addcdiv"}) out.push_back({op, {f32({2, 3}), f32({2, 3}), f32({4})}, "[2,3] and [4] differ at dimension 1"});
  for (const char* op : {"bitwise_and", "bitwise_or", "bitwise_xor"}) out.push_back({op, {i64({2}), f32({2})}, "need integers or bools"});
  out.push_back({"round", {f32({2}), I(99)}, "need -40 < decimals < 40"});
  out.push_back({"div", {f32({2}), f32({2}), "up"}, "expected rounding_mode to be one of None, 'trunc', or 'floor'"});
  out.push_back({"pow", {i64({2}), I(-1)}, "integers to negative integer powers are not allowed"});
  out.push_back({"polygamma", {I(-1), f32({2})}, "need 0 <= n <= 100"});
  out.push_back({"clamp.Tensor", {f32({2})}, "need at least one"});
  out.push_back({"bitwise_not", {f32({2})}, "need integers or bools"});
  out.push_back({"floor_divide", {i64({2}), I(0)}, "an integer is divided by zero"});
  out.push_back({"remainder", {i64({2}), I(0)}, "an integer is divided by zero"});
  out.push_back({"addcdiv", {i64({2}), i64({2}), i64({2})}, "integer division with addcdiv is not supported"});
  out.push_back({"heaviside", {f32({2}), i64({2})}, "dtypes must be equal"});
});

}  // namespace
}  // namespace wick::test
