#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void loss_samples(Samples& out) {
  const std::string mean = "mean", sum = "sum", none = "none";
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

const SampleFamily kFamily("loss", [](Samples& out) {
  loss_samples(out);
});

}  // namespace
}  // namespace wick::test
