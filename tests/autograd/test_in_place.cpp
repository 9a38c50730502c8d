// In-place ops in the graph: what they refuse, and views that share what is written.

#include <doctest/doctest.h>

#include <cmath>

#include "wick/autograd.h"
#include "wick/ops.h"
#include "wick/ops/indexing.h"
#include "wick/registry.h"

namespace wick::test {
namespace {

using Numbers = std::vector<double>;
using indexing::Slice;

Tensor leaf(const Numbers& v, const Shape& shape) {
  Tensor t = tensor(v, shape);
  return t.requires_grad_(), t;
}
std::string error_text(const std::function<void()>& fn) {
  try {
    fn();
  } catch (const Error& e) {
    return e.what();
  }
  return "(nothing thrown)";
}
bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }

TEST_CASE("in place: a result takes the op's place in the graph, whatever its gradient keeps") {
  Tensor x = leaf({0.5, -1.5}, {2});
  Tensor h = x * 2.0;
  h.mul_(x);  // the gradient for x keeps h as it was
  CHECK(std::string(h.grad_fn()->name()) == "MulBackward0");
  h.exp_();
  h.sum().backward();
  // d exp(2 x^2) = 4 x exp(2 x^2)
  CHECK(x.grad().to_vector()[0] == doctest::Approx(4 * 0.5 * std::exp(0.5)));
  CHECK(x.grad().to_vector()[1] == doctest::Approx(4 * -1.5 * std::exp(4.5)));
  // A tensor that needed no gradient does after it took in one that does.
  Tensor buffer = zeros({2}, DType::float64);
  CHECK(!buffer.requires_grad());
  buffer.add_(x, 3);
  CHECK(buffer.requires_grad());
  CHECK(!buffer.is_leaf());
  buffer.zero_();  // and no longer depends on it
  CHECK(!buffer.requires_grad());
  // Another dtype is converted on the way, and back.
  Tensor single = zeros({2}, DType::float32);
  single.add_(x);
  CHECK(single.dtype() == DType::float32);
  x.set_grad({});
  single.sum().backward();
  CHECK(x.grad().to_vector() == Numbers{1, 1});
}

TEST_CASE("in place: other names of dimensions, with the version and the graph") {
  Tensor x = leaf({1, 2, 3, 4, 5, 6}, {2, 3});
  for (const std::function<void()>& op : std::vector<std::function<void()>>{[&] { x.t_(); }, [&] { x.squeeze_(); }, [&] { x.unsqueeze_(0); }, [&] { x.transpose_(0, 1); }, [&] { x.swapaxes_(0, 1); }})
    CHECK(contains(error_text(op), "a leaf Variable that requires grad is being used in an in-place operation"));
  // PyTorch's numbers: y holds x transposed.
  Tensor y = x * 1.0;
  const Tensor same = y;
  const std::uint32_t version = y.version();
  y.t_();
  CHECK(same.shape() == Shape{3, 2});  // every handle of it
  CHECK(y.version() == version + 1);
  CHECK(std::string(y.grad_fn()->name()) == "TBackward0");
  CHECK(y.to_vector() == Numbers{1, 4, 2, 5, 3, 6});
  (y * tensor(Numbers{0, 1, 2, 3, 4, 5}, {3, 2})).sum().backward();
  CHECK(x.grad().to_vector() == Numbers{0, 2, 4, 1, 3, 5});

  Tensor z = zeros({2, 3}, DType::float64);
  z.unsqueeze_(1).unsqueeze_(-1);
  CHECK(z.shape() == Shape{2, 1, 3, 1});
  CHECK(z.is_contiguous());
  z.squeeze_(-1).transpose_(0, 2);
  CHECK(z.shape() == Shape{3, 1, 2});
  z.squeeze_();
  CHECK(z.shape() == Shape{3, 2});
  CHECK(z.version() == 5);
  z.squeeze_(0);  // not of size 1
  CHECK(z.shape() == Shape{3, 2});
  CHECK(z.version() == 6);
  CHECK(contains(error_text([&] { zeros({2, 3, 4}).t_(); }), "need at most two dimensions"));
  CHECK(contains(error_text([&] { z.unsqueeze_(5); }), "unsqueeze"));
  CHECK(z.shape() == Shape{3, 2});

  // What was saved before is no longer as it was.
  Tensor saved = x.exp();
  saved.t_();
  CHECK(contains(error_text([&] { saved.sum().backward(); }), "has been modified by an inplace operation"));

  // A view that is named anew, then written to; PyTorch's gradients.
  Tensor b = leaf({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, {4, 3});
  Tensor base = b * 1.0, view = base.narrow(0, 0, 2);
  view.t_();
  CHECK(view.shape() == Shape{3, 2});
  view.mul_(tensor(Numbers{1, 2, 3, 4, 5, 6}, {3, 2}));
  base.sum().backward();
  CHECK(b.grad().to_vector() == Numbers{1, 3, 5, 2, 4, 6, 1, 1, 1, 1, 1, 1});

  // A base that is named anew under its views: they stay as they are, and so does what is written through them.
  b.set_grad({});
  base = b * 1.0;
  view = base.narrow(0, 0, 2);
  base.t_();
  CHECK(view.shape() == Shape{2, 3});
  view.mul_(tensor(Numbers{1, 2, 3, 4, 5, 6}, {2, 3}));
  CHECK(base.to_vector() == Numbers{1, 16, 7, 10, 4, 25, 8, 11, 9, 36, 9, 12});
  (base * tensor(Numbers{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, {3, 4})).sum().backward();
  CHECK(b.grad().to_vector() == Numbers{1, 10, 27, 8, 30, 60, 3, 7, 11, 4, 8, 12});
  // And a view of a transposed tensor, written to directly.
  b.set_grad({});
  base = (b * 1.0);
  base.t_();
  view = base.select(1, 2);
  base.mul_(2.0);
  CHECK(view.to_vector() == Numbers{14, 16, 18});
  (view * tensor(Numbers{1, 10, 100}, {3})).sum().backward();
  CHECK(b.grad().to_vector() == Numbers{0, 0, 0, 0, 0, 0, 2, 20, 200, 0, 0, 0});

  // Under no_grad a leaf keeps being one.
  {
    const NoGradGuard guard;
    x.t_();
  }
  CHECK(x.shape() == Shape{3, 2});
  CHECK(x.is_leaf());
}

TEST_CASE("in place: what is refused") {
  Tensor x = leaf({1, 2}, {2});
  const std::string leaf_text = "a leaf Variable that requires grad is being used in an in-place operation";
  CHECK(contains(error_text([&] { x.relu_(); }), leaf_text.c_str()));
  CHECK(contains(error_text([&] { call_op("sigmoid_", std::vector<Value>{x}); }), leaf_text.c_str()));
  CHECK(contains(error_text([&] { x.uniform_(); }), leaf_text.c_str()));
  CHECK(contains(error_text([&] { x.narrow(0, 0, 1).zero_(); }), "a view of a leaf Variable that requires grad"));
  CHECK(x.to_vector() == Numbers{1, 2});
  {
    const NoGradGuard guard;
    x.mul_(2.0);
    x.select(0, 1).fill_(7);
  }
  CHECK(x.to_vector() == Numbers{2, 7});
  CHECK(x.is_leaf());

  Tensor h = x * 1.0;
  const Tensor s = square(h);
  h.relu_();
  CHECK(contains(error_text([&] { s.sum().backward(); }),
                 "[PowBackward0] one of the variables needed for gradient computation has been modified by an inplace operation: f64[2] is at version 1; expected version 0 instead"));
  Tensor v;
  {
    const NoGradGuard guard;
    v = h.narrow(0, 0, 1);
  }
  CHECK(contains(error_text([&] { v.zero_(); }), "A view was created in no_grad mode and is being modified inplace with grad mode enabled"));
  CHECK(contains(error_text([&] { v.add_(zeros({1}, DType::float64)); }), "A view was created in no_grad mode"));
  Tensor buffer = zeros({2}, DType::float64), part;
  {
    const NoGradGuard guard;
    part = buffer.narrow(0, 0, 1);
  }
  part.fill_(3);
  CHECK(contains(error_text([&] { part.copy_(x.narrow(0, 0, 1)); }), "A view was created in no_grad mode"));

  Tensor whole = zeros({2}, DType::int64), truth = zeros({2}, DType::bool_);
  CHECK(contains(error_text([&] { whole.add_(0.5); }), "[add_] result type f32 can't be cast to the desired output type i64"));
  CHECK(contains(error_text([&] { truth.add_(whole); }), "result type i64 can't be cast to the desired output type bool"));
  CHECK(contains(error_text([&] { zeros({3}).add_(zeros({2, 3})); }), "output with shape [3] doesn't match the broadcast shape [2,3]"));
  CHECK(contains(error_text([&] { zeros({1}).expand({3}).add_(1.0); }), "more than one element of the written-to tensor refers to a single memory location"));
  whole.add_(truth);
  CHECK(whole.to_vector() == Numbers{0, 0});
}

TEST_CASE("in place: a buffer filled by its slices") {
  Tensor x = leaf({1, 2, 3}, {3});
  Tensor out = zeros({3, 2}, DType::float64);
  out.select(1, 0).copy_(x * x);
  index_put_(out, {Slice(), 1}, x * 4.0);
  CHECK(out.to_vector() == Numbers{1, 4, 4, 8, 9, 12});
  CHECK(std::string(out.grad_fn()->name()) == "CopySlices");
  (out * tensor(Numbers{1, 10, 100, 1000, 0, 0}, {3, 2})).sum().backward();
  CHECK(x.grad().to_vector() == Numbers{2 + 40, 400 + 4000, 0});
  // Written over: what was there before gets no gradient.
  x.set_grad({});
  out = x.repeat({2}).view({2, 3});
  out[0].fill_(5);
  out.sum().backward();
  CHECK(x.grad().to_vector() == Numbers{1, 1, 1});
}

TEST_CASE("in place: views of one memory follow each other") {
  Tensor x = leaf({1, 2, 3, 4}, {2, 2});
  Tensor y = x * 1.0;
  const Tensor row = y[1], flat = y.view({4}), turned = y.t();
  y.mul_(3.0);  // the base moves, its views with it
  CHECK(std::string(row.grad_fn()->name()) == "AsStridedBackward0");
  row.sum().backward({}, true);
  CHECK(x.grad().to_vector() == Numbers{0, 0, 3, 3});
  x.set_grad({});
  Tensor corner = turned[0].narrow(0, 1, 1);  // y[1][0], by way of a view of a view
  corner.mul_(x[0].narrow(0, 0, 1));          // 9 x00
  CHECK(y.to_vector() == Numbers{3, 6, 9, 12});
  (flat * tensor(Numbers{1, 10, 100, 1000})).sum().backward();
  CHECK(x.grad().to_vector() == Numbers{3 + 100 * 9, 30, 100 * 3, 3000});
  // Views that were there before their base had a gradient get one too.
  Tensor b = zeros({3}, DType::float64);
  const Tensor tail = b.narrow(0, 1, 2);
  CHECK(!tail.requires_grad());
  b.add_(x.view({4}).narrow(0, 0, 3));
  CHECK(tail.requires_grad());
  x.set_grad({});
  tail.sum().backward();
  CHECK(x.grad().to_vector() == Numbers{0, 1, 1, 0});
  // A detached tensor shares the memory, not the graph.
  Tensor z = x * 1.0;
  Tensor apart = z[0].detach();
  apart.mul_(2.0);
  CHECK(z.to_vector() == Numbers{2, 4, 3, 4});
  x.set_grad({});
  z.sum().backward();
  CHECK(x.grad().to_vector() == Numbers{1, 1, 1, 1});
}

TEST_CASE("in place: gradients of writes to views, and their gradients") {
  const Tensor x = leaf({0.3, -0.7, 1.1, 0.9, -0.4, 0.6}, {2, 3}), w = leaf({1.2, -0.5, 0.8}, {3});
  const auto fn = [](const TensorList& in) {
    Tensor y = in[0] * in[0];
    const Tensor column = y.select(1, 2);
    y[0].mul_(in[1]);
    y.t().narrow(0, 0, 2).add_(in[0].slice(1, 0, 2).t(), 0.5);
    y.slice(1, 0, 3, 2).exp_();
    Tensor(column).mul_(column.sum());
    return y * y;
  };
  CHECK(autograd::gradcheck(fn, {x, w}) == "");
  const auto gradients = [&](const TensorList& in) {
    const EnableGradGuard guard;
    const TensorList g = autograd::grad({fn(in).sum()}, {in[0], in[1]}, {}, true, true);
    return cat({g[0].reshape({6}), g[1]});
  };
  CHECK(autograd::gradcheck(gradients, {x, w}) == "");
}

TEST_CASE("in place: a source that overlaps is read before it is written") {
  Tensor t = tensor(Numbers{1, 2, 3, 4}, {2, 2});
  t.copy_(t.t());
  CHECK(t.to_vector() == Numbers{1, 3, 2, 4});
  Tensor u = tensor(Numbers{1, 2, 3, 4});
  u.narrow(0, 1, 3).copy_(u.narrow(0, 0, 3));
  CHECK(u.to_vector() == Numbers{1, 1, 2, 3});
}

}  // namespace
}  // namespace wick::test
