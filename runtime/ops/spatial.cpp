#include "ops/spatial.h"

namespace wick {

const char* spatial_layout(int n) {
  static constexpr const char* kTexts[] = {"[N,C,L] or [C,L]", "[N,C,H,W] or [C,H,W]", "[N,C,D,H,W] or [C,D,H,W]"};
  return kTexts[n - 1];
}

bool has_batch(const char* op, const Tensor& x, int n) {
  check_floating(op, "input", x);
  check(x.dim() == n + 1 || x.dim() == n + 2, ErrorKind::shape, "[{}] input is {}; need {}.", op, x, spatial_layout(n));
  return x.dim() == n + 2;
}

Dims sizes_of(const char* op, const char* name, const Dims& d, int n, std::int64_t least) {
  bool ok = d.rank() == 1 || d.rank() == n;
  for (const std::int64_t v : d) ok = ok && v >= least && v < (1 << 20);
  check(ok, ErrorKind::value, "[{}] {} is {}; need one size or {}, each >= {} and below 2^20.", op, name, d, n, least);
  return d.rank() == n ? d : Dims::filled(n, d[0]);
}

ConvSettings conv_settings(const char* op, int n, const Tensor& x, const Tensor& w, const Tensor& bias, const Dims& stride, const Dims& padding,
                           const Dims& dilation, std::int64_t groups, bool transposed) {
  has_batch(op, x, n);
  check_floating(op, "weight", w);
  check_same_dtype(op, "input", x, "weight", w);
  check(w.dim() == n + 2, ErrorKind::shape, "[{}] weight is {}; need {} dimensions, [{}].", op, w, n + 2,
        transposed ? "in_channels,out_channels/groups,kernel..." : "out_channels,in_channels/groups,kernel...");
  const ConvSettings s{sizes_of(op, "stride", stride, n, 1), sizes_of(op, "padding", padding, n, 0), sizes_of(op, "dilation", dilation, n, 1), groups};
  for (int i = 2; i < n + 2; ++i)
    check(w.shape()[i] > 0 && w.shape()[i] < (1 << 20), ErrorKind::value, "[{}] weight is {}; its kernel sizes must be positive and below 2^20.", op, w);
  const std::int64_t C = x.size(-1 - n), first = w.shape()[0];
  check(groups > 0 && C % groups == 0 && first % groups == 0, ErrorKind::value, "[{}] groups is {} with {} input channels and weight {}; it must divide {}.",
        op, groups, C, w, transposed ? "the input channels" : "both the input and the output channels");
  const std::int64_t takes = transposed ? first : w.shape()[1] * groups, O = transposed ? w.shape()[1] * groups : first;
  check(C == takes, ErrorKind::shape, "[{}] input is {} with {} channels, weight is {} with groups {}; weight takes {} input channels.", op, x, C, w,
        groups, takes);
  if (bias.defined()) {
    check_same_dtype(op, "input", x, "bias", bias);
    check(bias.shape() == Shape{O}, ErrorKind::shape, "[{}] bias is {}; need [{}], one per output channel.", op, bias, O);
  }
  if (transposed) return s;
  for (int i = 0; i < n; ++i) {
    const std::int64_t room = x.size(i - n) + 2 * s.padding[i], span = s.dilation[i] * (w.shape()[2 + i] - 1) + 1;
    check(room >= span, ErrorKind::shape,
          "[{}] input is {}, padding {}, weight {}, dilation {}: along dimension {} the kernel spans {} of {}; the kernel cannot be larger than the input.", op,
          x, s.padding, w, s.dilation, i - n, span, room);
  }
  return s;
}

}  // namespace wick
