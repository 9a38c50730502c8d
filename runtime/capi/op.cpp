// Ops by name: wick_value to Value and back.

#include <string>
#include <vector>

#include "capi/handles.h"
#include "wick/registry.h"

using namespace wick;
using namespace wick::capi;

static_assert(sizeof(wick_value) == 16, "JavaScript writes wick_value by hand");

namespace {

using Kind = Value::Kind;
static_assert(static_cast<int>(Kind::text) == WICK_STR && static_cast<int>(Kind::tensors) == WICK_TENSORS && static_cast<int>(Kind::numbers) == WICK_FLOATS);

void unpack(const char* op, int i, const wick_value& v, Value& to) {
  check(v.type >= WICK_NONE && v.type <= WICK_FLOATS, ErrorKind::value, "[{}] argument {} has type {}; need 0 to 8.", op, i, v.type);
  to.kind = static_cast<Kind>(v.type);
  if (v.type >= WICK_INTS) {
    check(v.count >= 0 && (v.as.ints || v.count == 0), ErrorKind::value, "[{}] argument {} is an array of {} at {}; need a count and an address.",
          op, i, v.count, v.as.ints ? "an address" : "NULL");
  }
  switch (to.kind) {
    case Kind::none: return;
    case Kind::boolean: to.integer = v.as.b != 0; return;
    case Kind::integer: to.integer = v.as.i; return;
    case Kind::number: to.number = v.as.f; return;
    case Kind::text:
      need_pointer(op, "a text argument", v.as.s);
      to.text = v.as.s;
      return;
    case Kind::tensor:
      if (v.as.t) to.tensor = need(op, v.as.t);
      else to.kind = Kind::none;
      return;
    case Kind::ints:
      if (v.count) to.ints.assign(v.as.ints, v.as.ints + v.count);
      return;
    case Kind::tensors:
      for (int k = 0; k < v.count; ++k) to.tensors.push_back(v.as.tensors[k] ? need(op, v.as.tensors[k]) : Tensor());
      return;
    case Kind::numbers:
      if (v.count) to.numbers.assign(v.as.floats, v.as.floats + v.count);
      return;
  }
}

}  // namespace

int32_t wick_op_count(void) { return static_cast<int32_t>(op_list().size()); }

const char* wick_op_schema(int32_t i) {
  const OpEntry* op = i >= 0 ? op_at(static_cast<std::size_t>(i)) : nullptr;
  return op ? op->schema : nullptr;
}

wick_status wick_op_call(const char* name, const wick_value* args, int32_t n_args, wick_tensor** results, int32_t max_results, int32_t* n_results) {
  return guarded([&] {
    need_pointer("op_call", "name", name);
    need_pointer("op_call", "n_results", n_results);
    *n_results = 0;
    check(n_args >= 0 && (args || n_args == 0), ErrorKind::value, "[{}] {} arguments given; need a count and an address.", name, n_args);
    std::vector<Value> values(static_cast<std::size_t>(n_args));
    for (int i = 0; i < n_args; ++i) unpack(name, i, args[i], values[static_cast<std::size_t>(i)]);
    TensorList out = call_op(name, std::move(values));
    check(max_results >= 0 && out.size() <= static_cast<std::size_t>(max_results) && (results || out.empty()), ErrorKind::value,
          "[{}] gives {} tensors; there is room for {}.", name, out.size(), max_results);
    for (Tensor& t : out) results[(*n_results)++] = hand_out(std::move(t));
  });
}
