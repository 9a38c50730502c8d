#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

const SampleFamily kFamily("create", [](Samples& out) {
  for (const std::int64_t n : {0, 1, 2, 5, 17}) {
    out.push_back({"linspace", {-1.0, 2.5, n}});
    out.push_back({"logspace", {-1.0, 1.0, n}});
    out.push_back({"eye", {n}});
    for (const char* op : {"tril_indices", "triu_indices"}) out.push_back({op, {n, I(3), I(1)}});
  }
  for (const Shape& s : {Shape{2, 3}, Shape{}, Shape{0}}) {
    const V x = constant(R(s));
    out.push_back({"full_like", {x, 2.5}});
    for (const char* op : {"zeros_like", "ones_like", "empty_like", "rand_like", "randn_like"}) out.push_back({op, {x}});
    out.push_back({"randint_like", {x, I(2), I(9)}});
    out.push_back({"bernoulli", {x, 0.5}});
    out.push_back({"bernoulli", {constant(U(s, 0, 1))}});
    out.push_back({"normal", {x, constant(P(s))}});
  }
  out.push_back({"multinomial", {constant(P({2, 4})), I(3)}});
  out.push_back({"multinomial", {constant(P({4})), I(9), true}});
});

}  // namespace
}  // namespace wick::test
