#pragma once
// Moving, repeating, splitting and joining, with PyTorch's names and rules. x is of any dtype; dim counts from the end when
// negative; a wrong shape or value throws wick::Error. All are differentiable any number of times. What PyTorch gives as a view
// is one here: it shares x's storage.

#include <optional>
#include <string_view>

#include "wick/tensor.h"

namespace wick {

/// The lower (upper) triangles of the last two dimensions, the rest zero; diagonal: how far above the main one the border lies.
Tensor tril(const Tensor& x, std::int64_t diagonal = 0);
Tensor triu(const Tensor& x, std::int64_t diagonal = 0);

/// Elements pushed along dims by shifts, around the end; without dims x is seen as one row.
Tensor roll(const Tensor& x, const Dims& shifts, const Dims& dims = {});
Tensor flip(const Tensor& x, const Dims& dims);
Tensor fliplr(const Tensor& x);  ///< along dimension 1
Tensor flipud(const Tensor& x);  ///< along dimension 0
Tensor rot90(const Tensor& x, std::int64_t k = 1, const Dims& dims = {0, 1});

/// repeats: one number a dimension, those in front making new ones; tile fills up missing ones with 1.
Tensor repeat(const Tensor& x, const Dims& repeats);
Tensor tile(const Tensor& x, const Dims& dims);
/// Each slice along dim repeats (an int64 [n] tensor or one number) times; without dim x is seen as one row.
Tensor repeat_interleave(const Tensor& x, const Tensor& repeats, std::optional<std::int64_t> dim = {});

// Views.
Tensor movedim(const Tensor& x, const Dims& source, const Dims& destination);
Tensor swapaxes(const Tensor& x, std::int64_t axis0, std::int64_t axis1);
/// All windows of size elements along a dimension, step apart, as a new last dimension (Tensor.unfold).
Tensor unfold_view(const Tensor& x, std::int64_t dimension, std::int64_t size, std::int64_t step);
Tensor broadcast_to(const Tensor& x, const Shape& size);
Tensor expand_as(const Tensor& x, const Tensor& other);
Tensor view_as(const Tensor& x, const Tensor& other);
Tensor reshape_as(const Tensor& x, const Tensor& other);
Tensor ravel(const Tensor& x);  ///< one dimension; a copy only where the layout needs one
Tensor unflatten(const Tensor& x, std::int64_t dim, const Shape& sizes);  ///< one -1 is inferred
Tensor atleast_1d(const Tensor& x);
Tensor atleast_2d(const Tensor& x);
Tensor atleast_3d(const Tensor& x);
TensorList chunk(const Tensor& x, std::int64_t chunks, std::int64_t dim = 0);
TensorList unbind(const Tensor& x, std::int64_t dim = 0);
TensorList tensor_split(const Tensor& x, std::int64_t sections, std::int64_t dim = 0);
TensorList tensor_split(const Tensor& x, const std::vector<std::int64_t>& indices, std::int64_t dim = 0);
/// Coordinates of a grid of 0- or 1-dim tensors; indexing "ij" (rows first) or "xy".
TensorList meshgrid(const TensorList& tensors, std::string_view indexing = "ij");

// Joining.
Tensor hstack(const TensorList& tensors);
Tensor vstack(const TensorList& tensors);
Tensor dstack(const TensorList& tensors);
Tensor column_stack(const TensorList& tensors);
Tensor block_diag(const TensorList& tensors);  ///< matrices along the diagonal of one
/// Rows of all choices of one element from each, or of r of x's elements in their order.
Tensor cartesian_prod(const TensorList& tensors);
Tensor combinations(const Tensor& x, std::int64_t r = 2, bool with_replacement = false);

}  // namespace wick
