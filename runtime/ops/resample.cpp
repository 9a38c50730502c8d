// Resizing and padding by index: each spatial dimension is taken by itself, a result's element being a sum of a few elements
// of x with fixed weights.

#include "wick/ops/resample.h"

#include <cmath>

#include "ops/spatial.h"

namespace wick {

namespace {

/// Element i of a result is the sum over taps of weight[k][i] x[index[k][i]].
struct Taps {
  std::vector<std::int64_t> index[4];
  std::vector<double> weight[4];
  int count;
};

Tensor picked(const Tensor& x, int dim, const std::vector<std::int64_t>& index) { return index_select(x, dim, tensor(index)); }

Tensor weighted(const Tensor& x, int dim, const Taps& taps) {
  Shape shape = Dims::filled(x.dim() - dim, 1);
  shape[0] = static_cast<std::int64_t>(taps.index[0].size());
  Tensor sum;
  for (int k = 0; k < taps.count; ++k) {
    Tensor weight = empty(shape, x.dtype());
    dispatch_floating("interpolate", x.dtype(), [&]<class T>() {
      for (std::int64_t i = 0; i < shape[0]; ++i) weight.data<T>()[i] = static_cast<T>(taps.weight[k][static_cast<std::size_t>(i)]);
    });
    const Tensor term = picked(x, dim, taps.index[k]) * weight;
    sum = k ? sum + term : term;
  }
  return sum;
}

// Weights of elements -1, 0, 1 and 2 around a place t behind element 0: Keys' cubic convolution with a = -0.75.
void cubic(double t, double* w) {
  constexpr double a = -0.75;
  const auto near = [](double d) { return ((a + 2) * d - (a + 3)) * d * d + 1; };
  const auto far = [](double d) { return ((a * d - 5 * a) * d + 8 * a) * d - 4 * a; };
  w[0] = far(t + 1), w[1] = near(t), w[2] = near(1 - t), w[3] = far(2 - t);
}

enum class Mode { nearest, nearest_exact, linear, cubic };

// The nearest element to element i of a result. Computed in the dtype of x, as PyTorch does: rounding decides where a place
// falls on an integer.
template <class T>
std::int64_t nearest(Mode mode, std::int64_t i, std::int64_t n, double scale) {
  const T at = static_cast<T>(i) + (mode == Mode::nearest_exact ? T(0.5) : T(0));
  return std::min(static_cast<std::int64_t>(at * static_cast<T>(scale)), n - 1);
}

Taps taps_of(Mode mode, DType dtype, std::int64_t n, std::int64_t m, double scale, bool align_corners) {
  Taps t;
  t.count = mode == Mode::linear ? 2 : mode == Mode::cubic ? 4 : 1;
  if (align_corners) scale = m > 1 ? static_cast<double>(n - 1) / static_cast<double>(m - 1) : 0;
  for (std::int64_t i = 0; i < m; ++i) {
    const auto at = static_cast<double>(i);
    if (t.count == 1) {
      dispatch_floating("interpolate", dtype, [&]<class T>() { t.index[0].push_back(nearest<T>(mode, i, n, scale)); });
      continue;
    }
    double place = align_corners ? at * scale : (at + 0.5) * scale - 0.5;
    if (mode == Mode::linear) place = std::max(place, 0.0);
    const double floor = std::floor(place), behind = place - floor;
    double w[4] = {1 - behind, behind};
    if (mode == Mode::cubic) cubic(behind, w);
    const std::int64_t first = static_cast<std::int64_t>(floor) - (mode == Mode::cubic ? 1 : 0);
    for (int k = 0; k < t.count; ++k) {
      t.index[k].push_back(std::clamp<std::int64_t>(first + k, 0, n - 1));
      t.weight[k].push_back(w[k]);
    }
  }
  return t;
}

Tensor area(const Tensor& x, const Dims& size) {
  return size.rank() == 1 ? adaptive_avg_pool1d(x, size) : size.rank() == 2 ? adaptive_avg_pool2d(x, size) : adaptive_avg_pool3d(x, size);
}

// The place that position i of a padded line of n shows; before and after: the widths. A circle is of what cropping leaves.
std::int64_t source(std::string_view mode, std::int64_t i, std::int64_t n, std::int64_t before, std::int64_t after) {
  const std::int64_t at = i - before;
  if (mode == "replicate") return std::clamp<std::int64_t>(at, 0, n - 1);
  if (mode == "circular") {
    const std::int64_t first = std::max<std::int64_t>(0, -before), around = n - first - std::max<std::int64_t>(0, -after);
    return first + (at - first + around) % around;
  }
  const std::int64_t mirrored = at < 0 ? -at : at;
  return mirrored < n ? mirrored : 2 * (n - 1) - mirrored;
}

}  // namespace

Tensor interpolate(const Tensor& x, const Dims& size, const std::vector<double>& scale_factor, std::string_view mode, bool align_corners) {
  check_floating("interpolate", "input", x);
  const int n = x.dim() - 2;
  check(n >= 1 && n <= 3, ErrorKind::shape, "[interpolate] input is {}; need [N,C,L], [N,C,H,W] or [N,C,D,H,W].", x);
  check(size.empty() != scale_factor.empty(), ErrorKind::value, "[interpolate] {} size and scale_factor are given; only one of them must be.",
        size.empty() ? "neither" : "both");
  struct Name {
    const char* name;
    Mode mode;
    int dims;  // 0: any
  };
  static constexpr Name kNames[] = {{"nearest", Mode::nearest, 0}, {"nearest-exact", Mode::nearest_exact, 0}, {"linear", Mode::linear, 1},
                                    {"bilinear", Mode::linear, 2}, {"trilinear", Mode::linear, 3}, {"bicubic", Mode::cubic, 2}, {"area", Mode::nearest, 0}};
  const Name* found = nullptr;
  for (const Name& name : kNames)
    if (mode == name.name) found = &name;
  check(found, ErrorKind::value, "[interpolate] mode is \"{}\"; need nearest, nearest-exact, linear, bilinear, bicubic, trilinear or area.", mode);
  check(found->dims == 0 || found->dims == n, ErrorKind::shape, "[interpolate] input is {}; mode \"{}\" needs rank {}.", x, mode, found->dims + 2);
  check(!align_corners || found->dims, ErrorKind::value, "[interpolate] align_corners is set with mode \"{}\"; it can only be set with the interpolating modes: linear, bilinear, bicubic, trilinear.",
        mode);
  const int given = static_cast<int>(size.empty() ? scale_factor.size() : size.size());
  check(given == 1 || given == n, ErrorKind::value, "[interpolate] {} sizes or factors for input {}; need one or {}.", given, x, n);
  Dims to = Dims::filled(n, 0);
  double scale[3] = {};
  for (int i = 0; i < n; ++i) {
    const std::int64_t from = x.size(2 + i);
    const double factor = size.empty() ? scale_factor[given == 1 ? 0 : static_cast<std::size_t>(i)] : 0;
    check(size.empty() ? factor > 0 && factor * static_cast<double>(from) < 1e9 : true, ErrorKind::value, "[interpolate] scale_factor is {}; need factors > 0.", factor);
    to[i] = size.empty() ? static_cast<std::int64_t>(std::floor(static_cast<double>(from) * factor)) : size[given == 1 ? 0 : i];
    check(from > 0 && to[i] > 0, ErrorKind::shape, "[interpolate] input is {} and the output has size {} along dimension {}; input and output sizes should be greater than 0.", x, to[i], 2 + i);
    scale[i] = size.empty() ? 1 / factor : static_cast<double>(from) / static_cast<double>(to[i]);
  }
  if (mode == "area") return area(x, to);
  Tensor y = x;
  for (int i = 0; i < n; ++i) {
    // PyTorch takes no notice of the scale of these modes where the size stays.
    const bool stays = found->mode == Mode::linear || (found->mode == Mode::nearest && n > 1);
    if (to[i] == x.size(2 + i) && (stays || align_corners || scale[i] == 1)) continue;
    const Taps taps = taps_of(found->mode, x.dtype(), x.size(2 + i), to[i], scale[i], align_corners);
    y = taps.count == 1 ? picked(y, 2 + i, taps.index[0]) : weighted(y, 2 + i, taps);
  }
  return y;
}

Tensor pad(const Tensor& x, const Dims& widths, std::string_view mode, std::optional<double> value) {
  if (mode == "constant") return constant_pad_nd(x, widths, value.value_or(0));
  check_floating("pad", "input", x);
  check(mode == "reflect" || mode == "replicate" || mode == "circular", ErrorKind::value,
        "[pad] mode is \"{}\"; need \"constant\", \"reflect\", \"replicate\" or \"circular\".", mode);
  check(!value || *value == 0, ErrorKind::value, "[pad] value is {} with mode \"{}\"; only \"constant\" takes one.", value.value_or(0), mode);
  const int n = widths.rank() / 2;
  check(widths.rank() % 2 == 0 && n >= 1 && n <= 3 && (x.dim() == n + 1 || x.dim() == n + 2), ErrorKind::shape,
        "[pad] pad is {} for input {}; mode \"{}\" pads the last dimension of 2 or 3, the last two of 3 or 4, or the last three of 4 or 5.", widths, x, mode);
  Tensor y = x;
  for (int i = 0; i < n; ++i) {
    const int d = x.dim() - 1 - i;
    const std::int64_t size = x.size(d), before = widths[2 * i], after = widths[2 * i + 1];
    if (before == 0 && after == 0) continue;
    const std::int64_t left = size + std::min<std::int64_t>(before, 0) + std::min<std::int64_t>(after, 0);
    const std::int64_t most = mode == "reflect" ? size - 1 : mode == "circular" ? left : std::int64_t{1} << 40;
    check(before <= most && after <= most, ErrorKind::shape, "[pad] pad ({}, {}) on dimension {} of input {}: with mode \"{}\" {}.", before, after, d, x, mode,
          mode == "reflect" ? "padding size should be less than the corresponding input dimension" : "padding must not wrap around more than once");
    check(left > 0, ErrorKind::shape,
          "[pad] pad ({}, {}) on dimension {} of input {} leaves nothing; the output size is too small.", before, after, d, x);
    std::vector<std::int64_t> index;
    for (std::int64_t k = 0; k < size + before + after; ++k) index.push_back(source(mode, k, size, before, after));
    y = picked(y, d, index);
  }
  return y;
}

Tensor pixel_shuffle(const Tensor& x, std::int64_t r) {
  check_floating("pixel_shuffle", "input", x);
  check(x.dim() >= 3 && r > 0 && r < (1 << 20) && x.size(-3) % (r * r) == 0, ErrorKind::shape,
        "[pixel_shuffle] input is {} with upscale_factor {}; need [...,C,H,W] with C divisible by upscale_factor squared.", x, r);
  const std::int64_t C = x.size(-3) / (r * r), H = x.size(-2), W = x.size(-1);
  Shape to = x.shape();
  const int last = to.rank() - 1;
  to[last - 2] = C, to[last - 1] = H * r, to[last] = W * r;
  const std::int64_t N = x.size(-3) && H && W ? x.numel() / (x.size(-3) * H * W) : 0;
  return x.reshape({N, C, r, r, H, W}).permute({0, 1, 4, 2, 5, 3}).reshape(to);
}

Tensor pixel_unshuffle(const Tensor& x, std::int64_t r) {
  check_floating("pixel_unshuffle", "input", x);
  check(x.dim() >= 3 && r > 0 && x.size(-2) % r == 0 && x.size(-1) % r == 0, ErrorKind::shape,
        "[pixel_unshuffle] input is {} with downscale_factor {}; need [...,C,H,W] with height and width divisible by downscale_factor.", x, r);
  const std::int64_t C = x.size(-3), H = x.size(-2) / r, W = x.size(-1) / r;
  Shape to = x.shape();
  const int last = to.rank() - 1;
  to[last - 2] = checked_mul(C, checked_mul(r, r)), to[last - 1] = H, to[last] = W;
  const std::int64_t N = C && H && W ? x.numel() / (C * H * W * r * r) : 0;
  return x.reshape({N, C, H, r, W, r}).permute({0, 1, 3, 5, 2, 4}).reshape(to);
}

Tensor channel_shuffle(const Tensor& x, std::int64_t groups) {
  check_floating("channel_shuffle", "input", x);
  check(x.dim() >= 3 && groups > 0 && x.size(1) % groups == 0, ErrorKind::shape,
        "[channel_shuffle] input is {} with groups {}; need [N,C,...] of rank 3 or more, with channels divisible by groups.", x, groups);
  const std::int64_t rest = around(x.shape(), 1).inner;
  return x.reshape({x.size(0), groups, x.size(1) / groups, rest}).transpose(1, 2).reshape(x.shape());
}

}  // namespace wick
