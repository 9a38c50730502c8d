// Kernels whose limit is memory. Bytes count each pass that the formula needs: batch normalization must know the mean before
// it can write, so its forward reads x twice and its backward reads x and dy twice.

#include "kernels/copy.h"
#include "kernels/elementwise.h"
#include "kernels/loss.h"
#include "kernels/norm.h"
#include "kernels/optim.h"
#include "kernels/pool.h"
#include "kernels/random.h"
#include "kernels/reduce.h"
#include "suite.h"

namespace wick::bench {
namespace {

using namespace wick::kernels;
using Floats = std::vector<float>;

constexpr std::int64_t kMillion = 1 << 20;

// A kernel that reads `in` arrays and writes `out` arrays of n floats.
template <class F>  // void(const float* a, const float* b, float* y)
void pass(std::vector<Case>& cases, const std::string& name, std::int64_t n, int in, int out, F kernel) {
  cases.push_back({name, Unit::gbytes, 4.0 * static_cast<double>(n * (in + out)),
                   [=] { return [=, a = numbers(n), b = numbers(n), y = numbers(n)]() mutable { kernel(a.data(), b.data(), y.data()); }; }});
}

void elementwise(std::vector<Case>& cases) {
  const struct { const char* name; Unary op; } unaries[] = {
    {"relu", Unary::relu}, {"exp", Unary::exp}, {"log1p", Unary::log1p}, {"tanh", Unary::tanh}, {"sigmoid", Unary::sigmoid},
    {"gelu", Unary::gelu}, {"gelu_tanh", Unary::gelu_tanh}, {"silu", Unary::silu}, {"sin", Unary::sin}, {"sqrt", Unary::sqrt}};
  for (const auto& u : unaries)
    pass(cases, std::string("unary.") + u.name + ".1M", kMillion, 1, 1, [op = u.op](const float* a, const float*, float* y) { unary(op, a, y, kMillion); });
  const struct { const char* name; Binary op; } binaries[] = {
    {"add", Binary::add}, {"mul", Binary::mul}, {"div", Binary::div}, {"relu_grad", Binary::relu_grad}, {"gelu_tanh_grad", Binary::gelu_tanh_grad}};
  for (const std::int64_t n : {std::int64_t{4096}, kMillion})
    for (const auto& u : binaries)
      pass(cases, std::string("binary.") + u.name + (n == kMillion ? ".1M" : ".4096"), n, 2, 1,
           [=, op = u.op](const float* a, const float* b, float* y) { binary(op, a, 1, b, 1, y, n); });
  pass(cases, "clamp.1M", kMillion, 1, 1, [](const float* a, const float*, float* y) { clamp(a, y, kMillion, -0.25, 0.25); });
  pass(cases, "axpby.1M", kMillion, 2, 1, [](const float* a, const float*, float* y) { axpby(0.5, a, 0.5, y, kMillion); });
  cases.push_back({"compare.gt.1M", Unit::gbytes, 9.0 * kMillion, [] {
    return [a = numbers(kMillion), b = numbers(kMillion), y = std::vector<std::uint8_t>(kMillion)]() mutable {
      compare(Compare::gt, a.data(), 1, b.data(), 1, y.data(), kMillion);
    };
  }});
  cases.push_back({"where.1M", Unit::gbytes, 13.0 * kMillion, [] {
    return [c = std::vector<std::uint8_t>(kMillion, 1), a = numbers(kMillion), b = numbers(kMillion), y = numbers(kMillion)]() mutable {
      where(c.data(), 1, a.data(), 1, b.data(), 1, y.data(), kMillion);
    };
  }});
}

void copies(std::vector<Case>& cases) {
  pass(cases, "copy.transposed.1024x1024", kMillion, 1, 1,
       [](const float* a, const float*, float* y) { copy_strided(4, a, Dims{1, 1024}, y, Dims{1024, 1}, Shape{1024, 1024}); });
  cases.push_back({"cast.u8_to_f32.1M", Unit::gbytes, 5.0 * kMillion, [] {
    return [a = std::vector<std::uint8_t>(kMillion, 3), y = numbers(kMillion)]() mutable { cast(DType::uint8, a.data(), DType::float32, y.data(), kMillion); };
  }});
}

void reductions(std::vector<Case>& cases) {
  const struct { const char* name; Reduce op; } kinds[] = {{"sum", Reduce::sum}, {"max", Reduce::max}};
  for (const auto& k : kinds) {
    pass(cases, std::string("reduce.") + k.name + ".all.1M", kMillion, 1, 0, [op = k.op](const float* a, const float*, float* y) { reduce(op, a, 1, kMillion, 1, y); });
    pass(cases, std::string("reduce.") + k.name + ".rows.1024x1024", kMillion, 1, 0, [op = k.op](const float* a, const float*, float* y) { reduce(op, a, 1024, 1024, 1, y); });
    pass(cases, std::string("reduce.") + k.name + ".columns.1024x1024", kMillion, 1, 0, [op = k.op](const float* a, const float*, float* y) { reduce(op, a, 1, 1024, 1024, y); });
  }
  pass(cases, "reduce.var_mean.rows.1024x1024", kMillion, 1, 0, [](const float* a, const float*, float* y) { var_mean(a, 1024, 1024, 1, 1, y, y + 1024); });
  for (const std::int64_t n : {64, 1024}) {
    const std::int64_t rows = kMillion / n;
    const std::string size = "." + std::to_string(rows) + "x" + std::to_string(n);
    pass(cases, "softmax" + size, kMillion, 1, 1, [=](const float* a, const float*, float* y) { softmax(a, rows, n, y); });
    pass(cases, "softmax_grad" + size, kMillion, 2, 1, [=](const float* a, const float* b, float* y) { softmax_grad(a, b, rows, n, y); });
    pass(cases, "log_softmax" + size, kMillion, 1, 1, [=](const float* a, const float*, float* y) { log_softmax(a, rows, n, y); });
  }
  cases.push_back({"cross_entropy.1024x64", Unit::gbytes, 4.0 * 65536, [] {
    return [x = numbers(65536), label = std::vector<std::int64_t>(1024, 7), loss = numbers(1024), lse = numbers(1024)]() mutable {
      cross_entropy(x.data(), label.data(), nullptr, 1024, 64, -100, 0, loss.data(), lse.data());
    };
  }});
  cases.push_back({"cross_entropy_grad.1024x64", Unit::gbytes, 8.0 * 65536, [] {
    return [x = numbers(65536), label = std::vector<std::int64_t>(1024, 7), lse = Floats(1024, 4.2f), dloss = numbers(1), dx = numbers(65536)]() mutable {
      cross_entropy_grad(x.data(), label.data(), nullptr, lse.data(), dloss.data(), 0, 1024, 64, -100, 0, dx.data());
    };
  }});
}

void norms(std::vector<Case>& cases) {
  const struct { std::int64_t N, C, S; } shapes[] = {{64, 16, 784}, {64, 16, 1024}, {32, 16, 1024}, {32, 64, 64}};
  for (const auto& s : shapes) {
    const std::int64_t N = s.N, C = s.C, S = s.S, n = N * C * S;
    const std::string size = "." + std::to_string(N) + "x" + std::to_string(C) + "x" + std::to_string(S);
    pass(cases, "batch_norm" + size, n, 2, 1, [=, mean = numbers(C), var = numbers(C), w = numbers(C)](const float* x, const float*, float* y) mutable {
      batch_norm_train(x, N, C, S, 1e-5, w.data(), w.data(), mean.data(), var.data(), y);
    });
    pass(cases, "batch_norm_grad" + size, n, 4, 1, [=, mean = Floats(C, 0.f), var = Floats(C, 1.f), w = numbers(C), dw = numbers(C), db = numbers(C)](
                                                       const float* dy, const float* x, float* dx) mutable {
      batch_norm_backward(dy, x, N, C, S, mean.data(), var.data(), 1e-5, w.data(), true, dx, dw.data(), db.data());
    });
  }
  const struct { std::int64_t rows, n; } row_shapes[] = {{1024, 128}, {8192, 128}, {1024, 1024}};
  for (const auto& s : row_shapes) {
    const std::int64_t rows = s.rows, n = s.n;
    const std::string size = "." + std::to_string(rows) + "x" + std::to_string(n);
    pass(cases, "layer_norm" + size, rows * n, 1, 1, [=, w = numbers(n), mean = numbers(rows), rstd = numbers(rows)](const float* x, const float*, float* y) mutable {
      layer_norm(x, rows, n, w.data(), w.data(), 1e-5, y, mean.data(), rstd.data());
    });
    pass(cases, "layer_norm_grad" + size, rows * n, 2, 1, [=, w = numbers(n), mean = Floats(rows, 0.f), rstd = Floats(rows, 1.f), dw = numbers(n), db = numbers(n)](
                                                              const float* dy, const float* x, float* dx) mutable {
      layer_norm_backward(dy, x, rows, n, mean.data(), rstd.data(), w.data(), dx, dw.data(), db.data());
    });
  }
}

void pools(std::vector<Case>& cases) {
  const Pool2d g{64 * 16, 28, 28, 14, 14, 2, 2, 2, 2, 0, 0};
  const std::int64_t n = 64 * 16 * 784;
  cases.push_back({"max_pool.2x2.64x16x28x28", Unit::gbytes, 6.0 * static_cast<double>(n), [=] {
    return [=, x = numbers(n), y = numbers(n / 4), at = std::vector<std::int32_t>(static_cast<std::size_t>(n / 4))]() mutable { max_pool2d(g, x.data(), y.data(), at.data()); };
  }});
  cases.push_back({"max_pool_grad.2x2.64x16x28x28", Unit::gbytes, 6.0 * static_cast<double>(n), [=] {
    const Floats x = numbers(n);
    Floats y(static_cast<std::size_t>(n / 4));
    std::vector<std::int32_t> at(static_cast<std::size_t>(n / 4));
    max_pool2d(g, x.data(), y.data(), at.data());
    return [=, dx = numbers(n)]() mutable { max_pool2d_backward(g, y.data(), at.data(), dx.data()); };
  }});
  cases.push_back({"avg_pool.2x2.64x16x28x28", Unit::gbytes, 5.0 * static_cast<double>(n),
                   [=] { return [=, x = numbers(n), y = numbers(n / 4)]() mutable { avg_pool2d(g, true, 0, x.data(), y.data()); }; }});
}

void steps(std::vector<Case>& cases) {
  for (const std::int64_t n : {std::int64_t{207000}, kMillion}) {  // W2's parameters
    const std::string size = n == kMillion ? ".1M" : ".207k";
    pass(cases, "sgd_momentum" + size, n, 3, 2, [=, buf = numbers(n)](const float* g, const float*, float* w) mutable {
      sgd_step({.lr = 0.01, .momentum = 0.9, .dampening = 0, .weight_decay = 0, .nesterov = false, .maximize = false, .first = false}, w, g, buf.data(), n);
    });
    for (const bool decoupled : {false, true})
      pass(cases, (decoupled ? "adamw" : "adam") + size, n, 4, 3, [=, avg = numbers(n), sq = Floats(static_cast<std::size_t>(n), 0.1f)](const float* g, const float*, float* w) mutable {
        adam_step({.lr = 1e-3, .beta1 = 0.9, .beta2 = 0.999, .eps = 1e-8, .weight_decay = decoupled ? 0.01 : 0, .decoupled = decoupled, .amsgrad = false, .maximize = false, .step = 9},
                  w, g, avg.data(), sq.data(), nullptr, n);
      });
  }
}

void random(std::vector<Case>& cases) {
  pass(cases, "random.uniform.1M", kMillion, 0, 1, [](const float*, const float*, float* y) { uniform({1, 2}, y, kMillion, 0, 1); });
  pass(cases, "random.normal.1M", kMillion, 0, 1, [](const float*, const float*, float* y) { normal({1, 2}, y, kMillion, 0, 1); });
  pass(cases, "random.dropout.1M", kMillion, 1, 1, [](const float* x, const float*, float* y) { dropout({1, 2}, x, y, kMillion, 0.25); });
}

}  // namespace

void add_passes(std::vector<Case>& cases) {
  elementwise(cases);
  copies(cases);
  reductions(cases);
  norms(cases);
  pools(cases);
  steps(cases);
  random(cases);
}

}  // namespace wick::bench
