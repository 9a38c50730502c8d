#include "ops/op_table.h"

#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick::test {

namespace {

Generator& gen() {
  static Generator g(20);
  return g;
}

Tensor leaf(Tensor t) { return t.requires_grad_(), t; }
/// Normal values; kinks at 0 are passed by at a distance of 0.05.
Tensor R(const Shape& s) {
  Tensor t = randn(s, DType::float64, &gen());
  for (std::int64_t i = 0; i < t.numel(); ++i) {
    double& v = t.data<double>()[i];
    if (v < 0.05 && v > -0.05) v = v < 0 ? v - 0.1 : v + 0.1;
  }
  return leaf(t);
}
/// In [0.5, 2]: away from the poles of log, rsqrt and division.
Tensor P(const Shape& s) {
  Tensor t = empty(s, DType::float64);
  uniform_(t, 0.5, 2, &gen());
  return leaf(t);
}
/// A shuffled ladder with steps of 0.25: no two values are near each other, so max has no tie to cross.
Tensor D(const Shape& s) {
  Tensor t = empty(s, DType::float64);
  const Tensor order = randperm(t.numel(), &gen());
  for (std::int64_t i = 0; i < t.numel(); ++i) t.data<double>()[i] = 0.25 * static_cast<double>(order.data<std::int64_t>()[i]) - 0.125 * static_cast<double>(t.numel()) + 0.05;
  return leaf(t);
}
Tensor constant(const Tensor& t) { return t.detach().clone(); }
Tensor idx(const Shape& s, std::int64_t n) { return randint(0, n, s, &gen()); }
Tensor mask(const Shape& s) { return gt(randn(s, DType::float64, &gen()), 0.0); }

using Ints = std::vector<std::int64_t>;
using V = Value;
const V kNone{};

void unary_samples(std::vector<Sample>& out) {
  for (const char* op : {"exp", "abs", "neg", "square", "sin", "cos", "tanh", "sigmoid", "relu", "leaky_relu", "elu", "gelu", "silu", "softplus"}) {
    out.push_back({op, {R({3, 4})}});
    out.push_back({op, {R({17})}});
    out.push_back({op, {R({})}});
    out.push_back({op, {R({2, 0, 3})}});
  }
  for (const char* op : {"log", "sqrt", "rsqrt", "reciprocal"}) {
    out.push_back({op, {P({3, 4})}});
    out.push_back({op, {P({2, 3, 5})}});
    out.push_back({op, {P({})}});
  }
  out.push_back({"leaky_relu", {R({2, 5}), 0.3}});
  out.push_back({"elu", {R({2, 5}), 0.7}});
  out.push_back({"gelu", {R({2, 5}), std::string("tanh")}});
  out.push_back({"softplus", {R({2, 5}), 2.5, 1.0}});
}

void binary_samples(std::vector<Sample>& out) {
  const auto shapes = std::vector<std::pair<Shape, Shape>>{{{3, 4}, {3, 4}}, {{3, 4}, {4}}, {{3, 1, 4}, {2, 1}}, {{}, {2, 3}}, {{2, 1, 2, 1, 3}, {1, 3, 1, 2, 1}}, {{0, 3}, {1, 3}}};
  for (const auto& [a, b] : shapes) {
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
  out.push_back({"clamp", {R({4, 4}), -0.62, 0.71}});
  out.push_back({"clamp", {R({4, 4}), kNone, 0.33}});
  out.push_back({"clamp", {R({7}), 0.013}});
}

void reduce_samples(std::vector<Sample>& out) {
  for (const char* op : {"sum", "mean", "var", "amax", "amin"}) {
    const bool var = std::string(op) == "var", extremum = std::string(op)[0] == 'a';
    const auto X = [&](const Shape& s) { return extremum ? D(s) : R(s); };
    const auto call = [&](Tensor x, Ints dim, bool keep) {
      out.push_back(var ? Sample{op, {x, dim, 1.0, keep}} : Sample{op, {x, dim, keep}});
    };
    out.push_back({op, {X({3, 4})}});
    call(X({3, 4}), {0}, false);
    call(X({3, 4}), {-1}, true);
    call(X({2, 3, 4}), {1}, false);
    call(X({2, 3, 4}), {0, 2}, false);
    call(X({2, 3, 4}), {0, 2}, true);
    call(X({2, 3, 2, 2}), {1, 2}, false);
    call(X({37}), {0}, false);
  }
  out.push_back({"var", {R({3, 5}), Ints{1}, 0.0}});
  out.push_back({"sum", {R({})}});
  out.push_back({"sum", {R({0, 3}), Ints{0}}});
  for (const char* op : {"max", "min"}) {
    out.push_back({op, {D({3, 4})}});
    out.push_back({op, {D({})}});
    out.push_back({std::string(op) + ".dim", {D({3, 4}), std::int64_t{0}}});
    out.push_back({std::string(op) + ".dim", {D({3, 4}), std::int64_t{-1}, true}});
    out.push_back({std::string(op) + ".dim", {D({2, 3, 4}), std::int64_t{1}}});
  }
  for (const char* op : {"argmax", "argmin"}) {
    out.push_back({op, {constant(D({3, 4}))}});
    out.push_back({op, {constant(D({3, 4})), std::int64_t{1}}});
    out.push_back({op, {constant(D({2, 3, 4})), std::int64_t{1}, true}});
  }
  for (const Shape& s : {Shape{3, 4}, Shape{2, 3, 5}, Shape{6}}) {
    out.push_back({"logsumexp", {R(s), Ints{-1}}});
    out.push_back({"logsumexp", {R(s), Ints{0}, true}});
    for (const char* op : {"softmax", "log_softmax"}) {
      out.push_back({op, {R(s), std::int64_t{-1}}});
      out.push_back({op, {R(s), std::int64_t{0}}});
    }
  }
}

void product_samples(std::vector<Sample>& out) {
  const auto shapes = std::vector<std::pair<Shape, Shape>>{{{3, 4}, {4, 5}}, {{4}, {4}}, {{4}, {4, 3}}, {{3, 4}, {4}}, {{2, 3, 4}, {2, 4, 2}},
                                                           {{2, 3, 4}, {4, 2}}, {{2, 1, 3, 4}, {3, 4, 2}}, {{1, 4}, {4, 1}}, {{3, 1}, {1, 3}}, {{2, 0}, {0, 3}}};
  for (const auto& [a, b] : shapes) out.push_back({"matmul", {R(a), R(b)}});
  out.push_back({"linear", {R({3, 4}), R({5, 4}), R({5})}});
  out.push_back({"linear", {R({3, 4}), R({5, 4})}});
  out.push_back({"linear", {R({2, 3, 4}), R({1, 4}), R({1})}});
  out.push_back({"linear", {R({4}), R({2, 4}), R({2})}});
  const auto I = [](std::int64_t v) { return V(v); };
  out.push_back({"conv2d", {R({2, 3, 5, 5}), R({4, 3, 3, 3}), R({4})}});
  out.push_back({"conv2d", {R({1, 2, 6, 5}), R({3, 2, 3, 3}), R({3}), I(1), I(1)}});
  out.push_back({"conv2d", {R({2, 2, 7, 6}), R({2, 2, 3, 2}), kNone, Ints{2, 1}, Ints{1, 0}}});
  out.push_back({"conv2d", {R({1, 2, 8, 7}), R({2, 2, 3, 3}), R({2}), I(1), I(2), I(2)}});
  out.push_back({"conv2d", {R({2, 4, 5, 5}), R({4, 2, 3, 3}), R({4}), I(2), I(1), I(1), I(2)}});
  out.push_back({"conv2d", {R({2, 3, 5, 4}), R({6, 1, 3, 3}), R({6}), I(1), I(1), I(1), I(3)}});
  out.push_back({"conv2d", {R({2, 3, 4, 4}), R({5, 3, 1, 1}), kNone}});
  out.push_back({"conv2d", {R({2, 3, 5, 5}), R({2, 3, 1, 1}), kNone, I(2)}});
  out.push_back({"conv2d", {R({2, 5, 4}), R({3, 2, 2, 3}), R({3})}});
}

void pool_samples(std::vector<Sample>& out) {
  const auto I = [](std::int64_t v) { return V(v); };
  out.push_back({"max_pool2d", {D({2, 2, 4, 4}), I(2)}});
  out.push_back({"max_pool2d", {D({1, 2, 5, 6}), Ints{3, 2}, Ints{2, 1}, Ints{1, 0}}});
  out.push_back({"max_pool2d", {D({1, 1, 7, 7}), I(2), I(1), I(0), I(2)}});
  out.push_back({"max_pool2d", {D({2, 5, 5}), I(2), Ints{}, I(0), I(1), true}});
  out.push_back({"avg_pool2d", {R({2, 2, 4, 4}), I(2)}});
  out.push_back({"avg_pool2d", {R({1, 2, 5, 6}), Ints{3, 2}, Ints{2, 1}, Ints{1, 1}}});
  out.push_back({"avg_pool2d", {R({1, 2, 5, 5}), I(3), I(2), I(1), true, false}});
  out.push_back({"avg_pool2d", {R({2, 5, 5}), I(2), I(2), I(0), false, true, I(3)}});
  out.push_back({"adaptive_avg_pool2d", {R({2, 2, 5, 7}), Ints{2, 3}}});
  out.push_back({"adaptive_avg_pool2d", {R({2, 3, 4, 4}), I(1)}});
  out.push_back({"adaptive_avg_pool2d", {R({2, 3, 3}), I(5)}});
}

void norm_samples(std::vector<Sample>& out) {
  for (const Shape& s : {Shape{4, 3}, Shape{3, 3, 2, 3}, Shape{2, 3, 5}}) {
    out.push_back({"batch_norm", {R(s), constant(R({3})), constant(P({3})), R({3}), R({3}), true, 0.0}});
    out.push_back({"batch_norm", {R(s), constant(R({3})), constant(P({3})), R({3}), R({3}), false}});
    out.push_back({"batch_norm", {R(s), kNone, kNone, kNone, kNone, true}});
  }
  out.push_back({"layer_norm", {R({3, 6}), Ints{6}, R({6}), R({6})}});
  out.push_back({"layer_norm", {R({2, 3, 4}), Ints{3, 4}, R({3, 4}), R({3, 4}), 1e-3}});
  out.push_back({"layer_norm", {R({5, 4}), Ints{4}}});
  out.push_back({"dropout", {R({4, 5}), 0.5, false}});
  out.push_back({"dropout", {R({4, 5}), 0.0}});
  out.push_back({"dropout", {R({6, 5}), 0.4}});
  out.push_back({"dropout", {R({6, 5}), 1.0}});
}

void index_samples(std::vector<Sample>& out) {
  const auto I = [](std::int64_t v) { return V(v); };
  out.push_back({"embedding", {idx({2, 3}, 5), R({5, 4})}});
  out.push_back({"embedding", {idx({7}, 2), R({3, 2}), I(2)}});
  out.push_back({"gather", {R({3, 4}), I(1), idx({3, 2}, 4)}});
  out.push_back({"gather", {R({3, 4}), I(0), idx({5, 4}, 3)}});
  out.push_back({"gather", {R({2, 3, 4}), I(1), idx({2, 2, 3}, 3)}});
  out.push_back({"scatter_add", {R({3, 4}), I(1), idx({3, 6}, 4), R({3, 6})}});
  out.push_back({"scatter_add", {R({5, 2}), I(0), idx({3, 2}, 5), R({3, 2})}});
  out.push_back({"index_select", {R({3, 4}), I(0), idx({5}, 3)}});
  out.push_back({"index_select", {R({2, 3, 4}), I(-1), idx({3}, 4)}});
  out.push_back({"index_add", {R({3, 4}), I(0), idx({5}, 3), R({5, 4})}});
  out.push_back({"index_add", {R({2, 3, 2}), I(1), idx({4}, 3), R({2, 4, 2})}});
  out.push_back({"one_hot", {idx({2, 3}, 4), I(4)}});
}

void shape_samples(std::vector<Sample>& out) {
  const auto I = [](std::int64_t v) { return V(v); };
  out.push_back({"cat", {TensorList{R({2, 3}), R({1, 3}), R({0, 3})}}});
  out.push_back({"cat", {TensorList{R({2, 3, 2}), R({2, 1, 2})}, I(-2)}});
  out.push_back({"stack", {TensorList{R({2, 3}), R({2, 3})}}});
  out.push_back({"stack", {TensorList{R({2, 3}), R({2, 3}), R({2, 3})}, I(-1)}});
  out.push_back({"split", {R({5, 2}), I(2)}});
  out.push_back({"split", {R({2, 6}), I(3), I(1)}});
  out.push_back({"split.sizes", {R({2, 6}), Ints{1, 3, 2}, I(-1)}});
  out.push_back({"pad", {R({2, 3}), Ints{1, 2}}});
  out.push_back({"pad", {R({2, 3, 4}), Ints{1, -1, 0, 2}, 0.5}});
  out.push_back({"flatten", {R({2, 3, 4})}});
  out.push_back({"flatten", {R({2, 3, 4}), I(1)}});
  out.push_back({"flatten", {R({})}});
  out.push_back({"reshape", {R({2, 6}), Ints{3, -1}}});
  out.push_back({"reshape", {R({2, 3, 4}), Ints{6, 4}}});
  out.push_back({"view", {R({2, 6}), Ints{2, 6, 1}}});
  out.push_back({"transpose", {R({2, 3, 4}), I(0), I(-1)}});
  out.push_back({"t", {R({2, 3})}});
  out.push_back({"permute", {R({2, 3, 4}), Ints{2, 0, 1}}});
  out.push_back({"narrow", {R({5, 2}), I(0), I(1), I(3)}});
  out.push_back({"select", {R({5, 2}), I(0), I(-2)}});
  out.push_back({"select", {R({2, 3, 4}), I(1), I(2)}});
  out.push_back({"slice", {R({7, 2}), I(0), I(1), I(6), I(2)}});
  out.push_back({"slice", {R({2, 5}), I(1), I(-4), I(-1)}});
  out.push_back({"expand", {R({2, 1}), Ints{3, 2, 4}}});
  out.push_back({"expand", {R({3}), Ints{2, -1}}});
  out.push_back({"squeeze", {R({1, 3, 1, 2})}});
  out.push_back({"squeeze.dim", {R({1, 3, 1, 2}), I(2)}});
  out.push_back({"unsqueeze", {R({3, 2}), I(1)}});
  out.push_back({"clone", {R({3, 2})}});
  out.push_back({"contiguous", {R({3, 2})}});
  out.push_back({"to", {R({3, 2}), std::string("float64")}});
}

void loss_samples(std::vector<Sample>& out) {
  const std::string mean = "mean", sum = "sum", none = "none";
  const auto I = [](std::int64_t v) { return V(v); };
  for (const std::string& reduction : {mean, sum, none}) {
    out.push_back({"cross_entropy", {R({5, 4}), idx({5}, 4), kNone, I(-100), reduction}});
    out.push_back({"cross_entropy", {R({6, 4}), idx({6}, 4), constant(P({4})), I(2), reduction, 0.2}});
    out.push_back({"cross_entropy", {R({2, 3, 2, 2}), idx({2, 2, 2}, 3), kNone, I(1), reduction}});
    out.push_back({"nll_loss", {R({5, 4}), idx({5}, 4), kNone, I(-100), reduction}});
    out.push_back({"nll_loss", {R({6, 4}), idx({6}, 4), constant(P({4})), I(2), reduction}});
    out.push_back({"binary_cross_entropy_with_logits", {R({3, 4}), P({3, 4}), kNone, kNone, reduction}});
    out.push_back({"binary_cross_entropy_with_logits", {R({3, 4}), P({3, 4}), constant(P({4})), constant(P({4})), reduction}});
    out.push_back({"mse_loss", {R({3, 4}), R({3, 4}), reduction}});
    out.push_back({"l1_loss", {D({3, 4}), constant(zeros({3, 4}, DType::float64)), reduction}});
    out.push_back({"smooth_l1_loss", {R({3, 4}), R({3, 4}), reduction}});
    out.push_back({"smooth_l1_loss", {R({3, 4}), R({3, 4}), reduction, 0.4}});
  }
  out.push_back({"cross_entropy", {R({4}), idx({}, 4)}});
}

void factory_samples(std::vector<Sample>& out) {
  const auto I = [](std::int64_t v) { return V(v); };
  for (const char* op : {"zeros", "ones", "rand", "randn"}) out.push_back({op, {Ints{2, 3}}});
  out.push_back({"full", {Ints{2, 3}, 1.5}});
  out.push_back({"arange", {0.0, 5.0}});
  out.push_back({"randint", {I(0), I(5), Ints{4}}});
  out.push_back({"randperm", {I(6)}});
}

}  // namespace

std::vector<Sample> op_samples() {
  gen() = Generator(20);
  std::vector<Sample> out;
  unary_samples(out);
  binary_samples(out);
  reduce_samples(out);
  product_samples(out);
  pool_samples(out);
  norm_samples(out);
  index_samples(out);
  shape_samples(out);
  loss_samples(out);
  factory_samples(out);
  return out;
}

Tensor transposed_layout(const Tensor& t) {
  if (t.dim() < 2) return stepped_layout(t);
  Tensor y = t.detach().transpose(0, -1).clone().transpose(0, -1).detach();
  return y.requires_grad_(t.requires_grad()), y;
}

Tensor stepped_layout(const Tensor& t) {
  if (t.dim() == 0) return t;
  Shape wide = t.shape();
  wide[wide.rank() - 1] = 2 * wide.back() + 1;
  Tensor block = full(wide, -7.0, t.dtype());
  Tensor y = block.slice(-1, 1, wide.back(), 2).detach();
  const NoGradGuard guard;
  y.copy_(t);
  return y.requires_grad_(t.requires_grad()), y;
}

std::string describe(const Sample& s, std::size_t i) {
  std::string out = s.op + " #" + std::to_string(i) + " (";
  for (const Value& v : s.args) {
    if (v.kind == Value::Kind::tensor) out += to_text(v.tensor) + ", ";
    else if (v.kind == Value::Kind::ints) out += to_text(Dims(v.ints)) + ", ";
    else if (v.kind == Value::Kind::integer) out += std::to_string(v.integer) + ", ";
    else if (v.kind == Value::Kind::number) out += to_text(v.number) + ", ";
    else out += "., ";
  }
  return out + ")";
}

}  // namespace wick::test
