// Version, errors, memory and the seed.

#include <cstdlib>
#include <new>

#include "capi/handles.h"
#include "kernels/dispatch.h"
#include "wick/memory.h"
#include "wick/parallel.h"
#include "wick/random.h"

namespace wick::capi {

namespace {
thread_local std::string last_error;
thread_local std::string kept_text;
constexpr wick_status kInternal = 99;
}  // namespace

const char* keep_text(std::string text) {
  kept_text = std::move(text);
  return kept_text.c_str();
}

wick_status set_error(wick_status kind, std::string text) noexcept {
  last_error.swap(text);
  return kind;
}

wick_status report_exception() noexcept {
  try {
    try {
      throw;
    } catch (const Error& e) {
      return set_error(static_cast<wick_status>(e.kind()), e.what());
    } catch (const std::bad_alloc&) {
      return set_error(static_cast<wick_status>(ErrorKind::memory), "[memory] the system has no memory left.");
    } catch (const std::exception& e) {
      return set_error(kInternal, std::string("[internal] ") + e.what());
    } catch (...) {
      return set_error(kInternal, "[internal] an unknown exception.");
    }
  } catch (...) {  // no memory for the text itself
    last_error.clear();
    return static_cast<wick_status>(ErrorKind::memory);
  }
}

const Tensor& need(const char* fn, const wick_tensor* t) {
  check(t != nullptr && t->t.defined(), ErrorKind::value, "[{}] the tensor handle is NULL; need a tensor.", fn);
  return t->t;
}

void need_pointer(const char* fn, const char* what, const void* p) {
  check(p != nullptr, ErrorKind::value, "[{}] {} is NULL; need a pointer.", fn, what);
}

}  // namespace wick::capi

using namespace wick;
using namespace wick::capi;

const char* wick_version(void) { return WICK_VERSION; }

const char* wick_last_error(void) { return last_error.c_str(); }

const char* wick_info(void) {
  try {
    const MemoryStats m = memory_stats();
#ifdef WICK_NO_FLOAT64
    constexpr bool kFloat64 = false;
#else
    constexpr bool kFloat64 = true;
#endif
    return keep_text(str("{\"isa\":\"{}\",\"threads\":{},\"float64\":{},\"memory\":{\"used\":{},\"cached\":{},\"peak\":{},\"live_tensors\":{}}}",
                         kernels::isa(), num_threads(), kFloat64, m.used, m.cached, m.peak, m.live_tensors));
  } catch (...) {
    report_exception();
    return "{}";
  }
}

void* wick_alloc(size_t bytes) { return std::malloc(bytes ? bytes : 1); }
void wick_free(void* memory) { std::free(memory); }
void wick_manual_seed(uint64_t seed) { manual_seed(seed); }
