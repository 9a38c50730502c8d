// Sampling at places that are themselves data: grid_sample and the grid of an affine map. Formulas: GridSampler.h of torch 1.13.

#include <cmath>

#include "ops/formula.h"
#include "ops/spatial.h"

namespace wick {

namespace {

enum class Padding : std::int64_t { zeros, border, reflection };
enum class Reading : std::int64_t { bilinear, nearest, bicubic };

/// x [N,C,size...] read at grid [N,points,axes]; axis 0 is the last dimension of x.
struct Sampling {
  int axes;
  Reading reading;
  bool align_corners;
  Padding padding;
  std::int64_t N, C, points, size[3], step[3], volume;  // by axis of the grid
};

template <class T>
struct Place {
  T at, slope;  // in elements of x, and its derivative by the grid's value
};

template <class T>
Place<T> reflected(Place<T> p, T low, T high) {
  const T span = high - low;
  if (span == 0) return {0, 0};
  T at = p.at - low, sign = 1;
  if (at < 0) at = -at, sign = -1;
  const T flips = std::floor(at / span), extra = std::fmod(at, span);
  if (std::fmod(flips, T(2)) == 0) return {extra + low, p.slope * sign};
  return {span - extra + low, -p.slope * sign};
}

template <class T>
Place<T> unpadded(const Sampling& s, T grid, std::int64_t size) {
  const auto n = static_cast<T>(size);
  return s.align_corners ? Place<T>{(grid + 1) / 2 * (n - 1), (n - 1) / 2} : Place<T>{((grid + 1) * n - 1) / 2, n / 2};
}

template <class T>
Place<T> padded(const Sampling& s, Place<T> p, std::int64_t size) {
  const auto n = static_cast<T>(size);
  if (s.padding == Padding::reflection) p = s.align_corners ? reflected(p, T(0), n - 1) : reflected(p, T(-0.5), n - T(0.5));
  if (s.padding != Padding::zeros) {
    if (!(p.at > 0)) p = {0, 0};
    else if (p.at >= n - 1) p = {n - 1, 0};
  }
  // What no integer can name is far outside.
  return std::abs(p.at) < T(1e9) ? p : Place<T>{-100, 0};
}

/// One of four elements in a row around a place, with its weight and the derivative of that: Keys' cubic convolution, a = -0.75.
/// Each is padded by itself; the derivative takes no notice of that.
template <class T>
struct CubicTap {
  std::int64_t at;  // -1: outside
  T weight, slope;

  static void around(const Sampling& s, T grid, std::int64_t size, CubicTap* taps) {
    // In double: the slope is a difference of large terms.
    constexpr double a = -0.75;
    const Place<double> p = unpadded(s, static_cast<double>(grid), size);
    const double floor = std::floor(p.at), t = p.at - floor;
    for (int k = 0; k < 4; ++k) {
      const double behind = t - (k - 1), d = std::abs(behind), sign = behind < 0 ? -1 : 1;
      const bool near = k == 1 || k == 2;
      taps[k].weight = static_cast<T>(near ? ((a + 2) * d - (a + 3)) * d * d + 1 : ((a * d - 5 * a) * d + 8 * a) * d - 4 * a);
      taps[k].slope = static_cast<T>(sign * p.slope * (near ? (3 * (a + 2) * d - 2 * (a + 3)) * d : (3 * a * d - 10 * a) * d + 8 * a));
      const double place = padded(s, Place<double>{floor + (k - 1), 0}, size).at;
      const auto i = static_cast<std::int64_t>(place);
      taps[k].at = i >= 0 && i < size && place >= 0 ? i : -1;
    }
  }
};

/// The elements around a place that lie inside x, each with its weight and the derivative of that by each value of the grid.
template <class T>
struct Corners {
  int count = 0;
  std::int64_t at[16];
  T weight[16], slope[16][3];

  void read_cubic(const Sampling& s, const T* grid) {
    CubicTap<T> across[4], down[4];
    CubicTap<T>::around(s, grid[0], s.size[0], across);
    CubicTap<T>::around(s, grid[1], s.size[1], down);
    for (const CubicTap<T>& v : down)
      for (const CubicTap<T>& u : across) {
        if (u.at < 0 || v.at < 0) continue;
        at[count] = u.at * s.step[0] + v.at * s.step[1];
        weight[count] = u.weight * v.weight;
        slope[count][0] = u.slope * v.weight;
        slope[count][1] = u.weight * v.slope;
        ++count;
      }
  }

  Corners(const Sampling& s, const T* grid) {
    if (s.reading == Reading::bicubic) {
      read_cubic(s, grid);
      return;
    }
    const bool nearest = s.reading == Reading::nearest;
    std::int64_t low[3];
    T behind[3], slopes[3];
    for (int a = 0; a < s.axes; ++a) {
      const Place<T> p = padded(s, unpadded(s, grid[a], s.size[a]), s.size[a]);
      const T floor = nearest ? std::nearbyint(p.at) : std::floor(p.at);
      low[a] = static_cast<std::int64_t>(floor);
      behind[a] = nearest ? 0 : p.at - floor;
      slopes[a] = p.slope;
    }
    for (int corner = 0; corner < (nearest ? 1 : 1 << s.axes); ++corner) {
      std::int64_t here = 0;
      bool inside = true;
      T factor[3], product = 1;
      for (int a = 0; a < s.axes; ++a) {
        const bool upper = corner >> a & 1;
        const std::int64_t i = low[a] + upper;
        inside = inside && i >= 0 && i < s.size[a];
        here += i * s.step[a];
        factor[a] = upper ? behind[a] : 1 - behind[a];
        product *= factor[a];
      }
      if (!inside) continue;
      at[count] = here;
      weight[count] = product;
      for (int a = 0; a < s.axes; ++a) {
        T rest = nearest ? 0 : corner >> a & 1 ? slopes[a] : -slopes[a];
        for (int b = 0; b < s.axes; ++b)
          if (b != a) rest *= factor[b];
        slope[count][a] = rest;
      }
      ++count;
    }
  }
};

template <class T>
void sample(const Sampling& s, const T* x, const T* grid, T* y) {
  for (std::int64_t n = 0; n < s.N; ++n, x += s.C * s.volume, y += s.C * s.points)
    for (std::int64_t p = 0; p < s.points; ++p, grid += s.axes) {
      const Corners<T> corners(s, grid);
      for (std::int64_t c = 0; c < s.C; ++c) {
        T sum = 0;
        for (int k = 0; k < corners.count; ++k) sum += corners.weight[k] * x[c * s.volume + corners.at[k]];
        y[c * s.points + p] = sum;
      }
    }
}

// dx (zeroed) and dgrid may be null.
template <class T>
void sample_backward(const Sampling& s, const T* x, const T* grid, const T* dy, T* dx, T* dgrid) {
  for (std::int64_t n = 0; n < s.N; ++n, x += s.C * s.volume, dy += s.C * s.points)
    for (std::int64_t p = 0; p < s.points; ++p, grid += s.axes) {
      const Corners<T> corners(s, grid);
      T sums[3] = {};
      for (std::int64_t c = 0; c < s.C; ++c) {
        const T g = dy[c * s.points + p];
        for (int k = 0; k < corners.count; ++k) {
          const std::int64_t at = c * s.volume + corners.at[k];
          if (dx) dx[n * s.C * s.volume + at] += corners.weight[k] * g;
          for (int a = 0; a < s.axes; ++a) sums[a] += corners.slope[k][a] * x[at] * g;
        }
      }
      for (int a = 0; dgrid && a < s.axes; ++a) *dgrid++ = sums[a];
    }
}

}  // namespace

Tensor grid_sampler(const Tensor& x, const Tensor& grid, std::int64_t interpolation_mode, std::int64_t padding_mode, bool align_corners) {
  check_floating("grid_sampler", "input", x);
  check_floating("grid_sampler", "grid", grid);
  check_same_dtype("grid_sampler", "input", x, "grid", grid);
  const int axes = x.dim() - 2;
  check(axes == 2 || axes == 3, ErrorKind::shape, "[grid_sampler] input is {}; need [N,C,H,W] or [N,C,D,H,W].", x);
  check(grid.dim() == x.dim() && grid.size(-1) == axes && grid.size(0) == x.size(0), ErrorKind::shape,
        "[grid_sampler] grid is {} for input {}; need the same batch size and rank, and {} in the last dimension.", grid, x, axes);
  check(interpolation_mode >= 0 && interpolation_mode <= 2, ErrorKind::value, "[grid_sampler] interpolation_mode is {}; need 0 (bilinear), 1 (nearest) or 2 (bicubic).",
        interpolation_mode);
  check(interpolation_mode != 2 || axes == 2, ErrorKind::shape, "[grid_sampler] input is {}; bicubic interpolation only supports 4D input, [N,C,H,W].", x);
  check(padding_mode >= 0 && padding_mode <= 2, ErrorKind::value, "[grid_sampler] padding_mode is {}; need 0 (zeros), 1 (border) or 2 (reflection).", padding_mode);
  Sampling s{axes, static_cast<Reading>(interpolation_mode), align_corners, static_cast<Padding>(padding_mode), x.size(0), x.size(1), 1, {}, {}, 1};
  Shape shape{s.N, s.C};
  for (int i = 0; i < axes; ++i) {
    s.size[i] = x.size(-1 - i);
    s.step[i] = s.volume;
    s.volume *= s.size[i];
    s.points *= grid.size(1 + i);
    shape.push_back(grid.size(1 + i));
  }
  check(s.volume > 0, ErrorKind::shape, "[grid_sampler] input is {}; its spatial sizes must not be 0.", x);
  const Formula temporaries;
  const Term xc = dense(x), gc = dense(grid);
  Tensor y = empty(shape, x.dtype());
  dispatch_floating("grid_sampler", x.dtype(), [&]<class T>() { sample(s, xc->data<T>(), gc->data<T>(), y.data<T>()); });
  if (tracer)
    trace("grid_sampler", y, {&*xc, &*gc}, {static_cast<double>(interpolation_mode), static_cast<double>(padding_mode), align_corners ? 1.0 : 0.0});
  const auto gradient = [s](Term dy, Grads& d) {
    dispatch_floating("grid_sampler", dy->dtype(), [&]<class T>() {
      T* const dx = d.make<T>(0);
      if (dx) std::fill_n(dx, s.N * s.C * s.volume, T(0));
      sample_backward(s, d.kept(0)->data<T>(), d.kept(1)->data<T>(), dy->data<T>(), dx, d.make<T>(1));
    });
  };
  record(y, "GridSamplerBackward0", kKeepFirst | kKeepSecond | kFused, gradient, x, grid);
  return y;
}

Tensor grid_sample(const Tensor& x, const Tensor& grid, std::string_view mode, std::string_view padding_mode, bool align_corners) {
  check(mode == "bilinear" || mode == "nearest" || mode == "bicubic", ErrorKind::value, "[grid_sample] mode is \"{}\"; need \"bilinear\", \"nearest\" or \"bicubic\".", mode);
  check(padding_mode == "zeros" || padding_mode == "border" || padding_mode == "reflection", ErrorKind::value,
        "[grid_sample] padding_mode is \"{}\"; need \"zeros\", \"border\" or \"reflection\".", padding_mode);
  return grid_sampler(x, grid, mode == "nearest" ? 1 : mode == "bicubic" ? 2 : 0, padding_mode == "zeros" ? 0 : padding_mode == "border" ? 1 : 2, align_corners);
}

Tensor affine_grid(const Tensor& theta, const Dims& size, bool align_corners) {
  check_floating("affine_grid", "theta", theta);
  const int n = size.rank() - 2;
  check(n == 2 || n == 3, ErrorKind::shape, "[affine_grid] size is {}; need [N,C,H,W] or [N,C,D,H,W].", size);
  check(theta.shape() == Shape{size[0], n, n + 1}, ErrorKind::shape, "[affine_grid] theta is {}; need [{},{},{}] for size {}.", theta, size[0], n, n + 1, size);
  std::int64_t points = 1;
  Shape shape{size[0]};
  for (int i = 2; i < n + 2; ++i) {
    check(size[i] > 0, ErrorKind::value, "[affine_grid] size is {}; need sizes > 0.", size);
    points = checked_mul(points, size[i]);
    shape.push_back(size[i]);
  }
  shape.push_back(n);
  Tensor base = empty({points, n + 1}, theta.dtype());  // (x, y, z, 1) of each point
  dispatch_floating("affine_grid", theta.dtype(), [&]<class T>() {
    T* to = base.data<T>();
    for (std::int64_t p = 0; p < points; ++p) {
      std::int64_t rest = p;
      for (int a = 0; a < n; ++a) {
        const std::int64_t m = size[n + 1 - a], i = rest % m;
        rest /= m;
        const double at = align_corners ? (m > 1 ? 2.0 * static_cast<double>(i) / static_cast<double>(m - 1) - 1 : 0) : (2.0 * static_cast<double>(i) + 1) / static_cast<double>(m) - 1;
        *to++ = static_cast<T>(at);
      }
      *to++ = 1;
    }
  });
  return matmul(base, theta.transpose(1, 2)).reshape(shape);
}

}  // namespace wick
