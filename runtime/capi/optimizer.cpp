// Optimizers made from a recipe's description.

#include "capi/handles.h"
#include "wick/recipe.h"

using namespace wick;
using namespace wick::capi;

namespace {

optim::Optimizer& optimizer_of(const char* fn, wick_optimizer* o) {
  check(o != nullptr, ErrorKind::value, "[{}] the optimizer handle is NULL; need an optimizer.", fn);
  return *o->optimizer;
}

TensorList list_of(const char* fn, wick_tensor* const* params, int32_t n) {
  check(n >= 0 && (params || n == 0), ErrorKind::value, "[{}] {} parameters given; need a count and an address.", fn, n);
  TensorList list;
  list.reserve(static_cast<std::size_t>(n));
  for (int32_t i = 0; i < n; ++i) list.push_back(need(fn, params[i]));
  return list;
}

}  // namespace

wick_status wick_optimizer_create(const char* json, wick_tensor* const* params, int32_t n, wick_optimizer** out) {
  return guarded([&] {
    need_pointer("optimizer_create", "json", json);
    need_pointer("optimizer_create", "out", out);
    *out = nullptr;
    *out = new wick_optimizer{make_optimizer(json, list_of("optimizer_create", params, n))};
  });
}

void wick_optimizer_free(wick_optimizer* o) { delete o; }

wick_status wick_optimizer_step(wick_optimizer* o) {
  return guarded([&] { optimizer_of("optimizer_step", o).step(); });
}
wick_status wick_optimizer_zero_grad(wick_optimizer* o) {
  return guarded([&] { optimizer_of("optimizer_zero_grad", o).zero_grad(); });
}
wick_status wick_optimizer_set(wick_optimizer* o, const char* option, double value) {
  return guarded([&] {
    need_pointer("optimizer_set", "option", option);
    optimizer_of("optimizer_set", o).set_option(option, value);
  });
}

wick_status wick_clip_grad_norm(wick_tensor* const* params, int32_t n, double max_norm, double* total_norm) {
  return guarded([&] {
    const double norm = nn::utils::clip_grad_norm_(list_of("clip_grad_norm", params, n), max_norm);
    if (total_norm) *total_norm = norm;
  });
}
