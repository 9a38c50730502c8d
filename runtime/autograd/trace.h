#pragma once
// Watching a computation: while a Tracer is installed, every op that fills new memory tells it what it did. Views fill
// nothing and say nothing; what a storage holds and how an op sees it is all there is to know. An op made of other ops
// is known by those.

#include <initializer_list>
#include <span>

#include "wick/tensor.h"

namespace wick {

struct Tracer {
  /// y = op(in, params): name is the registry's; in holds the schema's tensors in order (undefined where absent), params
  /// its other arguments as numbers: a list as its length and entries, none as NaN, a dtype as its number. Trailing
  /// arguments with their default may be missing.
  virtual void op(const char* name, const Tensor& y, std::span<const Tensor* const> in, std::span<const double> params) = 0;
  /// t is written in place from value.
  virtual void write(const Tensor& t, const Tensor& value) = 0;
  /// The values of t decide the size of what op makes.
  virtual void read(const char* op, const Tensor& t) = 0;

 protected:
  ~Tracer() = default;
};
extern constinit thread_local Tracer* tracer;

WICK_NOINLINE inline void trace(const char* name, const Tensor& y, std::initializer_list<const Tensor*> in, std::initializer_list<double> params = {}) {
  tracer->op(name, y, std::span(in.begin(), in.size()), std::span(params.begin(), params.size()));
}
/// A list argument as part of params: {n, entries}.
void append_list(std::vector<double>& params, const Dims& list);

}  // namespace wick
