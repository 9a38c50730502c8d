#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "io/error_of.h"
#include "wick/data.h"
#include "wick/parallel.h"

namespace wick {
namespace {

// One bright pixel at (y, x) of a dark image.
Tensor dot(std::int64_t side, std::int64_t y, std::int64_t x) {
  Tensor t = zeros({1, 1, side, side});
  t.data<float>()[y * side + x] = 1;
  return t;
}

using transforms::TransformPtr;

std::vector<std::int64_t> counted(std::int64_t n) {
  std::vector<std::int64_t> out;
  for (std::int64_t i = 0; i < n; ++i) out.push_back(i);
  return out;
}

Tensor run_all(const TransformPtr& t, const Tensor& images, std::uint64_t seed = 0, std::uint64_t epoch = 0) {
  return transforms::apply_all({t}, images, counted(images.size(0)), seed, epoch);
}
Tensor affine(const transforms::RandomAffineOptions& o, const Tensor& images, std::uint64_t seed = 0, std::uint64_t epoch = 0) {
  return run_all(std::make_shared<transforms::RandomAffine>(o), images, seed, epoch);
}

float at(const Tensor& t, std::int64_t y, std::int64_t x) { return t.data<float>()[y * t.size(3) + x]; }

TEST_CASE("u8 images become f32 in [0, 1] with a channel; the rest stays") {
  const Tensor u = tensor<std::uint8_t>({0, 51, 255, 102}, {1, 2, 2});
  const Tensor x = to_input(u, {2, 2});
  CHECK(x.shape() == Shape{1, 1, 2, 2});
  CHECK(x.to_vector() == std::vector<double>{0, 51.0f / 255.0f, 1, 102.0f / 255.0f});
  CHECK(to_input(zeros({4, 3, 2, 2}, DType::uint8), {3, 2, 2}).shape() == Shape{4, 3, 2, 2});
  CHECK(to_input(zeros({4, 3}), {3}).shape() == Shape{4, 3});
  CHECK(to_input(zeros({4, 3}, DType::int64), {3}).dtype() == DType::int64);
}

TEST_CASE("Normalize takes one mean or one per channel") {
  Tensor x = tensor<float>({1, 2, 3, 4}, {1, 2, 2});
  normalize_(x, {{1.0f, 2.0f}, {1.0f, 0.5f}});
  CHECK(x.to_vector() == std::vector<double>{0, 1, 2, 4});
  normalize_(x, {{1.0f}, {2.0f}});
  CHECK(x.to_vector() == std::vector<double>{-0.5, 0, 0.5, 1.5});
  CHECK_THROWS_WITH_AS(normalize_(x, {{1, 1, 1}, {1, 1, 1}}), "[Normalize] 3 means and 3 stds for input f32[1,2,2]; need one each, or 2 each.", Error);
}

TEST_CASE("RandomAffine: no ranges, no change") {
  Tensor x = dot(5, 1, 3);
  CHECK(affine({}, x).to_vector() == x.to_vector());
}

TEST_CASE("RandomAffine: positive degrees turn clockwise on the screen") {
  const Tensor y = affine({.degrees = {90, 90}}, dot(5, 2, 4));  // right of the centre -> below it
  CHECK(at(y, 4, 2) == doctest::Approx(1).epsilon(1e-5));
  CHECK(std::fabs(at(y, 2, 4)) < 1e-5f);
}

TEST_CASE("RandomAffine: scale enlarges about the centre") {
  const Tensor y = affine({.scale = {2, 2}}, dot(9, 4, 6));  // two right of the centre -> four
  CHECK(at(y, 4, 8) == doctest::Approx(1));
}

TEST_CASE("RandomAffine: shear moves rows along x") {
  const Tensor y = affine({.shear_x = {45, 45}}, dot(9, 6, 4));  // two below the centre
  double sum = 0, centre = 0;
  for (std::int64_t x = 0; x < 9; ++x) sum += at(y, 6, x), centre += static_cast<double>(x) * at(y, 6, x);
  CHECK(sum == doctest::Approx(1).epsilon(1e-4));
  CHECK(std::fabs(centre / sum - 4) == doctest::Approx(2).epsilon(1e-4));
}

TEST_CASE("RandomAffine: translation is by whole pixels within the fraction") {
  bool moved = false;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Tensor y = affine({.translate = {0.2, 0.2}}, dot(10, 5, 5), seed);
    int ones = 0;
    for (std::int64_t r = 0; r < 10; ++r)
      for (std::int64_t c = 0; c < 10; ++c) {
        if (at(y, r, c) == 0) continue;
        CHECK(at(y, r, c) == 1);
        CHECK(std::abs(r - 5) <= 2);
        CHECK(std::abs(c - 5) <= 2);
        moved = moved || r != 5 || c != 5;
        ++ones;
      }
    CHECK(ones == 1);
  }
  CHECK(moved);
}

TEST_CASE("RandomAffine: an image's draw depends on seed, epoch and index only") {
  const transforms::RandomAffineOptions t{.degrees = {-20, 20}, .translate = {0.1, 0.1}, .scale = {0.9, 1.1}, .shear_x = {-5, 5}};
  Tensor images = empty({40, 1, 12, 12});
  for (std::int64_t i = 0; i < images.numel(); ++i) images.data<float>()[i] = static_cast<float>(i % 17) / 17;
  const int threads = num_threads();
  const auto all = affine(t, images.clone(), 3, 1).to_vector();
  set_num_threads(3);
  CHECK(affine(t, images.clone(), 3, 1).to_vector() == all);
  set_num_threads(threads);
  const Tensor one = transforms::apply_all({std::make_shared<transforms::RandomAffine>(t)}, images.narrow(0, 29, 1), std::vector<std::int64_t>{29}, 3, 1);
  const auto alone = one.to_vector();
  CHECK(std::equal(alone.begin(), alone.end(), all.begin() + 29 * 144));
  CHECK(affine(t, images.clone(), 3, 2).to_vector() != all);
  CHECK(affine(t, images.clone(), 4, 1).to_vector() != all);
}

TEST_CASE("RandomAffine refuses what it cannot do") {
  CHECK_THROWS_WITH_AS(affine({.translate = {1.5, 0}}, dot(5, 2, 2)), "[RandomAffine] translate is (1.5, 0); need fractions in [0, 1].", Error);
  CHECK_THROWS_AS(affine({.scale = {0, 1}}, dot(5, 2, 2)), Error);
  CHECK_THROWS_AS(affine({.shear_x = {0, 90}}, dot(5, 2, 2)), Error);
  CHECK_THROWS_WITH_AS(affine(transforms::RandomAffineOptions{}, zeros({1, 25})), "[RandomAffine] input is f32[1,25]; need images f32[1,C,H,W].", Error);
}

template <class T, class... Args>
TransformPtr make(const Args&... args) {
  return std::make_shared<T>(args...);
}

// [n,C,H,W] of different values.
Tensor pictures(std::int64_t n, std::int64_t C = 3, std::int64_t H = 10, std::int64_t W = 12) {
  Tensor t = empty({n, C, H, W});
  for (std::int64_t i = 0; i < t.numel(); ++i) t.data<float>()[i] = static_cast<float>((i * 37) % 101) / 100;
  return t;
}

TEST_CASE("every random transform draws by seed, epoch and index, whatever the batch and the threads") {
  using namespace transforms;
  const TransformPtr all[] = {make<RandomCrop>(Dims{8, 9}, Dims{2}), make<RandomResizedCrop>(Dims{7}), make<RandomRotation>(Range{-90, 90}),
                              make<ColorJitter>(0.4, 0.4, 0.4, 0.2), make<GaussianBlur>(Dims{3}), make<RandomErasing>(1.0), make<TrivialAugmentWide>(),
                              make<RandomApply>("RandomHorizontalFlip", 0.5), make<RandomApply>("RandomSolarize", 0.5, 0.5)};
  const Tensor images = pictures(12);
  for (const TransformPtr& t : all) {
    CAPTURE(t->type());
    const Tensor y = run_all(t, images, 3, 1);
    const int threads = num_threads();
    set_num_threads(3);
    CHECK(run_all(t, images, 3, 1).to_vector() == y.to_vector());
    set_num_threads(threads);
    const Tensor alone = apply_all({t}, images.narrow(0, 7, 1), std::vector<std::int64_t>{7}, 3, 1);
    CHECK(alone.to_vector() == y.narrow(0, 7, 1).to_vector());
    CHECK(run_all(t, images, 3, 2).to_vector() != y.to_vector());
    CHECK(run_all(t, images, 4, 1).to_vector() != y.to_vector());
    std::set<std::vector<double>> kinds;  // the same picture, drawn for by other indices
    const Tensor same = images.narrow(0, 0, 1).expand({12, 3, 10, 12});
    for (std::int64_t i = 0; i < 12; ++i) kinds.insert(run_all(t, same, 3, 1).narrow(0, i, 1).to_vector());
    CHECK(kinds.size() >= 2);
  }
}

TEST_CASE("sizes: Resize by the shorter side, crops as asked for, padding where needed") {
  using namespace transforms;
  CHECK(run_all(make<Resize>(Dims{5}), pictures(2)).shape() == Shape{2, 3, 5, 6});
  CHECK(run_all(make<Resize>(Dims{20, 7}), pictures(2)).shape() == Shape{2, 3, 20, 7});
  CHECK(run_all(make<CenterCrop>(Dims{4}), pictures(2)).shape() == Shape{2, 3, 4, 4});
  CHECK(run_all(make<RandomCrop>(Dims{20}, Dims{}, true), pictures(2)).shape() == Shape{2, 3, 20, 20});
  CHECK(run_all(make<RandomCrop>(Dims{12, 14}, Dims{1, 0, 1, 2}), pictures(2)).shape() == Shape{2, 3, 12, 14});
  CHECK(run_all(make<RandomResizedCrop>(Dims{6, 5}), pictures(2)).shape() == Shape{2, 3, 6, 5});
  CHECK(run_all(make<Grayscale>(1), pictures(2)).shape() == Shape{2, 1, 10, 12});
  CHECK(run_all(make<RandomApply>("RandomGrayscale", 1.0), pictures(2)).shape() == Shape{2, 3, 10, 12});
  // A crop of the whole image is the image.
  CHECK(run_all(make<RandomCrop>(Dims{10, 12}), pictures(2)).to_vector() == pictures(2).to_vector());
}

TEST_CASE("RandomCrop takes every place, RandomResizedCrop areas within the scale") {
  using namespace transforms;
  std::set<double> corners;
  Tensor ramp = arange(0, 20, 1, DType::float32).reshape({1, 1, 4, 5}).expand({300, 1, 4, 5});
  const Tensor crops = run_all(make<RandomCrop>(Dims{2, 3}), ramp);
  for (std::int64_t i = 0; i < 300; ++i) corners.insert(crops.select(0, i).select(0, 0).select(0, 0).select(0, 0).item());
  CHECK(corners == std::set<double>{0, 1, 2, 5, 6, 7, 10, 11, 12});
  // A ramp along x keeps its slope times the zoom: the width of the crop is read off the result.
  const std::int64_t W = 64;
  const Tensor line = arange(0, W, 1, DType::float32).reshape({1, 1, 1, W}).expand({200, 1, W, W});
  const Tensor zoomed = run_all(make<RandomResizedCrop>(Dims{W}, Range{0.25, 0.5}, Range{0.5, 2}), line);
  double least = 1, most = 0;
  for (std::int64_t i = 0; i < 200; ++i) {
    const Tensor row = zoomed.select(0, i).select(0, 0).select(0, 5);
    const double width = (row.select(0, 40).item() - row.select(0, 20).item()) / 20;  // of W
    least = std::min(least, width);
    most = std::max(most, width);
  }
  CHECK(least > std::sqrt(0.25 * 0.5) - 0.02);
  CHECK(most < std::sqrt(0.5 * 2) + 0.02);
  CHECK(most - least > 0.3);
}

TEST_CASE("RandomErasing blanks one box of a share of the image") {
  using namespace transforms;
  const Tensor y = run_all(make<RandomErasing>(1.0, Range{0.1, 0.3}, Range{0.5, 2}, std::vector<double>{7.0}), zeros({60, 2, 20, 20}));
  for (std::int64_t i = 0; i < 60; ++i) {
    const Tensor first = y.select(0, i).select(0, 0), second = y.select(0, i).select(0, 1);
    const double share = first.sum().item() / 7 / 400;
    CHECK(share > 0.08);
    CHECK(share < 0.33);
    CHECK(first.to_vector() == second.to_vector());
  }
  CHECK(run_all(make<RandomErasing>(0.0), pictures(3)).to_vector() == pictures(3).to_vector());
  // A number for each channel.
  const Tensor two = run_all(make<RandomErasing>(1.0, Range{0.1, 0.3}, Range{0.5, 2}, std::vector<double>{2.0, 5.0}), zeros({1, 2, 20, 20})).select(0, 0);
  CHECK(two.select(0, 0).max().item() == 2);
  CHECK(two.select(0, 1).sum().item() == two.select(0, 0).sum().item() * 2.5);
  // Normal numbers: another for each pixel and channel, mean 0 and deviation 1 over all boxes.
  const Tensor noise = run_all(make<RandomErasing>(1.0, Range{0.1, 0.3}, Range{0.5, 2}, std::vector<double>{}), full({200, 2, 20, 20}, 9.0));
  double n = 0, sum = 0, squares = 0;
  for (const double v : noise.to_vector())
    if (v != 9) ++n, sum += v, squares += v * v;
  CHECK(n > 200 * 800 * 0.12);
  CHECK(std::fabs(sum / n) < 0.02);
  CHECK(std::fabs(squares / n - 1) < 0.03);
  CHECK(noise.select(0, 0).select(0, 0).to_vector() != noise.select(0, 0).select(0, 1).to_vector());
}

TEST_CASE("Resize stops at max_size; RandomRotation keeps the whole image, or turns about another place") {
  using namespace transforms;
  const Tensor tall = pictures(1).narrow(3, 0, 5);
  CHECK(tall.shape() == Shape{1, 3, 10, 5});
  CHECK(run_all(make<Resize>(Dims{4}), tall).shape() == Shape{1, 3, 8, 4});
  CHECK(run_all(make<Resize>(Dims{4}, Interpolation::bicubic, true, 8), tall).shape() == Shape{1, 3, 8, 4});
  CHECK(run_all(make<Resize>(Dims{4}, Interpolation::bilinear, true, 7), tall).shape() == Shape{1, 3, 7, 3});  // int(7 * 4 / 8)
  CHECK(run_all(make<Resize>(Dims{4}, Interpolation::bilinear, true, 7), tall.transpose(2, 3).contiguous()).shape() == Shape{1, 3, 3, 7});
  const TransformPtr quarter = make<RandomRotation>(Range{90, 90}, Interpolation::nearest, 0.0, true);
  const Tensor even = pictures(1).narrow(3, 0, 6), turned = run_all(quarter, even);
  CHECK(turned.shape() == Shape{1, 3, 6, 10});
  for (std::int64_t y = 0; y < 6; ++y)
    for (std::int64_t x = 0; x < 10; ++x)
      CHECK(turned.select(0, 0).select(0, 1).select(0, y).select(0, x).item() == even.select(0, 0).select(0, 1).select(0, x).select(0, 5 - y).item());
  // Where height and width differ by an odd number torchvision's size is one more.
  CHECK(run_all(quarter, tall).shape() == Shape{1, 3, 6, 11});
  // Half a turn about the top left corner shows the outside only.
  const Tensor gone = run_all(make<RandomRotation>(Range{180, 180}, Interpolation::nearest, 0.5, false, std::pair<double, double>{0, 0}), tall);
  CHECK(gone.shape() == tall.shape());
  CHECK(gone.to_vector() == full({1, 3, 10, 5}, 0.5).to_vector());
}

TEST_CASE("what has a probability happens so often") {
  using namespace transforms;
  Tensor images = zeros({1000, 1, 1, 2});
  for (std::int64_t i = 0; i < 1000; ++i) images.data<float>()[2 * i] = 1;
  CHECK(std::fabs(run_all(make<RandomApply>("RandomHorizontalFlip", 0.3), images).select(3, 1).sum().item() - 300) < 60);
  CHECK(run_all(make<RandomApply>("RandomInvert", 1.0), images).select(3, 1).sum().item() == 1000);
  CHECK(run_all(make<RandomApply>("RandomVerticalFlip", 0.0), images).to_vector() == images.to_vector());
}

TEST_CASE("ColorJitter without ranges and a list of nothing change nothing; a list goes step by step") {
  using namespace transforms;
  CHECK(run_all(make<ColorJitter>(), pictures(2)).to_vector() == pictures(2).to_vector());
  CHECK(apply_all({}, pictures(2), counted(2), 0, 0).to_vector() == pictures(2).to_vector());
  const TransformPtr both = make<Compose>(std::vector<TransformPtr>{make<Resize>(Dims{5}), make<CenterCrop>(Dims{4})});
  const Tensor by_steps = apply_all({make<Resize>(Dims{5}), make<CenterCrop>(Dims{4})}, pictures(2), counted(2), 0, 0);
  CHECK(run_all(both, pictures(2)).to_vector() == by_steps.to_vector());
  // Two of a kind do not draw the same.
  const TransformPtr flip = make<RandomApply>("RandomHorizontalFlip", 0.5);
  CHECK(apply_all({flip, flip}, pictures(20), counted(20), 0, 0).to_vector() != pictures(20).to_vector());
  PhiloxStream random(1, 2);
  const Tensor u8 = (*make<ConvertImageDtype>(DType::uint8))(pictures(1).select(0, 0), random);
  CHECK(u8.dtype() == DType::uint8);
  CHECK((*make<Resize>(Dims{3}))(u8, random).dtype() == DType::uint8);
  const Tensor normal = (*make<NormalizeImage>(std::vector<float>{0.5f}, std::vector<float>{0.25f, 0.5f, 1.0f}))(pictures(1).select(0, 0), random);
  CHECK(normal.select(0, 1).select(0, 0).select(0, 0).item() == doctest::Approx((pictures(1).select(0, 0).select(0, 1).select(0, 0).select(0, 0).item() - 0.5) / 0.5));
}

TEST_CASE("TrivialAugmentWide: the operations of its table") {
  using namespace transforms;
  const TrivialAugmentWide wide(31, Interpolation::bilinear);
  const auto run = [&](int k, double magnitude) {
    Image x(pictures(1).select(0, 0));
    wide.run(x, k, magnitude);
    return x.values;
  };
  const auto with = [](auto step) {
    Image x(pictures(1).select(0, 0));
    step(x);
    return x.values;
  };
  CHECK(run(0, 0) == with([](Image&) {}));
  for (int k = 1; k < 10; ++k) {
    const std::vector<float> none = run(k, 0), same = with([](Image&) {});
    for (std::size_t i = 0; i < none.size(); ++i) CHECK(none[i] == doctest::Approx(same[i]).epsilon(1e-6));
    CHECK(run(k, k < 3 || k > 5 ? 0.5 : 20) != none);
  }
  CHECK(run(3, 2.7) == with([](Image& x) { functional::affine(x, 0, 2, 0, 1, 0, 0, Interpolation::bilinear); }));
  CHECK(run(4, -3.2) == with([](Image& x) { functional::affine(x, 0, 0, -3, 1, 0, 0, Interpolation::bilinear); }));
  CHECK(run(5, 30) == with([](Image& x) { functional::rotate(x, 30, Interpolation::bilinear); }));
  CHECK(run(7, 0.4) == with([](Image& x) { functional::adjust_saturation(x, 1.4); }));
  CHECK(run(10, 3.2) == with([](Image& x) { functional::posterize(x, 3); }));
  CHECK(run(11, 51) == with([](Image& x) { functional::solarize(x, 0.2); }));
  // ShearX leaves the top left corner's row nearly where it was: its source is half a pixel's shear away.
  Image x(1, 5, 5, false);
  for (std::size_t i = 0; i < 25; ++i) x.values[i] = static_cast<float>(i % 5);
  wide.run(x, 1, 0.5);
  CHECK(x.values[1] == doctest::Approx(1 + 0.5 * 0.5));
  CHECK(x.values[10] == doctest::Approx(0.5 * 2.5));
}

TEST_CASE("MixUp and CutMix mix a batch with its neighbours, labels by the same share") {
  using namespace transforms;
  double sum = 0, least = 1, most = 0;
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    for (const BatchTransformPtr& t : std::vector<BatchTransformPtr>{std::make_shared<MixUp>(4, 0.7), std::make_shared<CutMix>(4)}) {
      CAPTURE(t->type());
      Batch b{zeros({3, 1, 8, 6}), tensor<std::int64_t>({0, 2, 3})};
      for (std::int64_t i = 0; i < 3; ++i) b.x.select(0, i).fill_(static_cast<double>(i));
      PhiloxStream random(seed, 1);
      t->apply(b, random);
      REQUIRE(b.y.shape() == Shape{3, 4});
      for (std::int64_t i = 0; i < 3; ++i) {
        CHECK(b.y.select(0, i).sum().item() == doctest::Approx(1));
        const double own = b.y.select(0, i).select(0, i == 0 ? 0 : i + 1).item(), mean = b.x.select(0, i).mean().item();
        const double neighbour = i == 0 ? 2 : static_cast<double>(i - 1);
        CHECK(mean == doctest::Approx(static_cast<double>(i) * own + neighbour * (1 - own)).epsilon(1e-5));
        if (i || std::string_view(t->type()) != "MixUp") continue;
        sum += own, least = std::min(least, own), most = std::max(most, own);
      }
    }
  }
  CHECK(std::fabs(sum / 200 - 0.5) < 0.08);
  CHECK(least < 0.05);
  CHECK(most > 0.95);
}

TEST_CASE("a loader augments, mixes and stays the same when it is resumed") {
  using namespace transforms;
  Tensor x = empty({20, 6, 6}, DType::uint8), y = empty(20, DType::int64);
  for (std::int64_t i = 0; i < x.numel(); ++i) x.data<std::uint8_t>()[i] = static_cast<std::uint8_t>(i * 7);
  for (std::int64_t i = 0; i < 20; ++i) y.data<std::int64_t>()[i] = i % 3;
  Transforms t;
  t.transform = {make<Resize>(Dims{8})};
  t.augment = {make<RandomCrop>(Dims{8}, Dims{1}), make<RandomApply>("RandomHorizontalFlip", 0.5)};
  t.normalize = {{0.5f}, {0.5f}};
  t.batch_transform = {std::make_shared<MixUp>(3)};
  const auto set = std::make_shared<TensorDataset>(x, y);
  const DataLoaderOptions o{.batch_size = 6, .shuffle = true, .seed = 4};
  DataLoader whole(set, o, t), resumed(set, {.batch_size = 6, .shuffle = true, .seed = 4, .num_workers = 1}, t);
  CHECK(whole.first_input().shape() == Shape{1, 1, 8, 8});
  Batch a, b;
  whole.next(a);
  whole.next(a);
  resumed.set_state({0, 6});
  resumed.next(b);
  CHECK(a.x.shape() == Shape{6, 1, 8, 8});
  CHECK(a.x.to_vector() == b.x.to_vector());
  CHECK(a.y.to_vector() == b.y.to_vector());
  CHECK(a.y.shape() == Shape{6, 3});
}

TEST_CASE("transforms refuse settings and images they cannot use") {
  using namespace transforms;
  CHECK(error_of([] { Resize(Dims{}); }).says("need one number or [height,width]"));
  CHECK(error_of([] { CenterCrop(Dims{0}); }).says("[CenterCrop] size is [0]; need 1 or more"));
  CHECK(error_of([] { RandomCrop(Dims{3}, Dims{1, 2, 3}); }).says("not a 3 element tuple"));
  CHECK(error_of([] { run_all(make<RandomCrop>(Dims{20}), pictures(1)); }).says("Required crop size (20, 20) is larger than input image size (10, 12)"));
  CHECK(error_of([] { RandomResizedCrop(Dims{3}, Range{0.5, 0.1}); }).says("need 0 < min <= max"));
  CHECK(error_of([] { RandomRotation(Range{3, 1}); }).says("need min <= max"));
  CHECK(error_of([] { ColorJitter(-1); }).says("must be non negative"));
  CHECK(error_of([] { ColorJitter(0, 0, 0, 0.7); }).says("hue within [-0.5, 0.5]"));
  CHECK(error_of([] { Grayscale(2); }).says("either 1 or 3"));
  CHECK(error_of([] { GaussianBlur(Dims{4}); }).says("odd and positive"));
  CHECK(error_of([] { GaussianBlur(Dims{3}, Range{0, 1}); }).says("sigma values should be positive"));
  CHECK(error_of([] { RandomErasing(2); }).says("p is 2; need a probability"));
  CHECK(error_of([] { run_all(make<RandomErasing>(1.0, Range{0.1, 0.3}, Range{0.5, 2}, std::vector<double>{1, 2}), pictures(1)); }).says("value has 2 numbers for 3 channels"));
  CHECK(error_of([] { Resize(Dims{4}, Interpolation::bilinear, true, 4); }).says("max_size = 4 must be strictly greater than the requested size for the smaller edge size = 4"));
  CHECK(error_of([] { Resize(Dims{4, 5}, Interpolation::bilinear, true, 9); }).says("max_size should only be passed if size is one number"));
  CHECK(error_of([] { run_all(make<RandomRotation>(Range{1, 1}, Interpolation::bicubic), pictures(1)); }).says("interpolation is bicubic; need nearest or bilinear"));
  CHECK(error_of([] { RandomApply("RandomFlop", 0.5); }).says("there is no transform \"RandomFlop\""));
  CHECK(error_of([] { NormalizeImage({}, {1}); }).says("there is no mean or std"));
  CHECK(error_of([] { (void)ConvertImageDtype(DType::int64); }).says("dtype is i64; need u8 or f32"));
  CHECK(error_of([] { TrivialAugmentWide(1); }).says("num_magnitude_bins is 1"));
  CHECK(error_of([] { MixUp(1); }).says("num_classes is 1"));
  CHECK(error_of([] { CutMix(3, 0); }).says("alpha is 0"));
  Batch b{zeros({2, 3}), zeros({2, 1})};
  PhiloxStream random(0, 0);
  CHECK(error_of([&] { CutMix(3).apply(b, random); }).says("need images [B,C,H,W]"));
  CHECK(error_of([&] { MixUp(3).apply(b, random); }).says("need labels i64 [B]"));
}

}  // namespace
}  // namespace wick
