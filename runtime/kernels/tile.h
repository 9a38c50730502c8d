#pragma once
// What a register tile of a matrix product is told. Also read by the freestanding relaxed-SIMD module: C headers only.

#include <stddef.h>
#include <stdint.h>

namespace wick::kernels {

constexpr int kMostRows = 14;

/// Where the tile finds its operands at step k. The second vector of B follows the first but in `offsets`.
enum class Mode {
  steps,    // A[m] = a[k a_k + m]; B = b[0][k b_k …]
  offsets,  // A as above; B vector j = b[j][offset[k] …]
  rows,     // A[m] = row[m][(k / run) run_step + k % run]; B as in steps. K is runs * run.
  lines     // A[m] = a[m a_m + offset[k / run] + k % run], offset null where runs is 1; B as in steps
};

struct Tile {
  ptrdiff_t K = 0;
  const float* a = nullptr;
  ptrdiff_t a_k = 0, a_m = 0;
  const float* row[kMostRows] = {};
  ptrdiff_t runs = 1, run = 0, run_step = 0;
  const float* b[2] = {};
  ptrdiff_t b_k = 0;
  const int32_t* offset = nullptr;
  float* c[2] = {};
  ptrdiff_t c_m = 0;
  int n[2] = {};  // elements of each vector that exist in C
  ptrdiff_t repeat = 1, b_step = 0, row_step = 0, c_step = 0, bias_step = 0;  // the same again so often, with b, rows, c and bias_n moved
  bool load_c = false;
  bool relu = false;              // applied last
  const float* bias_m = nullptr;  // added at the end unless null, as is bias_n
  const float* bias_n = nullptr;
#ifdef __wasm__
  int m = 0;  // rows that exist
  mutable float spill[6 * 8];
#endif
};

}  // namespace wick::kernels
