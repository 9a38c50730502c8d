// Optimizers whose step is a rule of kernels/optim_rules.h: what they remember, and what of a step does not depend on the
// weight. Option values are indexed in the order of each class's names.

#include <algorithm>
#include <cmath>

#include "kernels/optim_rules.h"
#include "optim/checks.h"
#include "optim/schedule.h"
#include "wick/optim.h"

namespace wick::optim {

namespace {

double sign(double maximize) { return maximize != 0 ? -1 : 1; }
double power_of(double base, std::int64_t n) { return power(base, static_cast<double>(n)); }

void check_betas(const char* name, const double* betas) {
  for (int i = 0; i < 2; ++i)
    check(betas[i] >= 0 && betas[i] < 1, ErrorKind::value, "[{}] Invalid beta parameter at index {}: {}; need 0 <= beta < 1.", name, i, betas[i]);
}

// A buffer of the parameter's shape, made when first needed.
void want(Tensor& buffer, const Tensor& param, double value = 0) {
  if (!buffer.defined()) buffer = value == 0 ? zeros_like(param) : full(param.shape(), value, param.dtype());
}

template <class Rule>
void step(const char* name, const Rule& rule, const Tensor& param, const Tensor& grad, const Tensor (&buffers)[3]) {
  dispatch_floating(name, param.dtype(), [&]<class T>() {
    T* b[3];
    for (int k = 0; k < 3; ++k) b[k] = buffers[k].defined() ? buffers[k].template data<T>() : nullptr;
    kernels::optimizer_step(rule, param.data<T>(), grad.data<T>(), b, param.numel());
  });
}

std::vector<ParamGroup> one_group(const std::vector<Tensor>& params) { return {{params, {}}}; }

// ---- Names of options, and their values in that order.

constexpr const char* kAdamax[] = {"lr", "beta1", "beta2", "eps", "weight_decay", "maximize"};
constexpr const char* kAdamaxBuffers[] = {"exp_avg", "exp_inf"};
std::vector<double> list(const AdamaxOptions& o) { return {o.lr, o.betas.first, o.betas.second, o.eps, o.weight_decay, double(o.maximize)}; }

constexpr const char* kNAdam[] = {"lr", "beta1", "beta2", "eps", "weight_decay", "momentum_decay"};
constexpr const char* kMoments[] = {"exp_avg", "exp_avg_sq"};
constexpr const char* kMuProduct[] = {"mu_product"};
std::vector<double> list(const NAdamOptions& o) { return {o.lr, o.betas.first, o.betas.second, o.eps, o.weight_decay, o.momentum_decay}; }

constexpr const char* kRAdam[] = {"lr", "beta1", "beta2", "eps", "weight_decay"};
std::vector<double> list(const RAdamOptions& o) { return {o.lr, o.betas.first, o.betas.second, o.eps, o.weight_decay}; }

constexpr const char* kRMSprop[] = {"lr", "alpha", "eps", "weight_decay", "momentum", "centered", "maximize"};
constexpr const char* kRMSpropBuffers[] = {"square_avg", "grad_avg", "momentum_buffer"};
std::vector<double> list(const RMSpropOptions& o) { return {o.lr, o.alpha, o.eps, o.weight_decay, o.momentum, double(o.centered), double(o.maximize)}; }

constexpr const char* kAdagrad[] = {"lr", "lr_decay", "weight_decay", "initial_accumulator_value", "eps", "maximize"};
constexpr const char* kAdagradBuffers[] = {"sum"};
std::vector<double> list(const AdagradOptions& o) { return {o.lr, o.lr_decay, o.weight_decay, o.initial_accumulator_value, o.eps, double(o.maximize)}; }

constexpr const char* kAdadelta[] = {"lr", "rho", "eps", "weight_decay", "maximize"};
constexpr const char* kAdadeltaBuffers[] = {"square_avg", "acc_delta"};
std::vector<double> list(const AdadeltaOptions& o) { return {o.lr, o.rho, o.eps, o.weight_decay, double(o.maximize)}; }

constexpr const char* kASGD[] = {"lr", "lambd", "alpha", "t0", "weight_decay", "maximize"};
constexpr const char* kASGDBuffers[] = {"ax"};
constexpr const char* kASGDScalars[] = {"eta", "mu"};
std::vector<double> list(const ASGDOptions& o) { return {o.lr, o.lambd, o.alpha, o.t0, o.weight_decay, double(o.maximize)}; }

constexpr const char* kRprop[] = {"lr", "eta_minus", "eta_plus", "step_size_min", "step_size_max", "maximize"};
constexpr const char* kRpropBuffers[] = {"prev", "step_size"};
std::vector<double> list(const RpropOptions& o) { return {o.lr, o.etas.first, o.etas.second, o.step_sizes.first, o.step_sizes.second, double(o.maximize)}; }

constexpr const char* kLion[] = {"lr", "beta1", "beta2", "weight_decay", "maximize"};
constexpr const char* kLionBuffers[] = {"exp_avg"};
std::vector<double> list(const LionOptions& o) { return {o.lr, o.betas.first, o.betas.second, o.weight_decay, double(o.maximize)}; }

}  // namespace

Adamax::Adamax(const std::vector<Tensor>& params, const AdamaxOptions& o) : Adamax(one_group(params), o) {}
Adamax::Adamax(const std::vector<ParamGroup>& groups, const AdamaxOptions& o) : Optimizer({kAdamax, kAdamaxBuffers, 2, true}, list(o)) { add_groups(groups); }
void Adamax::validate(std::span<const double> o) const {
  check_not_negative("Adamax", "learning rate", o[0]);
  check_betas("Adamax", &o[1]);
  check_not_negative("Adamax", "epsilon value", o[3]);
  check_not_negative("Adamax", "weight_decay value", o[4]);
}
void Adamax::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  want(s.buffers[1], param);
  ++s.step;
  wick::optim::step("Adamax", kernels::Adamax{sign(o[5]), o[4], o[1], o[2], o[3], o[0] / (1 - power_of(o[1], s.step))}, param, grad, s.buffers);
}

NAdam::NAdam(const std::vector<Tensor>& params, const NAdamOptions& o) : NAdam(one_group(params), o) {}
NAdam::NAdam(const std::vector<ParamGroup>& groups, const NAdamOptions& o) : Optimizer({kNAdam, kMoments, 2, true, kMuProduct}, list(o)) { add_groups(groups); }
void NAdam::validate(std::span<const double> o) const {
  check_not_negative("NAdam", "learning rate", o[0]);
  check_betas("NAdam", &o[1]);
  check_not_negative("NAdam", "epsilon value", o[3]);
  check_not_negative("NAdam", "weight_decay value", o[4]);
  check_not_negative("NAdam", "momentum_decay value", o[5]);
}
void NAdam::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  want(s.buffers[1], param);
  double& product = s.scalars[0];
  if (s.step++ == 0) product = 1;
  const auto mu_at = [&](std::int64_t t) { return o[1] * (1 - 0.5 * power(0.96, static_cast<double>(t) * o[5])); };
  const double mu = mu_at(s.step), next = mu_at(s.step + 1);
  product *= mu;
  const kernels::NAdam rule{o[4], o[1], o[2], o[3], std::sqrt(1 - power_of(o[2], s.step)), -o[0] * (1 - mu) / (1 - product), -o[0] * next / (1 - product * next)};
  wick::optim::step("NAdam", rule, param, grad, s.buffers);
}

RAdam::RAdam(const std::vector<Tensor>& params, const RAdamOptions& o) : RAdam(one_group(params), o) {}
RAdam::RAdam(const std::vector<ParamGroup>& groups, const RAdamOptions& o) : Optimizer({kRAdam, kMoments, 2, true}, list(o)) { add_groups(groups); }
void RAdam::validate(std::span<const double> o) const {
  check_not_negative("RAdam", "learning rate", o[0]);
  check_betas("RAdam", &o[1]);
  check_not_negative("RAdam", "epsilon value", o[3]);
  check_not_negative("RAdam", "weight_decay value", o[4]);
}
void RAdam::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  want(s.buffers[1], param);
  ++s.step;
  const double beta2_t = power_of(o[2], s.step), correction2 = 1 - beta2_t;
  const double rho_inf = 2 / (1 - o[2]) - 1, rho = rho_inf - 2 * static_cast<double>(s.step) * beta2_t / correction2;
  const double rectified = rho > 5 ? std::sqrt((rho - 4) * (rho - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho)) * std::sqrt(correction2) : 0;
  wick::optim::step("RAdam", kernels::RAdam{o[4], o[1], o[2], o[3], o[0] / (1 - power_of(o[1], s.step)), rectified}, param, grad, s.buffers);
}

RMSprop::RMSprop(const std::vector<Tensor>& params, const RMSpropOptions& o) : RMSprop(one_group(params), o) {}
RMSprop::RMSprop(const std::vector<ParamGroup>& groups, const RMSpropOptions& o) : Optimizer({kRMSprop, kRMSpropBuffers, 1, true}, list(o)) { add_groups(groups); }
void RMSprop::validate(std::span<const double> o) const {
  check_not_negative("RMSprop", "learning rate", o[0]);
  check_not_negative("RMSprop", "alpha value", o[1]);
  check_not_negative("RMSprop", "epsilon value", o[2]);
  check_not_negative("RMSprop", "weight_decay value", o[3]);
  check_not_negative("RMSprop", "momentum value", o[4]);
}
void RMSprop::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  if (o[5] != 0) want(s.buffers[1], param);
  if (o[4] != 0) want(s.buffers[2], param);
  ++s.step;
  const Tensor used[3] = {s.buffers[0], o[5] != 0 ? s.buffers[1] : Tensor(), o[4] != 0 ? s.buffers[2] : Tensor()};
  wick::optim::step("RMSprop", kernels::RMSprop{sign(o[6]), o[3], o[1], o[2], o[4], o[0]}, param, grad, used);
}

Adagrad::Adagrad(const std::vector<Tensor>& params, const AdagradOptions& o) : Adagrad(one_group(params), o) {}
Adagrad::Adagrad(const std::vector<ParamGroup>& groups, const AdagradOptions& o) : Optimizer({kAdagrad, kAdagradBuffers, 1, true}, list(o)) { add_groups(groups); }
void Adagrad::validate(std::span<const double> o) const {
  check_not_negative("Adagrad", "learning rate", o[0]);
  check_not_negative("Adagrad", "lr_decay value", o[1]);
  check_not_negative("Adagrad", "weight_decay value", o[2]);
  check_not_negative("Adagrad", "initial_accumulator_value value", o[3]);
  check_not_negative("Adagrad", "epsilon value", o[4]);
}
void Adagrad::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param, o[3]);
  const double lr = o[0] / (1 + static_cast<double>(s.step++) * o[1]);
  wick::optim::step("Adagrad", kernels::Adagrad{sign(o[5]), o[2], o[4], lr}, param, grad, s.buffers);
}

Adadelta::Adadelta(const std::vector<Tensor>& params, const AdadeltaOptions& o) : Adadelta(one_group(params), o) {}
Adadelta::Adadelta(const std::vector<ParamGroup>& groups, const AdadeltaOptions& o) : Optimizer({kAdadelta, kAdadeltaBuffers, 2, true}, list(o)) { add_groups(groups); }
void Adadelta::validate(std::span<const double> o) const {
  check_not_negative("Adadelta", "learning rate", o[0]);
  check(o[1] >= 0 && o[1] <= 1, ErrorKind::value, "[Adadelta] Invalid rho value: {}; need 0 <= rho <= 1.", o[1]);
  check_not_negative("Adadelta", "epsilon value", o[2]);
  check_not_negative("Adadelta", "weight_decay value", o[3]);
}
void Adadelta::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  want(s.buffers[1], param);
  ++s.step;
  wick::optim::step("Adadelta", kernels::Adadelta{sign(o[4]), o[3], o[1], o[2], o[0]}, param, grad, s.buffers);
}

ASGD::ASGD(const std::vector<Tensor>& params, const ASGDOptions& o) : ASGD(one_group(params), o) {}
ASGD::ASGD(const std::vector<ParamGroup>& groups, const ASGDOptions& o) : Optimizer({kASGD, kASGDBuffers, 1, true, kASGDScalars}, list(o)) { add_groups(groups); }
void ASGD::validate(std::span<const double> o) const {
  check_not_negative("ASGD", "learning rate", o[0]);
  check_not_negative("ASGD", "lambd value", o[1]);
  check_not_negative("ASGD", "weight_decay value", o[4]);
}
void ASGD::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  double &eta = s.scalars[0], &mu = s.scalars[1];
  if (s.step++ == 0) eta = o[0], mu = 1;
  wick::optim::step("ASGD", kernels::ASGD{sign(o[5]), o[4], 1 - o[1] * eta, eta, mu}, param, grad, s.buffers);
  const auto t = static_cast<double>(s.step);
  eta = o[0] / std::pow(1 + o[1] * o[0] * t, o[2]);
  mu = 1 / std::max(1.0, t - o[3]);
}

Rprop::Rprop(const std::vector<Tensor>& params, const RpropOptions& o) : Rprop(one_group(params), o) {}
Rprop::Rprop(const std::vector<ParamGroup>& groups, const RpropOptions& o) : Optimizer({kRprop, kRpropBuffers, 2, true}, list(o)) { add_groups(groups); }
void Rprop::validate(std::span<const double> o) const {
  check_not_negative("Rprop", "learning rate", o[0]);
  check(o[1] > 0 && o[1] < 1 && o[2] > 1, ErrorKind::value, "[Rprop] Invalid eta values: {}, {}; need 0 < eta_minus < 1 < eta_plus.", o[1], o[2]);
  check(o[3] >= 0 && o[3] <= o[4], ErrorKind::value, "[Rprop] Invalid step sizes: {}, {}; need 0 <= step_size_min <= step_size_max.", o[3], o[4]);
}
void Rprop::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  want(s.buffers[1], param, o[0]);
  ++s.step;
  wick::optim::step("Rprop", kernels::Rprop{sign(o[5]), o[1], o[2], o[3], o[4]}, param, grad, s.buffers);
}

Lion::Lion(const std::vector<Tensor>& params, const LionOptions& o) : Lion(one_group(params), o) {}
Lion::Lion(const std::vector<ParamGroup>& groups, const LionOptions& o) : Optimizer({kLion, kLionBuffers, 1, true}, list(o)) { add_groups(groups); }
void Lion::validate(std::span<const double> o) const {
  check_not_negative("Lion", "learning rate", o[0]);
  check_betas("Lion", &o[1]);
  check_not_negative("Lion", "weight_decay value", o[3]);
}
void Lion::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& s) {
  want(s.buffers[0], param);
  ++s.step;
  wick::optim::step("Lion", kernels::Lion{sign(o[4]), 1 - o[0] * o[3], o[1], o[2], o[0]}, param, grad, s.buffers);
}

}  // namespace wick::optim
