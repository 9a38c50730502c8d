#pragma once

#include "wick/autograd.h"

namespace wick {

struct GradMode {
  bool enabled = true, inference = false, anomaly = false;
};
extern constinit thread_local GradMode grad_mode;

}  // namespace wick
