#pragma once
// What the kernel benchmark measures: one list of cases for Google Benchmark natively and for a plain loop in wasm.

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

/// What limits the case, as work at the same rate: for bytes a memcpy that moves as many; for flops natively the instruction set's
/// peak (peak.cpp), in wasm the register tile with nothing around it (tile_alone.cpp).
struct Limit {
  const char* name;
  double work;
  std::function<void()> run;
};
Limit limit_of(const Case& c);
Limit limit_of_products();

/// Several calls in a row, so many that they take a millisecond or more.
class Block {
 public:
  explicit Block(std::function<void()> run);
  double seconds();  ///< per call, of one more block

 private:
  std::function<void()> run_;
  int calls_ = 1;
};

/// Numbers in [-0.5, 0.5), the same in every run.
std::vector<float> numbers(std::int64_t n);

/// What repetitions gave: the case's seconds per call, and those of its limit, measured in turn with it, since the clock of a
/// shared machine changes from one second to the next.
struct Repetition {
  double seconds, limit_seconds;
};

/// One line: name, target, median rate, the distance of the quartiles as a share of it, and the median share of the limit's rate.
void print_line(const Case& c, const Limit& limit, const char* target, const std::vector<Repetition>& all);

}  // namespace wick::bench
