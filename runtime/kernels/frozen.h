#pragma once
// Kernels of programs that need no gradient (wick/freeze.h).

#include "kernels/pool.h"

namespace wick::kernels {

/// Max pooling without places, y = max(x) or max(0, x); of a window with a NaN, NaN or the largest other. Only for what fits:
/// windows of 2 x 2 side by side.
bool max_pool_values_fits(const Pool2d& g);
void max_pool_values(const Pool2d& g, const float* x, float* y, bool relu);

/// Pooling with channels last, x [planes,H,W,C] into y [planes,OH,OW,C]; otherwise as the functions of pool.h.
void max_pool_last(const Pool2d& g, std::int64_t C, const float* x, float* y, bool relu);
void avg_pool_last(const Pool2d& g, std::int64_t C, bool count_include_pad, std::int64_t divisor, const float* x, float* y);
void adaptive_avg_pool_last(const Pool2d& g, std::int64_t C, const float* x, float* y);

/// One output pixel of C channels, from rows x columns taps that lie row_step and column_step apart: for the code of a target.
struct PoolPixel {
  std::int64_t rows, row_step, columns, column_step, C;
};

}  // namespace wick::kernels
