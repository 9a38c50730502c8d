#pragma once
// The one list of ops: each has a PyTorch schema and a function on boxed values. The C ABI, the JavaScript binding, the
// table of supported ops and the generic tests all read it.

#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "wick/tensor.h"

namespace wick {

/// A boxed argument or result.
struct Value : std::variant<std::monostate, bool, std::int64_t, double, std::string, Tensor, std::vector<std::int64_t>, TensorList> {
  using variant::variant;
  bool none() const { return index() == 0; }
};

struct OpParameter {
  std::string type;  // "Tensor", "Tensor?", "Tensor[]", "float", "int", "int?", "bool", "str", "int[]", "Scalar"
  std::string name;
  bool has_default = false;
  Value default_value;
};

struct OpEntry {
  const char* schema;  ///< "clamp(Tensor self, float? min=None, float? max=None) -> Tensor"
  std::vector<Value> (*call)(std::span<const Value> args);  ///< args in schema order, every one present
  bool differentiable;
  std::string name;
  std::vector<OpParameter> parameters;
  std::string result;  ///< "Tensor", "(Tensor, Tensor)" or "Tensor[]"
};

const std::vector<OpEntry>& op_list();
const OpEntry* find_op(std::string_view name);  ///< null if there is none
/// Fills in defaults, checks count and types, calls. Throws ErrorKind::value for an unknown op, with the nearest names.
std::vector<Value> call_op(std::string_view name, std::span<const Value> args);

/// Candidates within a small edit distance of word, nearest first, at most three: for "did you mean".
std::vector<std::string> nearest_names(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace wick
