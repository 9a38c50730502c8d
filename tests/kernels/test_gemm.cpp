// Every product against a plain loop: sizes around the tiles, all transpositions, accumulation, epilogue, batches.

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "kernels/dispatch.h"
#include "kernels/gemm.h"
#include "wick/parallel.h"

using namespace wick;
using namespace wick::kernels;

namespace {

struct Rng {
  std::uint32_t state = 12345;
  std::uint32_t next() { return state = state * 1664525u + 1013904223u, state >> 8; }
  float uniform() { return static_cast<float>(next() % 2001) / 1000.0f - 1.0f; }
  template <class T>
  std::vector<T> vector(std::int64_t n) {
    std::vector<T> v(static_cast<std::size_t>(n));
    for (T& x : v) x = uniform();
    return v;
  }
};

struct Case {
  std::int64_t M, N, K;
  bool trans_a, trans_b, accumulate, bias_m, bias_n, relu;
};

/// Runs the case and returns the largest error relative to the sum of magnitudes; checks guards and padding of C.
template <class T>
double error_of(const Case& s, Rng& rng) {
  const std::int64_t c_m = s.N + 3, guard = 16;
  const auto a = rng.vector<T>(s.M * s.K), b = rng.vector<T>(s.K * s.N), bm = rng.vector<T>(s.M), bn = rng.vector<T>(s.N);
  auto c = rng.vector<T>(s.M * c_m + guard);
  const auto before = c;
  const Gemm<T> g{s.M, s.N, s.K,
                  a.data(), s.trans_a ? 1 : s.K, s.trans_a ? s.M : 1,
                  b.data(), s.trans_b ? 1 : s.N, s.trans_b ? s.K : 1,
                  c.data(), c_m, s.accumulate,
                  s.bias_m ? bm.data() : nullptr, s.bias_n ? bn.data() : nullptr,
                  s.relu ? Activation::relu : Activation::none};
  gemm(g);
  double worst = 0;
  for (std::int64_t m = 0; m < s.M; ++m)
    for (std::int64_t n = 0; n < s.N; ++n) {
      const auto at = static_cast<std::size_t>(m * c_m + n);
      double sum = s.accumulate ? before[at] : 0, size = 1;
      for (std::int64_t k = 0; k < s.K; ++k) {
        const double p = static_cast<double>(g.a[m * g.a_m + k * g.a_k]) * g.b[k * g.b_k + n * g.b_n];
        sum += p;
        size += std::fabs(p);
      }
      if (s.bias_m) sum += bm[static_cast<std::size_t>(m)];
      if (s.bias_n) sum += bn[static_cast<std::size_t>(n)];
      if (s.relu && sum < 0) sum = 0;
      worst = std::max(worst, std::fabs(c[at] - sum) / size);
    }
  for (std::size_t i = 0; i < c.size(); ++i)
    if (static_cast<std::int64_t>(i) >= s.M * c_m || static_cast<std::int64_t>(i) % c_m >= s.N)
      if (c[i] != before[i]) worst = 1e9;
  return worst;
}

}  // namespace

TEST_CASE("gemm: sizes around the tiles, all transpositions") {
  Rng rng;
  const std::int64_t sizes[] = {1, 2, 3, 4, 5, 7, 8, 11, 14, 15, 16, 17, 29, 31, 32, 33, 65};
  const int count = static_cast<int>(std::size(sizes));
  for (int trial = 0; trial < 400; ++trial) {
    Case s;
    s.M = sizes[rng.next() % count];
    s.N = sizes[rng.next() % count];
    s.K = sizes[rng.next() % count];
    const std::uint32_t bits = rng.next();
    s.trans_a = bits & 1, s.trans_b = bits & 2, s.accumulate = bits & 4;
    s.bias_m = bits & 8, s.bias_n = bits & 16, s.relu = bits & 32;
    CAPTURE(s.M); CAPTURE(s.N); CAPTURE(s.K); CAPTURE(bits & 63);
    CHECK(error_of<float>(s, rng) < 1e-6);
    if (trial % 8 == 0) CHECK(error_of<double>(s, rng) < 1e-14);
  }
}

TEST_CASE("gemm: long sums and many rows, over several blocks") {
  Rng rng;
  const std::int64_t shapes[][3] = {{300, 40, 17}, {17, 70, 600}, {3, 5, 1025}, {64, 10, 784}, {1, 100, 300}, {513, 33, 5}, {40, 1, 270}};
  for (const auto& shape : shapes)
    for (int t = 0; t < 4; ++t) {
      const Case s{shape[0], shape[1], shape[2], (t & 1) != 0, (t & 2) != 0, t == 1, t == 2, t != 3, t == 0};
      CAPTURE(s.M); CAPTURE(s.N); CAPTURE(s.K); CAPTURE(t);
      CHECK(error_of<float>(s, rng) < 1e-6);
    }
}

TEST_CASE("gemm: B packed ahead gives the same bits") {
  Rng rng;
  const std::int64_t shapes[][3] = {{1, 70, 33}, {1, 256, 784}, {2, 10, 7}, {30, 33, 300}, {64, 10, 128}, {5, 1, 20}, {7, 129, 1}, {300, 300, 300}};
  for (const auto& shape : shapes)
    for (int t = 0; t < 2; ++t) {
      const std::int64_t M = shape[0], N = shape[1], K = shape[2];
      CAPTURE(M); CAPTURE(N); CAPTURE(K); CAPTURE(t);
      const auto a = rng.vector<float>(M * K), b = rng.vector<float>(K * N), bias = rng.vector<float>(N);
      std::vector<float> want(static_cast<std::size_t>(M * N)), got(want.size() + 16, 7.0f);
      std::vector<float> packed(static_cast<std::size_t>(packed_b_size(K, N)));
      Gemm<float> g{M, N, K, a.data(), K, 1, b.data(), t ? 1 : N, t ? K : 1, want.data(), N, false, nullptr, bias.data(), Activation::relu};
      gemm(g);
      pack_b(g.b, g.b_k, g.b_n, K, N, packed.data());
      g.b = packed.data(), g.b_packed = true, g.c = got.data();
      gemm(g);
      CHECK(std::memcmp(want.data(), got.data(), want.size() * sizeof(float)) == 0);
      for (std::size_t i = want.size(); i < got.size(); ++i) CHECK(got[i] == 7.0f);
    }
}

TEST_CASE("gemm: empty sizes") {
  Rng rng;
  for (int bits = 0; bits < 8; ++bits) {
    const Case s{5, 6, 0, false, false, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, false};
    CHECK(error_of<float>(s, rng) < 2e-7);
    CHECK(error_of<double>(s, rng) < 1e-15);
  }
  float c = 7;
  gemm(Gemm<float>{0, 1, 3, nullptr, 3, 1, nullptr, 1, 1, &c, 1});
  gemm(Gemm<float>{1, 0, 3, nullptr, 3, 1, nullptr, 1, 1, &c, 1});
  CHECK(c == 7);
}

TEST_CASE("gemm: ReLU keeps NaN, and makes no sign of it elsewhere") {
  std::vector<float> a(40, 1.0f), b(40, -1.0f), c(1600);
  a[7] = b[9] = NAN;
  b[3] = 2;
  gemm(Gemm<float>{40, 40, 1, a.data(), 1, 1, b.data(), 40, 1, c.data(), 40, false, nullptr, nullptr, Activation::relu});
  for (std::size_t m = 0; m < 40; ++m)
    for (std::size_t n = 0; n < 40; ++n) {
      const float v = c[m * 40 + n];
      if (m == 7 || n == 9)
        CHECK(std::isnan(v));
      else
        CHECK(v == (n == 3 ? 2.0f : 0.0f));
    }
}

TEST_CASE("gemm: one chain over k, whatever the place in C or the number of threads") {
  Rng rng;
  const std::int64_t M = 150, N = 170, K = 530;
  const auto a = rng.vector<float>(M * K), b = rng.vector<float>(K * N);
  const int threads = num_threads();
  std::vector<float> one(static_cast<std::size_t>(M * N)), many(one.size()), row(static_cast<std::size_t>(N));
  Gemm<float> g{M, N, K, a.data(), K, 1, b.data(), N, 1, one.data(), N};
  set_num_threads(1);
  gemm(g);
  set_num_threads(2);
  g.c = many.data();
  gemm(g);
  CHECK(std::memcmp(one.data(), many.data(), one.size() * sizeof(float)) == 0);
  set_num_threads(threads);
  if (std::strcmp(isa(), "wasm, relaxed") == 0) return;  // there one row alone takes no fused multiply-add
  for (std::int64_t m : {std::int64_t{0}, std::int64_t{77}, M - 1}) {  // one row alone, with K in two accumulated parts
    Gemm<float> part{1, N, 301, a.data() + m * K, K, 1, b.data(), N, 1, row.data(), N};
    gemm(part);
    part.a += 301, part.b += 301 * N, part.K = K - 301, part.accumulate = true;
    gemm(part);
    CHECK(std::memcmp(one.data() + m * N, row.data(), row.size() * sizeof(float)) == 0);
  }
}

TEST_CASE("gemm: a product's tasks share panels of B, the next product's do not") {
  Rng rng;
  const std::int64_t M = 700, N = 96, K = 200;
  const auto a = rng.vector<float>(M * K), b = rng.vector<float>(3 * K * N);
  const int threads = num_threads();
  for (const bool a_columns : {false, true}) {
    std::vector<float> want(static_cast<std::size_t>(3 * M * N)), got(want.size());
    const auto product = [&](std::int64_t i, std::vector<float>& c) {
      return Gemm<float>{M, N, K, a.data(), a_columns ? 1 : K, a_columns ? M : 1, b.data() + i * K * N, 1, K, c.data() + i * M * N, N};
    };
    for (int n = 1; n <= 4; ++n) {
      CAPTURE(a_columns); CAPTURE(n);
      set_num_threads(n);
      for (std::int64_t i = 0; i < 3; ++i) gemm(product(i, n == 1 ? want : got));
      if (n > 1) CHECK(std::memcmp(want.data(), got.data(), want.size() * sizeof(float)) == 0);
    }
  }
  set_num_threads(threads);
}

TEST_CASE("gemm_each: every product once, few or many, small or large") {
  Rng rng;
  const int threads = num_threads();
  set_num_threads(2);
  for (const std::int64_t size : {3, 40, 200})
    for (const std::int64_t n : {1, 2, 9, 70}) {
      CAPTURE(size); CAPTURE(n);
      const std::int64_t part = size * size;
      const auto a = rng.vector<float>(n * part), b = rng.vector<float>(n * part);
      std::vector<float> got(a.size()), want(a.size());
      const auto product = [&](std::int64_t i, std::vector<float>& c) {
        return Gemm<float>{size, size, size, a.data() + i * part, size, 1, b.data() + (n - 1 - i) * part, 1, size, c.data() + i * part, size, true};
      };
      for (std::int64_t i = 0; i < n; ++i) gemm(product(i, want));
      gemm_each(product(0, got), n, [&](std::int64_t i) { gemm(product(i, got)); });  // twice would show: they accumulate
      CHECK(std::memcmp(want.data(), got.data(), want.size() * sizeof(float)) == 0);
    }
  set_num_threads(threads);
}

TEST_CASE("gemm_batched: own and shared operands") {
  Rng rng;
  const std::int64_t M = 9, N = 12, K = 7, n = 5;
  const auto a = rng.vector<float>(n * M * K), b = rng.vector<float>(n * K * N);
  for (const bool share_b : {false, true})
    for (const bool trans_a : {false, true}) {
      std::vector<float> c(static_cast<std::size_t>(n * M * N)), want(c.size());
      const Gemm<float> g{M, N, K, a.data(), trans_a ? 1 : K, trans_a ? M : 1, b.data(), N, 1, c.data(), N};
      gemm_batched(g, n, M * K, share_b ? 0 : K * N, M * N);
      for (std::int64_t i = 0; i < n; ++i) {
        Gemm<float> single = g;
        single.a += i * M * K, single.b += share_b ? 0 : i * K * N, single.c = want.data() + i * M * N;
        gemm(single);
      }
      CHECK(c == want);
    }
}

TEST_CASE("the instruction set that was chosen is the one that runs") {
  CHECK(isa_error() == nullptr);
  const float a = 3, b = 4;
  float c = 0;
  gemm(Gemm<float>{1, 1, 1, &a, 1, 1, &b, 1, 1, &c, 1});
  CHECK(c == 12);
  CHECK(std::string(isa()).substr(0, std::strlen(isa_ran())) == isa_ran());  // "wasm, relaxed" is wasm with some kernels replaced
}
