#include "wick/nn/layers.h"

#include "nn/python_text.h"

namespace wick::nn {

Dropout::Dropout(double probability) : p(probability) {
  check(p >= 0 && p <= 1, ErrorKind::value, "[Dropout] p is {}; need 0 <= p <= 1.", p);
}

std::string Dropout::extra_repr() const { return str("p={}, inplace=False", py_float(p)); }

}  // namespace wick::nn
