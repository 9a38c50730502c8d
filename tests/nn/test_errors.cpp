// Errors name the module by its path, say what came in and what it needs.

#include <doctest/doctest.h>

#include "io/error_of.h"
#include "wick/nn.h"

using namespace wick;
using namespace wick::nn;

TEST_CASE("nn: an error carries the path of its module once") {
  Sequential model(Conv2d(1, 2, 3), Flatten(), Linear(8, 4));
  CHECK(error_of([&] { model(zeros({64, 1, 6, 6})); }).text ==
        "[2: Linear(in_features=8, out_features=4, bias=True)] input is f32[64,32]; its last size must be 8 (in_features).");
  CHECK(error_of([&] { model(zeros({64, 3, 4, 4})); }).text ==
        "[0: Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1))] input is f32[64,3,4,4]; need [N,1,H,W] or [1,H,W] (in_channels).");

  Sequential nested;
  nested.add("features", Sequential(ReLU(), Residual(Sequential(BatchNorm2d(2)))));
  const Failure failure = error_of([&] { nested(zeros({1, 3, 2, 2})); });
  CHECK(failure.text ==
        "[features.1.main.0: BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)] input is f32[1,3,2,2]; need "
        "[N,C,H,W] with C = 2 (num_features).");
  CHECK(failure.kind == ErrorKind::shape);
}

TEST_CASE("nn: each layer refuses inputs that do not fit") {
  CHECK(error_of([] { Linear(6, 1)(zeros({5, 2, 3})); }).text ==
        "[Linear(in_features=6, out_features=1, bias=True)] input is f32[5,2,3]; its last size must be 6 (in_features). Put a Flatten() in "
        "front.");
  CHECK(error_of([] { Linear(6, 1)(Tensor()); }).text ==
        "[Linear(in_features=6, out_features=1, bias=True)] input is undefined; need a tensor.");
  CHECK(error_of([] { BatchNorm1d(3)(zeros({2, 3, 4, 5})); }).says("input is f32[2,3,4,5]; need [N,C] or [N,C,L] with C = 3"));
  CHECK(error_of([] { LayerNorm({2, 3})(zeros({4, 3, 2})); }).says("input is f32[4,3,2]; its last sizes must be [2,3]"));
  CHECK(error_of([] { Residual(Linear(2, 3))(zeros({1, 2})); }).text ==
        "[Residual] the main branch gives f32[1,3], the shortcut f32[1,2]; both must have one shape. Where main changes the size, the "
        "shortcut needs a Conv2d with kernel_size 1 and main's stride.");
  CHECK(error_of([] { Unflatten(1, {2, 3})(zeros({1, 5})); }).says("input is f32[1,5]; size 1 must be the product of [2,3]"));
  CHECK(error_of([] { Embedding(4, 2)(tensor(std::vector<std::int64_t>{4})); }).kind == ErrorKind::index);
  CHECK(error_of([] { Conv2d(1, 1, 5)(zeros({1, 1, 3, 3})); }).kind == ErrorKind::shape);
  CHECK(error_of([] { MaxPool2d(5)(zeros({1, 1, 3, 3})); }).kind == ErrorKind::shape);
}

TEST_CASE("nn: settings out of range") {
  CHECK(error_of([] { Linear(0, 1); }).text == "[Linear] in_features is 0; need in_features > 0.");
  CHECK(error_of([] { Conv2d(3, 4, 3, {.groups = 2}); }).text ==
        "[Conv2d] in_channels is 3, groups is 2; in_channels must be divisible by groups.");
  CHECK(error_of([] { Conv2d(1, 1, {1, 2, 3}); }).text ==
        "[Conv2d] kernel_size is [1,2,3]; need one size or (height, width), each >= 1.");
  CHECK(error_of([] { Conv2d(1, 1, 3, {.padding = -1}); }).text ==
        "[Conv2d] padding is [-1]; need one size or (height, width), each >= 0.");
  CHECK(error_of([] { Dropout(1.5); }).text == "[Dropout] p is 1.5; need 0 <= p <= 1.");
  CHECK(error_of([] { Embedding(3, 2, {.padding_idx = 3}); }).text ==
        "[Embedding] padding_idx is 3; need -3 <= padding_idx < 3 (num_embeddings).");
  CHECK(error_of([] { GELU("erf"); }).text == "[GELU] approximate is \"erf\"; need \"none\" or \"tanh\".");
  CHECK(error_of([] { Residual(ReLU(), {}, {.activation = "tanh"}); }).text ==
        "[Residual] activation is \"tanh\"; need \"relu\" or \"none\".");
  CHECK(error_of([] { Residual{Layer{}}; }).text == "[Residual] the main branch is null; need a module.");
  Sequential model;
  model.add("a", ReLU());
  CHECK(error_of([&] { model.add("a", ReLU()); }).text == "[Sequential] there is already a module \"a\"; names must differ.");
  CHECK(error_of([&] { model.add("a.b", ReLU()); }).text ==
        "[Sequential] name is \"a.b\"; need one that is not empty and has no dot.");
}
