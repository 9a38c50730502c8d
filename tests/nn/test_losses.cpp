// Losses as objects: names, checks of options, several inputs; and the recipe's table of them against their ops.

#include <doctest/doctest.h>

#include "io/error_of.h"
#include "train/losses.h"
#include "wick/autograd.h"
#include "wick/nn.h"
#include "wick/ops.h"
#include "wick/recipe.h"
#include "wick/registry.h"

using namespace wick;
using namespace wick::nn;

TEST_CASE("losses: an object is its op with its options") {
  manual_seed(3);
  const Tensor x = randn({4, 3}), y = randn({4, 3}), z = randn({4, 3}), t = tensor<std::int64_t>({0, 2, 1, 1}), w = tensor<float>({1, 2, 3});
  const Tensor p = x.sigmoid(), signs = tensor<float>({1, -1, 1, -1}), var = y.abs() + 0.1, bits = gt(y, 0.0).to(DType::float32);
  const auto same = [](Loss& loss, const char* type, const Tensor& value, const Tensor& expected) {
    CHECK(std::string(loss.type()) == type);
    CHECK(loss.repr() == std::string(type) + "()");
    CHECK(value.item() == expected.item());
  };
  const auto two = [&](Loss&& loss, const char* type, const Tensor& a, const Tensor& b, const Tensor& expected) { same(loss, type, loss(a, b), expected); };
  const auto many = [&](Loss&& loss, const char* type, const TensorList& inputs, const Tensor& expected) { same(loss, type, loss.call(inputs), expected); };
  two(CrossEntropyLoss({.label_smoothing = 0.1}), "CrossEntropyLoss", x, y.softmax(1), cross_entropy(x, y.softmax(1), {}, -100, "mean", 0.1));
  two(BCELoss({.weight = w}), "BCELoss", p, bits, binary_cross_entropy(p, bits, w));
  two(HuberLoss({.reduction = "sum", .delta = 0.3}), "HuberLoss", x, y, huber_loss(x, y, "sum", 0.3));
  two(KLDivLoss({.reduction = "batchmean", .log_target = true}), "KLDivLoss", x, y, kl_div(x, y, "batchmean", true));
  two(PoissonNLLLoss({.log_input = false, .full = true}), "PoissonNLLLoss", p, var, poisson_nll_loss(p, var, false, true));
  many(GaussianNLLLoss({.full = true}), "GaussianNLLLoss", {x, y, var}, gaussian_nll_loss(x, y, var, true));
  two(HingeEmbeddingLoss({.margin = 0.5}), "HingeEmbeddingLoss", x, bits * 2.0 - 1.0, hinge_embedding_loss(x, bits * 2.0 - 1.0, 0.5));
  two(SoftMarginLoss("sum"), "SoftMarginLoss", x, y, soft_margin_loss(x, y, "sum"));
  many(MarginRankingLoss({.margin = 0.5}), "MarginRankingLoss", {x, y, bits}, margin_ranking_loss(x, y, bits, 0.5));
  many(CosineEmbeddingLoss({.margin = 0.2}), "CosineEmbeddingLoss", {x, y, signs}, cosine_embedding_loss(x, y, signs, 0.2));
  many(TripletMarginLoss({.margin = 3, .p = 1, .swap = true}), "TripletMarginLoss", {x, y, z}, triplet_margin_loss(x, y, z, 3, 1, 1e-6, true));
  // As with the distance PyTorch takes by default, and with one of the user's own.
  many(TripletMarginWithDistanceLoss(), "TripletMarginWithDistanceLoss", {x, y, z}, triplet_margin_loss(x, y, z));
  many(TripletMarginWithDistanceLoss({.margin = 3, .swap = true}), "TripletMarginWithDistanceLoss", {x, y, z}, triplet_margin_loss(x, y, z, 3, 2, 1e-6, true));
  const auto apart = [](const Tensor& a, const Tensor& b) { return abs(a - b).sum({1}); };
  many(TripletMarginWithDistanceLoss({.distance_function = apart, .reduction = "sum"}), "TripletMarginWithDistanceLoss", {x, y, z},
       clamp(apart(x, y) - apart(x, z) + 1.0, 0.0).sum());
  two(MultiMarginLoss({.p = 2, .weight = w}), "MultiMarginLoss", x, t, multi_margin_loss(x, t, 2, 1, w));
  two(MultiLabelMarginLoss(), "MultiLabelMarginLoss", x[0], tensor<std::int64_t>({1, -1, 0}), multilabel_margin_loss(x[0], tensor<std::int64_t>({1, -1, 0})));
  two(MultiLabelSoftMarginLoss({.weight = w}), "MultiLabelSoftMarginLoss", x, bits, multilabel_soft_margin_loss(x, bits, w));
  const Tensor one = tensor<std::int64_t>({4}), two_targets = tensor<std::int64_t>({1, 2}), n = tensor<std::int64_t>({2});
  const Tensor path = x.log_softmax(1).unsqueeze(1);
  many(CTCLoss({.reduction = "sum"}), "CTCLoss", {path, two_targets, one, n}, ctc_loss(path, two_targets, one, n, 0, "sum"));
  two(SigmoidFocalLoss({.alpha = 0.6}), "SigmoidFocalLoss", x, bits, sigmoid_focal_loss(x, bits, 0.6, 2, "mean"));
  two(FocalLoss({.weight = w, .gamma = 1}), "FocalLoss", x, t, focal_loss(x, t, w, 1));
  two(DiceLoss({.smooth = 0.5}), "DiceLoss", x, t, dice_loss(x, t, 0.5));
  two(SoftF1Loss(), "SoftF1Loss", x, t, soft_f1_loss(x, t));
  CHECK(focal_loss(x, t, w, 0).item() == doctest::Approx(cross_entropy(x, t, w).item()));
}

TEST_CASE("losses: objects refuse options and numbers of inputs that do not fit") {
  const Tensor x = zeros({2, 2});
  CHECK(error_of([&] { TripletMarginWithDistanceLoss({.reduction = "max"}); }).says("reduction is \"max\""));
  CHECK(error_of([&] { TripletMarginWithDistanceLoss()(x, x); }).text == "[TripletMarginWithDistanceLoss] 2 inputs; need 3.");
  CHECK(error_of([&] { TripletMarginLoss()(x, x); }).text == "[TripletMarginLoss] 2 inputs; need 3.");
  CHECK(error_of([&] { MSELoss().call({x}); }).text == "[MSELoss] 1 inputs; need 2.");
  CHECK(error_of([&] { HuberLoss({.delta = 0}); }).text == "[HuberLoss] delta is 0; need delta > 0.");
  CHECK(error_of([&] { MultiMarginLoss({.p = 3}); }).text == "[MultiMarginLoss] only p == 1 and p == 2 supported; p is 3.");
  CHECK(error_of([&] { FocalLoss({.gamma = -1}); }).text == "[FocalLoss] gamma is -1; need gamma >= 0.");
  CHECK(error_of([&] { BCELoss({.reduction = "batchmean"}); }).says("reduction is \"batchmean\""));
}

TEST_CASE("losses: a recipe's keys are the op's parameters after the tensors, in name and order") {
  for (const parts::LossRule& rule : parts::loss_rules()) {
    const std::string type = rule.type;
    CAPTURE(type);
    const OpEntry* op = find_op(rule.op);
    REQUIRE(op != nullptr);
    const LossPtr loss = make_loss("{\"type\":\"" + type + "\"}");
    CHECK(std::string(loss->type()) == type);
    int inputs = 0;
    std::string names;
    for (const OpParameter& p : op->parameters()) {
      if (p.type == "Tensor") ++inputs;
      else names += str("\n", p.name);
    }
    CHECK(loss->n_inputs() == inputs);
    std::string keys;
    std::string_view text = type == "CrossEntropyLoss" ? parts::first_losses() : parts::more_losses();
    text.remove_prefix(text.find(type + " ") + type.size());
    for (text = text.substr(0, text.find('\n')); !text.empty();) {
      text.remove_prefix(1);
      keys += str("\n", text.substr(0, text.find('=')));
      text.remove_prefix(std::min(text.find(' '), text.size()));
    }
    CHECK(keys == names);
  }
  const Tensor x = tensor<float>({1, 2, 3, 0, 1, 0}, {2, 3}), t = tensor<std::int64_t>({2, 0});
  CHECK((*make_loss(R"({"type":"FocalLoss","gamma":1,"weight":[1,2,3]})"))(x, t).item() == focal_loss(x, t, tensor<float>({1, 2, 3}), 1).item());
  CHECK(make_loss("\"TripletMarginLoss\"")->call({x, x + 1.0, x}).item() == triplet_margin_loss(x, x + 1.0, x).item());
  CHECK(error_of([] { make_loss(R"({"type":"HuberLoss","delta":0})"); }).says("delta"));
}
