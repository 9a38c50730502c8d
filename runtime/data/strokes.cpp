#include "wick/strokes.h"

#include <algorithm>
#include <cmath>

#include "exact_math.h"
#include "stroke_glyphs.h"
#include "wick/error.h"
#include "wick/philox.h"

// The glyph's control points are blended, jittered, joined by a spline, bent and sheared as a whole, scaled so that the
// ink fits 20x20, and painted by distance to the nearest line segment. Only + - * / and sqrt: see exact_math.h.

namespace wick {
namespace {

constexpr int kInkSide = 20;      // the ink's longer side in MNIST
constexpr int kStepsPerSpan = 7;  // line segments between two control points
constexpr int kMaxPoints = 32;    // control points of a glyph
constexpr int kMaxStrokes = 4;

struct Point {
  float x, y;
  friend Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
  friend Point operator-(Point a, Point b) { return {a.x - b.x, a.y - b.y}; }
  friend Point operator*(float s, Point a) { return {s * a.x, s * a.y}; }
};

float length(Point a) { return std::sqrt(a.x * a.x + a.y * a.y); }

/// Roughly normal with deviation 1, within +-3.5: the four bytes of a word, added.
float bell(PhiloxStream& random) {
  const std::uint32_t w = random.word();
  const int sum = static_cast<int>((w & 255) + (w >> 8 & 255) + (w >> 16 & 255) + (w >> 24));
  return static_cast<float>(sum - 510) * (1.0f / 147.8f);
}

struct Shape {
  Point points[kMaxPoints];
  bool corner[kMaxPoints];
  int ends[kMaxStrokes];  // one past the last point of each stroke
  int n_points = 0, n_strokes = 0;
};

constexpr int count(const char* text, char c) {
  int n = 0;
  for (; *text; ++text) n += *text == c;
  return n;
}

/// Blending needs the same structure in every shape of a family.
constexpr bool families_are_sound() {
  for (const GlyphFamily& family : kGlyphFamilies) {
    for (const char* shape : family.shapes) {
      if (!shape) continue;
      for (char c : {',', ';', '!'}) {
        if (count(shape, c) != count(family.shapes[0], c)) return false;
      }
      if (count(shape, ',') > kMaxPoints || count(shape, ';') >= kMaxStrokes) return false;
    }
  }
  return true;
}
static_assert(families_are_sound());

Shape parse(const char* text) {
  Shape shape;
  const auto number = [&] {
    int v = 0;
    while (*text >= '0' && *text <= '9') v = v * 10 + (*text++ - '0');
    return static_cast<float>(v);
  };
  while (*text) {
    Point& p = shape.points[shape.n_points];
    p.x = number();
    ++text;  // ','
    p.y = number();
    shape.corner[shape.n_points++] = *text == '!';
    if (*text == '!') ++text;
    if (*text == ';' || !*text) shape.ends[shape.n_strokes++] = shape.n_points;
    while (*text == ';' || *text == ' ') ++text;
  }
  return shape;
}

Shape pick_shape(int digit, PhiloxStream& random) {
  int total = 0;
  for (const GlyphFamily& f : kGlyphFamilies) total += f.digit == digit ? f.weight : 0;
  int at = static_cast<int>(random.uniform() * static_cast<float>(total));
  const GlyphFamily* family = nullptr;
  for (const GlyphFamily& f : kGlyphFamilies) {
    if (f.digit != digit) continue;
    family = &f;
    at -= f.weight;
    if (at < 0) break;
  }
  int n_shapes = 0;
  while (n_shapes < 5 && family->shapes[n_shapes]) ++n_shapes;
  const auto pick = [&] { return family->shapes[static_cast<int>(random.uniform() * static_cast<float>(n_shapes))]; };
  Shape a = parse(pick());
  const Shape b = parse(pick());
  const float t = random.uniform(-0.25f, 1.25f);  // somewhat beyond both
  for (int i = 0; i < a.n_points; ++i) a.points[i] = a.points[i] + t * (b.points[i] - a.points[i]);
  return a;
}

/// Moves whole strokes and single points.
void jitter(Shape& shape, float amount, PhiloxStream& random) {
  int first = 0;
  for (int s = 0; s < shape.n_strokes; ++s) {
    const int end = shape.ends[s];
    Point centre{0, 0};
    for (int i = first; i < end; ++i) centre = centre + shape.points[i];
    centre = (1.0f / static_cast<float>(end - first)) * centre;
    const Point shift{2.2f * amount * bell(random), 2.2f * amount * bell(random)};
    const float scale_x = 1 + 0.05f * amount * bell(random), scale_y = 1 + 0.05f * amount * bell(random);
    for (int i = first; i < end; ++i) {
      const bool is_end = i == first || i == end - 1;
      const float wobble = (is_end ? 4.5f : 2.8f) * amount;
      Point& p = shape.points[i];
      p = {centre.x + scale_x * (p.x - centre.x) + shift.x + wobble * bell(random),
           centre.y + scale_y * (p.y - centre.y) + shift.y + wobble * bell(random)};
    }
    first = end;
  }
}

using Line = std::vector<Point>;

/// Centripetal Catmull-Rom spline through points[first, end): no loops of its own however uneven the spacing
/// (Yuksel, Schaefer, Keyser 2011). At a corner the tangents point at the neighbours, less so with `softness`.
Line spline(const Shape& shape, int first, int end, float softness) {
  Line line;
  line.push_back(shape.points[first]);
  const auto tangent = [&](int i, int side) {  // times the span's knot interval; side -1: arriving, +1: leaving
    const Point p = shape.points[i];
    const bool has_before = i > first, has_after = i + 1 < end;
    const Point before = has_before ? p - shape.points[i - 1] : shape.points[i + 1] - p;
    const Point after = has_after ? shape.points[i + 1] - p : before;
    const float h0 = std::sqrt(length(before)) + 1e-3f, h1 = std::sqrt(length(after)) + 1e-3f;
    const float h = side < 0 ? h0 : h1;
    const Point chord = side < 0 ? before : after;
    if (!has_before || !has_after) return chord;
    const Point smooth = (h / (h0 + h1)) * ((h1 / h0) * before + (h0 / h1) * after);
    return shape.corner[i] ? chord + softness * (smooth - chord) : smooth;
  };
  for (int i = first; i + 1 < end; ++i) {
    const Point p0 = shape.points[i], p1 = shape.points[i + 1];
    const Point m0 = tangent(i, 1), m1 = tangent(i + 1, -1);
    for (int k = 1; k <= kStepsPerSpan; ++k) {  // cubic Hermite
      const float t = static_cast<float>(k) / kStepsPerSpan, u = 1 - t;
      const float h01 = t * t * (3 - 2 * t);
      line.push_back((1 - h01) * p0 + (t * u * u) * m0 + h01 * p1 - (t * t * u) * m1);
    }
  }
  return line;
}

/// Bends and tilts the whole glyph, in its box of 100x100.
void deform(std::vector<Line>& lines, const StrokeOptions& o, PhiloxStream& random) {
  const float taper = 0.12f * o.shape * bell(random);      // top wider or narrower than the bottom
  const float lobes = 0.12f * o.shape * bell(random);      // upper part taller or shorter than the lower
  const float lean = 0.06f * o.shape * bell(random);       // left half taller or shorter than the right
  const float bow_x = 2.5f * o.shape * bell(random), bow_y = 2.0f * o.shape * bell(random);
  const double phase_x = random.uniform(), phase_y = random.uniform();
  const double cycles_x = random.uniform(0.4f, 1.3f), cycles_y = random.uniform(0.4f, 1.3f);
  const float stretch = 0.17f * o.aspect * bell(random);
  const float width = stretch > 0 ? 1 + stretch : 1 / (1 - stretch);
  const float slant = o.slant * (0.18f + 0.22f * bell(random));
  const exact::SinCos turn = exact::sin_cos_turns(0.017 * o.rotation * bell(random));
  const float c = static_cast<float>(turn.cos), s = static_cast<float>(turn.sin);
  for (Line& line : lines) {
    for (Point& p : line) {
      float x = (p.x - 50) * 0.02f, y = (p.y - 50) * 0.02f;  // about [-1, 1]
      const float wave_x = static_cast<float>(exact::sin_cos_turns(phase_x + cycles_x * 0.5 * y).sin);
      const float wave_y = static_cast<float>(exact::sin_cos_turns(phase_y + cycles_y * 0.5 * x).sin);
      const float x1 = x * (1 + taper * y) + 0.02f * bow_x * wave_x;
      const float y1 = y * (1 + lean * x) + lobes * (1 - y * y) + 0.02f * bow_y * wave_y;
      x = width * x1 - slant * y1;
      y = y1;
      p = {c * x - s * y, s * x + c * y};
    }
  }
}

/// Scales the lines so that the ink, pen width included, just fits the middle 20x20.
void fit(std::vector<Line>& lines, float pen) {
  Point lo = lines[0][0], hi = lo;
  for (const Line& line : lines) {
    for (Point p : line) {
      lo = {std::min(lo.x, p.x), std::min(lo.y, p.y)};
      hi = {std::max(hi.x, p.x), std::max(hi.y, p.y)};
    }
  }
  const float scale = (kInkSide - pen) / std::max({hi.x - lo.x, hi.y - lo.y, 1e-3f});
  const Point middle = 0.5f * (lo + hi);
  for (Line& line : lines) {
    for (Point& p : line) p = scale * (p - middle) + Point{kDigitSide * 0.5f, kDigitSide * 0.5f};
  }
}

/// Paints coverage into ink, f32[28,28] in [0, 1]: the pen is round, its radius runs from r0 to r1 along each stroke.
void paint(const std::vector<Line>& lines, float r0, float r1, float blur, float* ink) {
  for (const Line& line : lines) {
    const int n = static_cast<int>(line.size()) - 1;
    for (int k = 0; k < n; ++k) {
      const float r = r0 + (r1 - r0) * (static_cast<float>(k) + 0.5f) / static_cast<float>(n);
      const float reach = r + 0.5f * blur, inverse_blur = 1 / blur;
      const Point a = line[k], d = line[k + 1] - a;
      const float inverse_square = 1 / std::max(d.x * d.x + d.y * d.y, 1e-12f);
      const auto clamp = [](float v) { return static_cast<int>(std::clamp(v, 0.0f, float{kDigitSide})); };
      const int x_begin = clamp(std::min(a.x, a.x + d.x) - reach), x_end = clamp(std::max(a.x, a.x + d.x) + reach + 1);
      const int y_begin = clamp(std::min(a.y, a.y + d.y) - reach), y_end = clamp(std::max(a.y, a.y + d.y) + reach + 1);
      for (int y = y_begin; y < y_end; ++y) {
        for (int x = x_begin; x < x_end; ++x) {
          const Point p = Point{static_cast<float>(x) + 0.5f, static_cast<float>(y) + 0.5f} - a;
          const float t = std::clamp((p.x * d.x + p.y * d.y) * inverse_square, 0.0f, 1.0f);
          const float cover = std::min((r - length(p - t * d)) * inverse_blur + 0.5f, 1.0f);
          float& pixel = ink[y * kDigitSide + x];
          pixel = std::max(pixel, cover);
        }
      }
    }
  }
}

/// The shift in whole pixels that brings the centre of mass of u8[height,width] to the middle of 28x28.
void centre_offset(const std::uint8_t* ink, int height, int width, int* dx, int* dy) {
  std::int64_t mass = 0, sum_x = 0, sum_y = 0;  // doubled coordinates of pixel centres
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const int v = ink[y * width + x];
      mass += v;
      sum_x += static_cast<std::int64_t>(v) * (2 * x + 1);
      sum_y += static_cast<std::int64_t>(v) * (2 * y + 1);
    }
  }
  const auto rounded = [&](std::int64_t sum) {  // round(kDigitSide / 2 - sum / (2 mass))
    const std::int64_t v = mass * kDigitSide - sum + mass;
    return static_cast<int>(v >= 0 ? v / (2 * mass) : -((-v + 2 * mass - 1) / (2 * mass)));
  };
  *dx = mass ? rounded(sum_x) : 0;
  *dy = mass ? rounded(sum_y) : 0;
}

/// Copies ink, u8[height,width], into out, u8[28,28], shifted; what falls outside is lost.
void place(const std::uint8_t* ink, int height, int width, int dx, int dy, std::uint8_t* out) {
  std::fill_n(out, kDigitPixels, std::uint8_t{0});
  for (int y = std::max(0, -dy); y < std::min(height, kDigitSide - dy); ++y) {
    for (int x = std::max(0, -dx); x < std::min(width, kDigitSide - dx); ++x) {
      out[(y + dy) * kDigitSide + x + dx] = ink[y * width + x];
    }
  }
}

void check_options(const StrokeOptions& o) {
  const auto check_range = [](const char* name, float value, float least, float most) {
    check(value >= least && value <= most, ErrorKind::value, "[stroke_digit] {} is {}; need {} to {}.", name, static_cast<double>(value),
          static_cast<double>(least), static_cast<double>(most));
  };
  check_range("shape", o.shape, 0, 3);
  check_range("slant", o.slant, 0, 3);
  check_range("rotation", o.rotation, 0, 30);
  check_range("aspect", o.aspect, 0, 3);
  check_range("thickness_min", o.thickness_min, 0.5f, 10);
  check_range("thickness_max", o.thickness_max, o.thickness_min, 10);
  check_range("position", o.position, 0, 4);
}

}  // namespace

std::uint8_t stroke_label(std::uint64_t seed, std::int64_t index) {
  // Fisher-Yates over the ten digits of this run, on a stream no image uses.
  const auto run = static_cast<std::uint64_t>(index) / 10;
  PhiloxStream random(seed, run | 1ull << 63);
  std::uint8_t digits[10];
  for (int i = 0; i < 10; ++i) digits[i] = static_cast<std::uint8_t>(i);
  for (int i = 9; i > 0; --i) {
    const int j = static_cast<int>(random.uniform() * static_cast<float>(i + 1));
    std::swap(digits[i], digits[j]);
  }
  return digits[static_cast<std::uint64_t>(index) % 10];
}

void stroke_digit(const StrokeOptions& o, std::uint64_t seed, std::int64_t index, std::uint8_t* pixels,
                  std::uint8_t* label, StrokeLines* lines_out) {
  const std::uint8_t digit = stroke_label(seed, index);
  if (label) *label = digit;
  if (!pixels && !lines_out) return;
  check_options(o);

  PhiloxStream random(seed, static_cast<std::uint64_t>(index));
  Shape shape = pick_shape(digit, random);
  jitter(shape, o.shape, random);
  const float softness = random.uniform(0.0f, 0.7f);
  std::vector<Line> lines;
  for (int s = 0, first = 0; s < shape.n_strokes; first = shape.ends[s++]) {
    lines.push_back(spline(shape, first, shape.ends[s], softness));
  }
  deform(lines, o, random);

  const float u = random.uniform(), v = random.uniform();
  const float widest = digit == 1 ? 1.15f : 1.0f;  // a bar stays legible with a pen that would close loops
  const float pen = o.thickness_min + (o.thickness_max - o.thickness_min) * widest * 0.5f * (u * u + v);
  const float pressure = 0.12f * o.shape * bell(random);
  const float blur = random.uniform(0.8f, 1.5f);
  fit(lines, pen);

  float ink[kDigitPixels] = {};
  std::uint8_t drawn[kDigitPixels];
  paint(lines, 0.5f * pen * (1 + pressure), 0.5f * pen * (1 - pressure), blur, ink);
  for (int i = 0; i < kDigitPixels; ++i) drawn[i] = static_cast<std::uint8_t>(ink[i] * 255.0f + 0.5f);

  int dx = 0, dy = 0;
  centre_offset(drawn, kDigitSide, kDigitSide, &dx, &dy);
  const auto shift = [&] {
    const float p = o.position * 0.45f * bell(random);
    return static_cast<int>(std::clamp(p, -o.position, o.position) + 64.5f) - 64;
  };
  constexpr int kMargin = (kDigitSide - kInkSide) / 2;  // the ink stays in the image
  dx = std::clamp(dx + shift(), -kMargin, kMargin);
  dy = std::clamp(dy + shift(), -kMargin, kMargin);
  if (pixels) place(drawn, kDigitSide, kDigitSide, dx, dy, pixels);
  if (!lines_out) return;
  lines_out->clear();
  for (const Line& line : lines) {
    std::vector<StrokePoint>& to = lines_out->emplace_back();
    for (Point p : line) to.push_back({p.x + static_cast<float>(dx), p.y + static_cast<float>(dy)});
  }
}

void centre_digit(const std::uint8_t* ink, int height, int width, std::uint8_t* out) {
  int x_begin = width, x_end = 0, y_begin = height, y_end = 0;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      if (!ink[static_cast<std::int64_t>(y) * width + x]) continue;
      x_begin = std::min(x_begin, x);
      x_end = std::max(x_end, x + 1);
      y_begin = std::min(y_begin, y);
      y_end = std::max(y_end, y + 1);
    }
  }
  std::fill_n(out, kDigitPixels, std::uint8_t{0});
  if (x_begin >= x_end) return;

  // Each of the 20x20 cells averages the source area it covers, `step` pixels wide, pixels cut by its edge in part.
  const int box_w = x_end - x_begin, box_h = y_end - y_begin;
  const float step = static_cast<float>(std::max(box_w, box_h)) / kInkSide;
  const float margin_x = 0.5f * (kInkSide * step - static_cast<float>(box_w));
  const float margin_y = 0.5f * (kInkSide * step - static_cast<float>(box_h));
  std::uint8_t cells[kInkSide * kInkSide];
  for (int cy = 0; cy < kInkSide; ++cy) {
    const float y0 = static_cast<float>(cy) * step - margin_y, y1 = y0 + step;
    for (int cx = 0; cx < kInkSide; ++cx) {
      const float x0 = static_cast<float>(cx) * step - margin_x, x1 = x0 + step;
      float sum = 0;
      for (int y = std::max(0, static_cast<int>(y0)); y < box_h && static_cast<float>(y) < y1; ++y) {
        const float rows = std::min(y1, static_cast<float>(y + 1)) - std::max(y0, static_cast<float>(y));
        if (rows <= 0) continue;
        const std::uint8_t* row = ink + static_cast<std::int64_t>(y + y_begin) * width + x_begin;
        for (int x = std::max(0, static_cast<int>(x0)); x < box_w && static_cast<float>(x) < x1; ++x) {
          const float columns = std::min(x1, static_cast<float>(x + 1)) - std::max(x0, static_cast<float>(x));
          if (columns > 0) sum += rows * columns * static_cast<float>(row[x]);
        }
      }
      cells[cy * kInkSide + cx] = static_cast<std::uint8_t>(std::min(sum / (step * step) + 0.5f, 255.0f));
    }
  }
  int dx = 0, dy = 0;
  centre_offset(cells, kInkSide, kInkSide, &dx, &dy);
  constexpr int kSpare = kDigitSide - kInkSide;  // the ink stays in the image
  place(cells, kInkSide, kInkSide, std::clamp(dx, 0, kSpare), std::clamp(dy, 0, kSpare), out);
}

}  // namespace wick
