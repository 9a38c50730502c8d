#pragma once
// Helpers of the kernel tests: inputs, outputs with guards, distances.

#include <doctest/doctest.h>

#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <vector>

namespace near {

/// Around the edges of 4-, 8- and 16-wide vectors and of 32 lanes.
inline const std::vector<std::int64_t>& sizes() {
  static const std::vector<std::int64_t> list = {0,  1,  2,  3,  4,  5,  7,  8,  9,  10, 12, 15, 16, 17,
                                                 21, 24, 31, 32, 33, 34, 48, 63, 64, 65, 66, 130, 1031};
  return list;
}

/// The same numbers everywhere: multiples of 2^-20 spread over [lo, hi].
class Numbers {
 public:
  explicit Numbers(std::uint64_t seed = 1) : state_(seed * 0x9E3779B97F4A7C15u + 1) {}
  std::uint32_t next() {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<std::uint32_t>(state_ >> 33);
  }
  double in(double lo, double hi) { return lo + (hi - lo) * ((next() & 0xfffff) * 0x1p-20); }
  template <class T = float>
  std::vector<T> list(std::int64_t n, double lo = -2, double hi = 2) {
    std::vector<T> v(static_cast<std::size_t>(n));
    for (T& x : v) x = static_cast<T>(in(lo, hi));
    return v;
  }

 private:
  std::uint64_t state_;
};

/// n elements that start one past an aligned place, with guards on both sides.
template <class T>
class Guarded {
 public:
  explicit Guarded(std::int64_t n, T fill = T(7)) : n_(static_cast<std::size_t>(n)), v_(n_ + 2 * kGuard, static_cast<T>(93)) {
    for (std::size_t i = 0; i < n_; ++i) data()[i] = fill;
  }
  explicit Guarded(const std::vector<T>& x) : Guarded(static_cast<std::int64_t>(x.size())) { std::copy(x.begin(), x.end(), data()); }
  T* data() { return v_.data() + kGuard; }
  T operator[](std::int64_t i) const { return v_[kGuard + static_cast<std::size_t>(i)]; }
  T& operator[](std::int64_t i) { return v_[kGuard + static_cast<std::size_t>(i)]; }
  bool intact() const {
    for (std::size_t i = 0; i < kGuard; ++i) {
      if (v_[i] != static_cast<T>(93) || v_[kGuard + n_ + i] != static_cast<T>(93)) return false;
    }
    return true;
  }

 private:
  static constexpr std::size_t kGuard = 17;
  std::size_t n_;
  std::vector<T> v_;
};

inline bool close(double got, double want, double rel = 1e-5, double abs = 1e-6) {
  if (want != want || got != got) return want != want && got != got;
  if (std::isinf(want) || std::isinf(got)) return want == got;
  return std::fabs(got - want) <= abs + rel * std::fabs(want);
}

/// Units in the last place of float at the exact value `want`.
inline double ulps(float got, double want) {
  if (want != want || got != got) return want != want && got != got ? 0 : 1e30;
  if (static_cast<double>(got) == want) return 0;
  const float nearest = static_cast<float>(want);
  if (std::isinf(got) || std::isinf(nearest)) return got == nearest ? 0 : 1e30;
  int e;
  std::frexp(want, &e);
  return std::fabs(got - want) / std::ldexp(1.0, std::max(e - 24, -149));
}

inline constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
inline constexpr float kInf = std::numeric_limits<float>::infinity();

}  // namespace near
