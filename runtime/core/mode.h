#pragma once
// What this thread records. Core holds it, for a tensor keeps whether it was made in inference mode; autograd/mode.cpp changes it.

namespace wick {

struct GradMode {
  bool enabled = true, inference = false, anomaly = false;
};
extern constinit thread_local GradMode grad_mode;

}  // namespace wick
