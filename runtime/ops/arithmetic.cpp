// Binary elementwise ops: broadcasting, promotion, and the loop over runs that a kernel can take at once.

#include "kernels/elementwise.h"
#include "ops/broadcast.h"
#include "ops/common.h"

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

Tensor binary_op(const char* op, Binary kind, const Tensor& a, const Tensor& b, DType dtype, double p, double q) {
  const Tensor x = a.detach().to(dtype), y = b.detach().to(dtype);
  const Broadcast shape(op, x, y);
  Tensor out = empty(shape.shape, dtype);
  if (tracer) trace(op, out, {&x, &y});
  if (dtype == DType::int64) {
    shape.run([&](std::int64_t o, std::int64_t ox, std::int64_t sx, std::int64_t oy, std::int64_t sy, std::int64_t n) {
      kernels::binary(kind, x.data<std::int64_t>() + ox, sx, y.data<std::int64_t>() + oy, sy, out.data<std::int64_t>() + o, n);
    });
    return out;
  }
  dispatch_floating(op, dtype, [&]<class T>() {
    const T* px = x.data<T>();
    const T* py = y.data<T>();
    T* po = out.data<T>();
    shape.run([&](std::int64_t o, std::int64_t ox, std::int64_t sx, std::int64_t oy, std::int64_t sy, std::int64_t n) {
      kernels::binary(kind, px + ox, sx, py + oy, sy, po + o, n, p, q);
    });
  });
  return out;
}

namespace {

// Integers other than int64 take the int64 kernel and are converted back.
Tensor arithmetic(const char* op, Binary kind, const Tensor& a, const Tensor& b) {
  check_defined(op, "x", a);
  check_defined(op, "other", b);
  const DType dtype = result_type(a, b);
  if (is_floating(dtype) || dtype == DType::int64) return binary_op(op, kind, a, b, dtype);
  return binary_op(op, kind, a, b, DType::int64).to(dtype);
}

}  // namespace

Tensor add(const Tensor& x, const Tensor& other, double alpha) {
  check_defined("add", "x", x);
  check_defined("add", "other", other);
  if (alpha != 1) return add(x, other * alpha);
  Tensor y = arithmetic("add", Binary::add, x, other);
  if (!needs_grad(x, other)) return y;
  return record("AddBackward0", y, {x, other}, [](const Tensor& dy, Grads& d) {
    if (d.needs(0)) d[0] = dy;
    if (d.needs(1)) d[1] = dy;
  });
}

Tensor sub(const Tensor& x, const Tensor& other, double alpha) {
  check_defined("sub", "x", x);
  check_defined("sub", "other", other);
  if (alpha != 1) return sub(x, other * alpha);
  Tensor y = arithmetic("sub", Binary::sub, x, other);
  if (!needs_grad(x, other)) return y;
  return record("SubBackward0", y, {x, other}, [](const Tensor& dy, Grads& d) {
    if (d.needs(0)) d[0] = dy;
    if (d.needs(1)) d[1] = neg(dy);
  });
}

Tensor mul(const Tensor& x, const Tensor& other) {
  Tensor y = arithmetic("mul", Binary::mul, x, other);
  if (!needs_grad(x, other)) return y;
  return record("MulBackward0", y, {x, other},
                [x = needs_grad(other) ? saved(x) : Saved(), other = needs_grad(x) ? saved(other) : Saved()](const Tensor& dy, Grads& d) {
                  if (d.needs(0)) d[0] = dy * other();
                  if (d.needs(1)) d[1] = dy * x();
                });
}

Tensor div(const Tensor& x, const Tensor& other) {
  check_defined("div", "x", x);
  check_defined("div", "other", other);
  DType dtype = result_type(x, other);
  if (!is_floating(dtype)) dtype = DType::float32;
  Tensor y = binary_op("div", Binary::div, x, other, dtype);
  if (!needs_grad(x, other)) return y;
  return record("DivBackward0", y, {x, other}, [x = needs_grad(other) ? saved(x) : Saved(), other = saved(other)](const Tensor& dy, Grads& d) {
    const Tensor b = other();
    if (d.needs(0)) d[0] = dy / b;
    if (d.needs(1)) d[1] = neg(dy * x() / (b * b));
  });
}

Tensor pow(const Tensor& x, const Tensor& exponent) {
  check_floating("pow", "x", x);
  check_defined("pow", "exponent", exponent);
  Tensor y = binary_op("pow", Binary::pow, x, exponent, result_type(x, exponent));
  if (!needs_grad(x, exponent)) return y;
  return record("PowBackward0", y, {x, exponent}, [x = saved(x), e = saved(exponent)](const Tensor& dy, Grads& d) {
    const Tensor base = x(), power = e();
    // x^0 has the derivative 0, also at x = 0 where x^-1 is infinite; y log x is 0 where x is 0 and the power >= 0.
    if (d.needs(0)) d[0] = where(eq(power, 0.0), zeros_like(dy), dy * power * pow(base, power - 1.0));
    if (d.needs(1)) {
      const Tensor slope = pow(base, power) * log(base);
      const Tensor dead = mul(eq(base, 0.0).to(DType::int64), ge(power, 0.0).to(DType::int64)).to(DType::bool_);
      d[1] = dy * where(dead, zeros_like(slope), slope);
    }
  });
}

namespace {
Tensor extremum(const char* op, const char* node, Binary kind, const Tensor& x, const Tensor& other) {
  Tensor y = arithmetic(op, kind, x, other);
  if (!needs_grad(x, other)) return y;
  const bool largest = kind == Binary::maximum;
  return record(node, y, {x, other}, [x = saved(x), other = saved(other), largest](const Tensor& dy, Grads& d) {
    const Tensor a = x(), b = other();
    const Tensor half = where(eq(a, b), dy * 0.5, dy), none = zeros_like(dy);
    if (d.needs(0)) d[0] = where(largest ? lt(a, b) : gt(a, b), none, half);
    if (d.needs(1)) d[1] = where(largest ? gt(a, b) : lt(a, b), none, half);
  });
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
