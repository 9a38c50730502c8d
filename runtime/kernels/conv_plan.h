#pragma once
// Geometry shared by the convolution kernels. Forward and input gradient are both a correlation
//
//   out[m][y][x] = bias[m] + sum over c, i, j of w[m][c, i, j] src[c][y stride + row(i)][x stride + column(j)],
//
// src being zero outside its bounds. A band of src is copied into a buffer with its zero border, rows and columns
// split by their remainder modulo the stride. There, element (c, i, j; y, x) of the im2col matrix is at
// offset(c, i, j) + y pitch + x: contiguous in x for any stride and dilation, so no im2col is ever written.

#include <algorithm>
#include <cstdint>

#include "conv.h"
#include "kernels/split.h"

namespace wick::kernels {

inline float* float_scratch(int slot, std::int64_t n) {
  return static_cast<float*>(thread_scratch(slot, sizeof(float) * static_cast<std::size_t>(n)));
}

/// Positions of the taps along one axis: output p meets source p stride + first + i step for i = 0 … count - 1.
struct Taps {
  std::int64_t count, first, step, stride;

  std::int64_t lowest() const { return step < 0 ? first + (count - 1) * step : first; }
  std::int64_t span() const { return (count - 1) * (step < 0 ? -step : step); }
  std::int64_t phases() const { return std::min(stride, span() + 1); }
  /// Entries per phase that n outputs touch.
  std::int64_t length(std::int64_t n) const { return (((n - 1) * stride + span()) / stride) + 1; }
  /// Distance of tap i above lowest().
  std::int64_t above(std::int64_t i) const { return first + i * step - lowest(); }
};

/// One group of one image; see above.
struct Correlation {
  std::int64_t C, H, W;    // source
  std::int64_t M, OH, OW;  // output
  Taps rows, columns;
  std::int64_t out_plane, out_row, out_step;  // out[m][y][x] is at m out_plane + y out_row + x out_step

  std::int64_t K() const { return C * rows.count * columns.count; }
};

/// The buffer for a band of `height` output rows.
struct Band {
  std::int64_t height, pitch, plane, channel;  // plane: one row phase and column phase

  Band(const Correlation& g, std::int64_t rows)
      : height(rows), pitch(g.columns.length(g.OW)), plane(pitch * g.rows.length(rows)),
        channel(plane * g.rows.phases() * g.columns.phases()) {}

  /// The largest band whose buffer stays under `floats`, one row at least.
  static Band within(const Correlation& g, std::int64_t floats) {
    std::int64_t rows = g.OH;
    while (rows > 1 && g.C * Band(g, rows).channel > floats) rows = (rows + 1) / 2;
    const std::int64_t bands = (g.OH + rows - 1) / rows;
    return Band(g, (g.OH + bands - 1) / bands);
  }

  std::int64_t offset(const Correlation& g, std::int64_t c, std::int64_t i, std::int64_t j) const {
    const std::int64_t r = g.rows.above(i), s = g.columns.above(j);
    const std::int64_t phase = r % g.rows.stride * g.columns.phases() + s % g.columns.stride;
    return c * channel + phase * plane + r / g.rows.stride * pitch + s / g.columns.stride;
  }

  /// table[k] = offset of the k-th (c, i, j), the order of the weights.
  void fill_offsets(const Correlation& g, std::int32_t* table) const {
    for (std::int64_t c = 0; c < g.C; ++c)
      for (std::int64_t i = 0; i < g.rows.count; ++i)
        for (std::int64_t j = 0; j < g.columns.count; ++j) *table++ = static_cast<std::int32_t>(offset(g, c, i, j));
  }
};

/// The forward direction as a correlation, for one group.
inline Correlation forward_correlation(const Conv2d& g) {
  return {g.C / g.groups, g.H, g.W, g.O / g.groups, g.OH, g.OW,
          {g.KH, -g.pad_h, g.dil_h, g.stride_h}, {g.KW, -g.pad_w, g.dil_w, g.stride_w}, g.OH * g.OW, g.OW, 1};
}

// ---- what the drivers hand to the code of the chosen target ----

/// Forward or input gradient of one band. Row tiles are cut into `parts` pieces, of which one band computes number `part`.
struct BandTask {
  const Correlation* g;
  const Band* band;
  const std::int32_t* offset;
  const float* packed;
  const float* src;
  const float* bias;
  float* out;
  std::int64_t y0, part, parts;
};

/// Weight gradient of a few images.
struct WeightTask {
  const Correlation* g;
  const Band* band;
  const std::int32_t* offset;
  const float* x;   // first image of this group
  const float* dy;
  std::int64_t x_image, dy_image, images;
  std::int64_t o0, o1;  // outputs, o0 at the start of a panel
  float* sum;           // dW^T [K, padded_outputs]
  float* lanes;         // [M, 32], or null
};

}  // namespace wick::kernels
