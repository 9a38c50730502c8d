// The training loop of the README, and the Trainer's shorthand, in a program of its own.
#include <cstdio>
#include <memory>
#include <wick/wick.hpp>
using namespace wick;

int main() {
  manual_seed(1);
  const Tensor images = randn({600, 784}), labels = argmax(images.narrow(1, 0, 10), 1);
  DataLoader loader(std::make_shared<TensorDataset>(images, labels), {.batch_size = 50, .shuffle = true});

  nn::Sequential model(nn::Linear(784, 128), nn::ReLU(), nn::Linear(128, 10));
  optim::Adam optimizer(model.parameters(), {.lr = 1e-3});
  nn::CrossEntropyLoss criterion;

  double first = 0, last = 0;
  model.train();
  for (int epoch = 0; epoch < 5; ++epoch) {
    for (auto [x, y] : loader) {
      optimizer.zero_grad();
      auto loss = criterion(model(x), y);
      loss.backward();
      optimizer.step();
      last = loss.item();
      if (first == 0) first = last;
    }
  }
  std::printf("loss %.3f -> %.3f\n", first, last);

  auto net = std::make_shared<nn::Sequential>(nn::Linear(784, 32), nn::ReLU(), nn::Linear(32, 10));
  Task task{net, std::make_shared<nn::CrossEntropyLoss>(), std::make_shared<optim::AdamW>(net->parameters(), optim::AdamWOptions{.lr = 1e-3})};
  Trainer trainer({.max_epochs = 3, .accumulate_grad_batches = 2});
  trainer.fit(task, loader);
  const double fitted = trainer.validate(task, loader).loss;
  std::printf("trainer: loss %.3f\n", fitted);
  return last < first / 2 && fitted < 2.3 ? 0 : 1;
}
