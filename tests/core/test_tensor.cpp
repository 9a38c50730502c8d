#include <doctest/doctest.h>

#include <functional>

#include "wick/memory.h"
#include "wick/ops.h"
#include "wick/registry.h"

namespace wick::test {
namespace {

std::string error_text(const std::function<void()>& fn) {
  try {
    fn();
  } catch (const Error& e) {
    return e.what();
  }
  return "(nothing thrown)";
}
bool contains(const std::string& text, const char* part) { return text.find(part) != std::string::npos; }
using Values = std::vector<double>;

TEST_CASE("shape: sizes are computed with checks") {
  CHECK(numel({2, 3, 4}) == 24);
  CHECK(numel({}) == 1);
  CHECK(numel({std::int64_t{1} << 62, 0}) == 0);
  CHECK(contains(error_text([] { numel({std::int64_t{1} << 40, std::int64_t{1} << 30}); }), "does not fit a 63-bit size"));
  // A zero among the sizes does not hide an overflow of the others.
  CHECK(contains(error_text([] { numel({std::int64_t{1} << 40, 0, std::int64_t{1} << 40}); }), "does not fit"));
  CHECK(contains(error_text([] { numel({2, -1}); }), "sizes must be >= 0"));
  CHECK(contains(error_text([] { checked_add(std::int64_t{1} << 62, std::int64_t{1} << 62); }), "does not fit"));
  CHECK(broadcast_shapes("t", {3, 1, 4}, {2, 1}) == Shape{3, 2, 4});
}

TEST_CASE("dtype: promotion follows PyTorch") {
  CHECK(promote_types(DType::int64, DType::float32) == DType::float32);
  CHECK(promote_types(DType::uint8, DType::int32) == DType::int32);
  CHECK(promote_types(DType::float16, DType::bfloat16) == DType::float32);
  const Tensor i = tensor(std::vector<int>{1, 2}), f = tensor(std::vector<float>{1, 2});
  CHECK((i + f).dtype() == DType::float32);
  CHECK((i + 1.0).dtype() == DType::int64);
  CHECK((i + 1.5).dtype() == DType::float32);
  CHECK((i / i).dtype() == DType::float32);
  CHECK((f + zeros({}, DType::float64)).dtype() == DType::float32);
  CHECK((i + zeros({}, DType::float64)).dtype() == DType::float64);
  CHECK((f.to(DType::float64) * 0.1).dtype() == DType::float64);
  CHECK((f.to(DType::float64) * 0.1).to_vector()[0] == 0.1);
}

TEST_CASE("views share storage, copies do not") {
  Tensor x = arange(0, 6, 1, DType::float32);
  Tensor v = x.view({2, 3});
  CHECK(v.t().strides() == Dims{1, 3});
  v.select(0, 1).fill_(9);
  CHECK(x.to_vector() == Values{0, 1, 2, 9, 9, 9});
  CHECK(x.version() == 1);
  CHECK(v.t().reshape({6}).to_vector() == Values{0, 9, 1, 9, 2, 9});
  CHECK(v.slice(1, -2, 100).to_vector() == Values{1, 2, 9, 9});
  CHECK(v.expand({2, 2, 3}).to_vector().size() == 12);
  CHECK(v.unsqueeze(-1).shape() == Shape{2, 3, 1});
  CHECK(v.unsqueeze(0).squeeze().shape() == Shape{2, 3});
  CHECK(v[1].to_vector() == Values{9, 9, 9});
  Tensor c = v.clone();
  c.zero_();
  CHECK(x.to_vector()[1] == 1);
  CHECK(v.permute({1, 0}).contiguous().is_contiguous());
  // Dimensions that are contiguous among themselves join, others do not.
  Tensor big = zeros({4, 3, 2});
  CHECK(big.narrow(0, 1, 2).view({6, 2}).shape() == Shape{6, 2});
  CHECK(big.select(1, 0).view({4, 2, 1}).shape() == Shape{4, 2, 1});
  CHECK(contains(error_text([&] { big.transpose(0, 1).view({24}); }), "use reshape()"));
}

TEST_CASE("in-place writes convert and broadcast") {
  Tensor x = zeros({2, 3});
  x.copy_(tensor(std::vector<int>{1, 2, 3}));
  x.add_(1.0).mul_(2.0).sub_(tensor(std::vector<float>{1, 1}, {2, 1})).div_(2.0);
  CHECK(x.to_vector() == Values{1.5, 2.5, 3.5, 1.5, 2.5, 3.5});
  CHECK(contains(error_text([&] { x.add_(zeros({4, 2, 3})); }), "output with shape [2,3] doesn't match the broadcast shape [4,2,3]"));
  x.t().select(0, 0).fill_(0);
  CHECK(x.to_vector() == Values{0, 2.5, 3.5, 0, 2.5, 3.5});
}

TEST_CASE("memory: a limit is an error that leaves everything usable, and cached blocks come back") {
  empty_cache();
  const MemoryStats before = memory_stats();
  set_memory_limit(before.used + before.cached + (1 << 20));
  CHECK(contains(error_text([] { zeros({1 << 22}); }), "bytes asked for with"));
  CHECK(ones({100}).sum().item() == 100);
  set_memory_limit(0);
  { const Tensor t = zeros({1 << 16}); }
  const auto calls = memory_stats().system_calls;
  { const Tensor t = zeros({1 << 16}); }
  CHECK(memory_stats().system_calls == calls);
  CHECK(memory_stats().used == before.used);
}

TEST_CASE("random: a stream is seed and counter") {
  Generator a(42), b(42);
  const Tensor x = randn({5}, DType::float32, &a);
  CHECK(randn({5}, DType::float32, &b).to_vector() == x.to_vector());
  CHECK(a.offset() == 2);
  const Tensor next = rand({3}, DType::float32, &a);
  Generator c;
  c.set_state(42, 2);
  CHECK(rand({3}, DType::float32, &c).to_vector() == next.to_vector());
  const auto order = randperm(100).to_vector();
  std::vector<bool> seen(100);
  for (double v : order) seen[static_cast<std::size_t>(v)] = true;
  for (bool s : seen) CHECK(s);
  const Tensor n = randn({20000});
  CHECK(n.mean().item() == doctest::Approx(0).epsilon(0.03));
  CHECK(n.var().item() == doctest::Approx(1).epsilon(0.03));
}

// In wasm these bytes are a multiple of 2^32, so a cut-off size would be 0 and the block far too small.
TEST_CASE("memory: a tensor beyond what the machine can address is refused") {
  CHECK(contains(error_text([] { empty({std::int64_t{1} << 30, std::int64_t{1} << 30}); }), "more than this machine can address"));
  if (sizeof(std::size_t) == 4) CHECK(contains(error_text([] { empty({12000, 128, 28, 28}); }), "more than this machine can address"));
}

TEST_CASE("text: numbers print in the shortest form that reads back") {
  CHECK(to_text(0.1) == "0.1");
  CHECK(to_text(1.0 / 3) == "0.3333333333333333");
  CHECK(to_text(1e300) == "1e+300");
  CHECK(to_text(zeros({2, 3}, DType::bool_)) == "bool[2,3]");
}

TEST_CASE("registry: an unknown op names its nearest") {
  CHECK(contains(error_text([] { call_op("sofmax", {}); }), "Did you mean softmax"));
  CHECK(find_op("conv2d")->parameters().size() == 7);
}

}  // namespace
}  // namespace wick::test
