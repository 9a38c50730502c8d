// torchvision's functional transforms against values computed by PyTorch (golden/make_transforms.py).

#include <doctest/doctest.h>

#include <cmath>

#include "golden/cases.h"
#include "io/error_of.h"
#include "wick/transforms.h"

namespace wick::test {
namespace {

namespace f = transforms::functional;
using transforms::Image;
using transforms::Interpolation;
using transforms::PaddingMode;
using nlohmann::json;

Interpolation mode_of(const json& j) { return j == "nearest" ? Interpolation::nearest : j == "bicubic" ? Interpolation::bicubic : Interpolation::bilinear; }

void run(const std::string& op, Image& x, const json& a) {
  const auto n = [&](std::size_t i) { return a[i].get<double>(); };
  const auto whole = [&](std::size_t i) { return a[i].get<std::int64_t>(); };
  if (op == "resize") f::resize(x, whole(1), whole(2), mode_of(a[3]), a[4].get<bool>());
  else if (op == "affine") f::affine(x, n(1), n(2), n(3), n(4), n(5), n(6), mode_of(a[7]), static_cast<float>(n(8)));
  else if (op == "rotate") {
    std::optional<std::pair<double, double>> center;
    if (a.size() > 5) center = {a[5][0].get<double>(), a[5][1].get<double>()};
    f::rotate(x, n(1), mode_of(a[2]), static_cast<float>(n(3)), a.size() > 4 && a[4].get<bool>(), center);
  }
  else if (op == "adjust_brightness") f::adjust_brightness(x, n(1));
  else if (op == "adjust_contrast") f::adjust_contrast(x, n(1));
  else if (op == "adjust_saturation") f::adjust_saturation(x, n(1));
  else if (op == "adjust_sharpness") f::adjust_sharpness(x, n(1));
  else if (op == "adjust_hue") f::adjust_hue(x, n(1));
  else if (op == "gaussian_blur") f::gaussian_blur(x, whole(1), whole(2), n(3));
  else if (op == "rgb_to_grayscale") f::rgb_to_grayscale(x, whole(1));
  else if (op == "invert") f::invert(x);
  else if (op == "solarize") f::solarize(x, n(1));
  else if (op == "posterize") f::posterize(x, static_cast<int>(whole(1)));
  else if (op == "autocontrast") f::autocontrast(x);
  else if (op == "equalize") f::equalize(x);
  else if (op == "pad") {
    const std::string mode = a[6];
    f::pad(x, {whole(1), whole(2), whole(3), whole(4)}, static_cast<float>(n(5)),
           mode == "edge" ? PaddingMode::edge : mode == "reflect" ? PaddingMode::reflect : mode == "symmetric" ? PaddingMode::symmetric : PaddingMode::constant);
  } else {
    FAIL("no op " << op);
  }
}

TEST_CASE("image operations give torchvision's values, of floats and of bytes") {
  CaseFile file("transforms");
  const json cases = file.list("cases");
  CHECK(cases.size() == 250);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const json& c = cases[i];
    const std::string call = c["op"].get<std::string>() + " " + c["args"].dump();
    CAPTURE(i);
    CAPTURE(call);
    Image x(file.at(c["args"][0]["t"]));
    run(c["op"], x, c["args"]);
    CHECK(difference(x.tensor(), file.at(c["outs"][0])) == "");
  }
}

Image ramp(std::int64_t h, std::int64_t w, bool bytes = false) {
  Image x(1, h, w, bytes);
  for (std::size_t i = 0; i < x.values.size(); ++i) x.values[i] = static_cast<float>(i);
  return x;
}

TEST_CASE("crops and flips move pixels") {
  Image x = ramp(3, 4);
  f::hflip(x);
  CHECK(std::vector<float>(x.values.begin(), x.values.begin() + 4) == std::vector<float>{3, 2, 1, 0});
  f::vflip(x);
  CHECK(std::vector<float>(x.values.begin(), x.values.begin() + 4) == std::vector<float>{11, 10, 9, 8});
  Image y = ramp(4, 5);
  f::crop(y, 1, 2, 2, 3);
  CHECK(y.values == std::vector<float>{7, 8, 9, 12, 13, 14});
  Image z = ramp(5, 4);
  f::center_crop(z, 2, 2);  // round(1.5) is 2, as in Python
  CHECK(z.values == std::vector<float>{9, 10, 13, 14});
  Image small = ramp(1, 2);
  f::center_crop(small, 3, 3);
  CHECK(small.values == std::vector<float>{0, 0, 0, 0, 1, 0, 0, 0, 0});
}

TEST_CASE("bytes and floats turn into each other as in torchvision") {
  Image x(1, 1, 5, false);
  x.values = {0, 1, 0.5f, 2, -1};
  f::to_bytes(x);
  CHECK(x.values == std::vector<float>{0, 255, 127, 255, 0});
  f::to_bytes(x);
  CHECK(x.values[2] == 127);
  f::to_floats(x);
  CHECK(x.values[2] == 127.0f / 255.0f);
  for (int v = 0; v < 256; ++v) {
    Image one(1, 1, 1, true);
    one.values[0] = static_cast<float>(v);
    f::to_floats(one);
    f::to_bytes(one);
    CHECK(one.values[0] == static_cast<float>(v));
  }
  CHECK(Image(tensor<std::uint8_t>({1, 2, 3, 4}, {1, 2, 2})).tensor().dtype() == DType::uint8);
}

TEST_CASE("image operations refuse what they cannot do") {
  const auto says = [](auto call, const char* text) {
    Image x = ramp(4, 5);
    CAPTURE(text);
    CHECK(error_of([&] { call(x); }).says(text));
  };
  says([](Image& x) { f::resize(x, 0, 3); }, "[resize] size is [0,3]");
  says([](Image& x) { f::crop(x, 3, 0, 2, 2); }, "[crop] [2,2] at (3, 0) lies outside the image of [4,5]");
  says([](Image& x) { f::pad(x, {5, 0, 0, 0}, 0, PaddingMode::reflect); }, "padding size should be less than the corresponding input dimension");
  says([](Image& x) { f::pad(x, {-1, 0, 0, 0}); }, "padding is (-1, 0, 0, 0); need 0 or more");
  says([](Image& x) { f::affine(x, 0, 0, 0, 0, 0, 0); }, "Argument scale should be positive");
  says([](Image& x) { f::adjust_brightness(x, -1); }, "factor (-1) is not non-negative");
  says([](Image& x) { f::adjust_hue(x, 0.6); }, "hue_factor (0.6) is not in [-0.5, 0.5]");
  says([](Image& x) { f::gaussian_blur(x, 2, 3, 1); }, "kernel_size should have odd and positive integers. Got 2");
  says([](Image& x) { f::gaussian_blur(x, 3, 3, 0); }, "sigma should have positive values");
  says([](Image& x) { f::rgb_to_grayscale(x, 2); }, "num_output_channels should be either 1 or 3");
  says([](Image& x) { f::posterize(x, 9); }, "between 0 and 8. Got 9");
  says([](Image& x) { f::solarize(x, 2); }, "Threshold should be less than bound of img");
  Image two(2, 3, 3, false);
  CHECK(error_of([&] { f::adjust_saturation(two, 1); }).says("permitted channel values are [1, 3], but found 2"));
  CHECK(error_of([] { Image x(zeros({2, 2})); }).says("image is f32[2,2]; need u8 or f32 [C,H,W]"));
}

}  // namespace
}  // namespace wick::test
