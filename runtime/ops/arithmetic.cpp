// Binary elementwise ops: broadcasting, promotion, and the loop over runs that a kernel can take at once.

#include "kernels/elementwise.h"
#include "ops/broadcast.h"
#include "ops/pointwise.h"

namespace wick {

using kernels::Binary;

DType result_type(const Tensor& a, const Tensor& b) {
  const bool number_a = a.impl()->is_number, number_b = b.impl()->is_number;
  if (number_a && number_b) return DType::float32;
  if (number_a || number_b) {
    const DType dtype = number_a ? b.dtype() : a.dtype();
    if (is_floating(dtype)) return dtype;
    const double v = *(number_a ? a : b).data<double>();
    return v == static_cast<double>(static_cast<std::int64_t>(v)) ? promote_types(dtype, DType::uint8) : DType::float32;
  }
  if ((a.dim() == 0) == (b.dim() == 0)) return promote_types(a.dtype(), b.dtype());
  const auto category = [](DType d) { return is_floating(d) ? 2 : d == DType::bool_ ? 0 : 1; };
  const Tensor& strong = a.dim() == 0 ? b : a;
  const Tensor& weak = a.dim() == 0 ? a : b;
  return category(weak.dtype()) <= category(strong.dtype()) ? strong.dtype() : weak.dtype();
}

namespace {

// An operand of an op of dtype. A plain number stays one, and is converted where it is read; a trace wants a tensor.
Term operand(const Tensor& t, DType dtype) {
  if (t.dtype() == dtype || (t.impl()->is_number && is_floating(dtype) && !tracer)) return t;
  return plain(t, dtype);
}

template <class T>
const T* elements(const Tensor& operand, T& number) {
  if (operand.dtype() == dtype_of<T>::value) return operand.data<T>();
  number = static_cast<T>(*operand.data<double>());
  return &number;
}

}  // namespace

Tensor binary_op(const char* op, Binary kind, const Tensor& a, const Tensor& b, DType dtype, double p, double q) {
  const Formula temporaries;
  const Term x = operand(a, dtype), y = operand(b, dtype);
  Runs r(op, {&*x, &*y});
  Tensor out = empty(r.shape(), dtype);
  if (tracer) trace(op, out, {&*x, &*y});
  if (dtype == DType::int64) {
    const auto *px = x->data<std::int64_t>(), *py = y->data<std::int64_t>();
    auto* po = out.data<std::int64_t>();
    while (r.next()) kernels::binary(kind, px + r.at[0], r.step[0], py + r.at[1], r.step[1], po + r.out, r.n);
  } else {
    dispatch_floating(op, dtype, [&]<class T>() {
      T number_x, number_y;
      const T *px = elements(*x, number_x), *py = elements(*y, number_y);
      T* po = out.data<T>();
      while (r.next()) kernels::binary(kind, px + r.at[0], r.step[0], py + r.at[1], r.step[1], po + r.out, r.n, p, q);
    });
  }
  return out;
}

namespace {

// Integers other than int64 take the int64 kernel and are converted back.
Tensor arithmetic(const char* op, Binary kind, const Tensor& a, const Tensor& b) {
  check_defined(op, "x", a);
  check_defined(op, "other", b);
  DType dtype = result_type(a, b);
  if (kind == Binary::div && !is_floating(dtype)) dtype = DType::float32;
  if (is_floating(dtype) || dtype == DType::int64) return binary_op(op, kind, a, b, dtype);
  return binary_op(op, kind, a, b, DType::int64).to(dtype);
}

// x + alpha other.
Tensor sum_of(const char* op, const char* node, Binary kind, const Tensor& x, const Tensor& other, double alpha) {
  if (alpha != 1) {
    check_defined(op, "other", other);
    return sum_of(op, node, kind, x, other * alpha, 1);
  }
  Tensor y = arithmetic(op, kind, x, other);
  const bool minus = kind == Binary::sub;
  record(y, node, kKeepNothing, [minus](Term dy, Grads&, int i) { return minus && i == 1 ? neg(dy) : dy; }, x, other);
  return y;
}

}  // namespace

Tensor add(const Tensor& x, const Tensor& other, double alpha) { return sum_of("add", "AddBackward0", Binary::add, x, other, alpha); }
Tensor sub(const Tensor& x, const Tensor& other, double alpha) { return sum_of("sub", "SubBackward0", Binary::sub, x, other, alpha); }

Tensor mul(const Tensor& x, const Tensor& other) {
  Tensor y = arithmetic("mul", Binary::mul, x, other);
  record(y, "MulBackward0", kKeepFactors, [](Term dy, Grads& d, int i) { return dy * d.kept(1 - i); }, x, other);
  return y;
}

Tensor div(const Tensor& x, const Tensor& other) {
  Tensor y = arithmetic("div", Binary::div, x, other);
  const auto gradient = [](Term dy, Grads& d, int i) {
    const Term b = d.kept(1);
    return i == 0 ? dy / b : neg(dy * d.kept(0) / (b * b));
  };
  record(y, "DivBackward0", (needs_grad(other) ? kKeepFirst : kKeepNothing) | kKeepSecond, gradient, x, other);
  return y;
}

namespace {
std::int64_t power_of_integers(std::int64_t base, std::int64_t power) {
  check(power >= 0, ErrorKind::value, "[pow] exponent has {}; integers to negative integer powers are not allowed.", power);
  std::uint64_t y = 1, square = static_cast<std::uint64_t>(base);  // wraps around
  for (; power > 0; power >>= 1, square *= square)
    if (power & 1) y *= square;
  return static_cast<std::int64_t>(y);
}
}  // namespace

Tensor pow(const Tensor& x, const Tensor& exponent) {
  check_defined("pow", "x", x);
  check_defined("pow", "exponent", exponent);
  const DType dtype = result_type(x, exponent);
  if (is_integral(dtype)) return pointwise("pow", power_of_integers, x, exponent, dtype);
  Tensor y = binary_op("pow", Binary::pow, x, exponent, dtype);
  const auto gradient = [](Term dy, Grads& d, int i) {
    const Term base = d.kept(0), power = d.kept(1);
    // x^0 has the derivative 0, also at x = 0 where x^-1 is infinite; y log x is 0 where x is 0 and the power >= 0.
    if (i == 0) return where(apply(eq, power, 0.0), zeros_like(dy), dy * power * apply(pow, base, power - 1.0));
    const Term slope = apply(pow, base, power) * apply(log, base);
    const Term dead = to(to(apply(eq, base, 0.0), DType::int64) * to(apply(ge, power, 0.0), DType::int64), DType::bool_);
    return dy * where(dead, zeros_like(slope), slope);
  };
  record(y, "PowBackward0", kKeepFirst | kKeepSecond, gradient, x, exponent);
  return y;
}

namespace {
Tensor extremum(const char* op, const char* node, Binary kind, const Tensor& x, const Tensor& other) {
  Tensor y = arithmetic(op, kind, x, other);
  const bool largest = kind == Binary::maximum;
  // Nothing where the other one won, half where they are equal.
  const auto gradient = [largest](Term dy, Grads& d, int i) {
    const Term a = d.kept(i), b = d.kept(1 - i);
    return where(largest ? apply(lt, a, b) : apply(gt, a, b), zeros_like(dy), where(apply(eq, a, b), dy * 0.5, dy));
  };
  record(y, node, kKeepFirst | kKeepSecond, gradient, x, other);
  return y;
}
}  // namespace

Tensor maximum(const Tensor& x, const Tensor& other) { return extremum("maximum", "MaximumBackward0", Binary::maximum, x, other); }
Tensor minimum(const Tensor& x, const Tensor& other) { return extremum("minimum", "MinimumBackward0", Binary::minimum, x, other); }

Tensor operator+(const Tensor& a, const Tensor& b) { return add(a, b); }
Tensor operator-(const Tensor& a, const Tensor& b) { return sub(a, b); }
Tensor operator*(const Tensor& a, const Tensor& b) { return mul(a, b); }
Tensor operator/(const Tensor& a, const Tensor& b) { return div(a, b); }
Tensor operator-(const Tensor& a) { return neg(a); }

}  // namespace wick
