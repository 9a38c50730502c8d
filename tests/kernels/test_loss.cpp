#include "kernels/loss.h"

#include "near.h"

using namespace wick::kernels;
using near::close;

TEST_CASE("cross_entropy: loss and gradient, weights, smoothing, ignored rows") {
  for (std::int64_t n : near::sizes()) {
    if (n == 0) continue;
    for (const int variant : {0, 1, 2, 3}) {
      CAPTURE(n);
      CAPTURE(variant);
      const bool weighted = variant & 1;
      const double s = variant & 2 ? 0.1 : 0;
      const std::int64_t rows = n == 10 ? 37 : 3, ignore = -100;
      near::Numbers numbers(static_cast<std::uint64_t>(n));
      const auto x = numbers.list(rows * n, -10, 10), w = numbers.list(n, 0.5, 2), dloss = numbers.list(rows);
      std::vector<std::int64_t> label(static_cast<std::size_t>(rows));
      for (auto& l : label) l = numbers.next() % n;
      label[1] = ignore;
      const std::vector<double> xd(x.begin(), x.end()), wd(w.begin(), w.end()), dlossd(dloss.begin(), dloss.end());
      near::Guarded<float> loss(rows), lse(rows), dx(rows * n);
      near::Guarded<double> lossd(rows), lsed(rows), dxd(rows * n);
      const std::int64_t step = variant == 3 ? 0 : 1;
      cross_entropy(x.data(), label.data(), weighted ? w.data() : nullptr, rows, n, ignore, s, loss.data(), lse.data());
      cross_entropy(xd.data(), label.data(), weighted ? wd.data() : nullptr, rows, n, ignore, s, lossd.data(), lsed.data());
      cross_entropy_grad(x.data(), label.data(), weighted ? w.data() : nullptr, lse.data(), dloss.data(), step, rows, n, ignore, s, dx.data());
      cross_entropy_grad(xd.data(), label.data(), weighted ? wd.data() : nullptr, lsed.data(), dlossd.data(), step, rows, n, ignore, s, dxd.data());
      bool ok = loss.intact() && lse.intact() && dx.intact() && dxd.intact();
      for (std::int64_t r = 0; r < rows; ++r) {
        const auto at = [&](std::int64_t c) { return xd[static_cast<std::size_t>(r * n + c)]; };
        const auto weight = [&](std::int64_t c) { return weighted ? wd[static_cast<std::size_t>(c)] : 1.0; };
        double sum = 0, all = 0;
        for (std::int64_t c = 0; c < n; ++c) sum += std::exp(at(c));
        const double l = std::log(sum);
        const std::int64_t t = label[static_cast<std::size_t>(r)];
        const bool skip = t == ignore;
        for (std::int64_t c = 0; c < n; ++c) all += weight(c) * (l - at(c));
        const double want = skip ? 0 : weight(t) * (1 - s) * (l - at(t)) + s / static_cast<double>(n) * all;
        ok = ok && close(loss[r], want, 2e-6, 2e-6) && close(lossd[r], want, 1e-12, 1e-12) && close(lse[r], l, 1e-6, 1e-6);
        double weights = 0;
        for (std::int64_t c = 0; c < n; ++c) weights += weight(c);
        for (std::int64_t c = 0; c < n; ++c) {
          const double p = std::exp(at(c) - l), d = dlossd[static_cast<std::size_t>(r * step)];
          const double g = skip ? 0 : d * (weight(t) * (1 - s) * (p - (c == t)) + s / static_cast<double>(n) * (p * weights - weight(c)));
          ok = ok && close(dx[r * n + c], g, 1e-5, 2e-6) && close(dxd[r * n + c], g, 1e-11, 1e-12);
        }
      }
      CHECK(ok);
    }
  }
  const float far[2] = {1000, -1000};  // no overflow, exact zero and a finite loss
  const std::int64_t label[2] = {0, 1};
  float loss[2], lse[2];
  const float x[4] = {far[0], far[1], far[0], far[1]};
  cross_entropy(x, label, nullptr, 2, 2, -100, 0, loss, lse);
  CHECK(loss[0] == 0);
  CHECK(loss[1] == 2000);
}
