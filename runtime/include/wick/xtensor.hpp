#pragma once
// xtensor arrays in and out, without a copy. Only this header needs xtensor (libxtensor-dev); the library does not.
//
//   xt::xarray<float> a = ...;
//   Tensor t = from_xtensor(std::move(a));   // t owns the array
//   auto view = as_xtensor<float>(t);        // an xtensor view of t's memory; t must outlive it

#include <memory>
#include <vector>
#include <xtensor/xadapt.hpp>
#include <xtensor/xarray.hpp>

#include "wick/tensor.h"

namespace wick {

/// t's elements as an xtensor expression that can be read and written, with t's shape and strides (broadcast dimensions
/// included). Valid while t's storage lives. Writes through it are not seen by autograd's version counters.
/// Throws ErrorKind::dtype when T is not t's element type.
template <class T>
auto as_xtensor(const Tensor& t) {
  std::vector<std::size_t> shape(t.shape().begin(), t.shape().end());
  std::vector<std::ptrdiff_t> strides(t.strides().begin(), t.strides().end());
  // xtensor wants stride 0 where the size is 1.
  for (std::size_t i = 0; i < shape.size(); ++i)
    if (shape[i] == 1) strides[i] = 0;
  std::size_t span = t.numel() ? 1 : 0;
  for (std::size_t i = 0; i < shape.size() && span; ++i) span += (shape[i] - 1) * static_cast<std::size_t>(strides[i]);
  return xt::adapt(t.data<T>(), span, xt::no_ownership(), shape, strides);
}

/// Takes the array over: the tensor shares its memory and frees it with its last view.
template <class T>
Tensor from_xtensor(xt::xarray<T>&& array) {
  auto owner = std::make_shared<xt::xarray<T>>(std::move(array));
  Shape shape;
  for (std::size_t n : owner->shape()) shape.push_back(static_cast<std::int64_t>(n));
  return from_blob(owner->data(), shape, contiguous_strides(shape), dtype_of<T>::value, owner);
}

/// Evaluates an xtensor expression into a new tensor.
template <class E>
Tensor from_xtensor(const xt::xexpression<E>& expression) {
  return from_xtensor(xt::xarray<typename E::value_type>(expression.derived_cast()));
}

}  // namespace wick
