#include "kernels/norm.h"

#include "near.h"

using namespace wick::kernels;
using near::close;

namespace {

template <class T>
std::vector<double> widen(const std::vector<T>& v) {
  return std::vector<double>(v.begin(), v.end());
}
/// Largest distance between float and double results, relative to 1 + |want|; -1 if a guard was hit.
double distance(const near::Guarded<float>& y, const near::Guarded<double>& want, std::int64_t n) {
  if (!y.intact() || !want.intact()) return -1;
  double worst = 0;
  for (std::int64_t i = 0; i < n; ++i) worst = std::max(worst, std::fabs(y[i] - want[i]) / (1 + std::fabs(want[i])));
  return worst;
}
bool within(double d, double bound) { return d >= 0 && d <= bound; }

}  // namespace

TEST_CASE("batch norm: float against double, double against central differences") {
  struct Row {
    std::int64_t N, C, S;
  };
  std::vector<Row> rows = {{4, 3, 784}, {2, 5, 49}, {64, 33, 1}, {300, 7, 1}, {3, 130, 1}, {5, 2, 5000}, {1, 1, 1}};
  for (std::int64_t s : near::sizes()) {
    if (s > 0) rows.push_back({3, 2, s});
  }
  for (const Row& r : rows) {
    CAPTURE(r.N);
    CAPTURE(r.C);
    CAPTURE(r.S);
    const std::int64_t n = r.N * r.C * r.S;
    near::Numbers numbers(static_cast<std::uint64_t>(n));
    const auto x = numbers.list(n, -1, 3), dy = numbers.list(n), w = numbers.list(r.C, 0.5, 2), b = numbers.list(r.C);
    const auto xd = widen(x), dyd = widen(dy), wd = widen(w), bd = widen(b);
    near::Guarded<float> mean(r.C), var(r.C), y(n);
    near::Guarded<double> meand(r.C), vard(r.C), yd(n);
    near::Guarded<float> trained(n);
    batch_norm_train(x.data(), r.N, r.C, r.S, 1e-5, w.data(), b.data(), mean.data(), var.data(), trained.data());
    batch_norm_train(xd.data(), r.N, r.C, r.S, 1e-5, wd.data(), bd.data(), meand.data(), vard.data(), yd.data());
    CHECK((trained.intact() && mean.intact() && var.intact()));
    CHECK(within(distance(mean, meand, r.C), 1e-6));
    CHECK(within(distance(var, vard, r.C), 2e-6));
    for (std::int64_t c = 0; c < r.C; ++c) {
      double m = 0, q = 0;
      const double count = static_cast<double>(r.N * r.S);
      for (std::int64_t i = 0; i < n; ++i) m += i / r.S % r.C == c ? xd[static_cast<std::size_t>(i)] / count : 0;
      for (std::int64_t i = 0; i < n; ++i) q += i / r.S % r.C == c ? (xd[static_cast<std::size_t>(i)] - m) * (xd[static_cast<std::size_t>(i)] - m) / count : 0;
      CHECK(close(meand[c], m, 1e-10, 1e-10));
      CHECK(close(vard[c], q, 1e-10, 1e-10));
    }
    for (const bool affine : {true, false}) {
      batch_norm_apply(x.data(), r.N, r.C, r.S, mean.data(), var.data(), 1e-5, affine ? w.data() : nullptr, affine ? b.data() : nullptr, y.data());
      batch_norm_apply(xd.data(), r.N, r.C, r.S, meand.data(), vard.data(), 1e-5, affine ? wd.data() : nullptr, affine ? bd.data() : nullptr, yd.data());
      if (r.N * r.S > 1) CHECK(within(distance(y, yd, n), 1e-4));
      bool same = true;
      for (std::int64_t i = 0; affine && i < n; ++i) same = same && y[i] == trained[i];
      CHECK(same);
      for (std::int64_t i = 0; i < n; ++i) {
        const std::int64_t c = i / r.S % r.C;
        const double u = (xd[static_cast<std::size_t>(i)] - meand[c]) / std::sqrt(vard[c] + 1e-5);
        if (!close(yd[i], affine ? u * wd[static_cast<std::size_t>(c)] + bd[static_cast<std::size_t>(c)] : u, 1e-10, 1e-10)) FAIL("apply");
      }
    }
    if (r.N * r.S < 4) continue;
    for (const bool training : {true, false}) {
      near::Guarded<float> dx(n), dw(r.C), db(r.C);
      near::Guarded<double> dxd(n), dwd(r.C), dbd(r.C);
      batch_norm_backward(dy.data(), x.data(), r.N, r.C, r.S, mean.data(), var.data(), 1e-5, w.data(), training, dx.data(), dw.data(), db.data());
      batch_norm_backward(dyd.data(), xd.data(), r.N, r.C, r.S, meand.data(), vard.data(), 1e-5, wd.data(), training, dxd.data(), dwd.data(), dbd.data());
      CHECK(within(distance(dx, dxd, n), 2e-5));
      CHECK(within(distance(dw, dwd, r.C), 2e-5));
      CHECK(within(distance(db, dbd, r.C), 2e-5));
      // d/dx_i sum(dy y) by central differences for one element.
      auto shifted = xd;
      const std::size_t at = static_cast<std::size_t>(n / 2);
      const double h = 1e-4;
      double ends[2];
      for (const int side : {0, 1}) {
        shifted[at] = xd[at] + (side ? h : -h);
        near::Guarded<double> m2(meand), v2(vard), y2(n);
        if (training) batch_norm_train(shifted.data(), r.N, r.C, r.S, 1e-5, wd.data(), bd.data(), m2.data(), v2.data(), y2.data());
        if (!training) batch_norm_apply(shifted.data(), r.N, r.C, r.S, m2.data(), v2.data(), 1e-5, wd.data(), bd.data(), y2.data());
        ends[side] = 0;
        for (std::int64_t i = 0; i < n; ++i) ends[side] += y2[i] * dyd[static_cast<std::size_t>(i)];
      }
      CHECK(close(dxd[static_cast<std::int64_t>(at)], (ends[1] - ends[0]) / (2 * h), 1e-4, 1e-5));
      // Each output may be left out.
      near::Guarded<float> only(n);
      batch_norm_backward(dy.data(), x.data(), r.N, r.C, r.S, mean.data(), var.data(), 1e-5, w.data(), training, only.data(), nullptr, nullptr);
      batch_norm_backward(dy.data(), x.data(), r.N, r.C, r.S, mean.data(), var.data(), 1e-5, w.data(), training, nullptr, dw.data(), nullptr);
      bool same = only.intact();
      for (std::int64_t i = 0; i < n; ++i) same = same && only[i] == dx[i];
      CHECK(same);
    }
  }
}

TEST_CASE("batch norm: channels far from zero, constant, with NaN, and planes far from each other") {
  const std::int64_t N = 6, C = 5;
  for (const std::int64_t S : {4, 64, 784, 3000}) {
    CAPTURE(S);
    near::Numbers numbers(static_cast<std::uint64_t>(S));
    auto x = numbers.list(N * C * S, -1, 1);
    for (std::int64_t n = 0; n < N; ++n)
      for (std::int64_t i = 0; i < S; ++i) {
        float* const at = x.data() + n * C * S + i;
        at[0] += 1000;
        at[S] = 0.1f;
        at[2 * S] += static_cast<float>(n % 3 * 1000);
        at[3 * S] = n == 0 ? 0.0f : at[3 * S] + 100.0f;  // the first plane says nothing of the others
        if (n == N - 1 && i == S - 1) at[4 * S] = std::nanf("");
      }
    const auto xd = widen(x);
    near::Guarded<float> mean(C), var(C), y(N * C * S);
    near::Guarded<double> meand(C), vard(C), yd(N * C * S);
    batch_norm_train(x.data(), N, C, S, 1e-5, nullptr, nullptr, mean.data(), var.data(), y.data());
    batch_norm_train(xd.data(), N, C, S, 1e-5, nullptr, nullptr, meand.data(), vard.data(), yd.data());
    CHECK((mean.intact() && var.intact() && y.intact()));
    for (const std::int64_t c : {0, 2, 3}) {
      CHECK(mean[c] == doctest::Approx(meand[c]).epsilon(1e-6));
      CHECK(var[c] == doctest::Approx(vard[c]).epsilon(2e-6));
    }
    CHECK(mean[1] == 0.1f);
    CHECK((var[1] >= 0 && var[1] < 1e-15));
    CHECK((mean[4] != mean[4] && var[4] != var[4]));
  }
}

TEST_CASE("layer norm: rows far from zero, constant and with NaN, in place, in rows of any number") {
  for (const std::int64_t n : {16, 48, 128, 2048, 2064}) {
    for (const std::int64_t rows : {1, 2, 3, 9}) {
      CAPTURE(n);
      CAPTURE(rows);
      const std::int64_t total = rows * n;
      near::Numbers numbers(static_cast<std::uint64_t>(n));
      auto x = numbers.list(total, 999, 1001);
      const auto w = numbers.list(n, 0.5, 2), b = numbers.list(n);
      for (std::int64_t i = 0; i < n; ++i) {
        if (rows > 1) x[static_cast<std::size_t>(n + i)] = 3.1f;
        if (rows > 2) x[static_cast<std::size_t>(2 * n + i)] -= 1000;
      }
      const auto xd = widen(x), wd = widen(w), bd = widen(b);
      near::Guarded<float> y(total), mean(rows), rstd(rows);
      near::Guarded<double> yd(total), meand(rows), rstdd(rows);
      layer_norm(x.data(), rows, n, w.data(), b.data(), 1e-5, y.data(), mean.data(), rstd.data());
      layer_norm(xd.data(), rows, n, wd.data(), bd.data(), 1e-5, yd.data(), meand.data(), rstdd.data());
      CHECK(within(distance(y, yd, total), 2e-3));  // a mean of 1000 in float
      CHECK(within(distance(mean, meand, rows), 1e-3));
      if (rows > 1) CHECK(rstd[1] == doctest::Approx(1 / std::sqrt(1e-5)).epsilon(1e-4));
      CHECK(rstd[0] == doctest::Approx(rstdd[0]).epsilon(1e-5));
      CHECK(rstd[rows - 1] == doctest::Approx(rstdd[rows - 1]).epsilon(1e-4));
      auto in_place = x;
      layer_norm(in_place.data(), rows, n, w.data(), b.data(), 1e-5, in_place.data(), mean.data(), rstd.data());
      bool same = mean.intact() && rstd.intact();
      for (std::int64_t i = 0; i < total; ++i) same = same && in_place[static_cast<std::size_t>(i)] == y[i];
      CHECK(same);
      x[static_cast<std::size_t>(n - 1)] = std::nanf("");
      layer_norm(x.data(), rows, n, w.data(), b.data(), 1e-5, y.data(), mean.data(), rstd.data());
      CHECK(y[0] != y[0]);
      if (rows > 1) CHECK(y[n] == in_place[static_cast<std::size_t>(n)]);
    }
  }
}

TEST_CASE("layer norm: gradients of rows far from zero") {
  for (const std::int64_t n : {12, 16, 48, 528}) {
    CAPTURE(n);
    const std::int64_t rows = 131, total = rows * n;
    near::Numbers numbers(static_cast<std::uint64_t>(n));
    const auto x = numbers.list(total, 99, 101), dy = numbers.list(total), w = numbers.list(n, 0.5, 2), b = numbers.list(n);
    const auto xd = widen(x), dyd = widen(dy), wd = widen(w), bd = widen(b);
    near::Guarded<float> y(total), mean(rows), rstd(rows), dx(total), dw(n), db(n);
    near::Guarded<double> yd(total), meand(rows), rstdd(rows), dxd(total), dwd(n), dbd(n);
    layer_norm(x.data(), rows, n, w.data(), b.data(), 1e-5, y.data(), mean.data(), rstd.data());
    layer_norm(xd.data(), rows, n, wd.data(), bd.data(), 1e-5, yd.data(), meand.data(), rstdd.data());
    layer_norm_backward(dy.data(), x.data(), rows, n, mean.data(), rstd.data(), w.data(), dx.data(), dw.data(), db.data());
    layer_norm_backward(dyd.data(), xd.data(), rows, n, meand.data(), rstdd.data(), wd.data(), dxd.data(), dwd.data(), dbd.data());
    CHECK(within(distance(dx, dxd, total), 1e-4));
    CHECK(within(distance(dw, dwd, n), 5e-4));
    CHECK(within(distance(db, dbd, n), 1e-5));
  }
}

TEST_CASE("layer norm: float against double, double against central differences") {
  std::vector<std::int64_t> widths = near::sizes();
  widths.push_back(5000);
  for (std::int64_t n : widths) {
    if (n < 2) continue;
    CAPTURE(n);
    const std::int64_t rows = n == 7 ? 700 : 3, total = rows * n;
    near::Numbers numbers(static_cast<std::uint64_t>(n));
    const auto x = numbers.list(total, -1, 3), dy = numbers.list(total), w = numbers.list(n, 0.5, 2), b = numbers.list(n);
    const auto xd = widen(x), dyd = widen(dy), wd = widen(w), bd = widen(b);
    near::Guarded<float> y(total), mean(rows), rstd(rows), dx(total), dw(n), db(n);
    near::Guarded<double> yd(total), meand(rows), rstdd(rows), dxd(total), dwd(n), dbd(n);
    const double eps = 1e-3;
    layer_norm(x.data(), rows, n, w.data(), b.data(), eps, y.data(), mean.data(), rstd.data());
    layer_norm(xd.data(), rows, n, wd.data(), bd.data(), eps, yd.data(), meand.data(), rstdd.data());
    CHECK(within(distance(y, yd, total), 1e-4));
    CHECK(within(distance(mean, meand, rows), 1e-6));
    CHECK(within(distance(rstd, rstdd, rows), 1e-3));
    layer_norm_backward(dy.data(), x.data(), rows, n, mean.data(), rstd.data(), w.data(), dx.data(), dw.data(), db.data());
    layer_norm_backward(dyd.data(), xd.data(), rows, n, meand.data(), rstdd.data(), wd.data(), dxd.data(), dwd.data(), dbd.data());
    CHECK(within(distance(dx, dxd, total), n < 4 ? 1e-2 : 1e-4));  // two nearly equal elements: rstd is ill-conditioned
    CHECK(within(distance(dw, dwd, n), 1e-4));
    CHECK(within(distance(db, dbd, n), 1e-5));
    auto shifted = xd;
    const std::size_t at = static_cast<std::size_t>(n + n / 2);
    const double h = 1e-5;
    double ends[2];
    for (const int side : {0, 1}) {
      shifted[at] = xd[at] + (side ? h : -h);
      near::Guarded<double> y2(total), m2(rows), r2(rows);
      layer_norm(shifted.data(), rows, n, wd.data(), bd.data(), eps, y2.data(), m2.data(), r2.data());
      ends[side] = 0;
      for (std::int64_t i = 0; i < total; ++i) ends[side] += y2[i] * dyd[static_cast<std::size_t>(i)];
    }
    CHECK(close(dxd[static_cast<std::int64_t>(at)], (ends[1] - ends[0]) / (2 * h), 1e-3, 1e-4));
    layer_norm(x.data(), rows, n, nullptr, nullptr, eps, y.data(), mean.data(), rstd.data());
    layer_norm(xd.data(), rows, n, static_cast<const double*>(nullptr), nullptr, eps, yd.data(), meand.data(), rstdd.data());
    CHECK(within(distance(y, yd, total), 1e-4));
    layer_norm_backward(dy.data(), x.data(), rows, n, mean.data(), rstd.data(), nullptr, dx.data(), nullptr, nullptr);
    CHECK(dx.intact());
  }
}
