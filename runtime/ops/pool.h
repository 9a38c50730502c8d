#pragma once
// What pools over one, two and three dimensions share.

#include "ops/spatial.h"

namespace wick {

struct PoolSettings {
  Dims kernel, stride, padding, dilation;  // each one size per spatial dimension
};
PoolSettings pool_settings(const char* op, int n, const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding,
                           const Dims& dilation = 1);
/// The spatial size of what a pool makes of x. Throws when there is none.
Dims pooled_size(const char* op, const Tensor& x, const PoolSettings& settings, bool ceil_mode);
/// output_size with one size per spatial dimension, -1 replaced by that of x.
Dims adaptive_size(const char* op, int n, const Tensor& x, const Dims& output_size);

/// max_pool2d of x [N,C,H,W]; places, unless null, receives the int32 place of each largest element.
Tensor max_pool(const Tensor& x, const PoolSettings& settings, bool ceil_mode, Tensor* places = nullptr);

}  // namespace wick
