#include "wick/nn/init.h"

#include <cmath>

#include "wick/autograd.h"
#include "wick/ops.h"
#include "wick/random.h"

namespace wick::nn::init {

double calculate_gain(std::string_view nonlinearity, std::optional<double> param) {
  for (const char* name : {"linear", "conv1d", "conv2d", "conv3d", "conv_transpose1d", "conv_transpose2d", "conv_transpose3d", "sigmoid"})
    if (nonlinearity == name) return 1;
  if (nonlinearity == "tanh") return 5.0 / 3;
  if (nonlinearity == "relu") return std::sqrt(2.0);
  if (nonlinearity == "selu") return 0.75;
  if (nonlinearity == "leaky_relu") {
    const double slope = param.value_or(0.01);
    return std::sqrt(2.0 / (1 + slope * slope));
  }
  fail(ErrorKind::value, "[calculate_gain] Unsupported nonlinearity: nonlinearity is \"{}\"; need linear, conv1d to conv3d, conv_transpose1d to conv_transpose3d, sigmoid, tanh, relu, leaky_relu or selu.", nonlinearity);
}

std::pair<std::int64_t, std::int64_t> fan_in_and_fan_out(const Tensor& t) {
  check(t.dim() >= 2, ErrorKind::shape, "[init] tensor is {}; fan in and fan out need at least 2 dimensions.", t);
  std::int64_t receptive_field = 1;
  for (int i = 2; i < t.dim(); ++i) receptive_field *= t.size(i);
  return {t.size(1) * receptive_field, t.size(0) * receptive_field};
}

void uniform_(const Tensor& t, double a, double b) {
  const NoGradGuard guard;
  wick::uniform_(t, a, b);
}

void normal_(const Tensor& t, double mean, double std) {
  const NoGradGuard guard;
  wick::normal_(t, mean, std);
}

void constant_(const Tensor& t, double value) {
  const NoGradGuard guard;
  Tensor(t).fill_(value);
}
void zeros_(const Tensor& t) { constant_(t, 0); }
void ones_(const Tensor& t) { constant_(t, 1); }

namespace {

// The inverse of erf, to 1e-6; log_of is log((1 - x)(1 + x)).
// Source: Giles 2010, "Approximating the erfinv function", single precision.
double erfinv(double x, double log_of) {
  static constexpr double kCentre[] = {2.81022636e-08, 3.43273939e-07, -3.5233877e-06, -4.39150654e-06, 0.00021858087,
                                       -0.00125372503, -0.00417768164, 0.246640727,    1.50140941};
  static constexpr double kTail[] = {-0.000200214257, 0.000100950558, 0.00134934322, -0.00367342844, 0.00573950773,
                                     -0.0076224613,   0.00943887047,  1.00167406,    2.83297682};
  const bool tail = -log_of >= 5;
  const double w = tail ? std::sqrt(-log_of) - 3 : -log_of - 2.5;
  double p = 0;
  for (const double c : tail ? kTail : kCentre) p = c + p * w;
  return p * x;
}

double normal_cdf(double x) { return (1 + std::erf(x / std::sqrt(2.0))) / 2; }

void check_matrix(const char* name, const Tensor& t) {
  check(t.dim() == 2, ErrorKind::shape, "[{}] tensor is {}; only tensors with 2 dimensions are supported.", name, t);
}

// n vectors of the given length, made orthonormal one after another; the second pass removes what rounding left of the first.
std::vector<double> orthonormal(std::int64_t n, std::int64_t length) {
  std::vector<double> v = randn({n, length}).to_vector();
  for (std::int64_t i = 0; i < n; ++i) {
    double* const x = v.data() + i * length;
    for (int pass = 0; pass < 2; ++pass)
      for (std::int64_t j = 0; j < i; ++j) {
        const double* const y = v.data() + j * length;
        double along = 0;
        for (std::int64_t k = 0; k < length; ++k) along += x[k] * y[k];
        for (std::int64_t k = 0; k < length; ++k) x[k] -= along * y[k];
      }
    double squares = 0;
    for (std::int64_t k = 0; k < length; ++k) squares += x[k] * x[k];
    for (std::int64_t k = 0; k < length; ++k) x[k] /= std::sqrt(squares);
  }
  return v;
}

double xavier_std(const Tensor& t, double gain) {
  const auto [fan_in, fan_out] = fan_in_and_fan_out(t);
  return gain * std::sqrt(2.0 / static_cast<double>(fan_in + fan_out));
}

double kaiming_std(const Tensor& t, double a, std::string_view mode, std::string_view nonlinearity) {
  check(mode == "fan_in" || mode == "fan_out", ErrorKind::value, "[init] mode is \"{}\"; need fan_in or fan_out.", mode);
  const auto [fan_in, fan_out] = fan_in_and_fan_out(t);
  return calculate_gain(nonlinearity, a) / std::sqrt(static_cast<double>(mode == "fan_in" ? fan_in : fan_out));
}

// The uniform distribution on [-b, b] has the standard deviation b / sqrt(3).
void symmetric_uniform(const Tensor& t, double std) {
  const double bound = std::sqrt(3.0) * std;
  if (t.numel()) init::uniform_(t, -bound, bound);
}

}  // namespace

void xavier_uniform_(const Tensor& t, double gain) { symmetric_uniform(t, xavier_std(t, gain)); }
void xavier_normal_(const Tensor& t, double gain) { init::normal_(t, 0, xavier_std(t, gain)); }
void kaiming_uniform_(const Tensor& t, double a, std::string_view mode, std::string_view nonlinearity) {
  symmetric_uniform(t, kaiming_std(t, a, mode, nonlinearity));
}
void kaiming_normal_(const Tensor& t, double a, std::string_view mode, std::string_view nonlinearity) {
  init::normal_(t, 0, kaiming_std(t, a, mode, nonlinearity));
}

// The inverse of the distribution function, at even draws between its values at a and b.
void trunc_normal_(const Tensor& t, double mean, double std, double a, double b) {
  check(std >= 0 && a <= b, ErrorKind::value, "[trunc_normal_] std is {}, a {}, b {}; need std >= 0 and a <= b.", std, a, b);
  const NoGradGuard guard;
  Tensor x = empty(t.shape());
  wick::uniform_(x, 2 * normal_cdf((a - mean) / std) - 1, 2 * normal_cdf((b - mean) / std) - 1);
  const Tensor logs = log(clamp((1.0 - x) * (x + 1.0), 1e-30));
  float* const p = x.data<float>();
  for (std::int64_t i = 0; i < x.numel(); ++i)
    p[i] = static_cast<float>(mean + std * std::sqrt(2.0) * erfinv(static_cast<double>(p[i]), static_cast<double>(logs.data<float>()[i])));
  Tensor(t).copy_(clamp(x, a, b));
}

void eye_(const Tensor& t) {
  check_matrix("eye_", t);
  const NoGradGuard guard;
  Tensor(t).zero_();
  for (std::int64_t i = 0; i < t.size(0) && i < t.size(1); ++i) t.select(0, i).select(0, i).fill_(1);
}

void dirac_(const Tensor& t, std::int64_t groups) {
  check(t.dim() >= 3 && t.dim() <= 5, ErrorKind::shape, "[dirac_] tensor is {}; only tensors with 3, 4, or 5 dimensions are supported.", t);
  check(groups > 0 && t.size(0) % groups == 0, ErrorKind::value, "[dirac_] tensor is {}, groups {}; dim 0 must be divisible by groups.", t, groups);
  const NoGradGuard guard;
  Tensor(t).zero_();
  const std::int64_t per_group = t.size(0) / groups;
  for (std::int64_t g = 0; g < groups; ++g)
    for (std::int64_t d = 0; d < per_group && d < t.size(1); ++d) {
      Tensor kernel = t.select(0, g * per_group + d).select(0, d);
      while (kernel.dim() > 0) kernel = kernel.select(0, kernel.size(0) / 2);
      kernel.fill_(1);
    }
}

void orthogonal_(const Tensor& t, double gain) {
  check(t.dim() >= 2, ErrorKind::shape, "[orthogonal_] tensor is {}; only tensors with 2 or more dimensions are supported.", t);
  if (t.numel() == 0) return;
  const NoGradGuard guard;
  const std::int64_t rows = t.size(0), cols = t.numel() / rows;
  const bool wide = rows < cols;
  std::vector<float> values;
  for (const double v : orthonormal(wide ? rows : cols, wide ? cols : rows)) values.push_back(static_cast<float>(gain * v));
  const Tensor q = wide ? tensor(values, {rows, cols}) : tensor(values, {cols, rows}).t();
  Tensor(t).copy_(q.reshape(t.shape()));
}

void sparse_(const Tensor& t, double sparsity, double std) {
  check_matrix("sparse_", t);
  check(sparsity >= 0 && sparsity <= 1, ErrorKind::value, "[sparse_] sparsity is {}; need 0 <= sparsity <= 1.", sparsity);
  init::normal_(t, 0, std);
  const NoGradGuard guard;
  const std::int64_t n_zeros = static_cast<std::int64_t>(std::ceil(sparsity * static_cast<double>(t.size(0))));
  for (std::int64_t c = 0; c < t.size(1); ++c) {
    const Tensor order = randperm(t.size(0));
    for (std::int64_t i = 0; i < n_zeros; ++i) t.select(0, order.data<std::int64_t>()[i]).select(0, c).fill_(0);
  }
}

}  // namespace wick::nn::init
