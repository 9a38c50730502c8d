#pragma once
// The one list of ops: each has a PyTorch schema and a function on boxed values. The C ABI, the JavaScript binding, the
// table of supported ops and the generic tests all read it.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "wick/tensor.h"

namespace wick {

/// A boxed argument: the member that kind names holds it.
struct Value {
  enum class Kind : std::uint8_t { none, boolean, integer, number, text, tensor, ints, tensors, numbers };

  Value() = default;
  // NOLINTBEGIN: all of these convert
  Value(bool v) : kind(Kind::boolean), integer(v) {}
  Value(std::int64_t v) : kind(Kind::integer), integer(v) {}
  Value(double v) : kind(Kind::number), number(v) {}
  Value(const char* v) : Value(std::string(v)) {}
  Value(std::string v) : kind(Kind::text), text(std::move(v)) {}
  Value(Tensor v) : kind(Kind::tensor), tensor(std::move(v)) {}
  Value(std::vector<std::int64_t> v) : kind(Kind::ints), ints(std::move(v)) {}
  Value(TensorList v) : kind(Kind::tensors), tensors(std::move(v)) {}
  Value(std::vector<double> v) : kind(Kind::numbers), numbers(std::move(v)) {}
  // NOLINTEND

  Kind kind = Kind::none;
  std::int64_t integer = 0;
  double number = 0;
  std::vector<std::int64_t> ints;
  std::string text;
  Tensor tensor;
  TensorList tensors;
  std::vector<double> numbers;
};

struct OpParameter {
  std::string_view type;          ///< "Tensor", "Tensor?", "Tensor[]", "float", "float?", "int", "int?", "bool", "str", "int[]", "float[]", "Tensor?[]" (entries may be undefined)
  std::string_view name;
  std::string_view default_text;  ///< as Python writes it; "" if there is none
};

struct OpEntry {
  const char* schema;  ///< "clamp(Tensor self, float? min=None, float? max=None) -> Tensor"
  bool differentiable;
  bool in_place = false;  ///< the in-place form of the op whose function this is: self becomes its result
  std::string_view name() const;
  std::vector<OpParameter> parameters() const;

  // The function, and how to call it: args of the declared kinds, every one present.
  void (*function)();
  void (*call)(void (*function)(), const Value* args, TensorList& results);
};

std::span<const OpEntry> op_list();
const OpEntry* op_at(std::size_t i);            ///< of op_list(), null behind its end; the common ops stand first
const OpEntry* find_op(std::string_view name);  ///< null if there is none
/// args with defaults filled in and each of the kind its parameter declares. Throws ErrorKind::value when one cannot be.
std::vector<Value> bind_args(const OpEntry& op, std::vector<Value> args);
/// Binds and calls. The results and types, calls. The results are one tensor or those of the result's list or pair.
/// Throws ErrorKind::value for an unknown op, with the nearest names.
TensorList call_op(std::string_view name, std::vector<Value> args);

/// Candidates within a small edit distance of word, nearest first, at most three: for "did you mean".
std::vector<std::string> nearest_names(std::string_view word, const std::vector<std::string>& candidates);

}  // namespace wick
