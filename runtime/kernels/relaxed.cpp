// The register tile, and the exponentials of a softmax, with relaxed SIMD's fused multiply-add, as a module of its own on the memory of the library's: an engine
// that knows no relaxed SIMD would refuse a module that has any. tile_wasm.cpp holds its bytes and installs it. It must use
// no stack: the library's is not its own.

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
