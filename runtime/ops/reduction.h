#pragma once
// What reductions share: dimensions to reduce are brought together as the middle axis of [outer, n, inner].

#include "ops/formula.h"

namespace wick {

struct ReductionPlan {
  Dims order;            // how to permute x: {} or, for scattered dimensions, those to reduce last
  AxisView axis;
  Shape kept, squeezed;  // result with reduced dimensions of size 1, and without them
  const Shape& shape(bool keepdim) const { return keepdim ? kept : squeezed; }
};
/// dims: an empty list means all dimensions.
ReductionPlan plan_reduction(const char* op, const Tensor& x, const Dims& dims);
/// x as the plan takes it, outside the graph.
Term planned(const Tensor& x, const ReductionPlan& p);
/// Throws when a reduced dimension has no elements.
void check_nonempty(const char* op, const Tensor& x, const Dims& dims);

/// A result or its gradient with the reduced dimensions again, as size 1.
Term unreduce(Term t, const Shape& x_shape, const Dims& dims);

/// gather(x, dim, index) under another shape; the gradient goes back to where the elements came from.
Tensor taken(const char* node, const Tensor& x, std::int64_t dim, const Tensor& index, const Shape& shape);

/// fn over the integers along dims, from start; i64.
Tensor fold_integers(const char* op, const Tensor& x, const Dims& dims, bool keepdim, std::int64_t start, std::int64_t (*fn)(std::int64_t, std::int64_t));
inline std::int64_t wrapped_sum(std::int64_t a, std::int64_t b) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b)); }
inline std::int64_t wrapped_product(std::int64_t a, std::int64_t b) { return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) * static_cast<std::uint64_t>(b)); }

/// Throws while a program is recorded: op has a result that a recording cannot name.
inline void check_untraced(const char* op) { check(!tracer, ErrorKind::value, "[{}] cannot be frozen: its indices are not the result of an op of their own.", op); }

/// fn(place of the first element, place of the result) for each line of the middle axis, whose elements are v.inner apart.
template <class F>
void for_each_line(const AxisView& v, const F& fn) {
  for (std::int64_t o = 0; o < v.outer; ++o)
    for (std::int64_t i = 0; i < v.inner; ++i) fn(o * v.n * v.inner + i, o * v.inner + i);
}

/// Calls fn with float, double or std::int64_t: what values of the dtype are computed as.
template <class F>
decltype(auto) dispatch_number(const char* op, DType dtype, F&& fn) {
  if (dtype == DType::int64) return fn.template operator()<std::int64_t>();
  return dispatch_floating(op, dtype, fn);
}
inline DType number_dtype(DType dtype) { return is_floating(dtype) ? dtype : DType::int64; }

}  // namespace wick
