#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

void reduce_samples(Samples& out) {
  for (const char* op : {"sum", "mean", "var", "amax", "amin"}) {
    const bool var = std::string(op) == "var", extremum = std::string(op)[0] == 'a';
    const auto X = [&](const Shape& s) { return extremum ? D(s) : R(s); };
    const auto call = [&](Tensor x, Ints dim, bool keep) {
      out.push_back(var ? Sample{op, {x, dim, 1.0, keep}} : Sample{op, {x, dim, keep}});
    };
    out.push_back({op, {X({3, 4})}});
    call(X({3, 4}), {0}, false);
    call(X({3, 4}), {-1}, true);
    call(X({2, 3, 4}), {1}, false);
    call(X({2, 3, 4}), {0, 2}, false);
    call(X({2, 3, 4}), {0, 2}, true);
    call(X({2, 3, 2, 2}), {1, 2}, false);
    call(X({37}), {0}, false);
  }
  out.push_back({"var", {R({3, 5}), Ints{1}, 0.0}});
  out.push_back({"sum", {R({})}});
  out.push_back({"sum", {R({0, 3}), Ints{0}}});
  for (const char* op : {"max", "min"}) {
    out.push_back({op, {D({3, 4})}});
    out.push_back({op, {D({})}});
    out.push_back({std::string(op) + ".dim", {D({3, 4}), std::int64_t{0}}});
    out.push_back({std::string(op) + ".dim", {D({3, 4}), std::int64_t{-1}, true}});
    out.push_back({std::string(op) + ".dim", {D({2, 3, 4}), std::int64_t{1}}});
  }
  for (const char* op : {"argmax", "argmin"}) {
    out.push_back({op, {constant(D({3, 4}))}});
    out.push_back({op, {constant(D({3, 4})), std::int64_t{1}}});
    out.push_back({op, {constant(D({2, 3, 4})), std::int64_t{1}, true}});
  }
  for (const Shape& s : {Shape{3, 4}, Shape{2, 3, 5}, Shape{6}}) {
    out.push_back({"logsumexp", {R(s), Ints{-1}}});
    out.push_back({"logsumexp", {R(s), Ints{0}, true}});
    for (const char* op : {"softmax", "log_softmax"}) {
      out.push_back({op, {R(s), std::int64_t{-1}}});
      out.push_back({op, {R(s), std::int64_t{0}}});
    }
  }
}

const SampleFamily kFamily("reduce", [](Samples& out) {
  reduce_samples(out);
});

}  // namespace
}  // namespace wick::test
