#include "core/number.h"

#include <cmath>
#include <cstring>
#include <limits>

#include "wick/error.h"

namespace wick {

namespace {

constexpr double kInf = std::numeric_limits<double>::infinity();

// 0.d1d2d3... * 10^point, exact. A double has at most 767 digits, and so has the middle of two neighbours, give or take one;
// of a longer text only whether anything follows can matter. Source: Nigel Tao, "simple decimal conversion".
class Decimal {
 public:
  explicit Decimal(double v);  // of |v|, which is finite
  Decimal() = default;
  bool read(std::string_view text);  // digits, point and exponent, without a sign
  void round(int keep);              // half to even
  double value();

  int size() const { return n_; }
  int point() const { return point_; }
  char digit(int i) const { return static_cast<char>('0' + (i >= 0 && i < n_ ? digits_[i] : 0)); }

 private:
  static constexpr int kMax = 800, kRoom = 19, kBits = 59;  // a shift by 59 bits adds at most 18 digits
  void shift(int bits);                                     // times 2^bits, |bits| <= kBits
  void multiply(int bits);
  void divide(int bits);
  void append(unsigned digit);
  void trim();
  std::uint64_t whole(int n) const;  // the first n digits as a number

  std::uint8_t digits_[kMax + kRoom];
  int n_ = 0, point_ = 0;
  bool more_ = false;  // digits other than 0 were dropped behind the last one
};

Decimal::Decimal(double v) {
  std::uint64_t bits;
  std::memcpy(&bits, &v, sizeof bits);
  const int exponent = static_cast<int>(bits >> 52 & 2047);
  std::uint64_t mantissa = bits & ((std::uint64_t{1} << 52) - 1);
  if (exponent) mantissa |= std::uint64_t{1} << 52;
  for (int i = kRoom; i-- > 0; mantissa /= 10) digits_[i] = static_cast<std::uint8_t>(mantissa % 10);
  n_ = point_ = kRoom;
  trim();
  for (int left = (exponent ? exponent : 1) - 1075; left && n_;) {
    const int step = left > kBits ? kBits : left < -kBits ? -kBits : left;
    shift(step);
    left -= step;
  }
}

void Decimal::append(unsigned digit) {
  if (n_ == 0 && digit == 0) --point_;
  else if (n_ < kMax) digits_[n_++] = static_cast<std::uint8_t>(digit);
  else more_ |= digit != 0;
}

void Decimal::trim() {
  int zeros = 0;
  while (zeros < n_ && digits_[zeros] == 0) ++zeros;
  std::memmove(digits_, digits_ + zeros, static_cast<std::size_t>(n_ -= zeros));
  point_ -= zeros;
  for (; n_ > kMax; --n_) more_ |= digits_[n_ - 1] != 0;
  while (n_ && digits_[n_ - 1] == 0) --n_;
}

void Decimal::multiply(int bits) {
  std::uint64_t carry = 0;
  for (int i = n_ + kRoom; i-- > 0; carry /= 10) {
    if (i >= kRoom) carry += std::uint64_t{digits_[i - kRoom]} << bits;
    digits_[i] = static_cast<std::uint8_t>(carry % 10);
  }
  n_ += kRoom;
  point_ += kRoom;
  trim();
}

void Decimal::divide(int bits) {
  std::uint64_t rest = 0;
  const int n = n_;
  n_ = 0;  // quotient digits overwrite those already used
  for (int i = 0; i < n || rest; ++i) {
    rest = rest * 10 + (i < n ? digits_[i] : 0);
    append(static_cast<unsigned>(rest >> bits));
    rest &= (std::uint64_t{1} << bits) - 1;
  }
  trim();
}

void Decimal::shift(int bits) { bits < 0 ? divide(-bits) : multiply(bits); }

void Decimal::round(int keep) {
  if (keep >= n_) return;
  const bool odd = keep > 0 && digits_[keep - 1] % 2;
  const bool up = digits_[keep] > 5 || (digits_[keep] == 5 && (odd || more_ || keep + 1 < n_));
  n_ = keep;
  if (!up) return trim();
  while (n_ && digits_[n_ - 1] == 9) --n_;
  if (n_) {
    ++digits_[n_ - 1];
  } else {
    digits_[n_++] = 1;
    ++point_;
  }
}

std::uint64_t Decimal::whole(int n) const {
  std::uint64_t v = 0;
  for (int i = 0; i < n; ++i) v = v * 10 + static_cast<unsigned>(digit(i) - '0');
  return v;
}

bool Decimal::read(std::string_view text) {
  std::size_t i = 0;
  bool any = false, fraction = false;
  std::int64_t scale = 0;  // powers of ten besides what point_ counts
  for (; i < text.size(); ++i) {
    const unsigned digit = static_cast<unsigned char>(text[i]) - '0';
    if (text[i] == '.' && !fraction) fraction = true;
    else if (digit > 9) break;
    else {
      append(digit);
      any = true;
      scale += !fraction;
    }
  }
  if (!any) return false;
  if (i < text.size()) {
    if (text[i] != 'e' && text[i] != 'E') return false;
    const bool negative = ++i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (i == text.size()) return false;
    std::int64_t exponent = 0;
    for (; i < text.size(); ++i) {
      const unsigned digit = static_cast<unsigned char>(text[i]) - '0';
      if (digit > 9) return false;
      if (exponent < 1'000'000'000'000) exponent = exponent * 10 + digit;
    }
    scale += negative ? -exponent : exponent;
  }
  scale += point_;
  point_ = scale > 9999 ? 9999 : scale < -9999 ? -9999 : static_cast<int>(scale);
  trim();
  return true;
}

double Decimal::value() {
  if (n_ == 0 || point_ < -330) return 0;
  if (point_ > 310) return kInf;
  // Few digits and a power of ten that is exact in double: one rounding, by the processor.
  const int power = point_ - n_;
  if (!more_ && n_ <= 15 && power >= -22 && power <= 22) {
    double scale = 1;
    for (int i = power < 0 ? -power : power; i > 0; --i) scale *= 10;
    const auto v = static_cast<double>(whole(n_));
    return power < 0 ? v / scale : v * scale;
  }
  int exponent = 0;  // brings this to 1/2 <= this < 1; the number is this * 2^exponent
  while (point_ != 0 || digits_[0] < 5) {
    int bits = point_ > 1 ? 3 - 3 * point_ : point_ == 1 ? -1 : point_ < 0 ? -3 * point_ : 1;  // 8^n < 10^n: never too far
    if (bits > kBits) bits = kBits;
    if (bits < -kBits) bits = -kBits;
    shift(bits);
    exponent -= bits;
  }
  if (exponent > 1024) return kInf;
  const int kept = exponent < -1021 ? exponent + 1074 : 53;  // bits of the mantissa; fewer below the smallest normal number
  if (kept < 0) return 0;
  shift(kept);
  round(point_);
  std::uint64_t bits = whole(point_);
  // Rounding up to 2^53 carries into the exponent, as it should.
  if (kept == 53) bits += static_cast<std::uint64_t>(exponent + 1021) << 52;
  double v;
  std::memcpy(&v, &bits, sizeof v);
  return v;
}

}  // namespace

std::string general_text(double v, int digits, int fixed_below) {
  if (std::isnan(v)) return "nan";
  if (std::isinf(v)) return v > 0 ? "inf" : "-inf";
  Decimal d(v);
  d.round(digits);
  const int exponent = d.size() ? d.point() - 1 : 0;
  const bool scientific = exponent < -4 || exponent >= fixed_below;
  const int zeros = !scientific && exponent < 0 ? -exponent : 0;      // in front of the digits
  const int whole = !scientific && exponent > 0 ? exponent + 1 : 1;   // places before the point
  std::string out;
  if (std::signbit(v)) out += '-';
  for (int i = 0; i < whole || i < zeros + d.size(); ++i) {
    if (i == whole) out += '.';
    out += d.digit(i - zeros);
  }
  if (scientific) {
    const int e = exponent < 0 ? -exponent : exponent;
    out += exponent < 0 ? "e-" : "e+";
    if (e < 10) out += '0';
    out += to_text(e);
  }
  return out;
}

std::string to_text(double v) {
  std::string text;
  for (const int digits : {6, 9, 12, 15, 16, 17}) {
    text = general_text(v, digits);
    double back;
    if (!parse_double(text, back) || back == v) break;  // no number: nan, inf
  }
  return text;
}

bool parse_double(std::string_view text, double& v) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative || (!text.empty() && text[0] == '+')) text.remove_prefix(1);
  Decimal d;
  if (!d.read(text)) return false;
  const double magnitude = d.value();
  v = negative ? -magnitude : magnitude;
  return true;
}

bool parse_uint(std::string_view text, std::uint64_t& v) {
  std::uint64_t n = 0;
  for (const char c : text) {
    const unsigned digit = static_cast<unsigned char>(c) - '0';
    if (digit > 9 || __builtin_mul_overflow(n, 10u, &n) || __builtin_add_overflow(n, digit, &n)) return false;
  }
  if (text.empty()) return false;
  v = n;
  return true;
}

}  // namespace wick
