// wick_threads [REGEX] [ROUNDS]: what two threads gain, beside what this machine's two processors have to give.
//
// A processor's clock, and what two of them do together, changes within seconds on a shared machine, so a ratio of times taken one
// after the other says little. Here three things take turns, for a few hundredths of a second each: one process with one thread;
// one process with two; two processes with one thread each, which share nothing. The last is what there is to gain.

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <regex>

#include "wick/parallel.h"
#include "workloads.h"

namespace {

using namespace wick;
using namespace wick::bench;

constexpr int kThreads = 2;

/// A process with a workload of its own, which runs when it is told to.
class Copy {
 public:
  explicit Copy(const Workload& w) {
    int down[2], up[2];
    if (pipe(down) != 0 || pipe(up) != 0 || (process_ = fork()) < 0) throw std::runtime_error("no process for a copy");
    close(down[process_ == 0]), close(up[process_ != 0]);
    if (process_ == 0) serve(w, down[0], up[1]);
    to_ = down[1], from_ = up[0];
  }
  ~Copy() {
    close(to_), close(from_);
    waitpid(process_, nullptr, 0);
  }
  Copy(const Copy&) = delete;

  void start(int threads) const {
    if (write(to_, &threads, sizeof threads) != sizeof threads) throw std::runtime_error("a copy has ended");
  }
  double runs_per_ms() const {
    double rate = 0;
    if (read(from_, &rate, sizeof rate) != sizeof rate) throw std::runtime_error("a copy has ended");
    return rate;
  }

 private:
  [[noreturn]] static void serve(const Workload& w, int from, int to) {
    using Clock = std::chrono::steady_clock;
    set_num_threads(1);  // a process made by fork() has none of its parent's
    const auto run = make_run(w);
    for (int i = 0; i < 3; ++i) run();
    const double span = w.kind == Kind::train ? 120 : 30;
    for (int threads; read(from, &threads, sizeof threads) == sizeof threads;) {
      set_num_threads(threads);
      run();
      int runs = 0;
      double ms = 0;
      for (const auto start = Clock::now(); ms < span; ++runs, ms = std::chrono::duration<double, std::milli>(Clock::now() - start).count()) run();
      const double rate = runs / ms;
      if (write(to, &rate, sizeof rate) != sizeof rate) break;
    }
    _exit(0);
  }

  pid_t process_ = -1;
  int to_ = -1, from_ = -1;
};

double quantile(std::vector<double> v, double q) {
  std::sort(v.begin(), v.end());
  return v[static_cast<std::size_t>(q * static_cast<double>(v.size() - 1))];
}

void compare(const Workload& w, int rounds) {
  const Copy a(w), b(w);
  const auto alone = [&](int threads) {
    a.start(threads);
    return a.runs_per_ms();
  };
  std::vector<double> copies, threads, share;
  for (int i = 0; i < rounds; ++i) {
    const double one = alone(1), many = alone(kThreads);
    a.start(1), b.start(1);
    const double both = a.runs_per_ms() + b.runs_per_ms();
    copies.push_back(both / one), threads.push_back(many / one), share.push_back(many / both);
  }
  std::printf("%-14s %8.2f %12.2f %18.2f  (%.2f to %.2f)\n", w.id.c_str(), quantile(copies, 0.5), quantile(threads, 0.5), quantile(share, 0.5),
              quantile(share, 0.25), quantile(share, 0.75));
  std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
  const int rounds = argc > 2 ? std::atoi(argv[2]) : 20;
  if (argc > 3 || rounds < 1 || (argc > 1 && argv[1][0] == '-')) {
    std::fprintf(stderr, "usage: wick_threads [REGEX] [ROUNDS]\n");
    return 2;
  }
  try {
    const std::regex only(argc > 1 ? argv[1] : "W[2-4]");
    std::puts("medians         two copies  two threads  threads of copies  (quartiles)");
    for (const Workload& w : workloads())
      if ((w.kind == Kind::train || w.kind == Kind::infer) && std::regex_search(w.id, only)) compare(w, rounds);
  } catch (const std::exception& e) {
    std::fprintf(stderr, "wick_threads: %s\n", e.what());
    return 1;
  }
}
