#include "kernels/conv.h"

#include "ops/formula.h"

namespace wick {

namespace {

// The kernel's geometry of x [N,C,H,W] and weight [O,C/groups,KH,KW], all sizes checked.
kernels::Conv2d geometry(const Tensor& x, const Tensor& w, const Dims& stride, const Dims& padding, const Dims& dilation, std::int64_t groups) {
  check(w.dim() == 4, ErrorKind::shape, "[conv2d] weight is {}; need [out_channels,in_channels/groups,kh,kw].", w);
  check(x.dim() == 4, ErrorKind::shape, "[conv2d] input is {}; need [N,C,H,W] or [C,H,W].", x);
  const Dims s = pair_of("conv2d", "stride", stride), p = pair_of("conv2d", "padding", padding), d = pair_of("conv2d", "dilation", dilation);
  check(s[0] > 0 && s[1] > 0, ErrorKind::value, "[conv2d] stride is {}; need sizes > 0.", s);
  check(p[0] >= 0 && p[1] >= 0, ErrorKind::value, "[conv2d] padding is {}; need sizes >= 0.", p);
  check(d[0] > 0 && d[1] > 0, ErrorKind::value, "[conv2d] dilation is {}; need sizes > 0.", d);
  const std::int64_t C = x.shape()[1], O = w.shape()[0];
  check(groups > 0 && C % groups == 0 && O % groups == 0, ErrorKind::value,
        "[conv2d] groups is {} with {} input and {} output channels; it must divide both.", groups, C, O);
  check(w.shape()[1] == C / groups, ErrorKind::shape,
        "[conv2d] input is {} with {} channels, weight is {} with groups {}; weight takes {} input channels.", x, C, w, groups, w.shape()[1] * groups);
  const std::int64_t kh = w.shape()[2], kw = w.shape()[3];
  check(kh > 0 && kw > 0 && kh < (1 << 20) && kw < (1 << 20) && d[0] < (1 << 20) && d[1] < (1 << 20) && p[0] < (1 << 20) && p[1] < (1 << 20),
        ErrorKind::value, "[conv2d] kernel {}x{}, dilation {}, padding {}: sizes must be positive and below 2^20.", kh, kw, d, p);
  const std::int64_t span_h = d[0] * (kh - 1) + 1, span_w = d[1] * (kw - 1) + 1;
  const std::int64_t H = x.shape()[2] + 2 * p[0], W = x.shape()[3] + 2 * p[1];
  check(H >= span_h && W >= span_w, ErrorKind::shape,
        "[conv2d] padded input is {}x{} but the kernel spans {}x{}; the kernel cannot be larger than the input.", H, W, span_h, span_w);
  return {x.shape()[0], C, x.shape()[2], x.shape()[3], O, kh, kw, (H - span_h) / s[0] + 1, (W - span_w) / s[1] + 1,
          s[0], s[1], p[0], p[1], d[0], d[1], groups};
}

// The three directions of one convolution, linear in each operand: the gradients of each are the other two, so that they can be
// differentiated on and on (torch.nn.grad.conv2d_input, conv2d_weight).
Tensor output_of(const kernels::Conv2d& g, const Tensor& x, const Tensor& w) {
  return conv2d(x, w, {}, {g.stride_h, g.stride_w}, {g.pad_h, g.pad_w}, {g.dil_h, g.dil_w}, g.groups);
}
Tensor weight_of(const kernels::Conv2d& g, const Tensor& x, const Tensor& dy);
Tensor input_of(const kernels::Conv2d& g, const Tensor& dy, const Tensor& w) {
  const Term from = dense(dy), wc = dense(w);
  Tensor dx = empty({g.N, g.C, g.H, g.W}, dy.dtype());
  dispatch_floating("conv2d", dy.dtype(), [&]<class T>() { kernels::conv2d_backward_input(g, from->data<T>(), wc->data<T>(), dx.data<T>()); });
  const auto gradient = [g](Term dx, Grads& d, int i) { return Term(i == 0 ? output_of(g, dx, d.kept(1)) : weight_of(g, dx, d.kept(0))); };
  record(dx, "ConvolutionInputBackward0", kKeepFactors, gradient, dy, w);
  return dx;
}
Tensor weight_of(const kernels::Conv2d& g, const Tensor& x, const Tensor& dy) {
  const Term xc = dense(x), from = dense(dy);
  Tensor dw = empty({g.O, g.C / g.groups, g.KH, g.KW}, x.dtype());
  dispatch_floating("conv2d", x.dtype(), [&]<class T>() {
    kernels::conv2d_backward_weight(g, xc->data<T>(), from->data<T>(), dw.data<T>(), static_cast<T*>(nullptr));
  });
  const auto gradient = [g](Term dw, Grads& d, int i) { return Term(i == 0 ? input_of(g, d.kept(1), dw) : output_of(g, d.kept(0), dw)); };
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
    if (d.needs(0)) d[0] = input_of(g, dy, d.kept(1));
    if (d.needs(1)) d[1] = weight_of(g, d.kept(0), dy);
    if (d.needs(2)) d[2] = sum(dy, {0, 2, 3});
  }
};

}  // namespace

Tensor conv2d(const Tensor& x, const Tensor& weight, const Tensor& bias, const Dims& stride, const Dims& padding, const Dims& dilation,
              std::int64_t groups) {
  check_floating("conv2d", "input", x);
  check_floating("conv2d", "weight", weight);
  check_same_dtype("conv2d", "input", x, "weight", weight);
  if (x.dim() == 3) return conv2d(x.unsqueeze(0), weight, bias, stride, padding, dilation, groups).squeeze(0);
  const kernels::Conv2d g = geometry(x, weight, stride, padding, dilation, groups);
  if (bias.defined()) {
    check_same_dtype("conv2d", "input", x, "bias", bias);
    check(bias.shape() == Shape{g.O}, ErrorKind::shape, "[conv2d] bias is {}; need [{}], one per output channel.", bias, g.O);
  }
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
