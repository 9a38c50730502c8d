// wick_same_bits [THREADS]: trains W1 and W2 of the peers harness for 50 steps in the deterministic mode and prints every
// parameter and buffer as "W2 0.weight bits", 8 hexadecimal digits per number; W3 and W4 for a few small steps; then runs
// a recipe, with generated data, PyTorch's initialization, augmentation, clipping and a scheduler, and prints its
// checkpoint. targets.test.mjs compares them between targets.
// wick_same_bits price: what the mode costs, on one thread: milliseconds per training step of W1 to W4 without and with it.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "bench/workloads.h"
#include "kernels/dispatch.h"
#include "train/small_run.h"
#include "wick/autograd.h"
#include "wick/deterministic.h"
#include "wick/parallel.h"
#include "wick/random.h"

using namespace wick;

namespace {

void print(const std::string& name, const std::vector<std::byte>& bytes) {
  std::string line = name + " ";
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const int byte = static_cast<int>(bytes[i ^ 3]);  // numbers are stored lowest byte first
    line += {"0123456789abcdef"[byte >> 4], "0123456789abcdef"[byte & 15]};
  }
  std::puts(line.c_str());
}

struct Run {
  Run(const std::string& name, std::int64_t n)
      : model(bench::make_model(name)), batch(bench::make_batch(name, n)), optimizer(bench::make_optimizer(name, model->parameters())) {}
  Tensor step() {
    optimizer->zero_grad();
    const Tensor loss = cross_entropy((*model)(batch.x), batch.y);
    loss.backward();
    optimizer->step();
    return loss;
  }
  nn::ModulePtr model;
  bench::Batch batch;
  std::unique_ptr<optim::Optimizer> optimizer;
};

void train(const std::string& name, std::int64_t n, int steps) {
  manual_seed(1);
  Run run(name, n);
  for (int step = 0; step < steps; ++step) {
    const Tensor loss = run.step();
    if (step == 0 || step == steps - 1) print(name + " loss" + std::to_string(step + 1), test::bytes_of(loss));
  }
  for (const auto& [key, value] : run.model->state_dict())
    if (value.dtype() == DType::float32) print(name + " " + key, test::bytes_of(value));
}

void run_recipe() {
  Session session(Recipe::parse(test::kSmallRecipe));
  session.fit();
  std::vector<std::byte> bytes = test::checkpoint(session);
  bytes.resize((bytes.size() + 3) / 4 * 4);
  print("recipe checkpoint", bytes);
}

// The two modes take turns; the median of nine turns.
void price(const std::string& name, std::int64_t n) {
  Run run(name, n);
  std::vector<double> ms[2];
  for (int turn = 0; turn < 20; ++turn) {
    use_deterministic_algorithms(turn % 2);
    const auto start = std::chrono::steady_clock::now();
    double passed = 0;
    int steps = 0;
    for (; passed < 100; ++steps) {
      run.step();
      passed = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    }
    if (turn >= 2) ms[turn % 2].push_back(passed / steps);
  }
  for (auto& m : ms) std::sort(m.begin(), m.end());
  std::printf("%s %.2f %.2f ms, %.2f times\n", name.c_str(), ms[0][4], ms[1][4], ms[1][4] / ms[0][4]);
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc > 1 && std::strcmp(argv[1], "price") == 0) {
    set_num_threads(1);
    std::printf("isa %s\n", kernels::isa());
    price("W1", 64), price("W2", 64), price("W3", 32), price("W4", 16);
    return 0;
  }
  set_num_threads(argc > 1 ? std::atoi(argv[1]) : 1);
  std::printf("isa %s; ", kernels::isa());
  use_deterministic_algorithms(true);
  std::printf("deterministic: %s\n", kernels::isa());
  train("W1", 64, 50), train("W2", 64, 50);
  train("W3", 4, 3), train("W4", 2, 3);
  run_recipe();
}
