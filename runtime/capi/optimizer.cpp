// Optimizers made from a recipe's description.

#include <span>

#include "capi/function.h"
#include "wick/recipe.h"
#include "wick/safetensors.h"

using namespace wick;
using namespace wick::capi;

namespace {

optim::Optimizer& optimizer_of(const char* fn, wick_optimizer* o) {
  check(o != nullptr, ErrorKind::value, "[{}] the optimizer handle is NULL; need an optimizer.", fn);
  return *o->optimizer;
}

std::size_t group_of(const char* fn, const optim::Optimizer& o, int32_t group) {
  const std::size_t n = o.param_groups().size();
  check(group >= 0 && static_cast<std::size_t>(group) < n, ErrorKind::index, "[{}] group {} is out of range; the optimizer has {}.", fn, group, n);
  return static_cast<std::size_t>(group);
}

}  // namespace

wick_status wick_optimizer_create(const char* json, wick_tensor* const* params, int32_t n, wick_optimizer** out) {
  return guarded([&] {
    need_pointer("optimizer_create", "json", json);
    need_pointer("optimizer_create", "out", out);
    *out = nullptr;
    *out = new wick_optimizer{make_optimizer(json, list_of("optimizer_create", "parameters", params, n))};
  });
}

void wick_optimizer_free(wick_optimizer* o) { delete o; }

wick_status wick_optimizer_step(wick_optimizer* o) {
  return guarded([&] { optimizer_of("optimizer_step", o).step(); });
}
wick_status wick_optimizer_zero_grad(wick_optimizer* o, int32_t set_to_none) {
  return guarded([&] { optimizer_of("optimizer_zero_grad", o).zero_grad(set_to_none != 0); });
}
wick_status wick_optimizer_set(wick_optimizer* o, const char* option, double value) {
  return guarded([&] {
    need_pointer("optimizer_set", "option", option);
    optimizer_of("optimizer_set", o).set_option(option, value);
  });
}

wick_status wick_optimizer_step_closure(wick_optimizer* o, const wick_function* closure, wick_tensor** loss) {
  return guarded([&] {
    const Function f("optimizer_step_closure", closure);
    need_pointer("optimizer_step_closure", "loss", loss);
    *loss = nullptr;
    *loss = hand_out(optimizer_of("optimizer_step_closure", o).step([&f] { return f.single({}); }));
  });
}

wick_status wick_optimizer_add_param_group(wick_optimizer* o, const char* json, wick_tensor* const* params, int32_t n) {
  return guarded([&] {
    need_pointer("optimizer_add_param_group", "json", json);
    add_param_group(json, optimizer_of("optimizer_add_param_group", o), list_of("optimizer_add_param_group", "parameters", params, n));
  });
}
int32_t wick_optimizer_group_count(wick_optimizer* o) { return o ? static_cast<int32_t>(o->optimizer->param_groups().size()) : 0; }
wick_status wick_optimizer_group_set(wick_optimizer* o, int32_t group, const char* option, double value) {
  return guarded([&] {
    need_pointer("optimizer_group_set", "option", option);
    optim::Optimizer& optimizer = optimizer_of("optimizer_group_set", o);
    optimizer.set_option(option, value, group_of("optimizer_group_set", optimizer, group));
  });
}
wick_status wick_optimizer_group_get(wick_optimizer* o, int32_t group, const char* option, double* value) {
  return guarded([&] {
    need_pointer("optimizer_group_get", "option", option);
    need_pointer("optimizer_group_get", "value", value);
    const optim::Optimizer& optimizer = optimizer_of("optimizer_group_get", o);
    *value = optimizer.option(option, group_of("optimizer_group_get", optimizer, group));
  });
}

wick_status wick_optimizer_save(wick_optimizer* o, wick_tensor** bytes) {
  return guarded([&] {
    need_pointer("optimizer_save", "bytes", bytes);
    *bytes = nullptr;
    *bytes = hand_out(file_of(optimizer_of("optimizer_save", o).state()));
  });
}
wick_status wick_optimizer_load(wick_optimizer* o, const void* bytes, size_t n) {
  return guarded([&] {
    optim::Optimizer& optimizer = optimizer_of("optimizer_load", o);
    check(bytes || n == 0, ErrorKind::value, "[optimizer_load] bytes is NULL; need a pointer.");
    optimizer.load_state(parse_safetensors(std::span(static_cast<const std::byte*>(bytes), n)).tensors);
  });
}

wick_status wick_clip_grad_value(wick_tensor* const* params, int32_t n, double clip_value) {
  return guarded([&] { nn::utils::clip_grad_value_(list_of("clip_grad_value", "parameters", params, n), clip_value); });
}

wick_status wick_clip_grad_norm(wick_tensor* const* params, int32_t n, double max_norm, double* total_norm) {
  return guarded([&] {
    const double norm = nn::utils::clip_grad_norm_(list_of("clip_grad_norm", "parameters", params, n), max_norm);
    if (total_norm) *total_norm = norm;
  });
}
