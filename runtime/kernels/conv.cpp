#include "conv_scalar.h"

namespace wick::kernels {

void conv2d_forward(const Conv2d& g, const float* x, const float* w, const float* bias, float* y) {
  conv_forward_scalar(g, x, w, bias, y);
}
void conv2d_backward_input(const Conv2d& g, const float* dy, const float* w, float* dx) {
  conv_backward_input_scalar(g, dy, w, dx);
}
void conv2d_backward_weight(const Conv2d& g, const float* x, const float* dy, float* dw, float* dbias) {
  conv_backward_weight_scalar(g, x, dy, dw, dbias);
}

}  // namespace wick::kernels
