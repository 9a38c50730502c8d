#pragma once
// Samples of every op in the registry, which the generic tests run through: gradients, layouts, dtypes, errors.
// A family of ops adds its own files: samples_<family>.cpp and bad_calls_<family>.cpp, each with one
//   static const SampleFamily family("<family>", [](Samples& out) { out.push_back({"exp", {R({3, 4})}}); ... });
// (BadCallFamily and BadCalls for the other). Values come from the makers below.

#include <string>
#include <vector>

#include "wick/registry.h"

namespace wick::test {

/// How a sample's tensors lie in memory. Empty and 0-dim are samples that have such a tensor; the others are made of any sample.
enum class Layout {
  contiguous,
  transposed,     // first and last dimension swapped in memory
  stepped,        // every second element of a larger block
  offset,         // contiguous, but not from the start of its storage
  broadcast,      // expanded from size 1 along its first longer dimension: stride 0
  channels_last,  // rank 4 and 5: dimension 1 innermost
  empty,
  zero_dim
};
inline constexpr int kLayouts = 8;
const char* name_of(Layout layout);

struct Sample {
  std::string op;
  std::vector<Value> args;  // floating tensors with requires_grad are differentiated; f64
};

/// The samples of all families. Every differentiable op needs 20 calls that differ in a shape or in another argument, and
/// every layout by one of them.
struct Samples {
  struct Exception {
    std::string op;
    Layout layout;
    std::string reason;
  };
  struct Fewer {
    std::string op;
    int calls;
    std::string reason;
  };
  struct Refusal {
    std::string op, node;
  };
  std::vector<Sample> rows;
  std::vector<Refusal> refusals;
  std::vector<Exception> exceptions;
  std::vector<Fewer> shorter;
  void push_back(Sample s) { rows.push_back(std::move(s)); }
  /// No call of op has this layout.
  void cannot(const std::string& op, Layout layout, const std::string& reason) { exceptions.push_back({op, layout, reason}); }
  /// Only so many calls of op differ.
  void fewer(const std::string& op, int calls, const std::string& reason) { shorter.push_back({op, calls, reason}); }
  /// The gradient of op's gradient throws, naming its node ("CumprodBackward0").
  void refuses_second(const std::string& op, const std::string& node) { refusals.push_back({op, node}); }
  bool has(const std::string& op, Layout layout) const;
};
struct SampleFamily {
  SampleFamily(const char* name, void (*fill)(Samples&));
};
const Samples& op_samples();

/// A call that must throw, with a part of its text.
struct BadCall {
  std::string op;
  std::vector<Value> args;
  std::string text;
};
using BadCalls = std::vector<BadCall>;
struct BadCallFamily {
  BadCallFamily(const char* name, void (*fill)(BadCalls&));
};
BadCalls bad_calls();

// Values for samples. Each family draws from its own stream.
using V = Value;
using Ints = std::vector<std::int64_t>;
extern const V kNone;
inline V I(std::int64_t v) { return V(v); }
Tensor R(const Shape& s);  ///< normal; at least 0.05 from 0, where many ops have a kink
Tensor P(const Shape& s);  ///< in [0.5, 2]: away from the poles of log, rsqrt and division
Tensor U(const Shape& s, double low, double high);
Tensor D(const Shape& s);  ///< a shuffled ladder of step 0.25: no two values are near each other, so that max has no tie to cross
Tensor constant(const Tensor& t);                 ///< the same values, not differentiated
Tensor idx(const Shape& s, std::int64_t n);       ///< int64 in [0, n)
Tensor mask(const Shape& s);                      ///< bool, half of it true
/// 20 shapes for an elementwise op: every layout, 0 to 6 dimensions, at most 17 elements.
const std::vector<Shape>& elementwise_shapes();
/// Pairs that broadcast with each other, as many and as various.
const std::vector<std::pair<Shape, Shape>>& broadcast_pairs();
// For calls that must fail: float32 and int64 zeros.
inline V f32(const Shape& s) { return V(zeros(s)); }
inline V i64(const Shape& s) { return V(zeros(s, DType::int64)); }

/// Whether the layout changes a tensor of this sample that is differentiated (or any floating one if none is).
bool applies(Layout layout, const Sample& s);
/// The values of t in a layout; broadcast: the smaller tensor that expands to t's shape. A leaf like t.
Tensor lay_out(Layout layout, const Tensor& t);

/// The sample's arguments with each tensor put through fn.
template <class F>
std::vector<Value> map_tensors(const std::vector<Value>& args, F fn) {
  std::vector<Value> out = args;
  for (Value& v : out) {
    if (v.tensor.defined()) v.tensor = fn(v.tensor);
    for (Tensor& t : v.tensors)
      if (t.defined()) t = fn(t);
  }
  return out;
}
/// leaves, laid out from args, expanded to the shapes of args.
std::vector<Value> expanded(const std::vector<Value>& leaves, const std::vector<Value>& args);

/// "conv2d(f64[2,3,5,5], ...)": for CAPTURE, and what tells calls apart.
std::string describe(const Sample& s);

}  // namespace wick::test
