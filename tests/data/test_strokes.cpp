#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "wick/error.h"
#include "wick/philox.h"
#include "wick/strokes.h"

using namespace wick;

namespace {

/// FNV-1a, 64 bits.
std::uint64_t hash_bytes(const std::uint8_t* bytes, std::size_t n, std::uint64_t h = 0xCBF29CE484222325ull) {
  for (std::size_t i = 0; i < n; ++i) h = (h ^ bytes[i]) * 0x100000001B3ull;
  return h;
}

struct Box {
  int x_begin = 99, x_end = 0, y_begin = 99, y_end = 0;
};

Box ink_box(const std::uint8_t* image) {
  Box box;
  for (int y = 0; y < kDigitSide; ++y) {
    for (int x = 0; x < kDigitSide; ++x) {
      if (!image[y * kDigitSide + x]) continue;
      box = {std::min(box.x_begin, x), std::max(box.x_end, x + 1), std::min(box.y_begin, y), std::max(box.y_end, y + 1)};
    }
  }
  return box;
}

std::vector<std::uint8_t> filled(int height, int width, int y0, int y1, int x0, int x1, std::uint8_t value = 255) {
  std::vector<std::uint8_t> image(static_cast<std::size_t>(height * width));
  for (int y = y0; y < y1; ++y) std::fill(&image[y * width + x0], &image[y * width + x0] + (x1 - x0), value);
  return image;
}

}  // namespace

TEST_CASE("philox4x32 gives the reference implementation's words") {
  // Known answers from Random123's kat_vectors.
  using Words = std::array<std::uint32_t, 4>;
  static_assert(philox4x32(0, 0, 0) == Words{0x6627e8d5u, 0xe169c58du, 0xbc57ac4cu, 0x9b00dbd8u});
  CHECK(philox4x32(~0ull, ~0ull, ~0ull) == Words{0x408f276du, 0x41c83b0eu, 0xa20bc7c6u, 0x6d5451fdu});
  CHECK(philox4x32(0x299f31d0a4093822ull, 0x85a308d3243f6a88ull, 0x0370734413198a2eull) ==
        Words{0xd16cfe09u, 0x94fdccebu, 0x5001e420u, 0x24126ea1u});
}

TEST_CASE("stroke digits have the same bytes on every target") {
  std::uint64_t h = 0xCBF29CE484222325ull;
  std::uint8_t image[kDigitPixels], label = 0;
  for (int i = 0; i < 500; ++i) {
    stroke_digit({}, 1, i, image, &label);
    h = hash_bytes(image, sizeof image, h);
    h = hash_bytes(&label, 1, h);
  }
  CHECK(h == 0x3CAFB37406247E43ull);
}

TEST_CASE("a stroke digit depends on seed and index only") {
  std::uint8_t first[kDigitPixels], again[kDigitPixels], other[kDigitPixels], label = 0;
  stroke_digit({}, 7, 41, first, &label);
  stroke_digit({}, 7, 12, other, nullptr);
  stroke_digit({}, 7, 41, again, nullptr);
  CHECK(std::equal(first, first + kDigitPixels, again));
  CHECK(label == stroke_label(7, 41));
  stroke_digit({}, 8, 41, other, nullptr);
  CHECK_FALSE(std::equal(first, first + kDigitPixels, other));
  stroke_digit({}, 7, std::int64_t{1} << 40, other, &label);
  CHECK(label < 10);
}

TEST_CASE("every ten stroke labels hold each digit once, in varying order") {
  bool differs = false;
  for (int run = 0; run < 50; ++run) {
    int seen = 0;
    for (int i = 0; i < 10; ++i) {
      seen |= 1 << stroke_label(3, run * 10 + i);
      differs |= stroke_label(3, run * 10 + i) != stroke_label(3, i);
    }
    CHECK(seen == 1023);
  }
  CHECK(differs);
}

TEST_CASE("stroke digits fit MNIST's frame") {
  std::uint8_t image[kDigitPixels];
  StrokeOptions options;
  options.position = 0;
  for (int i = 0; i < 300; ++i) {
    CAPTURE(i);
    stroke_digit(options, 5, i, image, nullptr);
    const Box box = ink_box(image);
    const int longer = std::max(box.x_end - box.x_begin, box.y_end - box.y_begin);
    CHECK(longer >= 18);
    CHECK(longer <= 22);
    std::int64_t mass = 0, sum_x = 0, sum_y = 0;
    for (int p = 0; p < kDigitPixels; ++p) {
      mass += image[p];
      sum_x += image[p] * (2 * (p % kDigitSide) + 1);
      sum_y += image[p] * (2 * (p / kDigitSide) + 1);
    }
    REQUIRE(mass > 0);
    CHECK(static_cast<double>(sum_x) / (2.0 * mass) == doctest::Approx(14).epsilon(0.06));
    CHECK(static_cast<double>(sum_y) / (2.0 * mass) == doctest::Approx(14).epsilon(0.06));
    CHECK(*std::max_element(image, image + kDigitPixels) > 150);
  }
}

TEST_CASE("a stroke digit's lines run where its ink is") {
  std::uint8_t image[kDigitPixels];
  StrokeLines lines;
  for (int i = 0; i < 40; ++i) {
    CAPTURE(i);
    stroke_digit({}, 9, i, image, nullptr, &lines);
    REQUIRE(!lines.empty());
    for (const auto& line : lines) {
      CHECK(line.size() >= 8);
      for (const StrokePoint p : line) {
        REQUIRE(p.x > 0);
        REQUIRE(p.x < kDigitSide);
        REQUIRE(p.y > 0);
        REQUIRE(p.y < kDigitSide);
        CHECK(image[static_cast<int>(p.y) * kDigitSide + static_cast<int>(p.x)] > 0);
      }
    }
  }
}

TEST_CASE("stroke digits without variation still vary by glyph only within the frame") {
  StrokeOptions bare;
  bare.shape = bare.slant = bare.rotation = bare.aspect = bare.position = 0;
  bare.thickness_min = bare.thickness_max = 2;
  std::uint8_t image[kDigitPixels];
  for (int i = 0; i < 50; ++i) {
    stroke_digit(bare, 2, i, image, nullptr);
    CHECK(ink_box(image).y_end > 20);
  }
}

TEST_CASE("stroke digits refuse options out of range") {
  std::uint8_t image[kDigitPixels];
  StrokeOptions options;
  options.shape = 4;
  CHECK_THROWS_WITH_AS(stroke_digit(options, 0, 0, image, nullptr), "[stroke_digit] shape is 4; need 0 to 3.", Error);
  options = {};
  options.slant = std::numeric_limits<float>::quiet_NaN();
  CHECK_THROWS_AS(stroke_digit(options, 0, 0, image, nullptr), Error);
  options = {};
  options.thickness_max = 1;  // below thickness_min
  CHECK_THROWS_AS(stroke_digit(options, 0, 0, image, nullptr), Error);
  options = {};
  options.position = 5;
  CHECK_THROWS_AS(stroke_digit(options, 0, 0, image, nullptr), Error);
}

TEST_CASE("centre_digit of a blank or empty drawing is blank") {
  const std::vector<std::uint8_t> blank(50 * 40);
  std::uint8_t out[kDigitPixels];
  std::fill_n(out, kDigitPixels, std::uint8_t{9});
  centre_digit(blank.data(), 50, 40, out);
  CHECK(std::count(out, out + kDigitPixels, 0) == kDigitPixels);
  std::fill_n(out, kDigitPixels, std::uint8_t{9});
  centre_digit(blank.data(), 0, 0, out);
  CHECK(std::count(out, out + kDigitPixels, 0) == kDigitPixels);
}

TEST_CASE("centre_digit scales the longer side to 20 and keeps the proportions") {
  std::uint8_t out[kDigitPixels];
  const auto check_box = [&](int width, int height) {
    const Box box = ink_box(out);
    CHECK(box.x_end - box.x_begin == width);
    CHECK(box.y_end - box.y_begin == height);
    CHECK(box.x_begin == 14 - width / 2);
    CHECK(box.y_begin == 14 - height / 2);
    CHECK(*std::max_element(out, out + kDigitPixels) == 255);
  };
  centre_digit(filled(280, 280, 10, 210, 30, 70).data(), 280, 280, out);  // 40x200, from any corner
  check_box(4, 20);
  centre_digit(filled(300, 500, 200, 300, 0, 200).data(), 300, 500, out);  // wide, touching the edge
  check_box(20, 10);
  centre_digit(filled(9, 9, 2, 7, 4, 5).data(), 9, 9, out);  // enlarged
  check_box(4, 20);
  centre_digit(filled(1, 1, 0, 1, 0, 1).data(), 1, 1, out);  // one pixel fills the box
  check_box(20, 20);
}

TEST_CASE("centre_digit averages over areas and centres by mass") {
  std::uint8_t out[kDigitPixels];
  // 40x40: columns of ink and blank alternate, so every cell of 2x2 is half full.
  std::vector<std::uint8_t> stripes(41 * 41);
  for (int y = 0; y < 40; ++y) {
    for (int x = 0; x < 40; x += 2) stripes[static_cast<std::size_t>(y * 41 + x)] = 200;
  }
  stripes[39] = 200;
  centre_digit(stripes.data(), 41, 41, out);
  CHECK(out[14 * kDigitSide + 14] == 100);
  // A heavy right half: the centre of mass is at 13.3 of 20, so the box starts at 14 - 13.3.
  std::vector<std::uint8_t> heavy = filled(20, 20, 0, 20, 0, 20, 51);
  for (int y = 0; y < 20; ++y) std::fill(&heavy[y * 20 + 10], &heavy[y * 20 + 10] + 10, std::uint8_t{255});
  centre_digit(heavy.data(), 20, 20, out);
  CHECK(ink_box(out).x_begin == 1);
  CHECK(ink_box(out).y_begin == 4);
  // An extreme case keeps all its ink.
  for (int y = 0; y < 20; ++y) std::fill(&heavy[y * 20], &heavy[y * 20] + 18, std::uint8_t{1});
  centre_digit(heavy.data(), 20, 20, out);
  CHECK(ink_box(out).x_begin == 0);
  CHECK(ink_box(out).x_end == 20);
}

TEST_CASE("a generated digit survives centre_digit nearly unchanged") {
  std::uint8_t image[kDigitPixels], out[kDigitPixels];
  StrokeOptions options;
  options.position = 0;
  int total = 0;
  for (int i = 0; i < 100; ++i) {
    stroke_digit(options, 4, i, image, nullptr);
    centre_digit(image, kDigitSide, kDigitSide, out);
    for (int p = 0; p < kDigitPixels; ++p) total += std::abs(image[p] - out[p]);
  }
  CHECK(total / (100 * kDigitPixels) < 12);
}
