#pragma once
// The register tile in WebAssembly: 6 rows by two vectors, one function per mode, for every height: rows that do not
// exist are computed and not stored. Compiled twice, as part of the library and, with relaxed multiply-add, as the
// module of relaxed.cpp, where no stack and no library exist.

#include <wasm_simd128.h>

#include "kernels/tile.h"

namespace wick::kernels {

#define WICK_INLINE static inline __attribute__((always_inline))
#ifdef __wasm_relaxed_simd__
WICK_INLINE v128_t multiply_add(v128_t a, v128_t b, v128_t c) { return wasm_f32x4_relaxed_madd(a, b, c); }
#else
WICK_INLINE v128_t multiply_add(v128_t a, v128_t b, v128_t c) { return wasm_f32x4_add(wasm_f32x4_mul(a, b), c); }
#endif

#define WICK_ALL _Pragma("clang loop unroll(full)")

struct Sums {
  v128_t at[6][2];

  template <class A>
  inline __attribute__((always_inline)) void add(const A& a, const float* b0, const float* b1) {
    const v128_t x0 = wasm_v128_load(b0), x1 = wasm_v128_load(b1);
    WICK_ALL for (int m = 0; m < 6; ++m) {
      const v128_t s = wasm_v128_load32_splat(a(m));
      at[m][0] = multiply_add(s, x0, at[m][0]);
      at[m][1] = multiply_add(s, x1, at[m][1]);
    }
  }
};

/// Row m of t.spill from the part of C that exists, or back.
static void copy_row(const Tile& t, int m, float* c0, float* c1, bool back) {
  for (int i = 0; i < 8; ++i) {
    float* const c = (i < 4 ? c0 + i : c1 + i - 4) + m * t.c_m;
    float* const spill = t.spill + 8 * m + i;
    if (i % 4 < t.n[i / 4]) *(back ? c : spill) = *(back ? spill : c);
  }
}

/// t.spill plus the biases, through the ReLU, to C.
static void finish(const Tile& t, const float* bias_n, float* c0, float* c1) {
  const v128_t zero = wasm_f32x4_const(0, 0, 0, 0);
  for (int m = 0; m < t.m; ++m) {
    float* const spill = t.spill + 8 * m;
    v128_t v0 = wasm_v128_load(spill), v1 = wasm_v128_load(spill + 4);
    if (t.bias_m) {
      const v128_t s = wasm_v128_load32_splat(t.bias_m + m);
      v0 = wasm_f32x4_add(v0, s), v1 = wasm_f32x4_add(v1, s);
    }
    if (bias_n) v0 = wasm_f32x4_add(v0, wasm_v128_load(bias_n)), v1 = wasm_f32x4_add(v1, wasm_v128_load(bias_n + 4));
    if (t.relu) v0 = wasm_f32x4_pmax(v0, zero), v1 = wasm_f32x4_pmax(v1, zero);  // this order keeps NaN
    if (t.n[0] == 4 && t.n[1] == 4) {
      wasm_v128_store(c0 + m * t.c_m, v0);
      wasm_v128_store(c1 + m * t.c_m, v1);
    } else {
      wasm_v128_store(spill, v0);
      wasm_v128_store(spill + 4, v1);
      copy_row(t, m, c0, c1, true);
    }
  }
}

template <Mode mode>
static inline void run_tile_wasm(const Tile& t) {
  const float *b0 = t.b[0], *b1 = t.b[1], *bias_n = t.bias_n, *row[6];
  float *c0 = t.c[0], *c1 = t.c[1];
  if (mode == Mode::rows) WICK_ALL for (int m = 0; m < 6; ++m) row[m] = t.row[m];
  const bool whole = t.m == 6 && t.n[0] == 4 && t.n[1] == 4;
  ptrdiff_t left = t.repeat;
  do {
    Sums sum;
    if (!t.load_c) {
      WICK_ALL for (int m = 0; m < 6; ++m) sum.at[m][0] = sum.at[m][1] = wasm_f32x4_const(0, 0, 0, 0);
    } else if (whole) {
      WICK_ALL for (int m = 0; m < 6; ++m) sum.at[m][0] = wasm_v128_load(c0 + m * t.c_m), sum.at[m][1] = wasm_v128_load(c1 + m * t.c_m);
    } else {
      for (int m = 0; m < t.m; ++m) copy_row(t, m, c0, c1, false);
      WICK_ALL for (int m = 0; m < 6; ++m) sum.at[m][0] = wasm_v128_load(t.spill + 8 * m), sum.at[m][1] = wasm_v128_load(t.spill + 8 * m + 4);
    }

    if (mode == Mode::rows) {
      const float* b = b0;
      for (ptrdiff_t r = 0; r < t.runs; ++r)
        for (ptrdiff_t i = t.offset ? t.offset[r] : r * t.run_step, end = i + t.run; i != end; ++i, b += t.b_k) sum.add([&](int m) { return row[m] + i; }, b, b + 4);
    } else if (mode == Mode::offsets) {
      const float* a = t.a;
      for (const int32_t *k = t.offset, *end = k + t.K; k != end; ++k, a += t.a_k) sum.add([&](int m) { return a + m; }, b0 + *k, b1 + *k);
    } else {
      const float *a = t.a, *b = b0;
      for (ptrdiff_t k = t.K; k > 0; --k, a += t.a_k, b += t.b_k) sum.add([&](int m) { return a + m; }, b, b + 4);
    }

    if (whole && !t.bias_m && !bias_n && !t.relu) {
      WICK_ALL for (int m = 0; m < 6; ++m) {
        wasm_v128_store(c0 + m * t.c_m, sum.at[m][0]);
        wasm_v128_store(c1 + m * t.c_m, sum.at[m][1]);
      }
    } else {
      WICK_ALL for (int m = 0; m < 6; ++m) {
        wasm_v128_store(t.spill + 8 * m, sum.at[m][0]);
        wasm_v128_store(t.spill + 8 * m + 4, sum.at[m][1]);
      }
      finish(t, bias_n, c0, c1);
    }
    b0 += t.b_step, b1 += t.b_step, c0 += t.c_step, c1 += t.c_step;
    if (bias_n) bias_n += t.bias_step;
    if (mode == Mode::rows) WICK_ALL for (int m = 0; m < 6; ++m) row[m] += t.row_step;
  } while (--left > 0);
}

}  // namespace wick::kernels
