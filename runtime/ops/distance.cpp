// Products and distances of two inputs, all composed.

#include "wick/ops/distance.h"

#include "ops/common.h"
#include "wick/ops/statistics.h"

namespace wick {

namespace {

// The length of x along dim, or eps if that is larger. Its gradient is x by its value, as PyTorch has it for either.
Tensor length(const Tensor& x, int dim, double eps) {
  const Tensor squares = sum(square(x), dim, true), small = lt(squares, eps * eps);
  const Tensor least = (squares - squares.detach()) * (0.5 / eps) + eps;
  return where(small, least, sqrt(where(small, 1.0, squares)));
}

}  // namespace

Tensor cosine_similarity(const Tensor& x1, const Tensor& x2, std::int64_t dim, double eps) {
  check_floating("cosine_similarity", "x1", x1);
  check_floating("cosine_similarity", "x2", x2);
  check_same_dtype("cosine_similarity", "x1", x1, "x2", x2);
  const Shape shape = broadcast_shapes("cosine_similarity", x1.shape(), x2.shape());
  const int d = wrap_dim("cosine_similarity", dim, shape.rank());
  const auto direction = [&](const Tensor& x) {
    const Tensor all = x.expand(shape);
    return all / length(all, d, eps);
  };
  return sum(direction(x1) * direction(x2), d);
}

Tensor pairwise_distance(const Tensor& x1, const Tensor& x2, double p, double eps, bool keepdim) {
  check_floating("pairwise_distance", "x1", x1);
  check_floating("pairwise_distance", "x2", x2);
  check_same_dtype("pairwise_distance", "x1", x1, "x2", x2);
  (void)broadcast_shapes("pairwise_distance", x1.shape(), x2.shape());
  return norm(x1 - x2 + eps, p, -1, keepdim);
}

Tensor normalize(const Tensor& x, double p, const Dims& dim, double eps) {
  check_floating("normalize", "input", x);
  for (const std::int64_t d : dim) wrap_dim("normalize", d, x.dim());
  return x / clamp(norm(x, p, dim, true), eps);
}

Tensor bilinear(const Tensor& x1, const Tensor& x2, const Tensor& weight, const Tensor& bias) {
  check_floating("bilinear", "input1", x1);
  check_floating("bilinear", "input2", x2);
  check_floating("bilinear", "weight", weight);
  check_same_dtype("bilinear", "input1", x1, "input2", x2);
  check_same_dtype("bilinear", "input1", x1, "weight", weight);
  check(weight.dim() == 3, ErrorKind::shape, "[bilinear] weight is {}; need [out_features,in1_features,in2_features].", weight);
  const std::int64_t O = weight.size(0), in1 = weight.size(1), in2 = weight.size(2);
  check(x1.dim() >= 1 && x1.dim() == x2.dim() && x1.size(-1) == in1 && x2.size(-1) == in2, ErrorKind::shape,
        "[bilinear] input1 is {} and input2 is {} for weight {}; need the same rank, and {} and {} as last sizes.", x1, x2, weight, in1, in2);
  Shape shape = x1.shape(), other = x2.shape();
  shape[shape.rank() - 1] = other[other.rank() - 1] = O;
  check(shape == other, ErrorKind::shape, "[bilinear] input1 is {} and input2 is {}; input batch dimensions do not match.", x1, x2);
  const std::int64_t rows = in1 ? x1.numel() / in1 : 0;
  // [rows,I1] x [I1,O I2] -> [rows,O,I2], times x2 [rows,I2,1].
  const Tensor left = matmul(x1.reshape({rows, in1}), weight.transpose(0, 1).reshape({in1, O * in2})).reshape({rows, O, in2});
  const Tensor y = matmul(left, x2.reshape({rows, in2, 1})).reshape(shape);
  if (!bias.defined()) return y;
  check_same_dtype("bilinear", "input1", x1, "bias", bias);
  check(bias.shape() == Shape{O}, ErrorKind::shape, "[bilinear] bias is {}; need [{}], one per output.", bias, O);
  return y + bias;
}

}  // namespace wick
