// The three directions of the convolution against plain loops: random geometries, edges, thread counts.

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

#include "kernels/conv.h"
#include "wick/parallel.h"

using namespace wick;
using namespace wick::kernels;

namespace {

struct Rng {
  std::uint32_t state = 4711;
  std::uint32_t next() { return state = state * 1664525u + 1013904223u, state >> 8; }
  std::int64_t below(std::int64_t n) { return static_cast<std::int64_t>(next()) % n; }
  std::vector<float> vector(std::int64_t n) {
    std::vector<float> v(static_cast<std::size_t>(n));
    for (float& x : v) x = static_cast<float>(next() % 2001) / 1000.0f - 1.0f;
    return v;
  }
};

Conv2d geometry(std::int64_t N, std::int64_t C, std::int64_t H, std::int64_t W, std::int64_t O, std::int64_t KH, std::int64_t KW,
                std::int64_t sh = 1, std::int64_t sw = 1, std::int64_t ph = 0, std::int64_t pw = 0, std::int64_t dh = 1,
                std::int64_t dw = 1, std::int64_t groups = 1) {
  return {N, C, H, W, O, KH, KW, (H + 2 * ph - dh * (KH - 1) - 1) / sh + 1, (W + 2 * pw - dw * (KW - 1) - 1) / sw + 1,
          sh, sw, ph, pw, dh, dw, groups};
}

/// x, w, y of a geometry and the sizes of their gradients.
struct Data {
  std::vector<float> x, w, bias, dy, y, dx, dw, dbias;
  Data(const Conv2d& g, Rng& rng)
      : x(rng.vector(g.N * g.C * g.H * g.W)), w(rng.vector(g.O * (g.C / g.groups) * g.KH * g.KW)), bias(rng.vector(g.O)),
        dy(rng.vector(g.N * g.O * g.OH * g.OW)), y(dy.size(), 99.0f), dx(x.size(), 99.0f), dw(w.size(), 99.0f), dbias(bias.size(), 99.0f) {}
  void run(const Conv2d& g) {
    conv2d_forward(g, x.data(), w.data(), bias.data(), y.data());
    conv2d_backward_input(g, dy.data(), w.data(), dx.data());
    conv2d_backward_weight(g, x.data(), dy.data(), dw.data(), dbias.data());
  }
};

std::vector<double> wide(const std::vector<float>& v) { return {v.begin(), v.end()}; }

double distance(const std::vector<float>& got, const std::vector<double>& want, double terms) {
  double worst = 0;
  for (std::size_t i = 0; i < got.size(); ++i) worst = std::max(worst, std::fabs(got[i] - want[i]) / (1 + std::fabs(want[i])));
  return worst / std::sqrt(terms + 1);  // errors grow with the number of terms
}

void compare(const Conv2d& g, Rng& rng, double tolerance = 1e-6) {
  CAPTURE(g.N); CAPTURE(g.C); CAPTURE(g.H); CAPTURE(g.W); CAPTURE(g.O); CAPTURE(g.KH); CAPTURE(g.KW);
  CAPTURE(g.stride_h); CAPTURE(g.stride_w); CAPTURE(g.pad_h); CAPTURE(g.pad_w); CAPTURE(g.dil_h); CAPTURE(g.dil_w); CAPTURE(g.groups);
  Data d(g, rng);
  d.run(g);
  const auto x = wide(d.x), w = wide(d.w), bias = wide(d.bias), dy = wide(d.dy);
  std::vector<double> y(dy.size()), dx(x.size()), dw(w.size()), dbias(bias.size());
  conv2d_forward(g, x.data(), w.data(), bias.data(), y.data());
  conv2d_backward_input(g, dy.data(), w.data(), dx.data());
  conv2d_backward_weight(g, x.data(), dy.data(), dw.data(), dbias.data());
  const double taps = static_cast<double>(g.KH * g.KW), places = static_cast<double>(g.N * g.OH * g.OW);
  CHECK(distance(d.y, y, taps * static_cast<double>(g.C / g.groups)) < tolerance);
  CHECK(distance(d.dx, dx, taps * static_cast<double>(g.O / g.groups)) < tolerance);
  CHECK(distance(d.dw, dw, places) < 1e-6);
  CHECK(distance(d.dbias, dbias, places) < 1e-6);
}

}  // namespace

TEST_CASE("conv2d: the float64 loops against values worked by hand") {
  // 1 x 1 x 3 x 3 image, 2 x 2 kernel: y[0] = 0 a + 1 b + 3 c + 4 d with w = (a, b, c, d) = (1, 2, 3, 4)
  const Conv2d g = geometry(1, 1, 3, 3, 1, 2, 2);
  const double x[] = {0, 1, 2, 3, 4, 5, 6, 7, 8}, w[] = {1, 2, 3, 4}, bias[] = {0.5}, dy[] = {1, 0, 0, 2};
  double y[4], dx[9], dw[4], dbias[1];
  conv2d_forward(g, x, w, bias, y);
  CHECK(std::vector<double>(y, y + 4) == std::vector<double>{27.5, 37.5, 57.5, 67.5});
  conv2d_backward_input(g, dy, w, dx);
  CHECK(std::vector<double>(dx, dx + 9) == std::vector<double>{1, 2, 0, 3, 6, 4, 0, 6, 8});
  conv2d_backward_weight(g, x, dy, dw, dbias);
  CHECK(std::vector<double>(dw, dw + 4) == std::vector<double>{8, 11, 17, 20});
  CHECK(dbias[0] == 3);
}

TEST_CASE("conv2d: usual geometries") {
  Rng rng;
  compare(geometry(2, 1, 28, 28, 16, 3, 3, 1, 1, 1, 1), rng);
  compare(geometry(3, 16, 14, 14, 32, 3, 3, 1, 1, 1, 1), rng);
  compare(geometry(2, 3, 32, 32, 8, 5, 5, 1, 1, 2, 2), rng);
  compare(geometry(2, 32, 8, 8, 33, 3, 3, 1, 1, 1, 1), rng);     // K over one block
  compare(geometry(9, 17, 9, 11, 21, 3, 3, 1, 1, 1, 0), rng);    // Winograd's tiles do not fit, in any way
  compare(geometry(32, 64, 8, 8, 64, 3, 3, 1, 1, 1, 1), rng, 3e-6);  // the worst of 131072 results by Winograd
  compare(geometry(9, 5, 4, 4, 17, 3, 3, 1, 1, 1, 1), rng);      // more images than groups of them
  compare(geometry(2, 8, 9, 9, 16, 3, 3, 2, 2, 1, 1), rng);      // strided
  compare(geometry(2, 8, 9, 10, 12, 1, 1, 2, 2), rng);           // strided pointwise: most of dx is zero
  compare(geometry(2, 20, 7, 7, 40, 1, 1), rng);                 // pointwise
  compare(geometry(2, 6, 12, 12, 6, 3, 3, 1, 1, 1, 1, 1, 1, 6), rng);  // depthwise
  compare(geometry(2, 5, 30, 33, 5, 5, 5, 1, 1, 2, 2, 1, 1, 5), rng);
  compare(geometry(2, 6, 12, 12, 12, 3, 3, 2, 2, 1, 1, 1, 1, 3), rng);
  compare(geometry(1, 4, 20, 20, 5, 3, 3, 1, 1, 4, 4, 4, 4), rng);  // dilated
  compare(geometry(1, 2, 5, 6, 3, 1, 1, 1, 1, 2, 3), rng);          // padding beyond the kernel
  compare(geometry(1, 40, 70, 70, 3, 3, 3, 1, 1, 1, 1), rng);       // several bands
}

TEST_CASE("conv2d: weights packed ahead, with bias, residual and ReLU") {
  Rng rng;
  for (const Conv2d& g :
       {geometry(2, 1, 28, 28, 16, 3, 3, 1, 1, 1, 1), geometry(3, 16, 14, 14, 32, 3, 3, 1, 1, 1, 1), geometry(1, 16, 32, 32, 16, 3, 3, 1, 1, 1, 1),
        geometry(2, 17, 9, 11, 21, 3, 3, 1, 1, 1, 1), geometry(1, 64, 8, 8, 64, 3, 3, 1, 1, 1, 1), geometry(2, 32, 7, 7, 40, 3, 3, 1, 1, 2, 0),
        geometry(2, 16, 16, 16, 32, 3, 3, 2, 2, 1, 1), geometry(2, 20, 7, 7, 40, 1, 1), geometry(2, 16, 8, 8, 32, 1, 1, 2, 2),
        geometry(2, 6, 12, 12, 6, 3, 3, 1, 1, 1, 1, 1, 1, 6), geometry(2, 32, 8, 8, 32, 3, 3, 1, 1, 1, 1, 1, 1, 2)}) {
    CAPTURE(g.C); CAPTURE(g.O); CAPTURE(g.H); CAPTURE(g.KH); CAPTURE(g.stride_h); CAPTURE(g.groups);
    Data d(g, rng);
    const auto residual = rng.vector(static_cast<std::int64_t>(d.y.size()));
    std::vector<float> packed(static_cast<std::size_t>(conv2d_packed_size(g)));
    conv2d_pack(g, d.w.data(), packed.data());
    const auto x = wide(d.x), w = wide(d.w), bias = wide(d.bias);
    std::vector<double> sum(d.y.size());
    conv2d_forward(g, x.data(), w.data(), bias.data(), sum.data());
    const double terms = static_cast<double>(g.KH * g.KW * g.C / g.groups);
    for (int t = 0; t < 4; ++t) {
      CAPTURE(t);
      conv2d_packed(g, d.x.data(), packed.data(), {d.bias.data(), t & 1 ? residual.data() : nullptr, t & 2 ? Activation::relu : Activation::none}, d.y.data());
      std::vector<double> want = sum;
      for (std::size_t i = 0; i < want.size(); ++i) {
        if (t & 1) want[i] += residual[i];
        if (t & 2) want[i] = std::max(0.0, want[i]);
      }
      CHECK(distance(d.y, want, terms) < 4e-6);  // Winograd's transforms cost a few bits
    }
  }
}

TEST_CASE("conv2d: random geometries") {
  Rng rng;
  int done = 0;
  while (done < 120) {
    const std::int64_t groups = rng.below(4) == 0 ? 1 + rng.below(3) : 1;
    const Conv2d g = geometry(1 + rng.below(3), groups * (1 + rng.below(5)), 1 + rng.below(20), 1 + rng.below(37), groups * (1 + rng.below(19)),
                              1 + rng.below(4), 1 + rng.below(5), 1 + rng.below(3), 1 + rng.below(3), rng.below(4), rng.below(4),
                              1 + rng.below(3), 1 + rng.below(3), groups);
    if (g.H + 2 * g.pad_h < g.dil_h * (g.KH - 1) + 1 || g.W + 2 * g.pad_w < g.dil_w * (g.KW - 1) + 1) continue;
    compare(g, rng);
    ++done;
  }
}

TEST_CASE("conv2d: no images") {
  const Conv2d g = geometry(0, 2, 5, 5, 3, 3, 3);
  std::vector<float> w(54, 1.0f), dw(54, 9.0f), dbias(3, 9.0f);
  conv2d_forward(g, nullptr, w.data(), nullptr, nullptr);
  conv2d_backward_input(g, nullptr, w.data(), nullptr);
  conv2d_backward_weight(g, nullptr, nullptr, dw.data(), dbias.data());
  CHECK(dw == std::vector<float>(54, 0.0f));
  CHECK(dbias == std::vector<float>(3, 0.0f));
}

TEST_CASE("conv2d: same bits on one and two threads") {
  Rng rng;
  const int threads = num_threads();
  for (const Conv2d& g : {geometry(20, 16, 14, 14, 32, 3, 3, 1, 1, 1, 1), geometry(1, 24, 30, 30, 40, 3, 3, 1, 1, 1, 1),
                          geometry(5, 8, 16, 16, 70, 3, 3, 2, 2, 1, 1)}) {
    Data one(g, rng);
    Data two = one;
    set_num_threads(1);
    one.run(g);
    set_num_threads(2);
    two.run(g);
    CHECK(one.y == two.y);
    CHECK(one.dx == two.dx);
    CHECK(one.dw == two.dw);
    CHECK(one.dbias == two.dbias);
  }
  set_num_threads(threads);
}
