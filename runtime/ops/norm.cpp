// Batch norm, layer norm and dropout.

#include "kernels/norm.h"

#include "kernels/random.h"
#include "ops/formula.h"

namespace wick {

namespace {
void check_channels(const char* op, const char* what, const Tensor& t, const Tensor& x, const Shape& shape) {
  if (!t.defined()) return;
  check_same_dtype(op, "input", x, what, t);
  check(t.shape() == shape, ErrorKind::shape, "[{}] {} is {} for input {}; need {}.", op, what, t, x, shape);
}
template <class T>
T* data_or_null(Term t) {
  return t->defined() ? t->data<T>() : nullptr;
}
Term root_of_inverse(Term var, double eps) { return apply(rsqrt, var + eps); }
Term mean(Term x, const Dims& dim) {
  return hold([&] { return wick::mean(*x, dim, true); });
}
// The gradients of y = (x - mean) rstd weight + bias from ops. Where mean and rstd are those of x along dim, they depend on it;
// else dim is empty. weight, shaped to broadcast with x, may be undefined; the engine sums gradients to its shape.
void normalized_twice(Term dy, Grads& d, Term x, Term weight, Term mean_x, Term rstd, const Dims& dim) {
  const Term xhat = (x - mean_x) * rstd;
  if (d.needs(1)) d[1] = dy * xhat;
  if (d.needs(2)) d[2] = dy;
  if (!d.needs(0)) return;
  const Term dxhat = weight->defined() ? dy * weight : dy;
  d[0] = (dim.empty() ? dxhat : dxhat - mean(dxhat, dim) - xhat * mean(dxhat * xhat, dim)) * rstd;
}
// running = (1 - momentum) running + share batch.
void move_towards(Tensor running, double momentum, const Tensor& batch, double share) {
  const NoGradGuard guard;
  running.mul_(1 - momentum).add_(batch, share);
}

struct BatchNormGradient {
  std::int64_t N, C, S;
  double eps;
  bool training;
  void operator()(Term dy, Grads& d) const {
    dispatch_floating("batch_norm", dy->dtype(), [&]<class T>() {
      kernels::batch_norm_backward(dy->data<T>(), d.kept(0)->data<T>(), N, C, S, d.kept(2)->data<T>(), d.kept(3)->data<T>(), eps,
                                   data_or_null<T>(d.kept(1)), training, d.make<T>(0), d.make<T>(1), d.make<T>(2));
    });
  }
  void twice(Term dy, Grads& d) const {
    const Shape flat{N, C, S}, per_channel{1, C, 1};
    const Term x = reshape(d.kept(0), flat), w = d.kept(1), weight = w->defined() ? reshape(w, per_channel) : w;
    const Dims batch = training ? Dims{0, 2} : Dims{};
    const Term m = training ? mean(x, batch) : reshape(d.kept(2), per_channel);
    const Term var = training ? hold([&] { return wick::var(*x, batch, 0, true); }) : reshape(d.kept(3), per_channel);
    normalized_twice(reshape(dy, flat), d, x, weight, m, root_of_inverse(var, eps), batch);
    if (d.needs(0)) d[0] = d[0].reshape(d.shape(0));
    for (const int i : {1, 2})
      if (d.needs(i)) d[i] = wick::sum(d[i], {0, 2});
  }
};

struct LayerNormGradient {
  std::int64_t rows, n;
  double eps;
  int rank;  // of the normalized shape
  void operator()(Term dy, Grads& d) const {
    dispatch_floating("layer_norm", dy->dtype(), [&]<class T>() {
      kernels::layer_norm_backward(dy->data<T>(), d.kept(0)->data<T>(), rows, n, d.kept(2)->data<T>(), d.kept(3)->data<T>(), data_or_null<T>(d.kept(1)),
                                   d.make<T>(0), d.make<T>(1), d.make<T>(2));
    });
  }
  void twice(Term dy, Grads& d) const {
    Dims last;
    for (int i = -rank; i < 0; ++i) last.push_back(i);
    const Term x = d.kept(0), var = hold([&] { return wick::var(*x, last, 0, true); });
    normalized_twice(dy, d, x, d.kept(1), mean(x, last), root_of_inverse(var, eps), last);
  }
};
}  // namespace

Tensor batch_norm(const Tensor& x, const Tensor& running_mean, const Tensor& running_var, const Tensor& weight, const Tensor& bias, bool training,
                  double momentum, double eps) {
  check_floating("batch_norm", "input", x);
  check(x.dim() >= 2, ErrorKind::shape, "[batch_norm] input is {}; need [N,C] or [N,C,...].", x);
  const std::int64_t N = x.shape()[0], C = x.shape()[1], S = around(x.shape(), 1).inner;
  check_channels("batch_norm", "running_mean", running_mean, x, {C});
  check_channels("batch_norm", "running_var", running_var, x, {C});
  check_channels("batch_norm", "weight", weight, x, {C});
  check_channels("batch_norm", "bias", bias, x, {C});
  check(running_mean.defined() == running_var.defined(), ErrorKind::value, "[batch_norm] only one of running_mean and running_var is given; need both or none.");
  check(training || running_mean.defined(), ErrorKind::value, "[batch_norm] eval mode without running statistics; need running_mean and running_var.");
  check(!training || N * S > 1, ErrorKind::value,
        "[batch_norm] input is {}: expected more than 1 value per channel when training. Use a larger batch, or eval().", x);
  const Formula temporaries;
  const Term xc = dense(x), w = dense(weight), b = dense(bias);
  const Term mean = hold([&] { return training ? empty({C}, x.dtype()) : running_mean.detach().clone(); });
  const Term var = hold([&] { return training ? empty({C}, x.dtype()) : running_var.detach().clone(); });
  Tensor y = empty_like(x);
  dispatch_floating("batch_norm", x.dtype(), [&]<class T>() {
    T *m = mean->data<T>(), *v = var->data<T>();
    const T* px = xc->data<T>();
    const T *pw = data_or_null<T>(w), *pb = data_or_null<T>(b);
    if (training) return kernels::batch_norm_train(px, N, C, S, eps, pw, pb, m, v, y.data<T>());
    kernels::batch_norm_apply(px, N, C, S, m, v, eps, pw, pb, y.data<T>());
  });
  if (tracer) trace("batch_norm", y, {&*xc, &running_mean, &running_var, &*w, &*b}, {training ? 1.0 : 0.0, momentum, eps});
  if (training && running_mean.defined()) {
    const double n = static_cast<double>(N * S);
    move_towards(running_mean, momentum, mean, momentum);
    move_towards(running_var, momentum, var, momentum * n / (n - 1));
  }
  const BatchNormGradient gradient{N, C, S, eps, training};
  record(y, "NativeBatchNormBackward0", kKeepFirst | kKeepSecond | kFused, gradient, x, weight, bias).keep(mean).keep(var);
  return y;
}

Tensor layer_norm(const Tensor& x, const Dims& normalized_shape, const Tensor& weight, const Tensor& bias, double eps) {
  check_floating("layer_norm", "input", x);
  const int rank = normalized_shape.rank();
  bool fits = rank >= 1 && x.dim() >= rank;
  for (int i = 0; fits && i < rank; ++i) fits = x.shape()[x.dim() - rank + i] == normalized_shape[i];
  check(fits, ErrorKind::shape, "[layer_norm] input is {}; its last sizes must be normalized_shape {}.", x, normalized_shape);
  check_channels("layer_norm", "weight", weight, x, normalized_shape);
  check_channels("layer_norm", "bias", bias, x, normalized_shape);
  const std::int64_t n = numel(normalized_shape), rows = n ? x.numel() / n : 0;
  const Formula temporaries;
  const Term xc = dense(x), w = dense(weight), b = dense(bias);
  const auto rows_of = [&] { return empty({rows}, x.dtype()); };
  const Term mean = hold(rows_of), rstd = hold(rows_of);
  Tensor y = empty_like(x);
  dispatch_floating("layer_norm", x.dtype(), [&]<class T>() {
    kernels::layer_norm(xc->data<T>(), rows, n, data_or_null<T>(w), data_or_null<T>(b), eps, y.data<T>(), mean->data<T>(), rstd->data<T>());
  });
  if (tracer) {
    std::vector<double> params;
    append_list(params, normalized_shape);
    params.push_back(eps);
    const Tensor* in[] = {&*xc, &*w, &*b};
    tracer->op("layer_norm", y, in, params);
  }
  record(y, "NativeLayerNormBackward0", kKeepFirst | kKeepSecond | kFused, LayerNormGradient{rows, n, eps, rank}, x, weight, bias).keep(mean).keep(rstd);
  return y;
}

namespace {
Tensor dropout_apply(const Tensor& x, const kernels::PhiloxState& s, double p) {
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty_like(x);
  dispatch_floating("dropout", x.dtype(), [&]<class T>() { kernels::dropout(s, xc->data<T>(), y.data<T>(), y.numel(), p); });
  if (tracer) trace("dropout", y, {&*xc}, {p});
  // The mask is not kept: it is drawn again from the same place of the stream.
  record(y, "DropoutBackward0", kKeepNothing, [s, p](Term dy, Grads&) { return hold([&] { return dropout_apply(dy, s, p); }); }, x);
  return y;
}
}  // namespace

Tensor dropout(const Tensor& x, double p, bool training, Generator* generator) {
  check_floating("dropout", "input", x);
  check(p >= 0 && p <= 1, ErrorKind::value, "[dropout] dropout probability has to be between 0 and 1, but got {}.", p);
  if (!training || p == 0) return x;
  Generator& g = generator ? *generator : default_generator();
  const std::uint64_t at = g.reserve(x.numel());
  return dropout_apply(x, {g.seed(), at}, p);
}

}  // namespace wick
