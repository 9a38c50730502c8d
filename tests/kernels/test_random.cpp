#include "kernels/random.h"

#include "near.h"

using namespace wick::kernels;

TEST_CASE("philox: known answers of Random123") {
  struct {
    std::uint32_t counter[4], key[2], want[4];
  } rows[] = {
      {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
      {{~0u, ~0u, ~0u, ~0u}, {~0u, ~0u}, {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
      {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}, {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
  };
  for (auto& r : rows) {
    philox_rounds(r.counter, r.key[0], r.key[1]);
    for (int i = 0; i < 4; ++i) CHECK(r.counter[i] == r.want[i]);
  }
  std::uint32_t w[4];
  philox_block({0, 0}, w);
  CHECK(w[3] == 0x9b00dbd8);
}

TEST_CASE("uniform, normal, dropout follow the stream for every size and counter") {
  // The low counter word wraps around inside the second and third.
  for (const std::uint64_t counter : {std::uint64_t{0}, std::uint64_t{0xfffffffe}, std::uint64_t{0x5fffffff3}}) {
    for (std::int64_t n : near::sizes()) {
      CAPTURE(counter);
      CAPTURE(n);
      const PhiloxState s{0x0123456789abcdef, counter};
      near::Numbers numbers(1);
      const auto x = numbers.list(n, 1, 2);
      const std::vector<double> xd(x.begin(), x.end());
      near::Guarded<float> u(n), z(n), d(n);
      near::Guarded<double> ud(n), zd(n), dd(n);
      uniform(s, u.data(), n, -1, 3);
      uniform(s, ud.data(), n, -1, 3);
      normal(s, z.data(), n, 0.5, 2);
      normal(s, zd.data(), n, 0.5, 2);
      dropout(s, x.data(), d.data(), n, 0.3);
      dropout(s, xd.data(), dd.data(), n, 0.3);
      bool ok = u.intact() && z.intact() && d.intact();
      for (std::int64_t i = 0; i < n; ++i) {
        std::uint32_t w[4];
        philox_block({s.key, s.counter + static_cast<std::uint64_t>(i / 4)}, w);
        const double v = (w[i % 4] >> 8) * 0x1p-24;
        const std::int64_t pair = i % 4 & 2;
        const double r = std::sqrt(-2 * std::log(1 - (w[pair] >> 8) * 0x1p-24)), t = 6.283185307179586 * ((w[pair + 1] >> 8) * 0x1p-24);
        const double want = 0.5 + 2 * r * (i % 2 ? std::sin(t) : std::cos(t));
        ok = ok && near::close(u[i], -1 + 4 * v, 1e-6, 1e-6) && ud[i] == -1 + 4 * v;
        ok = ok && near::close(z[i], want, 1e-6, 2e-6) && near::close(zd[i], want, 1e-12, 1e-12);
        const double kept = v >= 0.3 ? xd[static_cast<std::size_t>(i)] / 0.7 : 0;
        ok = ok && near::close(d[i], kept, 1e-6, 0) && near::close(dd[i], kept, 1e-12, 0);
      }
      CHECK(ok);
    }
  }
}

TEST_CASE("random fills: moments, pieces, edges") {
  const std::int64_t n = 300000;
  std::vector<float> y(static_cast<std::size_t>(n)), tail(y);
  normal({1, 0}, y.data(), n, 0, 1);
  double m = 0, q = 0;
  for (float v : y) m += v, q += static_cast<double>(v) * v;
  CHECK(std::fabs(m / n) < 0.01);
  CHECK(std::fabs(q / n - 1) < 0.01);
  // A fill that starts later continues the same stream.
  normal({1, 25000}, tail.data(), n - 100000, 0, 1);
  CHECK(std::memcmp(tail.data(), y.data() + 100000, 200000 * sizeof(float)) == 0);
  uniform({2, 0}, y.data(), n, 0, 1);
  double lo = 1, hi = 0;
  for (float v : y) lo = std::min<double>(lo, v), hi = std::max<double>(hi, v);
  CHECK(lo >= 0);
  CHECK(hi < 1);
  std::vector<float> ones(static_cast<std::size_t>(n), 1.0f);
  dropout({3, 0}, ones.data(), y.data(), n, 0.25);
  std::int64_t kept = 0;
  for (float v : y) kept += v != 0;
  CHECK(std::fabs(static_cast<double>(kept) / n - 0.75) < 0.005);
  dropout({3, 0}, ones.data(), y.data(), 100, 1);
  for (int i = 0; i < 100; ++i) CHECK(y[static_cast<std::size_t>(i)] == 0);
  dropout({3, 0}, ones.data(), y.data(), 100, 0);
  for (int i = 0; i < 100; ++i) CHECK(y[static_cast<std::size_t>(i)] == 1);
}
