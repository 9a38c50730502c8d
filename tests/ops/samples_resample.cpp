// Padding, resizing, sampling at places, moving between channels and space, products and distances of two inputs.

#include "ops/op_table.h"
#include "wick/ops.h"

namespace wick::test {
namespace {

Shape spatial(int i, int n, bool batch) {
  Shape s;
  if (batch) s.push_back(i == 6 ? 0 : 1 + i % 2);
  s.push_back(1 + i / 2 % 2);
  for (int a = 0; a < n; ++a) s.push_back(a == i % n ? 3 + i % 3 : 2);
  return s;
}

void pad_samples(Samples& out) {
  static constexpr const char* kModes[] = {"reflect", "replicate", "circular", "constant"};
  for (int i = 0; i < 24; ++i) {
    const int n = 1 + i % 3;
    Ints widths;
    for (int a = 0; a < n; ++a) widths.push_back((i + a) % 2), widths.push_back(i / 3 % 2);
    out.push_back({"pad", {R(spatial(i, n, i != 5)), widths, kModes[i / 6], i / 6 == 3 ? V(0.5 * (i % 4)) : kNone}});
  }
  out.push_back({"pad", {R({1, 1, 5}), Ints{-1, 2}, "reflect"}});
  out.push_back({"pad", {R({1, 1, 4, 4}), Ints{2, -1, -1, 3}, "replicate"}});
  out.push_back({"pad", {R({}), Ints{}}});
}

void interpolate_samples(Samples& out) {
  static constexpr const char* kModes[3][4] = {{"nearest", "nearest-exact", "linear", "area"}, {"nearest", "bicubic", "bilinear", "area"}, {"nearest-exact", "nearest", "trilinear", "area"}};
  for (int i = 0; i < 24; ++i) {
    const int n = 1 + i % 3;
    const std::string mode = kModes[n - 1][i % 4];
    const bool corners = i / 4 % 2 && (i % 4 == 2 || mode == "bicubic");
    Shape shape{1 + i % 2, i == 7 ? 2 : 1};
    Ints size;
    for (int a = 0; a < n; ++a) shape.push_back(a == i % n ? 3 : 2), size.push_back(a == i % n ? 2 + i % 4 : 1 + i / 3 % 3);
    if (i % 5 == 4) out.push_back({"interpolate", {R(shape), Ints{}, std::vector<double>{i % 2 ? 1.5 : 2.0}, mode, corners}});
    else out.push_back({"interpolate", {R(shape), size, std::vector<double>{}, mode, corners}});
  }
  out.push_back({"interpolate", {R({0, 2, 3}), I(5)}});
  out.push_back({"interpolate", {R({2, 2, 3, 2}), Ints{4, 3}, std::vector<double>{}, "bilinear"}});
  out.cannot("interpolate", Layout::zero_dim, "the input has a spatial dimension at least");
}

// Places in elements that are 0.2 to 0.4 behind an integer, in and around an image, as values of a grid.
Tensor places(const Shape& shape, const Shape& image, bool align_corners) {
  const int n = image.rank() - 2;
  Tensor grid = U(shape, 0.2, 0.4);
  const Tensor whole = idx(shape, 5);
  for (std::int64_t i = 0; i < grid.numel(); ++i) {
    double& v = grid.data<double>()[i];
    const auto size = static_cast<double>(image[n + 1 - static_cast<int>(i % n)]);
    v += static_cast<double>(whole.data<std::int64_t>()[i]) - 1;
    v = align_corners ? 2 * v / (size - 1) - 1 : (2 * v + 1) / size - 1;
  }
  return grid;
}

void grid_samples(Samples& out) {
  static constexpr const char *kModes[] = {"bilinear", "nearest", "bicubic"}, *kPaddings[] = {"zeros", "border", "reflection"};
  for (int i = 0; i < 24; ++i) {
    const int n = 2 + i / 12, mode = i % 2, padding = i / 2 % 3;
    const bool corners = i / 6 % 2;
    Shape image{i == 5 ? 0 : 1 + i % 2, 1 + i / 3 % 2}, shape{image[0]};
    for (int a = 0; a < n; ++a) image.push_back(2 + (i + a) % 2), shape.push_back(a == 0 ? 2 + i % 2 : 1 + (a == 2));
    shape.push_back(n);
    const Tensor x = R(image), grid = places(shape, image, corners);
    out.push_back({"grid_sample", {x, grid, kModes[mode], kPaddings[padding], corners}});
    out.push_back({"grid_sampler", {x, grid, I(mode), I(padding), corners}});
    if (n > 2 || mode) continue;
    out.push_back({"grid_sample", {x, grid, kModes[2], kPaddings[padding], corners}});
    out.push_back({"grid_sampler", {x, grid, I(2), I(padding), !corners}});
  }
  for (int i = 0; i < 24; ++i) {
    const int n = 2 + i % 2;
    Ints size{i == 4 ? 0 : 1 + i % 3, 1};
    for (int a = 0; a < n; ++a) size.push_back(1 + (i / 2 + a * (i / 5)) % 4);
    out.push_back({"affine_grid", {R({size[0], n, n + 1}), size, i / 4 % 2 == 1}});
  }
  for (const char* op : {"grid_sample", "grid_sampler", "affine_grid"}) out.cannot(op, Layout::zero_dim, "the input has a batch dimension at least");
  for (const char* op : {"grid_sample", "grid_sampler"}) out.refuses_second(op, "GridSamplerBackward0");
  out.cannot("affine_grid", Layout::channels_last, "theta has three dimensions");
}

void shuffle_samples(Samples& out) {
  for (int i = 0; i < 20; ++i) {
    const std::int64_t r = 1 + i % 3, C = 1 + i / 10, H = 1 + i / 3 % 2, W = 1 + i / 4 % 3;
    Shape deep, flat;
    if (i % 4) deep.push_back(i == 6 ? 0 : 1 + i % 2);
    if (i % 7 == 5) deep.push_back(2);
    flat = deep;
    for (const std::int64_t v : {C * r * r, H, W}) deep.push_back(v);
    for (const std::int64_t v : {C, H * r, W * r}) flat.push_back(v);
    out.push_back({"pixel_shuffle", {R(deep), I(r)}});
    out.push_back({"pixel_unshuffle", {R(flat), I(r)}});
    Shape shape{i == 6 ? 0 : 1 + i % 2, r * (1 + i / 5), 1 + i % 4};
    if (i % 3) shape.push_back(2);
    out.push_back({"channel_shuffle", {R(shape), I(r)}});
  }
  for (const char* op : {"pixel_shuffle", "pixel_unshuffle", "channel_shuffle"}) out.cannot(op, Layout::zero_dim, "the input has three dimensions at least");
}

void pair_samples(Samples& out) {
  const std::vector<std::pair<Shape, Shape>> shapes = {{{3, 4}, {3, 4}}, {{3, 4}, {4}}, {{2, 1, 3}, {4, 3}}, {{}, {}}, {{5}, {5}}, {{2, 2, 2, 2}, {2, 2, 2, 2}}, {{0, 3}, {1, 3}}, {{3}, {2, 3}}, {{1, 2}, {3, 2}},
                                                       {{2, 2, 3}, {2, 2, 3}}};
  int i = 0;
  for (const auto& [a, b] : shapes) {
    const int rank = std::max(a.rank(), b.rank());
    for (const bool other : {false, true}) {
      out.push_back({"cosine_similarity", {R(a), R(b), I(other ? 0 : -1), 1e-8 * (1 + i % 2)}});
      out.push_back({"pairwise_distance", {R(a), R(b), other ? 1.0 + 0.5 * (i % 5) : 2.0, 1e-6, i % 4 < 2}});
      out.push_back({"normalize", {R(a), other ? 1.5 : 2.0, other && rank > 1 ? V(Ints{0, 1}) : V(Ints{-1}), 1e-12}});
      if (a.rank() == 1 && other) out.rows.back().args[2] = I(0);
      if (a.rank() == 0) out.rows.back().args[2] = I(other ? 0 : -1);
      ++i;
    }
  }
  for (const double p : {1.0, 3.0, 4.0}) {
    out.push_back({"normalize", {R({3, 2}), p}});
    out.push_back({"pairwise_distance", {R({3, 3}), R({3, 3}), p}});
  }
  for (i = 0; i < 20; ++i) {
    Shape batch;
    for (int d = 0; d < i % 4; ++d) batch.push_back(i == 5 ? 0 : 1 + (i / 4 + d) % 2);
    Shape x1 = batch, x2 = batch;
    x1.push_back(1 + i % 3);
    x2.push_back(1 + i / 3 % 3);
    const std::int64_t O = 1 + i / 7;
    out.push_back({"bilinear", {R(x1), R(x2), R({O, x1.back(), x2.back()}), i % 2 ? V(R({O})) : kNone}});
  }
  out.cannot("bilinear", Layout::zero_dim, "the inputs have one dimension at least");
}

const SampleFamily kFamily("resample", [](Samples& out) {
  pad_samples(out);
  interpolate_samples(out);
  grid_samples(out);
  shuffle_samples(out);
  pair_samples(out);
});

}  // namespace
}  // namespace wick::test
