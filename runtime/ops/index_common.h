#pragma once
// Walks and checks shared by the ops that take positions from an index tensor.

#include "ops/formula.h"

namespace wick {

/// Throws ErrorKind::index unless 0 <= every index < n. index: contiguous int64.
void check_range(const char* op, const Tensor& index, std::int64_t n);
/// An index tensor as contiguous int64 outside the graph; int32 is taken too. Throws ErrorKind::dtype.
Term index_of(const char* op, const Tensor& index);
/// index (int64) with negative ones counted from the end of n. Throws ErrorKind::index unless -n <= every index < n; dim: which
/// dimension of an input it is for, in the text.
Tensor wrapped_index(const char* op, const Tensor& index, std::int64_t n, int dim);
/// Throws ErrorKind::shape unless index is a list (a scalar is one of one index), of one for a scalar x.
void check_index_list(const char* op, const Tensor& x, const Tensor& index);
/// Throws ErrorKind::shape unless index has x's rank and no size but that of dim is larger than x's.
void check_index_shape(const char* op, const Tensor& x, int dim, const Tensor& index);
/// The part of src that an index of that shape reaches. Throws ErrorKind::shape when src is smaller.
Term reached(const char* op, const Tensor& src, const Tensor& index);

/// Calls fn.template operator()<T>() with an unsigned T as large as one element: for ops that only move elements.
template <class F>
void dispatch_moved(DType dtype, const F& fn) {
  switch (item_size(dtype)) {
    case 1: return fn.template operator()<std::uint8_t>();
    case 2: return fn.template operator()<std::uint16_t>();
    case 4: return fn.template operator()<std::uint32_t>();
    default: return fn.template operator()<std::uint64_t>();
  }
}
/// Calls fn.template operator()<T>() for ops that add elements: T of a floating dtype, else int64.
template <class F>
void dispatch_added(const char* op, DType dtype, const F& fn) {
  if (dtype == DType::int64) return fn.template operator()<std::int64_t>();
  dispatch_floating(op, dtype, fn);
}
/// The dtype in which sums of dtype are made: itself when floating, int64 for all that is not.
inline DType sum_dtype(DType dtype) { return is_floating(dtype) ? dtype : DType::int64; }

template <class T>
T* elements(const Tensor& t) { return static_cast<T*>(t.raw_data()); }

/// Walks an index; the tensor beside it may be larger in every dimension but the indexed one.
/// fn(i, place): element i of the index names that place of a contiguous tensor of the given shape.
template <class F>
void for_each_indexed(const Tensor& index, const Shape& shape, int dim, const F& fn) {
  const Dims strides = contiguous_strides(shape);
  const auto* p = index.data<std::int64_t>();
  std::int64_t at[kMaxRank] = {};
  for (std::int64_t i = 0; i < index.numel(); ++i) {
    std::int64_t place = 0;
    for (int d = 0; d < index.dim(); ++d) place += (d == dim ? p[i] : at[d]) * strides[d];
    fn(i, place);
    for (int d = index.dim() - 1; d >= 0; --d) {
      if (++at[d] < index.shape()[d]) break;
      at[d] = 0;
    }
  }
}

/// Rows of a contiguous [outer, n, inner] named by the index; fn gets the place of a row's first element.
template <class F>
void for_each_row(const AxisView& v, const Tensor& index, const F& fn) {
  const auto* p = index.data<std::int64_t>();
  for (std::int64_t o = 0; o < v.outer; ++o)
    for (std::int64_t i = 0; i < index.numel(); ++i) fn((o * v.n + p[i]) * v.inner);
}

inline Tensor copy(const Tensor& x) { return x.detach().clone(); }

}  // namespace wick
