#pragma once
// Random tensors from Philox4x32-10 streams: a stream is (seed, counter), so it can be saved and resumed exactly, and
// gives the same numbers natively and in wasm.

#include "wick/tensor.h"

namespace wick {

class Generator {
 public:
  explicit Generator(std::uint64_t seed = 0) : seed_(seed) {}
  std::uint64_t seed() const { return seed_; }
  std::uint64_t offset() const { return counter_; }
  void set_state(std::uint64_t seed, std::uint64_t offset) {
    seed_ = seed;
    counter_ = offset;
  }
  /// Reserves the blocks a fill of n elements uses and returns the first one's index.
  std::uint64_t reserve(std::int64_t n) {
    const std::uint64_t at = counter_;
    counter_ += static_cast<std::uint64_t>((n + 3) / 4);
    return at;
  }

 private:
  std::uint64_t seed_, counter_ = 0;
};

/// The generator used where none is given; one per process.
Generator& default_generator();
void manual_seed(std::uint64_t seed);

Tensor rand(const Shape& shape, DType dtype = DType::float32, Generator* generator = nullptr);    ///< uniform in [0, 1)
Tensor randn(const Shape& shape, DType dtype = DType::float32, Generator* generator = nullptr);   ///< normal, mean 0, std 1
Tensor randint(std::int64_t low, std::int64_t high, const Shape& shape, Generator* generator = nullptr);  ///< int64 in [low, high)
Tensor randperm(std::int64_t n, Generator* generator = nullptr);  ///< int64 permutation of 0 … n-1
void uniform_(const Tensor& t, double from, double to, Generator* generator = nullptr);
void normal_(const Tensor& t, double mean, double std, Generator* generator = nullptr);

}  // namespace wick
