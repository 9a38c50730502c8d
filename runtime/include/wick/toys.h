#pragma once
// Point sets in the plane for the playground. Point `index` of a seed is a pure function of both, with the same bits
// natively and in wasm.

#include <cstdint>

namespace wick {

enum class ToyKind {
  spiral,   // one arm per class
  moons,    // two interleaved half circles
  circles,  // concentric rings, class 0 innermost
  xor_,     // quadrants of the square, class 1 where the signs of x and y differ
  blobs,    // a cloud per class, on a circle
};

struct ToyOptions {
  int n_classes = 2;     // spiral, circles, blobs: 2 and more. moons and xor_ always have 2
  float noise = 0.05f;   // standard deviation, in the units of the points
  float turns = 1.25f;   // spiral: turns of each arm
  float margin = 0.05f;  // xor_: half the width of the empty cross between the quadrants
};

/// Classes of this kind: options.n_classes, or 2 where the kind has two.
int toy_classes(ToyKind kind, const ToyOptions& options);

/// Fills n points, roughly within [-1, 1]^2. Every run of n_classes points holds each class once.
///   xy  f32[n,2]   label  i64[n], or null
/// Throws: n_classes < 2; noise or turns outside [0, 1000]; margin outside [0, 0.9].
void toy_points(ToyKind kind, const ToyOptions& options, std::uint64_t seed, std::int64_t n, float* xy,
                std::int64_t* label);

}  // namespace wick
