// A frozen program computes what the module computes in eval mode, at any batch size, without allocating.

#include "wick/freeze.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "ops/op_table.h"
#include "wick/autograd.h"
#include "wick/memory.h"
#include "wick/ops.h"
#include "wick/ops/indexing.h"
#include "wick/parallel.h"

namespace wick::test {
namespace {

using namespace nn;

Tensor input(const Shape& shape) {
  static Generator gen(3);
  return randn(shape, DType::float32, &gen);
}

// Trained weights have all kinds of values: so do these, also where layers start with zeros and ones.
template <class M>
std::shared_ptr<M> trained(M&& m) {
  auto out = std::make_shared<std::remove_reference_t<M>>(std::move(m));
  const NoGradGuard guard;
  static Generator gen(4);
  for (auto& [name, t] : out->named_parameters()) {
    Tensor p = t;
    p.add_(randn(p.shape(), DType::float32, &gen) * 0.1);
  }
  for (auto& [name, t] : out->named_buffers()) {
    Tensor b = t;
    if (b.is_floating_point()) b.add_(rand(b.shape(), DType::float32, &gen) * 0.5);
  }
  out->eval();
  return out;
}

double error(const Tensor& a, const Tensor& b) {
  REQUIRE(a.shape() == b.shape());
  const auto x = a.to_vector(), y = b.to_vector();
  double most = 0, size = 1e-3;
  for (std::size_t i = 0; i < x.size(); ++i) {
    most = std::max(most, std::abs(x[i] - y[i]));
    size = std::max(size, std::abs(y[i]));
  }
  return most / size;
}

// Frozen against eval() at several batch sizes; steady calls neither make tensors nor take memory.
FrozenModel check_frozen(Module& m, const Shape& sample, double tolerance = 2e-6) {
  Shape shape = sample;
  shape.insert(0, 2);
  FrozenModel f = freeze(m, shape);
  CHECK(!f.fixed());
  for (const std::int64_t n : {1, 3, 64, 3}) {
    CAPTURE(n);
    shape[0] = n;
    const Tensor x = input(shape);
    const NoGradGuard guard;
    const Tensor want = m(x);
    CHECK(error(f(x), want) < tolerance);

    Tensor y = empty(want.shape());
    f.run(x.raw_data(), y.raw_data(), n);
    const MemoryStats before = memory_stats();
    reset_peak_memory();
    for (int i = 0; i < 3; ++i) f.run(x.raw_data(), y.raw_data(), n);
    const MemoryStats after = memory_stats();
    CHECK(after.system_calls == before.system_calls);
    CHECK(after.live_tensors == before.live_tensors);
    CHECK(after.peak == before.used);
    CHECK(error(y, want) < tolerance);
  }
  return f;
}

ModulePtr conv_bn(std::int64_t in, std::int64_t out, std::int64_t kernel, std::int64_t stride) {
  auto m = std::make_shared<Sequential>();
  m->append(Conv2d(in, out, kernel, {.stride = stride, .padding = kernel / 2, .bias = false})).append(BatchNorm2d(out));
  return m;
}
ModulePtr block(std::int64_t in, std::int64_t out, std::int64_t stride) {
  auto main = std::make_shared<Sequential>();
  main->append(conv_bn(in, out, 3, stride)).append(ReLU()).append(conv_bn(out, out, 3, 1));
  Layer shortcut;
  if (stride != 1) shortcut = conv_bn(in, out, 1, stride);
  return std::make_shared<Residual>(main, shortcut, ResidualOptions{.activation = "relu"});
}

TEST_CASE("freeze: an MLP, its activations in the products") {
  const auto m = trained(Sequential(Linear(17, 33), ReLU(), Dropout(0.5), Linear(33, 20), GELU("tanh"), Linear(20, 10), LeakyReLU(0.2), Linear(10, 3), Softmax(1)));
  FrozenModel f = check_frozen(*m, {17});
  const auto steps = f.steps(3);
  REQUIRE(steps.size() == 5);
  CHECK(steps[0] == "linear+relu f32[3,33]");
  CHECK(steps[1] == "linear+gelu f32[3,20]");
  CHECK(steps[2] == "linear+leaky_relu f32[3,10]");
  CHECK(steps[4] == "softmax f32[3,3]");
}

TEST_CASE("freeze: BatchNorm is folded, the residual sum joins the convolution") {
  const auto m = trained(Sequential(Conv2d(3, 16, 3, {.padding = 1, .bias = false}), BatchNorm2d(16), ReLU(), Layer(block(16, 16, 1)), Layer(block(16, 24, 2)),
                                    AdaptiveAvgPool2d(1), Flatten(), Linear(24, 10), BatchNorm1d(10)));
  FrozenModel f = check_frozen(*m, {3, 13, 11}, 1e-5);
  const std::vector<std::string> want = {"conv2d+batch_norm+relu f32[1,16,13,11]",     "conv2d+batch_norm+relu f32[1,16,13,11]", "conv2d+batch_norm+add+relu f32[1,16,13,11]",
                                         "conv2d+batch_norm+relu f32[1,24,7,6]",       "conv2d+batch_norm f32[1,24,7,6]",        "conv2d+batch_norm+add+relu f32[1,24,7,6]",
                                         "adaptive_avg_pool2d f32[1,24,1,1]",          "linear+batch_norm f32[1,10]"};
  std::vector<std::string> have = f.steps(1);
  CHECK(have.size() == want.size());
  for (const std::string& s : want) CHECK_MESSAGE(std::count(have.begin(), have.end(), s) == std::count(want.begin(), want.end(), s), s);
}

TEST_CASE("freeze: pools, odd shapes, groups, strides and dilations") {
  check_frozen(*trained(Sequential(Conv2d(1, 16, 3, {.padding = 1}), BatchNorm2d(16), ReLU(), MaxPool2d(2), Conv2d(16, 32, 3, {.padding = 1}), BatchNorm2d(32), ReLU(),
                                   MaxPool2d(2), Flatten(), Dropout(0.25), Linear(32 * 7 * 7, 12), ReLU(), Linear(12, 10))),
               {1, 28, 28}, 1e-5);
  check_frozen(*trained(Sequential(Conv2d(4, 6, {3, 2}, {.stride = {2, 1}, .padding = {0, 1}, .groups = 2}), AvgPool2d(3, {.stride = 2, .padding = 1, .ceil_mode = true}),
                                   SiLU(), Conv2d(6, 5, 3, {.padding = 2, .dilation = 2}), MaxPool2d(3, {.stride = 1, .padding = 1}), Identity())),
               {4, 17, 9}, 1e-5);
  check_frozen(*trained(Sequential(BatchNorm2d(3), Tanh(), Conv2d(3, 8, 1), ELU(), AdaptiveAvgPool2d({3, 2}))), {3, 8, 7}, 1e-5);
}

TEST_CASE("freeze: a ReLU before pooling moves behind it") {
  for (const std::int64_t width : {2, 7, 12, 34, 37}) {
    FrozenModel f = check_frozen(*trained(Sequential(Conv2d(2, 3, 3, {.padding = 1}), ReLU(), MaxPool2d(2))), {2, 5, width}, 1e-5);
    const auto steps = f.steps(1);
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].rfind("conv2d f32", 0) == 0);
    CHECK(steps[1].rfind("max_pool2d+relu f32", 0) == 0);
  }
}

TEST_CASE("freeze: pooling joins the convolution whose kernel can") {
  for (const Shape& size : {Shape{11, 9}, Shape{8, 14}, Shape{5, 6}, Shape{2, 3}}) {
    FrozenModel f = check_frozen(*trained(Sequential(Conv2d(16, 20, 3, {.padding = 1}), BatchNorm2d(20), ReLU(), MaxPool2d(2))), {16, size[0], size[1]}, 1e-5);
    CHECK(f.steps(1).size() == 1);
    check_frozen(*trained(Sequential(Conv2d(17, 16, 3, {.padding = {2, 1}}), MaxPool2d(2), GELU())), {17, size[0], size[1]}, 1e-5);
  }
  FrozenModel f = check_frozen(*trained(Sequential(Conv2d(16, 16, 3, {.padding = 1}), GELU(), MaxPool2d(2))), {16, 6, 6}, 1e-5);
  CHECK(f.steps(1).size() == 2);
}

TEST_CASE("freeze: large batches go through convolutions a few samples at a time, on any number of threads") {
  const auto m = trained(Sequential(Conv2d(1, 16, 3, {.padding = 1}), ReLU(), MaxPool2d(2), Layer(block(16, 16, 1)), Layer(block(16, 24, 2)), AvgPool2d(2), Flatten(), Linear(24 * 9, 10)));
  FrozenModel f = freeze(*m, Shape{2, 1, 28, 28});
  CHECK(f.arena_bytes(64) < 64 * f.arena_bytes(1) / 2);
  const Tensor x = input({60, 1, 28, 28});
  const int threads = num_threads();
  set_num_threads(1);
  const Tensor one = f(x);
  CHECK(error(one, (*m)(x)) < 1e-5);
  for (const std::int64_t n : {7, 31, 60}) {
    set_num_threads(3);
    FrozenModel g = freeze(*m, Shape{2, 1, 28, 28});
    CHECK(error(g(x.narrow(0, 60 - n, n)), one.narrow(0, 60 - n, n)) == 0);
  }
  set_num_threads(threads);
}

// Layers without a program of their own: those made of convolutions and pools over two dimensions, and those run as ordinary ops.
void check_values(Module& m, const Shape& sample) {
  Shape shape = sample;
  shape.insert(0, 2);
  FrozenModel f = freeze(m, shape);
  CHECK(!f.fixed());
  for (const std::int64_t n : {1, 3}) {
    shape[0] = n;
    const Tensor x = input(shape);
    const NoGradGuard guard;
    CHECK(error(f(x), m(x)) < 1e-5);
  }
}

TEST_CASE("freeze: layers over one and three dimensions, and all the others over two") {
  check_values(*trained(Sequential(Conv1d(2, 6, 5, {.padding = 2}), BatchNorm1d(6), ReLU(), MaxPool1d(2), Conv1d(6, 4, 3, {.padding = "same", .padding_mode = "circular"}), AvgPool1d(2),
                                   AdaptiveMaxPool1d(3), ConvTranspose1d(4, 3, 4, {.stride = 2}), ReplicationPad1d(1))), {2, 17});
  check_values(*trained(Sequential(Conv3d(2, 4, 3, {.padding = 1}), BatchNorm3d(4), SiLU(), MaxPool3d(2), ConvTranspose3d(4, 2, 2, {.stride = 2}), AvgPool3d(2), AdaptiveAvgPool3d({1, 2, 2}))), {2, 4, 6, 4});
  check_values(*trained(Sequential(Conv2d(2, 8, 3, {.padding = 1, .padding_mode = "reflect"}), GroupNorm(2, 8), PixelShuffle(2), InstanceNorm2d(2, {.affine = true}), Upsample({.scale_factor = {1.5}, .mode = "bilinear"}),
                                   ConvTranspose2d(2, 4, 3, {.stride = 2, .padding = 1, .output_padding = 1}), LocalResponseNorm(3), ZeroPad2d({1, -1, 0, 2}), AdaptiveMaxPool2d({4, 5}), RMSNorm(5))), {2, 5, 6});
  const auto pool = trained(Sequential(MaxPool2d(2, {.return_indices = true})));
  check_values(*pool, {2, 6, 4});
  CHECK_THROWS_WITH_AS(freeze([](const Tensor& x) { return max_pool2d_with_indices(x, 2).second.to(DType::float32); }, zeros({2, 1, 4, 4})),
                       "[freeze] max_pool indices are part of the computation; a program does not have them.", Error);
}

TEST_CASE("freeze: LayerNorm and GELU over three dimensions") {
  check_frozen(*trained(Sequential(LayerNorm(24), Linear(24, 96), GELU(), Linear(96, 24), LayerNorm({5, 24}), Sigmoid())), {5, 24});
}

struct Attention : Module {  // x [B,T,C] -> [B,T,C], out of plain ops
  Attention(std::int64_t tokens, std::int64_t width, std::int64_t heads)
      : T(tokens), C(width), heads(heads), mask(full({tokens, tokens}, -1e9).triu(1)), norm(width), qkv(width, 3 * width), proj(width, width), up(width, 4 * width), down(4 * width, width) {}
  Tensor forward(const Tensor& x) override {
    const std::int64_t B = x.size(0);
    const Tensor parts = qkv(norm(x)).view({B, T, 3, heads, C / heads}).permute({2, 0, 3, 1, 4});
    const Tensor scores = parts[0].matmul(parts[1].transpose(-2, -1)) / std::sqrt(8.0) + mask;
    const Tensor h = x + proj(softmax(scores, -1).matmul(parts[2]).transpose(1, 2).reshape({B, T, C}));
    const Tensor g = h + down(gelu(up(norm(h)), "tanh"));
    return (g + 2.0) * square(x) - maximum(g, x.select(1, 0).unsqueeze(1));
  }
  void visit(Visitor& v) override {
    v.child("norm", norm);
    v.child("qkv", qkv);
    v.child("proj", proj);
    v.child("up", up);
    v.child("down", down);
  }
  const char* type() const override { return "Attention"; }
  std::int64_t T, C, heads;
  Tensor mask;
  LayerNorm norm;
  Linear qkv, proj, up, down;
};

TEST_CASE("freeze: attention written with ops") { check_frozen(*trained(Attention(3, 16, 2)), {3, 16}); }

/// Run by one thread and by more, the same bits, by whatever number it was frozen.
void check_shared(Module& m, const Tensor& x) {
  const int threads = num_threads();
  set_num_threads(1);
  FrozenModel before = freeze(m, x);
  const NoGradGuard guard;
  CHECK(error(before(x), m(x)) < 1e-5);
  std::map<std::int64_t, Tensor> want;
  for (const std::int64_t n : {1, 2, 5}) want[n] = before(x.narrow(0, 0, n));
  const std::size_t bytes = before.arena_bytes(5);
  for (const int k : {2, 3, 4}) {
    set_num_threads(k);
    FrozenModel now = freeze(m, x);
    for (const auto& entry : want) {
      const std::int64_t n = entry.first;
      const Tensor& y = entry.second;
      CAPTURE(k);
      CAPTURE(n);
      CHECK(error(now(x.narrow(0, 0, n)), y) == 0);
      CHECK(error(before(x.narrow(0, 0, n)), y) == 0);
    }
    if (num_threads() > 1) CHECK(now.arena_bytes(5) != bytes);  // a thread has memory of its own; WebAssembly has one
    CHECK(before.arena_bytes(5) == now.arena_bytes(5));
  }
  set_num_threads(threads);
}

TEST_CASE("freeze: threads share rows and heads, and change no bit") {
  check_shared(*trained(Attention(96, 48, 6)), input({5, 96, 48}));  // an uneven number of heads for four threads
  check_shared(*trained(Sequential(Linear(64, 96), LayerNorm(96), GELU(), Linear(96, 96), LayerNorm({54, 96}), Linear(96, 96), ReLU(), Linear(96, 64), LayerNorm({18, 54, 64}))), input({5, 18, 54, 64}));
}

TEST_CASE("freeze: threads share an image, and change no bit") {
  check_shared(*trained(Sequential(Layer(conv_bn(3, 16, 3, 1)), ReLU(), Layer(block(16, 16, 1)), Layer(block(16, 32, 2)), Layer(block(32, 64, 2)), AdaptiveAvgPool2d(1), Flatten(), Linear(64, 10))),
               input({5, 3, 32, 32}));
}

TEST_CASE("freeze: channels last between convolutions, whatever is between them") {
  // Strides, dilations, uneven channels, one and few of them, 1x1 with and without stride; narrow and wide rows.
  for (const std::int64_t first : {1, 3, 6, 12}) {
    CAPTURE(first);
    check_values(*trained(Sequential(Conv2d(first, 20, 3, {.padding = 1}), ReLU(), Conv2d(20, 9, 5, {.stride = 2, .padding = 2}), Tanh(), Conv2d(9, 24, 1), Conv2d(24, 17, 1, {.stride = 2}),
                                     Conv2d(17, 16, 3, {.padding = 2, .dilation = 2}), Conv2d(16, 40, 3, {.padding = 1}), Conv2d(40, 8, {3, 2}), Conv2d(8, 3, 2))),
                 {first, 19, 23});
  }
  // Depthwise, alone and as part of a residual sum.
  check_values(*trained(Sequential(Conv2d(3, 20, 3), Conv2d(20, 20, 3, {.padding = 1, .groups = 20}), ReLU6(), Conv2d(20, 20, 1), ReLU(), Conv2d(20, 20, 5, {.stride = 2, .padding = 2, .groups = 20}),
                                   Conv2d(20, 20, 3, {.groups = 5}), Conv2d(20, 10, 1))),
               {3, 12, 17});
  // Pools of every form, BatchNorm that is not folded, and what ends a chain.
  check_values(*trained(Sequential(Conv2d(2, 20, 3), MaxPool2d(3, {.stride = 2, .padding = 1}), BatchNorm2d(20), Conv2d(20, 18, 3), AvgPool2d(3, {.stride = 2, .padding = 1, .ceil_mode = true}), Conv2d(18, 16, 1),
                                   AvgPool2d(2, {.stride = 1, .padding = 1, .count_include_pad = false}), MaxPool2d(2, {.stride = 1, .dilation = 2}), Conv2d(16, 16, 3, {.padding = 1}), ReLU(), MaxPool2d(2),
                                   Conv2d(16, 9, 1), AdaptiveAvgPool2d({2, 3}))),
               {2, 31, 33});
  const auto a = trained(Conv2d(3, 12, 3, {.padding = 1})), b = trained(Conv2d(12, 12, 3, {.padding = 1})), gate = trained(Conv2d(12, 12, 1));
  const Tensor plane = input({12, 8, 9}), channel = input({12, 1, 1}), image = input({1, 12, 8, 9});
  const auto check_ops = [&](const std::function<Tensor(const Tensor&)>& f) {
    const Tensor x = input({3, 3, 8, 9});
    const NoGradGuard guard;
    FrozenModel frozen = freeze(f, x);
    CHECK(error(frozen(x), f(x)) < 1e-5);
    CHECK(error(frozen(x.narrow(0, 0, 1)), f(x.narrow(0, 0, 1))) < 1e-5);
  };
  check_ops([&](const Tensor& x) { Tensor h = (*a)(x); return (*b)(h * sigmoid((*gate)(adaptive_avg_pool2d(h, 1)))); });  // squeeze and excite
  check_ops([&](const Tensor& x) { return (*b)(((*a)(x) * channel + plane - image) / 2.0); });
  check_ops([&](const Tensor& x) { Tensor h = (*a)(x); return (*b)(relu((*b)(h)) + h).flatten(1) + h.flatten(1); });
  check_ops([&](const Tensor& x) { Tensor h = (*a)(x); return cat({(*b)(h), h}, 1); });
  check_ops([&](const Tensor& x) { return (*b)((*a)(x)).transpose(2, 3) * 2.0; });
  check_ops([&](const Tensor& x) { return (*b)((*a)(x)).select(2, 3) * 2.0; });
}

TEST_CASE("freeze: integer inputs, checked when it runs") {
  const auto m = trained(Sequential(Embedding(7, 5), Linear(5, 3)));
  const Tensor ids = tensor(std::vector<int>{0, 6, 3, 2}, {2, 2});
  FrozenModel f = freeze(*m, ids);
  const NoGradGuard guard;
  CHECK(error(f(ids), (*m)(ids)) < 1e-6);
  CHECK(error(f(ids.narrow(0, 1, 1)), (*m)(ids.narrow(0, 1, 1))) < 1e-6);
  CHECK_THROWS_WITH_AS(f(tensor(std::vector<int>{0, 7}, {1, 2})), "[index_select] index 7 at place 1 is out of range; need 0 <= index < 7.", Error);
  CHECK_THROWS_WITH_AS(f(zeros({2, 2})), "[freeze] input is f32[2,2]; this program needs i64. Convert with to().", Error);
}

TEST_CASE("freeze: the program keeps its weights; the module keeps its mode") {
  const auto m = trained(Sequential(Linear(4, 4), BatchNorm1d(4), Tanh()));
  m->train();
  m->children[1].second->eval();
  FrozenModel f = freeze(*m, Shape{2, 4});
  CHECK(m->training);
  CHECK(!m->children[1].second->training);
  const Tensor x = input({5, 4}), before = f(x);
  const NoGradGuard guard;
  for (Tensor& p : m->parameters()) Tensor(p).zero_();
  CHECK(error(f(x), before) == 0);
  CHECK(before.grad_fn() == nullptr);
}

TEST_CASE("freeze: every op of the registry") {
  for (const Sample& s : op_samples().rows) {
    const bool random = s.op == "rand" || s.op == "randn" || s.op == "randint" || s.op == "randperm" || s.op == "dropout";
    const bool loss = s.op == "cross_entropy" || s.op == "nll_loss" || s.op == "focal_loss" || s.op == "ctc_loss";
    const bool by_value = s.op.rfind("nonzero", 0) == 0 || s.op == "argwhere";
    const bool free_of_input = s.op.ends_with("_like") || s.op == "bernoulli" || s.op == "multinomial" || s.op == "normal";
    if (by_value || free_of_input || s.op.substr(0, s.op.find('.')).ends_with('_')) continue;  // the last write over their input
    if (s.op == "tensor_split.indices" && s.args[2].integer == 0) continue;  // what a batch leaves for the last piece is no line
    std::size_t at = 0;  // the argument that the input stands for
    while (at < s.args.size() && !s.args[at].tensor.defined()) ++at;
    if (random || loss || at == s.args.size()) continue;
    // Their indices or sizes follow from values, which a program does not know.
    static const std::set<std::string> kRefused = {"cummax", "cummin", "median.dim", "nanmedian.dim", "mode", "unique", "unique_consecutive", "bincount"};
    const bool refused = kRefused.count(s.op) > 0;
    CAPTURE(s.op);
    for (const bool single : {false, true}) {
      const auto args = single ? map_tensors(s.args, [](const Tensor& t) { return t.is_floating_point() ? t.detach().to(DType::float32) : t; }) : s.args;
      const Tensor x = args[at].tensor.detach();
      if (x.dim() == 0 || x.numel() == 0) continue;
      const bool sees_one = s.op.rfind("squeeze", 0) == 0 || s.op.rfind("diag", 0) == 0 || s.op == "trace" || s.op == "diff";
      if (sees_one && x.size(0) == 1) continue;  // drops a batch of one or ends with it: by intent no program's meaning
      const auto call = [&](const Tensor& t) {
        auto now = args;
        now[at] = Value(t.clone());
        manual_seed(5);  // attention may drop out
        const TensorList out = call_op(s.op, now);
        return std::string_view(find_op(s.op)->schema).ends_with("Tensor[]") ? out.back() : out[0];
      };
      if (refused) {
        CHECK_THROWS_WITH_AS(freeze(call, x), doctest::Contains("cannot be frozen"), Error);
        continue;
      }
      if (s.op == "embedding_bag" && ((s.args.size() > 6 && s.args[6].text == "max") || (s.args.size() > 10 && s.args[10].kind != Value::Kind::none))) {
        CHECK_THROWS_WITH_AS(freeze(call, x), doctest::Contains("do not depend on values"), Error);  // the largest row, entries of padding
        continue;
      }
      FrozenModel f = freeze(call, x);
      const Tensor want = call(x).detach();
      manual_seed(5);
      const Tensor have = f(x);
      CHECK(have.dtype() == want.dtype());
      REQUIRE(have.shape() == want.shape());
      const auto a = have.to_vector(), b = want.to_vector();
      for (std::size_t i = 0; i < a.size(); ++i) CHECK((a[i] == doctest::Approx(b[i]).epsilon(1e-6) || (std::isnan(a[i]) && std::isnan(b[i])) || a[i] == b[i]));
    }
  }
}

TEST_CASE("freeze: indices may be the input, sizes may not depend on it") {
  const Tensor table = input({4, 3}), at = tensor(std::vector<int>{3, -1, 0}, {3});
  const auto pick = [&](const Tensor& t) { return index(table, TensorList{t, t * 0.0 + 1.0}); };
  FrozenModel f = freeze(pick, at);
  const Tensor other = tensor(std::vector<int>{-4, 2, -2}, {3});
  CHECK(error(f(other), pick(other)) == 0);
  CHECK_THROWS_WITH_AS(freeze([](const Tensor& t) { return masked_select(t, gt(t, 0.0)); }, table),
                       "[freeze] the values of bool[12] decide the size of what nonzero() makes; a program needs sizes that do not depend on values.", Error);
}

TEST_CASE("freeze: a module that fits one batch size only") {
  const Tensor x = input({4, 6});
  FrozenModel f = freeze([](const Tensor& t) { return t.view({2, 12}).softmax(1); }, x);
  CHECK(f.fixed());
  CHECK(error(f(x), x.view({2, 12}).softmax(1)) < 1e-6);
  CHECK_THROWS_WITH_AS(f(input({2, 6})), "[freeze] input is f32[2,6]; this program needs f32[4,6].", Error);
}

TEST_CASE("freeze: what cannot be, and why") {
  const auto m = trained(Sequential(Linear(4, 4)));
  FrozenModel f = freeze(*m, Shape{1, 4});
  CHECK_THROWS_WITH_AS(f(input({2, 5})), "[freeze] input is f32[2,5]; this program needs f32[N,4].", Error);
  CHECK_THROWS_WITH_AS(f(input({4})), "[freeze] input is f32[4]; this program needs f32[N,4].", Error);
  CHECK_THROWS_WITH_AS(f(Tensor()), "[freeze] the input is undefined; need a tensor.", Error);
  CHECK_THROWS_WITH_AS(freeze(*m, Shape{0, 4}), "[freeze] the example is f32[0,4]; need a batch of inputs, one at least.", Error);
  CHECK_THROWS_WITH_AS(freeze([](const Tensor& x) { return (x * 2.0).add_(1.0); }, zeros({1, 4})),
                       "[freeze] f32[1,4] is written in place; a program needs new results: write y = x + 1 instead of x.add_(1).", Error);
  CHECK_THROWS_WITH_AS(freeze([](const Tensor& x) { return cross_entropy(x, zeros({x.size(0)}, DType::int64)); }, zeros({1, 4})),
                       "[freeze] cross_entropy is part of the computation; a program ends before the loss. Freeze the model alone.", Error);
  CHECK_THROWS_WITH_AS(freeze([](const Tensor&) { return zeros({3}); }, zeros({1, 4})), "[freeze] the result does not depend on the input; there is nothing to run.", Error);
  CHECK_THROWS_AS(freeze(*m, Shape{2, 5}), Error);
}

TEST_CASE("freeze: memory is reused between intermediates") {
  const auto m = trained(Sequential(Linear(64, 64), ReLU(), Linear(64, 64), ReLU(), Linear(64, 64), ReLU(), Linear(64, 64), ReLU(), Linear(64, 64)));
  FrozenModel f = freeze(*m, Shape{2, 64});
  CHECK(f.arena_bytes(32) <= 2 * 32 * 64 * 4);  // two of them alive at a time
  const Tensor x = input({2, 64});
  const NoGradGuard guard;
  CHECK(error(freeze([](const Tensor& t) { return t; }, x)(x), x) == 0);
  CHECK(error(freeze([](const Tensor& t) { return t.relu().t(); }, x)(x), x.relu().t()) == 0);
}

}  // namespace
}  // namespace wick::test
