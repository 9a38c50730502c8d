#include "nn/python_text.h"

#include "core/number.h"

namespace wick::nn {

std::string py_float(double v) {
  std::string text;
  for (int digits = 1; digits <= 17; ++digits) {  // the fewest that read back as v
    text = general_text(v, digits, 16);
    double back;
    if (!parse_double(text, back)) return text;  // nan, inf
    if (back == v) break;
  }
  return text.find_first_of(".e") == text.npos ? text + ".0" : text;
}

std::string py_number(double v) {
  const std::string text = py_float(v);
  return text.ends_with(".0") ? text.substr(0, text.size() - 2) : text;
}

std::string py_tuple(const Dims& d) {
  std::string out = "(";
  for (int i = 0; i < d.rank(); ++i) out += str(i ? ", " : "", d[i]);
  return out + (d.rank() == 1 ? ",)" : ")");
}

std::string py_size(const Dims& d) { return d.rank() == 1 ? str(d[0]) : py_tuple(d); }

}  // namespace wick::nn
