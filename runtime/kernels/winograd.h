#pragma once
// What conv.cpp and conv_weight.cpp ask of winograd.cpp.

#include "kernels/conv_plan.h"

namespace wick::kernels {

constexpr std::int64_t kWinogradChannels = 16;  // with fewer, the transforms cost more than they save

struct WinogradTask {
  const Correlation* g;
  const float* src;
  std::int64_t src_image;
  const float* packed;
  const float* bias;      // [M] or null
  const float* residual;  // as out, or null
  bool relu;
  float* out;
  std::int64_t out_image;
  std::int64_t begin = 0, end = 0;  // rows of tiles, counted over all images
  bool pool = false;  // out holds the largest of each 2 x 2, [M, OH / 2, OW / 2]; no residual then
  bool src_last = false, out_last = false;  // channels last: src is [H, W, C], out and residual are [OH, OW, M]
  std::int64_t outputs = 0;  // of which these M are some: the others lie between in `packed`, and in `out` if out_last
};

bool winograd_fits(const Correlation& g);
std::int64_t winograd_size(const Correlation& g);  // of the packed weights, in floats
/// w's 3x3 taps, in the order of g, for output m and channel c are at m m_step + c c_step.
void winograd_pack_weights(const Correlation& g, const float* w, std::int64_t m_step, std::int64_t c_step, float* packed);
void winograd(const WinogradTask& task, std::int64_t images);

/// The weight gradient for stride 1, transposed: dw [C, 3, 3, M padded to whole vectors].
bool winograd_weight_fits(const Correlation& g, std::int64_t images);
void winograd_weight(const Correlation& g, std::int64_t images, const float* x, std::int64_t x_image, const float* dy, std::int64_t dy_image, float* dw);

}  // namespace wick::kernels
