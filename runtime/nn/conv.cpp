// Conv2d and the pools.

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/nn/layers.h"

namespace wick::nn {

Conv2d::Conv2d(std::int64_t in, std::int64_t out, const Dims& kernel, const Conv2dOptions& o)
    : in_channels(in), out_channels(out), kernel_size(pair_of("Conv2d", "kernel_size", kernel, 1)), options(o) {
  check_positive("Conv2d", "in_channels", in);
  check_positive("Conv2d", "out_channels", out);
  check_positive("Conv2d", "groups", o.groups);
  check(in % o.groups == 0, ErrorKind::value, "[Conv2d] in_channels is {}, groups is {}; in_channels must be divisible by groups.", in, o.groups);
  check(out % o.groups == 0, ErrorKind::value, "[Conv2d] out_channels is {}, groups is {}; out_channels must be divisible by groups.", out,
        o.groups);
  options.stride = pair_of("Conv2d", "stride", o.stride, 1);
  options.padding = pair_of("Conv2d", "padding", o.padding, 0);
  options.dilation = pair_of("Conv2d", "dilation", o.dilation, 1);
  weight = new_parameter({out, in / o.groups, kernel_size[0], kernel_size[1]});
  if (o.bias) bias = new_parameter(out);
  default_init(weight, bias);
}

Tensor Conv2d::forward(const Tensor& x) {
  const int rank = x.dim();
  check((rank == 3 || rank == 4) && x.size(-3) == in_channels, ErrorKind::shape,
        "[Conv2d] input is {}; need [N,{},H,W] or [{},H,W] (in_channels).", x, in_channels, in_channels);
  return conv2d(x, weight, bias, options.stride, options.padding, options.dilation, options.groups);
}

void Conv2d::visit(Visitor& v) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
}

std::string Conv2d::extra_repr() const {
  std::string out = str("{}, {}, kernel_size={}, stride={}", in_channels, out_channels, py_tuple(kernel_size), py_tuple(options.stride));
  if (options.padding != Dims{0, 0}) out += ", padding=" + py_tuple(options.padding);
  if (options.dilation != Dims{1, 1}) out += ", dilation=" + py_tuple(options.dilation);
  if (options.groups != 1) out += str(", groups=", options.groups);
  if (!bias.defined()) out += ", bias=False";
  return out;
}

MaxPool2d::MaxPool2d(const Dims& kernel, const MaxPool2dOptions& o) : kernel_size(kernel), options(o) {
  pair_of("MaxPool2d", "kernel_size", kernel, 1);
  if (o.stride.empty()) options.stride = kernel;
  pair_of("MaxPool2d", "stride", options.stride, 1);
  pair_of("MaxPool2d", "padding", o.padding, 0);
  pair_of("MaxPool2d", "dilation", o.dilation, 1);
}

Tensor MaxPool2d::forward(const Tensor& x) {
  return max_pool2d(x, kernel_size, options.stride, options.padding, options.dilation, options.ceil_mode);
}

std::string MaxPool2d::extra_repr() const {
  return str("kernel_size={}, stride={}, padding={}, dilation={}, ceil_mode={}", py_size(kernel_size), py_size(options.stride),
      py_size(options.padding), py_size(options.dilation), py_bool(options.ceil_mode));
}

AvgPool2d::AvgPool2d(const Dims& kernel, const AvgPool2dOptions& o) : kernel_size(kernel), options(o) {
  pair_of("AvgPool2d", "kernel_size", kernel, 1);
  if (o.stride.empty()) options.stride = kernel;
  pair_of("AvgPool2d", "stride", options.stride, 1);
  pair_of("AvgPool2d", "padding", o.padding, 0);
  check(o.divisor_override != 0, ErrorKind::value, "[AvgPool2d] divisor_override is 0; need another number.");
}

Tensor AvgPool2d::forward(const Tensor& x) {
  return avg_pool2d(x, kernel_size, options.stride, options.padding, options.ceil_mode, options.count_include_pad,
                    options.divisor_override);
}

std::string AvgPool2d::extra_repr() const {
  return str("kernel_size={}, stride={}, padding={}", py_size(kernel_size), py_size(options.stride), py_size(options.padding));
}

AdaptiveAvgPool2d::AdaptiveAvgPool2d(const Dims& size) : output_size(size) { pair_of("AdaptiveAvgPool2d", "output_size", size, 1); }

Tensor AdaptiveAvgPool2d::forward(const Tensor& x) { return adaptive_avg_pool2d(x, output_size); }

std::string AdaptiveAvgPool2d::extra_repr() const { return "output_size=" + py_size(output_size); }

}  // namespace wick::nn
