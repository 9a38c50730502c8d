// Elementwise functions of two tensors and more, which broadcast and promote.

#include <cmath>

#include "ops/pointwise.h"
#include "ops/scalar_math.h"
#include "wick/ops/math.h"

namespace wick {

namespace {

// The quotient that remainder or fmod subtracts: rounded down or towards zero. It has no gradient.
Term quotient(Term a, Term b, bool down) {
  const Term q = detach(a) / detach(b);
  return hold([&] { return down ? floor(q) : trunc(q); });
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  check(b != 0, ErrorKind::value, "[floor_divide] an integer is divided by zero.");
  if (b == -1) return static_cast<std::int64_t>(0 - static_cast<std::uint64_t>(a));  // the smallest integer stays itself
  const std::int64_t q = a / b;
  return q - (a % b != 0 && (a < 0) != (b < 0));
}
std::int64_t trunc_rest(std::int64_t a, std::int64_t b) {
  check(b != 0, ErrorKind::value, "[fmod] an integer is divided by zero.");
  return b == -1 ? 0 : a % b;
}
std::int64_t floor_rest(std::int64_t a, std::int64_t b) {
  const std::int64_t r = trunc_rest(a, b);
  return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

double floor_rest(double a, double b) {
  const double r = std::fmod(a, b);  // exact
  return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}
// As PyTorch and Python: from the exact remainder, so that 1 // 0.1 is 9.
double floor_div(double a, double b) {
  if (b == 0) return a / b;
  const double r = std::fmod(a, b);
  double q = (a - r) / b;
  if (r != 0 && (b < 0) != (r < 0)) q -= 1;
  if (q == 0) return std::copysign(0, a / b);
  const double down = std::floor(q);
  return q - down > 0.5 ? down + 1 : down;
}

using OfInts = std::int64_t (*)(std::int64_t, std::int64_t);
using OfReals = double (*)(double, double);

Tensor division(const char* op, OfInts of_ints, OfReals of_reals, const Tensor& x, const Tensor& other) {
  check_defined(op, "x", x);
  check_defined(op, "other", other);
  const DType dtype = result_type(x, other);
  if (is_floating(dtype)) return pointwise(op, of_reals, x, other);
  return pointwise(op, of_ints, x, other, dtype);
}

Tensor rest(const char* op, const char* node, OfInts of_ints, OfReals of_reals, const Tensor& x, const Tensor& other, bool down) {
  Tensor y = division(op, of_ints, of_reals, x, other);
  const auto gradient = [down](Term dy, Grads& d, int i) { return i == 0 ? dy : neg(dy * quotient(d.kept(0), d.kept(1), down)); };
  record(y, node, kKeepFirst | kKeepSecond, gradient, x, other);
  return y;
}

Tensor bits(const char* op, OfInts fn, const Tensor& x, const Tensor& other) {
  check_defined(op, "x", x);
  check_defined(op, "other", other);
  const DType dtype = result_type(x, other);
  check(is_integral(dtype), ErrorKind::dtype, "[{}] x is {} and other is {}; need integers or bools.", op, x, other);
  return pointwise(op, fn, x, other, dtype);
}

Tensor truth(const char* op, const Tensor& x) {
  check_defined(op, "x", x);
  return ne(x, 0.0);
}

}  // namespace

Tensor remainder(const Tensor& x, const Tensor& other) { return rest("remainder", "RemainderBackward0", floor_rest, floor_rest, x, other, true); }
Tensor fmod(const Tensor& x, const Tensor& other) {
  return rest("fmod", "FmodBackward0", trunc_rest, [](double a, double b) { return std::fmod(a, b); }, x, other, false);
}
Tensor floor_divide(const Tensor& x, const Tensor& other) { return division("floor_divide", floor_div, floor_div, x, other); }

Tensor div(const Tensor& x, const Tensor& other, std::string_view rounding_mode) {
  const bool down = rounding_mode == "floor";
  check(down || rounding_mode == "trunc", ErrorKind::value, "[div] rounding_mode is \"{}\"; expected rounding_mode to be one of None, 'trunc', or 'floor'.",
        rounding_mode);
  Tensor y;
  {
    const NoGradGuard guard;
    check_defined("div", "x", x);
    check_defined("div", "other", other);
    if (down) y = floor_divide(x, other);
    else if (is_floating(result_type(x, other))) y = trunc(div(x, other));
    else y = floor_divide(sub(x, fmod(x, other)), other);
  }
  record(y, "DivBackward1", kKeepNothing, [](Term dy, Grads&, int) { return no_slope(dy); }, x, other);
  return y;
}

Tensor atan2(const Tensor& x, const Tensor& other) {
  Tensor y = pointwise("atan2", scalar::atan2, x, other);
  const auto gradient = [](Term dy, Grads& d, int i) {
    const Term a = d.kept(0), b = d.kept(1), slope = dy / (a * a + b * b);
    return i == 0 ? slope * b : neg(slope * a);
  };
  record(y, "Atan2Backward0", kKeepFirst | kKeepSecond, gradient, x, other);
  return y;
}

Tensor hypot(const Tensor& x, const Tensor& other) {
  const auto length = [](double a, double b) {
    if (std::fabs(a) == __builtin_inf() || std::fabs(b) == __builtin_inf()) return __builtin_inf();
    return std::sqrt(a * a + b * b);
  };
  Tensor y = pointwise("hypot", length, x, other);
  const auto gradient = [](Term dy, Grads& d, int i) { return dy * (d.kept(i) / d.kept(2)); };
  record(y, "HypotBackward0", kKeepFirst | kKeepSecond | kKeepResult, gradient, x, other);
  return y;
}

namespace {
// log(base^x + base^other)
Tensor log_of_sum(const char* op, const char* node, OfReals fn, const Tensor& x, const Tensor& other, double log_base) {
  Tensor y = pointwise(op, fn, x, other);
  const auto gradient = [log_base](Term dy, Grads& d, int i) { return dy / (apply(exp, (d.kept(1 - i) - d.kept(i)) * log_base) + 1.0); };
  record(y, node, kKeepFirst | kKeepSecond, gradient, x, other);
  return y;
}
double log_add_exp(double a, double b) {
  const double high = a < b || b != b ? b : a;
  return a == b && high - high != 0 ? high : high + scalar::log1p(scalar::exp(-std::fabs(a - b)));  // equal infinities
}
}  // namespace

Tensor logaddexp(const Tensor& x, const Tensor& other) { return log_of_sum("logaddexp", "LogaddexpBackward0", log_add_exp, x, other, 1); }
Tensor logaddexp2(const Tensor& x, const Tensor& other) {
  static constexpr double kLn2 = 0.69314718055994530942;
  const auto fn = [](double a, double b) { return log_add_exp(a * kLn2, b * kLn2) / kLn2; };
  return log_of_sum("logaddexp2", "Logaddexp2Backward0", fn, x, other, kLn2);
}

Tensor xlogy(const Tensor& x, const Tensor& other) {
  const auto value = [](double a, double b) { return b != b ? b : a == 0 ? 0 : a * scalar::log(b); };
  Tensor y = pointwise("xlogy", value, x, other);
  const auto gradient = [](Term dy, Grads& d, int i) {
    const Term a = d.kept(0), b = d.kept(1);
    if (i == 1) return dy * a / b;
    const Term dead = apply(logical_and, apply(eq, a, 0.0), apply(le, b, 0.0));
    return where(dead, zeros_like(dy), dy * apply(log, where(dead, 1.0, b)));
  };
  record(y, "XlogyBackward0", kKeepFirst | kKeepSecond, gradient, x, other);
  return y;
}

Tensor copysign(const Tensor& x, const Tensor& other) {
  Tensor y = pointwise("copysign", [](double a, double b) { return std::copysign(a, b); }, x, other);
  const auto gradient = [](Term dy, Grads& d, int i) {
    if (i == 1) return no_slope(dy);
    const Term a = detach(d.kept(0));
    return where(apply(eq, a, 0.0), zeros_like(dy), dy * (detach(d.kept(1)) / a));  // the ratio is 1 or -1
  };
  record(y, "CopysignBackward0", kKeepFirst | kKeepResult, gradient, x, other);
  return y;
}

Tensor heaviside(const Tensor& x, const Tensor& values) {
  check_defined("heaviside", "x", x);
  check_defined("heaviside", "values", values);
  check(x.dtype() == values.dtype(), ErrorKind::dtype, "[heaviside] x is {} and values is {}; dtypes must be equal.", x, values);
  const Tensor plain = x.detach();
  return where(eq(plain, 0.0), values.detach(), gt(plain, 0.0).to(x.dtype()));
}

namespace {
void check_three(const char* op, const Tensor& x, const Tensor& a, const Tensor& b) {
  check(x.defined() && a.defined() && b.defined(), ErrorKind::value, "[{}] an operand is undefined; need three tensors.", op);
  broadcast_shapes(op, broadcast_shapes(op, x.shape(), a.shape()), b.shape());
}
}  // namespace

Tensor lerp(const Tensor& x, const Tensor& end, const Tensor& weight) {
  check_three("lerp", x, end, weight);
  return add(x, mul(weight, sub(end, x)));
}
Tensor addcmul(const Tensor& x, const Tensor& tensor1, const Tensor& tensor2, double value) {
  check_three("addcmul", x, tensor1, tensor2);
  return add(x, mul(tensor1, tensor2), value);
}
Tensor addcdiv(const Tensor& x, const Tensor& tensor1, const Tensor& tensor2, double value) {
  check_three("addcdiv", x, tensor1, tensor2);
  check(tensor1.is_floating_point() || tensor2.is_floating_point(), ErrorKind::dtype,
        "[addcdiv] tensor1 is {} and tensor2 is {}; integer division with addcdiv is not supported, need one of floating dtype.", tensor1, tensor2);
  return add(x, div(tensor1, tensor2), value);
}

namespace {
// maximum or minimum whose gradient at a tie goes to x alone: PyTorch's clamp.
Tensor bounded(const char* op, const char* node, bool below, const Tensor& x, const Tensor& bound) {
  check_defined(op, "x", x);
  check_defined(op, "bound", bound);
  const Tensor plain = x.detach(), limit = bound.impl()->is_number ? bound : bound.detach();
  Tensor y = below ? maximum(plain, limit) : minimum(plain, limit);
  const auto gradient = [below](Term dy, Grads& d, int i) {
    const Term x = d.kept(0), limit = d.kept(1);  // neither has a gradient where x is NaN
    const Term mine = i == 0 ? (below ? apply(ge, x, limit) : apply(le, x, limit)) : (below ? apply(lt, x, limit) : apply(gt, x, limit));
    return where(mine, dy, zeros_like(dy));
  };
  record(y, node, kKeepFirst | kKeepSecond, gradient, x, bound);
  return y;
}
}  // namespace

Tensor clamp_min(const Tensor& x, const Tensor& min) { return bounded("clamp_min", "ClampMinBackward0", true, x, min); }
Tensor clamp_max(const Tensor& x, const Tensor& max) { return bounded("clamp_max", "ClampMaxBackward0", false, x, max); }
Tensor clamp_tensor(const Tensor& x, const Tensor& min, const Tensor& max) {
  check_defined("clamp", "x", x);
  check(min.defined() || max.defined(), ErrorKind::value, "[clamp] neither min nor max is given; need at least one.");
  const Tensor low = min.defined() ? clamp_min(x, min) : x;
  return max.defined() ? clamp_max(low, max) : low;
}

Tensor isnan(const Tensor& x) {
  check_defined("isnan", "x", x);
  return ne(x, x);
}
Tensor isinf(const Tensor& x) {
  check_defined("isinf", "x", x);
  return is_integral(x.dtype()) ? ne(x, x) : eq(abs(x.detach()), __builtin_inf());
}
Tensor isfinite(const Tensor& x) {
  check_defined("isfinite", "x", x);
  const Tensor plain = x.dtype() == DType::bool_ ? x.to(DType::int64) : x.detach();
  return eq(plain - plain, 0.0);
}

Tensor logical_not(const Tensor& x) {
  check_defined("logical_not", "x", x);
  return eq(x, 0.0);
}
Tensor logical_and(const Tensor& x, const Tensor& other) { return bitwise_and(truth("logical_and", x), truth("logical_and", other)); }
Tensor logical_or(const Tensor& x, const Tensor& other) { return bitwise_or(truth("logical_or", x), truth("logical_or", other)); }
Tensor logical_xor(const Tensor& x, const Tensor& other) { return ne(truth("logical_xor", x), truth("logical_xor", other)); }

Tensor bitwise_and(const Tensor& x, const Tensor& other) {
  return bits("bitwise_and", [](std::int64_t a, std::int64_t b) { return a & b; }, x, other);
}
Tensor bitwise_or(const Tensor& x, const Tensor& other) {
  return bits("bitwise_or", [](std::int64_t a, std::int64_t b) { return a | b; }, x, other);
}
Tensor bitwise_xor(const Tensor& x, const Tensor& other) {
  return bits("bitwise_xor", [](std::int64_t a, std::int64_t b) { return a ^ b; }, x, other);
}
Tensor bitwise_not(const Tensor& x) {
  check_defined("bitwise_not", "x", x);
  return x.dtype() == DType::bool_ ? logical_not(x) : bits("bitwise_not", [](std::int64_t a, std::int64_t) { return ~a; }, x, 0.0);
}

}  // namespace wick
