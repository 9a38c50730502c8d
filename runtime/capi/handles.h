#pragma once
// What the opaque handles of wick.h hold, and how an exception becomes a status. Private to capi/.

#include <memory>
#include <string>
#include <utility>

#include "wick/lr_scheduler.h"
#include "wick/metrics.h"
#include "wick/nn.h"
#include "wick/optim.h"
#include "wick/swa_utils.h"
#include "wick/tensor.h"
#include "wick/wick.h"

struct wick_tensor {
  wick::Tensor t;
};
struct wick_module {
  wick::nn::ModulePtr module;
  std::unique_ptr<wick::optim::BatchNormUpdate> batch_norm_update = {};  // of module, which goes later
};
struct wick_optimizer {
  std::shared_ptr<wick::optim::Optimizer> optimizer;
};
struct wick_scheduler {
  std::shared_ptr<wick::optim::Optimizer> optimizer;  // must outlive the scheduler
  std::unique_ptr<wick::optim::LRScheduler> scheduler;
};
struct wick_metric {
  std::unique_ptr<wick::Accumulator> metric;
};

namespace wick::capi {

/// Keeps text until this thread's next call that returns text.
const char* keep_text(std::string text);
/// Stores what wick_last_error() says and returns the status.
wick_status set_error(wick_status kind, std::string text) noexcept;
/// The same for the exception being handled.
wick_status report_exception() noexcept;

/// Runs fn; an exception becomes a status. Every wick_ function that can fail is one of these.
template <class F>
wick_status guarded(F&& fn) {
  try {
    std::forward<F>(fn)();
    return 0;
  } catch (...) {
    return report_exception();
  }
}

/// A new handle for the caller to free.
inline wick_tensor* hand_out(Tensor t) { return new wick_tensor{std::move(t)}; }

/// The tensor of an argument that must be there. Throws ErrorKind::value naming fn.
const Tensor& need(const char* fn, const wick_tensor* t);
/// Throws ErrorKind::value for a NULL pointer argument.
void need_pointer(const char* fn, const char* what, const void* p);

}  // namespace wick::capi
