#include "suite.h"

#include <cstring>
#include <memory>

namespace wick::bench {

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  add_products(cases);
  add_passes(cases);
  return cases;
}

std::function<void()> copy_of(const Case& c) {
  const auto bytes = static_cast<std::size_t>(c.work / 2);
  const auto from = std::make_shared<std::vector<char>>(bytes, 1), to = std::make_shared<std::vector<char>>(bytes);
  return [=] {
    std::memcpy(to->data(), from->data(), bytes);
    asm volatile("" : : "r"(to->data()) : "memory");
  };
}

std::vector<float> numbers(std::int64_t n) {
  std::vector<float> v(static_cast<std::size_t>(n));
  std::uint32_t state = 1;
  for (float& x : v) x = static_cast<float>((state = state * 1664525u + 1013904223u) >> 8) / 16777216.0f - 0.5f;
  return v;
}

Summary summary(std::vector<double> seconds) {
  std::sort(seconds.begin(), seconds.end());
  const std::size_t n = seconds.size();
  const double median = seconds[n / 2];
  return {median, (seconds[(3 * n) / 4] - seconds[n / 4]) / median};
}

void print_line(const Case& c, const char* target, Summary s, double copy_seconds) {
  std::printf("%-34s %-14s %8.1f %-8s spread %4.1f %%", c.name.c_str(), target, c.work / s.median / 1e9, c.unit == Unit::gflops ? "GFLOP/s" : "GB/s",
              100 * s.spread);
  if (copy_seconds > 0) std::printf("  %4.0f %% of a copy", 100 * copy_seconds / s.median);
  std::printf("\n");
  std::fflush(stdout);
}

}  // namespace wick::bench
