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

/// One row of outputs, for the code of a target: taps of either axis, counted in rows and columns of the image.
struct PoolTaps {
  std::int64_t first, count, step;
};
struct PoolRow {
  const float* image;  // [H,W,C]
  float* y;            // [count,C]
  std::int64_t W, C;
  PoolTaps rows;
  const PoolTaps* columns;  // of each output
  std::int64_t count;
};

}  // namespace wick::kernels
