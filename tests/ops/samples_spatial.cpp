// Convolutions, sliding blocks and pools over one, two and three dimensions.

#include <algorithm>

#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const char* const kTooFewDims = "the input has a channel and a spatial dimension at least";

// The i-th of 20 settings over n dimensions: one of them, in turn, has room for all options; the others are small.
struct Setting {
  Ints kernel, stride, padding, dilation, size;
  bool batch, ceil_mode;

  Setting(int i, int n, bool half_padding) : batch(i % 5 != 3), ceil_mode(i % 3 == 2) {
    for (int a = 0; a < n; ++a) {
      const bool wide = a == i % n;
      const std::int64_t k = wide ? 1 + i % 3 : 1 + i / 7 % 2, d = wide ? 1 + i / 4 % 2 : 1;
      kernel.push_back(k);
      stride.push_back(wide ? 1 + i / 2 % 2 : 1);
      padding.push_back(std::min<std::int64_t>(wide ? i / 3 % 2 : 0, half_padding ? k / 2 : 1));
      dilation.push_back(d);
      size.push_back(d * (k - 1) + 1 + (wide ? i / 5 : 0));
    }
  }
  Shape shape(std::int64_t channels, std::int64_t N) const {
    Shape s;
    if (batch) s.push_back(N);
    s.push_back(channels);
    for (const std::int64_t v : size) s.push_back(v);
    return s;
  }
};

Shape weight_shape(std::int64_t a, std::int64_t b, const Ints& kernel) {
  Shape s{a, b};
  for (const std::int64_t k : kernel) s.push_back(k);
  return s;
}

void cannot(Samples& out, const std::string& op, int n) {
  out.cannot(op, Layout::zero_dim, kTooFewDims);
  if (n == 1) out.cannot(op, Layout::channels_last, "no tensor has four dimensions");
}

void conv_samples(Samples& out, int n) {
  const std::string dims = std::to_string(n) + "d";
  for (int i = 0; i < 20; ++i) {
    const Setting s(i, n, false);
    const std::int64_t groups = 1 + i % 2, N = i == 6 ? 0 : 1 + i % 2, in = 2, outs = i % 4 == 1 ? 4 : 2;
    const V bias = i % 3 ? V(R({outs})) : kNone;
    const Tensor x = R(s.shape(in, N)), w = R(weight_shape(outs, in / groups, s.kernel));
    if (n != 2) out.push_back({"conv" + dims, {x, w, bias, s.stride, s.padding, s.dilation, groups}});
    out.push_back({"conv" + dims + ".padding", {x, w, bias, I(1), i % 2 ? "same" : "valid", s.dilation, groups}});
    Ints extra;
    for (std::size_t a = 0; a < s.stride.size(); ++a) extra.push_back(i % 3 == 1 && (s.stride[a] > 1 || s.dilation[a] > 1));
    Shape shape = s.shape(in, N);
    for (int a = 1; a <= n; ++a) shape[shape.rank() - a] = std::max<std::int64_t>(1, shape[shape.rank() - a] - 1);
    bool fits = true;
    for (int a = 0; a < n; ++a)
      fits = fits && (shape[shape.rank() - n + a] - 1) * s.stride[static_cast<std::size_t>(a)] - 2 * s.padding[static_cast<std::size_t>(a)] +
                             s.dilation[static_cast<std::size_t>(a)] * (s.kernel[static_cast<std::size_t>(a)] - 1) + 1 > 0;
    out.push_back({"conv_transpose" + dims, {R(shape), R(weight_shape(in, outs / groups, s.kernel)), bias, s.stride, fits ? s.padding : Ints{0}, extra, groups, s.dilation}});
  }
  if (n != 2) cannot(out, "conv" + dims, n);
  cannot(out, "conv" + dims + ".padding", n);
  cannot(out, "conv_transpose" + dims, n);
}

void block_samples(Samples& out) {
  for (int i = 0; i < 20; ++i) {
    const Setting s(i, 2, false);
    Tensor x = R(s.shape(2, i == 6 ? 0 : 1 + i % 2));
    const Tensor columns = unfold(x.detach(), s.kernel, s.dilation, s.padding, s.stride);
    out.push_back({"im2col", {x, s.kernel, s.dilation, s.padding, s.stride}});
    out.push_back({"col2im", {R(columns.shape()), s.size, s.kernel, s.dilation, s.padding, s.stride}});
  }
  cannot(out, "im2col", 2);
  cannot(out, "col2im", 1);
}

void pool_samples(Samples& out, int n) {
  const std::string dims = std::to_string(n) + "d";
  for (int i = 0; i < 26; ++i) {
    const Setting s(i, n, true);
    const Shape shape = s.shape(1 + i % 2, i == 6 ? 0 : 1 + i % 3 / 2);
    const Ints stride = i % 4 ? s.stride : Ints{};
    if (n != 2) out.push_back({"max_pool" + dims, {D(shape), s.kernel, stride, s.padding, s.dilation, s.ceil_mode}});
    out.push_back({"max_pool" + dims + "_with_indices", {D(shape), s.kernel, stride, s.padding, s.dilation, s.ceil_mode}});
    if (n == 1) out.push_back({"avg_pool1d", {R(shape), s.kernel, stride, s.padding, s.ceil_mode, i % 2 == 0}});
    if (n == 3) out.push_back({"avg_pool3d", {R(shape), s.kernel, stride, s.padding, s.ceil_mode, i % 2 == 0, i % 5 ? kNone : I(3)}});
    Ints size;
    for (int a = 0; a < n; ++a) size.push_back(a == i % n ? 1 + i % 5 : i % 7 == 1 && n > 1 ? -1 : 1 + i % 2);
    if (n != 2) out.push_back({"adaptive_avg_pool" + dims, {R(shape), size}});
    out.push_back({"adaptive_max_pool" + dims, {D(shape), size}});
    out.push_back({"adaptive_max_pool" + dims + "_with_indices", {D(shape), size}});
    if (n < 3) {
      Shape more = shape;
      for (int a = 1; a <= n; ++a) more[more.rank() - a] += 1;
      out.push_back({"lp_pool" + dims, {P(more), i % 3 == 0 ? 2.0 : 1.0 + 0.5 * (i % 4), s.kernel, stride, s.ceil_mode}});
    }
    // Windows side by side, put back: each plane's places are k^n apart.
    Shape pooled = shape;
    for (int a = 0; a < n; ++a) pooled[pooled.rank() - 1 - a] = a == i % n ? 1 + i % 7 : 1 + i / 10;
    const std::int64_t k = 2 + i % 2;
    std::int64_t m = 1, apart = 1;
    for (int a = 1; a <= n; ++a) m *= pooled[pooled.rank() - a], apart *= k;
    Tensor places = empty(pooled, DType::int64);
    for (std::int64_t e = 0; e < places.numel(); ++e) places.data<std::int64_t>()[e] = e % m * apart + i % apart;
    out.push_back({"max_unpool" + dims, {R(pooled), places, I(k), i % 2 ? V(Ints{k}) : V(Ints{}), I(0)}});
  }
  for (const char* op : {"max_pool", "adaptive_avg_pool"})
    if (n != 2) cannot(out, op + dims, n);
  if (n != 2) cannot(out, "avg_pool" + dims, n);
  cannot(out, "max_pool" + dims + "_with_indices", n);
  cannot(out, "adaptive_max_pool" + dims, n);
  cannot(out, "adaptive_max_pool" + dims + "_with_indices", n);
  cannot(out, "max_unpool" + dims, n);
  if (n < 3) cannot(out, "lp_pool" + dims, n);
}

const SampleFamily kFamily("spatial", [](Samples& out) {
  for (int n = 1; n <= 3; ++n) conv_samples(out, n);
  block_samples(out);
  for (int n = 1; n <= 3; ++n) pool_samples(out, n);
});

}  // namespace
}  // namespace wick::test
