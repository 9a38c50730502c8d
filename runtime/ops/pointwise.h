#pragma once
// Loops of a plain function over elements, for ops whose speed matters less than their size.

#include "kernels/elementwise.h"
#include "ops/formula.h"

namespace wick {

/// x itself, or as f32 where it is of integers: what PyTorch's floating functions do. Throws for f16 and bf16.
Tensor floating(const char* op, const Tensor& x);

/// y = fn(x) in the dtype of x, which is floating, outside the graph. fn computes in double.
Tensor pointwise(const char* op, double (*fn)(double), const Tensor& x);
/// y = fn(x, p); p is the op's only parameter.
Tensor pointwise(const char* op, double (*fn)(double, double), const Tensor& x, double p);
/// y = fn(a, b) in their common floating dtype (f32 for integers), outside the graph; a and b broadcast.
Tensor pointwise(const char* op, double (*fn)(double, double), const Tensor& a, const Tensor& b);
/// y = fn(a, b) of integers, computed as i64 and given as dtype.
Tensor pointwise(const char* op, std::int64_t (*fn)(std::int64_t, std::int64_t), const Tensor& a, const Tensor& b, DType dtype);

/// y = kind(x) by its kernel, outside the graph; x is floating.
Tensor unary_op(const char* op, kernels::Unary kind, const Tensor& x, double p = 0, double q = 0);

/// Records y = op(x) with slope(dy, kept) as gradient, keep being the input or the result. Returns y.
Tensor with_slope(Tensor y, const char* node, const Tensor& x, Keep keep, Term (*slope)(Term dy, Term kept));
/// Records that x has no influence: the gradient is zero, as PyTorch's of floor and sign.
Tensor with_zero_slope(Tensor y, const char* node, const Tensor& x);
/// Zeros like dy, in its graph: the gradient of what has no influence.
Term no_slope(Term dy);

}  // namespace wick
