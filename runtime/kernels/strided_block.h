#pragma once
// Presents a strided or broadcast operand as contiguous blocks, so that an elementwise loop needs only one form.

#include <algorithm>
#include <cstdint>

namespace wick::kernels {

template <class T>
class StridedBlock {
 public:
  static constexpr std::int64_t kSize = 512;

  StridedBlock(const T* p, std::int64_t step, std::int64_t n) : p_(p), step_(step) {
    if (step == 0 && n > 0) std::fill(block_, block_ + std::min(n, kSize), *p);
  }
  bool contiguous() const { return step_ == 1; }
  /// Elements [at, at + n), n <= kSize unless contiguous.
  const T* get(std::int64_t at, std::int64_t n) {
    if (step_ == 1) return p_ + at;
    if (step_ != 0) {
      for (std::int64_t i = 0; i < n; ++i) block_[i] = p_[(at + i) * step_];
    }
    return block_;
  }

 private:
  const T* p_;
  std::int64_t step_;
  T block_[kSize];
};

/// Calls fn(begin, count, a, b) over blocks of [0, n), or once when both operands are contiguous.
template <class A, class B, class F>
void in_blocks(std::int64_t n, StridedBlock<A>&& a, StridedBlock<B>&& b, const F& fn) {
  const std::int64_t size = a.contiguous() && b.contiguous() ? std::max<std::int64_t>(n, 1) : StridedBlock<A>::kSize;
  for (std::int64_t i = 0; i < n; i += size) {
    const std::int64_t m = std::min(size, n - i);
    fn(i, m, a.get(i, m), b.get(i, m));
  }
}

}  // namespace wick::kernels
