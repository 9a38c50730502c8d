// The cases of the kernel benchmark in wasm, where Google Benchmark is not: a plain loop with the same repetitions.
// run.mjs calls it, with a part of the names wanted as its argument.

#include <chrono>
#include <cstring>

#include "kernels/dispatch.h"
#include "suite.h"

namespace {

using namespace wick::bench;
using Clock = std::chrono::steady_clock;

constexpr int kRepetitions = 9;
constexpr double kWarm = 0.05, kRepetition = 0.01;  // seconds

double seconds_of(const std::function<void()>& run, int calls) {
  const auto start = Clock::now();
  for (int i = 0; i < calls; ++i) run();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

Summary measure(const std::function<void()>& run) {
  int calls = 1;
  for (double total = 0; total < kWarm;) {  // let the engine's best compiler have it
    const double t = seconds_of(run, calls);
    total += t;
    if (t < kRepetition) calls *= 2;
  }
  std::vector<double> seconds;
  for (int i = 0; i < kRepetitions; ++i) seconds.push_back(seconds_of(run, calls) / calls);
  return summary(seconds);
}

}  // namespace

int main(int argc, char** argv) {
  for (const Case& c : all_cases()) {
    if (argc > 1 && !std::strstr(c.name.c_str(), argv[1])) continue;
    const Summary s = measure(c.prepare());
    print_line(c, wick::kernels::isa(), s, c.unit == Unit::gbytes ? measure(copy_of(c)).median : 0);
  }
}
