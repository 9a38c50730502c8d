#include "kernels/pool.h"

#include "ops/formula.h"

namespace wick {

namespace {

std::int64_t pooled_size(std::int64_t n, std::int64_t k, std::int64_t stride, std::int64_t pad, std::int64_t dilation, bool ceil_mode) {
  const std::int64_t room = n + 2 * pad - dilation * (k - 1) - 1;
  std::int64_t out = (room + (ceil_mode ? stride - 1 : 0)) / stride + 1;
  // In ceil mode the last window must still start inside the input or its left padding.
  if (ceil_mode && (out - 1) * stride >= n + pad) --out;
  return room < 0 ? 0 : out;
}

kernels::Pool2d geometry(const char* op, const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& dilation,
                         bool ceil_mode) {
  check(x.dim() == 4, ErrorKind::shape, "[{}] input is {}; need [N,C,H,W] or [C,H,W].", op, x);
  const Dims k = pair_of(op, "kernel_size", kernel_size), s = stride.empty() ? k : pair_of(op, "stride", stride);
  const Dims p = pair_of(op, "padding", padding), d = pair_of(op, "dilation", dilation);
  check(k[0] > 0 && k[1] > 0 && k[0] < (1 << 20) && k[1] < (1 << 20), ErrorKind::value, "[{}] kernel_size is {}; need sizes > 0 and below 2^20.", op,
        k);
  check(s[0] > 0 && s[1] > 0, ErrorKind::value, "[{}] stride is {}; need sizes > 0.", op, s);
  check(d[0] > 0 && d[1] > 0 && d[0] < (1 << 20) && d[1] < (1 << 20), ErrorKind::value, "[{}] dilation is {}; need sizes > 0 and below 2^20.", op, d);
  check(p[0] >= 0 && p[1] >= 0 && p[0] * 2 <= k[0] && p[1] * 2 <= k[1], ErrorKind::value,
        "[{}] padding is {} for kernel_size {}; pad should be at most half of kernel size.", op, p, k);
  kernels::Pool2d g{x.shape()[0] * x.shape()[1], x.shape()[2], x.shape()[3], 0, 0, k[0], k[1], s[0], s[1], p[0], p[1], d[0], d[1]};
  g.OH = pooled_size(g.H, g.kh, g.stride_h, g.pad_h, g.dil_h, ceil_mode);
  g.OW = pooled_size(g.W, g.kw, g.stride_w, g.pad_w, g.dil_w, ceil_mode);
  check(g.OH > 0 && g.OW > 0, ErrorKind::shape,
        "[{}] input is {} with kernel_size {}, stride {}, padding {}: the output would be {}x{}; output size is too small.", op, x, k, s, p, g.OH,
        g.OW);
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

Tensor max_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& dilation, bool ceil_mode) {
  check_floating("max_pool2d", "input", x);
  if (x.dim() == 3) return max_pool2d(x.unsqueeze(0), kernel_size, stride, padding, dilation, ceil_mode).squeeze(0);
  const auto g = geometry("max_pool2d", x, kernel_size, stride, padding, dilation, ceil_mode);
  const Formula temporaries;
  const Term xc = dense(x), index = hold([&] { return pooled(x, g, DType::int32); });
  Tensor y = pooled(x, g, x.dtype());
  dispatch_floating("max_pool2d", x.dtype(), [&]<class T>() { kernels::max_pool2d(g, xc->data<T>(), y.data<T>(), index->data<std::int32_t>()); });
  if (tracer) trace_pool("max_pool2d", y, xc, g, {2, static_cast<double>(g.dil_h), static_cast<double>(g.dil_w), ceil_mode ? 1.0 : 0.0});
  record(y, "MaxPool2DWithIndicesBackward0", kFused, MaxGradient{g}, x).keep(index);
  return y;
}

Tensor avg_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, bool ceil_mode, bool count_include_pad,
                  std::optional<std::int64_t> divisor_override) {
  check_floating("avg_pool2d", "input", x);
  if (x.dim() == 3) return avg_pool2d(x.unsqueeze(0), kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override).squeeze(0);
  check(!divisor_override || *divisor_override != 0, ErrorKind::value, "[avg_pool2d] divisor_override is 0; divisor must be not zero.");
  const auto g = geometry("avg_pool2d", x, kernel_size, stride, padding, 1, ceil_mode);
  const std::int64_t divisor = divisor_override.value_or(0);
  const Formula temporaries;
  const Term xc = dense(x);
  const Average average{"avg_pool2d", "AvgPool2DBackward0", g, divisor, false, count_include_pad};
  Tensor y = averaged(average, x, xc, {x.shape()[0], x.shape()[1], g.OH, g.OW});
  if (tracer) trace_pool("avg_pool2d", y, xc, g, {ceil_mode ? 1.0 : 0.0, count_include_pad ? 1.0 : 0.0, divisor ? static_cast<double>(divisor) : __builtin_nan("")});
  return y;
}

Tensor adaptive_avg_pool2d(const Tensor& x, const Dims& output_size) {
  check_floating("adaptive_avg_pool2d", "input", x);
  if (x.dim() == 3) return adaptive_avg_pool2d(x.unsqueeze(0), output_size).squeeze(0);
  check(x.dim() == 4 && x.shape()[2] > 0 && x.shape()[3] > 0, ErrorKind::shape,
        "[adaptive_avg_pool2d] input is {}; need [N,C,H,W] or [C,H,W], not empty.", x);
  const Dims out = pair_of("adaptive_avg_pool2d", "output_size", output_size);
  check(out[0] >= 0 && out[1] >= 0, ErrorKind::value, "[adaptive_avg_pool2d] output_size is {}; need sizes >= 0.", out);
  kernels::Pool2d g{x.shape()[0] * x.shape()[1], x.shape()[2], x.shape()[3], out[0], out[1], 0, 0, 0, 0, 0, 0};
  const Formula temporaries;
  const Term xc = dense(x);
  const Average average{"adaptive_avg_pool2d", "AdaptiveAvgPool2DBackward0", g, 0, true, false};
  Tensor y = averaged(average, x, xc, {x.shape()[0], x.shape()[1], out[0], out[1]});
  if (tracer) trace("adaptive_avg_pool2d", y, {&*xc}, {2, static_cast<double>(g.OH), static_cast<double>(g.OW)});
  return y;
}

}  // namespace wick
