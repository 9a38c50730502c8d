#include "suite.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <memory>

namespace wick::bench {

std::vector<Case> all_cases() {
  std::vector<Case> cases;
  add_products(cases);
  add_passes(cases);
  return cases;
}

namespace {

std::function<void()> copy_of(std::size_t bytes) {
  const auto from = std::make_shared<std::vector<char>>(bytes, 1), to = std::make_shared<std::vector<char>>(bytes);
  return [=] {
    std::memcpy(to->data(), from->data(), bytes);
    asm volatile("" : : "r"(to->data()) : "memory");
  };
}

double seconds_of(const std::function<void()>& run, int calls) {
  using Clock = std::chrono::steady_clock;
  const auto start = Clock::now();
  for (int i = 0; i < calls; ++i) run();
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> v) {
  std::sort(v.begin(), v.end());
  return v[v.size() / 2];
}

}  // namespace

Limit limit_of(const Case& c) {
  if (c.unit == Unit::gflops) return limit_of_products();
  return {"a copy", c.work, copy_of(static_cast<std::size_t>(c.work / 2))};
}

Block::Block(std::function<void()> run) : run_(std::move(run)) {
  constexpr double kWarm = 0.03, kBlock = 0.001;  // seconds; warm: the browser's best compiler has it by then
  for (double total = 0, t; total < kWarm; total += t)
    if ((t = seconds_of(run_, calls_)) < kBlock) calls_ *= 2;
}

double Block::seconds() { return seconds_of(run_, calls_) / calls_; }

std::vector<float> numbers(std::int64_t n) {
  std::vector<float> v(static_cast<std::size_t>(n));
  std::uint32_t state = 1;
  for (float& x : v) x = static_cast<float>((state = state * 1664525u + 1013904223u) >> 8) / 16777216.0f - 0.5f;
  return v;
}

void print_line(const Case& c, const Limit& limit, const char* target, const std::vector<Repetition>& all) {
  std::vector<double> seconds, shares;
  for (const Repetition& r : all) {
    seconds.push_back(r.seconds);
    shares.push_back(c.work / r.seconds / (limit.work / r.limit_seconds));
  }
  std::sort(seconds.begin(), seconds.end());
  const double typical = median(seconds), spread = (seconds[3 * seconds.size() / 4] - seconds[seconds.size() / 4]) / typical;
  std::printf("%-34s %-14s %8.1f %-8s spread %4.1f %%  %4.0f %% of %s\n", c.name.c_str(), target, c.work / typical / 1e9,
              c.unit == Unit::gflops ? "GFLOP/s" : "GB/s", 100 * spread, 100 * median(shares), limit.name);
  std::fflush(stdout);
}

}  // namespace wick::bench
