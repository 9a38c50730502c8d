#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

// Logits with their targets.
void class_samples(Samples& out) {
  for (const Shape& s : {Shape{4}, Shape{5, 4}, Shape{6, 3}, Shape{2, 3, 2, 2}, Shape{2, 2, 3}, Shape{0, 3}, Shape{1, 17}, Shape{2, 2, 1, 2, 2}}) {
    const std::int64_t n = s[s.rank() == 1 ? 0 : 1];
    Shape rows = s;
    rows.erase(s.rank() == 1 ? 0 : 1);
    for (const char* reduction : {"mean", "sum", "none"}) {
      out.push_back({"cross_entropy", {R(s), idx(rows, n), kNone, I(-100), reduction}});
      out.push_back({"cross_entropy", {R(s), idx(rows, n), constant(P({n})), I(1), "sum", 0.2}});
      out.push_back({"nll_loss", {R(s), idx(rows, n), kNone, I(-100), reduction}});
      out.push_back({"nll_loss", {R(s), idx(rows, n), constant(P({n})), I(1), "sum"}});
    }
  }
  out.push_back({"cross_entropy", {R({6, 4}), idx({6}, 4), constant(P({4})), I(2), "mean", 0.2}});
  out.push_back({"nll_loss", {R({6, 4}), idx({6}, 4), constant(P({4})), I(2), "mean"}});
  for (const char* op : {"cross_entropy", "nll_loss"}) out.cannot(op, Layout::zero_dim, "one score for each class");
}

const SampleFamily kFamily("loss", [](Samples& out) {
  class_samples(out);
  for (const Shape& s : elementwise_shapes()) {
    const char* reduction = s.rank() % 3 == 0 ? "mean" : s.rank() % 3 == 1 ? "sum" : "none";
    out.push_back({"binary_cross_entropy_with_logits", {R(s), P(s), kNone, kNone, reduction}});
    out.push_back({"mse_loss", {R(s), R(s), reduction}});
    out.push_back({"l1_loss", {D(s), constant(zeros(s, DType::float64)), reduction}});
    out.push_back({"smooth_l1_loss", {R(s), R(s), reduction}});
  }
  for (const char* reduction : {"mean", "sum", "none"}) {
    out.push_back({"binary_cross_entropy_with_logits", {R({3, 4}), P({3, 4}), constant(P({4})), constant(P({4})), reduction}});
    out.push_back({"l1_loss", {R({2, 5}), U({2, 5}, 7, 9), reduction}});
    out.push_back({"smooth_l1_loss", {R({3, 4}), R({3, 4}), reduction, 0.4}});
  }
  out.push_back({"mse_loss", {R({2, 3}), R({3})}});
});

}  // namespace
}  // namespace wick::test
