// Every activation that is made of other ops, frozen behind a layer.

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "wick/freeze.h"
#include "wick/nn.h"
#include "wick/recipe.h"

using namespace wick;

TEST_CASE("freeze: activations made of other ops") {
  manual_seed(21);
  for (const char* type : {"CELU", "Hardshrink", "Hardsigmoid", "Hardswish", "Hardtanh", "LogSigmoid", "Mish", "PReLU", "ReLU6", "RReLU", "SELU", "Softshrink",
                           "Softsign", "Tanhshrink", "GLU", "Dropout1d", "AlphaDropout"}) {
    CAPTURE(type);
    const nn::ModulePtr model = make_module(std::string(R"({"type":"Sequential","layers":[{"type":"Linear","in_features":5,"out_features":6},")") + type + "\"]}");
    model->eval();
    const Tensor x = randn({4, 5}) * 3.0;
    FrozenModel frozen = freeze(*model, x);
    for (const std::int64_t n : {4, 1, 7}) {
      const Tensor input = randn({n, 5}) * 3.0;
      const std::vector<double> want = (*model)(input).to_vector(), got = frozen(input).to_vector();
      REQUIRE(want.size() == got.size());
      for (std::size_t i = 0; i < want.size(); ++i) CHECK(std::fabs(want[i] - got[i]) <= 1e-5 * (1 + std::fabs(want[i])));
    }
  }
}
