// Transforms from a recipe's "transform" and "augment".

#include <algorithm>

#include "train/data_types.h"
#include "train/layers.h"
#include "train/schema.h"

namespace wick::parts {

namespace {

namespace t = wick::transforms;

struct More {
  static constexpr char text[] =
      "Resize size:sizes>0 interpolation=\"bilinear\":text(nearest|bilinear|bicubic) max_size=null:integer>0 antialias=true:boolean\n"
      "CenterCrop size:sizes>0\n"
      "RandomCrop size:sizes>0 padding=null:integers>=0 pad_if_needed=false:boolean fill=0:number"
        " padding_mode=\"constant\":text(constant|edge|reflect|symmetric)\n"
      "RandomResizedCrop size:sizes>0 scale=[0.08,1]:pair>0 ratio=[0.75,1.3333333333333333]:pair>0 interpolation=\"bilinear\":text(nearest|bilinear|bicubic)"
        " antialias=true:boolean\n"
      "RandomHorizontalFlip p=0.5:number<=1\n"
      "RandomVerticalFlip p=0.5:number<=1\n"
      "RandomRotation degrees:range interpolation=\"nearest\":text(nearest|bilinear) expand=false:boolean center=null:pair fill=0:number\n"
      "ColorJitter brightness=0:range contrast=0:range saturation=0:range hue=0:range\n"
      "Grayscale num_output_channels=1:integer>0\n"
      "RandomGrayscale p=0.1:number<=1\n"
      "GaussianBlur kernel_size:sizes>0 sigma=[0.1,2.0]:pair>0\n"
      "RandomErasing p=0.5:number<=1 scale=[0.02,0.33]:pair>0 ratio=[0.3,3.3]:pair>0 value=0:factors(random)\n"
      "RandomInvert p=0.5:number<=1\n"
      "RandomPosterize bits:integer>=0 p=0.5:number<=1\n"
      "RandomSolarize threshold:number p=0.5:number<=1\n"
      "RandomAutocontrast p=0.5:number<=1\n"
      "RandomEqualize p=0.5:number<=1\n"
      "RandomAdjustSharpness sharpness_factor:number>=0 p=0.5:number<=1\n"
      "TrivialAugmentWide num_magnitude_bins=31:integer>0 interpolation=\"nearest\":text(nearest|bilinear) fill=0:number\n"
      "MixUp alpha=1.0:number>0\n"
      "CutMix alpha=1.0:number>0\n";
};

t::Range pair(const Json& j) { return {j.items()[0].number(), j.items()[1].number()}; }
// A number r is (middle - r, middle + r), from `least` on.
t::Range range(const Json& j, double middle = 0, double least = -1e300) {
  if (!j.is(Json::Type::number)) return pair(j);
  return {std::max(least, middle - j.number()), middle + j.number()};
}
t::Interpolation interpolation(const Json& j) {
  const std::string& name = j.at("interpolation").text();
  return name == "nearest" ? t::Interpolation::nearest : name == "bicubic" ? t::Interpolation::bicubic : t::Interpolation::bilinear;
}
// What is erased is filled with; none: random numbers.
std::vector<double> erased(const Json& j) {
  if (j.is(Json::Type::string)) return {};
  if (j.is(Json::Type::number)) return {j.number()};
  std::vector<double> out;
  for (const Json& v : j.items()) out.push_back(v.number());
  return out;
}

t::PaddingMode padding_mode(const Json& j) {
  constexpr const char* kNames[] = {"constant", "edge", "reflect", "symmetric"};
  int k = 0;
  while (j.at("padding_mode").text() != kNames[k]) ++k;
  return static_cast<t::PaddingMode>(k);
}

// Held by its base: one control block for all types.
template <class T, class... Args>
Augmentation image(const Args&... args) {
  return {t::TransformPtr(static_cast<const t::Transform*>(new T(args...))), {}};
}
template <class T>
Augmentation batch(std::int64_t n_classes, const Json& j) {
  return {{}, t::BatchTransformPtr(static_cast<const t::BatchTransform*>(new T(n_classes, j.at("alpha").number())))};
}

// What is done or not, with its amount under this key.
Augmentation at_random(const Json& j) {
  double amount = 0;
  for (const char* key : {"bits", "threshold", "sharpness_factor"})
    if (const Json* v = j.find(key)) amount = v->number();
  return image<t::RandomApply>(j.at("type").text(), j.at("p").number(), amount);
}

using Make = Augmentation (*)(const Json& j, std::int64_t n_classes);
constexpr struct {
  const char* type;
  Make make;
} kMakers[] = {
    {"RandomAffine",
     [](const Json& j, std::int64_t) {
       t::RandomAffineOptions o;
       o.degrees = range(j.at("degrees"));
       o.translate = pair(j.at("translate"));
       o.scale = pair(j.at("scale"));
       o.shear_x = range(j.at("shear"));
       o.interpolation = interpolation(j);
       o.fill = j.at("fill").number();
       return image<t::RandomAffine>(o);
     }},
    {"Resize", [](const Json& j, std::int64_t) { return image<t::Resize>(dims(j.at("size")), interpolation(j), j.at("antialias").boolean(), maybe_integer(j.at("max_size"))); }},
    {"CenterCrop", [](const Json& j, std::int64_t) { return image<t::CenterCrop>(dims(j.at("size"))); }},
    {"RandomCrop",
     [](const Json& j, std::int64_t) {
       return image<t::RandomCrop>(dims(j.at("size")), dims(j.at("padding")), j.at("pad_if_needed").boolean(), j.at("fill").number(), padding_mode(j));
     }},
    {"RandomResizedCrop",
     [](const Json& j, std::int64_t) {
       return image<t::RandomResizedCrop>(dims(j.at("size")), pair(j.at("scale")), pair(j.at("ratio")), interpolation(j), j.at("antialias").boolean());
     }},
    {"RandomRotation",
     [](const Json& j, std::int64_t) {
       std::optional<t::Range> center;
       if (!j.at("center").is_null()) center = pair(j.at("center"));
       return image<t::RandomRotation>(range(j.at("degrees")), interpolation(j), j.at("fill").number(), j.at("expand").boolean(), center);
     }},
    {"ColorJitter",
     [](const Json& j, std::int64_t) {
       return image<t::ColorJitter>(range(j.at("brightness"), 1, 0), range(j.at("contrast"), 1, 0), range(j.at("saturation"), 1, 0), range(j.at("hue")));
     }},
    {"Grayscale", [](const Json& j, std::int64_t) { return image<t::Grayscale>(j.at("num_output_channels").integer()); }},
    {"GaussianBlur", [](const Json& j, std::int64_t) { return image<t::GaussianBlur>(dims(j.at("kernel_size")), pair(j.at("sigma"))); }},
    {"RandomErasing",
     [](const Json& j, std::int64_t) { return image<t::RandomErasing>(j.at("p").number(), pair(j.at("scale")), pair(j.at("ratio")), erased(j.at("value"))); }},
    {"TrivialAugmentWide",
     [](const Json& j, std::int64_t) {
       return image<t::TrivialAugmentWide>(static_cast<int>(std::min<std::int64_t>(j.at("num_magnitude_bins").integer(), 1 << 20)), interpolation(j), j.at("fill").number());
     }},
    {"MixUp", [](const Json& j, std::int64_t n_classes) { return batch<t::MixUp>(n_classes, j); }},
    {"CutMix", [](const Json& j, std::int64_t n_classes) { return batch<t::CutMix>(n_classes, j); }},
};

}  // namespace

std::string_view more_augmentation_text() { return detail::cold_text<More>(); }

Augmentation augmentation(const Json& j, std::int64_t n_classes, std::string_view path) {
  try {
    for (const auto& [type, make] : kMakers)
      if (j.at("type").text() == type) return make(j, n_classes);
    return at_random(j);
  } catch (...) {
    schema::rethrow(j, path);
  }
}

}  // namespace wick::parts
