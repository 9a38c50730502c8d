#pragma once
// What an output of a pooling takes along one axis.

#include <algorithm>
#include <cstdint>

namespace wick::kernels {

struct Range {
  std::int64_t begin, end;
};

/// The part of window `o` inside [0, n), and its size with padding (cut off where padding ends, as PyTorch counts).
inline Range window(std::int64_t o, std::int64_t stride, std::int64_t pad, std::int64_t k, std::int64_t n, std::int64_t* padded) {
  const std::int64_t from = o * stride - pad, to = std::min(from + k, n + pad);
  *padded = to - from;
  return {std::max<std::int64_t>(from, 0), std::min(to, n)};
}

inline Range adaptive(std::int64_t i, std::int64_t n, std::int64_t m) { return {i * n / m, ((i + 1) * n + m - 1) / m}; }

}  // namespace wick::kernels
