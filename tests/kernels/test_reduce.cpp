#include "kernels/reduce.h"

#include "near.h"

using namespace wick::kernels;
using near::close;
using near::kInf;
using near::kNan;

namespace {

struct Sizes {
  std::int64_t outer, n, inner;
};
/// Vector edges in n and in inner, and sizes that are cut into several pieces.
std::vector<Sizes> all_sizes() {
  std::vector<Sizes> list;
  for (std::int64_t n : near::sizes()) list.push_back({2, n, 1});
  for (std::int64_t inner : near::sizes()) list.push_back({2, 3, inner});
  for (const Sizes& s : {Sizes{1, 300, 5}, {1, 200003, 1}, {1, 70000, 3}, {1, 1000, 700}, {300, 7, 2}, {3, 5000, 1}, {600, 3, 1}}) list.push_back(s);
  return list;
}

template <class F>
std::vector<double> over_axis(const Sizes& s, const F& f) {
  std::vector<double> out;
  for (std::int64_t o = 0; o < s.outer; ++o) {
    for (std::int64_t j = 0; j < s.inner; ++j) {
      out.push_back(f([&](std::int64_t i) { return static_cast<std::size_t>((o * s.n + i) * s.inner + j); }));
    }
  }
  return out;
}
template <class T>
bool matches(const near::Guarded<T>& y, const std::vector<double>& want, double rel, double abs) {
  bool ok = y.intact();
  for (std::size_t i = 0; i < want.size(); ++i) ok = ok && close(static_cast<double>(y[static_cast<std::int64_t>(i)]), want[i], rel, abs);
  return ok;
}

}  // namespace

TEST_CASE("reduce: sums, means, extremes against double") {
  for (const Sizes& s : all_sizes()) {
    CAPTURE(s.outer);
    CAPTURE(s.n);
    CAPTURE(s.inner);
    near::Numbers numbers(static_cast<std::uint64_t>(s.n + s.inner));
    const auto x = numbers.list(s.outer * s.n * s.inner);
    const std::vector<double> xd(x.begin(), x.end());
    const std::int64_t m = s.outer * s.inner;
    const double scale = std::sqrt(static_cast<double>(s.n)) + 1;
    for (const Reduce op : {Reduce::sum, Reduce::mean, Reduce::sum_of_squares, Reduce::max, Reduce::min}) {
      if (s.n == 0 && (op == Reduce::max || op == Reduce::min)) continue;
      CAPTURE(static_cast<int>(op));
      near::Guarded<float> y(m);
      near::Guarded<double> yd(m);
      reduce(op, x.data(), s.outer, s.n, s.inner, y.data());
      reduce(op, xd.data(), s.outer, s.n, s.inner, yd.data());
      const auto want = over_axis(s, [&](const auto& at) {
        double a = op == Reduce::max ? -1e9 : op == Reduce::min ? 1e9 : 0;
        for (std::int64_t i = 0; i < s.n; ++i) {
          const double v = xd[at(i)];
          a = op == Reduce::max ? std::max(a, v) : op == Reduce::min ? std::min(a, v) : a + (op == Reduce::sum_of_squares ? v * v : v);
        }
        return op == Reduce::mean ? a / static_cast<double>(s.n) : a;
      });
      CHECK(matches(y, want, 3e-7, op == Reduce::mean ? 1e-6 : 1e-6 * scale));
      CHECK(matches(yd, want, 1e-12, 1e-11));
    }
    near::Guarded<float> var(m), mean(m);
    near::Guarded<double> vard(m), meand(m);
    if (s.n < 2) continue;
    var_mean(x.data(), s.outer, s.n, s.inner, 1, var.data(), mean.data());
    var_mean(xd.data(), s.outer, s.n, s.inner, 1, vard.data(), meand.data());
    const auto want = over_axis(s, [&](const auto& at) {
      double a = 0, q = 0;
      for (std::int64_t i = 0; i < s.n; ++i) a += xd[at(i)] / static_cast<double>(s.n);
      for (std::int64_t i = 0; i < s.n; ++i) q += (xd[at(i)] - a) * (xd[at(i)] - a);
      return q / static_cast<double>(s.n - 1);
    });
    CHECK(matches(var, want, 2e-6, 1e-6));
    CHECK(matches(vard, want, 1e-11, 1e-11));
    CHECK(mean.intact());
  }
}

TEST_CASE("reduce: a long sum keeps float accuracy") {
  const std::int64_t n = 1 << 20;
  std::vector<float> x(static_cast<std::size_t>(n), 0.1f);
  float y = 0;
  reduce(Reduce::sum, x.data(), 1, n, 1, &y);
  CHECK(close(y, static_cast<double>(0.1f) * static_cast<double>(n), 1e-6, 0));
}

TEST_CASE("reduce: NaN, infinities, empty") {
  std::vector<float> x(40, 1.0f);
  float y = 0;
  for (const std::size_t at : {0, 5, 31, 39}) {
    auto z = x;
    z[at] = kNan;
    reduce(Reduce::max, z.data(), 1, 40, 1, &y);
    CHECK(std::isnan(y));
    reduce(Reduce::min, z.data(), 1, 40, 1, &y);
    CHECK(std::isnan(y));
    reduce(Reduce::min, z.data(), 1, 40, 1, &y);
    std::vector<float> columns(20);
    reduce(Reduce::max, z.data(), 1, 2, 20, columns.data());
    CHECK(std::isnan(columns[at % 20]));
    std::int64_t where = -1;
    arg_reduce(true, z.data(), 1, 40, 1, &where);
    CHECK(where == static_cast<std::int64_t>(at));
    arg_reduce(false, z.data(), 1, 40, 1, &where);
    CHECK(where == static_cast<std::int64_t>(at));
  }
  x.assign(40, -kInf);
  reduce(Reduce::max, x.data(), 1, 40, 1, &y);
  CHECK(y == -kInf);
  reduce(Reduce::mean, x.data(), 1, 0, 1, &y);
  CHECK(std::isnan(y));
  reduce(Reduce::sum, x.data(), 1, 0, 1, &y);
  CHECK(y == 0);
}

TEST_CASE("arg_reduce: first of equals") {
  for (const Sizes& s : all_sizes()) {
    if (s.n == 0) continue;
    CAPTURE(s.n);
    CAPTURE(s.inner);
    near::Numbers numbers(3);
    std::vector<float> x(static_cast<std::size_t>(s.outer * s.n * s.inner));
    for (float& v : x) v = static_cast<float>(numbers.next() % 9);
    const std::vector<double> xd(x.begin(), x.end());
    for (const bool largest : {true, false}) {
      near::Guarded<std::int64_t> y(s.outer * s.inner), yd(s.outer * s.inner);
      arg_reduce(largest, x.data(), s.outer, s.n, s.inner, y.data());
      arg_reduce(largest, xd.data(), s.outer, s.n, s.inner, yd.data());
      const auto want = over_axis(s, [&](const auto& at) {
        std::int64_t best = 0;
        for (std::int64_t i = 1; i < s.n; ++i) {
          if (largest ? x[at(i)] > x[at(best)] : x[at(i)] < x[at(best)]) best = i;
        }
        return static_cast<double>(best);
      });
      CHECK(matches(y, want, 0, 0));
      CHECK(matches(yd, want, 0, 0));
    }
  }
}

TEST_CASE("softmax and log_softmax, forward and backward") {
  for (std::int64_t n : near::sizes()) {
    if (n == 0) continue;
    CAPTURE(n);
    const std::int64_t rows = 3;
    near::Numbers numbers(static_cast<std::uint64_t>(n));
    const auto x = numbers.list(rows * n, -20, 20), dy = numbers.list(rows * n);
    const std::vector<double> xd(x.begin(), x.end()), dyd(dy.begin(), dy.end());
    near::Guarded<float> y(rows * n), l(rows * n), dx(rows * n), dl(rows * n);
    near::Guarded<double> yd(rows * n), ld(rows * n), dxd(rows * n), dld(rows * n);
    softmax(x.data(), rows, n, y.data());
    softmax(xd.data(), rows, n, yd.data());
    log_softmax(x.data(), rows, n, l.data());
    log_softmax(xd.data(), rows, n, ld.data());
    softmax_grad(dy.data(), y.data(), rows, n, dx.data());
    softmax_grad(dyd.data(), yd.data(), rows, n, dxd.data());
    log_softmax_grad(dy.data(), l.data(), rows, n, dl.data());
    log_softmax_grad(dyd.data(), ld.data(), rows, n, dld.data());
    bool ok = y.intact() && l.intact() && dx.intact() && dl.intact();
    for (std::int64_t r = 0; r < rows; ++r) {
      double sum = 0, dot = 0, total = 0;
      for (std::int64_t i = r * n; i < (r + 1) * n; ++i) sum += std::exp(xd[static_cast<std::size_t>(i)]);
      for (std::int64_t i = r * n; i < (r + 1) * n; ++i) {
        dot += dyd[static_cast<std::size_t>(i)] * std::exp(xd[static_cast<std::size_t>(i)]) / sum;
        total += dyd[static_cast<std::size_t>(i)];
      }
      for (std::int64_t i = r * n; i < (r + 1) * n; ++i) {
        const double p = std::exp(xd[static_cast<std::size_t>(i)]) / sum, g = dyd[static_cast<std::size_t>(i)];
        ok = ok && close(y[i], p, 1e-6, 1e-12) && close(yd[i], p, 1e-12, 1e-15);
        ok = ok && close(l[i], std::log(p), 1e-6, 1e-6) && close(ld[i], std::log(p), 1e-12, 1e-12);
        ok = ok && close(dx[i], p * (g - dot), 1e-5, 1e-6) && close(dxd[i], p * (g - dot), 1e-10, 1e-12);
        ok = ok && close(dl[i], g - p * total, 1e-5, 1e-5) && close(dld[i], g - p * total, 1e-10, 1e-10);
      }
    }
    CHECK(ok);
  }
  const float x[3] = {-kInf, 0, 0};
  float y[3];
  softmax(x, 1, 3, y);
  CHECK(y[0] == 0);
  CHECK(y[1] == 0.5f);
  const float bad[3] = {kNan, 0, 1};
  softmax(bad, 1, 3, y);
  CHECK(std::isnan(y[2]));
  const float none[3] = {-kInf, -kInf, -kInf};  // as PyTorch: no probability to give
  softmax(none, 1, 3, y);
  CHECK(std::isnan(y[0]));
}
