#pragma once
// Stroke digits: the digits 0-9 drawn from pen strokes, as varied as handwriting, in the format of MNIST: 28x28 grey
// levels, ink 255 on 0, the ink fitted into 20x20 and centred by its centre of mass. Image `index` of `seed` is a pure
// function of both, with the same bytes natively and in wasm.

#include <cstdint>
#include <vector>

namespace wick {

inline constexpr int kDigitSide = 28;
inline constexpr int kDigitPixels = kDigitSide * kDigitSide;

/// How far the digits vary. The defaults cover handwriting; 0 for every factor gives the bare glyphs, blended only.
struct StrokeOptions {
  float shape = 1.0f;          // 0-3: factor on the jitter of points and strokes and on the bending of the glyph
  float slant = 1.0f;          // 0-3: factor on the shear
  float rotation = 1.0f;       // 0-30: standard deviation of the rotation, in units of 6 degrees
  float aspect = 1.0f;         // 0-3: factor on the spread of width to height
  float thickness_min = 1.2f;  // 0.5-10: width of the pen, in pixels of the result
  float thickness_max = 4.8f;  // thickness_min-10
  float position = 1.0f;       // 0-4: largest shift from the centre, in pixels
};

struct StrokePoint {
  float x, y;  // in pixels of the 28x28 image, y down; (0, 0) is the outer corner of the first pixel
};
using StrokeLines = std::vector<std::vector<StrokePoint>>;

/// The digit image `index` shows, 0-9: every run of ten from a multiple of ten holds each digit once.
std::uint8_t stroke_label(std::uint64_t seed, std::int64_t index);

/// Draws digit image `index` of `seed`.
///   pixels  u8[28,28], or null   label  one value, or null   lines  the strokes as polylines in drawing order, or null
/// Throws: an option outside its range.
void stroke_digit(const StrokeOptions& options, std::uint64_t seed, std::int64_t index, std::uint8_t* pixels,
                  std::uint8_t* label, StrokeLines* lines = nullptr);

/// Prepares a drawing as MNIST was prepared: crops to the ink, scales its longer side to 20 (averaging over areas),
/// and places it in 28x28 with its centre of mass in the middle (to the nearest pixel).
///   ink  u8[height,width], 0 = blank   out  u8[28,28], all 0 if nothing is drawn
void centre_digit(const std::uint8_t* ink, int height, int width, std::uint8_t* out);

}  // namespace wick
