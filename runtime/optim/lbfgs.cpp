// LBFGS: directions from remembered changes of the gradient, steps of fixed length or from a line search.

#include <algorithm>
#include <cmath>
#include <utility>

#include "optim/checks.h"
#include "wick/autograd.h"
#include "wick/ops.h"
#include "wick/optim.h"

namespace wick::optim {

namespace {

enum Option { kLr, kMaxIter, kMaxEval, kToleranceGrad, kToleranceChange, kHistory, kLineSearch };
constexpr const char* kOptions[] = {"lr", "max_iter", "max_eval", "tolerance_grad", "tolerance_change", "history_size", "line_search_fn"};

std::vector<double> list(const LBFGSOptions& o) {
  check(o.line_search_fn.empty() || o.line_search_fn == "strong_wolfe", ErrorKind::value, "[LBFGS] only 'strong_wolfe' is supported: line_search_fn is \"{}\".",
        o.line_search_fn);
  return {o.lr, static_cast<double>(o.max_iter), static_cast<double>(o.max_eval.value_or(o.max_iter * 5 / 4)), o.tolerance_grad, o.tolerance_change,
          static_cast<double>(o.history_size), double(!o.line_search_fn.empty())};
}

// Sums of a fixed order, in double.
template <class F>
double sum(const Tensor& a, const Tensor& b, F f) {
  return dispatch_floating("LBFGS", a.dtype(), [&]<class T>() {
    const T *x = a.data<T>(), *y = b.data<T>();
    double lanes[4] = {};
    for (std::int64_t i = 0; i < a.numel(); ++i) lanes[i % 4] += f(static_cast<double>(x[i]), static_cast<double>(y[i]));
    return (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
  });
}
double inner_product(const Tensor& a, const Tensor& b) {
  return sum(a, b, [](double x, double y) { return x * y; });
}
double largest(const Tensor& a) { return a.abs().max().item(); }

// Where the cubic through two points with their slopes is lowest, within bounds.
double cubic(double x1, double f1, double g1, double x2, double f2, double g2, double low, double high) {
  const double d1 = g1 + g2 - 3 * (f1 - f2) / (x1 - x2), square = d1 * d1 - g1 * g2;
  if (!(square >= 0)) return (low + high) / 2;
  const double d2 = std::sqrt(square);
  const double at = x1 <= x2 ? x2 - (x2 - x1) * ((g2 + d2 - d1) / (g2 - g1 + 2 * d2)) : x1 - (x1 - x2) * ((g1 + d2 - d1) / (g1 - g2 + 2 * d2));
  return std::min(std::max(at, low), high);
}

Tensor number(double v) { return from_memory(&v, {}, DType::float64); }
Tensor number(std::int64_t v) { return from_memory(&v, {}, DType::int64); }

}  // namespace

LBFGS::LBFGS(const std::vector<Tensor>& params, const LBFGSOptions& o) : LBFGS(std::vector<ParamGroup>{{params, {}}}, o) {}
LBFGS::LBFGS(const std::vector<ParamGroup>& groups, const LBFGSOptions& o) : Optimizer({kOptions, {}, 0, false}, list(o)) {
  check(groups.size() == 1, ErrorKind::value, "[LBFGS] LBFGS doesn't support per-parameter options (parameter groups): got {} groups; need one.", groups.size());
  add_groups(groups);
}

void LBFGS::validate(std::span<const double> o) const {
  check_not_negative("LBFGS", "learning rate", o[kLr]);
  check(o[kMaxIter] >= 1, ErrorKind::value, "[LBFGS] max_iter is {}; need 1 or more.", o[kMaxIter]);
  check(o[kHistory] >= 1, ErrorKind::value, "[LBFGS] history_size is {}; need 1 or more.", o[kHistory]);
}

void LBFGS::step() { fail(ErrorKind::value, "[LBFGS] step() got no closure; need step(closure) with a function that clears the gradients, computes the loss and calls backward()."); }

Tensor LBFGS::flat_grad() const {
  TensorList parts;
  for (const Tensor& p : params()) parts.push_back((p.grad().defined() ? p.grad().detach() : zeros_like(p.detach())).reshape({p.numel()}));
  return parts.size() == 1 ? parts[0].clone() : cat(parts);
}

void LBFGS::move(double t) {
  std::int64_t at = 0;
  for (Tensor p : params()) {
    p.add_(m_.d.narrow(0, at, p.numel()).reshape(p.shape()), t);
    at += p.numel();
  }
}

// The two-loop recursion.
void LBFGS::find_direction(const Tensor& grad, std::size_t history_size) {
  if (m_.n_iter == 1) {
    m_.old_dirs.clear();
    m_.old_stps.clear();
    m_.ro.clear();
    m_.h_diag = 1;
    m_.d = neg(grad);
    return;
  }
  const Tensor y = grad - m_.prev_grad, s = m_.d * m_.t;
  if (const double ys = inner_product(y, s); ys > 1e-10) {
    if (m_.old_dirs.size() >= history_size) {
      m_.old_dirs.erase(m_.old_dirs.begin());
      m_.old_stps.erase(m_.old_stps.begin());
      m_.ro.erase(m_.ro.begin());
    }
    m_.old_dirs.push_back(y);
    m_.old_stps.push_back(s);
    m_.ro.push_back(1 / ys);
    m_.h_diag = ys / inner_product(y, y);
  }
  const std::size_t n = m_.old_dirs.size();
  std::vector<double> al(n);
  Tensor q = neg(grad);
  for (std::size_t i = n; i-- > 0;) {
    al[i] = inner_product(m_.old_stps[i], q) * m_.ro[i];
    q.sub_(m_.old_dirs[i], al[i]);
  }
  q.mul_(m_.h_diag);
  for (std::size_t i = 0; i < n; ++i) q.add_(m_.old_stps[i], al[i] - inner_product(m_.old_dirs[i], q) * m_.ro[i]);
  m_.d = q;
}

// At from + t d; the parameters return to from.
LBFGS::Point LBFGS::evaluate(const Closure& closure, double t, const std::vector<Tensor>& from) {
  move(t);
  Point p{t, 0, 0, {}};
  {
    const EnableGradGuard guard;
    p.loss = closure().item();
  }
  p.grad = flat_grad();
  p.slope = inner_product(p.grad, m_.d);
  for (std::size_t i = 0; i < from.size(); ++i) Tensor(params()[i]).copy_(from[i]);
  return p;
}

// A step that lowers the loss enough (c1) and flattens the slope enough (c2): first a bracket that holds one, then smaller ones.
LBFGS::Point LBFGS::strong_wolfe(const Closure& closure, Point start, double t, double tolerance_change, std::int64_t& evals) {
  constexpr double c1 = 1e-4, c2 = 0.9;
  constexpr int kMost = 25;
  std::vector<Tensor> from;
  for (const Tensor& p : params()) from.push_back(p.detach().clone());
  const double width = largest(m_.d);
  Point now = evaluate(closure, t, from), before = start;
  evals = 1;
  int n = 0;
  bool done = false;
  Point ends[2];
  const auto rises = [&](const Point& p) { return p.loss > start.loss + c1 * p.t * start.slope; };
  const auto is_flat = [&](const Point& p) { return std::fabs(p.slope) <= -c2 * start.slope; };
  for (; n < kMost; ++n, ++evals) {
    if (rises(now) || (n > 1 && now.loss >= before.loss)) break;
    if (is_flat(now)) return now;
    if (now.slope >= 0) break;
    const double next = cubic(before.t, before.loss, before.slope, now.t, now.loss, now.slope, now.t + 0.01 * (now.t - before.t), now.t * 10);
    before = std::exchange(now, evaluate(closure, next, from));
  }
  ends[0] = n == kMost ? start : before;
  ends[1] = now;
  int low = ends[0].loss <= ends[1].loss ? 0 : 1;
  bool stuck = false;  // no progress in the last step
  while (!done && n < kMost) {
    const double left = std::min(ends[0].t, ends[1].t), right = std::max(ends[0].t, ends[1].t);
    if ((right - left) * width < tolerance_change) break;
    double at = cubic(ends[0].t, ends[0].loss, ends[0].slope, ends[1].t, ends[1].loss, ends[1].slope, left, right);
    const double margin = 0.1 * (right - left);
    const bool near = std::min(right - at, at - left) < margin;
    if (near && (stuck || at >= right || at <= left)) {
      at = std::fabs(at - right) < std::fabs(at - left) ? right - margin : left + margin;
      stuck = false;
    } else {
      stuck = near;
    }
    now = evaluate(closure, at, from);
    ++evals;
    ++n;
    const int high = 1 - low;
    if (rises(now) || now.loss >= ends[low].loss) {
      ends[high] = now;
      low = ends[0].loss <= ends[1].loss ? 0 : 1;
    } else {
      if (is_flat(now)) done = true;
      else if (now.slope * (ends[high].t - ends[low].t) >= 0) ends[high] = ends[low];
      ends[low] = now;
    }
  }
  return ends[low];
}

Tensor LBFGS::step(const Closure& closure) {
  const NoGradGuard guard;
  const auto call = [&] {
    const EnableGradGuard grad;
    return closure();
  };
  std::vector<double> o;
  for (const auto& option : options()) o.push_back(option.second);
  const Tensor first = call();
  double loss = first.item();
  double evals = 1;
  ++m_.func_evals;
  Tensor grad = flat_grad();
  if (largest(grad) <= o[kToleranceGrad]) return first;

  for (double n = 1; n <= o[kMaxIter]; ++n) {
    ++m_.n_iter;
    find_direction(grad, static_cast<std::size_t>(o[kHistory]));
    m_.prev_grad = grad;
    m_.prev_loss = loss;
    m_.t = m_.n_iter == 1 ? std::min(1.0, 1 / grad.abs().sum().item()) * o[kLr] : o[kLr];
    const double slope = inner_product(grad, m_.d);
    if (slope > -o[kToleranceChange]) break;
    std::int64_t tried = 0;
    if (o[kLineSearch] != 0) {
      const Point p = strong_wolfe(closure, {0, loss, slope, grad}, m_.t, o[kToleranceChange], tried);
      m_.t = p.t;
      loss = p.loss;
      grad = p.grad;
      move(m_.t);
    } else {
      move(m_.t);
      if (n < o[kMaxIter]) {  // the loss after the last step is not asked for
        loss = call().item();
        grad = flat_grad();
        tried = 1;
      }
    }
    evals += static_cast<double>(tried);
    m_.func_evals += tried;
    if (n == o[kMaxIter] || evals >= o[kMaxEval] || largest(grad) <= o[kToleranceGrad] || largest(m_.d) * m_.t <= o[kToleranceChange] ||
        std::fabs(loss - m_.prev_loss) < o[kToleranceChange])
      break;
  }
  return first;
}

nn::NamedTensors LBFGS::state() const {
  nn::NamedTensors out;
  if (m_.func_evals > 0) {
    out = {{"0.func_evals", number(m_.func_evals)}, {"0.n_iter", number(m_.n_iter)}};
    if (m_.n_iter > 0) {
      out.insert(out.end(), {{"0.t", number(m_.t)}, {"0.H_diag", number(m_.h_diag)}, {"0.prev_loss", number(m_.prev_loss)}, {"0.d", m_.d}, {"0.prev_flat_grad", m_.prev_grad}});
      for (std::size_t i = 0; i < m_.ro.size(); ++i)
        out.insert(out.end(), {{str("0.old_dirs.", i), m_.old_dirs[i]}, {str("0.old_stps.", i), m_.old_stps[i]}, {str("0.ro.", i), number(m_.ro[i])}});
    }
  }
  for (auto& entry : Optimizer::state()) out.push_back(std::move(entry));
  return out;
}

void LBFGS::load_state(const nn::NamedTensors& state) {
  const NoGradGuard guard;
  Memory m;
  std::int64_t n = 0;
  for (const Tensor& p : params()) n += p.numel();
  nn::NamedTensors groups;
  std::size_t used = 0;
  const auto find = [&](const std::string& name) {
    for (const auto& [key, t] : state)
      if (key == "0." + name && t.defined()) return ++used, t;
    return Tensor();
  };
  const auto need = [&](const std::string& name, std::int64_t numel) {
    const Tensor t = find(name);
    check(t.defined() && t.numel() == numel, ErrorKind::value, "[LBFGS.load_state] the state does not fit, nothing was loaded: 0.{} is {}; need {} numbers.", name,
          t, numel);
    return t;
  };
  const auto need_vector = [&](const std::string& name) { return need(name, n).detach().to(params()[0].dtype()).reshape({n}).clone(); };
  for (const auto& entry : state)
    if (entry.first.starts_with("param_groups.")) groups.push_back(entry);
  if (groups.size() < state.size()) {
    m.func_evals = static_cast<std::int64_t>(need("func_evals", 1).item());
    m.n_iter = static_cast<std::int64_t>(need("n_iter", 1).item());
    if (m.n_iter > 0) {
      m.t = need("t", 1).item();
      m.h_diag = need("H_diag", 1).item();
      m.prev_loss = need("prev_loss", 1).item();
      m.d = need_vector("d");
      m.prev_grad = need_vector("prev_flat_grad");
      for (std::size_t i = 0; find(str("old_dirs.", i)).defined(); ++i) {
        --used;
        m.old_dirs.push_back(need_vector(str("old_dirs.", i)));
        m.old_stps.push_back(need_vector(str("old_stps.", i)));
        m.ro.push_back(need(str("ro.", i), 1).item());
      }
    }
  }
  check(used + groups.size() == state.size(), ErrorKind::value, "[LBFGS.load_state] the state does not fit, nothing was loaded: {} keys are not of LBFGS.",
        state.size() - used - groups.size());
  Optimizer::load_state(groups);
  m_ = std::move(m);
}

}  // namespace wick::optim
