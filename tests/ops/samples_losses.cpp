#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const std::string kMean = "mean", kSum = "sum", kNoReduction = "none";
const std::string& reduction(std::size_t i) { return i % 3 == 0 ? kMean : i % 3 == 1 ? kSum : kNoReduction; }

Tensor signs(const Shape& s) { return where(mask(s), ones(s, DType::float64), -1.0); }
Tensor bits(const Shape& s) { return mask(s).to(DType::float64); }
Tensor likely(const Shape& s) { return U(s, 0.1, 0.9); }
/// Differences from t that are at least 0.06 from 0 and from the kinks.
Tensor beside(const Tensor& t, const std::vector<double>& kinks) {
  Tensor d = U(t.shape(), -3, 3), y = t.detach().clone();
  for (std::int64_t i = 0; i < d.numel(); ++i) {
    double& v = d.data<double>()[i];
    for (const double k : kinks)
      if (v - k < 0.06 && v - k > -0.06) v = k + 0.1;
    y.data<double>()[i] += v;
  }
  return y.requires_grad_(), y;
}

void elementwise_samples(Samples& out) {
  std::size_t i = 0;
  for (const Shape& s : elementwise_shapes()) {
    const std::string& how = reduction(++i);
    if (s.rank() && numel(s) == 0 && how == kMean) continue;  // 0 / 0
    const Tensor t = R(s);
    out.push_back({"huber_loss", {beside(t, {-1, 0, 1}), t, how}});
    out.push_back({"binary_cross_entropy", {likely(s), likely(s), i % 2 ? kNone : V(constant(P(s))), how}});
    out.push_back({"kl_div", {R(s), P(s), how, i % 2 == 0}});
    out.push_back({"soft_margin_loss", {R(s), R(s), how}});
    out.push_back({"hinge_embedding_loss", {beside(constant(zeros(s, DType::float64)), {0.7}), signs(s), 0.7, how}});
    out.push_back({"poisson_nll_loss", {P(s), U(s, 1.5, 3), i % 2 == 0, i % 4 < 2, 1e-3, how}});
    out.push_back({"gaussian_nll_loss", {R(s), R(s), P(s), i % 2 == 0, 1e-6, how}});
    out.push_back({"sigmoid_focal_loss", {R(s), likely(s), i % 3 ? 0.25 : -1.0, i % 2 ? 2.0 : 1.5, how}});
    const Tensor b = R(s);
    out.push_back({"margin_ranking_loss", {beside(b, {-0.3, 0.3}), b, signs(s), 0.3, how}});
  }
  for (const std::string& how : {kMean, kSum, kNoReduction}) {
    const Tensor t = R({3, 4});
    out.push_back({"margin_ranking_loss", {beside(t, {0}), t, signs({3, 4}), 0.0, how}});
    out.push_back({"huber_loss", {beside(t, {-0.4, 0, 0.4}), t, how, 0.4}});
    out.push_back({"binary_cross_entropy", {likely({3, 4}), bits({3, 4}), constant(P({4})), how}});
    out.push_back({"kl_div", {R({3, 4}), P({4}), how, false}});
    out.push_back({"kl_div", {R({3, 4}), P({3, 4}), std::string("batchmean"), how == kSum}});
    out.push_back({"soft_margin_loss", {R({3, 4}), signs({3, 4}), how}});
    out.push_back({"hinge_embedding_loss", {beside(constant(zeros({3, 4}, DType::float64)), {1}), signs({3, 4}), 1.0, how}});
    out.push_back({"poisson_nll_loss", {P({3, 4}), U({3, 4}, 0.2, 0.9), true, true, 1e-8, how}});
    out.push_back({"gaussian_nll_loss", {R({3, 4}), R({3, 4}), P({3}), true, 1e-6, how}});
    out.push_back({"gaussian_nll_loss", {R({3, 4}), R({3, 4}), P({3, 1}), false, 1e-6, how}});
    out.push_back({"sigmoid_focal_loss", {R({3, 4}), bits({3, 4}), 0.4, 0.0, how}});
  }
}

void pair_samples(Samples& out) {
  std::size_t i = 0;
  for (const Shape& s : {Shape{3, 4}, Shape{2, 5}, Shape{1, 3}, Shape{4, 2}, Shape{5, 17}, Shape{6}, Shape{3}})
    for (const double margin : {0.0, 0.4, -0.3}) {
      const Shape t = s.rank() == 2 ? Shape{s[0]} : Shape();
      // Nearly parallel or opposite vectors: their cosine is far from the margin.
      const Tensor a = R(s), b = R(s) * 0.1 + (i % 2 ? a : 0.0 - a);
      out.push_back({"cosine_embedding_loss", {a, Tensor(constant(b)).requires_grad_(), signs(t), margin, reduction(++i)}});
    }
  out.push_back({"cosine_embedding_loss", {R({0, 3}), R({0, 3}), signs({0}), 0.0, kNoReduction}});
  out.cannot("cosine_embedding_loss", Layout::channels_last, "it takes one or two dimensions");
  out.cannot("cosine_embedding_loss", Layout::zero_dim, "vectors have a dimension");
  for (const Shape& s : {Shape{3, 4}, Shape{2, 5}, Shape{6}, Shape{2, 2, 2, 3}})
    for (const double p : {2.0, 1.0, 3.0, __builtin_inf()})
      for (const bool swap : {false, true}) {
        // A margin of 10 keeps all counting; the three points are far from each other in every coordinate.
        const Tensor a = D(s), b = constant(D(s) * 1.7 + 0.31), c = constant(D(s) * 2.9 - 0.17);
        Tensor positive = b, negative = c;
        out.push_back({"triplet_margin_loss", {a, positive.requires_grad_(), negative.requires_grad_(), 10.0, p, 1e-6, swap, reduction(++i)}});
      }
  out.push_back({"triplet_margin_loss", {R({0, 3}), R({0, 3}), R({0, 3}), 1.0, 2.0, 1e-6, false, kNoReduction}});
  out.cannot("triplet_margin_loss", Layout::zero_dim, "vectors have a dimension");
}

void class_samples(Samples& out) {
  std::size_t i = 0;
  for (const Shape& s : {Shape{4, 3}, Shape{2, 5}, Shape{1, 4}, Shape{3, 17}, Shape{5}, Shape{3, 1}})
    for (const std::int64_t p : {1, 2})
      for (const bool weighted : {false, true}) {
        const std::int64_t C = s.back();
        const Shape t = s.rank() == 2 ? Shape{s[0]} : Shape();
        out.push_back({"multi_margin_loss", {D(s), idx(t, C), I(p), 1.1, weighted ? V(constant(P({C}))) : kNone, reduction(++i)}});
        Tensor labels = idx(s, C);
        for (std::int64_t k = 0; k < labels.numel(); ++k)
          if (k % C > (k / C) % C) labels.data<std::int64_t>()[k] = -1;
        out.push_back({"multilabel_margin_loss", {constant(D(s) * 0.9).requires_grad_(), labels, reduction(i)}});
      }
  for (const std::string& how : {kMean, kSum, kNoReduction})
    out.push_back({"multilabel_margin_loss", {constant(D({2, 6}) * 0.9).requires_grad_(), Value(tensor<std::int64_t>({5, 0, -1, 0, 0, 0, 1, 1, 2, -1, 3, 4}, {2, 6})), how}});
  for (const char* op : {"multi_margin_loss", "multilabel_margin_loss"}) {
    out.cannot(op, Layout::channels_last, "it takes one or two dimensions");
    out.cannot(op, Layout::zero_dim, "it takes one or two dimensions");
    out.cannot(op, Layout::empty, "PyTorch refuses empty inputs");
  }
  for (const Shape& s : elementwise_shapes())
    if (s.rank() && s.back() > 0 && numel(s) > 0) {
      out.push_back({"multilabel_soft_margin_loss", {R(s), R(s), kNone, reduction(++i)}});
      out.push_back({"multilabel_soft_margin_loss", {R(s), bits(s), constant(P({s.back()})), reduction(++i)}});
    }
  out.push_back({"multilabel_soft_margin_loss", {R({0, 3}), R({0, 3}), kNone, kNoReduction}});
  out.cannot("multilabel_soft_margin_loss", Layout::zero_dim, "classes are a dimension");
  for (const Shape& s : {Shape{4, 3}, Shape{2, 3, 2}, Shape{2, 3, 2, 2}, Shape{3, 2, 1, 2, 2}, Shape{0, 3}}) {
    const std::int64_t C = s[1];
    Shape t = s;
    t.erase(1);
    const std::string how = numel(s) ? "" : "none";
    for (const bool soft : {false, true})
      for (int k = 0; k < 3; ++k) {
        const std::string& r = how.empty() ? reduction(++i) : kNoReduction;
        const V target = soft ? V(likely(s)) : V(idx(t, C));
        out.push_back({"dice_loss", {R(s), target, k == 1 ? 0.5 : 1.0, r}});
        if (numel(s)) out.push_back({"soft_f1_loss", {R(s), target, k == 1 ? 1e-3 : 1e-7, reduction(i)}});
      }
    for (const double gamma : {2.0, 0.0, 1.5, 1.0}) {
      out.push_back({"focal_loss", {R(s), idx(t, C), gamma == 1.5 ? V(constant(P({C}))) : kNone, gamma, gamma == 1.0 ? I(1) : I(-100), numel(s) ? kSum : kNoReduction}});
      if (numel(s)) out.push_back({"focal_loss", {R(s), idx(t, C), kNone, gamma, I(-100), reduction(++i)}});
    }
    if (numel(s)) out.push_back({"cross_entropy", {R(s), likely(s), s.rank() == 3 ? V(constant(P({C}))) : kNone, I(-100), reduction(++i), s.rank() == 2 ? 0.0 : 0.2}});
  }
  out.push_back({"soft_f1_loss", {R({0, 3}), likely({0, 3}), 1e-7, kNoReduction}});
  out.push_back({"cross_entropy", {R({4}), likely({4})}});
  for (const char* op : {"dice_loss", "soft_f1_loss", "focal_loss"}) out.cannot(op, Layout::zero_dim, "classes are a dimension");
}

void ctc_samples(Samples& out) {
  const auto list = [](const std::vector<std::int64_t>& v) { return V(tensor(v)); };
  for (const std::string& how : {kMean, kSum, kNoReduction}) {
    out.push_back({"ctc_loss", {R({4, 2, 3}), Value(idx({2, 2}, 2) + 1), list({4, 3}), list({2, 1}), I(0), how}});
    out.push_back({"ctc_loss", {R({5, 1, 4}), Value(idx({1, 2}, 3)), list({5}), list({2}), I(3), how}});
    out.push_back({"ctc_loss", {R({6, 3, 3}), list({1, 1, 2, 2, 1}), list({6, 4, 5}), list({2, 2, 1}), I(0), how}});
    out.push_back({"ctc_loss", {R({5, 4}), list({1, 2, 2}), list({5}), list({3}), I(0), how}});
    out.push_back({"ctc_loss", {R({3, 2, 3}), Value(zeros({2, 2}, DType::int64) + 1), list({3, 2}), list({2, 2}), I(0), how, true}});
    out.push_back({"ctc_loss", {R({3, 2, 3}), Value(zeros({2, 2}, DType::int64) + 2), list({3, 2}), list({0, 1}), I(0), how}});
    out.push_back({"ctc_loss", {R({1, 1, 2}), list({1}), list({1}), list({1}), I(0), how}});
  }
  out.refuses_second("ctc_loss", "CtcLossBackward0");
  out.cannot("ctc_loss", Layout::channels_last, "it takes two or three dimensions");
  out.cannot("ctc_loss", Layout::zero_dim, "it takes two or three dimensions");
  out.push_back({"ctc_loss", {R({3, 0, 3}), Value(zeros({0, 2}, DType::int64)), Value(zeros({0}, DType::int64)), Value(zeros({0}, DType::int64)), I(0), kNoReduction}});
}

const SampleFamily kFamily("losses", [](Samples& out) {
  elementwise_samples(out);
  pair_samples(out);
  class_samples(out);
  ctc_samples(out);
});

const BadCallFamily kBadCalls("losses", [](BadCalls& out) {
  for (const char* op : {"huber_loss", "kl_div", "poisson_nll_loss", "hinge_embedding_loss", "soft_margin_loss", "multilabel_soft_margin_loss", "sigmoid_focal_loss"})
    out.push_back({op, {f32({2, 3}), i64({2, 3})}, "target is i64[2,3]; need f32 or f64"});
  out.push_back({"huber_loss", {f32({2, 3}), f32({4})}, "[2,3] and [4] differ at dimension 1"});
  out.push_back({"huber_loss", {f32({2}), f32({2}), std::string("mean"), 0.0}, "does not support non-positive values for delta"});
  out.push_back({"kl_div", {f32({2}), f32({2}), std::string("batch")}, "reduction is \"batch\""});
  out.push_back({"binary_cross_entropy", {f32({2, 3}), f32({3})}, "Using a target size (f32[3]) that is different to the input size (f32[2,3])"});
  out.push_back({"binary_cross_entropy", {Value(full({2}, 1.5)), f32({2})}, "all elements of input should be between 0 and 1; element 0 is 1.5"});
  out.push_back({"gaussian_nll_loss", {f32({2, 3}), f32({2, 3}), f32({3})}, "var is of incorrect size"});
  out.push_back({"gaussian_nll_loss", {f32({2}), f32({2}), Value(full({2}, -1))}, "var has negative entry/entries"});
  out.push_back({"margin_ranking_loss", {f32({2}), f32({2}), f32({2, 1})}, "All input tensors should have same dimension but got sizes"});
  out.push_back({"cosine_embedding_loss", {f32({2, 3}), f32({2, 3}), f32({2, 1})}, "0D or 1D target tensor expected, multi-target not supported"});
  out.push_back({"cosine_embedding_loss", {f32({3}), f32({3}), f32({2})}, "1D target tensor expects 2D input tensors, but found inputs with sizes"});
  out.push_back({"triplet_margin_loss", {f32({2, 3}), f32({2, 3}), f32({3})}, "All inputs should have same dimension but got 2D, 2D and 1D inputs"});
  const Value three(full({2}, 3, DType::int64));
  out.push_back({"multi_margin_loss", {f32({2, 3}), three}, "Target 3 at row 0 is out of bounds"});
  out.push_back({"multi_margin_loss", {f32({2, 3}), i64({1})}, "inconsistent target size, got: i64[1]"});
  out.push_back({"multi_margin_loss", {f32({2, 3, 4}), i64({2})}, "Expected non-empty vector or matrix with optional 0-dim batch size, but got: f32[2,3,4]"});
  out.push_back({"multi_margin_loss", {f32({2, 3}), i64({2}), I(3)}, "only p == 1 and p == 2 supported"});
  out.push_back({"multi_margin_loss", {f32({2, 3}), i64({2}), I(1), 1.0, f32({2})}, "weight is f32[2]; need [3]"});
  out.push_back({"multilabel_margin_loss", {f32({2}), three}, "target 3 at row 0 is out of range"});
  out.push_back({"multilabel_margin_loss", {f32({2, 3}), i64({2})}, "inconsistent target size"});
  out.push_back({"focal_loss", {f32({2, 3}), three}, "Target 3 at row 0 is out of bounds"});
  out.push_back({"focal_loss", {f32({2, 3}), i64({2}), kNone, -1.0}, "need gamma >= 0"});
  for (const char* op : {"dice_loss", "soft_f1_loss"}) {
    out.push_back({op, {f32({2, 3}), three}, "Target 3 at row 0 is out of bounds"});
    out.push_back({op, {f32({2, 3}), f32({2})}, "target is f32[2] for input f32[2,3]"});
    out.push_back({op, {f32({3}), f32({3})}, "need [N,C] or [N,C,d1,...]"});
    out.push_back({op, {f32({2, 3}), f32({2, 3}), -1.0}, ">= 0"});
  }
  out.push_back({"cross_entropy", {f32({2, 3}), f32({2, 3}), kNone, I(1)}, "ignore_index is not supported for floating point target"});
  const auto list = [](const std::vector<std::int64_t>& v) { return V(tensor(v)); };
  const V labels(full({2, 2}, 1, DType::int64));
  out.push_back({"ctc_loss", {f32({4, 2, 3}), labels, list({5, 4}), list({1, 1})}, "Expected input_lengths to have value at least 0 and at most 4, but got value 5"});
  out.push_back({"ctc_loss", {f32({4, 2, 3}), labels, list({4}), list({1, 1})}, "input_lengths must be of size batch_size"});
  out.push_back({"ctc_loss", {f32({4, 2, 3}), labels, list({4, 4}), list({1, 3})}, "Expected target_lengths to have value at least 0 and at most 2, but got value 3"});
  out.push_back({"ctc_loss", {f32({4, 2, 3}), labels, list({4, 4}), list({1, 1}), I(3)}, "blank must be in label range"});
  out.push_back({"ctc_loss", {f32({4, 2, 3}), labels, list({4, 4}), list({1, 1}), I(1)}, "is out of range; need 0 <= target < 3, and not blank"});
  out.push_back({"ctc_loss", {f32({4, 2, 3}), list({1, 1}), list({4, 4}), list({2, 1})}, "target_lengths sum to 3"});
});

}  // namespace
}  // namespace wick::test
