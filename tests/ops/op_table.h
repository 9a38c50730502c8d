#pragma once
// Samples of every op in the registry, which the generic tests run through: gradients, layouts, dtypes, errors.

#include <string>
#include <vector>

#include "wick/registry.h"

namespace wick::test {

struct Sample {
  std::string op;
  std::vector<Value> args;  // floating tensors with requires_grad are differentiated; f64
};

/// A call that must throw, with a part of its text.
struct BadCall {
  std::string op;
  std::vector<Value> args;
  std::string text;
};

std::vector<Sample> op_samples();
std::vector<BadCall> bad_calls();

/// The same values in another layout. transposed: first and last dimension swapped in memory; stepped: every second
/// element of a larger block, with an offset. The result is a leaf like t.
Tensor transposed_layout(const Tensor& t);
Tensor stepped_layout(const Tensor& t);

/// The sample's arguments with each floating tensor put through fn.
template <class F>
std::vector<Value> map_tensors(const std::vector<Value>& args, F fn) {
  std::vector<Value> out = args;
  for (Value& v : out) {
    if (v.tensor.defined() && v.tensor.is_floating_point()) v.tensor = fn(v.tensor);
    for (Tensor& t : v.tensors) t = fn(t);
  }
  return out;
}

/// "conv2d #3 (f64[2,3,5,5], ...)": for CAPTURE.
std::string describe(const Sample& s, std::size_t i);

}  // namespace wick::test
