#pragma once
// Kernels of programs that need no gradient (wick/freeze.h).

#include "kernels/pool.h"

namespace wick::kernels {

/// Max pooling without places, y = max(x) or max(0, x); of a window with a NaN, NaN or the largest other. Only for what fits:
/// windows of 2 x 2 side by side.
bool max_pool_values_fits(const Pool2d& g);
void max_pool_values(const Pool2d& g, const float* x, float* y, bool relu);

}  // namespace wick::kernels
