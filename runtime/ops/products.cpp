// Products by name: each checks its shapes and is made of matmul.

#include "wick/ops/products.h"

#include "ops/formula.h"

namespace wick {

namespace {
struct Operand {
  const char* name;
  const Tensor* t;
  int rank;
};
void check_operands(const char* op, const Operand& a, const Operand& b) {
  for (const Operand* o : {&a, &b}) {
    check_floating(op, o->name, *o->t);
    check(o->t->dim() == o->rank, ErrorKind::shape, "[{}] {} is {}; expected {} dimensions.", op, o->name, *o->t, o->rank);
  }
  check_same_dtype(op, a.name, *a.t, b.name, *b.t);
  const std::int64_t ka = a.t->shape().back(), kb = b.t->shape()[b.rank > 1 ? b.rank - 2 : 0];
  check(ka == kb, ErrorKind::shape, "[{}] {} {} and {} {} cannot be multiplied: inner sizes {} and {} differ.", op, a.name, *a.t, b.name, *b.t, ka, kb);
  if (a.rank == 3)
    check(a.t->shape()[0] == b.t->shape()[0], ErrorKind::shape, "[{}] {} is {} and {} is {}; batch sizes must be equal.", op, a.name, *a.t, b.name, *b.t);
}

// beta x + alpha product
Tensor plus(const char* op, const Tensor& x, double beta, double alpha, const Tensor& product) {
  check_floating(op, "x", x);
  check(broadcast_shapes(op, x.shape(), product.shape()) == product.shape(), ErrorKind::shape, "[{}] x is {}; it must expand to the product's shape {}.", op,
        x, product.shape());
  const Tensor scaled = alpha == 1 ? product : mul(product, alpha);
  if (beta == 0) return scaled;
  return add(beta == 1 ? x : mul(x, beta), scaled);
}
}  // namespace

Tensor mm(const Tensor& x, const Tensor& mat2) {
  check_operands("mm", {"x", &x, 2}, {"mat2", &mat2, 2});
  return matmul(x, mat2);
}
Tensor bmm(const Tensor& x, const Tensor& mat2) {
  check_operands("bmm", {"x", &x, 3}, {"mat2", &mat2, 3});
  return matmul(x, mat2);
}
Tensor mv(const Tensor& x, const Tensor& vec) {
  check_operands("mv", {"x", &x, 2}, {"vec", &vec, 1});
  return matmul(x, vec);
}
Tensor dot(const Tensor& x, const Tensor& tensor) {
  check_operands("dot", {"x", &x, 1}, {"tensor", &tensor, 1});
  return matmul(x, tensor);
}

Tensor inner(const Tensor& x, const Tensor& other) {
  check_defined("inner", "x", x);
  check_defined("inner", "other", other);
  if (x.dim() == 0 || other.dim() == 0) return mul(x, other);
  check(x.shape().back() == other.shape().back(), ErrorKind::shape, "[inner] x is {} and other is {}; the last sizes must be equal.", x, other);
  return tensordot(x, other, x.dim() - 1, other.dim() - 1);
}
Tensor outer(const Tensor& x, const Tensor& vec2) {
  check_defined("outer", "x", x);
  check_defined("outer", "vec2", vec2);
  check(x.dim() == 1 && vec2.dim() == 1, ErrorKind::shape, "[outer] x is {} and vec2 is {}; expected 1-D tensors.", x, vec2);
  return mul(x.unsqueeze(1), vec2);
}

Tensor kron(const Tensor& x, const Tensor& other) {
  check_defined("kron", "x", x);
  check_defined("kron", "other", other);
  // Sizes of x and other alternate, then join in pairs.
  Shape a, b, joined;
  const int rank = x.dim() > other.dim() ? x.dim() : other.dim();
  check(2 * rank <= kMaxRank, ErrorKind::shape, "[kron] x is {} and other is {}; need at most {} dimensions.", x, other, kMaxRank / 2);
  for (int i = 0; i < rank; ++i) {
    const int own_a = i - (rank - x.dim()), own_b = i - (rank - other.dim());
    const std::int64_t n = own_a < 0 ? 1 : x.shape()[own_a], m = own_b < 0 ? 1 : other.shape()[own_b];
    a.push_back(n), a.push_back(1);
    b.push_back(1), b.push_back(m);
    joined.push_back(checked_mul(n, m));
  }
  return mul(x.reshape(a), other.reshape(b)).reshape(joined);
}

Tensor addmm(const Tensor& x, const Tensor& mat1, const Tensor& mat2, double beta, double alpha) {
  check_operands("addmm", {"mat1", &mat1, 2}, {"mat2", &mat2, 2});
  return plus("addmm", x, beta, alpha, matmul(mat1, mat2));
}
Tensor addmv(const Tensor& x, const Tensor& mat, const Tensor& vec, double beta, double alpha) {
  check_operands("addmv", {"mat", &mat, 2}, {"vec", &vec, 1});
  return plus("addmv", x, beta, alpha, matmul(mat, vec));
}
Tensor addr(const Tensor& x, const Tensor& vec1, const Tensor& vec2, double beta, double alpha) {
  return plus("addr", x, beta, alpha, outer(vec1, vec2));
}
Tensor baddbmm(const Tensor& x, const Tensor& batch1, const Tensor& batch2, double beta, double alpha) {
  check_operands("baddbmm", {"batch1", &batch1, 3}, {"batch2", &batch2, 3});
  return plus("baddbmm", x, beta, alpha, matmul(batch1, batch2));
}
Tensor addbmm(const Tensor& x, const Tensor& batch1, const Tensor& batch2, double beta, double alpha) {
  check_operands("addbmm", {"batch1", &batch1, 3}, {"batch2", &batch2, 3});
  return plus("addbmm", x, beta, alpha, sum(matmul(batch1, batch2), 0));
}

Tensor matrix_power(const Tensor& x, std::int64_t n) {
  check_floating("matrix_power", "x", x);
  const int r = x.dim();
  check(r >= 2 && x.shape()[r - 1] == x.shape()[r - 2], ErrorKind::shape, "[matrix_power] x is {}; need square matrices.", x);
  check(n >= 0, ErrorKind::value, "[matrix_power] n is {}; need n >= 0, as there is no inverse.", n);
  if (n == 0) {
    Shape diagonal = x.shape();
    diagonal.erase(r - 1);
    return diag_embed(ones(diagonal, x.dtype()));
  }
  Tensor result, square = x;
  for (;; square = matmul(square, square)) {
    if (n & 1) result = result.defined() ? matmul(result, square) : square;
    n >>= 1;
    if (n == 0) return result;
  }
}

namespace {
Tensor cross_along(const char* op, const Tensor& x, const Tensor& other, int d) {
  check(x.shape()[d] == 3 && other.shape()[d] == 3, ErrorKind::shape, "[{}] x is {} and other is {}; dimension {} must have size 3.", op, x, other, d);
  // x shifted by one times other shifted by two, minus the other way round.
  const auto shifted = [d](const Tensor& t, std::int64_t by) { return cat({t.narrow(d, by, 3 - by), t.narrow(d, 0, by)}, d); };
  return sub(mul(shifted(x, 1), shifted(other, 2)), mul(shifted(x, 2), shifted(other, 1)));
}
}  // namespace

Tensor linalg_cross(const Tensor& x, const Tensor& other, std::int64_t dim) {
  check_defined("linalg_cross", "x", x);
  check_defined("linalg_cross", "other", other);
  check(x.dim() == other.dim() && x.dim() > 0, ErrorKind::shape, "[linalg_cross] x is {} and other is {}; inputs must have the same number of dimensions.", x,
        other);
  return cross_along("linalg_cross", x, other, wrap_dim("linalg_cross", dim, x.dim()));
}
Tensor cross(const Tensor& x, const Tensor& other, std::optional<std::int64_t> dim) {
  if (dim) return linalg_cross(x, other, *dim);
  check_defined("cross", "x", x);
  check_defined("cross", "other", other);
  for (int d = 0; d < x.dim(); ++d)
    if (x.shape()[d] == 3) return linalg_cross(x, other, d);
  fail(ErrorKind::shape, "[cross] x is {}; no dimension of size 3 in input.", x);
}

}  // namespace wick
