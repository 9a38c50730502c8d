#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void unary_samples(Samples& out) {
  for (const Shape& s : elementwise_shapes()) {
    for (const char* op : {"exp", "abs", "neg", "square", "sin", "cos", "tanh", "sigmoid", "relu", "leaky_relu", "elu", "gelu", "silu", "softplus"})
      out.push_back({op, {R(s)}});
    for (const char* op : {"log", "sqrt", "rsqrt", "reciprocal"}) out.push_back({op, {P(s)}});
    out.push_back({"clamp", {D(s), -0.5, 0.5}});
  }
  for (const Shape& s : {Shape{2, 5}, Shape{11}}) {
    out.push_back({"leaky_relu", {R(s), 0.3}});
    out.push_back({"elu", {R(s), 0.7}});
    out.push_back({"gelu", {R(s), std::string("tanh")}});
    out.push_back({"softplus", {R(s), 2.5, 1.0}});
    out.push_back({"clamp", {D(s), kNone, 0.25}});
    out.push_back({"clamp", {D(s), 0.0}});
  }
}

void binary_samples(Samples& out) {
  for (const auto& [a, b] : broadcast_pairs()) {
    out.push_back({"add", {R(a), R(b)}});
    out.push_back({"sub", {R(a), R(b)}});
    out.push_back({"mul", {R(a), R(b)}});
    out.push_back({"div", {R(a), P(b)}});
    out.push_back({"pow", {P(a), R(b)}});
    out.push_back({"maximum", {D(a), R(b)}});
    out.push_back({"minimum", {D(a), R(b)}});
    for (const char* op : {"eq", "ne", "lt", "le", "gt", "ge"}) out.push_back({op, {constant(R(a)), constant(R(b))}});
    out.push_back({"where", {mask(broadcast_shapes("test", a, b)), R(a), R(b)}});
  }
  for (const char* op : {"add", "sub", "mul", "div", "maximum", "minimum"}) {
    out.push_back({op, {R({2, 3}), 1.75}});
    out.push_back({op, {1.75, P({2, 3})}});
  }
  out.push_back({"add", {R({2, 3}), R({3}), 0.5}});
  out.push_back({"sub", {R({2, 3}), R({3}), -2.0}});
  out.push_back({"pow", {R({3, 3}), 2.0}});
  out.push_back({"pow", {P({3, 3}), -1.5}});
  out.push_back({"where", {mask({3, 1}), R({3, 2}), 0.25}});
}

const SampleFamily kFamily("elementwise", [](Samples& out) {
  unary_samples(out);
  binary_samples(out);
});

}  // namespace
}  // namespace wick::test
