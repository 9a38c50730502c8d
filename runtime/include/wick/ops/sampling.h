#pragma once
// Random tensors beyond those of wick/random.h, from the same Philox streams: the same numbers natively and in wasm. Nothing here
// is differentiable. generator: default_generator() when null.

#include <optional>

#include "wick/random.h"

namespace wick {

Tensor rand_like(const Tensor& x, std::optional<DType> dtype = {}, Generator* generator = nullptr);
Tensor randn_like(const Tensor& x, std::optional<DType> dtype = {}, Generator* generator = nullptr);
/// Integers in [low, high), in x's dtype; without high in [0, low).
Tensor randint_like(const Tensor& x, std::int64_t low, std::optional<std::int64_t> high = {}, Generator* generator = nullptr);

/// 1 with probability p, else 0, in x's shape and dtype; without p the probabilities are x's elements, floating. Throws
/// ErrorKind::value unless all are in [0, 1].
Tensor bernoulli(const Tensor& x, std::optional<double> p = {}, Generator* generator = nullptr);
/// num_samples places a row of probabilities (x: [n] or [rows, n], floating, not all zero, need not sum to 1), int64.
/// replacement: whether a place may be drawn twice.
Tensor multinomial(const Tensor& x, std::int64_t num_samples, bool replacement = false, Generator* generator = nullptr);
/// Normal numbers, mean and std broadcast to each other and to size.
Tensor normal(const Tensor& mean, const Tensor& std = 1.0, const Shape& size = {}, Generator* generator = nullptr);

// In place, of any layout; versioned and checked as other in-place ops. x no longer depends on anything.
void exponential_(Tensor& x, double lambd = 1, Generator* generator = nullptr);  ///< floating; density lambd exp(-lambd v)
void bernoulli_(Tensor& x, const Tensor& p = 0.5, Generator* generator = nullptr);  ///< p broadcasts to x
/// Integers in [from, to); without to up to the largest that x's dtype counts exactly.
void random_(Tensor& x, std::int64_t from = 0, std::optional<std::int64_t> to = {}, Generator* generator = nullptr);

}  // namespace wick
