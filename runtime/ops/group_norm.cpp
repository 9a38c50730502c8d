// Normalization within a sample, composed of layer_norm and batch_norm.

#include "wick/ops/norm.h"

#include <limits>

#include "ops/common.h"

namespace wick {

namespace {

void check_channels(const char* op, const char* what, const Tensor& t, const Tensor& x) {
  if (!t.defined()) return;
  check_same_dtype(op, "input", x, what, t);
  check(t.shape() == Shape{x.size(1)}, ErrorKind::shape, "[{}] {} is {} for input {}; need [{}].", op, what, t, x, x.size(1));
}

// y weight + bias, one value of each per channel of y [N,C,...].
Tensor scaled(const Tensor& y, const Tensor& weight, const Tensor& bias) {
  Shape shape = Dims::filled(y.dim() - 1, 1);
  shape[0] = y.size(1);
  Tensor out = weight.defined() ? y * weight.reshape(shape) : y;
  return bias.defined() ? out + bias.reshape(shape) : out;
}

}  // namespace

Tensor group_norm(const Tensor& x, std::int64_t num_groups, const Tensor& weight, const Tensor& bias, double eps) {
  check_floating("group_norm", "input", x);
  check(x.dim() >= 2, ErrorKind::shape, "[group_norm] input is {}; need [N,C,...].", x);
  check(num_groups > 0 && x.size(1) % num_groups == 0, ErrorKind::value,
        "[group_norm] input is {} with num_groups {}; number of channels must be divisible by num_groups.", x, num_groups);
  check_channels("group_norm", "weight", weight, x);
  check_channels("group_norm", "bias", bias, x);
  const std::int64_t width = x.size(1) / num_groups * around(x.shape(), 1).inner;
  check(x.size(0) * width != 1, ErrorKind::value, "[group_norm] input is {}: expected more than 1 value per channel when training.", x);
  if (x.numel() == 0) return scaled(x * 1.0, weight, bias);
  return scaled(layer_norm(x.reshape({x.size(0) * num_groups, width}), width, {}, {}, eps).reshape(x.shape()), weight, bias);
}

Tensor instance_norm(const Tensor& x, const Tensor& running_mean, const Tensor& running_var, const Tensor& weight, const Tensor& bias,
                     bool use_input_stats, double momentum, double eps) {
  check_floating("instance_norm", "input", x);
  check(x.dim() >= 2, ErrorKind::shape, "[instance_norm] input is {}; need [N,C,...].", x);
  for (const auto& [name, t] : {std::pair{"running_mean", &running_mean}, {"running_var", &running_var}, {"weight", &weight}, {"bias", &bias}})
    check_channels("instance_norm", name, *t, x);
  check(running_mean.defined() == running_var.defined(), ErrorKind::value,
        "[instance_norm] only one of running_mean and running_var is given; need both or none.");
  check(use_input_stats || running_mean.defined(), ErrorKind::value,
        "[instance_norm] expected running_mean and running_var to be defined when use_input_stats is false.");
  if (!use_input_stats) return batch_norm(x, running_mean, running_var, weight, bias, false, momentum, eps);
  const std::int64_t N = x.size(0), C = x.size(1), S = around(x.shape(), 1).inner;
  check(S > 1, ErrorKind::value, "[instance_norm] input is {}: expected more than 1 spatial element when training.", x);
  if (!running_mean.defined()) return group_norm(x, C, weight, bias, eps);
  // Each channel of each sample is a channel of one batch; the statistics move by their mean over the samples.
  const auto repeated = [&](const Tensor& t) { return t.detach().expand({N, C}).clone().reshape({N * C}); };
  const Tensor mean = repeated(running_mean), var = repeated(running_var);
  const Tensor y = batch_norm(x.reshape({1, N * C, S}), mean, var, {}, {}, true, momentum, eps);
  {
    const NoGradGuard guard;
    Tensor(running_mean).copy_(mean.reshape({N, C}).mean(0));
    Tensor(running_var).copy_(var.reshape({N, C}).mean(0));
  }
  return scaled(y.reshape(x.shape()), weight, bias);
}

Tensor rms_norm(const Tensor& x, const Dims& normalized_shape, const Tensor& weight, std::optional<double> eps) {
  check_floating("rms_norm", "input", x);
  const int rank = normalized_shape.rank();
  bool fits = rank >= 1 && x.dim() >= rank;
  Dims dims;
  for (int i = 0; fits && i < rank; ++i) {
    fits = x.size(i - rank) == normalized_shape[i];
    dims.push_back(i - rank);
  }
  check(fits, ErrorKind::shape, "[rms_norm] input is {}; its last sizes must be normalized_shape {}.", x, normalized_shape);
  if (weight.defined()) {
    check_same_dtype("rms_norm", "input", x, "weight", weight);
    check(weight.shape() == normalized_shape, ErrorKind::shape, "[rms_norm] weight is {} for input {}; need {}.", weight, x, normalized_shape);
  }
  const double least = x.dtype() == DType::float32 ? std::numeric_limits<float>::epsilon() : std::numeric_limits<double>::epsilon();
  const Tensor y = x * rsqrt(mean(square(x), dims, true) + eps.value_or(least));
  return weight.defined() ? y * weight : y;
}

Tensor local_response_norm(const Tensor& x, std::int64_t size, double alpha, double beta, double k) {
  check_floating("local_response_norm", "input", x);
  check(x.dim() >= 3, ErrorKind::shape, "[local_response_norm] input is {}; expected 3D or higher dimensionality input.", x);
  check(size > 0, ErrorKind::value, "[local_response_norm] size is {}; need size > 0.", size);
  if (x.numel() == 0) return x;
  const Tensor squares = constant_pad_nd(square(x).reshape({x.size(0), 1, x.size(1), -1}), {0, 0, size / 2, (size - 1) / 2});
  const Tensor mean = avg_pool2d(squares, {size, 1}, 1).reshape(x.shape());
  return x / pow(mean * alpha + k, beta);
}

}  // namespace wick
