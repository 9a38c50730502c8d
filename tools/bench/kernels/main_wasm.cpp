// The cases of the kernel benchmark in wasm, where Google Benchmark is not: a plain loop with the same repetitions.
// run.mjs calls it, with a part of the names wanted as its argument.

#include <cstring>

#include "kernels/dispatch.h"
#include "suite.h"

int main(int argc, char** argv) {
  using namespace wick::bench;
  constexpr int kRepetitions = 9, kBlocks = 10;
  for (const Case& c : all_cases()) {
    if (argc > 1 && !std::strstr(c.name.c_str(), argv[1])) continue;
    const Limit limit = limit_of(c);
    Block run(c.prepare()), at_limit(limit.run);
    std::vector<Repetition> all(kRepetitions);
    for (Repetition& r : all)
      for (int i = 0; i < kBlocks; ++i) r.seconds += run.seconds() / kBlocks, r.limit_seconds += at_limit.seconds() / kBlocks;
    print_line(c, limit, wick::kernels::isa(), all);
  }
}
