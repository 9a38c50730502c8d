#pragma once
// Dims: up to eight 64-bit integers, used for shapes, strides and lists of dimensions. Lives on the stack.

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include "wick/error.h"

namespace wick {

inline constexpr int kMaxRank = 8;

class Dims {
 public:
  Dims() = default;
  Dims(std::int64_t v) : n_(1) { v_[0] = v; }  // NOLINT: a single integer stands for a list of one, as in PyTorch
  Dims(int v) : Dims(static_cast<std::int64_t>(v)) {}
  Dims(std::initializer_list<std::int64_t> list) : Dims(std::span(list.begin(), list.size())) {}
  Dims(const std::vector<std::int64_t>& list) : Dims(std::span(list.data(), list.size())) {}
  explicit Dims(std::span<const std::int64_t> list);
  static Dims filled(int n, std::int64_t v);

  int rank() const { return n_; }
  std::size_t size() const { return n_; }
  bool empty() const { return n_ == 0; }
  std::int64_t& operator[](int i) { return v_[i]; }
  std::int64_t operator[](int i) const { return v_[i]; }
  const std::int64_t* begin() const { return v_; }
  const std::int64_t* end() const { return v_ + n_; }
  std::int64_t* begin() { return v_; }
  std::int64_t* end() { return v_ + n_; }
  std::int64_t back() const { return v_[n_ - 1]; }
  void push_back(std::int64_t v);  ///< throws ErrorKind::shape beyond kMaxRank
  void insert(int at, std::int64_t v);
  void erase(int at);
  bool contains(std::int64_t v) const;
  friend bool operator==(const Dims& a, const Dims& b) {
    if (a.n_ != b.n_) return false;
    for (int i = 0; i < a.n_; ++i)
      if (a.v_[i] != b.v_[i]) return false;
    return true;
  }

 private:
  std::int64_t v_[kMaxRank] = {};
  std::uint8_t n_ = 0;
};

using Shape = Dims;

std::string to_text(const Dims& dims);  ///< "[2,3]"

namespace detail {
[[noreturn]] void fail_size(std::int64_t a, const char* op, std::int64_t b);
[[noreturn]] void fail_numel(const Shape& shape);
}  // namespace detail

/// a * b and a + b of sizes; throws ErrorKind::memory when the result does not fit 63 bits or an operand is negative.
inline std::int64_t checked_mul(std::int64_t a, std::int64_t b) {
  std::int64_t r;
  if (a < 0 || b < 0 || __builtin_mul_overflow(a, b, &r)) [[unlikely]]
    detail::fail_size(a, "x", b);
  return r;
}
inline std::int64_t checked_add(std::int64_t a, std::int64_t b) {
  std::int64_t r;
  if (a < 0 || b < 0 || __builtin_add_overflow(a, b, &r)) [[unlikely]]
    detail::fail_size(a, "+", b);
  return r;
}
/// Number of elements; throws as checked_mul, and ErrorKind::shape for a negative size.
inline std::int64_t numel(const Shape& shape) {
  // All sizes are checked even when one of them is 0: a hostile shape must not hide behind an empty tensor.
  std::int64_t n = 1;
  bool is_empty = false;
  for (const std::int64_t s : shape) {
    if (s == 0) is_empty = true;
    else if (s < 0 || __builtin_mul_overflow(n, s, &n)) [[unlikely]] detail::fail_numel(shape);
  }
  return is_empty ? 0 : n;
}
inline Dims contiguous_strides(const Shape& shape) {
  Dims strides = shape;
  std::int64_t step = 1;
  for (int i = shape.rank() - 1; i >= 0; --i) {
    strides[i] = step;
    if (shape[i] > 1) step *= shape[i];
  }
  return strides;
}
/// The shape two operands broadcast to (NumPy's rules). Throws ErrorKind::shape with both shapes.
Shape broadcast_shapes(const char* op, const Shape& a, const Shape& b);
/// Maps dim in [-rank, rank) to [0, rank); a 0-dim tensor counts as rank 1. Throws ErrorKind::index.
int wrap_dim(const char* op, std::int64_t dim, int rank);

}  // namespace wick
