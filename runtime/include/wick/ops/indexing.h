#pragma once
// Reading and writing at places that tensors of indices or masks name, with PyTorch's names and rules. Unless said otherwise
// x is of any dtype, an index is int64, dim counts from the end when negative, and a wrong shape, dtype or index throws
// wick::Error and changes nothing. All are differentiable with respect to x and what is written, any number of times.

#include <initializer_list>
#include <optional>
#include <string_view>

#include "wick/tensor.h"

namespace wick {

/// x with src written where index tells: y[index[i][j]][j] = src[i][j] for dim 0. src: a tensor of x's dtype and rank, no size
/// smaller than index's, or a number (a 0-dim tensor beside an index with dimensions). The last of equal places wins.
/// reduce: "" (write), "add" or "multiply".
Tensor scatter(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src, std::string_view reduce = "");
/// As scatter, but all that meets in one place is reduced: "sum", "prod", "mean", "amax" or "amin"; include_self: x's own value
/// takes part, else only places no index names keep it.
Tensor scatter_reduce(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& src, std::string_view reduce, bool include_self = true);

/// Slices x[index] along dim become value (a number or 0-dim tensor), or those of source.
Tensor index_fill(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& value);
Tensor index_copy(const Tensor& x, std::int64_t dim, const Tensor& index, const Tensor& source);
/// A copy of x in which select(dim, index), or slice(dim, start, end, step), holds src.
Tensor select_scatter(const Tensor& x, const Tensor& src, std::int64_t dim, std::int64_t index);
Tensor slice_scatter(const Tensor& x, const Tensor& src, std::int64_t dim = 0, std::optional<std::int64_t> start = {},
                     std::optional<std::int64_t> end = {}, std::int64_t step = 1);
/// x seen as one row, at index (of any shape; negative ones count from the end).
Tensor take(const Tensor& x, const Tensor& index);
/// gather with indices and x broadcast to each other except along dim; without dim both are seen as one row.
Tensor take_along_dim(const Tensor& x, const Tensor& indices, std::optional<std::int64_t> dim = {});

/// Where mask (bool, broadcast with x) is true: value, a number or 0-dim tensor; the elements of source in their order.
Tensor masked_fill(const Tensor& x, const Tensor& mask, const Tensor& value);
Tensor masked_scatter(const Tensor& x, const Tensor& mask, const Tensor& source);
/// The elements of x where mask is true, in one dimension.
Tensor masked_select(const Tensor& x, const Tensor& mask);

/// The places of what is not zero, in row-major order: int64 [n, rank].
Tensor nonzero(const Tensor& x);
Tensor argwhere(const Tensor& x);
/// The columns of nonzero(x), one tensor a dimension (nonzero(as_tuple=True) and where(condition)); a number counts as [1].
TensorList nonzero_numpy(const Tensor& x);
TensorList where(const Tensor& condition);

/// Advanced indexing, x[indices]: entry d indexes dimension d (int64, int32; negative ones count from the end), takes several when
/// it is a mask (bool, uint8), or is undefined, as all after the last one: the whole dimension. Index tensors broadcast to one
/// shape, which stands where they stood when they are neighbours, else in front, as in PyTorch and NumPy.
Tensor index(const Tensor& x, const TensorList& indices);
/// A copy of x in which x[indices] holds values (broadcast to its shape), or has them added: accumulate.
Tensor index_put(const Tensor& x, const TensorList& indices, const Tensor& values, bool accumulate = false);

/// What may stand in brackets behind a tensor, as in libtorch: x.index({0, Slice(1, {}), None, Ellipsis, mask}).
namespace indexing {
struct Slice {
  Slice() = default;
  Slice(std::optional<std::int64_t> start_, std::optional<std::int64_t> stop_, std::int64_t step_ = 1) : start(start_), stop(stop_), step(step_) {}
  std::optional<std::int64_t> start, stop;
  std::int64_t step = 1;
};
inline constexpr struct NoneType {
} None;
inline constexpr struct EllipsisType {
} Ellipsis;
struct TensorIndex {
  // NOLINTBEGIN: all of these convert
  TensorIndex(int v) : TensorIndex(static_cast<std::int64_t>(v)) {}
  TensorIndex(std::int64_t v) : kind(Kind::integer), integer(v) {}
  TensorIndex(Slice v) : kind(Kind::slice), slice(v) {}
  TensorIndex(NoneType) : kind(Kind::none) {}
  TensorIndex(EllipsisType) : kind(Kind::ellipsis) {}
  TensorIndex(const Tensor& v) : kind(Kind::tensor), tensor(v) {}
  // NOLINTEND
  enum class Kind : std::uint8_t { integer, slice, none, ellipsis, tensor } kind;
  std::int64_t integer = 0;
  Slice slice;
  Tensor tensor;
};
}  // namespace indexing

/// x[indices] of integers, slices, None, Ellipsis, index tensors and masks: a view when no tensor is among them.
Tensor index(const Tensor& x, std::initializer_list<indexing::TensorIndex> indices);
/// x[indices] = values, in place.
void index_put_(const Tensor& x, std::initializer_list<indexing::TensorIndex> indices, const Tensor& values);

}  // namespace wick
