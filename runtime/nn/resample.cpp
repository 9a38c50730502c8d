// Padding, resizing, and layers of two inputs.

#include <cmath>

#include "nn/parameters.h"
#include "nn/python_text.h"
#include "wick/nn/init.h"
#include "wick/nn/layers.h"

namespace wick::nn {

Pad::Pad(const char* type, const char* mode, int n, const Dims& widths, double value) : padding(widths), value(value), type_(type), mode_(mode) {
  check(widths.rank() == 1 || widths.rank() == 2 * n, ErrorKind::value, "[{}] padding is {}; need one width or {}.", type, widths, 2 * n);
  if (widths.rank() == 1) padding = Dims::filled(2 * n, widths[0]);
}

std::string Pad::extra_repr() const {
  const std::string widths = py_tuple(padding);
  return std::string_view(type_).starts_with("Constant") ? str("padding={}, value={}", widths, py_number(value)) : widths;
}

std::string Upsample::extra_repr() const {
  const std::vector<double>& f = options.scale_factor;
  std::string text = str("size=", py_size(options.size));
  if (f.size() == 1) text = "scale_factor=" + py_float(f[0]);
  if (f.size() > 1) {
    text = "scale_factor=(";
    for (std::size_t i = 0; i < f.size(); ++i) text += (i ? ", " : "") + py_float(f[i]);
    text += ")";
  }
  return str("{}, mode={}", text, options.mode);
}

Bilinear::Bilinear(std::int64_t in1, std::int64_t in2, std::int64_t out, const BilinearOptions& o) : in1_features(in1), in2_features(in2), out_features(out) {
  check_positive("Bilinear", "in1_features", in1);
  check_positive("Bilinear", "in2_features", in2);
  check_positive("Bilinear", "out_features", out);
  const double bound = 1 / std::sqrt(static_cast<double>(in1));
  weight = new_parameter({out, in1, in2});
  init::uniform_(weight, -bound, bound);
  if (!o.bias) return;
  bias = new_parameter(out);
  init::uniform_(bias, -bound, bound);
}

TensorList Bilinear::forward_all(const TensorList& inputs) {
  check_inputs(type(), inputs, 2);
  return {bilinear(inputs[0], inputs[1], weight, bias)};
}

void Bilinear::visit(Visitor& v) {
  v.parameter("weight", weight);
  v.parameter("bias", bias);
}

std::string Bilinear::extra_repr() const {
  return str("in1_features={}, in2_features={}, out_features={}, bias={}", in1_features, in2_features, out_features, py_bool(bias.defined()));
}

TensorList CosineSimilarity::forward_all(const TensorList& inputs) {
  check_inputs(type(), inputs, 2);
  return {cosine_similarity(inputs[0], inputs[1], dim, eps)};
}

TensorList PairwiseDistance::forward_all(const TensorList& inputs) {
  check_inputs(type(), inputs, 2);
  return {pairwise_distance(inputs[0], inputs[1], p, eps, keepdim)};
}

}  // namespace wick::nn
