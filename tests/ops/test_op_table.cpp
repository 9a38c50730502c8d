// Generic tests over every op of the registry.

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <string>

#include "ops/op_table.h"
#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

TensorList results(const Sample& s, const std::vector<Value>& args) {
  manual_seed(5);  // dropout draws the same mask each time
  return call_op(s.op, args);
}

bool random_by_nature(const std::string& op) { return op == "rand" || op == "randn" || op == "randint" || op == "randperm"; }

// One tensor made of all floating results, so that gradcheck sees them all.
Tensor joined(const TensorList& outs) {
  TensorList flat;
  for (const Tensor& t : outs)
    if (t.is_floating_point()) flat.push_back(t.reshape({t.numel()}));
  return cat(flat);
}

TensorList differentiated(const std::vector<Value>& args) {
  TensorList in;
  for (const Value& v : args) {
    if (v.tensor.defined() && v.tensor.requires_grad()) in.push_back(v.tensor);
    in.insert(in.end(), v.tensors.begin(), v.tensors.end());
  }
  return in;
}

std::string check_gradient(const Sample& s, const std::vector<Value>& args) {
  // l1_loss and the like give tensors that gradcheck perturbs in place: the samples share them with args.
  return autograd::gradcheck([&](const TensorList&) { return joined(results(s, args)); }, differentiated(args));
}

bool close(const Tensor& a, const Tensor& b, double rtol, double atol) {
  if (!(a.shape() == b.shape())) return false;
  const auto x = a.to_vector(), y = b.to_vector();
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!(std::abs(x[i] - y[i]) <= atol + rtol * std::abs(y[i])) && !(std::isnan(x[i]) && std::isnan(y[i]))) return false;
  return true;
}

TEST_CASE("op table: every op of the registry has samples, and a call that must fail") {
  std::map<std::string, int> samples, bad;
  for (const Sample& s : op_samples()) ++samples[s.op];
  for (const BadCall& b : bad_calls()) ++bad[b.op];
  for (const OpEntry& op : op_list()) {
    const std::string name(op.name());
    CAPTURE(name);
    CHECK(samples[name] > 0);
    CHECK(bad[name] > 0);
  }
  for (const auto& row : samples) {
    CAPTURE(row.first);
    CHECK(find_op(row.first) != nullptr);
  }
}

TEST_CASE("op table: gradcheck of every differentiable op, contiguous and not") {
  const auto samples = op_samples();
  int checked = 0;
  std::map<std::string, int> per_op;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const Sample& s = samples[i];
    if (!find_op(s.op)->differentiable) continue;
    CAPTURE(describe(s, i));
    CHECK(check_gradient(s, s.args) == "");
    CHECK(check_gradient(s, map_tensors(s.args, stepped_layout)) == "");
    if (s.op != "view") CHECK(check_gradient(s, map_tensors(s.args, transposed_layout)) == "");
    ++per_op[s.op];
    ++checked;
  }
  for (const OpEntry& op : op_list()) {
    const std::string name(op.name());
    CAPTURE(name);
    if (op.differentiable) CHECK(per_op[name] > 0);
  }
  MESSAGE("gradcheck: ", checked, " samples on three layouts, 0 skipped");
}

TEST_CASE("op table: results do not depend on layout, recording or precision") {
  const auto samples = op_samples();
  for (std::size_t i = 0; i < samples.size(); ++i) {
    const Sample& s = samples[i];
    if (random_by_nature(s.op)) continue;
    CAPTURE(describe(s, i));
    const TensorList plain = results(s, s.args);
    const auto same_as_plain = [&](const TensorList& outs, double rtol, double atol) {
      REQUIRE(outs.size() == plain.size());
      for (std::size_t k = 0; k < outs.size(); ++k) CHECK(close(outs[k], plain[k], rtol, atol));
    };
    {
      const NoGradGuard guard;
      const TensorList outs = results(s, s.args);
      same_as_plain(outs, 0, 0);
      for (const Tensor& t : outs) CHECK(!t.grad_fn());
    }
    same_as_plain(results(s, map_tensors(s.args, stepped_layout)), 1e-12, 1e-12);
    if (s.op != "view") same_as_plain(results(s, map_tensors(s.args, transposed_layout)), 1e-12, 1e-12);
    if (s.op == "to") continue;
    const auto single = map_tensors(s.args, [](const Tensor& t) { return t.detach().to(DType::float32); });
    for (const Tensor& t : results(s, single)) CHECK(t.dtype() != DType::float64);
    same_as_plain(results(s, single), 2e-4, 2e-5);
  }
}

TEST_CASE("op table: calls that must fail do, and say why") {
  for (const BadCall& b : bad_calls()) {
    CAPTURE(b.op);
    CAPTURE(b.text);
    std::string text = "(nothing thrown)";
    try {
      call_op(b.op, b.args);
    } catch (const Error& e) {
      text = e.what();
    }
    CAPTURE(text);
    CHECK(text.find(b.text) != std::string::npos);
  }
}

}  // namespace
}  // namespace wick::test
