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

#elif defined(__aarch64__)

#include <cstdlib>
#include <cstring>

namespace wick::kernels {

bool use_unfused = false;  // foreach_arm.h

namespace {

struct Start {
  std::string error;
  Start() {
    const char* wanted = std::getenv("WICK_ISA");
    if (wanted && *wanted && std::strcmp(wanted, "neon") != 0) error = str("WICK_ISA is \"", wanted, "\"; this machine has neon.");
    const char* same = std::getenv("WICK_DETERMINISTIC");
    use_unfused = same && std::strcmp(same, "0") != 0 && *same;
  }
};
const Start start;

}  // namespace

const char* isa() { return use_unfused ? "neon, unfused" : "neon"; }
void set_deterministic(bool on) { use_unfused = on; }
bool deterministic() { return use_unfused; }
const char* isa_error() { return start.error.empty() ? nullptr : start.error.c_str(); }

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
std::string names_of(std::int64_t available) {
  std::string out;
  for (const Target& t : kTargets)
    if (t.bit & available) out += (out.empty() ? "" : ", ") + std::string(t.name);
  return out;
}

constexpr std::int64_t kUnfused = HWY_SSE4 | HWY_EMU128 | HWY_SCALAR;

struct Choice {
  const char* isa = "none";
  std::string error;
  bool deterministic = false;

  Choice() {
    if (const char* wanted = std::getenv("WICK_ISA"); wanted && *wanted) {
      std::int64_t bit = 0;
      for (const Target& t : kTargets)
        if (std::strcmp(t.name, wanted) == 0) bit = t.bit & available_;
      if (bit)
        usable_ = bit;
      else
        error = str("WICK_ISA is \"", wanted, "\"; this machine has ", names_of(available_), ".");
    }
    const char* same = std::getenv("WICK_DETERMINISTIC");
    choose(same && std::strcmp(same, "0") != 0 && *same);
  }

  void choose(bool on) {
    deterministic = on && (available_ & kUnfused);
    const std::int64_t from = deterministic ? available_ & kUnfused : usable_;
    hwy::GetChosenTarget().Update(from);
    for (const Target& t : kTargets)
      if (t.bit & from) {
        isa = t.name;
        break;
      }
  }

 private:
  std::int64_t available_ = hwy::SupportedTargets() & HWY_TARGETS, usable_ = available_;
};

Choice& choice() {
  static Choice instance;
  return instance;
}

// Before main, and so before any kernel's first dispatch.
[[maybe_unused]] Choice& at_start = choice();

}  // namespace

const char* isa() { return choice().isa; }
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
