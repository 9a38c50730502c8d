// Labelled arrays in IDX files.

#include "data/data_files.h"
#include "train/data_types.h"
#include "train/schema.h"
#include "wick/readers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "idx train_images=\"train-images-idx3-ubyte\":text train_labels=\"train-labels-idx1-ubyte\":text test_images=\"t10k-images-idx3-ubyte\":text?"
        " test_labels=\"t10k-labels-idx1-ubyte\":text? val=5000:integer>=0\n";
};

struct Labelled {
  Tensor images, labels;
};

Labelled read_labelled(const std::string& dir, const std::string& images_name, const std::string& labels_name) {
  Labelled out;
  out.images = read_idx(read_data_file(dir, images_name), images_name.c_str());
  out.labels = read_idx(read_data_file(dir, labels_name), labels_name.c_str());
  check(out.images.dim() >= 2, ErrorKind::format, "[idx] {}: it holds {}; need images [N,H,W] or features [N,F].", images_name, out.images);
  check(out.labels.dim() == 1, ErrorKind::format, "[idx] {}: it holds {}; need labels [N].", labels_name, out.labels);
  check(out.images.size(0) == out.labels.size(0), ErrorKind::format, "[idx] {} has {} images but {} {} labels; need as many.",
        images_name, out.images.size(0), labels_name, out.labels.size(0));
  check(out.images.size(0) > 0, ErrorKind::format, "[idx] {}: it holds no image; need at least one.", images_name);
  if (out.labels.is_floating_point()) return out;
  out.labels = out.labels.to(DType::int64);
  for (std::int64_t i = 0; i < out.labels.numel(); ++i)
    check(out.labels.data<std::int64_t>()[i] >= 0, ErrorKind::index, "[idx] {}: label {} at row {} is out of range; need 0 or more.",
          labels_name, out.labels.data<std::int64_t>()[i], i);
  return out;
}

DataSets idx(const DataRequest& r) {
  const Json& j = r.j;
  Labelled train = read_labelled(r.dir, j.at("train_images").text(), j.at("train_labels").text());
  const auto as_targets = [targets = r.targets](Tensor& y, const std::string& name) {
    if (targets == Targets::values) y = y.to(DType::float32).reshape({-1, 1});
    else check(!y.is_floating_point(), ErrorKind::format, "[idx] {}: labels are {}; this loss needs whole numbers.", name, y.dtype());
  };
  DataSets out;
  as_targets(train.labels, j.at("train_labels").text());
  if (r.targets == Targets::classes) count_classes(train.labels, j.at("train_labels").text(), out);
  const auto set = std::make_shared<TensorDataset>(train.images, train.labels);
  const std::int64_t val = j.at("val").integer();
  if (val >= set->size()) schema::bad(j.at("val"), "data.val", "is {}; need less than the {} training samples.", val, set->size());
  if (val > 0) {
    const auto parts = random_split(set, {set->size() - val, val}, r.seed);
    out.train = parts[0];
    out.val = parts[1];
  } else {
    out.train = set;
  }
  if (j.at("test_images").is_null() || j.at("test_labels").is_null()) return out;
  Labelled test = read_labelled(r.dir, j.at("test_images").text(), j.at("test_labels").text());
  as_targets(test.labels, j.at("test_labels").text());
  const auto test_set = std::make_shared<TensorDataset>(test.images, test.labels);
  check(test_set->sample_shape() == set->sample_shape(), ErrorKind::format, "[idx] {} has samples of {} but {} of {}; need one size.",
        j.at("test_images").text(), test_set->sample_shape(), j.at("train_images").text(), set->sample_shape());
  if (out.n_classes) count_classes(test.labels, j.at("test_labels").text(), out);
  out.test = test_set;
  return out;
}

constexpr DataMaker kMakers[] = {{"idx", idx}};

}  // namespace

constinit const DataFamily kIdxData = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
