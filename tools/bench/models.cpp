#include <cmath>

#include "wick/autograd.h"
#include "wick/freeze.h"
#include "wick/random.h"
#include "workloads.h"

namespace wick::bench {
namespace {

using namespace nn;

std::vector<float> uniform_within(std::uint32_t stream, std::int64_t n, std::int64_t fan_in) {
  std::vector<float> u = uniform(stream, n);
  const double bound = 1 / std::sqrt(static_cast<double>(fan_in));
  for (float& v : u) v = static_cast<float>((2 * static_cast<double>(v) - 1) * bound);
  return u;
}

// Gives every parameter its numbers; modules are visited in the order the streams are counted in.
class Filler {
 public:
  void fill(Module& model) {
    NoGradGuard guard;
    for (auto& [name, module] : model.named_modules()) {
      if (auto* linear = dynamic_cast<Linear*>(module)) fill_linear(*linear);
      if (auto* conv = dynamic_cast<Conv2d*>(module)) fill_conv(*conv);
      if (auto* embedding = dynamic_cast<Embedding*>(module)) put(embedding->weight, embedding->weight.size(1));
      if (dynamic_cast<BatchNorm*>(module) || dynamic_cast<LayerNorm*>(module)) stream_ += 2;  // ones and zeros already
    }
  }

 private:
  void put(Tensor& t, std::int64_t fan_in) {
    t.copy_(tensor(uniform_within(stream_++, t.numel(), fan_in), t.shape()));
  }
  void fill_linear(Linear& m) {
    // The streams hold [in, out].
    const Shape shape = {m.in_features, m.out_features};
    m.weight.copy_(tensor(uniform_within(stream_++, numel(shape), m.in_features), shape).t());
    if (m.bias.defined()) put(m.bias, m.in_features);
  }
  void fill_conv(Conv2d& m) {
    const std::int64_t fan_in = m.weight.numel() / m.weight.size(0);
    put(m.weight, fan_in);
    if (m.bias.defined()) put(m.bias, fan_in);
  }

  std::uint32_t stream_ = 100;
};

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

constexpr std::int64_t kVocab = 64, kContext = 64, kWidth = 128, kHeads = 4, kLayers = 2;  // W4

struct TransformerLayer : Module {
  // x [B,T,C] -> [B,T,C]
  Tensor forward(const Tensor& x) override {
    const std::int64_t B = x.size(0), T = x.size(1), D = kWidth / kHeads;
    const Tensor parts = qkv(ln1(x)).view({B, T, 3, kHeads, D}).permute({2, 0, 3, 1, 4});  // [3,B,heads,T,D]
    const Tensor scores = parts[0].matmul(parts[1].transpose(-2, -1)) / std::sqrt(static_cast<double>(D)) + mask(T);
    const Tensor seen = softmax(scores, -1).matmul(parts[2]).transpose(1, 2).reshape({B, T, kWidth});
    const Tensor h = x + proj(seen);
    return h + down(gelu(up(ln2(h)), "tanh"));
  }
  void visit(Visitor& v) override {
    v.child("ln1", ln1);
    v.child("qkv", qkv);
    v.child("proj", proj);
    v.child("ln2", ln2);
    v.child("up", up);
    v.child("down", down);
  }
  const char* type() const override { return "TransformerLayer"; }

  // [T,T]: 0 where a token may look, -1e9 at later tokens.
  const Tensor& mask(std::int64_t T) {
    if (mask_.defined() && mask_.size(0) == T) return mask_;
    std::vector<float> m(static_cast<std::size_t>(T * T));
    for (std::int64_t i = 0; i < T; ++i)
      for (std::int64_t j = i + 1; j < T; ++j) m[static_cast<std::size_t>(i * T + j)] = -1e9f;
    return mask_ = tensor(m, {T, T});
  }

  LayerNorm ln1{kWidth}, ln2{kWidth};
  Linear qkv{kWidth, 3 * kWidth}, proj{kWidth, kWidth}, up{kWidth, 4 * kWidth}, down{4 * kWidth, kWidth};
  Tensor mask_;
};

struct Transformer : Module {
  // ids [B,T] -> logits [B*T,vocab]
  Tensor forward(const Tensor& ids) override {
    Tensor h = tokens(ids) + positions.weight;
    for (TransformerLayer& layer : layers) h = layer(h);
    return head(norm(h)).view({-1, kVocab});
  }
  void visit(Visitor& v) override {
    v.child("tok", tokens);
    v.child("pos", positions);
    for (std::int64_t i = 0; i < kLayers; ++i) v.child("l" + std::to_string(i), layers[i]);
    v.child("lnf", norm);
    v.child("head", head);
  }
  const char* type() const override { return "Transformer"; }

  Embedding tokens{kVocab, kWidth}, positions{kContext, kWidth};
  TransformerLayer layers[kLayers];
  LayerNorm norm{kWidth};
  Linear head{kWidth, kVocab, {.bias = false}};
};

ModulePtr make_cnn() {
  auto m = std::make_shared<Sequential>();
  m->append(Conv2d(1, 16, 3, {.padding = 1})).append(BatchNorm2d(16)).append(ReLU()).append(MaxPool2d(2));
  m->append(Conv2d(16, 32, 3, {.padding = 1})).append(BatchNorm2d(32)).append(ReLU()).append(MaxPool2d(2));
  m->append(Flatten()).append(Dropout(0.25)).append(Linear(1568, 128)).append(ReLU()).append(Linear(128, 10));
  return m;
}

ModulePtr make_resnet() {
  auto m = std::make_shared<Sequential>();
  m->append(conv_bn(3, 16, 3, 1)).append(ReLU());
  m->append(block(16, 16, 1)).append(block(16, 32, 2)).append(block(32, 64, 2));
  m->append(AdaptiveAvgPool2d(1)).append(Flatten()).append(Linear(64, 10));
  return m;
}

}  // namespace

std::vector<float> uniform(std::uint32_t stream, std::int64_t n) {
  std::vector<float> out(static_cast<std::size_t>(n));
  const std::uint32_t start = stream * 0x9e3779b9u;
  for (std::size_t i = 0; i < out.size(); ++i) {
    std::uint32_t x = static_cast<std::uint32_t>(i) + start;
    x = (x ^ (x >> 16)) * 0x85ebca6bu;
    x = (x ^ (x >> 13)) * 0xc2b2ae35u;
    out[i] = static_cast<float>((x ^ (x >> 16)) >> 8) / 16777216.0f;
  }
  return out;
}

ModulePtr make_model(const std::string& name) {
  ModulePtr m;
  if (name == "W1") m = std::make_shared<Sequential>(Linear(784, 256), ReLU(), Linear(256, 128), ReLU(), Linear(128, 10));
  if (name == "W2") m = make_cnn();
  if (name == "W3") m = make_resnet();
  if (name == "W4") m = std::make_shared<Transformer>();
  if (!m) fail(ErrorKind::value, "[bench] no model ", name);
  Filler().fill(*m);
  return m;
}

Batch make_batch(const std::string& model, std::int64_t n) {
  const auto whole = [](std::uint32_t stream, std::int64_t count, int limit) {  // integers in [0, limit)
    std::vector<std::int64_t> out;
    for (float v : uniform(stream, count)) out.push_back(static_cast<std::int64_t>(v * static_cast<float>(limit)));
    return out;
  };
  if (model == "W4") {
    return {tensor(whole(1, n * kContext, kVocab), {n, kContext}), tensor(whole(2, n * kContext, kVocab))};
  }
  const Shape shape = model == "W1" ? Shape{n, 784} : model == "W2" ? Shape{n, 1, 28, 28} : Shape{n, 3, 32, 32};
  std::vector<float> x = uniform(1, numel(shape));
  for (float& v : x) v = 2 * v - 1;
  return {tensor(x, shape), tensor(whole(2, n, 10))};
}

std::unique_ptr<optim::Optimizer> make_optimizer(const std::string& model, const std::vector<Tensor>& parameters) {
  if (model == "W2") return std::make_unique<optim::Adam>(parameters, optim::AdamOptions{.lr = 0.001});
  if (model == "W4") return std::make_unique<optim::AdamW>(parameters, optim::AdamWOptions{.lr = 0.0003, .weight_decay = 0.01});
  return std::make_unique<optim::SGD>(parameters, optim::SGDOptions{.lr = 0.01, .momentum = 0.9});
}

std::function<double()> make_run(const Workload& w) {
  manual_seed(0);
  const nn::ModulePtr model = make_model(w.model);
  const Batch batch = make_batch(w.model, w.n);
  if (w.kind == Kind::infer) {
    model->eval();
    const auto frozen = std::make_shared<FrozenModel>(freeze(*model, batch.x));
    return [frozen, batch] { return static_cast<double>((*frozen)(batch.x).data<float>()[0]); };
  }
  const std::shared_ptr<optim::Optimizer> optimizer = make_optimizer(w.model, model->parameters());
  return [model, batch, optimizer] {
    optimizer->zero_grad();
    const Tensor loss = cross_entropy((*model)(batch.x), batch.y);
    loss.backward();
    optimizer->step();
    return loss.item();
  };
}

const std::vector<Workload>& workloads() {
  static const std::vector<Workload> list = [] {
    std::vector<Workload> w = {
        {"W1.train.b64", Kind::train, "W1", 64, 0},       {"W1.infer.b1", Kind::infer, "W1", 1, 0},
        {"W1.infer.b64", Kind::infer, "W1", 64, 0},       {"W2.train.b64", Kind::train, "W2", 64, 0},
        {"W2.infer.b1", Kind::infer, "W2", 1, 0},         {"W2.infer.b64", Kind::infer, "W2", 64, 0},
        {"W3.train.b32", Kind::train, "W3", 32, 0},       {"W3.infer.b1", Kind::infer, "W3", 1, 0},
        {"W4.train.b16", Kind::train, "W4", 16, 0},       {"W4.infer.b1", Kind::infer, "W4", 1, 0},
    };
    for (std::int64_t n : {64, 128, 256, 512, 1024}) {
      w.push_back({"W5.sgemm." + std::to_string(n), Kind::gemm, "", n, 2.0 * static_cast<double>(n * n * n)});
    }
    constexpr double kMiB = 1 << 20;
    w.push_back({"W6.add.1M", Kind::elementwise, "add", 1 << 20, 12 * kMiB});
    w.push_back({"W6.mul.1M", Kind::elementwise, "mul", 1 << 20, 12 * kMiB});
    w.push_back({"W6.gelu.1M", Kind::elementwise, "gelu", 1 << 20, 8 * kMiB});
    w.push_back({"W6.softmax.1024", Kind::elementwise, "softmax", 1 << 20, 8 * kMiB});
    return w;
  }();
  return list;
}

}  // namespace wick::bench
