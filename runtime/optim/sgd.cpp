// SGD; option values are indexed by Option.

#include "kernels/optim.h"
#include "optim/checks.h"
#include "wick/optim.h"

namespace wick::optim {

namespace {
enum Option { kLr, kMomentum, kDampening, kWeightDecay, kNesterov, kMaximize };
constexpr const char* kOptions[] = {"lr", "momentum", "dampening", "weight_decay", "nesterov", "maximize"};
constexpr const char* kBuffers[] = {"momentum_buffer"};

std::vector<double> list(const SGDOptions& o) {
  return {o.lr, o.momentum, o.dampening, o.weight_decay, double(o.nesterov), double(o.maximize)};
}
}  // namespace

SGD::SGD(const std::vector<Tensor>& params, const SGDOptions& o) : SGD(std::vector<ParamGroup>{{params, {}}}, o) {}
SGD::SGD(const std::vector<ParamGroup>& groups, const SGDOptions& o) : Optimizer({kOptions, kBuffers, 1, false}, list(o)) {
  validate(list(o));
  add_groups(groups);
}

void SGD::validate(std::span<const double> o) const {
  check_not_negative("SGD", "learning rate", o[kLr]);
  check_not_negative("SGD", "momentum value", o[kMomentum]);
  check_not_negative("SGD", "weight_decay value", o[kWeightDecay]);
  check(o[kNesterov] == 0 || (o[kMomentum] > 0 && o[kDampening] == 0), ErrorKind::value,
        "[SGD] Nesterov momentum requires a momentum and zero dampening: momentum is {}, dampening is {}.", o[kMomentum], o[kDampening]);
}

void SGD::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) {
  Tensor& buffer = state.buffers[0];
  kernels::Sgd k{o[kLr], o[kMomentum], o[kDampening], o[kWeightDecay], o[kNesterov] != 0, o[kMaximize] != 0, false};
  if (k.momentum != 0 && !buffer.defined()) {
    buffer = empty_like(param);
    k.first = true;
  }
  dispatch_floating("SGD", param.dtype(), [&]<class T>() {
    T* b = k.momentum != 0 ? buffer.data<T>() : nullptr;
    kernels::sgd_step(k, param.data<T>(), grad.data<T>(), b, param.numel());
  });
}

}  // namespace wick::optim
