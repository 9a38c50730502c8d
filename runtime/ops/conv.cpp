#include "ops/formula.h"
#include "ops/spatial.h"

namespace wick {

namespace {

// The kernel's geometry of x [N,C,H,W] and weight [O,C/groups,KH,KW].
kernels::Conv2d geometry(const Tensor& x, const Tensor& w, const ConvSettings& s) {
  const std::int64_t H = x.shape()[2], W = x.shape()[3], KH = w.shape()[2], KW = w.shape()[3];
  return {x.shape()[0], x.shape()[1], H, W, w.shape()[0], KH, KW,
          conv_extent(H, KH, s.stride[0], s.padding[0], s.dilation[0]), conv_extent(W, KW, s.stride[1], s.padding[1], s.dilation[1]),
          s.stride[0], s.stride[1], s.padding[0], s.padding[1], s.dilation[0], s.dilation[1], s.groups};
}

// The three directions of one convolution, linear in each operand: the gradients of each are the other two, so that they can be
// differentiated on and on (torch.nn.grad.conv2d_input, conv2d_weight).
Tensor output_of(const kernels::Conv2d& g, const Tensor& x, const Tensor& w) {
  const Tensor y = conv2d(x, w, {}, {g.stride_h, g.stride_w}, {g.pad_h, g.pad_w}, {g.dil_h, g.dil_w}, g.groups);
  // What a transposed convolution makes may be larger than its input accounts for.
  return y.size(2) == g.OH && y.size(3) == g.OW ? y : y.narrow(2, 0, g.OH).narrow(3, 0, g.OW);
}
Tensor weight_of(const kernels::Conv2d& g, const Tensor& x, const Tensor& dy);

}  // namespace

Tensor conv2d_input(const kernels::Conv2d& g, const Tensor& dy, const Tensor& w) {
  const Formula temporaries;
  const Term from = dense(dy), wc = dense(w);
  Tensor dx = empty({g.N, g.C, g.H, g.W}, dy.dtype());
  dispatch_floating("conv2d", dy.dtype(), [&]<class T>() { kernels::conv2d_backward_input(g, from->data<T>(), wc->data<T>(), dx.data<T>()); });
  const auto gradient = [g](Term dx, Grads& d, int i) { return Term(i == 0 ? output_of(g, dx, d.kept(1)) : weight_of(g, dx, d.kept(0))); };
  record(dx, "ConvolutionBackward0", kKeepFactors, gradient, dy, w);
  return dx;
}

namespace {

Tensor weight_of(const kernels::Conv2d& g, const Tensor& x, const Tensor& dy) {
  const Term xc = dense(x), from = dense(dy);
  Tensor dw = empty({g.O, g.C / g.groups, g.KH, g.KW}, x.dtype());
  dispatch_floating("conv2d", x.dtype(), [&]<class T>() {
    kernels::conv2d_backward_weight(g, xc->data<T>(), from->data<T>(), dw.data<T>(), static_cast<T*>(nullptr));
  });
  const auto gradient = [g](Term dw, Grads& d, int i) { return Term(i == 0 ? conv2d_input(g, d.kept(1), dw) : output_of(g, d.kept(0), dw)); };
  record(dw, "ConvolutionWeightBackward0", kKeepFactors, gradient, x, dy);
  return dw;
}

struct ConvGradient {
  kernels::Conv2d g;
  void operator()(Term dy, Grads& d) const {
    dispatch_floating("conv2d", dy->dtype(), [&]<class T>() {
      const T* p = dy->data<T>();
      if (d.needs(0)) kernels::conv2d_backward_input(g, p, d.kept(1)->data<T>(), d.make<T>(0));
      if (d.needs(1)) kernels::conv2d_backward_weight(g, d.kept(0)->data<T>(), p, d.make<T>(1), d.make<T>(2));
      else if (d.needs(2)) d[2] = sum(dy, {0, 2, 3});
    });
  }
  void twice(Term dy, Grads& d) const {
    if (d.needs(0)) d[0] = conv2d_input(g, dy, d.kept(1));
    if (d.needs(1)) d[1] = weight_of(g, d.kept(0), dy);
    if (d.needs(2)) d[2] = sum(dy, {0, 2, 3});
  }
};

}  // namespace

Tensor conv2d(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding, const Dims& dilation,
              std::int64_t groups) {
  const ConvSettings settings = conv_settings("conv2d", 2, x, weight, bias, stride, padding, dilation, groups);
  if (x.dim() == 3) return conv2d(x.unsqueeze(0), weight, bias, stride, padding, dilation, groups).squeeze(0);
  const kernels::Conv2d g = geometry(x, weight, settings);
  const Formula temporaries;
  const Term xc = dense(x), w = dense(weight), b = dense(bias);
  Tensor y = empty({g.N, g.O, g.OH, g.OW}, x.dtype());
  dispatch_floating("conv2d", x.dtype(), [&]<class T>() {
    kernels::conv2d_forward(g, xc->data<T>(), w->data<T>(), b->defined() ? b->data<T>() : nullptr, y.data<T>());
  });
  if (tracer) {
    const auto n = [](std::int64_t v) { return static_cast<double>(v); };
    trace("conv2d", y, {&*xc, &*w, &*b}, {2, n(g.stride_h), n(g.stride_w), 2, n(g.pad_h), n(g.pad_w), 2, n(g.dil_h), n(g.dil_w), n(groups)});
  }
  record(y, "ConvolutionBackward0", (needs_grad(weight) ? kKeepFirst : kKeepNothing) | kKeepSecond | kFused, ConvGradient{g}, x, weight, bias);
  return y;
}

}  // namespace wick
