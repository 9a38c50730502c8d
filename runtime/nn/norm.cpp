// BatchNorm1d, BatchNorm2d, LayerNorm.

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/autograd.h"
#include "wick/nn/init.h"
#include "wick/nn/layers.h"

namespace wick::nn {

BatchNorm::BatchNorm(std::int64_t n, const BatchNormOptions& o) : num_features(n), options(o) {
  check_positive("BatchNorm", "num_features", n);
  check(o.eps > 0, ErrorKind::value, "[BatchNorm] eps is {}; need eps > 0.", o.eps);
  check(!o.momentum || (*o.momentum >= 0 && *o.momentum <= 1), ErrorKind::value, "[BatchNorm] momentum is {}; need 0 <= momentum <= 1.",
        o.momentum.value_or(0));
  if (o.affine) {
    weight = new_parameter(n);
    init::ones_(weight);
    bias = new_parameter(n);
  }
  if (o.track_running_stats) {
    running_mean = zeros(n);
    running_var = ones(n);
    num_batches_tracked = zeros({}, DType::int64);
  }
}

Tensor BatchNorm::forward(const Tensor& x) {
  const bool fits = rank_ok(x.dim()) && x.size(1) == num_features;
  check(fits, ErrorKind::shape, "[{}] input is {}; need {} with C = {} (num_features).", type(), x, needed_input(), num_features);
  const bool tracks = options.track_running_stats, moves = training && tracks;
  // Without momentum the n-th batch weighs 1 / n: the running statistics are plain averages.
  const double momentum = options.momentum ? *options.momentum : moves ? 1 / (num_batches_tracked.item() + 1) : 0;
  const Tensor y = batch_norm(x, running_mean, running_var, weight, bias, training || !tracks, momentum, options.eps);
  if (moves) {
    ++*num_batches_tracked.data<std::int64_t>();
    bump_version(num_batches_tracked);
  }
  return y;
}

void BatchNorm::visit(Visitor& v) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
  v.buffer("running_mean", running_mean);
  v.buffer("running_var", running_var);
  v.buffer("num_batches_tracked", num_batches_tracked);
}

std::string BatchNorm::extra_repr() const {
  return str("{}, eps={}, momentum={}, affine={}, track_running_stats={}", num_features, py_float(options.eps),
      options.momentum ? py_float(*options.momentum) : "None", py_bool(options.affine), py_bool(options.track_running_stats));
}

LayerNorm::LayerNorm(const Dims& shape, const LayerNormOptions& o) : normalized_shape(shape), options(o) {
  check(!shape.empty(), ErrorKind::value, "[LayerNorm] normalized_shape is empty; need at least one size.");
  for (const std::int64_t s : shape) check_positive("LayerNorm", "normalized_shape", s);
  check(o.eps > 0, ErrorKind::value, "[LayerNorm] eps is {}; need eps > 0.", o.eps);
  if (!o.elementwise_affine) return;
  weight = new_parameter(shape);
  init::ones_(weight);
  bias = new_parameter(shape);
}

Tensor LayerNorm::forward(const Tensor& x) {
  const int n = normalized_shape.rank(), first = x.dim() - n;
  bool fits = first >= 0;
  for (int i = 0; fits && i < n; ++i) fits = x.shape()[first + i] == normalized_shape[i];
  check(fits, ErrorKind::shape, "[LayerNorm] input is {}; its last sizes must be {} (normalized_shape).", x, normalized_shape);
  return layer_norm(x, normalized_shape, weight, bias, options.eps);
}

void LayerNorm::visit(Visitor& v) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
}

std::string LayerNorm::extra_repr() const {
  return str("{}, eps={}, elementwise_affine={}", py_tuple(normalized_shape), py_float(options.eps), py_bool(options.elementwise_affine));
}

}  // namespace wick::nn
