// Values by hand from the definitions of torchmetrics 1.0.

#include <doctest/doctest.h>

#include "wick/metrics.h"

namespace wick {
namespace {

// labels 0 0 0 1 1 2, predicted 0 0 1 1 0 1; class 3 neither occurs nor is predicted.
const Tensor kTarget() { return tensor<std::int64_t>({0, 0, 0, 1, 1, 2}); }
const Tensor kPreds() { return tensor<std::int64_t>({0, 0, 1, 1, 0, 1}); }

template <class M>
double value(Average average) {
  M m({.num_classes = 4, .average = average});
  m.update(kPreds(), kTarget());
  return m.compute();
}

TEST_CASE("metrics follow torchmetrics for micro, macro, weighted and per class") {
  // tp 2 1 0 0, fp 1 2 0 0, fn 1 1 1 0
  CHECK(value<Accuracy>(Average::micro) == doctest::Approx(3.0 / 6));
  CHECK(value<Accuracy>(Average::macro) == doctest::Approx((2.0 / 3 + 0.5 + 0) / 3));
  CHECK(value<Accuracy>(Average::weighted) == doctest::Approx((2.0 / 3 * 3 + 0.5 * 2 + 0) / 6));
  CHECK(value<Precision>(Average::micro) == doctest::Approx(0.5));
  CHECK(value<Precision>(Average::macro) == doctest::Approx((2.0 / 3 + 1.0 / 3 + 0) / 3));
  CHECK(value<Precision>(Average::weighted) == doctest::Approx((2.0 / 3 * 3 + 1.0 / 3 * 2) / 6));
  CHECK(value<Recall>(Average::macro) == doctest::Approx((2.0 / 3 + 0.5) / 3));
  CHECK(value<F1Score>(Average::micro) == doctest::Approx(0.5));
  CHECK(value<F1Score>(Average::macro) == doctest::Approx((2.0 / 3 + 2.0 / 5 + 0) / 3));
  CHECK(value<F1Score>(Average::weighted) == doctest::Approx((2.0 / 3 * 3 + 2.0 / 5 * 2) / 6));
  F1Score none({.num_classes = 4, .average = Average::none});
  none.update(kPreds(), kTarget());
  const auto per_class = none.compute_per_class();
  REQUIRE(per_class.size() == 4);
  CHECK(per_class[1] == doctest::Approx(0.4));
  CHECK(per_class[3] == 0);
  CHECK_THROWS_AS(none.compute(), Error);
}

TEST_CASE("metrics add up over batches, merge and reset") {
  ConfusionMatrix whole(4), a(4), b(4);
  whole.update(kPreds(), kTarget());
  a.update(kPreds().narrow(0, 0, 2), kTarget().narrow(0, 0, 2));
  b.update(kPreds().narrow(0, 2, 4), kTarget().narrow(0, 2, 4));
  a.merge(b);
  CHECK(a.compute().to_vector() == whole.compute().to_vector());
  CHECK(whole.total() == 6);
  CHECK(whole.count(2, 1) == 1);
  whole.reset();
  CHECK(whole.total() == 0);
  Recall none_seen({.num_classes = 3});
  CHECK(none_seen.compute() == 0);
}

TEST_CASE("scores, logits and classes are predictions; negative labels are passed over") {
  ConfusionMatrix m(2);
  m.update(tensor<float>({0.1f, 0.9f, 3, 1}, {2, 2}), tensor<std::int64_t>({1, 1}));
  m.update(tensor<float>({-2, 2}), tensor<std::int64_t>({0, 1}));
  m.update(tensor<float>({-2, 2}, {2, 1}), tensor<float>({0, 0}, {2, 1}));
  m.update(tensor<std::int64_t>({1, 1}), tensor<std::int64_t>({-100, 1}));
  CHECK(m.compute().to_vector() == std::vector<double>{2, 1, 1, 3});
}

TEST_CASE("metrics name what is out of range") {
  ConfusionMatrix m(3);
  CHECK_THROWS_WITH_AS(m.update(tensor<std::int64_t>({0, 1}), tensor<std::int64_t>({0, 12})),
                       "[ConfusionMatrix] label 12 at row 1 is out of range; need 0 <= label < 3.", Error);
  CHECK(m.total() == 0);
  CHECK_THROWS_AS(m.update(tensor<std::int64_t>({0}), tensor<std::int64_t>({0, 1})), Error);
  CHECK_THROWS_AS(average_from_name("mean"), Error);
}

}  // namespace
}  // namespace wick
