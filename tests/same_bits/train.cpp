// wick_same_bits [THREADS]: trains W1 and W2 of the peers harness for 50 steps in the deterministic mode and prints every
// parameter and buffer as "W2 threads name bits…", 8 hexadecimal digits per number. targets.test.mjs compares them
// between targets.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "bench/workloads.h"
#include "wick/autograd.h"
#include "wick/deterministic.h"
#include "wick/parallel.h"
#include "wick/random.h"
#include "kernels/dispatch.h"

using namespace wick;

namespace {

void print(const std::string& name, const Tensor& t) {
  std::string line = name + " ";
  for (const float v : t.contiguous().reshape({-1}).to_vector()) {
    std::uint32_t bits;
    std::memcpy(&bits, &v, 4);
    for (int shift = 28; shift >= 0; shift -= 4) line += "0123456789abcdef"[bits >> shift & 15];
  }
  std::puts(line.c_str());
}

void train(const std::string& name) {
  manual_seed(1);
  const nn::ModulePtr model = bench::make_model(name);
  const bench::Batch batch = bench::make_batch(name, 64);
  const auto optimizer = bench::make_optimizer(name, model->parameters());
  for (int step = 0; step < 50; ++step) {
    optimizer->zero_grad();
    const Tensor loss = cross_entropy((*model)(batch.x), batch.y);
    loss.backward();
    optimizer->step();
    if (step == 0 || step == 49) print(name + " loss" + std::to_string(step + 1), loss);
  }
  for (const auto& [key, value] : model->state_dict())
    if (value.dtype() == DType::float32) print(name + " " + key, value);
}

}  // namespace

int main(int argc, char** argv) {
  set_num_threads(argc > 1 ? std::atoi(argv[1]) : 1);
  use_deterministic_algorithms(true);
  std::printf("isa %s\n", kernels::isa());
  train("W1");
  train("W2");
}
