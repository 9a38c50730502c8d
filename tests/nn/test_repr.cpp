// Printouts compared with the text PyTorch 1.13.1 prints for the same modules.

#include <doctest/doctest.h>

#include "wick/nn.h"

using namespace wick;
using namespace wick::nn;

TEST_CASE("nn: repr() is what PyTorch prints") {
  Sequential m(Conv2d(1, 16, 3, {.padding = 1}), Conv2d(4, 8, {3, 5}, {.stride = 2, .dilation = 2, .groups = 2, .bias = false}),
               BatchNorm2d(16), BatchNorm1d(3, {.momentum = {}, .affine = false, .track_running_stats = false}), ReLU(), MaxPool2d(2),
               MaxPool2d({2, 3}, {.stride = 1, .padding = 1, .ceil_mode = true}), AvgPool2d(2),
               AvgPool2d({2, 3}, {.stride = {1, 2}, .padding = 1}), AdaptiveAvgPool2d(1), AdaptiveAvgPool2d({2, 3}), Flatten(),
               Unflatten(1, {2, 3}), Dropout(0.25), Linear(4, 2, {.bias = false}), LayerNorm(5),
               LayerNorm({5, 6}, {.eps = 1e-3, .elementwise_affine = false}), Embedding(10, 3), Embedding(10, 3, {.padding_idx = -1}),
               LeakyReLU(0.2), ELU(), GELU(), GELU("tanh"), SiLU(), Softplus(), Softplus(2.5, 10), Tanh(), Sigmoid(), Softmax(1),
               LogSoftmax(-1), Identity(), Sequential(), Sequential(SiLU(), Sequential(Linear(1, 1))));
  CHECK(m.repr() == R"(Sequential(
  (0): Conv2d(1, 16, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
  (1): Conv2d(4, 8, kernel_size=(3, 5), stride=(2, 2), dilation=(2, 2), groups=2, bias=False)
  (2): BatchNorm2d(16, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
  (3): BatchNorm1d(3, eps=1e-05, momentum=None, affine=False, track_running_stats=False)
  (4): ReLU()
  (5): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
  (6): MaxPool2d(kernel_size=(2, 3), stride=1, padding=1, dilation=1, ceil_mode=True)
  (7): AvgPool2d(kernel_size=2, stride=2, padding=0)
  (8): AvgPool2d(kernel_size=(2, 3), stride=(1, 2), padding=1)
  (9): AdaptiveAvgPool2d(output_size=1)
  (10): AdaptiveAvgPool2d(output_size=(2, 3))
  (11): Flatten(start_dim=1, end_dim=-1)
  (12): Unflatten(dim=1, unflattened_size=(2, 3))
  (13): Dropout(p=0.25, inplace=False)
  (14): Linear(in_features=4, out_features=2, bias=False)
  (15): LayerNorm((5,), eps=1e-05, elementwise_affine=True)
  (16): LayerNorm((5, 6), eps=0.001, elementwise_affine=False)
  (17): Embedding(10, 3)
  (18): Embedding(10, 3, padding_idx=9)
  (19): LeakyReLU(negative_slope=0.2)
  (20): ELU(alpha=1.0)
  (21): GELU(approximate='none')
  (22): GELU(approximate='tanh')
  (23): SiLU()
  (24): Softplus(beta=1, threshold=20)
  (25): Softplus(beta=2.5, threshold=10)
  (26): Tanh()
  (27): Sigmoid()
  (28): Softmax(dim=1)
  (29): LogSoftmax(dim=-1)
  (30): Identity()
  (31): Sequential()
  (32): Sequential(
    (0): SiLU()
    (1): Sequential(
      (0): Linear(in_features=1, out_features=1, bias=True)
    )
  )
))");
}

TEST_CASE("nn: repr() of named children and of Residual") {
  Sequential m;
  m.add("stem", Linear(2, 2)).add("block", Residual(ReLU(), Identity(), {.activation = "relu"}));
  CHECK(m.repr() == R"(Sequential(
  (stem): Linear(in_features=2, out_features=2, bias=True)
  (block): Residual(
    activation=relu
    (main): ReLU()
    (shortcut): Identity()
  )
))");
}
