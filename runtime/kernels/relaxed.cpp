// The register tile, the exponentials of a softmax and a layer norm's rows and gradient with relaxed SIMD's fused multiply-add, as a module of its
// own on the memory of the library's: an engine that knows no relaxed SIMD would refuse a module that has any. tile_wasm.cpp holds its
// bytes and installs it. It must use no stack: the library's is not its own.

#include "kernels/tile_wasm.h"

using namespace wick::kernels;

#define WICK_EXPORT extern "C" __attribute__((visibility("default")))

WICK_EXPORT void steps(const Tile* t) { run_tile_wasm<Mode::steps>(*t); }
WICK_EXPORT void offsets(const Tile* t) { run_tile_wasm<Mode::offsets>(*t); }
WICK_EXPORT void rows(const Tile* t) { run_tile_wasm<Mode::rows>(*t); }

/// y = e^(x - m) for n elements, a multiple of 4: Exp2::decay (math-inl.h) with its constants k. Also raises most [4] to the largest of
/// next [n].
WICK_EXPORT void decay(const float* x, const float* next, float* y, ptrdiff_t n, float m, const float* k, float* most) {
  const v128_t vm = wasm_f32x4_splat(m), magic = wasm_v128_load32_splat(k), c5 = wasm_v128_load32_splat(k + 1), c4 = wasm_v128_load32_splat(k + 2);
  const v128_t c3 = wasm_v128_load32_splat(k + 3), c2 = wasm_v128_load32_splat(k + 4), c1 = wasm_v128_load32_splat(k + 5);
  const v128_t one = wasm_v128_load32_splat(k + 6), lowest = wasm_v128_load32_splat(k + 7), scale = wasm_v128_load32_splat(k + 8);
  v128_t largest = wasm_v128_load(most);
  for (ptrdiff_t i = 0; i < n; i += 4) {
    largest = wasm_f32x4_relaxed_max(largest, wasm_v128_load(next + i));
    // pmax keeps a NaN in its first operand.
    const v128_t z = wasm_f32x4_pmax(wasm_f32x4_mul(wasm_f32x4_sub(vm, wasm_v128_load(x + i)), scale), lowest);
    const v128_t t = wasm_f32x4_add(z, magic), f = wasm_f32x4_sub(z, wasm_f32x4_sub(t, magic));
    v128_t p = multiply_add(c5, f, c4);
    p = multiply_add(p, f, c3);
    p = multiply_add(p, f, c2);
    p = multiply_add(p, f, c1);
    p = multiply_add(p, f, one);
    wasm_v128_store(y + i, wasm_f32x4_mul(p, wasm_i32x4_shl(t, 23)));
  }
  wasm_v128_store(most, largest);
}

/// The sum of a's lanes in lane 0, of b's in lane 2.
WICK_INLINE v128_t folded(v128_t a, v128_t b) {
  const v128_t both = wasm_f32x4_add(wasm_i32x4_shuffle(a, b, 0, 1, 4, 5), wasm_i32x4_shuffle(a, b, 2, 3, 6, 7));
  return wasm_f32x4_add(both, wasm_i32x4_shuffle(both, both, 1, 0, 3, 2));
}

/// layer_norm_whole_rows of layer_norm.cpp.
WICK_EXPORT void layer_norm(const float* x, size_t rows, size_t n, const float* weight, const float* bias, double eps, float* y, float* mean,
                            float* rstd) {
  const size_t ahead = 2, block = 256;
  const double share = 1 / static_cast<double>(n);
  const float* next = x;
  for (size_t r = 0; r < rows + ahead; ++r) {
    if (r < ahead && r >= rows) continue;
    if (r >= rows) next = x;
    double average = 0, var = 0;
    for (size_t at = 0; at < n; at += block) {
      v128_t plain[2], squares[2];
      plain[0] = plain[1] = squares[0] = squares[1] = wasm_f32x4_const(0, 0, 0, 0);
      const auto add = [&](int k) __attribute__((always_inline)) {
        const v128_t v = wasm_v128_load(next + 4 * k);
        plain[k % 2] = wasm_f32x4_add(plain[k % 2], v);
        squares[k % 2] = multiply_add(v, v, squares[k % 2]);
      };
      const float* const end = next + (n - at < block ? n - at : block);
      if (r < ahead) {
        for (; next != end; next += 16) WICK_ALL for (int k = 0; k < 4; ++k) add(k);
      } else {
        const v128_t s = wasm_v128_load32_splat(rstd + r - ahead), c = wasm_f32x4_neg(wasm_f32x4_mul(wasm_v128_load32_splat(mean + r - ahead), s));
        const float *w = weight + at, *b = bias + at;
        for (; next != end; x += 16, next += 16, w += 16, b += 16, y += 16) {
          WICK_ALL for (int k = 0; k < 4; ++k) {
            add(k);
            const v128_t unit = multiply_add(wasm_v128_load(x + 4 * k), s, c);
            wasm_v128_store(y + 4 * k, multiply_add(unit, wasm_v128_load(w + 4 * k), wasm_v128_load(b + 4 * k)));
          }
        }
      }
      const v128_t both = folded(wasm_f32x4_add(plain[0], plain[1]), wasm_f32x4_add(squares[0], squares[1]));
      average += share * wasm_f32x4_extract_lane(both, 0);
      var += share * wasm_f32x4_extract_lane(both, 2);
    }
    if (r >= rows) continue;
    const double far = average * average;
    var -= far;
    if (__builtin_expect(!(far <= 4 * var), 0)) {
      var = 0;
      for (const float* p = next - n; p != next; ++p) var += share * (*p - average) * (*p - average);
    }
    mean[r] = static_cast<float>(average);
    rstd[r] = static_cast<float>(1 / __builtin_sqrt(var + eps));
  }
}

/// layer_norm_grad_whole_row of layer_norm.cpp for R rows, which share what is read and written once for all rows.
template <int R>
WICK_INLINE void grad_of_rows(const float* dy, const float* x, size_t n, const float* mean, const float* rstd, const float* weight, float* dx,
                              float* dweight, float* dbias) {
  const size_t block = 256;  // float sums of so many elements, added in double
  const double share = 1 / static_cast<double>(n);
  const float *pdy[R], *px[R], *w = weight, *const last = weight + n;
  v128_t s[R], c[R];
  double plain[R], along[R];
  WICK_ALL for (int r = 0; r < R; ++r) {
    pdy[r] = dy + r * n, px[r] = x + r * n;
    s[r] = wasm_v128_load32_splat(rstd + r), c[r] = wasm_f32x4_neg(wasm_f32x4_mul(wasm_v128_load32_splat(mean + r), s[r]));
    plain[r] = along[r] = 0;
  }
  while (w != last) {
    v128_t sum[R], dot[R];
    WICK_ALL for (int r = 0; r < R; ++r) sum[r] = dot[r] = wasm_f32x4_const(0, 0, 0, 0);
    for (const float* const end = static_cast<size_t>(last - w) < block ? last : w + block; w != end; w += 4, dweight += 4, dbias += 4) {
      const v128_t vw = wasm_v128_load(w);
      v128_t dw = wasm_v128_load(dweight), db = wasm_v128_load(dbias);
      WICK_ALL for (int r = 0; r < R; ++r) {
        const v128_t q = wasm_v128_load(pdy[r]), unit = multiply_add(wasm_v128_load(px[r]), s[r], c[r]), g = wasm_f32x4_mul(q, vw);
        dw = multiply_add(q, unit, dw), db = wasm_f32x4_add(db, q);
        sum[r] = wasm_f32x4_add(sum[r], g), dot[r] = multiply_add(g, unit, dot[r]);
        pdy[r] += 4, px[r] += 4;
      }
      wasm_v128_store(dweight, dw), wasm_v128_store(dbias, db);
    }
    WICK_ALL for (int r = 0; r < R; ++r) {
      const v128_t both = folded(sum[r], dot[r]);
      plain[r] += share * wasm_f32x4_extract_lane(both, 0);
      along[r] += share * wasm_f32x4_extract_lane(both, 2);
    }
  }
  WICK_ALL for (int r = 0; r < R; ++r) {
    const double scale = rstd[r], slope = -scale * scale * along[r], base = -scale * plain[r] - slope * mean[r];
    const v128_t a = wasm_f32x4_splat(static_cast<float>(slope)), b = wasm_f32x4_splat(static_cast<float>(base));
    for (w = weight; w != last; w += 16, dy += 16, x += 16, dx += 16)
      WICK_ALL for (int k = 0; k < 16; k += 4) {
        const v128_t g = wasm_f32x4_mul(wasm_v128_load(dy + k), wasm_v128_load(w + k));
        wasm_v128_store(dx + k, multiply_add(g, s[r], multiply_add(wasm_v128_load(x + k), a, b)));
      }
  }
}

/// layer_norm_grad_rows of layer_norm.cpp where nothing is null, for n a multiple of 16.
WICK_EXPORT void layer_norm_grad(const float* dy, const float* x, size_t rows, size_t n, const float* mean, const float* rstd, const float* weight,
                                 float* dx, float* dweight, float* dbias) {
  size_t r = 0;
  for (; r + 2 <= rows; r += 2) grad_of_rows<2>(dy + r * n, x + r * n, n, mean + r, rstd + r, weight, dx + r * n, dweight, dbias);
  if (r < rows) grad_of_rows<1>(dy + r * n, x + r * n, n, mean + r, rstd + r, weight, dx + r * n, dweight, dbias);
}
