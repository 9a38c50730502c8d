// Generic tests over every op of the registry.

#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <set>
#include <string>

#include "ops/op_table.h"
#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

constexpr int kCalls = 20;  // that differ, of each differentiable op

TensorList results(const std::string& op, std::vector<Value> args) {
  manual_seed(5);  // dropout draws the same mask each time
  if (op.substr(0, op.find('.')).ends_with('_')) args[0].tensor = args[0].tensor.clone();  // written over
  if (op == "ctc_loss") args[0].tensor = log_softmax(args[0].tensor, -1);  // of which it states the gradient too
  return call_op(op, args);
}

// Draws or leaves memory as it is: the values are no function of the arguments.
bool random_by_nature(const std::string& op) {
  for (const char* name : {"rand", "randn", "randint", "randperm", "rand_like", "randn_like", "randint_like", "bernoulli", "normal", "multinomial", "empty_like",
                           "uniform_", "normal_", "exponential_", "bernoulli_", "random_"})
    if (op == name) return true;
  return false;
}

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
    for (const Tensor& t : v.tensors)
      if (t.defined() && t.requires_grad()) in.push_back(t);
  }
  return in;
}

std::vector<Value> laid_out(const Sample& s, Layout layout) {
  const bool any = !differentiated(s.args).empty();
  // A buffer that is written to, as batch_norm's, has a place for each element.
  return map_tensors(s.args, [&](const Tensor& t) { return layout == Layout::broadcast && any && !t.requires_grad() ? t : lay_out(layout, t); });
}

std::string check_gradient(const Sample& s, Layout layout) {
  const std::vector<Value> leaves = laid_out(s, layout);
  // gradcheck perturbs the leaves in place: fn sees it through the values it holds.
  return autograd::gradcheck([&](const TensorList&) { return joined(results(s.op, expanded(leaves, s.args))); }, differentiated(leaves));
}

bool close(const Tensor& a, const Tensor& b, double rtol, double atol) {
  if (!(a.shape() == b.shape())) return false;
  const auto x = a.to_vector(), y = b.to_vector();
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!(std::abs(x[i] - y[i]) <= atol + rtol * std::abs(y[i])) && !(std::isnan(x[i]) && std::isnan(y[i])) && x[i] != y[i]) return false;
  return true;
}

// The layouts a sample is checked in.
std::vector<Layout> layouts_of(const Sample& s) {
  std::vector<Layout> out;
  for (int i = 0; i < kLayouts; ++i) {
    const auto layout = static_cast<Layout>(i);
    if (applies(layout, s) && op_samples().has(s.op, layout)) out.push_back(layout);
  }
  return out;
}

TEST_CASE("op table: every op of the registry has samples, and a call that must fail") {
  std::map<std::string, int> samples, bad;
  for (const Sample& s : op_samples().rows) ++samples[s.op];
  for (const BadCall& b : bad_calls()) ++bad[b.op];
  for (const OpEntry& op : op_list()) {
    const std::string name(op.name());
    CAPTURE(name);
    if (op.in_place) continue;  // compared with its op below
    CHECK(samples[name] > 0);
    CHECK(bad[name] > 0);
  }
  for (const auto& row : samples) {
    CAPTURE(row.first);
    CHECK(find_op(row.first) != nullptr);
  }
}

TEST_CASE("op table: gradcheck of every differentiable op in eight layouts") {
  struct Count {
    std::set<std::string> calls;
    int in_layout[kLayouts] = {};
  };
  std::map<std::string, Count> counts;
  for (const Sample& s : op_samples().rows) {
    if (!find_op(s.op)->differentiable) continue;
    Count& count = counts[s.op];
    const std::string text = describe(s);
    CAPTURE(text);
    count.calls.insert(text);
    for (const Layout layout : layouts_of(s)) {
      const std::string in = name_of(layout);
      CAPTURE(in);
      CHECK(check_gradient(s, layout) == "");
      ++count.in_layout[static_cast<int>(layout)];
    }
  }

  int n_ops = 0, n_calls = 0, n_checks = 0, in_layout[kLayouts] = {};
  for (const OpEntry& op : op_list()) {
    if (!op.differentiable || op.in_place) continue;
    const std::string name(op.name());
    CAPTURE(name);
    const Count& count = counts[name];
    int need = kCalls;
    for (const auto& fewer : op_samples().shorter)
      if (fewer.op == name) need = fewer.calls;
    CHECK(static_cast<int>(count.calls.size()) >= need);
    for (int i = 0; i < kLayouts; ++i) {
      const std::string layout = name_of(static_cast<Layout>(i));
      CAPTURE(layout);
      if (op_samples().has(name, static_cast<Layout>(i))) CHECK(count.in_layout[i] > 0);
      n_checks += count.in_layout[i];
      in_layout[i] += count.in_layout[i];
    }
    ++n_ops;
    n_calls += static_cast<int>(count.calls.size());
  }
  std::string text = str("gradcheck: ", n_ops, " ops, ", n_calls, " calls that differ, ", n_checks, " checks, 0 skipped:");
  for (int i = 0; i < kLayouts; ++i) text += str(" ", name_of(static_cast<Layout>(i)), " ", in_layout[i]);
  for (const auto& e : op_samples().exceptions) text += str("\n  ", e.op, " has no ", name_of(e.layout), " call: ", e.reason);
  for (const auto& f : op_samples().shorter) text += str("\n  ", f.op, " has ", f.calls, " calls: ", f.reason);
  MESSAGE(text);
}

std::string check_second_gradient(const Sample& s) {
  return autograd::gradgradcheck([&](const TensorList&) { return joined(results(s.op, s.args)); }, differentiated(s.args));
}

TEST_CASE("op table: gradgradcheck of every differentiable op that does not refuse by name") {
  std::map<std::string, std::string> refuse;
  for (const auto& r : op_samples().refusals) refuse[r.op] = r.node;
  std::map<std::string, int> checked, refused;
  for (const Sample& s : op_samples().rows) {
    if (!find_op(s.op)->differentiable) continue;
    const std::string text = describe(s);
    CAPTURE(text);
    const auto row = refuse.find(s.op);
    if (row == refuse.end()) {
      CHECK(check_second_gradient(s) == "");
      ++checked[s.op];
      continue;
    }
    std::string error = "(nothing thrown)";
    try {
      check_second_gradient(s);
    } catch (const Error& e) {
      error = e.what();
    }
    CHECK(error == str("[backward] ", row->second, " has no gradient of its gradient; create_graph=true cannot go through it."));
    ++refused[s.op];
  }
  int n = 0;
  for (const auto& row : checked) n += row.second;
  MESSAGE("gradgradcheck: ", checked.size(), " ops pass in ", n, " calls, ", refused.size(), " refuse by name");
}

TEST_CASE("op table: results do not depend on layout, recording or precision") {
  for (const Sample& s : op_samples().rows) {
    if (random_by_nature(s.op)) continue;
    const std::string text = describe(s);
    CAPTURE(text);
    const auto same = [](const TensorList& outs, const TensorList& plain, double rtol, double atol) {
      REQUIRE(outs.size() == plain.size());
      for (std::size_t k = 0; k < outs.size(); ++k) CHECK(close(outs[k], plain[k], rtol, atol));
    };
    const TensorList plain = results(s.op, s.args);
    {
      const NoGradGuard guard;
      const TensorList outs = results(s.op, s.args);
      same(outs, plain, 0, 0);
      for (const Tensor& t : outs) CHECK(!t.grad_fn());
    }
    for (const Layout layout : layouts_of(s)) {
      const std::string in = name_of(layout);
      CAPTURE(in);
      const auto args = expanded(laid_out(s, layout), s.args);
      const auto dense = map_tensors(args, [](const Tensor& t) { return t.detach().clone(); });
      same(results(s.op, args), layout == Layout::broadcast ? results(s.op, dense) : plain, 1e-12, 1e-12);
    }
    if (s.op == "to") continue;
    const auto single = map_tensors(s.args, [](const Tensor& t) { return t.is_floating_point() ? t.detach().to(DType::float32) : t; });
    const TensorList outs = results(s.op, single);
    for (const Tensor& t : outs) CHECK(t.dtype() != DType::float64);
    same(outs, plain, 2e-4, 2e-5);
  }
}

TEST_CASE("op table: in-place forms give what their ops give, and gradients") {
  std::map<std::string, int> compared;
  for (const Sample& s : op_samples().rows) {
    const OpEntry* form = find_op(s.op + "_");
    if (!form || !form->in_place || !s.args[0].tensor.defined()) continue;
    const std::string text = describe(s);
    CAPTURE(text);
    const TensorList leaves = differentiated(s.args);
    const Tensor want = results(s.op, s.args)[0];
    std::vector<Value> args = s.args;
    const Tensor self = args[0].tensor.clone();
    args[0] = Value(self);
    if (!(want.shape() == self.shape())) {
      CHECK_THROWS_WITH_AS(call_op(form->name(), args), doctest::Contains("doesn't match the broadcast shape"), Error);
      continue;
    }
    if ((want.is_floating_point() && !self.is_floating_point()) || (want.dtype() != DType::bool_ && self.dtype() == DType::bool_)) {
      CHECK_THROWS_WITH_AS(call_op(form->name(), args), doctest::Contains("can't be cast to the desired output type"), Error);
      continue;
    }
    const auto version = self.version();
    manual_seed(5);  // as results() did
    const TensorList have = call_op(form->name(), args);
    REQUIRE(have.size() == 1);
    CHECK(have[0].is_same(self));
    CHECK(self.version() > version);
    CHECK(close(self, want.to(self.dtype()), 0, 0));
    const bool recorded = want.requires_grad();
    CHECK(self.requires_grad() == recorded);
    ++compared[s.op];
    if (!recorded) continue;
    const Tensor dy = randn(want.shape(), DType::float64);
    const TensorList g = autograd::grad({self}, leaves, {dy}, false, false, true), expected = autograd::grad({want}, leaves, {dy}, false, false, true);
    for (std::size_t k = 0; k < leaves.size(); ++k) {
      REQUIRE(g[k].defined() == expected[k].defined());
      if (g[k].defined()) CHECK(close(g[k], expected[k], 1e-12, 1e-12));
    }
    if (!s.args[0].tensor.requires_grad()) continue;
    CHECK_THROWS_WITH_AS(call_op(form->name(), s.args), doctest::Contains("a leaf Variable that requires grad is being used in an in-place operation"), Error);
  }
  for (const OpEntry& op : op_list()) {
    const std::string name(op.name());
    CAPTURE(name);
    if (op.in_place) CHECK(compared[name.substr(0, name.size() - 1)] > 0);
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
