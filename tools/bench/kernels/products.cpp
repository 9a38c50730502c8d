// Matrix products and convolutions of the workloads' sizes, in flops of the plain algorithm (Winograd needs fewer).

#include "kernels/conv.h"
#include "kernels/gemm.h"
#include "suite.h"

namespace wick::bench {
namespace {

using namespace wick::kernels;

void product(std::vector<Case>& cases, std::int64_t M, std::int64_t N, std::int64_t K, bool trans_a, bool trans_b) {
  const std::string name = "gemm." + std::to_string(M) + (M == N && N == K ? "" : "x" + std::to_string(N) + "x" + std::to_string(K)) + "." +
                           (trans_a ? "t" : "n") + (trans_b ? "t" : "n");
  cases.push_back({name, Unit::gflops, 2.0 * static_cast<double>(M * N * K), [=] {
    return [=, a = numbers(M * K), b = numbers(K * N), c = numbers(M * N)]() mutable {
      gemm(Gemm<float>{M, N, K, a.data(), trans_a ? 1 : K, trans_a ? M : 1, b.data(), trans_b ? 1 : N, trans_b ? K : 1, c.data(), N});
    };
  }});
}

void convolution(std::vector<Case>& cases, std::int64_t N, std::int64_t C, std::int64_t O, std::int64_t size, std::int64_t kernel, std::int64_t stride) {
  const std::int64_t pad = kernel / 2, out = (size + 2 * pad - kernel) / stride + 1;
  const Conv2d g{N, C, size, size, O, kernel, kernel, out, out, stride, stride, pad, pad, 1, 1, 1};
  const std::int64_t nx = N * C * size * size, nw = O * C * kernel * kernel, ny = N * O * out * out;
  const double flops = 2.0 * static_cast<double>(ny * C * kernel * kernel);
  const std::string shape = "." + std::to_string(C) + "to" + std::to_string(O) + "." + std::to_string(size) + "k" + std::to_string(kernel) + "s" +
                            std::to_string(stride) + ".n" + std::to_string(N);
  cases.push_back({"conv.y" + shape, Unit::gflops, flops, [=] {
    return [=, x = numbers(nx), w = numbers(nw), bias = numbers(O), y = numbers(ny)]() mutable { conv2d_forward(g, x.data(), w.data(), bias.data(), y.data()); };
  }});
  cases.push_back({"conv.dx" + shape, Unit::gflops, flops, [=] {
    return [=, dy = numbers(ny), w = numbers(nw), dx = numbers(nx)]() mutable { conv2d_backward_input(g, dy.data(), w.data(), dx.data()); };
  }});
  cases.push_back({"conv.dw" + shape, Unit::gflops, flops, [=] {
    return [=, x = numbers(nx), dy = numbers(ny), dw = numbers(nw)]() mutable { conv2d_backward_weight(g, x.data(), dy.data(), dw.data(), nullptr); };
  }});
}

}  // namespace

void add_products(std::vector<Case>& cases) {
  for (const std::int64_t n : {64, 128, 256, 512, 1024})
    for (int t = 0; t < 4; ++t) product(cases, n, n, n, t & 1, t & 2);
  product(cases, 64, 256, 784, false, true);  // the first layer of W1: forward, weights' gradient
  product(cases, 256, 784, 64, true, false);
  product(cases, 64, 10, 128, false, true);
  product(cases, 1, 256, 784, false, true);
  product(cases, 1024, 512, 128, false, true);  // W4
  convolution(cases, 8, 1, 16, 28, 3, 1);       // W2
  convolution(cases, 8, 16, 32, 14, 3, 1);
  convolution(cases, 8, 3, 16, 32, 3, 1);       // W3
  convolution(cases, 8, 16, 16, 32, 3, 1);
  convolution(cases, 8, 16, 32, 32, 3, 2);
  convolution(cases, 8, 32, 32, 16, 3, 1);
  convolution(cases, 8, 64, 64, 8, 3, 1);
  convolution(cases, 8, 16, 32, 32, 1, 2);
}

}  // namespace wick::bench
