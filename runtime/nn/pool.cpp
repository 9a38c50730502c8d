// Pools.

#include "wick/nn/pool.h"

#include "nn/parameters.h"
#include "nn/python_text.h"

namespace wick::nn {

MaxPool::MaxPool(const char* type, int n, const Dims& kernel, const MaxPoolOptions& o) : kernel_size(kernel), options(o), type_(type), n_(n) {
  sizes_of(type, "kernel_size", kernel, n, 1);
  if (o.stride.empty()) options.stride = kernel;
  sizes_of(type, "stride", options.stride, n, 1);
  sizes_of(type, "padding", o.padding, n, 0);
  sizes_of(type, "dilation", o.dilation, n, 1);
}

Tensor MaxPool::forward(const Tensor& x) {
  constexpr decltype(&max_pool2d) kPools[] = {max_pool1d, max_pool2d, max_pool3d};
  return kPools[n_ - 1](x, kernel_size, options.stride, options.padding, options.dilation, options.ceil_mode);
}

TensorList MaxPool::forward_all(const TensorList& inputs) {
  if (!options.return_indices) return Module::forward_all(inputs);
  check_inputs(type_, inputs, 1);
  constexpr decltype(&max_pool2d_with_indices) kPools[] = {max_pool1d_with_indices, max_pool2d_with_indices, max_pool3d_with_indices};
  const auto [y, indices] = kPools[n_ - 1](inputs[0], kernel_size, options.stride, options.padding, options.dilation, options.ceil_mode);
  return {y, indices};
}

std::string MaxPool::extra_repr() const {
  return str("kernel_size={}, stride={}, padding={}, dilation={}, ceil_mode={}", py_size(kernel_size), py_size(options.stride), py_size(options.padding),
             py_size(options.dilation), py_bool(options.ceil_mode));
}

MaxUnpool::MaxUnpool(const char* type, int n, const Dims& kernel, const MaxUnpoolOptions& o)
    : kernel_size(sizes_of(type, "kernel_size", kernel, n, 1)), options(o), type_(type) {
  options.stride = o.stride.empty() ? kernel_size : sizes_of(type, "stride", o.stride, n, 1);
  options.padding = sizes_of(type, "padding", o.padding, n, 0);
}

Tensor MaxUnpool::unpool(const TensorList& inputs, const Dims& output_size) {
  check_inputs(type_, inputs, 2);
  constexpr decltype(&max_unpool2d) kUnpools[] = {max_unpool1d, max_unpool2d, max_unpool3d};
  return kUnpools[kernel_size.rank() - 1](inputs[0], inputs[1], kernel_size, options.stride, options.padding, output_size);
}

std::string MaxUnpool::extra_repr() const {
  return str("kernel_size={}, stride={}, padding={}", py_tuple(kernel_size), py_tuple(options.stride), py_tuple(options.padding));
}

AvgPool::AvgPool(const char* type, int n, const Dims& kernel, const AvgPoolOptions& o) : kernel_size(kernel), options(o), type_(type), n_(n) {
  sizes_of(type, "kernel_size", kernel, n, 1);
  if (o.stride.empty()) options.stride = kernel;
  sizes_of(type, "stride", options.stride, n, 1);
  sizes_of(type, "padding", o.padding, n, 0);
  check(o.divisor_override != 0, ErrorKind::value, "[{}] divisor_override is 0; need another number.", type);
  check(n > 1 || !o.divisor_override, ErrorKind::value, "[{}] divisor_override is given; this layer takes none.", type);
}

Tensor AvgPool::forward(const Tensor& x) {
  const auto& [stride, padding, ceil_mode, count_include_pad, divisor] = options;
  if (n_ == 1) return avg_pool1d(x, kernel_size, stride, padding, ceil_mode, count_include_pad);
  return (n_ == 2 ? avg_pool2d : avg_pool3d)(x, kernel_size, stride, padding, ceil_mode, count_include_pad, divisor);
}

std::string AvgPool::extra_repr() const {
  const auto text = [&](const Dims& d) { return n_ == 1 ? py_tuple(d) : py_size(d); };
  return str("kernel_size={}, stride={}, padding={}", text(kernel_size), text(options.stride), text(options.padding));
}

LPPool::LPPool(const char* type, int n, double norm, const Dims& kernel, const LPPoolOptions& o)
    : norm_type(norm), kernel_size(kernel), options(o), type_(type), n_(n) {
  sizes_of(type, "kernel_size", kernel, n, 1);
  if (!o.stride.empty()) sizes_of(type, "stride", o.stride, n, 1);
  check(norm != 0, ErrorKind::value, "[{}] norm_type is 0; need another number.", type);
}

Tensor LPPool::forward(const Tensor& x) { return (n_ == 1 ? lp_pool1d : lp_pool2d)(x, norm_type, kernel_size, options.stride, options.ceil_mode); }

std::string LPPool::extra_repr() const {
  return str("norm_type={}, kernel_size={}, stride={}, ceil_mode={}", py_number(norm_type), py_size(kernel_size),
             options.stride.empty() ? "None" : py_size(options.stride), py_bool(options.ceil_mode));
}

AdaptivePool::AdaptivePool(const char* type, int n, bool max, const Dims& size, bool indices)
    : output_size(size), return_indices(indices), type_(type), n_(n), max_(max) {
  sizes_of(type, "output_size", size, n, -1);
}

Tensor AdaptivePool::forward(const Tensor& x) {
  using Pool = Tensor (*)(const Tensor&, const Dims&);
  constexpr Pool kPools[] = {adaptive_avg_pool1d, adaptive_avg_pool2d, adaptive_avg_pool3d, adaptive_max_pool1d, adaptive_max_pool2d, adaptive_max_pool3d};
  return kPools[n_ - 1 + (max_ ? 3 : 0)](x, output_size);
}

TensorList AdaptivePool::forward_all(const TensorList& inputs) {
  if (!return_indices) return Module::forward_all(inputs);
  check_inputs(type_, inputs, 1);
  constexpr decltype(&adaptive_max_pool2d_with_indices) kPools[] = {adaptive_max_pool1d_with_indices, adaptive_max_pool2d_with_indices,
                                                                    adaptive_max_pool3d_with_indices};
  const auto [y, indices] = kPools[n_ - 1](inputs[0], output_size);
  return {y, indices};
}

std::string AdaptivePool::extra_repr() const {
  std::string text = py_size(output_size);
  for (std::size_t at; (at = text.find("-1")) != text.npos;) text.replace(at, 2, "None");
  return "output_size=" + text;
}

}  // namespace wick::nn
