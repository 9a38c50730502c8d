#pragma once
// Reading stored PyTorch cases (cases.py) and comparing with them.

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "golden/golden.h"
#include "wick/registry.h"
#include "wick/safetensors.h"

namespace wick::test {

/// A file of cases, and the leaves of the case at hand by their names in it.
struct CaseFile {
  explicit CaseFile(const std::string& family);
  nlohmann::json list(const char* key) const;  ///< "cases" or "modules"

  /// The tensor an entry {"t", "g"} names, as a leaf when it wants a gradient; undefined for null.
  Tensor tensor(const nlohmann::json& entry);
  Value argument(const nlohmann::json& entry);
  /// Compares results, backpropagates the sum of result * dy and compares the leaves' gradients, with the tolerances of
  /// torch.testing.assert_close. Gives the first difference, or "".
  std::string compare(const nlohmann::json& c, const TensorList& outs);
  Tensor at(const nlohmann::json& name) const { return file.find(name.get<std::string>()); }

  SafetensorsFile file;
  std::vector<std::pair<std::string, Tensor>> leaves;
};

/// The first difference of a from b, or "".
std::string difference(const Tensor& a, const Tensor& b);

}  // namespace wick::test
