// Averages of weights.

#include <algorithm>

#include "capi/function.h"

using namespace wick;
using namespace wick::capi;

struct wick_averaged {
  TensorList values;
  optim::Averages averages;
};

namespace {

wick_averaged& averaged_of(const char* fn, wick_averaged* a) {
  check(a != nullptr, ErrorKind::value, "[{}] the handle of the averages is NULL; need one.", fn);
  return *a;
}

optim::AverageFunction average_function(double decay, const wick_function* avg_fn) {
  if (!avg_fn) return decay < 0 ? optim::get_swa_avg_fn() : optim::get_ema_avg_fn(decay);
  const Function f("averaged_create", avg_fn);
  return [f](const Tensor& average, const Tensor& value, std::int64_t n) { return f.single({average, value, number(n)}); };
}

}  // namespace

wick_status wick_averaged_create(wick_tensor* const* tensors, int32_t n, int32_t n_moving, double decay, const wick_function* avg_fn, wick_averaged** out) {
  return guarded([&] {
    optim::AverageFunction average = average_function(decay, avg_fn);
    need_pointer("averaged_create", "out", out);
    *out = nullptr;
    const TensorList values = list_of("averaged_create", "tensors", tensors, n);
    check(n_moving >= 0 && n_moving <= n, ErrorKind::value, "[averaged_create] n_moving is {}; need 0 to {}.", n_moving, n);
    std::vector<bool> moving(values.size(), false);
    std::fill_n(moving.begin(), n_moving, true);
    *out = new wick_averaged{values, {values, std::move(moving), std::move(average)}};
  });
}

void wick_averaged_free(wick_averaged* a) { delete a; }

wick_status wick_averaged_update(wick_averaged* a) {
  return guarded([&] {
    wick_averaged& own = averaged_of("averaged_update", a);
    own.averages.update(own.values);
  });
}

wick_status wick_averaged_swap(wick_averaged* a) {
  return guarded([&] {
    wick_averaged& own = averaged_of("averaged_swap", a);
    own.averages.swap(own.values);
  });
}

wick_status wick_averaged_tensor(wick_averaged* a, int32_t i, wick_tensor** out) {
  return guarded([&] {
    need_pointer("averaged_tensor", "out", out);
    *out = nullptr;
    const TensorList& all = averaged_of("averaged_tensor", a).averages.averages();
    check(i >= 0 && static_cast<std::size_t>(i) < all.size(), ErrorKind::index, "[averaged_tensor] there is no tensor {}; there are {}.", i, all.size());
    *out = hand_out(all[static_cast<std::size_t>(i)]);
  });
}

int64_t wick_averaged_count(wick_averaged* a) { return a ? a->averages.n_averaged : 0; }
