#pragma once

#include "wick/autograd.h"

namespace wick {

struct GradMode {
  bool enabled = true, inference = false, anomaly = false;
};
extern thread_local GradMode grad_mode;

// The node whose gradient runs now; a saved result finds its own node here.
extern thread_local Node* current_node;

}  // namespace wick
