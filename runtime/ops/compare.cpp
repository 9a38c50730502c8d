// Comparisons, where and clamp.

#include "kernels/elementwise.h"
#include "ops/broadcast.h"
#include "ops/formula.h"
#include "wick/ops/math.h"

namespace wick {

namespace {

Tensor compare(const char* op, kernels::Compare kind, const Tensor& a, const Tensor& b) {
  check_defined(op, "x", a);
  check_defined(op, "other", b);
  DType dtype = result_type(a, b);
  if (!is_floating(dtype)) dtype = DType::int64;
  const Formula temporaries;
  const Term x = plain(a, dtype), y = plain(b, dtype);
  Runs r(op, {&*x, &*y});
  Tensor out = empty(r.shape(), DType::bool_);
  if (tracer) trace(op, out, {&*x, &*y});
  const auto run = [&]<class T>() {
    const T *px = x->data<T>(), *py = y->data<T>();
    auto* po = out.data<std::uint8_t>();
    while (r.next()) kernels::compare(kind, px + r.at[0], r.step[0], py + r.at[1], r.step[1], po + r.out, r.n);
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

namespace {
Tensor chosen(const Tensor& condition, const Tensor& a, const Tensor& b, DType dtype) {
  const Formula temporaries;
  const Term x = plain(a, dtype), other = plain(b, dtype);
  Runs r("where", {&condition, &*x, &*other});
  Tensor y = empty(r.shape(), dtype);
  if (tracer) trace("where", y, {&condition, &*x, &*other});
  const auto run = [&]<class T>() {
    const auto* pc = condition.data<std::uint8_t>();
    const T *px = x->data<T>(), *po = other->data<T>();
    T* py = y.data<T>();
    while (r.next()) kernels::where(pc + r.at[0], r.step[0], px + r.at[1], r.step[1], po + r.at[2], r.step[2], py + r.out, r.n);
  };
  if (dtype == DType::int64) run.template operator()<std::int64_t>();
  else dispatch_floating("where", dtype, run);
  return y;
}
}  // namespace

Tensor where(const Tensor& condition, const Tensor& a, const Tensor& b) {
  check_defined("where", "condition", condition);
  check_defined("where", "x", a);
  check_defined("where", "other", b);
  check(condition.dtype() == DType::bool_, ErrorKind::dtype, "[where] condition is {}; need bool. Compare first, as in gt(x, 0).", condition);
  const DType asked = result_type(a, b), dtype = is_floating(asked) ? asked : DType::int64;
  Tensor y = chosen(condition, a, b, dtype).to(asked);
  const auto gradient = [](Term dy, Grads& d, int i) {
    const Term c = d.kept(0), none = zeros_like(dy);
    return i == 1 ? where(c, dy, none) : where(c, none, dy);
  };
  record(y, "WhereBackward0", kKeepFirst, gradient, condition, a, b);
  return y;
}

Tensor clamp(const Tensor& x, std::optional<double> min, std::optional<double> max) {
  check_defined("clamp", "x", x);
  if (is_integral(x.dtype())) return clamp_tensor(x, min ? Tensor(*min) : Tensor(), max ? Tensor(*max) : Tensor());
  check_floating("clamp", "x", x);
  check(min || max, ErrorKind::value, "[clamp] neither min nor max is given; need at least one.");
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty_like(x);
  const double lo = min.value_or(-__builtin_inf()), hi = max.value_or(__builtin_inf());
  dispatch_floating("clamp", x.dtype(), [&]<class T>() { kernels::clamp(xc->data<T>(), y.data<T>(), y.numel(), lo, hi); });
  if (tracer) trace("clamp", y, {&*xc}, {lo, hi});
  const auto gradient = [lo, hi](Term dy, Grads& d) {
    const Term v = d.kept(0), none = zeros_like(dy);
    return where(apply(lt, v, lo), none, where(apply(gt, v, hi), none, dy));
  };
  record(y, "ClampBackward0", kKeepFirst, gradient, x);
  return y;
}

}  // namespace wick
