// Numbers and their text against the C library, which both systems have.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <random>
#include <string>

#include "core/number.h"
#include "wick/error.h"

namespace {

using namespace wick;

std::uint64_t bits_of(double v) {
  std::uint64_t bits;
  std::memcpy(&bits, &v, sizeof bits);
  return bits;
}

std::string printed(const char* pattern, int digits, double v) {
  char text[2000];
  std::snprintf(text, sizeof text, pattern, digits, v);
  return text;
}

void check_parse(const std::string& text) {
  CAPTURE(text);
  double v = 12345;
  CHECK(parse_double(text, v));
  CHECK(bits_of(v) == bits_of(std::strtod(text.c_str(), nullptr)));
}

// Of all sizes: any bits, numbers of [0, 1), floats, integers, tiny ones.
double some_double(std::mt19937_64& rng, int i) {
  const std::uint64_t r = rng();
  const double unit = static_cast<double>(r >> 11) * 0x1p-53;
  std::uint64_t bits = r;
  if (i % 5 == 1) return unit;
  if (i % 5 == 2) return static_cast<float>(unit * 2 - 1);
  if (i % 5 == 3) return static_cast<double>(r >> r % 60);
  if (i % 5 == 4) bits >>= 12 + r % 52;
  double v;
  std::memcpy(&v, &bits, sizeof v);
  return std::isfinite(v) ? v : unit;
}

}  // namespace

TEST_CASE("numbers are written as printf writes them") {
  std::mt19937_64 rng(1);
  for (int i = 0; i < 20000; ++i) {
    const double v = some_double(rng, i);
    const int digits = 1 + static_cast<int>(rng() % 18);
    CHECK(general_text(v, digits) == printed("%.*g", digits, v));
  }
  for (const double v : {0.0, -0.0, 1.0, 0.5, 2.5, 9.9999995, 999999.5, 1e-5, 1e22, 5e-324, 1.7976931348623157e308})
    for (int digits = 1; digits <= 18; ++digits) CHECK(general_text(v, digits) == printed("%.*g", digits, v));
  CHECK(general_text(std::nan(""), 6) == "nan");
  CHECK(general_text(-std::numeric_limits<double>::infinity(), 6) == "-inf");
  CHECK(general_text(123456, 2, 16) == "120000");
}

TEST_CASE("text of a number reads back as the same number") {
  std::mt19937_64 rng(2);
  for (int i = 0; i < 5000; ++i) {
    const double v = some_double(rng, i);
    CHECK(bits_of(std::strtod(to_text(v).c_str(), nullptr)) == bits_of(v));
    check_parse(printed("%.*g", 17, v));
  }
  CHECK(to_text(0.1) == "0.1");
  CHECK(to_text(1.0 / 3) == "0.3333333333333333");
  CHECK(to_text(1e100) == "1e+100");
  CHECK(to_text(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(to_text(std::numeric_limits<std::uint64_t>::max()) == "18446744073709551615");
}

TEST_CASE("decimal numbers are rounded to the nearest double, ties to even") {
  for (const char* text : {"0", "-0", "1.", ".5", "+2", "00012.500", "1E5", "1e-5", "9007199254740993", "9007199254740992.9999999999999999999999999", "1e23",
                           "9007199254740993.00000000000000000000000000000001", "4.9e-324", "2.4703282292062327e-324", "2.4703282292062328e-324", "1e400", "-1e400", "1e-400",
                           "2.2250738585072011e-308", "2.2250738585072014e-308", "1.7976931348623158e308", "1.7976931348623159e308", "1e99999999999999999999", "1e-99999999999999999999"})
    check_parse(text);
  std::mt19937_64 rng(3);
  for (int i = 0; i < 1000; ++i) {
    const std::uint64_t m = std::uint64_t{1} << 52 | rng() >> 12;  // doubles lie one apart, the middles at .5
    for (const char* tail : {".5", ".50", ".500000000000000000000000001", ".499999999999999999999999999", ".5e0", ".5e-300", ".5e+200"})
      check_parse(std::to_string(m) + tail);
    check_parse(std::to_string((2 * m + 1) << rng() % 10));
  }
  for (int zeros : {1, 100, 760, 780, 800, 820, 2000}) {  // a tie but for one digit far behind
    const std::string tail = std::string(static_cast<std::size_t>(zeros), '0');
    check_parse("9007199254740993." + tail);
    check_parse("9007199254740993." + tail + "1");
    check_parse("65067093987305700." + tail + "1");
    check_parse("0." + tail + "1e" + std::to_string(zeros));
  }
}

TEST_CASE("what is no number is refused and changes nothing") {
  double v = 3;
  for (const char* text : {"", "+", "-", ".", "e5", "1e", "1e+", "1..2", "1.2.3", " 1", "1 ", "0x10", "inf", "nan", "--1", "1e5.", "+-1", "1,5"}) {
    CAPTURE(text);
    CHECK(!parse_double(text, v));
  }
  CHECK(v == 3);
  std::uint64_t n = 7;
  for (const char* text : {"", "-1", "1a", "18446744073709551616", "99999999999999999999", " 1"}) CHECK(!parse_uint(text, n));
  CHECK(n == 7);
  CHECK(parse_uint("18446744073709551615", n));
  CHECK(n == 18446744073709551615u);
}
