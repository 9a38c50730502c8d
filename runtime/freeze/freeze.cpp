#include "wick/freeze.h"

#include "freeze/plan.h"
#include "wick/autograd.h"
#include "wick/ops.h"

namespace wick {

using frozen::Plan;
using frozen::Program;
using frozen::Recording;

struct FrozenModel::Impl {
  static constexpr std::size_t kMostPlans = 8;

  Program program;
  std::int64_t example_batch;
  std::vector<std::unique_ptr<Plan>> plans = {};  // the latest used last

  Plan& plan(std::int64_t n) {
    if (!plans.empty() && plans.back()->fits(n)) return *plans.back();
    for (auto& p : plans)
      if (p->fits(n)) {
        std::swap(p, plans.back());
        return *plans.back();
      }
    check(n == example_batch || (!program.fixed && n >= 1), ErrorKind::shape, "[freeze] batch size ", n, "; this program runs ",
          program.fixed ? str("only ", example_batch, ": sizes in its module do not follow the batch. Freeze it with an example of that size.") : "1 or more.");
    if (plans.size() == kMostPlans) plans.erase(plans.begin());
    plans.push_back(std::make_unique<Plan>(program, n));
    return *plans.back();
  }
};

FrozenModel::FrozenModel(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
FrozenModel::FrozenModel(FrozenModel&&) noexcept = default;
FrozenModel& FrozenModel::operator=(FrozenModel&&) noexcept = default;
FrozenModel::~FrozenModel() = default;

std::int64_t FrozenModel::example_batch() const { return impl_->example_batch; }
bool FrozenModel::fixed() const { return impl_->program.fixed; }
Shape FrozenModel::input_shape(std::int64_t n) { return impl_->plan(n).input; }
DType FrozenModel::input_dtype() const { return impl_->program.a.input.dtype; }
DType FrozenModel::output_dtype() const { return impl_->program.a.output.dtype; }
Shape FrozenModel::output_shape(std::int64_t n) { return impl_->plan(n).output; }
std::size_t FrozenModel::arena_bytes(std::int64_t n) { return impl_->plan(n).arena_bytes; }
std::vector<std::string> FrozenModel::steps(std::int64_t n) {
  const Recording ops = impl_->program.at(n);
  std::vector<std::string> out;
  for (const frozen::Node& node : impl_->program.nodes) out.push_back(describe(node, ops));
  return out;
}

void FrozenModel::run(const void* in, void* out, std::int64_t n) { impl_->plan(n).run(in, out); }

Tensor FrozenModel::operator()(const Tensor& x) {
  check(x.defined(), ErrorKind::value, "[freeze] the input is undefined; need a tensor.");
  const frozen::View& like = impl_->program.a.input;
  Shape need = like.shape;
  const bool batched = x.dim() == need.rank() && need.rank() > 0;
  if (batched && !fixed()) need[0] = x.shape()[0];
  if (!batched || !(x.shape() == need)) {
    std::string sizes = to_text(need);
    if (!fixed()) sizes.replace(1, sizes.find_first_of(",]") - 1, "N");
    fail(ErrorKind::shape, "[freeze] input is ", x, "; this program needs ", like.dtype, sizes, ".");
  }
  check(x.dtype() == like.dtype, ErrorKind::dtype, "[freeze] input is ", x, "; this program needs ", like.dtype, ". Convert with to().");
  const NoGradGuard guard;
  const Tensor xc = x.contiguous();
  Plan& plan = impl_->plan(need[0]);
  Tensor y = empty(plan.output, output_dtype());
  plan.run(xc.raw_data(), y.raw_data());
  return y;
}

namespace {

/// n rows of example, from its first on and around.
Tensor rows_of(const Tensor& example, std::int64_t n) {
  TensorList rows;
  for (std::int64_t i = 0; i < n; ++i) rows.push_back(example.narrow(0, i % example.size(0), 1));
  return cat(rows);
}

}  // namespace

// How sizes follow the batch is read from runs at batch 2, 3 and 5: the first two give a line, the third must lie on it.
// Batch 1 would hide it: a size of 1 broadcasts and has no stride.
struct Freezer::Impl {
  static constexpr std::int64_t kBatches[] = {2, 3, 5};

  Tensor example;
  std::vector<Recording> done = {};
  bool fixed = false;
  std::optional<frozen::Recorder> recorder = {};

  bool complete() const { return fixed ? !done.empty() : done.size() == 3; }
};

Freezer::Freezer(const Tensor& x) {
  check(x.defined() && x.dim() >= 1 && x.numel() > 0, ErrorKind::shape, "[freeze] the example is ", x, "; need a batch of inputs, one at least.");
  const NoGradGuard guard;
  impl_ = std::make_unique<Impl>();
  impl_->example = x.detach().contiguous();
}
Freezer::~Freezer() = default;

bool Freezer::last() const { return impl_->fixed; }

Tensor Freezer::next(const Tensor& y) {
  Impl& z = *impl_;
  if (z.recorder) {
    check(y.defined() || !z.fixed, ErrorKind::value, "[freeze] there is no result for the example.");
    if (y.defined()) z.done.push_back(z.recorder->take(y));
    z.recorder.reset();
    const bool varies = y.defined() && (z.done.size() < 2 || z.done[0].parallel(z.done[1])) && (z.done.size() < 3 || z.done[0].at(5, z.done[1]).same_as(z.done[2]));
    if (!z.fixed && !varies) {
      z.done.clear();
      z.fixed = true;
    }
  }
  if (z.complete()) return {};
  const NoGradGuard guard;
  const Tensor x = z.fixed ? z.example.clone() : rows_of(z.example, Impl::kBatches[z.done.size()]);
  z.recorder.emplace(x);
  return x;
}

FrozenModel Freezer::finish() {
  Impl& z = *impl_;
  check(z.complete(), ErrorKind::value, "[freeze] the recording is not complete; call next() until it gives no more input.");
  Program program(std::move(z.done[0]), z.fixed ? Recording() : std::move(z.done[1]), z.fixed);
  return FrozenModel(std::unique_ptr<FrozenModel::Impl>(new FrozenModel::Impl{std::move(program), z.example.size(0)}));
}

FrozenModel freeze(const std::function<Tensor(const Tensor&)>& forward, const Tensor& example) {
  const NoGradGuard guard;
  Freezer z(example);
  for (Tensor x = z.next({}), y; x.defined(); x = z.next(y)) {
    try {
      y = forward(x);
    } catch (const Error&) {  // the module may take the example's batch only
      if (z.last()) throw;
      y = {};
    }
  }
  return z.finish();
}

FrozenModel freeze(nn::Module& module, const Tensor& example) {
  struct Eval {
    explicit Eval(nn::Module& m) {
      for (const auto& entry : m.named_modules()) modes.emplace_back(entry.second, entry.second->training);
      m.eval();
    }
    ~Eval() {
      for (const auto& [m, on] : modes) m->training = on;
    }
    std::vector<std::pair<nn::Module*, bool>> modes;
  } const eval(module);
  return freeze([&](const Tensor& x) { return module(x); }, example);
}

FrozenModel freeze(nn::Module& module, const Shape& example) { return freeze(module, zeros(example)); }

}  // namespace wick
