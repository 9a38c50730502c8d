// Pools over one and three dimensions by way of those over two, max pools with indices, and their inverse.

#include "ops/pool.h"

#include <algorithm>

#include "ops/formula.h"

namespace wick {

PoolSettings pool_settings(const char* op, int n, const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding,
                           const Dims& dilation) {
  has_batch(op, x, n);
  PoolSettings s;
  s.kernel = sizes_of(op, "kernel_size", kernel_size, n, 1);
  s.stride = stride.empty() ? s.kernel : sizes_of(op, "stride", stride, n, 1);
  s.padding = sizes_of(op, "padding", padding, n, 0);
  s.dilation = sizes_of(op, "dilation", dilation, n, 1);
  for (int i = 0; i < n; ++i)
    check(s.padding[i] * 2 <= s.kernel[i], ErrorKind::value, "[{}] padding is {} for kernel_size {}; pad should be at most half of kernel size.", op, s.padding,
          s.kernel);
  return s;
}

Dims pooled_size(const char* op, const Tensor& x, const PoolSettings& s, bool ceil_mode) {
  const int n = s.kernel.rank();
  Dims out = s.kernel;
  bool fits = true;
  for (int i = 0; i < n; ++i) {
    const std::int64_t size = x.size(i - n), room = size + 2 * s.padding[i] - s.dilation[i] * (s.kernel[i] - 1) - 1;
    out[i] = (room + (ceil_mode ? s.stride[i] - 1 : 0)) / s.stride[i] + 1;
    // In ceil mode the last window must still start inside the input or its left padding.
    if (ceil_mode && (out[i] - 1) * s.stride[i] >= size + s.padding[i]) --out[i];
    if (room < 0) out[i] = 0;
    fits = fits && out[i] > 0;
  }
  check(fits, ErrorKind::shape, "[{}] input is {} with kernel_size {}, stride {}, padding {}: the output would be {}; output size is too small.", op, x,
        s.kernel, s.stride, s.padding, out);
  return out;
}

Dims adaptive_size(const char* op, int n, const Tensor& x, const Dims& output_size) {
  has_batch(op, x, n);
  Dims out = sizes_of(op, "output_size", output_size, n, -1);
  for (int i = 0; i < n; ++i) {
    if (out[i] == -1) out[i] = x.size(i - n);
    check(x.size(i - n) > 0, ErrorKind::shape, "[{}] input is {}; its spatial sizes must not be 0.", op, x);
  }
  return out;
}

namespace {

// x [N,C,D,H,W] as images [N,C D,H,W], and as stacks of lines [N,C,D,H W].
Tensor as_images(const Tensor& x) { return x.reshape({x.size(0), x.size(1) * x.size(2), x.size(3), x.size(4)}); }
Tensor as_stacks(const Tensor& images, std::int64_t C, std::int64_t D) { return images.reshape({images.size(0), C, D, images.size(2) * images.size(3)}); }
Tensor as_volumes(const Tensor& stacks, const Tensor& images) { return stacks.reshape({stacks.size(0), stacks.size(1), stacks.size(2), images.size(2), images.size(3)}); }

PoolSettings flat_settings(const PoolSettings& s) { return {{1, s.kernel[0]}, {1, s.stride[0]}, {0, s.padding[0]}, {1, s.dilation[0]}}; }
PoolSettings plane_settings(const PoolSettings& s) {
  const auto tail = [](const Dims& d) { return Dims{d[1], d[2]}; };
  return {tail(s.kernel), tail(s.stride), tail(s.padding), tail(s.dilation)};
}
PoolSettings depth_settings(const PoolSettings& s) { return {{s.kernel[0], 1}, {s.stride[0], 1}, {s.padding[0], 0}, {s.dilation[0], 1}}; }

Tensor unbatched(const Tensor& t) { return t.defined() ? t.squeeze(0) : t; }

// Indices leave a program unknown: freeze() names this op when something reads them.
void trace_indices(const char* op, const Tensor& indices, const Tensor& x) {
  if (tracer) trace(op, indices, {&x});
}

// A max pool over n dimensions; its indices too if asked for.
std::pair<Tensor, Tensor> max_pool_nd(const char* op, int n, const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding,
                                      const Dims& dilation, bool ceil_mode, bool with_indices) {
  const PoolSettings s = pool_settings(op, n, x, kernel_size, stride, padding, dilation);
  if (x.dim() == n + 1) {
    const auto [y, indices] = max_pool_nd(op, n, x.unsqueeze(0), kernel_size, stride, padding, dilation, ceil_mode, with_indices);
    return {unbatched(y), unbatched(indices)};
  }
  (void)pooled_size(op, x, s, ceil_mode);
  Tensor y, place, depth;
  Tensor* const places = with_indices ? &place : nullptr;
  if (n == 1) {
    y = max_pool(x.unsqueeze(2), flat_settings(s), ceil_mode, places).squeeze(2);
    if (with_indices) place = place.squeeze(2);
  } else if (n == 2) {
    y = max_pool(x, s, ceil_mode, places);
  } else {
    // Of each slice, then along the depth: the first largest of all is the first slice's that has it.
    const Tensor images = max_pool(as_images(x), plane_settings(s), ceil_mode, places);
    const Tensor stacks = max_pool(as_stacks(images, x.size(1), x.size(2)), depth_settings(s), ceil_mode, with_indices ? &depth : nullptr);
    y = as_volumes(stacks, images);
  }
  if (!with_indices) return {y, {}};
  Tensor indices = empty(y.shape(), DType::int64);
  auto* to = indices.data<std::int64_t>();
  const auto* at = place.data<std::int32_t>();
  if (n < 3) {
    std::copy_n(at, indices.numel(), to);
  } else {
    const auto* from = depth.data<std::int32_t>();
    const std::int64_t plane = y.size(3) * y.size(4), volume = y.size(2) * plane, D = x.size(2), slice = x.size(3) * x.size(4);
    for (std::int64_t i = 0; i < indices.numel(); ++i) {
      const std::int64_t d = from[i] / plane;  // depth's place is in [D, plane]
      to[i] = d * slice + at[(i / volume * D + d) * plane + from[i] % plane];
    }
  }
  trace_indices("max_pool indices", indices, x);
  return {y, indices};
}

}  // namespace

Tensor max_pool1d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& dilation, bool ceil_mode) {
  return max_pool_nd("max_pool1d", 1, x, kernel_size, stride, padding, dilation, ceil_mode, false).first;
}
Tensor max_pool3d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& dilation, bool ceil_mode) {
  return max_pool_nd("max_pool3d", 3, x, kernel_size, stride, padding, dilation, ceil_mode, false).first;
}
std::pair<Tensor, Tensor> max_pool1d_with_indices(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding,
                                                  const Dims& dilation, bool ceil_mode) {
  return max_pool_nd("max_pool1d", 1, x, kernel_size, stride, padding, dilation, ceil_mode, true);
}
std::pair<Tensor, Tensor> max_pool2d_with_indices(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding,
                                                  const Dims& dilation, bool ceil_mode) {
  return max_pool_nd("max_pool2d", 2, x, kernel_size, stride, padding, dilation, ceil_mode, true);
}
std::pair<Tensor, Tensor> max_pool3d_with_indices(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding,
                                                  const Dims& dilation, bool ceil_mode) {
  return max_pool_nd("max_pool3d", 3, x, kernel_size, stride, padding, dilation, ceil_mode, true);
}

Tensor avg_pool1d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, bool ceil_mode, bool count_include_pad) {
  const PoolSettings s = pool_settings("avg_pool1d", 1, x, kernel_size, stride, padding), flat = flat_settings(s);
  (void)pooled_size("avg_pool1d", x, s, ceil_mode);
  return avg_pool2d(x.unsqueeze(-2), flat.kernel, flat.stride, flat.padding, ceil_mode, count_include_pad).squeeze(-2);
}

// What an average divides by is a product over the dimensions, so that averages of averages are the average.
Tensor avg_pool3d(const Tensor& x, const Dims& kernel_size, const Dims& stride, const Dims& padding, bool ceil_mode, bool count_include_pad,
                  std::optional<std::int64_t> divisor_override) {
  const PoolSettings s = pool_settings("avg_pool3d", 3, x, kernel_size, stride, padding), plane = plane_settings(s), depth = depth_settings(s);
  if (x.dim() == 4) return avg_pool3d(x.unsqueeze(0), kernel_size, stride, padding, ceil_mode, count_include_pad, divisor_override).squeeze(0);
  check(!divisor_override || *divisor_override != 0, ErrorKind::value, "[avg_pool3d] divisor_override is 0; divisor must be not zero.");
  (void)pooled_size("avg_pool3d", x, s, ceil_mode);
  const auto slices = divisor_override ? std::optional<std::int64_t>(1) : std::nullopt;
  const Tensor images = avg_pool2d(as_images(x), plane.kernel, plane.stride, plane.padding, ceil_mode, count_include_pad, slices);
  return as_volumes(avg_pool2d(as_stacks(images, x.size(1), x.size(2)), depth.kernel, depth.stride, depth.padding, ceil_mode, count_include_pad, divisor_override), images);
}

namespace {
Tensor lp_pool(const char* op, int n, const Tensor& x, double norm_type, const Dims& kernel_size, const Dims& stride, bool ceil_mode) {
  const PoolSettings s = pool_settings(op, n, x, kernel_size, stride, 0);
  check(norm_type != 0, ErrorKind::value, "[{}] norm_type is 0; need another number.", op);
  const Tensor powers = pow(x, norm_type);
  const Tensor mean = n == 1 ? avg_pool1d(powers, s.kernel, s.stride, 0, ceil_mode) : avg_pool2d(powers, s.kernel, s.stride, 0, ceil_mode);
  return pow(mean * static_cast<double>(numel(s.kernel)), 1 / norm_type);
}
}  // namespace

Tensor lp_pool1d(const Tensor& x, double norm_type, const Dims& kernel_size, const Dims& stride, bool ceil_mode) {
  return lp_pool("lp_pool1d", 1, x, norm_type, kernel_size, stride, ceil_mode);
}
Tensor lp_pool2d(const Tensor& x, double norm_type, const Dims& kernel_size, const Dims& stride, bool ceil_mode) {
  return lp_pool("lp_pool2d", 2, x, norm_type, kernel_size, stride, ceil_mode);
}

Tensor adaptive_avg_pool1d(const Tensor& x, const Dims& output_size) {
  return adaptive_avg_pool2d(x.unsqueeze(-2), {1, adaptive_size("adaptive_avg_pool1d", 1, x, output_size)[0]}).squeeze(-2);
}
Tensor adaptive_avg_pool3d(const Tensor& x, const Dims& output_size) {
  const Dims out = adaptive_size("adaptive_avg_pool3d", 3, x, output_size);
  if (x.dim() == 4) return adaptive_avg_pool3d(x.unsqueeze(0), out).squeeze(0);
  const Tensor images = adaptive_avg_pool2d(as_images(x), {out[1], out[2]});
  if (images.numel() == 0) return images.reshape({x.size(0), x.size(1), out[0], out[1], out[2]});
  return as_volumes(adaptive_avg_pool2d(as_stacks(images, x.size(1), x.size(2)), {out[0], out[1] * out[2]}), images);
}

namespace {

// The flat place of the first largest element of each window; windows as in adaptive_avg_pool. x [planes,size...].
template <class T>
void find_largest(const T* x, std::int64_t planes, const Dims& size, const Dims& out, std::int64_t* place) {
  const auto begin = [](std::int64_t i, std::int64_t n, std::int64_t m) { return i * n / m; };
  const auto end = [](std::int64_t i, std::int64_t n, std::int64_t m) { return ((i + 1) * n + m - 1) / m; };
  const std::int64_t D = size[0], H = size[1], W = size[2];
  for (std::int64_t p = 0; p < planes; ++p, x += D * H * W)
    for (std::int64_t d = 0; d < out[0]; ++d)
      for (std::int64_t h = 0; h < out[1]; ++h)
        for (std::int64_t w = 0; w < out[2]; ++w) {
          std::int64_t best = -1;
          for (std::int64_t i = begin(d, D, out[0]); i < end(d, D, out[0]); ++i)
            for (std::int64_t j = begin(h, H, out[1]); j < end(h, H, out[1]); ++j)
              for (std::int64_t k = begin(w, W, out[2]); k < end(w, W, out[2]); ++k) {
                const std::int64_t at = (i * H + j) * W + k;
                if (best < 0 || x[at] > x[best] || x[at] != x[at]) best = at;
              }
          *place++ = best;
        }
}

// The elements of x that index names in each plane, [N,C,...] -> index's shape; the gradient puts them back.
Tensor picked(const char* node, const Tensor& x, Term index) {
  const std::int64_t planes = x.size(0) * x.size(1), n = planes ? x.numel() / planes : 0, m = planes ? index->numel() / planes : 0;
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor y = empty(index->shape(), x.dtype());
  dispatch_floating("max_pool", x.dtype(), [&]<class T>() {
    for (std::int64_t i = 0; i < y.numel(); ++i) y.data<T>()[i] = xc->data<T>()[i / m * n + index->data<std::int64_t>()[i]];
  });
  const auto gradient = [planes, n, m](Term dy, Grads& d) {
    const Term rows = reshape(d.kept(0), {planes, m});
    return reshape(hold([&] { return scatter_add(zeros({planes, n}, dy), 1, rows, reshape(dy, {planes, m})); }), d.shape(0));
  };
  record(y, node, kKeepNothing, gradient, x).keep(index);
  return y;
}

std::pair<Tensor, Tensor> adaptive_max_pool(const char* op, int n, const Tensor& x, const Dims& output_size) {
  const Dims out = adaptive_size(op, n, x, output_size);
  if (x.dim() == n + 1) {
    const auto [y, indices] = adaptive_max_pool(op, n, x.unsqueeze(0), out);
    return {unbatched(y), unbatched(indices)};
  }
  Dims from = Dims::filled(3, 1), to = from;
  Shape shape{x.size(0), x.size(1)};
  for (int i = 0; i < n; ++i) {
    from[3 - n + i] = x.size(2 + i);
    to[3 - n + i] = out[i];
    shape.push_back(out[i]);
  }
  const Formula temporaries;
  const Term xc = dense(x);
  Tensor indices = empty(shape, DType::int64);
  dispatch_floating(op, x.dtype(), [&]<class T>() { find_largest(xc->data<T>(), shape[0] * shape[1], from, to, indices.data<std::int64_t>()); });
  const Tensor y = picked(n == 3 ? "AdaptiveMaxPool3DBackward0" : "AdaptiveMaxPool2DBackward0", x, indices);
  if (tracer) {
    std::vector<double> params;
    append_list(params, out);
    const Tensor* in[] = {&*xc};
    tracer->op(op, y, in, params);
  }
  trace_indices("adaptive_max_pool indices", indices, x);
  return {y, indices};
}

}  // namespace

std::pair<Tensor, Tensor> adaptive_max_pool1d_with_indices(const Tensor& x, const Dims& output_size) {
  return adaptive_max_pool("adaptive_max_pool1d", 1, x, output_size);
}
std::pair<Tensor, Tensor> adaptive_max_pool2d_with_indices(const Tensor& x, const Dims& output_size) {
  return adaptive_max_pool("adaptive_max_pool2d", 2, x, output_size);
}
std::pair<Tensor, Tensor> adaptive_max_pool3d_with_indices(const Tensor& x, const Dims& output_size) {
  return adaptive_max_pool("adaptive_max_pool3d", 3, x, output_size);
}
Tensor adaptive_max_pool1d(const Tensor& x, const Dims& output_size) { return adaptive_max_pool1d_with_indices(x, output_size).first; }
Tensor adaptive_max_pool2d(const Tensor& x, const Dims& output_size) { return adaptive_max_pool2d_with_indices(x, output_size).first; }
Tensor adaptive_max_pool3d(const Tensor& x, const Dims& output_size) { return adaptive_max_pool3d_with_indices(x, output_size).first; }

namespace {

Tensor max_unpool(const char* op, int n, const Tensor& x, const Tensor& indices, const Dims& kernel_size, const Dims& stride, const Dims& padding,
                  const Dims& output_size) {
  const bool batch = has_batch(op, x, n);
  check_index_dtype(op, "indices", indices);
  check(indices.shape() == x.shape(), ErrorKind::shape, "[{}] indices is {} for input {}; shapes must be equal.", op, indices, x);
  const Dims k = sizes_of(op, "kernel_size", kernel_size, n, 1), s = stride.empty() ? k : sizes_of(op, "stride", stride, n, 1);
  const Dims p = sizes_of(op, "padding", padding, n, 0);
  // A given size may be that of the whole result.
  const int lead = output_size.rank() > n ? output_size.rank() - n : 0;
  check(output_size.empty() || output_size.rank() == n || output_size.rank() == x.dim(), ErrorKind::value,
        "[{}] output_size is {} for input {}; need {} sizes.", op, output_size, x, n);
  Shape shape = x.shape();
  std::int64_t volume = 1;
  for (int i = 0; i < n; ++i) {
    const std::int64_t usual = (x.size(i - n) - 1) * s[i] - 2 * p[i] + k[i], size = output_size.empty() ? usual : output_size[lead + i];
    check(size > 0 && size > usual - s[i] && size < usual + s[i], ErrorKind::value,
          "[{}] output_size is {} for input {}; along dimension {} it should be between {} and {}.", op, output_size, x, i - n, usual - s[i], usual + s[i]);
    shape[x.dim() - n + i] = size;
    volume = checked_mul(volume, size);
  }
  const std::int64_t planes = batch ? x.size(0) * x.size(1) : x.size(0), m = planes ? x.numel() / planes : 0;
  const Formula temporaries;
  const Term xc = dense(x), at = dense(indices);
  const auto* place = at->data<std::int64_t>();
  for (std::int64_t i = 0; i < at->numel(); ++i)
    check(place[i] >= 0 && place[i] < volume, ErrorKind::index, "[{}] found an invalid max index: {}; need 0 <= index < {} for output {}.", op, place[i], volume, shape);
  Tensor y = zeros(shape, x.dtype());
  dispatch_floating(op, x.dtype(), [&]<class T>() {
    for (std::int64_t i = 0; i < x.numel(); ++i) y.data<T>()[i / m * volume + place[i]] = xc->data<T>()[i];
  });
  if (tracer) {
    std::vector<double> params;
    for (const Dims& list : {k, s, p, Dims(std::span(shape.begin() + (x.dim() - n), static_cast<std::size_t>(n)))}) append_list(params, list);
    const Tensor* in[] = {&*xc, &*at};
    tracer->op(op, y, in, params);
  }
  const auto gradient = [planes, volume, m](Term dy, Grads& d, int) {
    const Term rows = reshape(d.kept(0), {planes, m});
    return reshape(hold([&] { return gather(reshape(dy, {planes, volume}), 1, rows); }), d.shape(0));
  };
  record(y, n == 3 ? "MaxUnpool3DBackward0" : "MaxUnpool2DBackward0", kKeepNothing, gradient, x, indices).keep(at);
  return y;
}

}  // namespace

Tensor max_unpool1d(const Tensor& x, const Tensor& indices, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& output_size) {
  return max_unpool("max_unpool1d", 1, x, indices, kernel_size, stride, padding, output_size);
}
Tensor max_unpool2d(const Tensor& x, const Tensor& indices, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& output_size) {
  return max_unpool("max_unpool2d", 2, x, indices, kernel_size, stride, padding, output_size);
}
Tensor max_unpool3d(const Tensor& x, const Tensor& indices, const Dims& kernel_size, const Dims& stride, const Dims& padding, const Dims& output_size) {
  return max_unpool("max_unpool3d", 3, x, indices, kernel_size, stride, padding, output_size);
}

}  // namespace wick
