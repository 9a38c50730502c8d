#include "core/mode.h"
#include "wick/autograd.h"

namespace wick {

bool grad_enabled() { return grad_mode.enabled; }
bool inference_enabled() { return grad_mode.inference; }

NoGradGuard::NoGradGuard(bool on) : before_(grad_mode.enabled) {
  if (on) grad_mode.enabled = false;
}
NoGradGuard::~NoGradGuard() { grad_mode.enabled = before_; }

EnableGradGuard::EnableGradGuard() : before_(grad_mode.enabled) { grad_mode.enabled = !grad_mode.inference; }
EnableGradGuard::~EnableGradGuard() { grad_mode.enabled = before_; }

InferenceMode::InferenceMode() : grad_before_(grad_mode.enabled), inference_before_(grad_mode.inference) {
  grad_mode.enabled = false;
  grad_mode.inference = true;
}
InferenceMode::~InferenceMode() {
  grad_mode.enabled = grad_before_;
  grad_mode.inference = inference_before_;
}

DetectAnomaly::DetectAnomaly() : before_(grad_mode.anomaly) { grad_mode.anomaly = true; }
DetectAnomaly::~DetectAnomaly() { grad_mode.anomaly = before_; }

}  // namespace wick
