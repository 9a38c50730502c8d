#include "nn/python_text.h"

#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace wick::nn {

std::string py_float(double v) {
  if (std::isnan(v)) return "nan";
  if (std::isinf(v)) return v > 0 ? "inf" : "-inf";
  char text[48];
  int digits = 1;  // the fewest that read back as v, as Python's repr
  for (; digits < 17; ++digits) {
    std::snprintf(text, sizeof text, "%.*e", digits - 1, v);
    if (std::strtod(text, nullptr) == v) break;
  }
  std::snprintf(text, sizeof text, "%.*e", digits - 1, v);
  std::string out = text;
  const int exponent = std::atoi(out.c_str() + out.find('e') + 1);
  if (exponent < -4 || exponent >= 16) return out;
  const int decimals = digits - 1 - exponent;
  std::snprintf(text, sizeof text, "%.*f", decimals > 1 ? decimals : 1, v);
  return text;
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
