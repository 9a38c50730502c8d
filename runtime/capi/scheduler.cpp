// Schedulers and metrics made from a recipe's description.

#include <cmath>
#include <string_view>

#include "capi/function.h"
#include "wick/recipe.h"

using namespace wick;
using namespace wick::capi;

namespace {

optim::LRScheduler& scheduler_of(const char* fn, wick_scheduler* s) {
  check(s != nullptr, ErrorKind::value, "[{}] the scheduler handle is NULL; need a scheduler.", fn);
  return *s->scheduler;
}

Accumulator& metric_of(const char* fn, wick_metric* m) {
  check(m != nullptr, ErrorKind::value, "[{}] the metric handle is NULL; need a metric.", fn);
  return *m->metric;
}

}  // namespace

wick_status wick_scheduler_create(const char* json, wick_optimizer* o, wick_scheduler** out) {
  return guarded([&] {
    need_pointer("scheduler_create", "json", json);
    need_pointer("scheduler_create", "o", o);
    need_pointer("scheduler_create", "out", out);
    *out = nullptr;
    *out = new wick_scheduler{o->optimizer, make_scheduler(json, *o->optimizer)};
  });
}

wick_status wick_scheduler_create_lambda(const char* type, const wick_function* factor, wick_optimizer* o, wick_scheduler** out) {
  return guarded([&] {
    const Function f("scheduler_create_lambda", factor);
    need_pointer("scheduler_create_lambda", "type", type);
    need_pointer("scheduler_create_lambda", "o", o);
    need_pointer("scheduler_create_lambda", "out", out);
    *out = nullptr;
    std::vector<optim::LrLambda> lambdas;
    for (std::int64_t group = 0; group < wick_optimizer_group_count(o); ++group) {
      lambdas.push_back([f, group](std::int64_t epoch) {
        return f.single({number(epoch), number(group)}).item();
      });
    }
    const std::string_view name = type;
    check(name == "LambdaLR" || name == "MultiplicativeLR", ErrorKind::value, "[scheduler_create_lambda] type is \"{}\"; need LambdaLR or MultiplicativeLR.", name);
    std::unique_ptr<optim::LRScheduler> made;
    if (name == "LambdaLR") made = std::make_unique<optim::LambdaLR>(*o->optimizer, std::move(lambdas));
    else made = std::make_unique<optim::MultiplicativeLR>(*o->optimizer, std::move(lambdas));
    *out = new wick_scheduler{o->optimizer, std::move(made)};
  });
}

void wick_scheduler_free(wick_scheduler* s) { delete s; }

wick_status wick_scheduler_step(wick_scheduler* s, double metric) {
  return guarded([&] {
    optim::LRScheduler& scheduler = scheduler_of("scheduler_step", s);
    check(!scheduler.needs_metric() || !std::isnan(metric), ErrorKind::value, "[{}] step() got no metric; it needs the monitored figure.", scheduler.type());
    if (std::isnan(metric)) scheduler.step();
    else scheduler.step(metric);
  });
}

wick_status wick_scheduler_last_lr(wick_scheduler* s, double* lr, int32_t room, int32_t* n) {
  return guarded([&] {
    need_pointer("scheduler_last_lr", "n", n);
    const std::vector<double> all = scheduler_of("scheduler_last_lr", s).get_last_lr();
    *n = static_cast<int32_t>(all.size());
    for (int32_t i = 0; lr && i < *n && i < room; ++i) lr[i] = all[static_cast<std::size_t>(i)];
  });
}

wick_status wick_metric_create(const char* json, int64_t num_classes, wick_metric** out) {
  return guarded([&] {
    need_pointer("metric_create", "json", json);
    need_pointer("metric_create", "out", out);
    *out = nullptr;
    *out = new wick_metric{make_accumulator(json, num_classes)};
  });
}

void wick_metric_free(wick_metric* m) { delete m; }

wick_status wick_metric_update(wick_metric* m, const wick_tensor* preds, const wick_tensor* target) {
  return guarded([&] { metric_of("metric_update", m).update(need("metric_update", preds), need("metric_update", target)); });
}

wick_status wick_metric_merge(wick_metric* m, wick_metric* other) {
  return guarded([&] { metric_of("metric_merge", m).merge(metric_of("metric_merge", other)); });
}

wick_status wick_metric_reset(wick_metric* m) {
  return guarded([&] { metric_of("metric_reset", m).reset(); });
}

wick_status wick_metric_compute(wick_metric* m, double* values, int32_t room, int32_t* n) {
  return guarded([&] {
    need_pointer("metric_compute", "n", n);
    const Metric* metric = metric_of("metric_compute", m).as_metric();
    check(metric != nullptr, ErrorKind::value, "[{}] its result is tensors, not figures; call metric_results.", m->metric->type());
    const std::vector<double> all = metric->values();
    *n = static_cast<int32_t>(all.size());
    for (int32_t i = 0; values && i < *n && i < room; ++i) values[i] = all[static_cast<std::size_t>(i)];
  });
}

wick_status wick_metric_results(wick_metric* m, wick_tensor** results, int32_t room, int32_t* n) {
  return guarded([&] {
    need_pointer("metric_results", "n", n);
    std::vector<Tensor> all = metric_of("metric_results", m).results();
    *n = static_cast<int32_t>(all.size());
    for (int32_t i = 0; results && i < *n && i < room; ++i) results[i] = hand_out(std::move(all[static_cast<std::size_t>(i)]));
  });
}
