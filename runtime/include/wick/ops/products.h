#pragma once
// Products of matrices and vectors beyond matmul, and diagonals. Operands are f32 or f64 of one dtype.

#include <optional>
#include <string_view>

#include "wick/tensor.h"

namespace wick {

Tensor mm(const Tensor& x, const Tensor& mat2);        ///< [M,K] x [K,N]
Tensor bmm(const Tensor& x, const Tensor& mat2);       ///< [B,M,K] x [B,K,N]
Tensor mv(const Tensor& x, const Tensor& vec);         ///< [M,K] x [K]
Tensor dot(const Tensor& x, const Tensor& tensor);     ///< [K] x [K] -> []
Tensor inner(const Tensor& x, const Tensor& other);    ///< over the last dimensions: [..., K] x [---, K] -> [..., ---]
Tensor outer(const Tensor& x, const Tensor& vec2);     ///< [M] x [N] -> [M,N]
Tensor kron(const Tensor& x, const Tensor& other);     ///< sizes multiply
/// beta x + alpha (product); x broadcasts. With beta 0, x is not read, so that its NaNs do not matter.
Tensor addmm(const Tensor& x, const Tensor& mat1, const Tensor& mat2, double beta = 1, double alpha = 1);
Tensor addmv(const Tensor& x, const Tensor& mat, const Tensor& vec, double beta = 1, double alpha = 1);
Tensor addr(const Tensor& x, const Tensor& vec1, const Tensor& vec2, double beta = 1, double alpha = 1);
Tensor baddbmm(const Tensor& x, const Tensor& batch1, const Tensor& batch2, double beta = 1, double alpha = 1);
Tensor addbmm(const Tensor& x, const Tensor& batch1, const Tensor& batch2, double beta = 1, double alpha = 1);  ///< sums the batch
Tensor matrix_power(const Tensor& x, std::int64_t n);  ///< [..., M, M], n >= 0

/// Sums the product of all operands over the subscripts that the output lacks: "bij,bjk->bik". Letters a-z and A-Z, "..." for
/// dimensions that broadcast, a letter twice in one operand for its diagonal; without "->", what occurs once, in alphabetical
/// order. Operands are taken from left to right.
Tensor einsum(std::string_view equation, const TensorList& tensors);
/// Sums over pairs of dimensions: dims_self[i] of x with dims_other[i] of other.
Tensor tensordot(const Tensor& x, const Tensor& other, const Dims& dims_self, const Dims& dims_other);
Tensor tensordot(const Tensor& x, const Tensor& other, std::int64_t dims = 2);  ///< the last dims of x with the first of other

/// Vectors along dim, which has size 3: the first such dimension if not given.
Tensor cross(const Tensor& x, const Tensor& other, std::optional<std::int64_t> dim = {});
Tensor linalg_cross(const Tensor& x, const Tensor& other, std::int64_t dim = -1);

/// The elements (i, i + offset) of dimensions dim1 and dim2, as the last dimension of a view.
Tensor diagonal(const Tensor& x, std::int64_t offset = 0, std::int64_t dim1 = 0, std::int64_t dim2 = 1);
/// Its inverse: matrices in dim1 and dim2 whose diagonal is the last dimension of x, else 0.
Tensor diag_embed(const Tensor& x, std::int64_t offset = 0, std::int64_t dim1 = -2, std::int64_t dim2 = -1);
Tensor diag(const Tensor& x, std::int64_t diagonal = 0);  ///< a matrix of a vector, or the vector of a matrix
Tensor trace(const Tensor& x);                            ///< sum of a matrix' diagonal

}  // namespace wick
