// Normalization layers.

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/autograd.h"
#include "wick/nn/init.h"
#include "wick/nn/layers.h"

namespace wick::nn {

namespace {

Tensor ones_parameter(const Shape& shape) {
  Tensor t = new_parameter(shape);
  init::ones_(t);
  return t;
}

void check_eps(const char* layer, double eps) { check(eps > 0, ErrorKind::value, "[{}] eps is {}; need eps > 0.", layer, eps); }

void check_normalized_shape(const char* layer, const Dims& shape) {
  check(!shape.empty(), ErrorKind::value, "[{}] normalized_shape is empty; need at least one size.", layer);
  for (const std::int64_t s : shape) check_positive(layer, "normalized_shape", s);
}

void visit_affine(Visitor& v, Tensor& weight, Tensor& bias) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
}

}  // namespace

RunningNorm::RunningNorm(const char* type, int n, std::int64_t features, const BatchNormOptions& o)
    : num_features(features), options(o), type_(type), n_(n) {
  check_positive(type, "num_features", features);
  check_eps(type, o.eps);
  check(!o.momentum || (*o.momentum >= 0 && *o.momentum <= 1), ErrorKind::value, "[{}] momentum is {}; need 0 <= momentum <= 1.", type, o.momentum.value_or(0));
  if (o.affine) {
    weight = ones_parameter(features);
    bias = new_parameter(features);
  }
  if (o.track_running_stats) {
    running_mean = zeros(features);
    running_var = ones(features);
    num_batches_tracked = zeros({}, DType::int64);
  }
}

void RunningNorm::visit(Visitor& v) {
  visit_affine(v, weight, bias);
  v.buffer("running_mean", running_mean);
  v.buffer("running_var", running_var);
  v.buffer("num_batches_tracked", num_batches_tracked);
}

std::string RunningNorm::extra_repr() const {
  return str("{}, eps={}, momentum={}, affine={}, track_running_stats={}", num_features, py_float(options.eps),
      options.momentum ? py_float(*options.momentum) : "None", py_bool(options.affine), py_bool(options.track_running_stats));
}

Tensor BatchNorm::forward(const Tensor& x) {
  static constexpr const char* kInputs[] = {"[N,C] or [N,C,L]", "[N,C,H,W]", "[N,C,D,H,W]"};
  const bool fits = (x.dim() == n_ + 2 || (n_ == 1 && x.dim() == 2)) && x.size(1) == num_features;
  check(fits, ErrorKind::shape, "[{}] input is {}; need {} with C = {} (num_features).", type_, x, kInputs[n_ - 1], num_features);
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

Tensor InstanceNorm::forward(const Tensor& x) {
  static constexpr const char* kInputs[] = {"[N,C,L] or [C,L]", "[N,C,H,W] or [C,H,W]", "[N,C,D,H,W] or [C,D,H,W]"};
  check(x.dim() == n_ + 1 || x.dim() == n_ + 2, ErrorKind::shape, "[{}] input is {}; need {}.", type_, x, kInputs[n_ - 1]);
  if (x.dim() == n_ + 1) return forward(x.unsqueeze(0)).squeeze(0);
  return instance_norm(x, running_mean, running_var, weight, bias, training || !options.track_running_stats, options.momentum.value_or(0), options.eps);
}

GroupNorm::GroupNorm(std::int64_t groups, std::int64_t channels, const GroupNormOptions& o) : num_groups(groups), num_channels(channels), options(o) {
  check_positive("GroupNorm", "num_groups", groups);
  check_positive("GroupNorm", "num_channels", channels);
  check_eps("GroupNorm", o.eps);
  check(channels % groups == 0, ErrorKind::value, "[GroupNorm] num_channels is {}, num_groups is {}; num_channels must be divisible by num_groups.", channels, groups);
  if (!o.affine) return;
  weight = ones_parameter(channels);
  bias = new_parameter(channels);
}

Tensor GroupNorm::forward(const Tensor& x) {
  check(x.dim() >= 2 && x.size(1) == num_channels, ErrorKind::shape, "[GroupNorm] input is {}; need [N,{},...] (num_channels).", x, num_channels);
  return group_norm(x, num_groups, weight, bias, options.eps);
}

void GroupNorm::visit(Visitor& v) { visit_affine(v, weight, bias); }

std::string GroupNorm::extra_repr() const {
  return str("{}, {}, eps={}, affine={}", num_groups, num_channels, py_float(options.eps), py_bool(options.affine));
}

LayerNorm::LayerNorm(const Dims& shape, const LayerNormOptions& o) : normalized_shape(shape), options(o) {
  check_normalized_shape("LayerNorm", shape);
  check_eps("LayerNorm", o.eps);
  if (!o.elementwise_affine) return;
  weight = ones_parameter(shape);
  bias = new_parameter(shape);
}

Tensor LayerNorm::forward(const Tensor& x) {
  const int n = normalized_shape.rank(), first = x.dim() - n;
  bool fits = first >= 0;
  for (int i = 0; fits && i < n; ++i) fits = x.shape()[first + i] == normalized_shape[i];
  check(fits, ErrorKind::shape, "[LayerNorm] input is {}; its last sizes must be {} (normalized_shape).", x, normalized_shape);
  return layer_norm(x, normalized_shape, weight, bias, options.eps);
}

void LayerNorm::visit(Visitor& v) { visit_affine(v, weight, bias); }

std::string LayerNorm::extra_repr() const {
  return str("{}, eps={}, elementwise_affine={}", py_tuple(normalized_shape), py_float(options.eps), py_bool(options.elementwise_affine));
}

RMSNorm::RMSNorm(const Dims& shape, const RMSNormOptions& o) : normalized_shape(shape), options(o) {
  check_normalized_shape("RMSNorm", shape);
  if (o.eps) check_eps("RMSNorm", *o.eps);
  if (o.elementwise_affine) weight = ones_parameter(shape);
}

std::string RMSNorm::extra_repr() const {
  return str("{}, eps={}, elementwise_affine={}", py_tuple(normalized_shape), options.eps ? py_float(*options.eps) : "None", py_bool(options.elementwise_affine));
}

std::string LocalResponseNorm::extra_repr() const {
  return str("{}, alpha={}, beta={}, k={}", size, py_float(options.alpha), py_float(options.beta), py_float(options.k));
}

}  // namespace wick::nn
