// Batch norm, layer norm and dropout.

#include "kernels/norm.h"

#include "kernels/random.h"
#include "ops/common.h"

namespace wick {

namespace {
void check_channels(const char* op, const char* what, const Tensor& t, const Tensor& x, const Shape& shape) {
  if (!t.defined()) return;
  check_same_dtype(op, "input", x, what, t);
  check(t.shape() == shape, ErrorKind::shape, "[", op, "] ", what, " is ", t, " for input ", x, "; need ", shape, ".");
}
template <class T>
T* data_or_null(const Tensor& t) {
  return t.defined() ? t.data<T>() : nullptr;
}
}  // namespace

Tensor batch_norm(const Tensor& x, const Tensor& running_mean, const Tensor& running_var, const Tensor& weight, const Tensor& bias, bool training,
                  double momentum, double eps) {
  check_floating("batch_norm", "input", x);
  check(x.dim() >= 2, ErrorKind::shape, "[batch_norm] input is ", x, "; need [N,C] or [N,C,...].");
  const std::int64_t N = x.shape()[0], C = x.shape()[1], S = around(x.shape(), 1).inner;
  check_channels("batch_norm", "running_mean", running_mean, x, {C});
  check_channels("batch_norm", "running_var", running_var, x, {C});
  check_channels("batch_norm", "weight", weight, x, {C});
  check_channels("batch_norm", "bias", bias, x, {C});
  check(running_mean.defined() == running_var.defined(), ErrorKind::value, "[batch_norm] only one of running_mean and running_var is given; need both or none.");
  check(training || running_mean.defined(), ErrorKind::value, "[batch_norm] eval mode without running statistics; need running_mean and running_var.");
  check(!training || N * S > 1, ErrorKind::value, "[batch_norm] input is ", x, ": expected more than 1 value per channel when training. Use a larger batch, or eval().");
  const Tensor xc = dense(x), w = dense(weight), b = dense(bias);
  Tensor mean = training ? empty({C}, x.dtype()) : running_mean.detach().clone(), var = training ? empty({C}, x.dtype()) : running_var.detach().clone();
  Tensor y = empty(x.shape(), x.dtype());
  dispatch_floating("batch_norm", x.dtype(), [&]<class T>() {
    if (training) kernels::batch_norm_stats(xc.data<T>(), N, C, S, mean.data<T>(), var.data<T>());
    kernels::batch_norm_apply(xc.data<T>(), N, C, S, mean.data<T>(), var.data<T>(), eps, data_or_null<T>(w), data_or_null<T>(b), y.data<T>());
  });
  if (tracer) trace("batch_norm", y, {&xc, &running_mean, &running_var, &w, &b}, {training ? 1.0 : 0.0, momentum, eps});
  if (training && running_mean.defined()) {
    const NoGradGuard guard;
    Tensor rm = running_mean, rv = running_var;
    rm.mul_(1 - momentum).add_(mean, momentum);
    const double n = static_cast<double>(N * S);
    rv.mul_(1 - momentum).add_(var, momentum * n / (n - 1));
  }
  if (!needs_grad(x, weight, bias)) return y;
  return record_once("NativeBatchNormBackward0", y, {x, weight, bias},
                     [x = saved(x), w = saved(weight), mean, var, N, C, S, eps, training](const Tensor& dy_, Grads& d) {
                       const Tensor dy = dense(dy_), xc = dense(x()), wc = dense(w());
                       if (d.needs(0)) d[0] = empty(dy.shape(), dy.dtype());
                       if (d.needs(1)) d[1] = empty({C}, dy.dtype());
                       if (d.needs(2)) d[2] = empty({C}, dy.dtype());
                       dispatch_floating("batch_norm", dy.dtype(), [&]<class T>() {
                         kernels::batch_norm_backward(dy.data<T>(), xc.data<T>(), N, C, S, mean.data<T>(), var.data<T>(), eps, data_or_null<T>(wc), training,
                                                      data_or_null<T>(d[0]), data_or_null<T>(d[1]), data_or_null<T>(d[2]));
                       });
                     });
}

Tensor layer_norm(const Tensor& x, const Dims& normalized_shape, const Tensor& weight, const Tensor& bias, double eps) {
  check_floating("layer_norm", "input", x);
  const int rank = normalized_shape.rank();
  bool fits = rank >= 1 && x.dim() >= rank;
  for (int i = 0; fits && i < rank; ++i) fits = x.shape()[x.dim() - rank + i] == normalized_shape[i];
  check(fits, ErrorKind::shape, "[layer_norm] input is ", x, "; its last sizes must be normalized_shape ", normalized_shape, ".");
  check_channels("layer_norm", "weight", weight, x, normalized_shape);
  check_channels("layer_norm", "bias", bias, x, normalized_shape);
  const std::int64_t n = numel(normalized_shape), rows = n ? x.numel() / n : 0;
  const Tensor xc = dense(x), w = dense(weight), b = dense(bias);
  Tensor y = empty(x.shape(), x.dtype()), mean = empty({rows}, x.dtype()), rstd = empty({rows}, x.dtype());
  dispatch_floating("layer_norm", x.dtype(), [&]<class T>() {
    kernels::layer_norm(xc.data<T>(), rows, n, data_or_null<T>(w), data_or_null<T>(b), eps, y.data<T>(), mean.data<T>(), rstd.data<T>());
  });
  if (tracer) {
    std::vector<double> params;
    append_list(params, normalized_shape);
    params.push_back(eps);
    const Tensor* in[] = {&xc, &w, &b};
    tracer->op("layer_norm", y, in, params);
  }
  if (!needs_grad(x, weight, bias)) return y;
  return record_once("NativeLayerNormBackward0", y, {x, weight, bias},
                     [x = saved(x), w = saved(weight), mean, rstd, rows, n, shape = normalized_shape](const Tensor& dy_, Grads& d) {
                       const Tensor dy = dense(dy_), xc = dense(x()), wc = dense(w());
                       if (d.needs(0)) d[0] = empty(dy.shape(), dy.dtype());
                       if (d.needs(1)) d[1] = empty(shape, dy.dtype());
                       if (d.needs(2)) d[2] = empty(shape, dy.dtype());
                       dispatch_floating("layer_norm", dy.dtype(), [&]<class T>() {
                         kernels::layer_norm_backward(dy.data<T>(), xc.data<T>(), rows, n, mean.data<T>(), rstd.data<T>(), data_or_null<T>(wc),
                                                      data_or_null<T>(d[0]), data_or_null<T>(d[1]), data_or_null<T>(d[2]));
                       });
                     });
}

namespace {
Tensor dropout_apply(const Tensor& x, const kernels::PhiloxState& s, double p) {
  const Tensor xc = dense(x);
  Tensor y = empty(x.shape(), x.dtype());
  dispatch_floating("dropout", x.dtype(), [&]<class T>() { kernels::dropout(s, xc.data<T>(), y.data<T>(), y.numel(), p); });
  if (tracer) trace("dropout", y, {&xc}, {p});
  if (!needs_grad(x)) return y;
  // The mask is not kept: it is drawn again from the same place of the stream.
  return record("DropoutBackward0", y, {x}, [s, p](const Tensor& dy, Grads& d) { d[0] = dropout_apply(dy, s, p); });
}
}  // namespace

Tensor dropout(const Tensor& x, double p, bool training, Generator* generator) {
  check_floating("dropout", "input", x);
  check(p >= 0 && p <= 1, ErrorKind::value, "[dropout] dropout probability has to be between 0 and 1, but got ", p, ".");
  if (!training || p == 0) return x;
  Generator& g = generator ? *generator : default_generator();
  const std::uint64_t at = g.reserve(x.numel());
  return dropout_apply(x, {g.seed(), at}, p);
}

}  // namespace wick
