#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const BadCallFamily kFamily("create", [](BadCalls& out) {
  for (const char* op : {"linspace", "logspace"}) out.push_back({op, {0.0, 1.0, I(-1)}, "number of steps must be non-negative"});
  out.push_back({"eye", {I(-1)}, "must be greater or equal to 0"});
  for (const char* op : {"tril_indices", "triu_indices"}) out.push_back({op, {I(-1), I(2)}, "row and col must be non-negative"});
  out.push_back({"full_like", {f32({2})}, "argument fill_value is missing"});
  for (const char* op : {"zeros_like", "ones_like", "empty_like", "rand_like", "randn_like"}) out.push_back({op, {f32({2}), "float31"}, "unknown dtype \"float31\""});
  out.push_back({"rand_like", {i64({2})}, "dtype is i64; need f32"});
  out.push_back({"randint_like", {f32({2}), I(3), I(3)}, "from=3 >= to=3"});
  out.push_back({"bernoulli", {f32({2}), 1.5}, "expects p to be in [0, 1], but got p=1.5"});
  out.push_back({"bernoulli", {i64({2})}, "probabilities must be floating"});
  out.push_back({"multinomial", {f32({2, 2, 2}), I(1)}, "prob_dist must be 1 or 2 dim"});
  out.push_back({"multinomial", {f32({2}), I(0)}, "cannot sample n_sample <= 0 samples"});
  out.push_back({"multinomial", {f32({2}), I(3)}, "cannot sample n_sample > prob_dist.size(-1) samples without replacement"});
  out.push_back({"multinomial", {V(full({2}, -1)), I(1)}, "probability tensor contains either `inf`, `nan` or element < 0"});
  out.push_back({"multinomial", {f32({2}), I(1)}, "invalid multinomial distribution"});
  out.push_back({"normal", {f32({2}), -1.0}, "expects all elements of std >= 0.0"});
  out.push_back({"normal", {f32({2}), f32({3})}, "differ"});
  out.push_back({"fill_", {f32({2}), f32({2})}, "only supports 0-dimension value tensor"});
  out.push_back({"copy_", {f32({2}), f32({3})}, "differ at dimension 0"});
  out.push_back({"copy_", {f32({2}), f32({3, 2})}, "does not broadcast to the tensor written to"});
  out.push_back({"zero_", {V(zeros({2, 1}).expand({2, 3}))}, "more than one element of the written-to tensor refers to a single memory location"});
  out.push_back({"uniform_", {f32({2}), 1.0, 0.0}, "expects to return a [from, to) range, but found from=1 > to=0"});
  out.push_back({"normal_", {f32({2}), 0.0, -1.0}, "need std >= 0"});
  out.push_back({"exponential_", {f32({2}), 0.0}, "expects lambda > 0.0, but found lambda=0"});
  out.push_back({"bernoulli_", {f32({2}), 1.5}, "expects p to be in [0, 1]"});
  out.push_back({"random_", {f32({2}), I(3), I(3)}, "from=3 >= to=3"});
  out.push_back({"one_hot", {i64({0})}, "Can not infer total number of classes from empty tensor"});
  out.push_back({"one_hot", {i64({1}), I(0)}, "need num_classes > 0, or -1 to infer it"});
});

}  // namespace
}  // namespace wick::test
