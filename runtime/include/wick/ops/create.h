#pragma once
// Making tensors beyond those of wick/tensor.h. dtype: of the result; left out, that of the tensor it is made like. Values are
// computed in float64 and rounded once.

#include <optional>

#include "wick/tensor.h"

namespace wick {

/// steps numbers from start to end, both included. Throws ErrorKind::value when steps < 0.
Tensor linspace(double start, double end, std::int64_t steps, DType dtype = DType::float32);
/// base to the power of linspace(start, end, steps).
Tensor logspace(double start, double end, std::int64_t steps, double base = 10, DType dtype = DType::float32);
/// [n, m] with ones on the diagonal; m: n when left out.
Tensor eye(std::int64_t n, std::optional<std::int64_t> m = {}, DType dtype = DType::float32);

Tensor full_like(const Tensor& x, double fill_value, std::optional<DType> dtype = {});
Tensor zeros_like(const Tensor& x, std::optional<DType> dtype);
Tensor ones_like(const Tensor& x, std::optional<DType> dtype);
Tensor empty_like(const Tensor& x, std::optional<DType> dtype);

/// The places (row above column) of a triangle of a [row, col] matrix: int64 [2, n], in row-major order.
Tensor tril_indices(std::int64_t row, std::int64_t col, std::int64_t offset = 0);
Tensor triu_indices(std::int64_t row, std::int64_t col, std::int64_t offset = 0);

}  // namespace wick
