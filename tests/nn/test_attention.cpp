// Attention and transformers beyond the stored PyTorch cases: the two paths through MultiheadAttention, dropout, initialisation,
// copies of layers, errors.

#include <doctest/doctest.h>

#include <cmath>

#include "golden/cases.h"
#include "io/error_of.h"
#include "wick/autograd.h"
#include "wick/nn/transformer.h"

using namespace wick;
using namespace wick::nn;
using wick::test::difference;

namespace {

Generator& gen() {
  static Generator g(8);
  return g;
}
Tensor noise(const Shape& s) { return randn(s, DType::float32, &gen()); }

}  // namespace

TEST_CASE("attention: with and without weights it gives the same") {
  for (const bool batch_first : {false, true})
    for (const bool is_causal : {false, true}) {
      MultiheadAttention m(12, 3, {.batch_first = batch_first, .is_causal = is_causal});
      const Tensor x = noise({5, 7, 12}).requires_grad_();
      const Tensor mask = Transformer::generate_square_subsequent_mask(batch_first ? 7 : 5);
      const TensorList with = m.call({x, Tensor(), Tensor(), Tensor(), is_causal ? Tensor() : mask});
      m.options.need_weights = false;
      const TensorList without = m.call({x, Tensor(), Tensor(), Tensor(), is_causal ? Tensor() : mask});
      REQUIRE(with.size() == 2);
      REQUIRE(without.size() == 1);
      CHECK(difference(without[0], with[0]) == "");
      const Tensor dy = noise({5, 7, 12}), separate = x.clone();
      const TensorList all = m.parameters();
      const TensorList a = autograd::grad({with[0]}, all, {dy}), b = autograd::grad({without[0]}, all, {dy});
      for (std::size_t i = 0; i < all.size(); ++i) CHECK((a[i] - b[i]).abs().max().item() < 2e-5);
    }
}

TEST_CASE("attention: a causal step does not see later ones") {
  TransformerEncoder encoder(TransformerEncoderLayer(8, 2, {.dim_feedforward = 16, .batch_first = true}), 2, {}, true);
  encoder.eval();
  const Tensor x = noise({2, 6, 8});
  Tensor changed = x.clone();
  changed.narrow(1, 4, 2).fill_(3);
  const Tensor a = encoder(x), b = encoder(changed);
  CHECK(difference(a.narrow(1, 0, 4), b.narrow(1, 0, 4)) == "");
  CHECK(difference(a.narrow(1, 4, 2), b.narrow(1, 4, 2)) != "");
  const Tensor mask = gt(arange(0, 6), arange(0, 6).unsqueeze(1));
  const Tensor weights = attention_weights(noise({2, 6, 6}), {}, 1, true);
  CHECK(where(mask, weights, zeros({})).abs().max().item() == 0);
  for (const ModulePtr layer : encoder.layers.modules) {
    auto& l = static_cast<TransformerEncoderLayer&>(*layer);
    l.self_attn.options.is_causal = false;
  }
  CHECK(difference(encoder.call({x, mask})[0], a) == "");
}

TEST_CASE("attention: dropout zeros weights in training and scales the rest") {
  manual_seed(5);
  MultiheadAttention m(4, 2, {.dropout = 0.4, .batch_first = true, .average_attn_weights = false});
  const Tensor x = noise({3, 20, 4});
  const Tensor dropped = m.call({x})[1];
  m.eval();
  const Tensor kept = m.call({x})[1];
  const double zero = eq(dropped, 0.0).to(DType::float32).mean().item();
  CHECK(zero > 0.35);
  CHECK(zero < 0.45);
  CHECK((dropped - where(eq(dropped, 0.0), zeros_like(kept), kept / 0.6)).abs().max().item() < 1e-6);
  // The path without weights: on average the same as in eval mode.
  const Tensor qkv = noise({2, 5, 12});
  Tensor mean = zeros({2, 5, 4});
  for (int i = 0; i < 400; ++i) mean = mean + self_attention(qkv, 2, {}, 0.3) / 400.0;
  CHECK((mean - self_attention(qkv, 2)).abs().max().item() < 0.25);
  CHECK(difference(self_attention(qkv, 2, {}, 0.3), self_attention(qkv, 2, {}, 0.3)) != "");
  CHECK(self_attention(qkv, 2, {}, 1).abs().max().item() == 0);
}

TEST_CASE("attention: a query that may look nowhere gives NaN, as in PyTorch") {
  MultiheadAttention m(4, 1, {.batch_first = true});
  Tensor padding = zeros({2, 3}, DType::bool_);
  padding.select(0, 1).fill_(1);
  const Tensor y = m.call({noise({2, 3, 4}), Tensor(), Tensor(), padding})[0];
  CHECK(std::isnan(y.select(0, 1).sum().item()));
  CHECK(std::isfinite(y.select(0, 0).sum().item()));
}

TEST_CASE("attention: parameters start as PyTorch's") {
  MultiheadAttention m(32, 4, {.add_bias_kv = true});
  const double bound = std::sqrt(6.0 / (4 * 32));
  CHECK(m.in_proj_weight.abs().max().item() <= bound);
  CHECK(m.in_proj_weight.abs().max().item() > 0.95 * bound);
  CHECK(m.in_proj_bias.abs().max().item() == 0);
  CHECK(m.out_proj.bias.abs().max().item() == 0);
  CHECK(m.out_proj.weight.abs().max().item() <= 1 / std::sqrt(32.0));
  CHECK(m.bias_k.abs().max().item() > 0);
  MultiheadAttention other(8, 2, {.kdim = 5});
  CHECK(other.state_dict()[1].first == "k_proj_weight");
  CHECK(other.k_proj_weight.shape() == Shape{8, 5});

  Transformer t(16, 2, {.num_encoder_layers = 2, .num_decoder_layers = 1, .dim_feedforward = 24});
  CHECK(t.named_parameters().size() == 2 * 12 + 18 + 4);
  for (const auto& [key, p] : t.named_parameters()) {
    if (p.dim() < 2) continue;
    const std::string name = key;
    CAPTURE(name);
    const double xavier = std::sqrt(6.0 / static_cast<double>(p.size(0) + p.size(1)));
    CHECK(p.abs().max().item() <= xavier);
    CHECK(p.abs().max().item() > 0.9 * xavier);
  }
  PositionalEncoding encoding(4, {.max_len = 3});
  CHECK(encoding.parameters().empty());
  CHECK(encoding.pe.select(0, 0).to_vector() == std::vector<double>{0, 1, 0, 1});
}

TEST_CASE("transformer: a stack holds copies of its layer") {
  TransformerEncoderLayer layer(8, 2, {.dim_feedforward = 12, .norm_first = true});
  layer.eval();
  TransformerEncoder stack(layer, 3, LayerNorm(8));
  CHECK(stack.repr().find("(layers): ModuleList(\n    (0): TransformerEncoderLayer(") != std::string::npos);
  const auto named = stack.named_parameters();
  CHECK(named.size() == 3 * 12 + 2);
  CHECK(named[12].first == "layers.1.self_attn.in_proj_weight");
  CHECK(difference(named[12].second, named[0].second) == "");
  CHECK(!named[12].second.is_same(named[0].second));
  CHECK(!static_cast<TransformerEncoderLayer&>(*stack.layers.modules[0]).dropout.training);
  layer.to(DType::float64);
  TransformerEncoder wide(layer, 1);
  CHECK(wide(zeros({2, 1, 8}, DType::float64)).dtype() == DType::float64);
}

TEST_CASE("attention: what does not fit is refused") {
  CHECK(error_of([] { MultiheadAttention(6, 4); }).text == "[MultiheadAttention] embed_dim must be divisible by num_heads; they are 6 and 4.");
  MultiheadAttention m(4, 2);
  CHECK(error_of([&] { m(zeros({3, 2, 5})); }).text ==
        "[MultiheadAttention] query is f32[3,2,5], key is f32[3,2,5], value is f32[3,2,5]; was expecting last sizes of 4, 4 and 4.");
  CHECK(error_of([&] { m.call({zeros({3, 2, 4}), zeros({4, 3, 4})}); }).says("batches or lengths differ"));
  CHECK(error_of([&] { m.call({zeros({3, 2, 4}), Tensor(), Tensor(), zeros({2, 4}, DType::bool_)}); }).says("expecting key_padding_mask shape of [2,3], but got bool[2,4]"));
  CHECK(error_of([&] { m.call({zeros({3, 2, 4}), Tensor(), Tensor(), Tensor(), zeros({3, 2})}); }).says("attn_mask is f32[3,2], but should be [3,3] or [4,3,3]"));
  CHECK(error_of([&] { m.call({zeros({3, 2, 4}), Tensor(), Tensor(), Tensor(), zeros({3, 3}, DType::int64)}); }).says("only float and bool are supported"));
  Sequential model(PositionalEncoding(4, {.max_len = 5}), TransformerEncoder(TransformerEncoderLayer(4, 2, {.dim_feedforward = 4}), 1));
  CHECK(error_of([&] { model(zeros({6, 1, 4})); }).says("[0: PositionalEncoding] input is f32[6,1,4]: 6 steps; need at most 5 (max_len)."));
  CHECK(error_of([] { TransformerEncoderLayer(4, 2, {.activation = "elu"}); }).says("activation should be relu/gelu"));
  CHECK(error_of([] { PositionalEmbedding(3, 4)(zeros({2, 2, 5})); }).text == "[PositionalEmbedding(3, 4)] input is f32[2,2,5]; need [T,B,d_model] or [T,4].");
  Transformer t(4, 2, {.num_encoder_layers = 1, .num_decoder_layers = 1, .dim_feedforward = 4});
  CHECK(error_of([&] { t(zeros({3, 2, 4})); }).says("1 inputs given; takes src, tgt"));
  CHECK(error_of([&] { t.call({zeros({3, 2, 4}), zeros({3, 1, 4})}); }).says("the batch number of src and tgt must be equal"));
  CHECK(error_of([&] { t.decoder(zeros({3, 2, 4})); }).says("takes tgt, memory"));
}
