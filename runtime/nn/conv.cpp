// Convolutions and sliding blocks.

#include "wick/nn/conv.h"

#include "nn/parameters.h"
#include "nn/python_text.h"

namespace wick::nn {

Conv::Conv(const char* type, int n, std::int64_t in, std::int64_t out, const Dims& kernel, const ConvOptions& o, const Dims* output_padding)
    : in_channels(in), out_channels(out), kernel_size(sizes_of(type, "kernel_size", kernel, n, 1)), options(o), type_(type) {
  check_positive(type, "in_channels", in);
  check_positive(type, "out_channels", out);
  check_positive(type, "groups", o.groups);
  check(in % o.groups == 0, ErrorKind::value, "[{}] in_channels is {}, groups is {}; in_channels must be divisible by groups.", type, in, o.groups);
  check(out % o.groups == 0, ErrorKind::value, "[{}] out_channels is {}, groups is {}; out_channels must be divisible by groups.", type, out, o.groups);
  options.stride = sizes_of(type, "stride", o.stride, n, 1);
  options.dilation = sizes_of(type, "dilation", o.dilation, n, 1);
  const std::string& text = o.padding.text;
  check(text.empty() || text == "same" || text == "valid", ErrorKind::value, "[{}] padding is \"{}\"; need \"same\", \"valid\" or sizes.", type, text);
  if (text.empty()) options.padding = sizes_of(type, "padding", o.padding.sizes, n, 0);
  for (const std::int64_t s : options.stride)
    check(text != "same" || s == 1, ErrorKind::value, "[{}] stride is {}; padding='same' is not supported for strided convolutions.", type, o.stride);
  check(o.padding_mode == "zeros" || o.padding_mode == "reflect" || o.padding_mode == "replicate" || o.padding_mode == "circular", ErrorKind::value,
        "[{}] padding_mode is \"{}\"; need \"zeros\", \"reflect\", \"replicate\" or \"circular\".", type, o.padding_mode);
  if (output_padding) output_padding_ = sizes_of(type, "output_padding", *output_padding, n, 0);
  Shape shape = output_padding ? Shape{in, out / o.groups} : Shape{out, in / o.groups};
  for (const std::int64_t k : kernel_size) shape.push_back(k);
  weight = new_parameter(shape);
  if (o.bias) bias = new_parameter(out);
  default_init(weight, bias);
}

namespace {

using Forward = Tensor (*)(const Tensor&, const Tensor&, const Tensor&, const Dims&, const Dims&, const Dims&, std::int64_t);
using ForwardText = Tensor (*)(const Tensor&, const Tensor&, const Tensor&, const Dims&, std::string_view, const Dims&, std::int64_t);
constexpr Forward kForward[] = {conv1d, conv2d, conv3d};
constexpr ForwardText kForwardText[] = {conv1d_padding, conv2d_padding, conv3d_padding};

void check_input(const Conv& c, const Tensor& x) {
  const int n = c.kernel_size.rank();
  static constexpr const char* kSpace[] = {"L", "H,W", "D,H,W"};
  check((x.dim() == n + 1 || x.dim() == n + 2) && x.size(-1 - n) == c.in_channels, ErrorKind::shape, "[{}] input is {}; need [N,{},{}] or [{},{}] (in_channels).",
        c.type(), x, c.in_channels, kSpace[n - 1], c.in_channels, kSpace[n - 1]);
}

}  // namespace

Tensor Conv::forward(const Tensor& x) {
  check_input(*this, x);
  const int n = kernel_size.rank();
  const auto& [stride, padding, dilation, groups, with_bias, mode] = options;
  if (mode == "zeros" && padding.text.empty()) return kForward[n - 1](x, weight, bias, stride, padding.sizes, dilation, groups);
  if (mode == "zeros") return kForwardText[n - 1](x, weight, bias, stride, padding.text, dilation, groups);
  Dims widths;  // of the last dimension first; an odd one more of "same" goes behind
  for (int i = n - 1; i >= 0; --i) {
    const std::int64_t both = padding.text == "same" ? dilation[i] * (kernel_size[i] - 1) : padding.text.empty() ? 2 * padding.sizes[i] : 0;
    widths.push_back(both / 2);
    widths.push_back(both - both / 2);
  }
  return kForward[n - 1](pad(x, widths, mode), weight, bias, stride, 0, dilation, groups);
}

void Conv::visit(Visitor& v) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
}

std::string Conv::extra_repr() const {
  const auto all = [&](const Dims& d, std::int64_t v) { return d == Dims::filled(d.rank(), v); };
  std::string out = str("{}, {}, kernel_size={}, stride={}", in_channels, out_channels, py_tuple(kernel_size), py_tuple(options.stride));
  if (!options.padding.text.empty()) out += ", padding=" + options.padding.text;
  else if (!all(options.padding.sizes, 0)) out += ", padding=" + py_tuple(options.padding.sizes);
  if (!all(options.dilation, 1)) out += ", dilation=" + py_tuple(options.dilation);
  if (!all(output_padding_, 0)) out += ", output_padding=" + py_tuple(output_padding_);
  if (options.groups != 1) out += str(", groups=", options.groups);
  if (!bias.defined()) out += ", bias=False";
  if (options.padding_mode != "zeros") out += ", padding_mode=" + options.padding_mode;
  return out;
}

ConvTranspose::ConvTranspose(const char* type, int n, std::int64_t in, std::int64_t out, const Dims& kernel, const ConvTransposeOptions& o)
    : Conv(type, n, in, out, kernel, {o.stride, o.padding, o.dilation, o.groups, o.bias}, &o.output_padding) {}

Tensor ConvTranspose::transposed(const Tensor& x, const Dims& output_padding) {
  check_input(*this, x);
  constexpr decltype(&conv_transpose1d) kTransposed[] = {conv_transpose1d, conv_transpose2d, conv_transpose3d};
  return kTransposed[kernel_size.rank() - 1](x, weight, bias, options.stride, options.padding.sizes, output_padding, options.groups, options.dilation);
}

Tensor ConvTranspose::forward(const Tensor& x, const Dims& output_size) {
  check_input(*this, x);
  const int n = kernel_size.rank(), lead = output_size.rank() - n;
  check(lead == 0 || output_size.rank() == x.dim(), ErrorKind::value, "[{}] output_size is {} for input {}; must have {} or {} elements.", type_, output_size, x, n,
        x.dim());
  Dims extra = kernel_size;
  for (int i = 0; i < n; ++i) {
    const std::int64_t stride = options.stride[i];
    const std::int64_t least = (x.size(i - n) - 1) * stride - 2 * options.padding.sizes[i] + options.dilation[i] * (kernel_size[i] - 1) + 1;
    extra[i] = output_size[lead + i] - least;
    check(extra[i] >= 0 && extra[i] < stride, ErrorKind::value, "[{}] requested an output size of {}, but valid sizes of dimension {} range from {} to {} for input {}.",
          type_, output_size, i - n, least, least + stride - 1, x);
  }
  return transposed(x, extra);
}

Tensor Unfold::forward(const Tensor& x) { return unfold(x, kernel_size, options.dilation, options.padding, options.stride); }
std::string Unfold::extra_repr() const {
  return str("kernel_size={}, dilation={}, padding={}, stride={}", py_size(kernel_size), py_size(options.dilation), py_size(options.padding), py_size(options.stride));
}

Tensor Fold::forward(const Tensor& x) { return fold(x, output_size, kernel_size, options.dilation, options.padding, options.stride); }
std::string Fold::extra_repr() const {
  return str("output_size={}, kernel_size={}, dilation={}, padding={}, stride={}", py_size(output_size), py_size(kernel_size), py_size(options.dilation),
             py_size(options.padding), py_size(options.stride));
}

}  // namespace wick::nn
