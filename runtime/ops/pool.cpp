#include "ops/pool.h"

#include "kernels/pool.h"
#include "ops/formula.h"

namespace wick {

namespace {

kernels::Pool2d geometry(const char* op, const Tensor& x, const PoolSettings& p, bool ceil_mode) {
  kernels::Pool2d g{x.shape()[0] * x.shape()[1], x.shape()[2], x.shape()[3], 0, 0, p.kernel[0], p.kernel[1], p.stride[0], p.stride[1], p.padding[0], p.padding[1], p.dilation[0], p.dilation[1]};
  const Dims size = pooled_size(op, x, p, ceil_mode);
  g.OH = size[0], g.OW = size[1];
  return g;
}

void trace_pool(const char* op, const Tensor& y, const Tensor& x, const kernels::Pool2d& g, std::initializer_list<double> rest) {
  std::vector<double> params;
  for (const Dims& list : {Dims{g.kh, g.kw}, Dims{g.stride_h, g.stride_w}, Dims{g.pad_h, g.pad_w}}) append_list(params, list);
  params.insert(params.end(), rest);
  const Tensor* in[] = {&x};
  tracer->op(op, y, in, params);
}

Tensor pooled(const Tensor& x, const kernels::Pool2d& g, DType dtype) { return empty({x.shape()[0], x.shape()[1], g.OH, g.OW}, dtype); }

struct MaxGradient {
  kernels::Pool2d g;
  void operator()(Term dy, Grads& d) const {
    dispatch_floating("max_pool2d", dy->dtype(), [&]<class T>() {
      kernels::max_pool2d_backward(g, dy->data<T>(), d.kept(0)->data<std::int32_t>(), d.make<T>(0));
    });
  }
  void twice(Term dy, Grads& d) const {
    const Shape windows{g.planes, g.OH * g.OW};
    const Term at = to(reshape(d.kept(0), windows), DType::int64), from = zeros({g.planes, g.H * g.W}, dy);
    d[0] = scatter_add(from, 1, at, reshape(dy, windows)).reshape(d.shape(0));
  }
};

// An average over windows, and what it is backwards: each is the other's gradient, so both can be differentiated on and on.
struct Average {
  const char *op, *node;
  kernels::Pool2d g;
  std::int64_t divisor;
  bool adaptive, count_include_pad;
};
Tensor averaged(const Average& a, const Tensor& x, Term xc, const Shape& shape);
Tensor spread(const Average& a, const Tensor& dy, const Shape& shape) {
  const Term dense_dy = dense(dy);
  Tensor dx = empty(shape, dy.dtype());
  dispatch_floating(a.op, dy.dtype(), [&]<class T>() {
    if (a.adaptive) kernels::adaptive_avg_pool2d_backward(a.g, dense_dy->data<T>(), dx.data<T>());
    else kernels::avg_pool2d_backward(a.g, a.count_include_pad, a.divisor, dense_dy->data<T>(), dx.data<T>());
  });
  record(dx, a.node, kKeepNothing, [a](Term g, Grads& d) { return Term(averaged(a, g, dense(g), d.shape(0))); }, dy);
  return dx;
}
// xc: x made contiguous.
Tensor averaged(const Average& a, const Tensor& x, Term xc, const Shape& shape) {
  Tensor y = empty(shape, x.dtype());
  dispatch_floating(a.op, x.dtype(), [&]<class T>() {
    if (a.adaptive) kernels::adaptive_avg_pool2d(a.g, xc->data<T>(), y.data<T>());
    else kernels::avg_pool2d(a.g, a.count_include_pad, a.divisor, xc->data<T>(), y.data<T>());
  });
  record(y, a.node, kKeepNothing, [a](Term dy, Grads& d) { return Term(spread(a, dy, d.shape(0))); }, x);
  return y;
}

}  // namespace

Tensor max_pool(const Tensor& x, const PoolSettings& settings, bool ceil_mode, Tensor* places) {
  const auto g = geometry("max_pool2d", x, settings, ceil_mode);
  const Formula temporaries;
  const Term xc = dense(x), index = hold([&] { return pooled(x, g, DType::int32); });
  if (places) *places = index;
  Tensor y = pooled(x, g, x.dtype());
  dispatch_floating("max_pool2d", x.dtype(), [&]<class T>() { kernels::max_pool2d(g, xc->data<T>(), y.data<T>(), index->data<std::int32_t>()); });
  if (tracer) trace_pool("max_pool2d", y, xc, g, {2, static_cast<double>(g.dil_h), static_cast<double>(g.dil_w), ceil_mode ? 1.0 : 0.0});
  record(y, "MaxPool2DWithIndicesBackward0", kFused, MaxGradient{g}, x).keep(index);
  return y;
}

Tensor max_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& dilation, bool ceil_mode) {
  const PoolSettings settings = pool_settings("max_pool2d", 2, x, kernel_size, stride, padding, dilation);
  return x.dim() == 4 ? max_pool(x, settings, ceil_mode) : max_pool(x.unsqueeze(0), settings, ceil_mode).squeeze(0);
}

Tensor avg_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, bool ceil_mode, bool count_include_pad,
                  std::optional<std::int64_t> divisor_override) {
  const PoolSettings settings = pool_settings("avg_pool2d", 2, x, kernel_size, stride, padding);
  if (x.dim() == 3) return avg_pool2d(x.unsqueeze(0), kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override).squeeze(0);
  check(!divisor_override || *divisor_override != 0, ErrorKind::value, "[avg_pool2d] divisor_override is 0; divisor must be not zero.");
  const auto g = geometry("avg_pool2d", x, settings, ceil_mode);
  const std::int64_t divisor = divisor_override.value_or(0);
  const Formula temporaries;
  const Term xc = dense(x);
  const Average average{"avg_pool2d", "AvgPool2DBackward0", g, divisor, false, count_include_pad};
  Tensor y = averaged(average, x, xc, {x.shape()[0], x.shape()[1], g.OH, g.OW});
  if (tracer) trace_pool("avg_pool2d", y, xc, g, {ceil_mode ? 1.0 : 0.0, count_include_pad ? 1.0 : 0.0, divisor ? static_cast<double>(divisor) : __builtin_nan("")});
  return y;
}

Tensor adaptive_avg_pool2d(const Tensor& x, const Dims& output_size) {
  const Dims out = adaptive_size("adaptive_avg_pool2d", 2, x, output_size);
  if (x.dim() == 3) return adaptive_avg_pool2d(x.unsqueeze(0), out).squeeze(0);
  kernels::Pool2d g{x.shape()[0] * x.shape()[1], x.shape()[2], x.shape()[3], out[0], out[1], 0, 0, 0, 0, 0, 0};
  const Formula temporaries;
  const Term xc = dense(x);
  const Average average{"adaptive_avg_pool2d", "AdaptiveAvgPool2DBackward0", g, 0, true, false};
  Tensor y = averaged(average, x, xc, {x.shape()[0], x.shape()[1], out[0], out[1]});
  if (tracer) trace("adaptive_avg_pool2d", y, {&*xc}, {2, static_cast<double>(g.OH), static_cast<double>(g.OW)});
  return y;
}

}  // namespace wick
