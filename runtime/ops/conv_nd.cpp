// Convolutions over one and three dimensions by way of conv2d, with padding as text, and transposed.

#include "ops/formula.h"
#include "ops/spatial.h"

namespace wick {

namespace {

using Conv = Tensor (*)(const Tensor&, const Tensor&, const Tensor&, const Dims&, const Dims&, const Dims&, std::int64_t);
constexpr Conv kConvs[] = {conv1d, conv2d, conv3d};

Dims tail(const Dims& d) { return {d[1], d[2]}; }

Tensor conv_padding(const char* op, int n, const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, std::string_view padding,
                    const Dims& dilation, std::int64_t groups) {
  check(padding == "same" || padding == "valid", ErrorKind::value, "[{}] padding is \"{}\"; need \"same\", \"valid\" or sizes.", op, padding);
  const Conv conv = kConvs[n - 1];
  if (padding == "valid") return conv(x, weight, bias, stride, 0, dilation, groups);
  const Dims s = sizes_of(op, "stride", stride, n, 1), d = sizes_of(op, "dilation", dilation, n, 1);
  check_defined(op, "weight", weight);
  check(weight.dim() == n + 2, ErrorKind::shape, "[{}] weight is {}; need {} dimensions.", op, weight, n + 2);
  // Each side gets half of what the kernel spans beyond one element; an odd one more goes behind.
  Dims both = d, behind;
  bool even = true;
  for (int i = 0; i < n; ++i) {
    check(s[i] == 1, ErrorKind::value, "[{}] stride is {}; padding='same' is not supported for strided convolutions.", op, stride);
    both[i] = d[i] * (weight.size(2 + i) - 1) / 2;
    even = even && d[i] * (weight.size(2 + i) - 1) % 2 == 0;
  }
  if (even) return conv(x, weight, bias, s, both, d, groups);
  for (int i = n - 1; i >= 0; --i) behind.push_back(0), behind.push_back(d[i] * (weight.size(2 + i) - 1) % 2);
  has_batch(op, x, n);
  return conv(constant_pad_nd(x, behind), weight, bias, s, both, d, groups);
}

}  // namespace

Tensor conv1d(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding, const Dims& dilation,
              std::int64_t groups) {
  const ConvSettings s = conv_settings("conv1d", 1, x, weight, bias, stride, padding, dilation, groups);
  return conv2d(x.unsqueeze(-2), weight.unsqueeze(-2), bias, {1, s.stride[0]}, {0, s.padding[0]}, {1, s.dilation[0]}, groups).squeeze(-2);
}

Tensor conv3d(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding, const Dims& dilation,
              std::int64_t groups) {
  const ConvSettings s = conv_settings("conv3d", 3, x, weight, bias, stride, padding, dilation, groups);
  if (x.dim() == 4) return conv3d(x.unsqueeze(0), weight, bias, stride, padding, dilation, groups).squeeze(0);
  const Shape &in = x.shape(), &w = weight.shape();
  const std::int64_t N = in[0], C = in[1], KD = w[2], OD = conv_extent(in[2], KD, s.stride[0], s.padding[0], s.dilation[0]);
  // The KD slices that an output slice reads become channels of an image: [N,C,D,H,W] -> [N,C KD,OD,H W] -> [N OD,C KD,H,W].
  const Tensor slices = unfold(x.reshape({N, C, in[2], in[3] * in[4]}), {KD, 1}, {s.dilation[0], 1}, {s.padding[0], 0}, {s.stride[0], 1});
  const Tensor images = slices.reshape({N, C * KD, OD, in[3] * in[4]}).transpose(1, 2).reshape({N * OD, C * KD, in[3], in[4]});
  const Tensor y = conv2d(images, weight.reshape({w[0], w[1] * KD, w[3], w[4]}), bias, tail(s.stride), tail(s.padding), tail(s.dilation), groups);
  return y.reshape({N, OD, w[0], y.size(2), y.size(3)}).transpose(1, 2).contiguous();
}

Tensor conv1d_padding(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, std::string_view padding, const Dims& dilation,
                      std::int64_t groups) {
  return conv_padding("conv1d", 1, x, weight, bias, stride, padding, dilation, groups);
}
Tensor conv2d_padding(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, std::string_view padding, const Dims& dilation,
                      std::int64_t groups) {
  return conv_padding("conv2d", 2, x, weight, bias, stride, padding, dilation, groups);
}
Tensor conv3d_padding(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, std::string_view padding, const Dims& dilation,
                      std::int64_t groups) {
  return conv_padding("conv3d", 3, x, weight, bias, stride, padding, dilation, groups);
}

namespace {

// The settings, and the size of the result.
std::pair<ConvSettings, Dims> transposed_settings(const char* op, int n, const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride,
                                                  const Dims& padding, const Dims& output_padding, std::int64_t groups, const Dims& dilation) {
  const ConvSettings s = conv_settings(op, n, x, weight, bias, stride, padding, dilation, groups, true);
  const Dims extra = sizes_of(op, "output_padding", output_padding, n, 0);
  Dims size = extra;
  for (int i = 0; i < n; ++i) {
    check(extra[i] < s.stride[i] || extra[i] < s.dilation[i], ErrorKind::value,
          "[{}] output_padding is {} with stride {} and dilation {}; output padding must be smaller than either stride or dilation.", op, extra, s.stride,
          s.dilation);
    size[i] += (x.size(i - n) - 1) * s.stride[i] - 2 * s.padding[i] + s.dilation[i] * (weight.shape()[2 + i] - 1) + 1;
    check(size[i] > 0 && x.size(i - n) > 0, ErrorKind::shape, "[{}] input is {}, weight {}, padding {}: the output would have size {} along dimension {}; output size is too small.",
          op, x, weight, s.padding, size[i], i - n);
  }
  return {s, size};
}

// x [N,C,H,W] spread by weight [C,O/groups,KH,KW] over [N,O,size]: conv2d's gradient for its input.
Tensor spread(const Tensor& x, const Tensor& weight, const ConvSettings& s, const Dims& size) {
  const Shape &in = x.shape(), &k = weight.shape();
  const kernels::Conv2d g{in[0], k[1] * s.groups, size[0], size[1], in[1], k[2], k[3], in[2], in[3],
                          s.stride[0], s.stride[1], s.padding[0], s.padding[1], s.dilation[0], s.dilation[1], s.groups};
  const Tensor y = conv2d_input(g, x, weight);
  if (tracer) {
    const auto n = [](std::int64_t v) { return static_cast<double>(v); };
    const auto extra = [&](int i) { return n(size[i] - (in[2 + i] - 1) * s.stride[i] + 2 * s.padding[i] - s.dilation[i] * (k[2 + i] - 1) - 1); };
    const Tensor none;
    trace("conv_transpose2d", y, {&x, &weight, &none}, {2, n(g.stride_h), n(g.stride_w), 2, n(g.pad_h), n(g.pad_w), 2, extra(0), extra(1), n(g.groups), 2, n(g.dil_h), n(g.dil_w)});
  }
  return y;
}

// y + bias, one value per channel of [N,O,...].
Tensor with_bias(const Tensor& y, const Tensor& bias) {
  if (!bias.defined()) return y;
  Shape shape = Dims::filled(y.dim() - 1, 1);
  shape[0] = bias.numel();
  return y + bias.reshape(shape);
}

}  // namespace

Tensor conv_transpose1d(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding, const Dims& output_padding,
                        std::int64_t groups, const Dims& dilation) {
  const auto [s, size] = transposed_settings("conv_transpose1d", 1, x, weight, bias, stride, padding, output_padding, groups, dilation);
  if (x.dim() == 2) return conv_transpose1d(x.unsqueeze(0), weight, bias, stride, padding, output_padding, groups, dilation).squeeze(0);
  const ConvSettings flat{{1, s.stride[0]}, {0, s.padding[0]}, {1, s.dilation[0]}, groups};
  return with_bias(spread(x.unsqueeze(-2), weight.unsqueeze(-2), flat, {1, size[0]}).squeeze(-2), bias);
}

Tensor conv_transpose2d(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding, const Dims& output_padding,
                        std::int64_t groups, const Dims& dilation) {
  const auto [s, size] = transposed_settings("conv_transpose2d", 2, x, weight, bias, stride, padding, output_padding, groups, dilation);
  if (x.dim() == 3) return conv_transpose2d(x.unsqueeze(0), weight, bias, stride, padding, output_padding, groups, dilation).squeeze(0);
  return with_bias(spread(x, weight, s, size), bias);
}

Tensor conv_transpose3d(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding, const Dims& output_padding,
                        std::int64_t groups, const Dims& dilation) {
  const auto [s, size] = transposed_settings("conv_transpose3d", 3, x, weight, bias, stride, padding, output_padding, groups, dilation);
  if (x.dim() == 4) return conv_transpose3d(x.unsqueeze(0), weight, bias, stride, padding, output_padding, groups, dilation).squeeze(0);
  const Shape &in = x.shape(), &w = weight.shape();
  const std::int64_t N = in[0], D = in[2], KD = w[2], O = w[1] * groups, plane = size[1] * size[2];
  // Each slice makes KD slices, channels of an image; those are then added up at their depths.
  const Tensor images = x.transpose(1, 2).reshape({N * D, in[1], in[3], in[4]});
  const ConvSettings flat{tail(s.stride), tail(s.padding), tail(s.dilation), groups};
  const Tensor slices = spread(images, weight.reshape({w[0], w[1] * KD, w[3], w[4]}), flat, tail(size));
  const Tensor columns = slices.reshape({N, D, O * KD, plane}).transpose(1, 2).reshape({N, O * KD, D * plane});
  const std::int64_t depth = (D - 1) * s.stride[0] + s.dilation[0] * (KD - 1) + 1;
  const Tensor whole = fold(columns, {depth, plane}, {KD, 1}, {s.dilation[0], 1}, 0, {s.stride[0], 1});
  const std::int64_t behind = size[0] + s.padding[0] - depth;  // padding crops, output_padding adds
  const Tensor y = s.padding[0] == 0 && behind == 0 ? whole : constant_pad_nd(whole, {0, 0, -s.padding[0], behind});
  return with_bias(y.reshape({N, O, size[0], size[1], size[2]}), bias);
}

}  // namespace wick
