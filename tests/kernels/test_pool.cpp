#include "kernels/pool.h"

#include "near.h"

using namespace wick::kernels;
using near::close;
using near::kNan;

namespace {

std::int64_t out_size(std::int64_t n, std::int64_t k, std::int64_t stride, std::int64_t pad, std::int64_t dil) {
  const std::int64_t room = n + 2 * pad - dil * (k - 1) - 1;
  return room < 0 ? 0 : room / stride + 1;
}
std::vector<Pool2d> geometries() {
  std::vector<Pool2d> list;
  const auto add = [&](std::int64_t planes, std::int64_t H, std::int64_t W, std::int64_t k, std::int64_t stride, std::int64_t pad, std::int64_t dil) {
    Pool2d g{planes, H, W, out_size(H, k, stride, pad, dil), out_size(W, k, stride, pad, dil), k, k, stride, stride, pad, pad, dil, dil};
    if (g.OH > 0 && g.OW > 0) list.push_back(g);
  };
  for (std::int64_t w : near::sizes()) {
    if (w > 130) continue;
    add(2, 5, w, 2, 2, 0, 1);
    add(2, 6, w, 3, 2, 1, 1);
    add(2, 4, w, 3, 1, 1, 1);
    add(1, 9, w, 2, 1, 0, 3);
    add(1, 7, w, 3, 3, 0, 1);
  }
  add(200, 28, 28, 2, 2, 0, 1);
  add(3, 14, 14, 2, 2, 0, 1);
  return list;
}

}  // namespace

TEST_CASE("max_pool2d: values, places, gradient") {
  for (const Pool2d& g : geometries()) {
    CAPTURE(g.W);
    CAPTURE(g.kw);
    CAPTURE(g.stride_w);
    near::Numbers numbers(static_cast<std::uint64_t>(g.W));
    std::vector<float> x(static_cast<std::size_t>(g.planes * g.H * g.W));
    for (float& v : x) v = static_cast<float>(numbers.next() % 7) - 3;  // many ties
    if (g.W % 5 == 0) x[3] = kNan;
    if (g.W % 4 == 0) std::fill(x.begin(), x.begin() + g.W, -near::kInf);
    const std::vector<double> xd(x.begin(), x.end());
    const std::int64_t n = g.planes * g.OH * g.OW;
    near::Guarded<float> y(n), dx(static_cast<std::int64_t>(x.size()));
    near::Guarded<double> yd(n), dxd(static_cast<std::int64_t>(x.size()));
    near::Guarded<std::int32_t> index(n), indexd(n);
    max_pool2d(g, x.data(), y.data(), index.data());
    max_pool2d(g, xd.data(), yd.data(), indexd.data());
    bool ok = y.intact() && index.intact();
    std::vector<double> want_dx(x.size());
    const auto dy = numbers.list(n);
    for (std::int64_t i = 0; i < n; ++i) {
      const std::int64_t p = i / (g.OH * g.OW), oh = i / g.OW % g.OH, ow = i % g.OW;
      double best = 0;
      std::int64_t place = -1;
      for (std::int64_t a = 0; a < g.kh; ++a) {
        for (std::int64_t b = 0; b < g.kw; ++b) {
          const std::int64_t h = oh * g.stride_h - g.pad_h + a * g.dil_h, w = ow * g.stride_w - g.pad_w + b * g.dil_w;
          if (h < 0 || h >= g.H || w < 0 || w >= g.W) continue;
          const double v = xd[static_cast<std::size_t>((p * g.H + h) * g.W + w)];
          if (place < 0 || v > best || v != v) {
            best = v;
            place = h * g.W + w;
          }
        }
      }
      ok = ok && close(y[i], best, 0, 0) && close(yd[i], best, 0, 0) && index[i] == place && indexd[i] == place;
      want_dx[static_cast<std::size_t>(p * g.H * g.W + place)] += dy[static_cast<std::size_t>(i)];
    }
    CHECK(ok);
    const std::vector<double> dyd(dy.begin(), dy.end());
    max_pool2d_backward(g, dy.data(), index.data(), dx.data());
    max_pool2d_backward(g, dyd.data(), index.data(), dxd.data());
    ok = dx.intact() && dxd.intact();
    for (std::size_t i = 0; i < x.size(); ++i) {
      ok = ok && close(dx[static_cast<std::int64_t>(i)], want_dx[i]) && close(dxd[static_cast<std::int64_t>(i)], want_dx[i], 1e-12, 1e-12);
    }
    CHECK(ok);
  }
}

TEST_CASE("avg_pool2d: sums, divisors, gradient as the transpose") {
  for (const Pool2d& geometry : geometries()) {
    if (geometry.dil_w != 1 || geometry.planes > 10) continue;
    for (const int variant : {0, 1, 2}) {
      const bool include = variant == 1;
      const std::int64_t divisor = variant == 2 ? 5 : 0;
      const Pool2d& g = geometry;
      CAPTURE(g.W);
      CAPTURE(variant);
      near::Numbers numbers(static_cast<std::uint64_t>(g.W));
      const std::int64_t n = g.planes * g.OH * g.OW, in = g.planes * g.H * g.W;
      const auto x = numbers.list(in), dy = numbers.list(n);
      const std::vector<double> xd(x.begin(), x.end()), dyd(dy.begin(), dy.end());
      near::Guarded<float> y(n), dx(in);
      near::Guarded<double> yd(n), dxd(in);
      avg_pool2d(g, include, divisor, x.data(), y.data());
      avg_pool2d(g, include, divisor, xd.data(), yd.data());
      avg_pool2d_backward(g, include, divisor, dy.data(), dx.data());
      avg_pool2d_backward(g, include, divisor, dyd.data(), dxd.data());
      bool ok = y.intact() && dx.intact();
      std::vector<double> want_dx(x.size());
      for (std::int64_t i = 0; i < n; ++i) {
        const std::int64_t p = i / (g.OH * g.OW), oh = i / g.OW % g.OH, ow = i % g.OW;
        double s = 0, inside = 0, padded = 0;
        for (const int pass : {0, 1}) {
          const double count = divisor ? static_cast<double>(divisor) : include ? padded : inside;
          for (std::int64_t a = 0; a < g.kh; ++a) {
            for (std::int64_t b = 0; b < g.kw; ++b) {
              const std::int64_t h = oh * g.stride_h - g.pad_h + a, w = ow * g.stride_w - g.pad_w + b;
              const bool in_padded = h < g.H + g.pad_h && w < g.W + g.pad_w;
              const bool in_x = h >= 0 && h < g.H && w >= 0 && w < g.W;
              const std::size_t at = static_cast<std::size_t>((p * g.H + h) * g.W + w);
              if (pass == 0) {
                padded += in_padded;
                inside += in_x;
                if (in_x) s += xd[at];
              } else if (in_x) {
                want_dx[at] += dyd[static_cast<std::size_t>(i)] / count;
              }
            }
          }
        }
        const double want = s / (divisor ? static_cast<double>(divisor) : include ? padded : inside);
        ok = ok && close(y[i], want) && close(yd[i], want, 1e-12, 1e-12);
      }
      for (std::int64_t i = 0; i < in; ++i) ok = ok && close(dx[i], want_dx[static_cast<std::size_t>(i)]) && close(dxd[i], want_dx[static_cast<std::size_t>(i)], 1e-12, 1e-12);
      CHECK(ok);
    }
  }
}

TEST_CASE("adaptive_avg_pool2d") {
  struct Row {
    std::int64_t H, W, OH, OW;
  };
  for (const Row& r : {Row{7, 7, 1, 1}, {13, 10, 4, 3}, {4, 4, 7, 5}, {6, 8, 3, 4}, {65, 33, 1, 1}}) {
    Pool2d g{};
    g.planes = 3;
    g.H = r.H;
    g.W = r.W;
    g.OH = r.OH;
    g.OW = r.OW;
    near::Numbers numbers(7);
    const std::int64_t n = 3 * r.OH * r.OW, in = 3 * r.H * r.W;
    const auto x = numbers.list(in), dy = numbers.list(n);
    const std::vector<double> xd(x.begin(), x.end()), dyd(dy.begin(), dy.end());
    near::Guarded<float> y(n), dx(in);
    near::Guarded<double> yd(n), dxd(in);
    adaptive_avg_pool2d(g, x.data(), y.data());
    adaptive_avg_pool2d(g, xd.data(), yd.data());
    adaptive_avg_pool2d_backward(g, dy.data(), dx.data());
    adaptive_avg_pool2d_backward(g, dyd.data(), dxd.data());
    std::vector<double> want_dx(x.size());
    bool ok = y.intact() && dx.intact();
    for (std::int64_t i = 0; i < n; ++i) {
      const std::int64_t p = i / (r.OH * r.OW), oh = i / r.OW % r.OH, ow = i % r.OW;
      const std::int64_t h0 = oh * r.H / r.OH, h1 = ((oh + 1) * r.H + r.OH - 1) / r.OH, w0 = ow * r.W / r.OW, w1 = ((ow + 1) * r.W + r.OW - 1) / r.OW;
      double s = 0;
      const double count = static_cast<double>((h1 - h0) * (w1 - w0));
      for (std::int64_t h = h0; h < h1; ++h) {
        for (std::int64_t w = w0; w < w1; ++w) {
          s += xd[static_cast<std::size_t>((p * r.H + h) * r.W + w)];
          want_dx[static_cast<std::size_t>((p * r.H + h) * r.W + w)] += dyd[static_cast<std::size_t>(i)] / count;
        }
      }
      ok = ok && close(y[i], s / count) && close(yd[i], s / count, 1e-12, 1e-12);
    }
    for (std::int64_t i = 0; i < in; ++i) ok = ok && close(dx[i], want_dx[static_cast<std::size_t>(i)]) && close(dxd[i], want_dx[static_cast<std::size_t>(i)], 1e-12, 1e-12);
    CHECK(ok);
  }
}
