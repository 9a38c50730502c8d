// What an op costs besides its kernel: ops on tensors of one element, called through the public functions with gradients recorded,
// in nanoseconds per op: the call, the node, and freeing both. backward.*: the walk through a chain, per node, its gradient
// included. The same source natively and in wasm, where tools/bench/kernels/run.mjs --program wick_overhead runs it.
//
//   wick_overhead [FILTER]     each line: name, median of the runs in ns, the fastest of them

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>
#include <vector>

#include "kernels/dispatch.h"
#include "wick/autograd.h"
#include "wick/ops.h"

namespace {

using namespace wick;
using Clock = std::chrono::steady_clock;

const char* filter = "";

double ns_since(Clock::time_point start) { return std::chrono::duration<double, std::nano>(Clock::now() - start).count(); }

void print(const char* name, std::vector<double>& ns) {
  std::sort(ns.begin(), ns.end());
  std::printf("%-20s %-14s %8.1f ns  least %8.1f\n", name, kernels::isa(), ns[ns.size() / 2], ns[0]);
  std::fflush(stdout);
}

template <class F>
void measure(const char* name, const F& op) {
  if (!std::strstr(name, filter)) return;
  std::vector<double> ns;
  constexpr int kInner = 2000, kRuns = 101;  // a run is long enough for a browser's clock
  for (int run = -kRuns; run < kRuns; ++run) {
    const auto start = Clock::now();
    for (int i = 0; i < kInner; ++i) op();
    if (run >= 0) ns.push_back(ns_since(start) / kInner);
  }
  print(name, ns);
}

template <class F>
void measure_backward(const char* name, const Tensor& x, const F& op) {
  if (!std::strstr(name, filter)) return;
  std::vector<double> ns;
  constexpr int kLength = 2000, kRuns = 101;
  for (int run = -kRuns; run < kRuns; ++run) {
    Tensor y = x;
    for (int i = 0; i < kLength; ++i) y = op(y);
    x.set_grad(Tensor());
    const auto start = Clock::now();
    y.backward();
    if (run >= 0) ns.push_back(ns_since(start) / kLength);
  }
  print(name, ns);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1) filter = argv[1];
  Tensor x = ones({1, 1}), w = ones({1, 1}), b = ones(1);
  for (Tensor* t : {&x, &w, &b}) t->requires_grad_();
  const Tensor y = relu(x);  // not a leaf
  measure("relu", [&] { relu(x); });
  measure("add", [&] { add(x, w); });
  measure("mul", [&] { mul(x, w); });
  measure("mul.inner", [&] { mul(y, y); });
  measure("mul.number", [&] { mul(x, 2.0); });
  measure("sum", [&] { sum(x); });
  measure("view", [&] { x.view({1}); });
  measure("matmul", [&] { matmul(x, w); });
  measure("linear", [&] { linear(x, w, b); });
  {
    const NoGradGuard guard;
    measure("no_grad.relu", [&] { relu(x); });
    measure("no_grad.linear", [&] { linear(x, w, b); });
    measure("empty", [&] { empty({1, 1}); });
  }
  measure_backward("backward.relu", x, [&](const Tensor& t) { return relu(t); });
  measure_backward("backward.mul", x, [&](const Tensor& t) { return mul(t, w); });
  measure_backward("backward.linear", x, [&](const Tensor& t) { return linear(t, w, b); });
}
