// Sliding blocks as columns, and back: each is the gradient of the other.

#include "ops/formula.h"
#include "ops/spatial.h"

namespace wick {

namespace {

// Blocks of an image [C,H,W]; O, of the convolution, is of no account.
using Blocks = kernels::Conv2d;

Blocks blocks_of(const char* op, const Shape& image, const Dims& kernel_size, const Dims& dilation, const Dims& padding, const Dims& stride) {
  const Dims k = sizes_of(op, "kernel_size", kernel_size, 2, 1), d = sizes_of(op, "dilation", dilation, 2, 1);
  const Dims p = sizes_of(op, "padding", padding, 2, 0), s = sizes_of(op, "stride", stride, 2, 1);
  const std::int64_t H = image[2], W = image[3];
  const Blocks g{image[0], image[1], H, W, 0, k[0], k[1], conv_extent(H, k[0], s[0], p[0], d[0]), conv_extent(W, k[1], s[1], p[1], d[1]),
                 s[0], s[1], p[0], p[1], d[0], d[1], 1};
  check(g.OH > 0 && g.OW > 0, ErrorKind::shape,
        "[{}] spatial size {}x{} with kernel_size {}, dilation {}, padding {}: the array of sliding blocks is {}x{}; each must be at least 1.", op, H, W, k, d, p,
        g.OH, g.OW);
  return g;
}

// fn(column, pixel, n): n elements of the columns from one on are pixels of the image, stride_w apart.
template <class F>
void for_each_run(const Blocks& g, const F& fn) {
  std::int64_t column = 0;
  for (std::int64_t plane = 0; plane < g.N * g.C; ++plane)
    for (std::int64_t i = 0; i < g.KH; ++i)
      for (std::int64_t j = 0; j < g.KW; ++j)
        for (std::int64_t y = 0; y < g.OH; ++y, column += g.OW) {
          const std::int64_t row = y * g.stride_h - g.pad_h + i * g.dil_h, left = j * g.dil_w - g.pad_w;
          if (row < 0 || row >= g.H) continue;
          std::int64_t first = left < 0 ? (-left + g.stride_w - 1) / g.stride_w : 0;
          const std::int64_t last = left >= g.W ? 0 : std::min(g.OW, (g.W - 1 - left) / g.stride_w + 1);
          if (first < last) fn(column + first, (plane * g.H + row) * g.W + left + first * g.stride_w, last - first);
        }
}

Tensor fold_blocks(const Tensor& x, const Blocks& g);

Tensor unfold_blocks(const Tensor& x, const Blocks& g) {
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = zeros({g.N, checked_mul(g.C, g.KH * g.KW), checked_mul(g.OH, g.OW)}, x.dtype());
  dispatch_floating("unfold", x.dtype(), [&]<class T>() {
    const T* from = xc->data<T>();
    T* to = y.data<T>();
    for_each_run(g, [&](std::int64_t column, std::int64_t pixel, std::int64_t n) {
      for (std::int64_t k = 0; k < n; ++k) to[column + k] = from[pixel + k * g.stride_w];
    });
  });
  if (tracer) {
    const auto n = [](std::int64_t v) { return static_cast<double>(v); };
    trace("im2col", y, {&*xc}, {2, n(g.KH), n(g.KW), 2, n(g.dil_h), n(g.dil_w), 2, n(g.pad_h), n(g.pad_w), 2, n(g.stride_h), n(g.stride_w)});
  }
  record(y, "Im2ColBackward0", kKeepNothing, [g](Term dy, Grads&) { return hold([&] { return fold_blocks(dy, g); }); }, x);
  return y;
}

Tensor fold_blocks(const Tensor& x, const Blocks& g) {
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = zeros({g.N, g.C, g.H, g.W}, x.dtype());
  dispatch_floating("fold", x.dtype(), [&]<class T>() {
    const T* from = xc->data<T>();
    T* to = y.data<T>();
    for_each_run(g, [&](std::int64_t column, std::int64_t pixel, std::int64_t n) {
      for (std::int64_t k = 0; k < n; ++k) to[pixel + k * g.stride_w] += from[column + k];
    });
  });
  if (tracer) {
    const auto n = [](std::int64_t v) { return static_cast<double>(v); };
    trace("col2im", y, {&*xc}, {2, n(g.H), n(g.W), 2, n(g.KH), n(g.KW), 2, n(g.dil_h), n(g.dil_w), 2, n(g.pad_h), n(g.pad_w), 2, n(g.stride_h), n(g.stride_w)});
  }
  record(y, "Col2ImBackward0", kKeepNothing, [g](Term dy, Grads&) { return hold([&] { return unfold_blocks(dy, g); }); }, x);
  return y;
}

}  // namespace

Tensor unfold(const Tensor& x, const Dims& kernel_size, const Dims& dilation, const Dims& padding, const Dims& stride) {
  if (!has_batch("unfold", x, 2)) return unfold(x.unsqueeze(0), kernel_size, dilation, padding, stride).squeeze(0);
  return unfold_blocks(x, blocks_of("unfold", x.shape(), kernel_size, dilation, padding, stride));
}

Tensor fold(const Tensor& x, const Dims& output_size, const Dims& kernel_size, const Dims& dilation, const Dims& padding, const Dims& stride) {
  check_floating("fold", "input", x);
  check(x.dim() == 2 || x.dim() == 3, ErrorKind::shape, "[fold] input is {}; need [N, C KH KW, blocks] or [C KH KW, blocks].", x);
  if (x.dim() == 2) return fold(x.unsqueeze(0), output_size, kernel_size, dilation, padding, stride).squeeze(0);
  const Dims size = sizes_of("fold", "output_size", output_size, 2, 1), k = sizes_of("fold", "kernel_size", kernel_size, 2, 1);
  const std::int64_t n = k[0] * k[1];
  check(x.shape()[1] % n == 0, ErrorKind::shape, "[fold] input is {}; its dimension 1 must be divisible by the product of kernel_size {}.", x, k);
  const Blocks g = blocks_of("fold", {x.shape()[0], x.shape()[1] / n, size[0], size[1]}, k, dilation, padding, stride);
  check(g.OH * g.OW == x.shape()[2], ErrorKind::shape, "[fold] input is {}; its dimension 2 must match the calculated number of sliding blocks {}x{}.", x, g.OH,
        g.OW);
  return fold_blocks(x, g);
}

}  // namespace wick
