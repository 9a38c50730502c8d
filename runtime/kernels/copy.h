#pragma once
// Strided copies, casts and indexed rows, on plain memory.

#include <cstdint>

#include "wick/dtype.h"
#include "wick/shape.h"

namespace wick::kernels {

/// dst (strides dst_strides) = src (strides src_strides), elements of `bytes` bytes (1, 2, 4 or 8); strides in elements.
void copy_strided(int bytes, const void* src, const Dims& src_strides, void* dst, const Dims& dst_strides, const Shape& shape);
/// Contiguous conversion, as static_cast; float to bool is x != 0; float16 and bfloat16 round to nearest even.
void cast(DType from, const void* src, DType to, void* dst, std::int64_t n);

}  // namespace wick::kernels
