// Muon; option values are indexed by Option.

#include <algorithm>
#include <cmath>

#include "optim/checks.h"
#include "wick/ops.h"
#include "wick/optim.h"

namespace wick::optim {

namespace {

enum Option { kLr, kWeightDecay, kMomentum, kNesterov, kA, kB, kC, kEps, kSteps, kAdjust };
constexpr const char* kOptions[] = {"lr", "weight_decay", "momentum", "nesterov", "ns_a", "ns_b", "ns_c", "eps", "ns_steps", "adjust_lr_fn"};
constexpr const char* kBuffers[] = {"momentum_buffer"};

std::vector<double> list(const MuonOptions& o) {
  check(o.adjust_lr_fn == "original" || o.adjust_lr_fn == "match_rms_adamw", ErrorKind::value,
        "[Muon] Adjust learning rate function {} is not supported; need \"original\" or \"match_rms_adamw\".", o.adjust_lr_fn);
  return {o.lr, o.weight_decay, o.momentum, double(o.nesterov), o.ns_coefficients[0], o.ns_coefficients[1], o.ns_coefficients[2], o.eps,
          static_cast<double>(o.ns_steps), double(o.adjust_lr_fn == "match_rms_adamw")};
}

// X becomes a X + (b X X' + c (X X')²) X, which drives its singular values towards 1.
Tensor orthogonal(const Tensor& g, std::span<const double> o) {
  const bool tall = g.size(0) > g.size(1);
  Tensor x = tall ? g.t().contiguous() : g;
  x = x / std::max(std::sqrt((x * x).sum().item()), o[kEps]);
  for (double step = 0; step < o[kSteps]; ++step) {
    const Tensor gram = x.matmul(x.t());
    x = x * o[kA] + (gram * o[kB] + gram.matmul(gram) * o[kC]).matmul(x);
  }
  return tall ? x.t() : x;
}

}  // namespace

Muon::Muon(const std::vector<Tensor>& params, const MuonOptions& o) : Muon(std::vector<ParamGroup>{{params, {}}}, o) {}
Muon::Muon(const std::vector<ParamGroup>& groups, const MuonOptions& o) : Optimizer({kOptions, kBuffers, 1, false}, list(o)) { add_groups(groups); }

void Muon::validate(std::span<const double> o) const {
  check_not_negative("Muon", "learning rate", o[kLr]);
  check_not_negative("Muon", "momentum value", o[kMomentum]);
  check_not_negative("Muon", "weight decay", o[kWeightDecay]);
  check(o[kSteps] >= 0 && o[kSteps] < 100, ErrorKind::value, "[Muon] Number of steps must be less than 100 for computational efficiency: ns_steps is {}.", o[kSteps]);
}

void Muon::check_parameter(std::size_t i, const Tensor& p) const {
  check(p.dim() == 2, ErrorKind::value, "[Muon] Muon only supports 2D parameters whereas we found a parameter with size: parameter {} is {}.", i, p);
}

void Muon::update(std::span<const double> o, const Tensor& param, const Tensor& grad, ParamState& state) {
  Tensor& buffer = state.buffers[0];
  if (!buffer.defined()) buffer = zeros_like(param);
  buffer.add_(grad - buffer, 1 - o[kMomentum]);
  const Tensor direction = orthogonal(o[kNesterov] != 0 ? grad + (buffer - grad) * o[kMomentum] : buffer, o);
  const auto rows = static_cast<double>(param.size(0)), columns = static_cast<double>(param.size(1));
  const double ratio = o[kAdjust] != 0 ? 0.2 * std::sqrt(std::max(rows, columns)) : std::sqrt(std::max(1.0, rows / columns));
  Tensor p = param;
  p.mul_(1 - o[kLr] * o[kWeightDecay]);
  p.sub_(direction, o[kLr] * ratio);
}

}  // namespace wick::optim
