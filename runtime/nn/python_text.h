#pragma once
// Values as Python prints them, for the printout of modules.

#include <string>

#include "wick/shape.h"

namespace wick::nn {

std::string py_float(double v);        // 0.1, 1e-05, 2.0
std::string py_number(double v);       // as py_float, but 2 for 2.0: an argument that was given as an int
inline const char* py_bool(bool v) { return v ? "True" : "False"; }
std::string py_tuple(const Dims& d);   // (3, 3), (5,)
std::string py_size(const Dims& d);    // 3 for one size, else a tuple

}  // namespace wick::nn
