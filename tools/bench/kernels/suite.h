#pragma once
// What the kernel benchmark measures: one list of cases for Google Benchmark natively and for a plain loop in wasm.

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

namespace wick::bench {

enum class Unit { gflops, gbytes };

struct Case {
  std::string name;  // family.kernel.size
  Unit unit;
  double work;       // flops of the plain algorithm; bytes, each read or written once per pass the formula needs
  std::function<std::function<void()>()> prepare;  // makes the operands; the result runs the kernel once
};

void add_products(std::vector<Case>& cases);  // gemm, conv
void add_passes(std::vector<Case>& cases);    // what is bound by memory: elementwise, norms, pools, optimizers, …
std::vector<Case> all_cases();

/// A memcpy that moves as many bytes as the case: its limit.
std::function<void()> copy_of(const Case& c);

/// Numbers in [-0.5, 0.5), the same in every run.
std::vector<float> numbers(std::int64_t n);

/// Seconds per call of several repetitions: the median, and the distance of the quartiles as a share of it.
struct Summary {
  double median, spread;
};
Summary summary(std::vector<double> seconds);

/// One line: name, target, median with unit, spread, and how it compares with a copy that took copy_seconds (0: none).
void print_line(const Case& c, const char* target, Summary s, double copy_seconds);

}  // namespace wick::bench
