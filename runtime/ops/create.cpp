#include "wick/ops/create.h"

#include <cmath>

#include "kernels/copy.h"
#include "ops/common.h"

namespace wick {

namespace {

// value(i) of n numbers.
template <class F>
Tensor filled(const char* op, std::int64_t n, DType dtype, const F& value) {
  check(n >= 0, ErrorKind::value, "[{}] number of steps must be non-negative, but is {}.", op, n);
  Tensor t = empty(n, dtype);
  std::vector<double> values(static_cast<std::size_t>(n));
  for (std::int64_t i = 0; i < n; ++i) values[static_cast<std::size_t>(i)] = value(i);
  if (n) kernels::cast(DType::float64, values.data(), dtype, t.raw_data(), n);
  return t;
}

// Point i of n from start to end: from the nearer end, as PyTorch counts, so that both are met exactly.
double between(double start, double end, std::int64_t i, std::int64_t n) {
  if (n == 1) return start;
  const double step = (end - start) / static_cast<double>(n - 1);
  return i < n / 2 ? start + step * static_cast<double>(i) : end - step * static_cast<double>(n - 1 - i);
}

// The pairs (i, j) of a matrix for which keep(j - i).
template <class F>
Tensor triangle_indices(const char* op, std::int64_t row, std::int64_t col, const F& keep) {
  check(row >= 0 && col >= 0, ErrorKind::value, "[{}] row {}, col {}; row and col must be non-negative.", op, row, col);
  std::vector<std::int64_t> places[2];
  for (std::int64_t i = 0; i < row; ++i)
    for (std::int64_t j = 0; j < col; ++j) {
      if (!keep(j - i)) continue;
      places[0].push_back(i);
      places[1].push_back(j);
    }
  const auto n = static_cast<std::int64_t>(places[0].size());
  places[0].insert(places[0].end(), places[1].begin(), places[1].end());
  return tensor(places[0], {2, n});
}

}  // namespace

Tensor linspace(double start, double end, std::int64_t steps, DType dtype) {
  return filled("linspace", steps, dtype, [&](std::int64_t i) { return between(start, end, i, steps); });
}

Tensor logspace(double start, double end, std::int64_t steps, double base, DType dtype) {
  return filled("logspace", steps, dtype, [&](std::int64_t i) { return std::pow(base, between(start, end, i, steps)); });
}

Tensor eye(std::int64_t n, std::optional<std::int64_t> m, DType dtype) {
  const std::int64_t columns = m.value_or(n);
  check(n >= 0 && columns >= 0, ErrorKind::value, "[eye] n {}, m {}; n and m must be greater or equal to 0.", n, columns);
  Tensor y = zeros({n, columns}, dtype);
  const std::int64_t k = n < columns ? n : columns;
  if (!k) return y;
  alias(y, {k}, {columns + 1}, 0).fill_(1);
  return y;
}

Tensor full_like(const Tensor& x, double fill_value, std::optional<DType> dtype) {
  check_defined("full_like", "input", x);
  return full(x.shape(), fill_value, dtype.value_or(x.dtype()));
}
Tensor zeros_like(const Tensor& x, std::optional<DType> dtype) {
  check_defined("zeros_like", "input", x);
  return zeros(x.shape(), dtype.value_or(x.dtype()));
}
Tensor ones_like(const Tensor& x, std::optional<DType> dtype) {
  check_defined("ones_like", "input", x);
  return ones(x.shape(), dtype.value_or(x.dtype()));
}
Tensor empty_like(const Tensor& x, std::optional<DType> dtype) {
  check_defined("empty_like", "input", x);
  return empty(x.shape(), dtype.value_or(x.dtype()));
}

Tensor tril_indices(std::int64_t row, std::int64_t col, std::int64_t offset) {
  return triangle_indices("tril_indices", row, col, [offset](std::int64_t above) { return above <= offset; });
}
Tensor triu_indices(std::int64_t row, std::int64_t col, std::int64_t offset) {
  return triangle_indices("triu_indices", row, col, [offset](std::int64_t above) { return above >= offset; });
}

}  // namespace wick
