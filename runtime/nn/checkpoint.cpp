#include "wick/checkpoint.h"

#include "autograd/graph.h"
#include "wick/function.h"
#include "wick/random.h"

namespace wick::utils {

namespace {

using Segment = std::function<TensorList(const TensorList&)>;

struct Recomputed : autograd::Function<Recomputed> {
  static constexpr const char* kName = "CheckpointFunctionBackward";
  Segment fn;
  Generator rng;
  bool preserve_rng_state = true;

  // flag: a leaf that asks for gradients on behalf of the tensors fn holds.
  TensorList forward(const Segment& segment, const CheckpointOptions& options, const TensorList& inputs, const Tensor&) {
    fn = segment;
    rng = default_generator();
    preserve_rng_state = options.preserve_rng_state;
    save_for_backward(inputs);
    return fn(inputs);
  }

  TensorList backward(const TensorList& dy) override {
    check(!grad_enabled(), ErrorKind::autograd, "[backward] {} has no gradient of its gradient; create_graph=true cannot go through it.", kName);
    TensorList inputs = saved_tensors();
    for (std::size_t i = 0; i < inputs.size(); ++i)
      if (inputs[i].defined()) inputs[i] = inputs[i].detach().requires_grad_(needs_input_grad(static_cast<int>(i) + 2));
    TensorList outputs, gradients;
    {
      const EnableGradGuard on;
      const Generator now = default_generator();
      if (preserve_rng_state) default_generator() = rng;
      const struct Restore {
        const Generator* state;
        ~Restore() {
          if (state) default_generator() = *state;
        }
      } restore{preserve_rng_state ? &now : nullptr};
      const TensorList again = fn(inputs);
      for (std::size_t k = 0; k < again.size(); ++k) {
        if (!again[k].defined() || !again[k].requires_grad()) continue;
        outputs.push_back(again[k]);
        gradients.push_back(dy[k]);
      }
    }
    TensorList g = walk_inside(outputs, gradients, inputs);
    g.insert(g.begin(), 2, Tensor());
    g.emplace_back();
    return g;
  }
};

}  // namespace

TensorList checkpoint(const Segment& fn, const TensorList& inputs, const CheckpointOptions& options) {
  return Recomputed::apply(fn, options, inputs, empty({0}).requires_grad_());
}

Tensor checkpoint(const std::function<Tensor(const Tensor&)>& fn, const Tensor& x, const CheckpointOptions& options) {
  return checkpoint([fn](const TensorList& in) { return TensorList{fn(in[0])}; }, TensorList{x}, options)[0];
}

Tensor checkpoint_sequential(const std::vector<std::function<Tensor(const Tensor&)>>& functions, int segments, const Tensor& x,
                             const CheckpointOptions& options) {
  const auto n = static_cast<int>(functions.size());
  check(segments >= 1 && segments <= n, ErrorKind::value, "[checkpoint_sequential] segments is {} for {} functions; need 1 <= segments <= {}.", segments, n, n);
  const int length = n / segments;
  Tensor y = x;
  for (int s = 0; s < segments; ++s) {
    const int from = s * length, to = s == segments - 1 ? n : from + length;
    const auto run = [part = std::vector(functions.begin() + from, functions.begin() + to)](const Tensor& in) {
      Tensor out = in;
      for (const auto& f : part) out = f(out);
      return out;
    };
    y = s == segments - 1 ? run(y) : checkpoint(run, y, options);
  }
  return y;
}

Tensor checkpoint_sequential(nn::Module& sequential, int segments, const Tensor& x, const CheckpointOptions& options) {
  std::vector<std::function<Tensor(const Tensor&)>> functions;
  for (const auto& child : sequential.named_children()) functions.push_back([m = child.second](const Tensor& in) { return (*m)(in); });
  return checkpoint_sequential(functions, segments, x, options);
}

}  // namespace wick::utils
