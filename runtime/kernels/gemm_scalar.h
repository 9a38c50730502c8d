#pragma once
// Plain loops for float64, which serves exact gradient checks only: right and portable, not fast.

#include <algorithm>

#include "gemm.h"
#include "wick/parallel.h"

namespace wick::kernels {

template <class T>
void gemm_scalar(const Gemm<T>& g) {
  for (std::int64_t m = 0; m < g.M; ++m) {
    T* c = g.c + m * g.c_m;
    if (!g.accumulate) std::fill(c, c + g.N, T(0));
    for (std::int64_t k = 0; k < g.K; ++k) {
      const T a = g.a[m * g.a_m + k * g.a_k];
      const T* b = g.b + k * g.b_k;
      for (std::int64_t n = 0; n < g.N; ++n) c[n] += a * b[n * g.b_n];
    }
    for (std::int64_t n = 0; n < g.N; ++n) {
      T v = c[n];
      if (g.bias_m) v += g.bias_m[m];
      if (g.bias_n) v += g.bias_n[n];
      c[n] = g.activation == Activation::relu && v < 0 ? T(0) : v;
    }
  }
}

}  // namespace wick::kernels
