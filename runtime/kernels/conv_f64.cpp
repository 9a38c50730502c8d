#include "conv_scalar.h"

namespace wick::kernels {

void conv2d_forward(const Conv2d& g, const double* x, const double* w, const double* bias, double* y) {
  conv_forward_scalar(g, x, w, bias, y);
}
void conv2d_backward_input(const Conv2d& g, const double* dy, const double* w, double* dx) {
  conv_backward_input_scalar(g, dy, w, dx);
}
void conv2d_backward_weight(const Conv2d& g, const double* x, const double* dy, double* dw, double* dbias) {
  conv_backward_weight_scalar(g, x, dy, dw, dbias);
}

}  // namespace wick::kernels
