// A character GRU and a causal character transformer from a recipe's model part: they learn, and they freeze.

#include <doctest/doctest.h>

#include <cmath>

#include "golden/cases.h"
#include "wick/autograd.h"
#include "wick/freeze.h"
#include "wick/nn.h"
#include "wick/optim.h"
#include "train/small_run.h"
#include "wick/recipe.h"
#include "wick/wick.h"

namespace wick::test {
namespace {

constexpr const char* kGru = R"({"type": "Sequential", "layers": [
  {"type": "Embedding", "num_embeddings": 8, "embedding_dim": 12},
  {"type": "GRU", "input_size": 12, "hidden_size": 24, "batch_first": true},
  {"type": "Linear", "in_features": 24, "out_features": 8}]})";
constexpr const char* kTransformer = R"({"type": "Sequential", "layers": [
  {"type": "Embedding", "num_embeddings": 8, "embedding_dim": 16},
  {"type": "PositionalEmbedding", "max_len": 12, "d_model": 16, "batch_first": true},
  {"type": "TransformerEncoder", "num_layers": 2, "is_causal": true, "norm": {"type": "LayerNorm", "normalized_shape": 16}, "encoder_layer":
    {"type": "TransformerEncoderLayer", "d_model": 16, "nhead": 2, "dim_feedforward": 32, "dropout": 0, "activation": "gelu_tanh", "batch_first": true, "norm_first": true}},
  {"type": "Linear", "in_features": 16, "out_features": 8, "bias": false}]})";

// Text whose next character takes the two before to tell: the sum of both, modulo 8.
Tensor text(std::int64_t batch, std::int64_t length, std::uint64_t seed) {
  Generator g(seed);
  Tensor t = randint(0, 8, {batch, length}, &g);
  for (std::int64_t b = 0; b < batch; ++b) {
    std::int64_t* row = t.data<std::int64_t>() + b * length;
    for (std::int64_t i = 2; i < length; ++i) row[i] = (row[i - 1] + row[i - 2]) % 8;
  }
  return t;
}

// The mean loss of the characters that can be told.
Tensor loss_of(nn::Module& model, const Tensor& t) {
  const std::int64_t n = t.size(1) - 1;
  const Tensor logits = model(t.narrow(1, 0, n)), known = logits.narrow(1, 1, n - 1);
  return cross_entropy(known.reshape({-1, 8}), t.narrow(1, 2, n - 1).reshape({-1}));
}

nn::ModulePtr trained(const char* recipe, int steps, double lr) {
  manual_seed(12);
  const nn::ModulePtr model = make_module(recipe);
  optim::Adam optimizer(model->parameters(), {.lr = lr});
  const Tensor held_out = text(32, 13, 1000);
  const double before = loss_of(*model, held_out).item();
  CHECK(before > 1.8);  // log 8 is 2.08
  for (int step = 0; step < steps; ++step) {
    optimizer.zero_grad();
    loss_of(*model, text(16, 13, static_cast<std::uint64_t>(step))).backward();
    optimizer.step();
  }
  model->eval();
  const NoGradGuard guard;
  const double after = loss_of(*model, held_out).item();
  MESSAGE("loss of held-out text: ", before, " before, ", after, " after");
  CHECK(after < 0.6);
  return model;
}

void check_frozen(nn::Module& model) {
  FrozenModel program = freeze(model, text(2, 12, 1));
  CHECK(!program.fixed());
  const NoGradGuard guard;
  for (const std::int64_t n : {1, 4, 7}) {
    const Tensor x = text(n, 12, 5);
    CHECK(difference(program(x), model(x)) == "");
  }
}

TEST_CASE("sequence models: a character GRU learns and freezes") { check_frozen(*trained(kGru, 250, 0.02)); }

TEST_CASE("sequence models: a causal character transformer learns and freezes") { check_frozen(*trained(kTransformer, 250, 0.005)); }

TEST_CASE("sequence models: other recurrent layers and encoders freeze") {
  manual_seed(4);
  const char* recipes[] = {
      R"({"type": "LSTM", "input_size": 5, "hidden_size": 6, "num_layers": 2, "bidirectional": true, "batch_first": true})",
      R"({"type": "RNN", "input_size": 5, "hidden_size": 6, "nonlinearity": "relu", "batch_first": true})",
      R"({"type": "Sequential", "layers": [{"type": "PositionalEncoding", "d_model": 5, "max_len": 4, "batch_first": true},
          {"type": "MultiheadAttention", "embed_dim": 5, "num_heads": 1, "add_zero_attn": true, "batch_first": true, "is_causal": true}]})",
      R"({"type": "TransformerEncoderLayer", "d_model": 5, "nhead": 5, "dim_feedforward": 7, "batch_first": true})"};
  for (const char* recipe : recipes) {
    CAPTURE(recipe);
    const nn::ModulePtr model = make_module(recipe);
    model->eval();
    FrozenModel program = freeze(*model, Shape{2, 4, 5});
    CHECK(!program.fixed());
    const NoGradGuard guard;
    for (const std::int64_t n : {1, 6}) {
      const Tensor x = randn({n, 4, 5});
      CHECK(difference(program(x), (*model)(x)) == "");
    }
  }
}

// What follows b is c or d in turn: more than the character before must be known.
TEST_CASE("sequence models: whole recipes train on text") {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "abcabd";
  REQUIRE(wick_file_put("abcabd.txt", text.data(), text.size()) == 0);
  const std::string models[] = {
      R"({"type": "Embedding", "num_embeddings": 4, "embedding_dim": 6}, {"type": "GRU", "input_size": 6, "hidden_size": 10, "batch_first": true},
         {"type": "Linear", "in_features": 10, "out_features": 4})",
      R"({"type": "Embedding", "num_embeddings": 4, "embedding_dim": 8}, {"type": "PositionalEncoding", "d_model": 8, "dropout": 0, "max_len": 12, "batch_first": true},
         {"type": "TransformerEncoder", "num_layers": 1, "is_causal": true, "encoder_layer":
           {"type": "TransformerEncoderLayer", "d_model": 8, "nhead": 2, "dim_feedforward": 16, "dropout": 0, "batch_first": true}},
         {"type": "Linear", "in_features": 8, "out_features": 4})"};
  for (const std::string& layers : models) {
    CAPTURE(layers);
    Session s(Recipe::parse(R"({"name": "text", "seed": 3, "model": {"type": "Sequential", "layers": [)" + layers + R"(]},
      "data": {"type": "text", "file": "abcabd.txt", "seq_len": 12, "val": 0.2, "batch_size": 8}, "optimizer": {"type": "Adam", "lr": 0.02},
      "trainer": {"max_epochs": 25}})"));
    s.fit();
    CHECK(s.trainer().history().back().val_accuracy > 0.93);  // the first b of a window could go either way
  }
  wick_file_put("abcabd.txt", nullptr, 0);
}

TEST_CASE("sequence models: a recipe's mistakes are told at their place") {
  const auto says = [](const char* recipe, const char* part) {
    std::string text = "(nothing thrown)";
    try {
      make_module(recipe);
    } catch (const Error& e) {
      text = e.what();
    }
    CAPTURE(text);
    CHECK(text.find(part) != std::string::npos);
  };
  says(R"({"type": "GRU", "input_size": 3, "hiden_size": 4})", "hidden_size");
  says(R"({"type": "LSTM", "input_size": 3, "hidden_size": 4, "proj_size": 4})", "proj_size has to be smaller than hidden_size");
  says(R"({"type": "TransformerEncoder", "num_layers": 2, "encoder_layer": {"type": "Linear", "in_features": 1, "out_features": 1}})",
       "\"Linear\" cannot stand here; need \"TransformerEncoderLayer\"");
  says(R"({"type": "TransformerEncoder", "num_layers": 2, "encoder_layer": {"type": "TransformerEncoderLayer", "d_model": 6, "nhead": 4}})",
       "embed_dim must be divisible by num_heads; they are 6 and 4");

  const char* mixed = R"({"type": "Sequential", "layers": [{"type": "Linear", "in_features": 4, "out_features": 6}, {"type": "TransformerEncoder", "num_layers": 1,
    "encoder_layer": {"type": "TransformerEncoderLayer", "d_model": 8, "nhead": 2}}]})";
  const Json json = parse_json(mixed);
  std::string text = "(nothing thrown)";
  try {
    check_model(*make_module(mixed), {5, 4}, &json);
  } catch (const Error& e) {
    text = e.what();
  }
  CAPTURE(text);
  CHECK(text.find("model.layers[1]: [1.layers.0.self_attn: MultiheadAttention] query is f32[2,5,6]") != std::string::npos);
}

}  // namespace
}  // namespace wick::test
