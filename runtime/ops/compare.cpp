// Comparisons, where and clamp.

#include "kernels/elementwise.h"
#include "ops/broadcast.h"
#include "ops/common.h"

namespace wick {

namespace {

Tensor compare(const char* op, kernels::Compare kind, const Tensor& a, const Tensor& b) {
  check_defined(op, "x", a);
  check_defined(op, "other", b);
  DType dtype = result_type(a, b);
  if (!is_floating(dtype)) dtype = DType::int64;
  const Tensor x = a.detach().to(dtype), y = b.detach().to(dtype);
  const Broadcast shape(op, x, y);
  Tensor out = empty(shape.shape, DType::bool_);
  if (tracer) trace(op, out, {&x, &y});
  const auto run = [&]<class T>() {
    shape.run([&](std::int64_t o, std::int64_t ox, std::int64_t sx, std::int64_t oy, std::int64_t sy, std::int64_t n) {
      kernels::compare(kind, x.data<T>() + ox, sx, y.data<T>() + oy, sy, out.data<std::uint8_t>() + o, n);
    });
  };
  if (dtype == DType::int64) run.template operator()<std::int64_t>();
  else dispatch_floating(op, dtype, run);
  return out;
}

}  // namespace

Tensor eq(const Tensor& x, const Tensor& other) { return compare("eq", kernels::Compare::eq, x, other); }
Tensor ne(const Tensor& x, const Tensor& other) { return compare("ne", kernels::Compare::ne, x, other); }
Tensor lt(const Tensor& x, const Tensor& other) { return compare("lt", kernels::Compare::lt, x, other); }
Tensor le(const Tensor& x, const Tensor& other) { return compare("le", kernels::Compare::le, x, other); }
Tensor gt(const Tensor& x, const Tensor& other) { return compare("gt", kernels::Compare::gt, x, other); }
Tensor ge(const Tensor& x, const Tensor& other) { return compare("ge", kernels::Compare::ge, x, other); }

Tensor where(const Tensor& condition, const Tensor& a, const Tensor& b) {
  check_defined("where", "condition", condition);
  check_defined("where", "x", a);
  check_defined("where", "other", b);
  check(condition.dtype() == DType::bool_, ErrorKind::dtype, "[where] condition is ", condition, "; need bool. Compare first, as in gt(x, 0).");
  const DType asked = result_type(a, b), dtype = is_floating(asked) ? asked : DType::int64;
  const Tensor x = a.detach().to(dtype), other = b.detach().to(dtype);
  const Broadcast shape("where", condition, x, other);
  Tensor y = empty(shape.shape, dtype);
  if (tracer) trace("where", y, {&condition, &x, &other});
  const auto run = [&]<class T>() {
    shape.run3([&](std::int64_t o, std::int64_t oc, std::int64_t sc, std::int64_t ox, std::int64_t sx, std::int64_t oy, std::int64_t sy, std::int64_t n) {
      kernels::where(condition.data<std::uint8_t>() + oc, sc, x.data<T>() + ox, sx, other.data<T>() + oy, sy, y.data<T>() + o, n);
    });
  };
  if (dtype == DType::int64) run.template operator()<std::int64_t>();
  else dispatch_floating("where", dtype, run);
  y = y.to(asked);
  if (!needs_grad(a, b)) return y;
  return record("WhereBackward0", y, {condition, a, b}, [c = condition](const Tensor& dy, Grads& d) {
    if (d.needs(1)) d[1] = where(c, dy, zeros_like(dy));
    if (d.needs(2)) d[2] = where(c, zeros_like(dy), dy);
  });
}

Tensor clamp(const Tensor& x, std::optional<double> min, std::optional<double> max) {
  check_floating("clamp", "x", x);
  check(min || max, ErrorKind::value, "[clamp] neither min nor max is given; need at least one.");
  const Tensor xc = dense(x);
  Tensor y = empty(x.shape(), x.dtype());
  const double lo = min.value_or(-__builtin_inf()), hi = max.value_or(__builtin_inf());
  dispatch_floating("clamp", x.dtype(), [&]<class T>() { kernels::clamp(xc.data<T>(), y.data<T>(), y.numel(), lo, hi); });
  if (tracer) trace("clamp", y, {&xc}, {lo, hi});
  if (!needs_grad(x)) return y;
  return record("ClampBackward0", y, {x}, [x = saved(x), lo, hi](const Tensor& dy, Grads& d) {
    const Tensor v = x();
    const Tensor none = zeros_like(dy);
    d[0] = where(lt(v, lo), none, where(gt(v, hi), none, dy));
  });
}

}  // namespace wick
