// Dropout of whole channels, and the one that suits selu. They multiply by a mask that lies outside the graph.

#include "ops/formula.h"
#include "wick/ops/activation.h"

namespace wick {

namespace {

void check_probability(const char* op, const Tensor& x, double p) {
  check_floating(op, "input", x);
  check(p >= 0 && p <= 1, ErrorKind::value, "[{}] dropout probability has to be between 0 and 1, but got {}.", op, p);
}

// One element for each of the first dimensions, the others of size 1.
Shape leading(const char* op, const Tensor& x, int dims) {
  check(x.dim() >= dims, ErrorKind::shape, "[{}] Feature dropout requires at least {} dimensions in the input; input is {}.", op, dims, x);
  Shape out = x.shape();
  for (int d = dims; d < x.dim(); ++d) out[d] = 1;
  return out;
}

// 0 with probability p, else 1 / (1 - p).
Term mask(const Shape& shape, const Tensor& like, double p, Generator* generator) {
  return hold([&] { return dropout(ones(shape, like.dtype()), p, true, generator); });
}

// Channels are dimension dims - 1.
Tensor drop_channels(const char* op, const Tensor& x, int dims, double p, bool training, Generator* generator) {
  check_probability(op, x, p);
  const Shape shape = leading(op, x, dims);
  if (!training || p == 0) return x;
  const Formula temporaries;
  return Term(x) * mask(shape, x, p, generator);
}

Tensor drop_to_saturation(const char* op, const Tensor& x, int dims, double p, bool training, Generator* generator) {
  check_probability(op, x, p);
  const Shape shape = leading(op, x, dims);
  if (!training || p == 0) return x;
  const Formula temporaries;
  if (p == 1) return Term(x) * 0.0;
  constexpr double kAlpha = 1.7580993408473766;  // of selu: -scale alpha is the value it saturates at
  const double a = 1 / __builtin_sqrt((kAlpha * kAlpha * p + 1) * (1 - p));
  const Term kept = to(apply(gt, mask(shape, x, p, generator), 0.0), x.dtype());
  return Term(x) * (kept * a) + (kept - (1 - p)) * (kAlpha * a);
}

}  // namespace

Tensor dropout1d(const Tensor& x, double p, bool training, Generator* generator) {
  check_probability("dropout1d", x, p);
  check(x.dim() == 2 || x.dim() == 3, ErrorKind::shape, "[dropout1d] Expected 2D or 3D input, but received a {}D input: {}.", x.dim(), x);
  return drop_channels("dropout1d", x, x.dim() - 1, p, training, generator);
}
Tensor dropout2d(const Tensor& x, double p, bool training, Generator* generator) {
  return drop_channels("dropout2d", x, 2, p, training, generator);
}
Tensor dropout3d(const Tensor& x, double p, bool training, Generator* generator) {
  return drop_channels("dropout3d", x, x.defined() && x.dim() == 5 ? 2 : 1, p, training, generator);
}
Tensor alpha_dropout(const Tensor& x, double p, bool training, Generator* generator) {
  return drop_to_saturation("alpha_dropout", x, x.defined() ? x.dim() : 0, p, training, generator);
}
Tensor feature_alpha_dropout(const Tensor& x, double p, bool training, Generator* generator) {
  return drop_to_saturation("feature_alpha_dropout", x, 2, p, training, generator);
}

}  // namespace wick
