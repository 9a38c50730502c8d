#include <doctest/doctest.h>

#include <atomic>
#include <thread>
#include <vector>

#include "wick/autograd.h"
#include "wick/nn.h"
#include "wick/optim.h"
#include "wick/parallel.h"
#include "wick/random.h"

using namespace wick;

namespace {

struct Threads {
  explicit Threads(int n) : before(num_threads()) { set_num_threads(n); }
  ~Threads() { set_num_threads(before); }
  int before;
};

/// Every chunk of many jobs, short and long, runs once and before the loop returns.
bool all_run_once() {
  for (int job = 0; job < 300; ++job) {
    const std::int64_t n = 1 + job % 17;
    std::vector<std::atomic<int>> runs(static_cast<std::size_t>(n));
    parallel_chunks(n, [&](std::int64_t i) {
      for (volatile int work = job % 5 * 500; work > 0;) work = work - 1;
      std::atomic<int> inner{0};  // a loop in the only chunk of another may have threads
      parallel_chunks(3, [&](std::int64_t) { ++inner; });
      runs[static_cast<std::size_t>(i)] += inner;
    });
    for (const auto& r : runs)
      if (r != 3) return false;
  }
  return true;
}

/// The weights of a small CNN with a head as wide as a matrix product that is split, after a few steps.
std::vector<float> train() {
  manual_seed(5);
  nn::Sequential net(nn::Conv2d(3, 16, 3, {.padding = 1}), nn::BatchNorm2d(16), nn::ReLU(), nn::MaxPool2d(2), nn::Conv2d(16, 32, 3, {.padding = 1}),
                     nn::BatchNorm2d(32), nn::ReLU(), nn::Conv2d(32, 24, 5, {.stride = 2}), nn::Flatten(), nn::Dropout(0.25), nn::Linear(864, 160),
                     nn::LayerNorm(Dims{160}), nn::GELU(), nn::Linear(160, 10));
  const Tensor x = randn({24, 3, 32, 32});
  std::vector<std::int64_t> label(24);
  for (std::size_t i = 0; i < label.size(); ++i) label[i] = static_cast<std::int64_t>(i % 10);
  const Tensor y = tensor(label);
  optim::AdamW optimizer(net.parameters(), {.lr = 0.01});
  for (int step = 0; step < 4; ++step) {
    optimizer.zero_grad();
    cross_entropy(net(x), y).backward();
    optimizer.step();
  }
  std::vector<float> out;
  for (const Tensor& p : net.parameters())
    for (const float v : p.to_vector()) out.push_back(v);
  for (const float v : net(x).softmax(1).to_vector()) out.push_back(v);
  return out;
}

}  // namespace

TEST_CASE("parallel: every chunk runs once, whatever the number of threads") {
  for (const int n : {1, 2, 3, 7, 2}) {
    const Threads threads(n);
    CAPTURE(n);
    CHECK(all_run_once());
  }
}

TEST_CASE("parallel: training gives the same bits on one, two and three threads") {
  std::vector<float> results[3];
  for (int n = 1; n <= 3; ++n) {
    const Threads threads(n);
    results[n - 1] = train();
  }
  CHECK(results[0] == results[1]);
  CHECK(results[0] == results[2]);
}

#ifndef __EMSCRIPTEN__
TEST_CASE("parallel: loops of several threads at a time") {
  const Threads threads(2);
  std::atomic<int> good{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < 3; ++i) callers.emplace_back([&] { good += all_run_once(); });
  for (auto& t : callers) t.join();
  CHECK(good == 3);
}
#endif
