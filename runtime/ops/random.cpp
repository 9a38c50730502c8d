#include "wick/random.h"

#include <numeric>

#include "kernels/random.h"

namespace wick {

Generator& default_generator() {
  static Generator g;
  return g;
}
void manual_seed(std::uint64_t seed) { default_generator() = Generator(seed); }

namespace {
kernels::PhiloxState reserve(Generator* g, std::int64_t n) {
  Generator& from = g ? *g : default_generator();
  return {from.seed(), from.reserve(n)};
}
void check_dense(const char* op, const Tensor& t) {
  check(t.is_contiguous(), ErrorKind::value, "[{}] tensor {} is not contiguous; fill a contiguous one and copy.", op, t);
}
}  // namespace

void uniform_(const Tensor& t, double from, double to, Generator* generator) {
  check_dense("uniform_", t);
  const auto s = reserve(generator, t.numel());
  dispatch_floating("uniform_", t.dtype(), [&]<class T>() { kernels::uniform(s, t.data<T>(), t.numel(), from, to); });
  ++t.impl()->storage->version;
}

void normal_(const Tensor& t, double mean, double std, Generator* generator) {
  check_dense("normal_", t);
  check(std >= 0, ErrorKind::value, "[normal_] std is {}; need std >= 0.", std);
  const auto s = reserve(generator, t.numel());
  dispatch_floating("normal_", t.dtype(), [&]<class T>() { kernels::normal(s, t.data<T>(), t.numel(), mean, std); });
  ++t.impl()->storage->version;
}

Tensor rand(const Shape& shape, DType dtype, Generator* generator) {
  Tensor t = empty(shape, dtype);
  uniform_(t, 0, 1, generator);
  return t;
}

Tensor randn(const Shape& shape, DType dtype, Generator* generator) {
  Tensor t = empty(shape, dtype);
  normal_(t, 0, 1, generator);
  return t;
}

// Fisher–Yates; place i is swapped with one of 0 … i.
Tensor randperm(std::int64_t n, Generator* generator) {
  check(n >= 0, ErrorKind::value, "[randperm] n is {}; need n >= 0.", n);
  Tensor t = empty(n, DType::int64);
  auto* p = t.data<std::int64_t>();
  std::iota(p, p + n, std::int64_t{0});
  const auto s = reserve(generator, n);
  std::uint32_t words[4];
  for (std::int64_t i = n - 1; i > 0; --i) {
    if (i == n - 1 || i % 4 == 3) kernels::philox_block({s.key, s.counter + static_cast<std::uint64_t>(i / 4)}, words);
    // Multiply-shift maps a word to [0, i] without a division.
    const auto j = static_cast<std::int64_t>((static_cast<std::uint64_t>(words[i % 4]) * static_cast<std::uint64_t>(i + 1)) >> 32);
    std::swap(p[i], p[j]);
  }
  return t;
}

}  // namespace wick
