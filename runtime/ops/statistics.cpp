// Reductions beyond those with kernels. Sums of floats go through the kernels of sum and var; the rest are loops in double.

#include "wick/ops/statistics.h"

#include "ops/pointwise.h"
#include "ops/reduction.h"
#include "wick/ops/math.h"

namespace wick {

Tensor fold_integers(const char* op, const Tensor& x, const Dims& dims, bool keepdim, std::int64_t start, std::int64_t (*fn)(std::int64_t, std::int64_t)) {
  const Formula temporaries;
  const Term whole = plain(x, DType::int64);
  const ReductionPlan p = plan_reduction(op, *whole, dims);
  const Term xc = planned(whole, p);
  Tensor y = empty(p.shape(keepdim), DType::int64);
  for_each_line(p.axis, [&](std::int64_t from, std::int64_t to) {
    std::int64_t total = start;
    for (std::int64_t i = 0; i < p.axis.n; ++i) total = fn(total, xc->data<std::int64_t>()[from + i * p.axis.inner]);
    y.data<std::int64_t>()[to] = total;
  });
  return y;
}

namespace {

Term dispersion_slope(Term dy, Grads& d, const Dims& dim, double divisor) {
  const Term v = d.kept(0), centre = hold([&] { return mean(v, dim, true); });
  return unreduce(dy, d.shape(0), dim) * (v - centre) / divisor;
}

}  // namespace

Tensor std(const Tensor& x, const Dims& dim, double correction, bool keepdim) {
  check_floating("std", "x", x);
  Tensor y = sqrt(var(x.detach(), dim, correction, keepdim));
  const double divisor = static_cast<double>(plan_reduction("std", x, dim).axis.n) - correction;
  const auto gradient = [dim, divisor](Term dy, Grads& d) {
    // Where all elements are equal the root has no slope; PyTorch gives 0.
    const Term s = d.kept(1), flat = apply(eq, s, 0.0);
    return dispersion_slope(where(flat, zeros_like(dy), dy / where(flat, 1.0, s)), d, dim, divisor);
  };
  record(y, "StdBackward0", kKeepFirst | kKeepResult, gradient, x);
  return y;
}

std::pair<Tensor, Tensor> var_mean(const Tensor& x, const Dims& dim, double correction, bool keepdim) {
  return {var(x, dim, correction, keepdim), mean(x, dim, keepdim)};
}
std::pair<Tensor, Tensor> std_mean(const Tensor& x, const Dims& dim, double correction, bool keepdim) {
  return {std(x, dim, correction, keepdim), mean(x, dim, keepdim)};
}

Tensor norm(const Tensor& x, double p, const Dims& dim, bool keepdim) {
  check_floating("norm", "x", x);
  check(p == p, ErrorKind::value, "[norm] p is NaN; need a number.");
  const double inf = __builtin_inf();
  const Tensor v = x.detach();
  Tensor y;
  if (p == 0) y = sum(ne(v, 0.0).to(x.dtype()), dim, keepdim);
  else if (p == inf) y = amax(abs(v), dim, keepdim);
  else if (p == -inf) y = amin(abs(v), dim, keepdim);
  else if (p == 1) y = sum(abs(v), dim, keepdim);
  else if (p == 2) y = sqrt(sum(square(v), dim, keepdim));
  else y = pow(sum(pow(abs(v), p), dim, keepdim), 1 / p);
  const auto gradient = [dim, p](Term dy, Grads& d) {
    const Term v = d.kept(0), none = zeros_like(v);
    if (p == 0) return hold([&] { return no_slope(unreduce(dy, d.shape(0), dim))->expand(d.shape(0)); });
    const Term size = unreduce(d.kept(1), d.shape(0), dim), g = unreduce(dy, d.shape(0), dim), direction = apply(sign, v);
    if (p == 1) return direction * g;
    if (p == __builtin_inf() || p == -__builtin_inf()) {  // shared evenly among those that reach it
      const Term hit = to(apply(eq, apply(abs, v), size), dy->dtype());
      return direction * hit * (g / sum(hit, dim, true));
    }
    const Term nothing = apply(eq, size, 0.0), safe = where(nothing, 1.0, size);
    if (p == 2) return where(nothing, none, v * (g / safe));
    const Term zero = apply(eq, v, 0.0), ratio = where(zero, 1.0, apply(abs, v)) / safe;
    return where(apply(logical_or, zero, nothing), none, direction * apply(pow, ratio, p - 1) * g);
  };
  record(y, p == 2 && dim.empty() ? "NormBackward0" : "LinalgVectorNormBackward0", kKeepFirst | kKeepResult, gradient, x);
  return y;
}

Tensor dist(const Tensor& x, const Tensor& other, double p) { return norm(sub(x, other), p); }

Tensor cdist(const Tensor& x1, const Tensor& x2, double p, std::optional<std::string_view>) {
  check_floating("cdist", "x1", x1);
  check_floating("cdist", "x2", x2);
  check_same_dtype("cdist", "x1", x1, "x2", x2);
  check(x1.dim() >= 2 && x2.dim() >= 2 && x1.shape().back() == x2.shape().back(), ErrorKind::shape,
        "[cdist] x1 is {} and x2 is {}; need [..., P, M] and [..., R, M].", x1, x2);
  check(p >= 0, ErrorKind::value, "[cdist] p is {}; only supports non-negative p values.", p);
  return norm(sub(x1.unsqueeze(-2), x2.unsqueeze(-3)), p, -1);
}

namespace {
// x with 0 for NaN.
Tensor without_nan(const char* op, const Tensor& x) {
  check_defined(op, "x", x);
  return is_floating(x.dtype()) ? where(isnan(x), 0.0, x) : x;
}
}  // namespace

Tensor nansum(const Tensor& x, const Dims& dim, bool keepdim) { return sum(without_nan("nansum", x), dim, keepdim); }
Tensor nanmean(const Tensor& x, const Dims& dim, bool keepdim) {
  check_floating("nanmean", "x", x);
  return div(nansum(x, dim, keepdim), sum(eq(x, x), dim, keepdim).to(x.dtype()));
}

Tensor count_nonzero(const Tensor& x, const Dims& dim) {
  check_defined("count_nonzero", "x", x);
  return sum(ne(x, 0.0), dim);
}

namespace {
Tensor truth_of(const char* op, const char* op_dim, const Tensor& x, const Dims& dim, bool keepdim, std::int64_t start,
                std::int64_t (*fn)(std::int64_t, std::int64_t)) {
  check_defined(op, "x", x);
  // PyTorch gives u8 for u8.
  const Tensor y = fold_integers(op, ne(x, 0.0), dim, keepdim, start, fn).to(x.dtype() == DType::uint8 ? DType::uint8 : DType::bool_);
  if (tracer && dim.empty()) trace(op, y, {&x});
  if (tracer && !dim.empty()) trace(op_dim, y, {&x}, {static_cast<double>(dim[0]), keepdim ? 1.0 : 0.0});
  return y;
}
Tensor all_of(const Tensor& x, const Dims& dim, bool keepdim) {
  return truth_of("all", "all.dim", x, dim, keepdim, 1, [](std::int64_t a, std::int64_t b) { return a & b; });
}
Tensor any_of(const Tensor& x, const Dims& dim, bool keepdim) {
  return truth_of("any", "any.dim", x, dim, keepdim, 0, [](std::int64_t a, std::int64_t b) { return a | b; });
}
}  // namespace

Tensor all(const Tensor& x) { return all_of(x, {}, false); }
Tensor all(const Tensor& x, std::int64_t dim, bool keepdim) { return all_of(x, dim, keepdim); }
Tensor any(const Tensor& x) { return any_of(x, {}, false); }
Tensor any(const Tensor& x, std::int64_t dim, bool keepdim) { return any_of(x, dim, keepdim); }

std::pair<Tensor, Tensor> aminmax(const Tensor& x, std::optional<std::int64_t> dim, bool keepdim) {
  check_defined("aminmax", "x", x);
  const Dims dims = dim ? Dims{*dim} : Dims{};
  if (dim && keepdim && x.dim() == 0) return aminmax(x.reshape({1}), dim, true);  // PyTorch's result has one dimension then
  return {amin(x, dims, keepdim), amax(x, dims, keepdim)};
}

Tensor diff(const Tensor& x, std::int64_t n, std::int64_t dim, const Tensor& prepend, const Tensor& append) {
  check_defined("diff", "x", x);
  check(x.dim() > 0, ErrorKind::shape, "[diff] input is {}; diff expects input to be at least one-dimensional.", x);
  check(n >= 0, ErrorKind::value, "[diff] n is {}; order must be non-negative.", n);
  const int d = wrap_dim("diff", dim, x.dim());
  TensorList parts;
  for (const Tensor* t : {&prepend, &x, &append})
    if (t->defined()) parts.push_back(*t);
  Tensor y = parts.size() > 1 ? cat(parts, d) : x;
  for (; n > 0; --n) {
    const std::int64_t size = y.shape()[d], left = size > 0 ? size - 1 : 0;
    const Tensor from = y.narrow(d, 0, left), to = y.narrow(d, size - left, left);
    y = y.dtype() == DType::bool_ ? logical_xor(to, from) : sub(to, from);
  }
  return y;
}

}  // namespace wick
