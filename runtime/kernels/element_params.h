#pragma once
// The two parameters of an elementwise operation in both precisions, as they cross from dispatch to a target's code.

namespace wick::kernels {

struct ElementParams {
  ElementParams(double p, double q) : p(static_cast<float>(p)), q(static_cast<float>(q)), pd(p), qd(q) {}
  float p, q;
  double pd, qd;
};

}  // namespace wick::kernels
