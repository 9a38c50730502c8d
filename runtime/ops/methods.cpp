// Tensor's methods that only forward to the op of the same name, and in-place forms of ops.

#include "ops/common.h"
#include "wick/ops/indexing.h"
#include "wick/ops/rearrange.h"
#include "wick/ops/sampling.h"

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
Tensor Tensor::gather(std::int64_t dim, const Tensor& index) const { return wick::gather(*this, dim, index); }
Tensor Tensor::scatter(std::int64_t dim, const Tensor& index, const Tensor& src) const { return wick::scatter(*this, dim, index, src); }
Tensor Tensor::scatter_add(std::int64_t dim, const Tensor& index, const Tensor& src) const { return wick::scatter_add(*this, dim, index, src); }
Tensor Tensor::index_select(std::int64_t dim, const Tensor& index) const { return wick::index_select(*this, dim, index); }
Tensor Tensor::index_add(std::int64_t dim, const Tensor& index, const Tensor& source, double alpha) const { return wick::index_add(*this, dim, index, source, alpha); }
Tensor Tensor::index_fill(std::int64_t dim, const Tensor& index, const Tensor& value) const { return wick::index_fill(*this, dim, index, value); }
Tensor Tensor::index(const TensorList& indices) const { return wick::index(*this, indices); }
Tensor Tensor::index(std::initializer_list<indexing::TensorIndex> indices) const { return wick::index(*this, indices); }
Tensor Tensor::index_put(const TensorList& indices, const Tensor& values, bool accumulate) const { return wick::index_put(*this, indices, values, accumulate); }
Tensor Tensor::masked_fill(const Tensor& mask, const Tensor& value) const { return wick::masked_fill(*this, mask, value); }
Tensor Tensor::masked_select(const Tensor& mask) const { return wick::masked_select(*this, mask); }
Tensor Tensor::take(const Tensor& index) const { return wick::take(*this, index); }
Tensor Tensor::nonzero() const { return wick::nonzero(*this); }
Tensor Tensor::tril(std::int64_t diagonal) const { return wick::tril(*this, diagonal); }
Tensor Tensor::triu(std::int64_t diagonal) const { return wick::triu(*this, diagonal); }
Tensor Tensor::flip(const Dims& dims) const { return wick::flip(*this, dims); }
Tensor Tensor::roll(const Dims& shifts, const Dims& dims) const { return wick::roll(*this, shifts, dims); }
Tensor Tensor::repeat(const Dims& repeats) const { return wick::repeat(*this, repeats); }
Tensor Tensor::repeat_interleave(const Tensor& repeats, std::optional<std::int64_t> dim) const { return wick::repeat_interleave(*this, repeats, dim); }
Tensor Tensor::movedim(const Dims& source, const Dims& destination) const { return wick::movedim(*this, source, destination); }
Tensor Tensor::unfold(std::int64_t dimension, std::int64_t size, std::int64_t step) const { return unfold_view(*this, dimension, size, step); }
Tensor Tensor::unflatten(std::int64_t dim, const Shape& sizes) const { return wick::unflatten(*this, dim, sizes); }
Tensor Tensor::expand_as(const Tensor& other) const { return wick::expand_as(*this, other); }
Tensor Tensor::view_as(const Tensor& other) const { return wick::view_as(*this, other); }
TensorList Tensor::split(std::int64_t split_size, std::int64_t dim) const { return wick::split(*this, split_size, dim); }
TensorList Tensor::chunk(std::int64_t chunks, std::int64_t dim) const { return wick::chunk(*this, chunks, dim); }
TensorList Tensor::unbind(std::int64_t dim) const { return wick::unbind(*this, dim); }

// In place.

namespace {
// t becomes fn(t). recorded: whether fn's node will enter a graph.
template <class F>
Tensor& in_place(const char* op, Tensor& t, bool recorded, const F& fn) {
  const Tensor before = in_place_operand(op, t, recorded);
  return write_in_place(op, t, fn(before)), t;
}
Tensor& unary_in_place(const char* op, Tensor& t, Tensor (*fn)(const Tensor&)) {
  return in_place(op, t, needs_grad(t), fn);
}
}  // namespace

Tensor& Tensor::exp_() { return unary_in_place("exp_", *this, wick::exp); }
Tensor& Tensor::log_() { return unary_in_place("log_", *this, wick::log); }
Tensor& Tensor::sqrt_() { return unary_in_place("sqrt_", *this, wick::sqrt); }
Tensor& Tensor::abs_() { return unary_in_place("abs_", *this, wick::abs); }
Tensor& Tensor::neg_() { return unary_in_place("neg_", *this, wick::neg); }
Tensor& Tensor::tanh_() { return unary_in_place("tanh_", *this, wick::tanh); }
Tensor& Tensor::sigmoid_() { return unary_in_place("sigmoid_", *this, wick::sigmoid); }
Tensor& Tensor::relu_() { return unary_in_place("relu_", *this, wick::relu); }
Tensor& Tensor::pow_(const Tensor& exponent) {
  return in_place("pow_", *this, needs_grad(*this, exponent), [&](const Tensor& x) { return wick::pow(x, exponent); });
}
Tensor& Tensor::clamp_(std::optional<double> min, std::optional<double> max) {
  return in_place("clamp_", *this, needs_grad(*this), [&](const Tensor& x) { return wick::clamp(x, min, max); });
}
Tensor& Tensor::masked_fill_(const Tensor& mask, const Tensor& value) {
  return in_place("masked_fill_", *this, needs_grad(*this, value), [&](const Tensor& x) { return wick::masked_fill(x, mask, value); });
}
Tensor& Tensor::index_fill_(std::int64_t dim, const Tensor& index, const Tensor& value) {
  return in_place("index_fill_", *this, needs_grad(*this, value), [&](const Tensor& x) { return wick::index_fill(x, dim, index, value); });
}
Tensor& Tensor::index_copy_(std::int64_t dim, const Tensor& index, const Tensor& source) {
  return in_place("index_copy_", *this, needs_grad(*this, source), [&](const Tensor& x) { return wick::index_copy(x, dim, index, source); });
}
Tensor& Tensor::index_add_(std::int64_t dim, const Tensor& index, const Tensor& source, double alpha) {
  return in_place("index_add_", *this, needs_grad(*this, source), [&](const Tensor& x) { return wick::index_add(x, dim, index, source, alpha); });
}
Tensor& Tensor::index_put_(const TensorList& indices, const Tensor& values, bool accumulate) {
  return in_place("index_put_", *this, needs_grad(*this, values), [&](const Tensor& x) { return wick::index_put(x, indices, values, accumulate); });
}
Tensor& Tensor::index_put_(std::initializer_list<indexing::TensorIndex> indices, const Tensor& values) {
  return wick::index_put_(*this, indices, values), *this;
}
Tensor& Tensor::scatter_(std::int64_t dim, const Tensor& index, const Tensor& src) {
  return in_place("scatter_", *this, needs_grad(*this, src), [&](const Tensor& x) { return wick::scatter(x, dim, index, src); });
}
Tensor& Tensor::scatter_add_(std::int64_t dim, const Tensor& index, const Tensor& src) {
  return in_place("scatter_add_", *this, needs_grad(*this, src), [&](const Tensor& x) { return wick::scatter_add(x, dim, index, src); });
}
Tensor& Tensor::uniform_(double from, double to) {
  check_in_place("uniform_", *this);
  check(from <= to, ErrorKind::value, "[uniform_] expects to return a [from, to) range, but found from={} > to={}.", from, to);
  const Tensor values = empty_like(*this);
  wick::uniform_(values, from, to);
  return copy_(values);
}
Tensor& Tensor::normal_(double mean, double std) {
  check_in_place("normal_", *this);
  const Tensor values = empty_like(*this);
  wick::normal_(values, mean, std);
  return copy_(values);
}
Tensor& Tensor::exponential_(double lambd) { return wick::exponential_(*this, lambd), *this; }
Tensor& Tensor::bernoulli_(const Tensor& p) { return wick::bernoulli_(*this, p), *this; }
Tensor& Tensor::random_(std::int64_t from, std::optional<std::int64_t> to) { return wick::random_(*this, from, to), *this; }

}  // namespace wick
