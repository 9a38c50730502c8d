// Comparisons and selection. Plain loops over contiguous blocks, which compilers vectorize well for any element type.

#include "kernels/elementwise.h"
#include "kernels/split.h"
#include "kernels/strided_block.h"

namespace wick::kernels {

namespace {

template <class T, class F>
void each(const T* a, const T* b, std::uint8_t* y, std::int64_t n, F f) {
  for (std::int64_t i = 0; i < n; ++i) y[i] = f(a[i], b[i]);
}
template <class T>
void compare_block(Compare op, const T* a, const T* b, std::uint8_t* y, std::int64_t n) {
  switch (op) {
    case Compare::eq: return each(a, b, y, n, [](T p, T q) { return p == q; });
    case Compare::ne: return each(a, b, y, n, [](T p, T q) { return p != q; });
    case Compare::lt: return each(a, b, y, n, [](T p, T q) { return p < q; });
    case Compare::le: return each(a, b, y, n, [](T p, T q) { return p <= q; });
    case Compare::gt: return each(b, a, y, n, [](T p, T q) { return p < q; });
    case Compare::ge: return each(b, a, y, n, [](T p, T q) { return p <= q; });
  }
}

}  // namespace

template <class T>
void compare(Compare op, const T* a, std::int64_t a_step, const T* b, std::int64_t b_step, std::uint8_t* y, std::int64_t n) {
  split(n, kGrain, [&](std::int64_t i, std::int64_t m) {
    in_blocks(m, StridedBlock<T>(a + i * a_step, a_step, m), StridedBlock<T>(b + i * b_step, b_step, m),
              [&](std::int64_t at, std::int64_t count, const T* pa, const T* pb) {
                compare_block(op, pa, pb, y + i + at, count);
              });
  });
}

template <class T>
void where(const std::uint8_t* cond, std::int64_t c_step, const T* a, std::int64_t a_step, const T* b, std::int64_t b_step,
           T* y, std::int64_t n) {
  split(n, kGrain, [&](std::int64_t i0, std::int64_t m) {
    StridedBlock<std::uint8_t> c(cond + i0 * c_step, c_step, m);
    in_blocks(m, StridedBlock<T>(a + i0 * a_step, a_step, m), StridedBlock<T>(b + i0 * b_step, b_step, m),
              [&](std::int64_t at, std::int64_t count, const T* pa, const T* pb) {
                // Both contiguous: one long call, so the condition is fetched block by block here.
                for (std::int64_t j = 0; j < count; j += StridedBlock<T>::kSize) {
                  const std::int64_t k = std::min(StridedBlock<T>::kSize, count - j);
                  const std::uint8_t* pc = c.get(at + j, k);
                  T* out = y + i0 + at + j;
                  for (std::int64_t i = 0; i < k; ++i) {
                    const T p = pa[j + i], q = pb[j + i];
                    out[i] = pc[i] ? p : q;
                  }
                }
              });
  });
}

#define WICK_COMPARE(T) \
  template void compare<T>(Compare, const T*, std::int64_t, const T*, std::int64_t, std::uint8_t*, std::int64_t);
WICK_COMPARE(float)
WICK_COMPARE(double)
WICK_COMPARE(std::int64_t)
WICK_COMPARE(std::int32_t)
WICK_COMPARE(std::uint8_t)
#define WICK_WHERE(T)                                                                                        \
  template void where<T>(const std::uint8_t*, std::int64_t, const T*, std::int64_t, const T*, std::int64_t, T*, \
                         std::int64_t);
WICK_WHERE(float)
WICK_WHERE(double)
WICK_WHERE(std::int64_t)

}  // namespace wick::kernels
