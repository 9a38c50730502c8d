#pragma once
// Numbers and their decimal text, exact in both directions and the same on every system: no locale, no C library.

#include <cstdint>
#include <string>
#include <string_view>

namespace wick {

/// v rounded to so many significant digits, as printf writes it for "%.{digits}g". Numbers of fixed_below digits and more
/// before the point get an exponent; printf's rule is fixed_below = digits.
std::string general_text(double v, int digits, int fixed_below);
inline std::string general_text(double v, int digits) { return general_text(v, digits, digits); }

/// The double next to the decimal number "-12.5e-3" (a tie goes to the even one): inf when it is too large, 0 when too small.
/// False, with v as it was, when the text is anything else: blanks, hexadecimal, "inf", nothing.
bool parse_double(std::string_view text, double& v);

/// False when the text is not digits alone or the number is above 2^64 - 1.
bool parse_uint(std::string_view text, std::uint64_t& v);

}  // namespace wick
