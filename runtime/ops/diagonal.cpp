// Diagonals: a view, and the copy of one into zeros. Each is the other's gradient.

#include <utility>

#include "ops/formula.h"
#include "wick/ops/products.h"

namespace wick {

namespace {

struct Place {
  Shape shape;
  Dims strides;
  std::int64_t start = 0;
};

// Where the diagonal of dimensions a and b lies.
Place place_of(const Shape& shape, const Dims& strides, std::int64_t offset, int a, int b) {
  Place p;
  for (int i = 0; i < shape.rank(); ++i)
    if (i != a && i != b) p.shape.push_back(shape[i]), p.strides.push_back(strides[i]);
  const std::int64_t rows = shape[a] - (offset < 0 ? -offset : 0), cols = shape[b] - (offset > 0 ? offset : 0);
  const std::int64_t n = rows < cols ? rows : cols;
  p.shape.push_back(n > 0 ? n : 0);
  p.strides.push_back(strides[a] + strides[b]);
  if (n > 0) p.start = offset < 0 ? -offset * strides[a] : offset * strides[b];
  return p;
}

// Zeros of a shape with x on the diagonal of dimensions a and b.
Tensor on_diagonal(const char* node, const Tensor& x, const Shape& shape, std::int64_t offset, int a, int b) {
  Tensor y = zeros(shape, x.dtype());
  const Place p = place_of(shape, y.strides(), offset, a, b);
  {
    const NoGradGuard guard;
    Tracer* const watching = std::exchange(tracer, nullptr);  // the write belongs to this op
    Tensor line = alias(y, p.shape, p.strides, p.start);
    if (line.numel()) line.copy_(x.detach());
    tracer = watching;
  }
  record(y, node, kKeepNothing, [offset, a, b](Term dy, Grads&) { return hold([&] { return diagonal(dy, offset, a, b); }); }, x);
  return y;
}

}  // namespace

Tensor diagonal(const Tensor& x, std::int64_t offset, std::int64_t dim1, std::int64_t dim2) {
  check_defined("diagonal", "x", x);
  check(x.dim() >= 2, ErrorKind::shape, "[diagonal] x is {}; need at least two dimensions.", x);
  const int a = wrap_dim("diagonal", dim1, x.dim()), b = wrap_dim("diagonal", dim2, x.dim());
  check(a != b, ErrorKind::value, "[diagonal] diagonal dimensions cannot be identical {}, {}.", dim1, dim2);
  const Place p = place_of(x.shape(), x.strides(), offset, a, b);
  Tensor y = alias(x, p.shape, p.strides, x.impl()->offset + p.start);
  const auto gradient = [offset, a, b](Term dy, Grads& d) {
    return hold([&] { return on_diagonal("DiagonalScatterBackward0", dy, d.shape(0), offset, a, b); });
  };
  record(y, "DiagonalBackward0", kKeepNothing, gradient, x);
  return y;
}

Tensor diag_embed(const Tensor& x, std::int64_t offset, std::int64_t dim1, std::int64_t dim2) {
  check_defined("diag_embed", "x", x);
  check(x.dim() >= 1, ErrorKind::shape, "[diag_embed] x is {}; need at least one dimension.", x);
  const int a = wrap_dim("diag_embed", dim1, x.dim() + 1), b = wrap_dim("diag_embed", dim2, x.dim() + 1);
  check(a != b, ErrorKind::value, "[diag_embed] diagonal dimensions cannot be identical {}, {}.", dim1, dim2);
  check(offset > -(std::int64_t{1} << 40) && offset < std::int64_t{1} << 40, ErrorKind::value, "[diag_embed] offset is {}; too far off.", offset);
  Shape shape = x.shape();
  const std::int64_t n = checked_add(shape.back(), offset < 0 ? -offset : offset);
  shape.erase(shape.rank() - 1);
  shape.insert(a < b ? a : b, n);
  shape.insert(a < b ? b : a, n);
  Tensor y = on_diagonal("DiagEmbedBackward0", x, shape, offset, a, b);
  if (tracer) trace("diag_embed", y, {&x}, {static_cast<double>(offset), static_cast<double>(a), static_cast<double>(b)});
  return y;
}

Tensor diag(const Tensor& x, std::int64_t offset) {
  check_defined("diag", "x", x);
  check(x.dim() == 1 || x.dim() == 2, ErrorKind::shape, "[diag] x is {}; need a vector or a matrix.", x);
  return x.dim() == 1 ? diag_embed(x, offset) : diagonal(x, offset).clone();
}

Tensor trace(const Tensor& x) {
  check_defined("trace", "x", x);
  check(x.dim() == 2, ErrorKind::shape, "[trace] x is {}; expected a matrix.", x);
  return sum(diagonal(x));
}

}  // namespace wick
