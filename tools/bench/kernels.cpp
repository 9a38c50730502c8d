// Speed of the matrix products and convolutions by size, in GFLOP/s of the plain algorithm: the same source natively and in
// wasm (run_kernels.mjs runs it in Node or Chromium, several builds in turn).
//
//   wick_kernel_bench [FILTER]     each line: name, GFLOP/s of the fastest run, of the median run

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <functional>
#include <string>
#include <vector>

#include "kernels/conv.h"
#include "kernels/dispatch.h"
#include "kernels/gemm.h"

namespace {

using namespace wick::kernels;

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

const char* filter = "";

void measure(const std::string& name, double flops, const std::function<void()>& run) {
  if (!std::strstr(name.c_str(), filter)) return;
  run();
  int inner = 1;
  for (double total = 0; total < 0.05;) {  // let the engine's best compiler have it
    const auto start = Clock::now();
    for (int i = 0; i < inner; ++i) run();
    const double t = seconds_since(start);
    total += t;
    if (t < 3e-4) inner *= 2;  // long enough for a browser's clock, short enough to fall between other programs
  }
  std::vector<double> times;
  for (double total = 0; total < 0.1 || times.size() < 7;) {
    const auto start = Clock::now();
    for (int i = 0; i < inner; ++i) run();
    const double t = seconds_since(start);
    total += t;
    times.push_back(t / inner);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-28s %7.1f %7.1f\n", name.c_str(), flops / times[0] / 1e9, flops / times[times.size() / 2] / 1e9);
  std::fflush(stdout);
}

std::vector<float> numbers(std::int64_t n) {
  std::vector<float> v(static_cast<std::size_t>(n));
  std::uint32_t state = 1;
  for (float& x : v) x = static_cast<float>((state = state * 1664525u + 1013904223u) >> 8) / 16777216.0f - 0.5f;
  return v;
}

void product(const std::string& name, std::int64_t M, std::int64_t N, std::int64_t K, bool trans_a, bool trans_b) {
  const auto a = numbers(M * K), b = numbers(K * N);
  std::vector<float> c(static_cast<std::size_t>(M * N));
  const Gemm<float> g{M, N, K, a.data(), trans_a ? 1 : K, trans_a ? M : 1, b.data(), trans_b ? 1 : N, trans_b ? K : 1, c.data(), N};
  measure("gemm." + name + "." + (trans_a ? "t" : "n") + (trans_b ? "t" : "n"), 2.0 * static_cast<double>(M * N * K), [&] { gemm(g); });
}

void convolution(std::int64_t N, std::int64_t C, std::int64_t O, std::int64_t size, std::int64_t kernel, std::int64_t stride) {
  const std::int64_t pad = kernel / 2, out = (size + 2 * pad - kernel) / stride + 1;
  const Conv2d g{N, C, size, size, O, kernel, kernel, out, out, stride, stride, pad, pad, 1, 1, 1};
  const auto x = numbers(N * C * size * size), w = numbers(O * C * kernel * kernel), dy = numbers(N * O * out * out), bias = numbers(O);
  std::vector<float> y(dy.size()), dx(x.size()), dw(w.size());
  const double flops = 2.0 * static_cast<double>(N * O * out * out * C * kernel * kernel);
  const std::string shape = "." + std::to_string(C) + "to" + std::to_string(O) + "." + std::to_string(size) + "k" + std::to_string(kernel) +
                            "s" + std::to_string(stride) + ".n" + std::to_string(N);
  measure("conv.y" + shape, flops, [&] { conv2d_forward(g, x.data(), w.data(), bias.data(), y.data()); });
  measure("conv.dx" + shape, flops, [&] { conv2d_backward_input(g, dy.data(), w.data(), dx.data()); });
  measure("conv.dw" + shape, flops, [&] { conv2d_backward_weight(g, x.data(), dy.data(), dw.data(), nullptr); });
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) filter = argv[1];
  std::printf("isa %s\n", isa());
  for (const std::int64_t n : {64, 128, 256, 512})
    for (int t = 0; t < 4; ++t) product(std::to_string(n), n, n, n, t & 1, t & 2);
  product("64x256x784", 64, 256, 784, false, true);  // the first layer of W1: forward, weights' gradient
  product("256x784x64", 256, 784, 64, true, false);
  product("64x10x128", 64, 10, 128, false, true);
  product("1x256x784", 1, 256, 784, false, true);
  product("1024x512x128", 1024, 512, 128, false, true);  // W4
  convolution(8, 1, 16, 28, 3, 1);  // W2
  convolution(8, 16, 32, 14, 3, 1);
  convolution(8, 3, 16, 32, 3, 1);  // W3
  convolution(8, 16, 16, 32, 3, 1);
  convolution(8, 16, 32, 32, 3, 2);
  convolution(8, 32, 32, 16, 3, 1);
  convolution(8, 64, 64, 8, 3, 1);
  convolution(8, 16, 32, 32, 1, 2);
}
