// Ops by name: wick_value to Value and back.

#include <string>
#include <vector>

#include "capi/handles.h"
#include "wick/registry.h"

using namespace wick;
using namespace wick::capi;

static_assert(sizeof(wick_value) == 16, "JavaScript writes wick_value by hand");

namespace {

Value value_of(const char* op, int i, const wick_value& v) {
  const auto need_array = [&](const void* p) {
    check(v.count >= 0 && (p || v.count == 0), ErrorKind::value, "[{}] argument {} is an array of {} at {}; need a count and an address.",
          op, i, v.count, p ? "an address" : "NULL");
  };
  switch (v.type) {
    case WICK_NONE: return {};
    case WICK_BOOL: return v.as.b != 0;
    case WICK_INT: return v.as.i;
    case WICK_FLOAT: return v.as.f;
    case WICK_STR:
      need_pointer(op, "a text argument", v.as.s);
      return std::string(v.as.s);
    case WICK_TENSOR: return v.as.t ? Value(need(op, v.as.t)) : Value();
    case WICK_INTS:
      need_array(v.as.ints);
      return v.count ? std::vector<std::int64_t>(v.as.ints, v.as.ints + v.count) : std::vector<std::int64_t>();
    case WICK_TENSORS: {
      need_array(v.as.tensors);
      TensorList list;
      list.reserve(static_cast<std::size_t>(v.count));
      for (int k = 0; k < v.count; ++k) list.push_back(v.as.tensors[k] ? need(op, v.as.tensors[k]) : Tensor());
      return list;
    }
    case WICK_FLOATS:
      need_array(v.as.floats);
      return v.count ? std::vector<double>(v.as.floats, v.as.floats + v.count) : std::vector<double>();
    default: fail(ErrorKind::value, "[{}] argument {} has type {}; need 0 to 8.", op, i, v.type);
  }
}

}  // namespace

int32_t wick_op_count(void) { return static_cast<int32_t>(op_list().size()); }

const char* wick_op_schema(int32_t i) {
  return i >= 0 && i < wick_op_count() ? op_list()[static_cast<std::size_t>(i)].schema : nullptr;
}

wick_status wick_op_call(const char* name, const wick_value* args, int32_t n_args, wick_tensor** results, int32_t max_results, int32_t* n_results) {
  return guarded([&] {
    need_pointer("op_call", "name", name);
    need_pointer("op_call", "n_results", n_results);
    *n_results = 0;
    check(n_args >= 0 && (args || n_args == 0), ErrorKind::value, "[{}] {} arguments given; need a count and an address.", name, n_args);
    std::vector<Value> values;
    values.reserve(static_cast<std::size_t>(n_args));
    for (int i = 0; i < n_args; ++i) values.push_back(value_of(name, i, args[i]));
    TensorList out = call_op(name, values);
    check(max_results >= 0 && out.size() <= static_cast<std::size_t>(max_results) && (results || out.empty()), ErrorKind::value,
          "[{}] gives {} tensors; there is room for {}.", name, out.size(), max_results);
    for (Tensor& t : out) results[(*n_results)++] = hand_out(std::move(t));
  });
}
