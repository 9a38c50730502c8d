#include "kernels/dispatch.h"

#include <atomic>

#include "kernels/targets.h"
#include "wick/error.h"

#if defined(__wasm__)

namespace wick::kernels {

const char* isa() { return "wasm"; }
const char* isa_error() { return nullptr; }

}  // namespace wick::kernels

#else

#include <hwy/highway.h>

#include <cstdlib>
#include <cstring>

namespace wick::kernels {

namespace {

struct Target {
  const char* name;
  std::int64_t bit;
};

constexpr Target kTargets[] = {{"avx3", HWY_AVX3}, {"avx2", HWY_AVX2}, {"sse4", HWY_SSE4}, {"neon", HWY_NEON},
                               {"scalar", HWY_SCALAR}, {"emu128", HWY_EMU128}};

/// The targets compiled in that this processor has, best first.
std::string names_of(std::int64_t supported) {
  std::string out;
  for (const Target& t : kTargets)
    if (t.bit & supported & HWY_TARGETS) out += (out.empty() ? "" : ", ") + std::string(t.name);
  return out;
}

struct Choice {
  const char* isa = "none";
  std::string error;

  Choice() {
    const std::int64_t supported = hwy::SupportedTargets();
    if (const char* wanted = std::getenv("WICK_ISA"); wanted && *wanted) {
      std::int64_t bit = 0;
      for (const Target& t : kTargets)
        if (std::strcmp(t.name, wanted) == 0) bit = t.bit & supported & HWY_TARGETS;
      if (bit)
        hwy::SetSupportedTargetsForTest(bit);
      else
        error = str("WICK_ISA is \"", wanted, "\"; this machine has ", names_of(supported), ".");
    }
    const std::int64_t usable = hwy::SupportedTargets() & HWY_TARGETS;
    hwy::GetChosenTarget().Update(usable);
    for (const Target& t : kTargets)
      if (t.bit & usable) {
        isa = t.name;
        break;
      }
  }
};

const Choice& choice() {
  static const Choice instance;
  return instance;
}

// Before main, and so before any kernel's first dispatch.
[[maybe_unused]] const Choice& at_start = choice();

}  // namespace

const char* isa() { return choice().isa; }
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
