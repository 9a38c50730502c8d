// Tensor's methods that only forward to the op of the same name.

#include "wick/ops.h"

namespace wick {

Tensor Tensor::add(const Tensor& other, double alpha) const { return wick::add(*this, other, alpha); }
Tensor Tensor::sub(const Tensor& other, double alpha) const { return wick::sub(*this, other, alpha); }
Tensor Tensor::mul(const Tensor& other) const { return wick::mul(*this, other); }
Tensor Tensor::div(const Tensor& other) const { return wick::div(*this, other); }
Tensor Tensor::pow(const Tensor& exponent) const { return wick::pow(*this, exponent); }
Tensor Tensor::matmul(const Tensor& other) const { return wick::matmul(*this, other); }
Tensor Tensor::exp() const { return wick::exp(*this); }
Tensor Tensor::log() const { return wick::log(*this); }
Tensor Tensor::sqrt() const { return wick::sqrt(*this); }
Tensor Tensor::abs() const { return wick::abs(*this); }
Tensor Tensor::neg() const { return wick::neg(*this); }
Tensor Tensor::tanh() const { return wick::tanh(*this); }
Tensor Tensor::sigmoid() const { return wick::sigmoid(*this); }
Tensor Tensor::relu() const { return wick::relu(*this); }
Tensor Tensor::clamp(std::optional<double> min, std::optional<double> max) const { return wick::clamp(*this, min, max); }
Tensor Tensor::flatten(std::int64_t start_dim, std::int64_t end_dim) const { return wick::flatten(*this, start_dim, end_dim); }
Tensor Tensor::sum(const Dims& dim, bool keepdim) const { return wick::sum(*this, dim, keepdim); }
Tensor Tensor::mean(const Dims& dim, bool keepdim) const { return wick::mean(*this, dim, keepdim); }
Tensor Tensor::var(const Dims& dim, double correction, bool keepdim) const { return wick::var(*this, dim, correction, keepdim); }
Tensor Tensor::max() const { return wick::max(*this); }
Tensor Tensor::min() const { return wick::min(*this); }
Tensor Tensor::argmax(std::optional<std::int64_t> dim, bool keepdim) const { return wick::argmax(*this, dim, keepdim); }
Tensor Tensor::softmax(std::int64_t dim) const { return wick::softmax(*this, dim); }
Tensor Tensor::log_softmax(std::int64_t dim) const { return wick::log_softmax(*this, dim); }

}  // namespace wick
