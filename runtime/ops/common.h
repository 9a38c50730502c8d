#pragma once
// Checks and helpers shared by the ops.

#include <string_view>

#include "autograd/trace.h"
#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick {

void check_defined(const char* op, const char* what, const Tensor& t);
void check_floating(const char* op, const char* what, const Tensor& t);
void check_same_dtype(const char* op, const char* what_a, const Tensor& a, const char* what_b, const Tensor& b);
void check_index_dtype(const char* op, const char* what, const Tensor& t);

/// The dtype of a result of a and b: PyTorch's rule, by which a plain number or a 0-dim tensor yields to a tensor with
/// dimensions of the same or a higher category (bool < integer < floating).
DType result_type(const Tensor& a, const Tensor& b);

/// x seen as [outer, n, inner] around one dimension.
struct AxisView {
  std::int64_t outer = 1, n = 1, inner = 1;
};
AxisView around(const Shape& shape, int dim);

/// What an in-place op computes on in t's place, after checks: t itself, or where the op will be recorded a copy in the same place of
/// the graph, which the write to t leaves as it was.
Tensor in_place_operand(const char* op, const Tensor& t, bool recorded);
/// Writes an op's result over t, which takes its place in the graph. Throws when shape or dtype do not fit.
void write_in_place(const char* op, const Tensor& t, const Tensor& result);

/// A view of t's storage that has no place in the graph yet.
Tensor alias(const Tensor& t, const Shape& shape, const Dims& strides, std::int64_t offset);

}  // namespace wick
