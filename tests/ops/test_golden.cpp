// Every stored PyTorch call (tests/golden/make_ops.py): results within 1e-5, gradients too.

#include <doctest/doctest.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

#include "golden/golden.h"
#include "wick/autograd.h"
#include "wick/registry.h"
#include "wick/safetensors.h"

namespace wick::test {
namespace {

using nlohmann::json;

Value value_of(const json& a, const SafetensorsFile& file, std::vector<std::pair<std::string, Tensor>>& leaves) {
  const auto leaf = [&](const std::string& name, bool grad) {
    Tensor t = file.find(name);
    if (grad) {
      t.requires_grad_();
      leaves.emplace_back(name, t);
    }
    return t;
  };
  if (a.is_null()) return {};
  if (a.is_boolean()) return a.get<bool>();
  if (a.is_number_integer()) return a.get<std::int64_t>();
  if (a.is_number()) return a.get<double>();
  if (a.is_string()) return a.get<std::string>();
  if (a.is_array()) return a.get<std::vector<std::int64_t>>();
  if (a.contains("t")) return leaf(a["t"].get<std::string>(), a["g"].get<bool>());
  TensorList list;
  for (const json& name : a["list"]) list.push_back(leaf(name.get<std::string>(), true));
  return list;
}

// "" when a is near b: |a - b| <= tol + tol |b|, or both are the same infinity or NaN.
std::string difference(const Tensor& a, const Tensor& b, double tol) {
  if (!(a.shape() == b.shape())) return str("shape ", a.shape(), ", PyTorch ", b.shape());
  if (a.dtype() != b.dtype()) return str("dtype ", a.dtype(), ", PyTorch ", b.dtype());
  const auto x = a.to_vector(), y = b.to_vector();
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!(x[i] == y[i] || std::abs(x[i] - y[i]) <= tol + tol * std::abs(y[i]) || (std::isnan(x[i]) && std::isnan(y[i]))))
      return str("[", i, "] is ", x[i], ", PyTorch ", y[i]);
  return "";
}

TEST_CASE("golden: results and gradients of stored PyTorch calls") {
  const SafetensorsFile file = parse_safetensors(read_golden("ops.safetensors"), "ops.safetensors");
  const json cases = json::parse(*file.find_metadata("cases"));
  std::set<std::string> ops;
  int n = 0;
  for (const json& c : cases) {
    const std::string op = c["op"];
    CAPTURE(op);
    CAPTURE(c.dump());
    const double tol = c["tol"];
    std::vector<std::pair<std::string, Tensor>> leaves;
    std::vector<Value> args;
    for (const json& a : c["args"]) args.push_back(value_of(a, file, leaves));
    const TensorList outs = call_op(op, args);
    REQUIRE(outs.size() == c["outs"].size());
    Tensor total = zeros({});
    for (std::size_t k = 0; k < outs.size(); ++k) {
      CHECK(difference(outs[k], file.find(c["outs"][k].get<std::string>()), tol) == "");
      if (!c["dys"][k].is_null()) total = total + (outs[k] * file.find(c["dys"][k].get<std::string>())).sum();
    }
    if (total.requires_grad()) total.backward();
    for (const json& g : c["grads"]) {
      const std::string name = g[0];
      CAPTURE(name);
      for (const auto& [leaf_name, leaf] : leaves) {
        if (leaf_name != name) continue;
        const Tensor grad = leaf.grad().defined() ? leaf.grad() : zeros_like(leaf);
        CHECK(difference(grad, file.find(g[1].get<std::string>()), tol) == "");
      }
    }
    ops.insert(op);
    ++n;
  }
  CHECK(n >= 300);
  MESSAGE(n, " cases of ", ops.size(), " ops agree with PyTorch ", *file.find_metadata("torch"));
}

}  // namespace
}  // namespace wick::test
