// Running totals along one dimension. All gradients rest on one linear recurrence, which is its own kind of gradient and
// therefore differentiable any number of times.

#include "ops/reduction.h"
#include "ops/scalar_math.h"
#include "wick/ops/statistics.h"

namespace wick {

namespace {

// fn(first, step) for each line along d: places of its elements in a dense tensor, from its end if reverse.
template <class F>
void for_each_scan(const Shape& shape, int d, bool reverse, const F& fn) {
  const AxisView v = around(shape, d);
  if (v.n == 0) return;
  for_each_line(v, [&](std::int64_t from, std::int64_t) {
    if (reverse) fn(from + (v.n - 1) * v.inner, -v.inner);
    else fn(from, v.inner);
  });
}

std::int64_t size_along(const Shape& shape, int d) { return shape.rank() ? shape[d] : 1; }

// t moved by one place along d: element k becomes k + 1 if later, else k - 1; the place left over gets the value.
Term moved(Term t, int d, bool later, double value) {
  if (t->dim() == 0) return hold([&] { return full({}, value, t->dtype()); });
  const std::int64_t n = t->shape()[d];
  if (n == 0) return t;
  Shape edge = t->shape();
  edge[d] = 1;
  return hold([&] {
    const Tensor rest = t->narrow(d, later ? 0 : 1, n - 1), end = full(edge, value, t->dtype());
    return cat(later ? TensorList{end, rest} : TensorList{rest, end}, d);
  });
}

// y[k] = a[k] + b[k] y[k - 1] (k + 1 if reverse); without b: 1.
Tensor recurrence(const char* node, const Tensor& a, const Tensor& b, int d, bool reverse) {
  const Formula temporaries;
  const Term ac = dense(a), bc = dense(b);
  Tensor y = empty(a.shape(), a.dtype());
  dispatch_floating("cumsum", a.dtype(), [&]<class T>() {
    const T *pa = ac->data<T>(), *pb = b.defined() ? bc->data<T>() : nullptr;
    for_each_scan(a.shape(), d, reverse, [&](std::int64_t at, std::int64_t step) {
      double sum = 0;
      for (std::int64_t k = 0; k < size_along(a.shape(), d); ++k, at += step) {
        sum = pb ? pa[at] + pb[at] * sum : pa[at] + sum;
        y.data<T>()[at] = static_cast<T>(sum);
      }
    });
  });
  const bool scaled = b.defined();
  const auto gradient = [d, reverse, scaled](Term dy, Grads& g) {
    // The slope of a is the same recurrence backwards; the slope of b that times the y it multiplied.
    const Term factor = scaled ? moved(g.kept(1), d, reverse, 0) : Term(Formula::place());
    const Term da = hold([&] { return recurrence("LinearRecurrenceBackward0", dy, factor, d, !reverse); });
    if (g.needs(0)) g[0] = da;
    if (scaled && g.needs(1)) g[1] = da * moved(g.kept(2), d, !reverse, 0);
  };
  if (scaled) record(y, node, kKeepSecond | kKeepResult, gradient, a, b);
  else record(y, node, kKeepNothing, gradient, a);
  return y;
}

// y[k] = x[0] ... x[k], from the other end if reverse.
Tensor running_product(const Tensor& x, int d, bool reverse) {
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty(x.shape(), x.dtype());
  dispatch_floating("cumprod", x.dtype(), [&]<class T>() {
    for_each_scan(x.shape(), d, reverse, [&](std::int64_t at, std::int64_t step) {
      double product = 1;
      for (std::int64_t k = 0; k < size_along(x.shape(), d); ++k, at += step) {
        product *= xc->data<T>()[at];
        y.data<T>()[at] = static_cast<T>(product);
      }
    });
  });
  // dx[k] = (product before k) (dy[k] + x[k + 1] (dy[k + 1] + x[k + 2] (...))): no division, so zeros need no care.
  const auto gradient = [d, reverse](Term dy, Grads& g) {
    const Term next = moved(g.kept(0), d, reverse, 0), before = moved(g.kept(1), d, !reverse, 1);
    return before * hold([&] { return recurrence("LinearRecurrenceBackward0", dy, next, d, !reverse); });
  };
  record(y, "CumprodBackward0", kKeepFirst | kKeepResult, gradient, x);
  return y;
}

Tensor of_integers(const Tensor& x, int d, std::int64_t start, std::int64_t (*fn)(std::int64_t, std::int64_t)) {
  const Tensor xc = x.to(DType::int64).contiguous();
  Tensor y = empty(x.shape(), DType::int64);
  for_each_scan(x.shape(), d, false, [&](std::int64_t at, std::int64_t step) {
    std::int64_t total = start;
    for (std::int64_t k = 0; k < size_along(x.shape(), d); ++k, at += step) y.data<std::int64_t>()[at] = total = fn(total, xc.data<std::int64_t>()[at]);
  });
  return y;
}

void trace_along(const char* op, const Tensor& y, const Tensor& x, int d) {
  if (tracer) trace(op, y, {&x}, {static_cast<double>(d)});
}

}  // namespace

Tensor cumsum(const Tensor& x, std::int64_t dim) {
  check_defined("cumsum", "x", x);
  const int d = wrap_dim("cumsum", dim, x.dim());
  if (!is_integral(x.dtype())) check_floating("cumsum", "x", x);
  Tensor y = is_integral(x.dtype()) ? of_integers(x, d, 0, wrapped_sum) : recurrence("CumsumBackward0", x, {}, d, false);
  trace_along("cumsum", y, x, d);
  return y;
}

Tensor cumprod(const Tensor& x, std::int64_t dim) {
  check_defined("cumprod", "x", x);
  const int d = wrap_dim("cumprod", dim, x.dim());
  if (!is_integral(x.dtype())) check_floating("cumprod", "x", x);
  Tensor y = is_integral(x.dtype()) ? of_integers(x, d, 1, wrapped_product) : running_product(x, d, false);
  trace_along("cumprod", y, x, d);
  return y;
}

Tensor logcumsumexp(const Tensor& x, std::int64_t dim) {
  check_floating("logcumsumexp", "x", x);
  const int d = wrap_dim("logcumsumexp", dim, x.dim());
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty(x.shape(), x.dtype());
  dispatch_floating("logcumsumexp", x.dtype(), [&]<class T>() {
    for_each_scan(x.shape(), d, false, [&](std::int64_t at, std::int64_t step) {
      double total = -__builtin_inf();
      for (std::int64_t k = 0; k < size_along(x.shape(), d); ++k, at += step) {
        const double v = xc->data<T>()[at], high = v > total || v != v ? v : total, low = v > total ? total : v;
        total = low == -__builtin_inf() || high == __builtin_inf() ? high : high + scalar::log1p(scalar::exp(low - high));
        y.data<T>()[at] = static_cast<T>(total);
      }
    });
  });
  trace_along("logcumsumexp", y, x, d);
  // dx[k] = e^(x[k] - y[k]) (dy[k] + e^(y[k] - y[k + 1]) (dy[k + 1] + ...)): no exponent is above 0.
  const auto gradient = [d](Term dy, Grads& g) {
    const Term x = g.kept(0), y = g.kept(1), nothing = apply(eq, y, -__builtin_inf()), finite = where(nothing, 0.0, y);
    const Term decay = where(nothing, 0.0, apply(exp, finite - moved(finite, d, false, __builtin_inf())));
    const Term sum = hold([&] { return recurrence("LinearRecurrenceBackward0", dy, decay, d, true); });
    return where(nothing, 0.0, apply(exp, x - finite) * sum);
  };
  record(y, "LogcumsumexpBackward0", kKeepFirst | kKeepResult, gradient, x);
  return y;
}

namespace {
std::pair<Tensor, Tensor> running_extremum(const char* op, const char* node, bool largest, const Tensor& x, std::int64_t dim) {
  check_defined(op, "x", x);
  check_untraced(op);
  const int d = wrap_dim(op, dim, x.dim());
  const DType dtype = number_dtype(x.dtype());
  const Formula temporaries;
  const Term xc = dense(plain(x, dtype));
  Tensor index = empty(x.shape(), DType::int64);
  dispatch_number(op, dtype, [&]<class T>() {
    for_each_scan(x.shape(), d, false, [&](std::int64_t at, std::int64_t step) {
      T best = xc->data<T>()[at];
      std::int64_t where = 0;
      for (std::int64_t k = 0; k < size_along(x.shape(), d); ++k, at += step) {
        const T v = xc->data<T>()[at];
        if (v != v || (best == best && (largest ? v >= best : v <= best))) best = v, where = k;
        index.data<std::int64_t>()[at] = where;
      }
    });
  });
  return {taken(node, x, d, index, x.shape()), index};
}
}  // namespace

std::pair<Tensor, Tensor> cummax(const Tensor& x, std::int64_t dim) { return running_extremum("cummax", "CummaxBackward0", true, x, dim); }
std::pair<Tensor, Tensor> cummin(const Tensor& x, std::int64_t dim) { return running_extremum("cummin", "CumminBackward0", false, x, dim); }

Tensor prod(const Tensor& x, std::int64_t dim, bool keepdim) {
  check_defined("prod", "x", x);
  const int d = wrap_dim("prod", dim, x.dim());
  const auto traced = [&](const Tensor& y) {
    if (tracer) trace("prod.dim", y, {&x}, {static_cast<double>(d), keepdim ? 1.0 : 0.0});
    return y;
  };
  if (is_integral(x.dtype())) return traced(fold_integers("prod", x, d, keepdim, 1, wrapped_product));
  check_floating("prod", "x", x);
  const ReductionPlan p = plan_reduction("prod", x, d);
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty(p.shape(keepdim), x.dtype());
  dispatch_floating("prod", x.dtype(), [&]<class T>() {
    for_each_line(p.axis, [&](std::int64_t from, std::int64_t to) {
      double product = 1;
      for (std::int64_t k = 0; k < p.axis.n; ++k) product *= xc->data<T>()[from + k * p.axis.inner];
      y.data<T>()[to] = static_cast<T>(product);
    });
  });
  traced(y);
  // The product of those before and of those behind.
  const auto gradient = [d](Term dy, Grads& g) {
    const Term x = g.kept(0), before = moved(hold([&] { return running_product(x, d, false); }), d, true, 1),
               behind = moved(hold([&] { return running_product(x, d, true); }), d, false, 1);
    return unreduce(dy, g.shape(0), d) * (before * behind);
  };
  record(y, "ProdBackward1", kKeepFirst, gradient, x);
  return y;
}
Tensor prod(const Tensor& x) {
  check_defined("prod", "x", x);
  return prod(x.reshape({x.numel()}), 0);
}

}  // namespace wick
