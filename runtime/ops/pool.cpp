#include "kernels/pool.h"

#include "ops/common.h"

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
  check(x.dim() == 4, ErrorKind::shape, "[", op, "] input is ", x, "; need [N,C,H,W] or [C,H,W].");
  const Dims k = pair_of(op, "kernel_size", kernel_size), s = stride.empty() ? k : pair_of(op, "stride", stride);
  const Dims p = pair_of(op, "padding", padding), d = pair_of(op, "dilation", dilation);
  check(k[0] > 0 && k[1] > 0 && k[0] < (1 << 20) && k[1] < (1 << 20), ErrorKind::value, "[", op, "] kernel_size is ", k, "; need sizes > 0 and below 2^20.");
  check(s[0] > 0 && s[1] > 0, ErrorKind::value, "[", op, "] stride is ", s, "; need sizes > 0.");
  check(d[0] > 0 && d[1] > 0 && d[0] < (1 << 20) && d[1] < (1 << 20), ErrorKind::value, "[", op, "] dilation is ", d, "; need sizes > 0 and below 2^20.");
  check(p[0] >= 0 && p[1] >= 0 && p[0] * 2 <= k[0] && p[1] * 2 <= k[1], ErrorKind::value, "[", op, "] padding is ", p, " for kernel_size ", k,
        "; pad should be at most half of kernel size.");
  kernels::Pool2d g{x.shape()[0] * x.shape()[1], x.shape()[2], x.shape()[3], 0, 0, k[0], k[1], s[0], s[1], p[0], p[1], d[0], d[1]};
  g.OH = pooled_size(g.H, g.kh, g.stride_h, g.pad_h, g.dil_h, ceil_mode);
  g.OW = pooled_size(g.W, g.kw, g.stride_w, g.pad_w, g.dil_w, ceil_mode);
  check(g.OH > 0 && g.OW > 0, ErrorKind::shape, "[", op, "] input is ", x, " with kernel_size ", k, ", stride ", s, ", padding ", p,
        ": the output would be ", g.OH, "x", g.OW, "; output size is too small.");
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

}  // namespace

Tensor max_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& dilation, bool ceil_mode) {
  check_floating("max_pool2d", "input", x);
  if (x.dim() == 3) return max_pool2d(x.unsqueeze(0), kernel_size, stride, padding, dilation, ceil_mode).squeeze(0);
  const auto g = geometry("max_pool2d", x, kernel_size, stride, padding, dilation, ceil_mode);
  const Tensor xc = dense(x);
  Tensor y = pooled(x, g, x.dtype()), index = pooled(x, g, DType::int32);
  dispatch_floating("max_pool2d", x.dtype(), [&]<class T>() { kernels::max_pool2d(g, xc.data<T>(), y.data<T>(), index.data<std::int32_t>()); });
  if (tracer) trace_pool("max_pool2d", y, xc, g, {2, static_cast<double>(g.dil_h), static_cast<double>(g.dil_w), ceil_mode ? 1.0 : 0.0});
  if (!needs_grad(x)) return y;
  return record_once("MaxPool2DWithIndicesBackward0", y, {x}, [g, index, shape = x.shape()](const Tensor& dy_, Grads& d) {
    const Tensor dy = dense(dy_);
    d[0] = empty(shape, dy.dtype());
    dispatch_floating("max_pool2d", dy.dtype(), [&]<class T>() {
      kernels::max_pool2d_backward(g, dy.data<T>(), index.data<std::int32_t>(), d[0].data<T>());
    });
  });
}

Tensor avg_pool2d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, bool ceil_mode, bool count_include_pad,
                  std::optional<std::int64_t> divisor_override) {
  check_floating("avg_pool2d", "input", x);
  if (x.dim() == 3) return avg_pool2d(x.unsqueeze(0), kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override).squeeze(0);
  check(!divisor_override || *divisor_override != 0, ErrorKind::value, "[avg_pool2d] divisor_override is 0; divisor must be not zero.");
  const auto g = geometry("avg_pool2d", x, kernel_size, stride, padding, 1, ceil_mode);
  const std::int64_t divisor = divisor_override.value_or(0);
  const Tensor xc = dense(x);
  Tensor y = pooled(x, g, x.dtype());
  dispatch_floating("avg_pool2d", x.dtype(), [&]<class T>() { kernels::avg_pool2d(g, count_include_pad, divisor, xc.data<T>(), y.data<T>()); });
  if (tracer) trace_pool("avg_pool2d", y, xc, g, {ceil_mode ? 1.0 : 0.0, count_include_pad ? 1.0 : 0.0, divisor ? static_cast<double>(divisor) : __builtin_nan("")});
  if (!needs_grad(x)) return y;
  return record_once("AvgPool2DBackward0", y, {x}, [g, count_include_pad, divisor, shape = x.shape()](const Tensor& dy_, Grads& d) {
    const Tensor dy = dense(dy_);
    d[0] = empty(shape, dy.dtype());
    dispatch_floating("avg_pool2d", dy.dtype(), [&]<class T>() {
      kernels::avg_pool2d_backward(g, count_include_pad, divisor, dy.data<T>(), d[0].data<T>());
    });
  });
}

Tensor adaptive_avg_pool2d(const Tensor& x, const Dims& output_size) {
  check_floating("adaptive_avg_pool2d", "input", x);
  if (x.dim() == 3) return adaptive_avg_pool2d(x.unsqueeze(0), output_size).squeeze(0);
  check(x.dim() == 4 && x.shape()[2] > 0 && x.shape()[3] > 0, ErrorKind::shape, "[adaptive_avg_pool2d] input is ", x, "; need [N,C,H,W] or [C,H,W], not empty.");
  const Dims out = pair_of("adaptive_avg_pool2d", "output_size", output_size);
  check(out[0] >= 0 && out[1] >= 0, ErrorKind::value, "[adaptive_avg_pool2d] output_size is ", out, "; need sizes >= 0.");
  kernels::Pool2d g{x.shape()[0] * x.shape()[1], x.shape()[2], x.shape()[3], out[0], out[1], 0, 0, 0, 0, 0, 0};
  const Tensor xc = dense(x);
  Tensor y = pooled(x, g, x.dtype());
  dispatch_floating("adaptive_avg_pool2d", x.dtype(), [&]<class T>() { kernels::adaptive_avg_pool2d(g, xc.data<T>(), y.data<T>()); });
  if (tracer) trace("adaptive_avg_pool2d", y, {&xc}, {2, static_cast<double>(g.OH), static_cast<double>(g.OW)});
  if (!needs_grad(x)) return y;
  return record_once("AdaptiveAvgPool2DBackward0", y, {x}, [g, shape = x.shape()](const Tensor& dy_, Grads& d) {
    const Tensor dy = dense(dy_);
    d[0] = empty(shape, dy.dtype());
    dispatch_floating("adaptive_avg_pool2d", dy.dtype(), [&]<class T>() { kernels::adaptive_avg_pool2d_backward(g, dy.data<T>(), d[0].data<T>()); });
  });
}

}  // namespace wick
