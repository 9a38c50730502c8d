// wick_kernel_bench [--benchmark_filter=REGEX …]: every kernel family on Google Benchmark, one thread. WICK_ISA forces an
// instruction set.

#include <benchmark/benchmark.h>

#include <memory>

#include "kernels/dispatch.h"
#include "suite.h"
#include "wick/parallel.h"

namespace {

using namespace wick::bench;

constexpr int kRepetitions = 9;
const char* const kLimit = "limit";

/// A case with its operands, made when it is first run.
struct Running {
  explicit Running(const Case& c) : of(&c), limit(limit_of(c)), kernel(c.prepare()), at_limit(limit.run) {}
  const Case* of;
  Limit limit;
  Block kernel, at_limit;
};
std::unique_ptr<Running> running;

// An iteration is a block of the kernel's calls, which is what counts, and one of its limit's.
void add(const Case& c) {
  benchmark::RegisterBenchmark(c.name.c_str(), [&c](benchmark::State& state) {
    if (!running || running->of != &c) {
      running.reset();
      running = std::make_unique<Running>(c);
    }
    double limit_seconds = 0;
    for (auto _ : state) {
      state.SetIterationTime(running->kernel.seconds());
      limit_seconds += running->at_limit.seconds();
    }
    state.counters[kLimit] = limit_seconds / static_cast<double>(state.iterations());
  })->Repetitions(kRepetitions)->Iterations(10)->UseManualTime();
}

class Lines : public benchmark::BenchmarkReporter {
 private:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    std::vector<Repetition> all;
    for (const Run& r : runs)
      if (r.run_type == Run::RT_Iteration && !r.error_occurred)
        all.push_back({r.real_accumulated_time / static_cast<double>(r.iterations), r.counters.at(kLimit).value});
    if (all.size() == kRepetitions) print_line(*running->of, running->limit, wick::kernels::isa(), all);
  }
};

}  // namespace

int main(int argc, char** argv) {
  wick::set_num_threads(1);
  if (const char* error = wick::kernels::isa_error()) {
    std::fprintf(stderr, "wick_kernel_bench: %s\n", error);
    return 1;
  }
  const std::vector<Case> cases = all_cases();
  for (const Case& c : cases) add(c);
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  Lines lines;
  benchmark::RunSpecifiedBenchmarks(&lines);
}
