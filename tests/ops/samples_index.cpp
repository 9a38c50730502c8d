#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void index_samples(Samples& out) {
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

const SampleFamily kFamily("index", [](Samples& out) {
  index_samples(out);
});

}  // namespace
}  // namespace wick::test
