#include "kernels/optim.h"

#include "near.h"

using namespace wick::kernels;
using near::close;

TEST_CASE("sgd_step: as PyTorch's single-tensor code") {
  for (std::int64_t n : near::sizes()) {
    for (const int variant : {0, 1, 2, 3, 4}) {
      CAPTURE(n);
      CAPTURE(variant);
      Sgd o{0.1, variant > 0 ? 0.9 : 0, variant == 3 ? 0.2 : 0, variant > 1 ? 0.01 : 0, variant == 2, variant == 4, true};
      near::Numbers numbers(static_cast<std::uint64_t>(n));
      auto w0 = numbers.list(n);
      near::Guarded<float> w(w0), buf(n);
      near::Guarded<double> wd(std::vector<double>(w0.begin(), w0.end())), bufd(n);
      std::vector<double> rw(w0.begin(), w0.end()), rb(w0.size());
      for (int step = 0; step < 3; ++step, o.first = false) {
        const auto g = numbers.list(n);
        const std::vector<double> gd(g.begin(), g.end());
        sgd_step(o, w.data(), g.data(), o.momentum != 0 ? buf.data() : nullptr, n);
        sgd_step(o, wd.data(), gd.data(), o.momentum != 0 ? bufd.data() : nullptr, n);
        for (std::size_t i = 0; i < rw.size(); ++i) {
          double d = o.maximize ? -gd[i] : gd[i];
          d += o.weight_decay * rw[i];
          if (o.momentum != 0) {
            rb[i] = step == 0 ? d : o.momentum * rb[i] + (1 - o.dampening) * d;
            d = o.nesterov ? d + o.momentum * rb[i] : rb[i];
          }
          rw[i] -= o.lr * d;
        }
      }
      bool ok = w.intact() && buf.intact();
      for (std::int64_t i = 0; i < n; ++i) ok = ok && close(w[i], rw[static_cast<std::size_t>(i)], 1e-6, 1e-6) && close(wd[i], rw[static_cast<std::size_t>(i)], 1e-12, 1e-12);
      CHECK(ok);
    }
  }
}

TEST_CASE("adam_step: Adam, AdamW, amsgrad, maximize") {
  for (std::int64_t n : near::sizes()) {
    for (const int variant : {0, 1, 2, 3, 4}) {
      CAPTURE(n);
      CAPTURE(variant);
      Adam o{0.01, 0.9, 0.999, 1e-8, variant > 0 ? 0.1 : 0, variant == 2, variant == 3, variant == 4, 0};
      near::Numbers numbers(static_cast<std::uint64_t>(n + 1));
      auto w0 = numbers.list(n);
      near::Guarded<float> w(w0), m(n, 0), v(n, 0), big(n, 0);
      near::Guarded<double> wd(std::vector<double>(w0.begin(), w0.end())), md(n, 0), vd(n, 0), bigd(n, 0);
      std::vector<double> rw(w0.begin(), w0.end()), rm(rw.size()), rv(rw.size()), rb(rw.size());
      for (o.step = 1; o.step <= 4; ++o.step) {
        const auto g = numbers.list(n, -1, 1.0 / static_cast<double>(o.step));
        const std::vector<double> gd(g.begin(), g.end());
        adam_step(o, w.data(), g.data(), m.data(), v.data(), o.amsgrad ? big.data() : nullptr, n);
        adam_step(o, wd.data(), gd.data(), md.data(), vd.data(), o.amsgrad ? bigd.data() : nullptr, n);
        for (std::size_t i = 0; i < rw.size(); ++i) {
          double d = o.maximize ? -gd[i] : gd[i];
          if (o.decoupled) rw[i] -= o.lr * o.weight_decay * rw[i];
          else d += o.weight_decay * rw[i];
          rm[i] = o.beta1 * rm[i] + (1 - o.beta1) * d;
          rv[i] = o.beta2 * rv[i] + (1 - o.beta2) * d * d;
          rb[i] = std::max(rb[i], rv[i]);
          const double mh = rm[i] / (1 - std::pow(o.beta1, static_cast<double>(o.step)));
          const double vh = (o.amsgrad ? rb[i] : rv[i]) / (1 - std::pow(o.beta2, static_cast<double>(o.step)));
          rw[i] -= o.lr * mh / (std::sqrt(vh) + o.eps);
        }
      }
      bool ok = w.intact() && m.intact() && v.intact() && big.intact();
      for (std::int64_t i = 0; i < n; ++i) ok = ok && close(w[i], rw[static_cast<std::size_t>(i)], 2e-6, 2e-6) && close(wd[i], rw[static_cast<std::size_t>(i)], 1e-10, 1e-10);
      CHECK(ok);
    }
  }
}
