// Every stored PyTorch module (tests/golden/cases.py), made from its recipe: results, gradients of inputs and parameters,
// buffers after training, printout.

#include <doctest/doctest.h>

#include <set>

#include "golden/cases.h"
#include "wick/autograd.h"
#include "wick/recipe.h"

namespace wick::test {
namespace {

// What a case compares instead of the model's own results: make_second_order.py.
TensorList second_order(nn::Module& m, const TensorList& inputs, const std::string& kind) {
  const Tensor y = m(inputs[0]);
  if (kind == "penalty") {
    const Tensor g = autograd::grad({y.sum()}, {inputs[0]}, {}, false, true)[0];
    return {square(sqrt(square(g.flatten(1)).sum(1)) - 1.0).mean()};
  }
  TensorList leaves = m.parameters(), out = {y};
  if (inputs[0].requires_grad()) leaves.insert(leaves.begin(), inputs[0]);
  for (const Tensor& g : autograd::grad({(y * y).sum()}, leaves, {}, false, true)) out.push_back(g);
  return out;
}

std::string compare_module(CaseFile& file, const nlohmann::json& c, const std::string& prefix) {
  const nn::ModulePtr module = make_module(c["module"].dump());
  nn::NamedTensors state;
  for (const nlohmann::json& key : c["state"]) state.emplace_back(key.get<std::string>(), file.at(prefix + ".s." + key.get<std::string>()));
  module->load_state_dict(state);
  module->train(c["train"].get<bool>());
  const std::string text = c["repr"];
  if (module->repr() != text) return str("printout\n", module->repr(), "\nPyTorch\n", text);
  for (const auto& [name, t] : module->named_parameters()) file.leaves.emplace_back(prefix + ".s." + name, t);
  TensorList inputs;
  for (const nlohmann::json& entry : c["inputs"]) inputs.push_back(file.tensor(entry));
  TensorList outs;
  for (const Tensor& t : c.contains("second") ? second_order(*module, inputs, c["second"]) : module->call(inputs))
    if (t.defined()) outs.push_back(t);
  const std::string found = file.compare(c, outs);
  if (!found.empty()) return found;
  for (const nlohmann::json& key : c["after"])
    for (const auto& [name, t] : module->named_buffers())
      if (name == key.get<std::string>()) {
        const std::string moved = difference(t, file.at(prefix + ".b." + name));
        if (!moved.empty()) return str(name, " after training: ", moved);
      }
  return "";
}

TEST_CASE("golden: results and gradients of stored PyTorch modules") {
  std::set<std::string> types;
  int n = 0;
  for (const char* family : kCaseFiles) {
    CaseFile file(family);
    int i = 0;
    for (const nlohmann::json& c : file.list("modules")) {
      CAPTURE(family);
      CAPTURE(c["module"].dump());
      file.leaves.clear();
      std::string found;
      try {
        found = compare_module(file, c, str("m", i));
      } catch (const Error& e) {
        found = e.what();
      }
      CHECK(found == "");
      types.insert(c["module"]["type"].get<std::string>());
      ++i;
      ++n;
    }
  }
  CHECK(n >= 20);
  MESSAGE(n, " cases of ", types.size(), " modules agree with PyTorch");
}

}  // namespace
}  // namespace wick::test
