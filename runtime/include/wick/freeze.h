#pragma once
// freeze(): a trained module in eval mode as a program. The module runs under a tracer, at three batch sizes, which tells
// what it computes and how sizes follow the batch; then BatchNorm is folded into the convolution or linear layer before
// it, activations and residual sums join the product they follow, weights are packed, and all intermediates get a place
// in one arena. A call allocates nothing and knows no autograd. Any composition of ops freezes: one without a
// fast form runs as the ordinary op.

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "wick/nn.h"

namespace wick {

/// A program with its own copy of the weights. One call at a time: its memory is shared between calls.
class FrozenModel {
 public:
  FrozenModel(FrozenModel&&) noexcept;
  FrozenModel& operator=(FrozenModel&&) noexcept;
  ~FrozenModel();

  /// x as the example, with any batch size unless fixed(); another batch size, or number of threads, is planned once and kept.
  /// Throws ErrorKind::shape or dtype for another input.
  Tensor operator()(const Tensor& x);
  /// The same on plain memory: in holds n samples in the example's dtype, row-major; out gets the result.
  void run(const void* in, void* out, std::int64_t n);
  void run(const float* in, float* out) { run(in, out, example_batch()); }
  /// Of n samples and of their result.
  Shape input_shape(std::int64_t n);
  Shape output_shape(std::int64_t n);
  DType input_dtype() const;
  DType output_dtype() const;

  std::int64_t example_batch() const;
  bool fixed() const;  ///< only the example's batch size is possible: sizes in the module do not follow it
  std::size_t arena_bytes(std::int64_t n);  ///< memory of all intermediates of n samples
  /// What it runs, a line per step: "conv2d+batch_norm+add+relu f32[1,16,32,32]".
  std::vector<std::string> steps(std::int64_t n);

 private:
  struct Impl;
  explicit FrozenModel(std::unique_ptr<Impl> impl);
  friend class Freezer;
  std::unique_ptr<Impl> impl_;
};

/// Freezes what module computes in eval mode (its mode is restored) for inputs like example [N,...].
/// Throws what the module throws for the example; ErrorKind::value for an in-place write, a loss, or a result that does
/// not depend on the input.
FrozenModel freeze(nn::Module& module, const Tensor& example);
/// For float32 inputs of this shape, batch included.
FrozenModel freeze(nn::Module& module, const Shape& example);
/// The same for a function of one tensor.
FrozenModel freeze(const std::function<Tensor(const Tensor&)>& forward, const Tensor& example);

/// freeze() turned inside out, for callers that cannot hand over a function:
///
///   Freezer z(example);
///   for (Tensor x = z.next({}), y; x.defined(); x = z.next(y)) y = f(x);
///   FrozenModel program = z.finish();
///
/// Between two calls of next() every op of the thread is recorded.
class Freezer {
 public:
  explicit Freezer(const Tensor& example);
  ~Freezer();
  Freezer(const Freezer&) = delete;
  Freezer& operator=(const Freezer&) = delete;

  /// Takes the result for the input given last, undefined when it failed, and gives the next input: 2, 3 and 5 rows of the
  /// example; the example itself where the batch cannot vary; at last an undefined tensor.
  Tensor next(const Tensor& y);
  bool last() const;  ///< whether a failure now is final
  FrozenModel finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace wick
