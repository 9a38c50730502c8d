#include "kernels/dispatch.h"

#include <atomic>

#include "kernels/targets.h"
#include "kernels/tile_wasm_run.h"
#include "wick/deterministic.h"
#include "wick/error.h"

#if defined(__wasm__)

namespace wick::kernels {

const char* isa() { return relaxed_tiles() ? "wasm, relaxed" : "wasm"; }
const char* isa_error() { return nullptr; }
void set_deterministic(bool on) { use_relaxed_tiles(!on); }  // nothing else is fused there
bool deterministic() { return !relaxed_tiles(); }

}  // namespace wick::kernels

#else

#include <hwy/highway.h>

#include <cstdlib>
#include <cstring>

namespace wick::kernels {

namespace {

#if HWY_ARCH_X86
constexpr int kBaseline = HWY_STATIC_TARGET == HWY_AVX3 ? kAvx3 : HWY_STATIC_TARGET == HWY_AVX2 ? kAvx2 : kSse4;
#else
constexpr int kBaseline = 0;
#endif

struct Target {
  const char* name;     // as WICK_ISA spells it
  const char* unfused;  // what isa() says in the deterministic mode
  int index, unfused_index;
  bool here;
};

// Worst first; compiled in and of this processor.
const Target kTargets[] = {
#if HWY_ARCH_X86
    {"sse4", "sse4", kSse4, kSse4, (HWY_TARGETS & HWY_SSE4) != 0},
    {"avx2", "avx2, unfused", kAvx2, kAvx2Unfused,
     (HWY_TARGETS & HWY_AVX2) != 0 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")},
    {"avx3", "avx3, unfused", kAvx3, kAvx3Unfused,
     (HWY_TARGETS & HWY_AVX3) != 0 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
         __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi2")},
#elif HWY_ARCH_ARM_A64
    {"neon", "neon, unfused", kNeon, kNeonUnfused, true},
#else
    {"scalar", "scalar", 0, 0, true},
#endif
};

struct Choice {
  const Target* best = nullptr;
  std::string error;
  bool deterministic = false;

  Choice() {
    std::string all;
    for (const Target& t : kTargets) {
      if (!t.here) continue;
      best = &t;
      all = t.name + (all.empty() ? "" : ", " + all);
    }
    if (const char* wanted = std::getenv("WICK_ISA"); wanted && *wanted) {
      const Target* found = nullptr;
      for (const Target& t : kTargets)
        if (t.here && std::strcmp(t.name, wanted) == 0) found = &t;
      if (found)
        best = found;
      else
        error = str("WICK_ISA is \"", wanted, "\"; this machine has ", all, ".");
    }
    const char* same = std::getenv("WICK_DETERMINISTIC");
    choose(same && std::strcmp(same, "0") != 0 && *same);
  }

  void choose(bool on) {
    deterministic = on;
    target = on ? best->unfused_index : best->index;
  }
};

Choice& choice() {
  static Choice instance;
  return instance;
}

// Before main, and so before most kernels' first dispatch; until then the baseline runs.
[[maybe_unused]] Choice& at_start = choice();

}  // namespace

int target = kBaseline;

const char* isa() { return deterministic() ? choice().best->unfused : choice().best->name; }
void set_deterministic(bool on) { choice().choose(on); }
bool deterministic() { return choice().deterministic; }
const char* isa_error() { return choice().error.empty() ? nullptr : choice().error.c_str(); }

}  // namespace wick::kernels

#endif

namespace wick::kernels {

void set_isa_ran(const char* name);  // declared for kernels in highway.h

namespace {
std::atomic<const char*> ran{"none"};
}

void set_isa_ran(const char* name) { ran.store(name, std::memory_order_relaxed); }
const char* isa_ran() { return ran.load(std::memory_order_relaxed); }

}  // namespace wick::kernels

namespace wick {

void use_deterministic_algorithms(bool on) { kernels::set_deterministic(on); }
bool are_deterministic_algorithms_enabled() { return kernels::deterministic(); }

}  // namespace wick
