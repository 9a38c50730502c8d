// Adam and AdamW; option values are indexed by Option.

#include "kernels/optim.h"
#include "optim/checks.h"
#include "wick/optim.h"

namespace wick::optim {

namespace {
enum Option { kLr, kBeta1, kBeta2, kEps, kWeightDecay, kAmsgrad, kMaximize };
constexpr const char* kOptions[] = {"lr", "beta1", "beta2", "eps", "weight_decay", "amsgrad", "maximize"};
constexpr const char* kBuffers[] = {"exp_avg", "exp_avg_sq", "max_exp_avg_sq"};
enum Buffer { kExpAvg, kExpAvgSq, kMaxExpAvgSq };

std::vector<double> list(const AdamOptions& o) {
  return {o.lr, o.betas.first, o.betas.second, o.eps, o.weight_decay, double(o.amsgrad), double(o.maximize)};
}
AdamOptions as_adam(const AdamWOptions& o) { return {o.lr, o.betas, o.eps, o.weight_decay, o.amsgrad, o.maximize}; }
}  // namespace

Adam::Adam(const AdamOptions& o, bool decoupled) : Optimizer({kOptions, kBuffers, 2, true}, list(o)), decoupled_(decoupled) {
  Adam::validate(list(o));
}
Adam::Adam(const std::vector<Tensor>& params, const AdamOptions& o) : Adam(std::vector<ParamGroup>{{params, {}}}, o) {}
Adam::Adam(const std::vector<ParamGroup>& groups, const AdamOptions& o) : Adam(o, false) { add_groups(groups); }
AdamW::AdamW(const std::vector<Tensor>& params, const AdamWOptions& o) : AdamW(std::vector<ParamGroup>{{params, {}}}, o) {}
AdamW::AdamW(const std::vector<ParamGroup>& groups, const AdamWOptions& o) : Adam(as_adam(o), true) { add_groups(groups); }

void Adam::validate(std::span<const double> o) const {
  const char* name = decoupled_ ? "AdamW" : "Adam";
  check_not_negative(name, "learning rate", o[kLr]);
  check_not_negative(name, "epsilon value", o[kEps]);
  check_not_negative(name, "weight_decay value", o[kWeightDecay]);
  for (int i = 0; i < 2; ++i) {
    const double beta = o[static_cast<std::size_t>(kBeta1 + i)];
    check(beta >= 0 && beta < 1, ErrorKind::value, "[{}] Invalid beta parameter at index {}: {}; need 0 <= beta < 1.", name, i, beta);
  }
}

void Adam::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) {
  const bool amsgrad = o[kAmsgrad] != 0;
  for (int i : {kExpAvg, kExpAvgSq, kMaxExpAvgSq})
    if (!state.buffers[i].defined() && (i != kMaxExpAvgSq || amsgrad)) state.buffers[i] = zeros_like(param);
  const kernels::Adam k{o[kLr],     o[kBeta1], o[kBeta2],         o[kEps],      o[kWeightDecay],
                        decoupled_, amsgrad,   o[kMaximize] != 0, ++state.step};
  dispatch_floating("Adam", param.dtype(), [&]<class T>() {
    T* max_sq = amsgrad ? state.buffers[kMaxExpAvgSq].data<T>() : nullptr;
    kernels::adam_step(k, param.data<T>(), grad.data<T>(), state.buffers[kExpAvg].data<T>(), state.buffers[kExpAvgSq].data<T>(), max_sq,
                       param.numel());
  });
}

}  // namespace wick::optim
