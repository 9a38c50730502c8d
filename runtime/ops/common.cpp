#include "ops/common.h"

namespace wick {

void check_defined(const char* op, const char* what, const Tensor& t) {
  check(t.defined(), ErrorKind::value, "[{}] {} is undefined; need a tensor.", op, what);
}

void check_floating(const char* op, const char* what, const Tensor& t) {
  if (t.defined() && (t.dtype() == DType::float32 || t.dtype() == DType::float64)) [[likely]]
    return;
  check_defined(op, what, t);
  fail(ErrorKind::dtype, "[{}] {} is {}; need f32 or f64. Convert with to().", op, what, t);
}

void check_same_dtype(const char* op, const char* what_a, const Tensor& a, const char* what_b, const Tensor& b) {
  check(a.dtype() == b.dtype(), ErrorKind::dtype, "[{}] {} is {} and {} is {}; dtypes must be equal. Convert one with to().", op, what_a, a, what_b,
        b);
}

void check_index_dtype(const char* op, const char* what, const Tensor& t) {
  check_defined(op, what, t);
  check(t.dtype() == DType::int64, ErrorKind::dtype, "[{}] {} is {}; need i64. Convert with to(DType::int64).", op, what, t);
}

AxisView around(const Shape& shape, int dim) {
  AxisView v;
  for (int i = 0; i < dim; ++i) v.outer *= shape[i];
  v.n = shape.rank() ? shape[dim] : 1;
  for (int i = dim + 1; i < shape.rank(); ++i) v.inner *= shape[i];
  return v;
}

}  // namespace wick
