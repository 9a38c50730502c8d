// wick_kernel_bench [--benchmark_filter=REGEX …]: every kernel family on Google Benchmark, one thread. WICK_ISA forces an
// instruction set.

#include <benchmark/benchmark.h>

#include <map>

#include "kernels/dispatch.h"
#include "suite.h"
#include "wick/parallel.h"

namespace {

using namespace wick::bench;

constexpr int kRepetitions = 9;
const char* const kCopy = "/copy";

// Prints a case when its last repetition, and that of its copy, are in.
class Lines : public benchmark::BenchmarkReporter {
 public:
  explicit Lines(const std::vector<Case>& cases) {
    for (const Case& c : cases) by_name_[c.name] = &c;
  }

 private:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    std::vector<double> seconds;
    for (const Run& r : runs)
      if (r.run_type == Run::RT_Iteration && !r.error_occurred) seconds.push_back(r.real_accumulated_time / static_cast<double>(r.iterations));
    if (seconds.size() != kRepetitions) return;
    std::string name = runs[0].run_name.function_name;
    const Summary s = summary(seconds);
    if (const auto at = name.find(kCopy); at != std::string::npos) {
      const Case& c = *by_name_.at(name.substr(0, at));
      return print_line(c, wick::kernels::isa(), kernel_, s.median);
    }
    kernel_ = s;
    const Case& c = *by_name_.at(name);
    if (c.unit == Unit::gflops) print_line(c, wick::kernels::isa(), s, 0);
  }

  std::map<std::string, const Case*> by_name_;
  Summary kernel_{};
};

// Google Benchmark enters a benchmark several times; its operands are made once.
void add(const std::string& name, std::function<std::function<void()>()> prepare) {
  static std::string current;
  static std::function<void()> run;
  benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    if (current != name) {
      run = prepare();
      current = name;
    }
    for (auto _ : state) run();
  })->Repetitions(kRepetitions)->MinTime(0.02)->UseRealTime();
}

}  // namespace

int main(int argc, char** argv) {
  wick::set_num_threads(1);
  if (const char* error = wick::kernels::isa_error()) {
    std::fprintf(stderr, "wick_kernel_bench: %s\n", error);
    return 1;
  }
  const std::vector<Case> cases = all_cases();
  for (const Case& c : cases) {
    add(c.name, c.prepare);
    if (c.unit == Unit::gbytes) add(c.name + kCopy, [&c] { return copy_of(c); });
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  Lines lines(cases);
  benchmark::RunSpecifiedBenchmarks(&lines);
}
