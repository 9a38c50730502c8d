#pragma once
// Checks and helpers shared by the ops.

#include <string_view>

#include "autograd/trace.h"
#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick {

inline void check_defined(const char* op, const char* what, const Tensor& t) {
  check(t.defined(), ErrorKind::value, "[", op, "] ", what, " is undefined; need a tensor.");
}

inline void check_floating(const char* op, const char* what, const Tensor& t) {
  check_defined(op, what, t);
  check(t.dtype() == DType::float32 || t.dtype() == DType::float64, ErrorKind::dtype, "[", op, "] ", what, " is ", t,
        "; need f32 or f64. Convert with to().");
}

inline void check_same_dtype(const char* op, const char* what_a, const Tensor& a, const char* what_b, const Tensor& b) {
  check(a.dtype() == b.dtype(), ErrorKind::dtype, "[", op, "] ", what_a, " is ", a, " and ", what_b, " is ", b,
        "; dtypes must be equal. Convert one with to().");
}

inline void check_index_dtype(const char* op, const char* what, const Tensor& t) {
  check_defined(op, what, t);
  check(t.dtype() == DType::int64, ErrorKind::dtype, "[", op, "] ", what, " is ", t, "; need i64. Convert with to(DType::int64).");
}

/// The dtype of a result of a and b: PyTorch's rule, by which a plain number or a 0-dim tensor yields to a tensor with
/// dimensions of the same or a higher category (bool < integer < floating).
DType result_type(const Tensor& a, const Tensor& b);

/// t as a contiguous tensor outside the graph, for a kernel.
inline Tensor dense(const Tensor& t) {
  if (!t.defined() || t.is_contiguous()) return t;
  const NoGradGuard guard;
  return t.contiguous();
}

/// x seen as [outer, n, inner] around one dimension.
struct AxisView {
  std::int64_t outer = 1, n = 1, inner = 1;
};
inline AxisView around(const Shape& shape, int dim) {
  AxisView v;
  for (int i = 0; i < dim; ++i) v.outer *= shape[i];
  v.n = shape.rank() ? shape[dim] : 1;
  for (int i = dim + 1; i < shape.rank(); ++i) v.inner *= shape[i];
  return v;
}

/// One or two sizes to two. name: "stride".
inline Dims pair_of(const char* op, const char* name, const Dims& d) {
  check(d.rank() == 1 || d.rank() == 2, ErrorKind::value, "[", op, "] ", name, " is ", d, "; need one or two sizes.");
  return d.rank() == 1 ? Dims{d[0], d[0]} : d;
}

/// A view of t's storage that joins no graph.
Tensor alias(const Tensor& t, const Shape& shape, const Dims& strides, std::int64_t offset);

}  // namespace wick
