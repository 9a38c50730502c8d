#include "wick/toys.h"

#include <cmath>

#include "exact_math.h"
#include "wick/error.h"
#include "wick/philox.h"

namespace wick {
namespace {

struct Spot {
  double x, y;
};

Spot on_circle(double radius, double turns) {
  const exact::SinCos at = exact::sin_cos_turns(turns);
  return {radius * at.cos, radius * at.sin};
}

/// The point without noise. Spread evenly over area or arc, not over the parameter.
Spot clean_point(ToyKind kind, const ToyOptions& o, int label, int n_classes, PhiloxStream& random) {
  const double share = static_cast<double>(label) / n_classes;
  switch (kind) {
    case ToyKind::spiral: {
      // sqrt: an arm's arc grows with the radius. It starts off the centre, where the arms would touch.
      const double t = std::sqrt(0.01 + 0.99 * random.uniform());
      return on_circle(0.95 * t, share + t * o.turns);
    }
    case ToyKind::moons: {
      const Spot p = on_circle(1, 0.5 * random.uniform());
      // Half circles of radius 1 around (0, 0) and (1, 0.5), then fitted to the square.
      const Spot q = label == 0 ? p : Spot{1 - p.x, 0.5 - p.y};
      return {0.6 * (q.x - 0.5), 0.6 * (q.y - 0.25)};
    }
    case ToyKind::circles:
      return on_circle(0.9 * (label + 1) / n_classes, random.uniform());
    case ToyKind::xor_: {
      const double side_x = random.word() & 1 ? 1 : -1, side_y = label == 1 ? -side_x : side_x;
      const double span = 0.95 - o.margin;
      const double x = o.margin + span * random.uniform(), y = o.margin + span * random.uniform();
      return {side_x * x, side_y * y};
    }
    case ToyKind::blobs: {
      const Spot centre = on_circle(0.6, share + 0.125);
      // Own spread beside the noise, smaller where more clouds share the circle.
      const double spread = 0.36 / (n_classes + 1);
      const double x = centre.x + spread * exact::normal(random), y = centre.y + spread * exact::normal(random);
      return {x, y};
    }
  }
  fail(ErrorKind::value, "[toy_points] kind is {}; need 0 to 4.", static_cast<int>(kind));
}

}  // namespace

int toy_classes(ToyKind kind, const ToyOptions& options) {
  return kind == ToyKind::moons || kind == ToyKind::xor_ ? 2 : options.n_classes;
}

void toy_points(ToyKind kind, const ToyOptions& o, std::uint64_t seed, std::int64_t n, float* xy,
                std::int64_t* label) {
  const int n_classes = toy_classes(kind, o);
  check(n_classes >= 2, ErrorKind::value, "[toy_points] n_classes is {}; need 2 or more.", n_classes);
  const auto check_amount = [](const char* name, float value, float most) {
    check(value >= 0 && value <= most, ErrorKind::value, "[toy_points] {} is {}; need 0 to {}.", name, static_cast<double>(value),
          static_cast<double>(most));
  };
  check_amount("noise", o.noise, 1e3f);
  check_amount("turns", o.turns, 1e3f);
  check_amount("margin", o.margin, 0.9f);
  for (std::int64_t i = 0; i < n; ++i) {
    PhiloxStream random(seed, static_cast<std::uint64_t>(i));
    const int k = static_cast<int>(i % n_classes);
    const Spot p = clean_point(kind, o, k, n_classes, random);
    const double noise_x = o.noise * exact::normal(random), noise_y = o.noise * exact::normal(random);
    xy[2 * i] = static_cast<float>(p.x + noise_x);
    xy[2 * i + 1] = static_cast<float>(p.y + noise_y);
    if (label) label[i] = k;
  }
}

}  // namespace wick
