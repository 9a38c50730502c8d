// wick_bench --threads N [--only REGEX] [--quick]: runs the workloads natively and prints one JSON record per line, as
// every contestant of the peers harness does. loss5 is the loss of the fifth training step, out0 the first output.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <regex>

#include "wick/autograd.h"
#include "wick/parallel.h"
#include "workloads.h"

namespace {

using namespace wick;
using namespace wick::bench;

struct Settings {
  int threads = 1;
  std::string only;
  bool quick = false;
};
struct Timing {
  double median_ms, min_ms;
};

double now_ms() {
  using namespace std::chrono;
  return duration<double, std::milli>(steady_clock::now().time_since_epoch()).count();
}

// Warms up, gathers short steps into samples of at least 2 ms, takes the median: as the harness does for the others.
Timing measure(const std::function<void()>& step, bool quick) {
  const double warm_ms = quick ? 200 : 600, sample_ms = quick ? 300 : 1500;
  double start = now_ms();
  for (int n = 0; n < 3 || now_ms() - start < warm_ms; ++n) step();
  double before = now_ms();
  step();
  const int inner = std::max(1, static_cast<int>(std::ceil(2 / std::max(now_ms() - before, 1e-4))));
  std::vector<double> samples;
  start = now_ms();
  while (samples.size() < 3 || (now_ms() - start < sample_ms && samples.size() < 200)) {
    before = now_ms();
    for (int i = 0; i < inner; ++i) step();
    samples.push_back((now_ms() - before) / inner);
  }
  std::sort(samples.begin(), samples.end());
  return {samples[samples.size() / 2], samples[0]};
}

void emit(const Settings& s, const Workload& w, const char* metric, double value, const char* unit, double min = -1) {
  std::printf("{\"peer\":\"wick\",\"runtime\":\"native\",\"workload\":\"%s\",\"metric\":\"%s\",\"value\":%.4g,\"unit\":\"%s\",\"threads\":%d",
              w.id.c_str(), metric, value, unit, s.threads);
  if (min >= 0) std::printf(",\"min\":%.4g", min);
  std::printf("}\n");
  std::fflush(stdout);
}

void emit_time(const Settings& s, const Workload& w, const char* metric, const std::function<void()>& step) {
  const Timing t = measure(step, s.quick);
  emit(s, w, metric, t.median_ms, "ms", t.min_ms);
}

void run_train(const Settings& s, const Workload& w) {
  const auto step = make_run(w);
  for (int i = 0; i < 4; ++i) step();
  emit(s, w, "loss5", step(), "");
  emit_time(s, w, "step", step);
}

void run_infer(const Settings& s, const Workload& w) {
  const auto run = make_run(w);
  emit(s, w, "out0", run(), "");
  emit_time(s, w, "latency", run);
}

void run_gemm(const Settings& s, const Workload& w) {
  const InferenceMode mode;
  const Shape shape = {w.n, w.n};
  const Tensor x = tensor(uniform(3, w.n * w.n), shape), y = tensor(uniform(4, w.n * w.n), shape);
  emit(s, w, "out0", x.matmul(y)[0][0].item(), "");
  emit(s, w, "throughput", w.work / measure([&] { x.matmul(y); }, s.quick).median_ms / 1e6, "GFLOP/s");
}

void run_elementwise(const Settings& s, const Workload& w) {
  const InferenceMode mode;
  std::vector<float> u = uniform(3, w.n);
  for (float& v : u) v = 4 * v - 2;
  const Tensor x = tensor(u, w.model == "softmax" ? Shape{1024, 1024} : Shape{w.n}), y = tensor(uniform(4, w.n));
  std::function<Tensor()> op = [&] { return add(x, y); };
  if (w.model == "mul") op = [&] { return mul(x, y); };
  if (w.model == "gelu") op = [&] { return gelu(x, "tanh"); };
  if (w.model == "softmax") op = [&] { return softmax(x, 1); };
  emit(s, w, "out0", op().flatten()[0].item(), "");
  emit(s, w, "bandwidth", w.work / measure([&] { op(); }, s.quick).median_ms / 1e6, "GB/s");
}

void run(const Settings& s, const Workload& w) {
  switch (w.kind) {
    case Kind::train: return run_train(s, w);
    case Kind::infer: return run_infer(s, w);
    case Kind::gemm: return run_gemm(s, w);
    case Kind::elementwise: return run_elementwise(s, w);
  }
}

bool parse(int argc, char** argv, Settings& s) {
  for (int i = 1; i < argc; ++i) {
    const bool more = i + 1 < argc;
    if (!std::strcmp(argv[i], "--threads") && more) s.threads = std::atoi(argv[++i]);
    else if (!std::strcmp(argv[i], "--only") && more) s.only = argv[++i];
    else if (!std::strcmp(argv[i], "--quick")) s.quick = true;
    else return false;
  }
  return s.threads >= 1;
}

}  // namespace

int main(int argc, char** argv) {
  Settings settings;
  if (!parse(argc, argv, settings)) {
    std::fprintf(stderr, "usage: wick_bench [--threads N] [--only REGEX] [--quick]\n");
    return 2;
  }
  try {
    set_num_threads(settings.threads);
    const std::regex only(settings.only.empty() ? "." : settings.only);
    for (const Workload& w : workloads()) {
      if (std::regex_search(w.id, only)) run(settings, w);
    }
  } catch (const std::exception& e) {
    std::fprintf(stderr, "wick_bench: %s\n", e.what());
    return 1;
  }
}
