// Where a loss that is not finite came from: the batch runs once more, watched layer by layer.

#include "train/norms.h"
#include "wick/autograd.h"
#include "wick/random.h"
#include "wick/trainer.h"

namespace wick {

std::string Trainer::locate_output() {
  const NoGradGuard guard;
  nn::Module& model = *task_->model;
  if (!all_finite(current_.x)) return ": the input already is";
  for (const auto& [name, p] : model.named_parameters())
    if (!all_finite(p)) return str(": weight {} already is not finite", name);
  std::vector<std::pair<Tensor, Tensor>> buffers;  // running statistics must not move again
  for (const auto& [name, b] : model.named_buffers()) buffers.emplace_back(b, b.detach().clone());
  std::string found;
  std::vector<std::pair<nn::Module*, int>> hooks;
  for (const auto& [name, m] : model.named_modules()) {
    if (!m->named_children().empty()) continue;
    hooks.emplace_back(m, m->register_forward_hook([&found, n = name](nn::Module& layer, const Tensor&, const Tensor& out) {
      if (found.empty() && !all_finite(out)) found = str("; the first output that is not finite is that of layer \"{}\" ({})", n, layer.type());
    }));
  }
  Generator& generator = default_generator();
  const std::uint64_t seed = generator.seed(), offset = generator.offset();
  generator.set_state(seed, rng_before_);
  try {
    model.train();
    (void)model(current_.x);
  } catch (const Error&) {  // the cause is named as far as it was seen
  }
  generator.set_state(seed, offset);
  for (const auto& [m, id] : hooks) m->remove_forward_hook(id);
  for (auto& [to, from] : buffers) to.copy_(from);
  return found.empty() ? "; every layer's output is finite, the loss itself is not" : found;
}

void Trainer::diverged(const std::string& what) {
  diverged_ = str("[trainer] {} at step {} (epoch {}, batch {}). Training stopped; the last checkpoint is kept. Usual causes: a learning rate too high (now {}), inputs not normalized; gradient_clip_val may help.",
                  what, global_step_, epoch_, batch_, lr());
  next_line_ = 0;
  boundary_.reset();
  throw Error(ErrorKind::diverged, diverged_);
}

}  // namespace wick
