// Reductions. Dimensions to reduce are brought together as the middle axis of [outer, n, inner].

#include "ops/reduction.h"

#include <limits>
#include <utility>

#include "kernels/reduce.h"

namespace wick {

using kernels::Reduce;

ReductionPlan plan_reduction(const char* op, const Tensor& x, const Dims& dims) {
  ReductionPlan p;
  Dims reduced;
  for (std::int64_t d : dims) {
    const int w = wrap_dim(op, d, x.dim());
    check(!reduced.contains(w), ErrorKind::value, "[{}] dimension {} appears twice in dim {}.", op, d, dims);
    if (x.dim()) reduced.push_back(w);
  }
  bool adjacent = true;
  int last = -1;
  for (int i = 0; i < x.dim(); ++i) {
    const std::int64_t n = x.shape()[i];
    if (dims.empty() || reduced.contains(i)) {
      p.kept.push_back(1);
      p.axis.n *= n;
      if (last < 0) std::swap(p.axis.outer, p.axis.inner);
      adjacent = adjacent && (last < 0 || last == i - 1);
      last = i;
    } else {
      p.kept.push_back(n);
      p.squeezed.push_back(n);
      p.order.push_back(i);
      p.axis.inner *= n;
    }
  }
  if (adjacent) {  // one run of dimensions: no copy of a contiguous input
    p.order = {};
  } else {
    for (int i = 0; i < x.dim(); ++i)
      if (p.kept[i] == 1 && !p.order.contains(i)) p.order.push_back(i);
    p.axis.outer *= std::exchange(p.axis.inner, 1);
  }
  return p;
}

Term planned(const Tensor& x, const ReductionPlan& p) {
  if (p.order.empty()) return dense(x);
  return dense(hold([&] { return x.detach().permute(p.order); }));
}

void check_nonempty(const char* op, const Tensor& x, const Dims& dim) {
  const ReductionPlan p = plan_reduction(op, x, dim);
  for (int i = 0; i < x.dim(); ++i)
    check(x.shape()[i] != 0 || p.kept[i] == 0, ErrorKind::shape, "[{}] input {} has no elements along the reduced dimension {}; need at least one.",
          op, x, i);
}

namespace {

void trace_reduction(const char* op, const Tensor& y, const Tensor& x, const Dims& dims, std::initializer_list<double> rest) {
  std::vector<double> params;
  append_list(params, dims);
  params.insert(params.end(), rest);
  const Tensor* in[] = {&x};
  tracer->op(op, y, in, params);
}

Tensor reduce_op(const char* op, Reduce kind, const Tensor& x, const Dims& dims, bool keepdim) {
  check_floating(op, "x", x);
  const ReductionPlan p = plan_reduction(op, x, dims);
  const Formula temporaries;
  const Term xc = planned(x, p);
  Tensor y = empty(p.shape(keepdim), x.dtype());
  dispatch_floating(op, x.dtype(), [&]<class T>() { kernels::reduce(kind, xc->data<T>(), p.axis.outer, p.axis.n, p.axis.inner, y.data<T>()); });
  if (tracer) trace_reduction(op, y, x, dims, {keepdim ? 1.0 : 0.0});
  return y;
}

}  // namespace

Term unreduce(Term t, const Shape& x_shape, const Dims& dims) {
  Shape kept = x_shape;
  for (int i = 0; i < kept.rank(); ++i)
    if (dims.empty()) kept[i] = 1;
  for (std::int64_t d : dims)
    if (kept.rank()) kept[d < 0 ? static_cast<int>(d) + kept.rank() : static_cast<int>(d)] = 1;
  return reshape(t, kept);
}

Tensor taken(const char* node, const Tensor& x, std::int64_t dim, const Tensor& index, const Shape& shape) {
  const Tensor value = gather(x.detach(), dim, index).reshape(shape);
  const auto gradient = [dim](Term dy, Grads& d) {
    const Term at = d.kept(0);
    return hold([&] { return scatter_add(zeros(d.shape(0), dy), dim, at, reshape(dy, at->shape())); });
  };
  record(value, node, kKeepNothing, gradient, x).keep(index);
  return value;
}

namespace {

// Sum or mean.
Tensor total(const char* op, const char* node, Reduce kind, const Tensor& x, const Dims& dim, bool keepdim) {
  Tensor y = reduce_op(op, kind, x, dim, keepdim);
  const bool mean = kind == Reduce::mean;
  const auto gradient = [dim, mean](Term dy, Grads& d) {
    Term g = unreduce(dy, d.shape(0), dim);
    if (mean) g = g / (static_cast<double>(numel(d.shape(0))) / static_cast<double>(g->numel()));
    return hold([&] { return g->expand(d.shape(0)); });
  };
  record(y, node, kKeepNothing, gradient, x);
  return y;
}

}  // namespace

Tensor sum(const Tensor& x, const Dims& dim, bool keepdim) {
  check_defined("sum", "x", x);
  if (is_integral(x.dtype())) {
    Tensor y = fold_integers("sum", x, dim, keepdim, 0, wrapped_sum);
    if (tracer) trace_reduction("sum", y, x, dim, {keepdim ? 1.0 : 0.0});
    return y;
  }
  return total("sum", dim.empty() ? "SumBackward0" : "SumBackward1", Reduce::sum, x, dim, keepdim);
}

Tensor mean(const Tensor& x, const Dims& dim, bool keepdim) {
  return total("mean", dim.empty() ? "MeanBackward0" : "MeanBackward1", Reduce::mean, x, dim, keepdim);
}

Tensor var(const Tensor& x, const Dims& dim, double correction, bool keepdim) {
  check_floating("var", "x", x);
  const ReductionPlan p = plan_reduction("var", x, dim);
  const Formula temporaries;
  const Term xc = planned(x, p), m = hold([&] { return empty(p.kept, x.dtype()); });
  Tensor y = empty(p.shape(keepdim), x.dtype());
  dispatch_floating("var", x.dtype(), [&]<class T>() {
    kernels::var_mean(xc->data<T>(), p.axis.outer, p.axis.n, p.axis.inner, correction, y.data<T>(), m->data<T>());
  });
  if (tracer) trace_reduction("var", y, x, dim, {correction, keepdim ? 1.0 : 0.0});
  const double divisor = static_cast<double>(p.axis.n) - correction;
  const auto gradient = [dim, divisor](Term dy, Grads& d) {
    const Term v = d.kept(0), centre = hold([&] { return mean(v, dim, true); });
    return unreduce(dy, d.shape(0), dim) * (v - centre) * (2.0 / divisor);
  };
  record(y, "VarBackward0", kKeepFirst, gradient, x);
  return y;
}

namespace {

Tensor extremum(const char* op, const char* node, Reduce kind, const Tensor& x, const Dims& dim, bool keepdim) {
  check_defined(op, "x", x);
  check_nonempty(op, x, dim);
  if (is_integral(x.dtype())) {
    using Limits = std::numeric_limits<std::int64_t>;
    Tensor y = kind == Reduce::max ? fold_integers(op, x, dim, keepdim, Limits::min(), [](std::int64_t a, std::int64_t b) { return a > b ? a : b; })
                                   : fold_integers(op, x, dim, keepdim, Limits::max(), [](std::int64_t a, std::int64_t b) { return a < b ? a : b; });
    y = y.to(x.dtype());
    if (tracer) trace_reduction(op, y, x, dim, {keepdim ? 1.0 : 0.0});
    return y;
  }
  Tensor y = reduce_op(op, kind, x, dim, keepdim);
  const auto gradient = [dim](Term dy, Grads& d) {
    const Term hit = to(apply(eq, d.kept(0), unreduce(d.kept(1), d.shape(0), dim)), dy->dtype());
    return hit * (unreduce(dy, d.shape(0), dim) / sum(hit, dim, true));
  };
  record(y, node, kKeepFirst | kKeepResult, gradient, x);
  return y;
}

Tensor arg_reduce(const char* op, bool largest, const Tensor& x, const Dims& dims, bool keepdim) {
  check_defined(op, "x", x);
  check_nonempty(op, x, dims);
  const ReductionPlan p = plan_reduction(op, x, dims);
  const Formula temporaries;
  const DType dtype = number_dtype(x.dtype());
  const Term xc = planned(plain(x, dtype), p);
  Tensor y = empty(p.shape(keepdim), DType::int64);
  auto* place = y.data<std::int64_t>();
  if (dtype == DType::int64) {
    const auto* v = xc->data<std::int64_t>();
    for_each_line(p.axis, [&](std::int64_t from, std::int64_t to) {
      std::int64_t best = 0;
      for (std::int64_t k = 1; k < p.axis.n; ++k) {
        const std::int64_t a = v[from + k * p.axis.inner], b = v[from + best * p.axis.inner];
        if (largest ? a > b : a < b) best = k;
      }
      place[to] = best;
    });
  } else {
    dispatch_floating(op, dtype, [&]<class T>() { kernels::arg_reduce(largest, xc->data<T>(), p.axis.outer, p.axis.n, p.axis.inner, place); });
  }
  if (tracer) trace(op, y, {&x}, {dims.empty() ? __builtin_nan("") : static_cast<double>(dims[0]), keepdim ? 1.0 : 0.0});
  return y;
}

std::pair<Tensor, Tensor> extremum_along(const char* op, const char* node, bool largest, const Tensor& x, std::int64_t dim, bool keepdim) {
  const Tensor index = arg_reduce(op, largest, x, dim, true);
  const Shape shape = keepdim || x.dim() == 0 ? index.shape() : index.squeeze(dim).shape();
  const Tensor value = taken(node, x, x.dim() ? dim : 0, index, shape);
  return {value, index.reshape(shape)};
}

Dims list_of(const std::optional<std::int64_t>& dim) { return dim ? Dims{*dim} : Dims{}; }

}  // namespace

Tensor max(const Tensor& x) { return extremum("max", "MaxBackward1", Reduce::max, x, {}, false); }
Tensor min(const Tensor& x) { return extremum("min", "MinBackward1", Reduce::min, x, {}, false); }
Tensor amax(const Tensor& x, const Dims& dim, bool keepdim) { return extremum("amax", "AmaxBackward0", Reduce::max, x, dim, keepdim); }
Tensor amin(const Tensor& x, const Dims& dim, bool keepdim) { return extremum("amin", "AminBackward0", Reduce::min, x, dim, keepdim); }
std::pair<Tensor, Tensor> max(const Tensor& x, std::int64_t dim, bool keepdim) { return extremum_along("argmax", "MaxBackward0", true, x, dim, keepdim); }
std::pair<Tensor, Tensor> min(const Tensor& x, std::int64_t dim, bool keepdim) { return extremum_along("argmin", "MinBackward0", false, x, dim, keepdim); }
Tensor argmax(const Tensor& x, std::optional<std::int64_t> dim, bool keepdim) { return arg_reduce("argmax", true, x, list_of(dim), keepdim); }
Tensor argmin(const Tensor& x, std::optional<std::int64_t> dim, bool keepdim) { return arg_reduce("argmin", false, x, list_of(dim), keepdim); }

Tensor logsumexp(const Tensor& x, const Dims& dim, bool keepdim) {
  check_floating("logsumexp", "x", x);
  check_nonempty("logsumexp", x, dim);
  const Formula temporaries;
  const Term plain = detach(x), top = hold([&] { return amax(plain, dim, true); });
  // A row of only -inf (or one +inf) has that as its result; subtracting it would give NaN.
  const Term shift = where(apply(eq, apply(abs, top), __builtin_inf()), zeros_like(top), top);
  Term value = apply(log, sum(apply(exp, plain - shift), dim, true)) + shift;
  if (!keepdim) value = reshape(value, plan_reduction("logsumexp", x, dim).squeezed);
  Tensor y = value;
  if (tracer) trace_reduction("logsumexp", y, x, dim, {keepdim ? 1.0 : 0.0});
  const auto gradient = [dim](Term dy, Grads& d) {
    return unreduce(dy, d.shape(0), dim) * apply(exp, d.kept(0) - unreduce(d.kept(1), d.shape(0), dim));
  };
  record(y, "LogsumexpBackward0", kKeepFirst | kKeepResult, gradient, x);
  return y;
}

namespace {
struct SoftmaxGradient {
  std::int64_t rows, n;
  bool logarithm;
  void operator()(Term dy, Grads& d) const {
    const Term y = d.kept(0);
    dispatch_floating("softmax", dy->dtype(), [&]<class T>() {
      if (logarithm) kernels::log_softmax_grad(dy->data<T>(), y->data<T>(), rows, n, d.make<T>(0));
      else kernels::softmax_grad(dy->data<T>(), y->data<T>(), rows, n, d.make<T>(0));
    });
  }
  void twice(Term dy, Grads& d) const {
    const Term y = d.kept(0);
    const Dims last{-1};
    d[0] = logarithm ? dy - apply(exp, y) * sum(dy, last, true) : y * (dy - sum(dy * y, last, true));
  }
};

// Kernels take rows of the last axis; another dimension is brought there and back.
Tensor by_rows(const char* op, const char* node, bool logarithm, const Tensor& x, std::int64_t dim) {
  check_floating(op, "x", x);
  const int d = wrap_dim(op, dim, x.dim());
  if (x.dim() && d != x.dim() - 1) return by_rows(op, node, logarithm, x.transpose(d, -1), -1).transpose(d, -1);
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty_like(x);
  const std::int64_t n = x.dim() ? x.shape().back() : 1, rows = n ? x.numel() / n : 0;
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    if (logarithm) kernels::log_softmax(xc->data<T>(), rows, n, y.data<T>());
    else kernels::softmax(xc->data<T>(), rows, n, y.data<T>());
  });
  if (tracer) trace(op, y, {&*xc}, {-1});
  record(y, node, kKeepResult | kFused, SoftmaxGradient{rows, n, logarithm}, x);
  return y;
}
}  // namespace

Tensor softmax(const Tensor& x, std::int64_t dim) { return by_rows("softmax", "SoftmaxBackward0", false, x, dim); }
Tensor log_softmax(const Tensor& x, std::int64_t dim) { return by_rows("log_softmax", "LogSoftmaxBackward0", true, x, dim); }

}  // namespace wick
