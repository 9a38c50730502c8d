// Reductions. Dimensions to reduce are brought together as the middle axis of [outer, n, inner].

#include "kernels/reduce.h"

#include "ops/common.h"

namespace wick {

using kernels::Reduce;

namespace {

struct Plan {
  Tensor x;         // contiguous, outside the graph
  AxisView axis;
  Shape kept;       // result with reduced dimensions of size 1
  Shape squeezed;   // result without them
  std::int64_t n = 1;
};

Plan plan(const char* op, const Tensor& x, const Dims& dims) {
  Plan p;
  Dims reduced;
  for (std::int64_t d : dims) {
    const int w = wrap_dim(op, d, x.dim());
    check(!reduced.contains(w), ErrorKind::value, "[", op, "] dimension ", d, " appears twice in dim ", dims, ".");
    if (x.dim()) reduced.push_back(w);
  }
  const bool all = dims.empty();
  Dims order;
  bool adjacent = true;
  int last = -1;
  for (int i = 0; i < x.dim(); ++i) {
    const bool r = all || reduced.contains(i);
    p.kept.push_back(r ? 1 : x.shape()[i]);
    if (!r) {
      p.squeezed.push_back(x.shape()[i]);
      order.push_back(i);
      continue;
    }
    p.n *= x.shape()[i];
    adjacent = adjacent && (last < 0 || last == i - 1);
    last = i;
  }
  if (adjacent) {  // one run of dimensions: no copy of a contiguous input
    p.x = dense(x.detach());
    for (int i = 0; i < x.dim(); ++i) {
      const bool r = all || reduced.contains(i);
      if (!r && (last < 0 || i < last)) p.axis.outer *= x.shape()[i];
      if (!r && last >= 0 && i > last) p.axis.inner *= x.shape()[i];
    }
  } else {  // scattered dimensions: move them to the end
    for (int i = 0; i < x.dim(); ++i)
      if (all || reduced.contains(i)) order.push_back(i);
    p.x = dense(x.detach().permute(order));
    p.axis.outer = numel(p.squeezed);
  }
  p.axis.n = p.n;
  return p;
}

void trace_reduction(const char* op, const Tensor& y, const Tensor& x, const Dims& dims, std::initializer_list<double> rest) {
  std::vector<double> params;
  append_list(params, dims);
  params.insert(params.end(), rest);
  const Tensor* in[] = {&x};
  tracer->op(op, y, in, params);
}

Tensor reduce_op(const char* op, Reduce kind, const Tensor& x, const Dims& dims, bool keepdim) {
  check_floating(op, "x", x);
  const Plan p = plan(op, x, dims);
  Tensor y = empty(keepdim ? p.kept : p.squeezed, x.dtype());
  dispatch_floating(op, x.dtype(), [&]<class T>() { kernels::reduce(kind, p.x.data<T>(), p.axis.outer, p.axis.n, p.axis.inner, y.data<T>()); });
  if (tracer) trace_reduction(op, y, x, dims, {keepdim ? 1.0 : 0.0});
  return y;
}

// dy, of a result with or without its reduced dimensions, with them as size 1.
Tensor unreduce(const Tensor& dy, const Shape& kept) { return dy.reshape(kept); }

Shape kept_shape(const char* op, const Tensor& x, const Dims& dims) {
  Shape kept = x.shape();
  for (int i = 0; i < kept.rank(); ++i)
    if (dims.empty()) kept[i] = 1;
  for (std::int64_t d : dims)
    if (x.dim()) kept[wrap_dim(op, d, x.dim())] = 1;
  return kept;
}

}  // namespace

Tensor sum(const Tensor& x, const Dims& dim, bool keepdim) {
  check_defined("sum", "x", x);
  if (is_integral(x.dtype())) return sum(x.to(DType::float64), dim, keepdim).to(DType::int64);
  Tensor y = reduce_op("sum", Reduce::sum, x, dim, keepdim);
  if (!needs_grad(x)) return y;
  return record(dim.empty() ? "SumBackward0" : "SumBackward1", y, {x}, [kept = kept_shape("sum", x, dim), shape = x.shape()](const Tensor& dy, Grads& d) {
    d[0] = unreduce(dy, kept).expand(shape);
  });
}

Tensor mean(const Tensor& x, const Dims& dim, bool keepdim) {
  Tensor y = reduce_op("mean", Reduce::mean, x, dim, keepdim);
  if (!needs_grad(x)) return y;
  return record(dim.empty() ? "MeanBackward0" : "MeanBackward1", y, {x}, [kept = kept_shape("mean", x, dim), shape = x.shape()](const Tensor& dy, Grads& d) {
    const double n = static_cast<double>(numel(shape)) / static_cast<double>(numel(kept));
    d[0] = (unreduce(dy, kept) / n).expand(shape);
  });
}

Tensor var(const Tensor& x, const Dims& dim, double correction, bool keepdim) {
  check_floating("var", "x", x);
  const Plan p = plan("var", x, dim);
  Tensor y = empty(keepdim ? p.kept : p.squeezed, x.dtype()), m = empty(p.kept, x.dtype());
  dispatch_floating("var", x.dtype(), [&]<class T>() {
    kernels::var_mean(p.x.data<T>(), p.axis.outer, p.axis.n, p.axis.inner, correction, y.data<T>(), m.data<T>());
  });
  if (tracer) trace_reduction("var", y, x, dim, {correction, keepdim ? 1.0 : 0.0});
  if (!needs_grad(x)) return y;
  return record("VarBackward0", y, {x}, [x = saved(x), dim, kept = p.kept, n = p.n, correction](const Tensor& dy, Grads& d) {
    const Tensor v = x();
    d[0] = unreduce(dy, kept) * (v - mean(v, dim, true)) * (2.0 / (static_cast<double>(n) - correction));
  });
}

namespace {

void check_nonempty(const char* op, const Tensor& x, const Dims& dim) {
  const Shape kept = kept_shape(op, x, dim);
  for (int i = 0; i < x.dim(); ++i)
    check(x.shape()[i] != 0 || kept[i] == 0, ErrorKind::shape, "[", op, "] input ", x, " has no elements along the reduced dimension ", i, "; need at least one.");
}

Tensor extremum(const char* op, const char* node, Reduce kind, const Tensor& x, const Dims& dim, bool keepdim) {
  check_floating(op, "x", x);
  check_nonempty(op, x, dim);
  Tensor y = reduce_op(op, kind, x, dim, keepdim);
  if (!needs_grad(x)) return y;
  return record(node, y, {x}, [x = saved(x), y = saved_result(y), kept = kept_shape(op, x, dim), dim](const Tensor& dy, Grads& d) {
    const Tensor v = x();
    const Tensor mask = eq(v, y().reshape(kept)).to(dy.dtype());
    d[0] = mask * (unreduce(dy, kept) / sum(mask, dim, true));
  });
}

std::pair<Tensor, Tensor> extremum_along(const char* node, bool largest, const Tensor& x, std::int64_t dim, bool keepdim) {
  Tensor index = largest ? argmax(x, dim, true) : argmin(x, dim, true);
  Tensor value = gather(x.detach(), x.dim() ? dim : 0, index);
  const Shape shape = keepdim || x.dim() == 0 ? index.shape() : index.squeeze(dim).shape();
  value = value.reshape(shape);
  if (needs_grad(x)) {
    value = record(node, value, {x}, [index, dim, shape = x.shape()](const Tensor& dy, Grads& d) {
      d[0] = scatter_add(zeros(shape, dy.dtype()), dim, index, dy.reshape(index.shape()));
    });
  }
  return {value, index.reshape(shape)};
}

Tensor arg_reduce(const char* op, bool largest, const Tensor& x, std::optional<std::int64_t> dim, bool keepdim) {
  check_floating(op, "x", x);
  const Dims dims = dim ? Dims{*dim} : Dims{};
  check_nonempty(op, x, dims);
  const Plan p = plan(op, x, dims);
  Tensor y = empty(keepdim ? p.kept : p.squeezed, DType::int64);
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    kernels::arg_reduce(largest, p.x.data<T>(), p.axis.outer, p.axis.n, p.axis.inner, y.data<std::int64_t>());
  });
  if (tracer) trace(op, y, {&x}, {dim ? static_cast<double>(*dim) : __builtin_nan(""), keepdim ? 1.0 : 0.0});
  return y;
}

}  // namespace

Tensor max(const Tensor& x) { return extremum("max", "MaxBackward1", Reduce::max, x, {}, false); }
Tensor min(const Tensor& x) { return extremum("min", "MinBackward1", Reduce::min, x, {}, false); }
Tensor amax(const Tensor& x, const Dims& dim, bool keepdim) { return extremum("amax", "AmaxBackward0", Reduce::max, x, dim, keepdim); }
Tensor amin(const Tensor& x, const Dims& dim, bool keepdim) { return extremum("amin", "AminBackward0", Reduce::min, x, dim, keepdim); }
std::pair<Tensor, Tensor> max(const Tensor& x, std::int64_t dim, bool keepdim) { return extremum_along("MaxBackward0", true, x, dim, keepdim); }
std::pair<Tensor, Tensor> min(const Tensor& x, std::int64_t dim, bool keepdim) { return extremum_along("MinBackward0", false, x, dim, keepdim); }
Tensor argmax(const Tensor& x, std::optional<std::int64_t> dim, bool keepdim) { return arg_reduce("argmax", true, x, dim, keepdim); }
Tensor argmin(const Tensor& x, std::optional<std::int64_t> dim, bool keepdim) { return arg_reduce("argmin", false, x, dim, keepdim); }

Tensor logsumexp(const Tensor& x, const Dims& dim, bool keepdim) {
  check_floating("logsumexp", "x", x);
  check_nonempty("logsumexp", x, dim);
  const Tensor top = amax(x.detach(), dim, true);
  // A row of only -inf (or one +inf) has that as its result; subtracting it would give NaN.
  const Tensor shift = where(eq(abs(top), __builtin_inf()), zeros_like(top), top);
  Tensor y = log(sum(exp(x.detach() - shift), dim, true)) + shift;
  const Shape kept = y.shape();
  if (!keepdim) y = y.reshape(plan("logsumexp", x, dim).squeezed);
  if (tracer) trace_reduction("logsumexp", y, x, dim, {keepdim ? 1.0 : 0.0});
  if (!needs_grad(x)) return y;
  return record("LogsumexpBackward0", y, {x}, [x = saved(x), y = saved_result(y), kept](const Tensor& dy, Grads& d) {
    d[0] = unreduce(dy, kept) * exp(x() - y().reshape(kept));
  });
}

namespace {
// Kernels take rows of the last axis; another dimension is brought there and back.
using RowKernel32 = void (*)(const float*, std::int64_t, std::int64_t, float*);
using RowKernel64 = void (*)(const double*, std::int64_t, std::int64_t, double*);
using GradKernel32 = void (*)(const float*, const float*, std::int64_t, std::int64_t, float*);
using GradKernel64 = void (*)(const double*, const double*, std::int64_t, std::int64_t, double*);

Tensor by_rows(const char* op, const char* node, const Tensor& x, std::int64_t dim, RowKernel32 f32, RowKernel64 f64, GradKernel32 g32, GradKernel64 g64) {
  check_floating(op, "x", x);
  const int d = wrap_dim(op, dim, x.dim());
  if (x.dim() && d != x.dim() - 1) return by_rows(op, node, x.transpose(d, -1), -1, f32, f64, g32, g64).transpose(d, -1);
  const Tensor xc = dense(x);
  Tensor y = empty(x.shape(), x.dtype());
  const std::int64_t n = x.dim() ? x.shape().back() : 1, rows = n ? x.numel() / n : 0;
  if (x.dtype() == DType::float32) f32(xc.data<float>(), rows, n, y.data<float>());
  else f64(xc.data<double>(), rows, n, y.data<double>());
  if (tracer) trace(op, y, {&xc}, {-1});
  if (!needs_grad(x)) return y;
  return record_once(node, y, {x}, [y = saved_result(y), rows, n, g32, g64](const Tensor& dy, Grads& grads) {
    const Tensor dyc = dense(dy), yc = y();
    Tensor dx = empty(dy.shape(), dy.dtype());
    if (dy.dtype() == DType::float32) g32(dyc.data<float>(), yc.data<float>(), rows, n, dx.data<float>());
    else g64(dyc.data<double>(), yc.data<double>(), rows, n, dx.data<double>());
    grads[0] = dx;
  });
}
}  // namespace

Tensor softmax(const Tensor& x, std::int64_t dim) {
  return by_rows("softmax", "SoftmaxBackward0", x, dim, kernels::softmax, kernels::softmax, kernels::softmax_grad, kernels::softmax_grad);
}
Tensor log_softmax(const Tensor& x, std::int64_t dim) {
  return by_rows("log_softmax", "LogSoftmaxBackward0", x, dim, kernels::log_softmax, kernels::log_softmax, kernels::log_softmax_grad, kernels::log_softmax_grad);
}

}  // namespace wick
