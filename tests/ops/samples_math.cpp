#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

// Away from the jumps of rounding at whole numbers, and those of fmod.
Tensor between_whole(const Shape& s) {
  Tensor t = R(s).detach();
  for (std::int64_t i = 0; i < t.numel(); ++i) {
    double& v = t.data<double>()[i];
    v = static_cast<double>(static_cast<std::int64_t>(v * 4)) + 0.2 + 0.05 * static_cast<double>(i % 12);
  }
  return t.requires_grad_(), t;
}

void unary_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes()) {
    for (const char* op : {"floor", "ceil", "trunc", "frac", "sign"}) out.push_back({op, {between_whole(s)}});
    out.push_back({"round", {mul(between_whole(s).detach(), 0.77).requires_grad_()}});
    for (const char* op : {"atan", "sinh", "cosh", "asinh", "exp2", "expm1", "erf", "erfc", "sinc", "deg2rad", "rad2deg", "nan_to_num"}) out.push_back({op, {R(s)}});
    for (const char* op : {"log2", "log10", "log1p", "lgamma", "digamma"}) out.push_back({op, {P(s)}});
    for (const char* op : {"tan", "asin", "acos", "atanh", "erfinv"}) out.push_back({op, {U(s, -0.9, 0.9)}});
    out.push_back({"acosh", {U(s, 1.2, 4)}});
    out.push_back({"logit", {U(s, 0.1, 0.9)}});
    out.push_back({"polygamma", {I(1), P(s)}});
    for (const char* op : {"isnan", "isinf", "isfinite", "logical_not"}) out.push_back({op, {constant(R(s))}});
    out.push_back({"bitwise_not", {idx(s, 9)}});
  }
  out.push_back({"round", {U({3, 4}, -0.023, -0.021), I(2)}});
  out.push_back({"round", {U({5}, 261, 289), I(-2)}});
  out.push_back({"logit", {U({3, 4}, 0.21, 0.79), 0.2}});
  out.push_back({"logit", {U({3, 4}, 0.02, 0.19), 0.2}});
  out.push_back({"lgamma", {U({3, 4}, -2.9, -2.1)}});
  out.push_back({"digamma", {U({3, 4}, -2.8, -2.2)}});
  out.push_back({"polygamma", {I(0), P({2, 3})}});
  out.push_back({"polygamma", {I(4), P({2, 3})}});
  out.push_back({"nan_to_num", {R({2, 3}), 1.0, 2.0, -2.0}});
  out.push_back({"bitwise_not", {mask({5})}});
}

void binary_samples(Samples& out) {
  for (const auto& [a, b] : broadcast_pairs()) {
    for (const char* op : {"remainder", "fmod", "floor_divide"}) {
      // x / other stays 0.1 from whole numbers: (k + 0.2 ... 0.75) against +-1.
      Tensor other = constant(full(b, 1, DType::float64));
      if (other.numel() > 1) other.data<double>()[0] = -1;
      out.push_back({op, {between_whole(a), other.requires_grad_()}});
    }
    for (const char* op : {"true_divide", "atan2", "hypot", "xlogy", "copysign"}) out.push_back({op, {R(a), P(b)}});
    out.push_back({"xlogy", {P(a), P(b)}});
    for (const char* op : {"logaddexp", "logaddexp2"}) out.push_back({op, {R(a), R(b)}});
    for (const char* op : {"clamp_min", "clamp_max"}) out.push_back({op, {D(a), R(b)}});
    for (const char* op : {"lerp", "addcmul", "addcdiv"}) out.push_back({op, {R(a), R(b), P(b)}});
    out.push_back({"clamp.Tensor", {D(a), sub(constant(R(b)), 1.0).requires_grad_(), add(constant(R(b)), 2.0).requires_grad_()}});
    for (const char* op : {"logical_and", "logical_or", "logical_xor"}) out.push_back({op, {mask(a), constant(R(b))}});
    for (const char* op : {"bitwise_and", "bitwise_or", "bitwise_xor"}) out.push_back({op, {idx(a, 30), idx(b, 30)}});
    out.push_back({"heaviside", {constant(R(a)), constant(R(b))}});
  }
  out.push_back({"lerp", {R({2, 3}), R({2, 3}), 0.3}});
  out.push_back({"addcmul", {R({2, 3}), R({2, 3}), R({3}), -0.7}});
  out.push_back({"addcdiv", {R({2, 3}), R({2, 3}), P({3}), 2.5}});
  out.push_back({"atan2", {R({6}), R({6})}});
  out.push_back({"copysign", {R({6}), R({6})}});
  out.push_back({"remainder", {between_whole({2, 3}), 5.5}});
  out.push_back({"fmod", {between_whole({2, 3}), 5.5}});
  out.push_back({"clamp.Tensor", {D({7}), kNone, R({7})}});
  out.push_back({"clamp.Tensor", {D({7}), R({7})}});
  out.push_back({"clamp_min", {D({7}), 0.1}});
  out.push_back({"clamp_max", {D({7}), 0.1}});
  out.push_back({"logical_and", {idx({6}, 2), idx({6}, 2)}});
  out.push_back({"bitwise_xor", {mask({6}), mask({6})}});
  out.push_back({"floor_divide", {idx({6}, 20), I(3)}});
  out.push_back({"div", {between_whole({2, 3}), 1.0, "floor"}});
  out.push_back({"div", {between_whole({2, 3}), -1.0, "trunc"}});
}

const SampleFamily kFamily("math", [](Samples& out) {
  unary_samples(out);
  binary_samples(out);
});

}  // namespace
}  // namespace wick::test
