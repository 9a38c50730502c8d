#include <doctest/doctest.h>

#include "wick/function.h"
#include "wick/memory.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

using autograd::Function;

template <class F>
std::string error_of(const F& fn) {
  try {
    fn();
  } catch (const Error& e) {
    return e.what();
  }
  return "(nothing thrown)";
}
Tensor leaf(const std::vector<double>& v) { return Tensor(tensor(v)).requires_grad_(); }

struct Cube : Function<Cube> {
  static constexpr const char* kName = "CubeBackward";
  Tensor forward(const Tensor& x) {
    CHECK(!grad_enabled());
    save_for_backward({x});
    return x * x * x;
  }
  TensorList backward(const TensorList& dy) override { return {dy[0] * 3.0 * square(saved_tensors()[0])}; }
};

// Saves its result; the factor is a member, what is not a tensor has no gradient.
struct ScaledExp : Function<ScaledExp> {
  static constexpr const char* kName = "ScaledExpBackward";
  double factor = 0;
  Tensor forward(const Tensor& x, double k) {
    factor = k;
    const Tensor y = exp(x * k);
    save_for_backward({y});
    return y;
  }
  TensorList backward(const TensorList& dy) override { return {dy[0] * saved_tensors()[0] * factor, {}}; }
};

// Two results that both depend on both inputs, of which one may want no gradient; and a count.
struct SumAndProduct : Function<SumAndProduct> {
  static constexpr const char* kName = "SumAndProductBackward";
  static inline int calls = 0, products = 0;
  TensorList forward(const TensorList& in) {
    const TensorList out = {in[0] + in[1], in[0] * in[1], tensor<std::int64_t>({in[0].numel()})};
    save_for_backward({in[0], in[1], out[1]});
    return out;
  }
  TensorList backward(const TensorList& dy) override {
    ++calls;
    const TensorList s = saved_tensors();
    TensorList g(2);
    for (const int i : {0, 1}) {
      if (!needs_input_grad(i)) continue;
      ++products;
      // The product's part as product / x: uses the saved result.
      g[static_cast<std::size_t>(i)] = dy[0] + dy[1] * (s[2] / s[static_cast<std::size_t>(i)]);
    }
    return g;
  }
};

TEST_CASE("Function: forward and backward of the user's own, differentiable again") {
  const Tensor x = leaf({0.5, -2, 3});
  CHECK(autograd::gradcheck([](const TensorList& in) { return Cube::apply(in[0]); }, {x}) == "");
  CHECK(autograd::gradgradcheck([](const TensorList& in) { return Cube::apply(in[0]); }, {x}) == "");
  CHECK(autograd::gradcheck([](const TensorList& in) { return ScaledExp::apply(in[0], 0.7); }, {x}) == "");
  CHECK(autograd::gradgradcheck([](const TensorList& in) { return ScaledExp::apply(in[0], 0.7); }, {x}) == "");
  const Tensor y = Cube::apply(x);
  CHECK(std::string(y.grad_fn()->name()) == "CubeBackward");
  CHECK(std::string(y.grad_fn()->next_functions()[0].node->name()) == "AccumulateGrad");
  const NoGradGuard guard;
  CHECK(!Cube::apply(x).requires_grad());
}

TEST_CASE("Function: several results, lists of inputs, needs_input_grad") {
  const Tensor a = leaf({0.5, -2, 3}), b = leaf({2, 0.25, -1});
  for (const int used : {1, 2, 3}) {
    CAPTURE(used);
    const auto fn = [used](const TensorList& in) {
      const TensorList out = SumAndProduct::apply(in);
      return used == 1 ? out[0] : used == 2 ? out[1] : out[0] * out[1] + out[1];
    };
    CHECK(autograd::gradcheck(fn, {a, b}) == "");
    CHECK(autograd::gradgradcheck(fn, {a, b}) == "");
  }
  SumAndProduct::calls = SumAndProduct::products = 0;
  const TensorList out = SumAndProduct::apply(TensorList{a, b.detach()});
  CHECK(!out[2].requires_grad());
  (out[0] + out[1]).sum().backward();
  CHECK(SumAndProduct::calls == 1);
  CHECK(SumAndProduct::products == 1);
  CHECK(a.grad().to_vector() == std::vector<double>{3, 1.25, 0});
}

TEST_CASE("Function: a walk that failed leaves nothing behind") {
  const Tensor a = leaf({0.5, -2}), b = leaf({2, 0.25});
  const TensorList out = SumAndProduct::apply(TensorList{a, b});
  bool fails = true;
  out[0].register_hook([&](const Tensor&) {
    if (fails) fail(ErrorKind::value, "[hook] not now");
    return Tensor();
  });
  const Tensor y = (out[0] + out[1] * 3.0).sum();
  CHECK(error_of([&] { y.backward({}, true); }) == "[hook] not now");
  fails = false;
  y.backward();
  CHECK(a.grad().to_vector() == std::vector<double>{7, 1.75});
}

struct Options : Function<Options> {
  static constexpr const char* kName = "OptionsBackward";
  static inline bool undefined = false;
  TensorList forward(const Tensor& x, bool materialize) {
    const TensorList out = {x * 2.0, x * 3.0, x};
    mark_non_differentiable({out[1]});
    set_materialize_grads(materialize);
    return out;
  }
  TensorList backward(const TensorList& dy) override {
    undefined = !dy[1].defined();
    return {dy[0].defined() ? dy[0] * 2.0 : dy[2], {}};
  }
};

TEST_CASE("Function: mark_non_differentiable, set_materialize_grads, an input handed on") {
  const Tensor x = leaf({1, 2});
  for (const bool materialize : {true, false}) {
    const TensorList out = Options::apply(x, materialize);
    CHECK(out[0].requires_grad());
    CHECK(!out[1].requires_grad());
    CHECK(!out[2].is_same(x));
    CHECK(autograd::grad({out[0].sum()}, {x})[0].to_vector() == std::vector<double>{2, 2});
    CHECK(Options::undefined == !materialize);
  }
  CHECK(autograd::grad({Options::apply(x, false)[2].sum()}, {x})[0].to_vector() == std::vector<double>{1, 1});
}

struct Once : Function<Once> {
  static constexpr const char* kName = "OnceBackward";
  static constexpr bool kOnceDifferentiable = true;
  Tensor forward(const Tensor& x) { return x * 2.0; }
  TensorList backward(const TensorList& dy) override {
    CHECK(!grad_enabled());
    return {dy[0] * 2.0};
  }
};
struct Wrong : Function<Wrong> {
  static constexpr const char* kName = "WrongBackward";
  int kind = 0;
  Tensor forward(const Tensor& x, std::int64_t k) {
    kind = static_cast<int>(k);
    save_for_backward({x});
    return x * 2.0;
  }
  TensorList backward(const TensorList& dy) override {
    saved_tensors();
    return kind == 0 ? TensorList{dy[0]} : TensorList{kind == 1 ? zeros({3}) : dy[0], {}};
  }
};

TEST_CASE("Function: what is refused, by name") {
  const Tensor x = leaf({1, 2});
  const Tensor g = autograd::grad({Once::apply(x).sum()}, {x}, {}, false, true)[0];
  CHECK(g.to_vector() == std::vector<double>{2, 2});
  const Tensor dy = leaf({1, 1}), g2 = autograd::grad({Once::apply(x)}, {x}, {dy}, false, true)[0];
  CHECK(error_of([&] { g2.sum().backward(); }) == "[OnceBackward] trying to differentiate twice a function that is once_differentiable.");
  CHECK(error_of([&] { Wrong::apply(x, std::int64_t{0}).sum().backward(); }) ==
        "[WrongBackward] returned an incorrect number of gradients (expected 2, got 1); need one for each argument, undefined where there is none.");
  CHECK(error_of([&] { Wrong::apply(x, std::int64_t{1}).sum().backward(); }) ==
        "[WrongBackward] returned an invalid gradient at index 0: got f32[3]; expected a shape compatible with [2].");
  Tensor h = x * 1.0;
  const Tensor y = Wrong::apply(h, std::int64_t{2}).sum();
  h.add_(1.0);
  CHECK(error_of([&] { y.backward(); }).find("[WrongBackward] a saved tensor f64[2] was modified by an in-place operation") == 0);
  const Tensor z = Cube::apply(x);
  z.backward(ones({2}));
  CHECK(error_of([&] { z.backward(ones({2})); }).find("the graph behind CubeBackward was freed") != std::string::npos);
}

TEST_CASE("Function: what it saves goes with the graph") {
  const Tensor x = leaf({1, 2});
  const auto live = memory_stats().live_tensors;
  {
    const Tensor y = ScaledExp::apply(Cube::apply(x), 0.1);
    const TensorList out = SumAndProduct::apply(TensorList{y, x});
    const Tensor loss = (out[0] + out[1]).sum();
    loss.backward({}, true);
    loss.backward();
    const Tensor never_walked = ScaledExp::apply(Cube::apply(x), 0.1);
    Tensor chain = x;
    for (int i = 0; i < 20000; ++i) chain = ScaledExp::apply(chain, 0.0);
    x.set_grad({});
  }
  CHECK(memory_stats().live_tensors == live);
}

}  // namespace
}  // namespace wick::test
