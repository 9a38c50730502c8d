#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void norm_samples(Samples& out) {
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

const SampleFamily kFamily("norm", [](Samples& out) {
  norm_samples(out);
});

}  // namespace
}  // namespace wick::test
