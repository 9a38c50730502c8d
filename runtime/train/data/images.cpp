// Sets of colour images: CIFAR-10's binary files, folders of pictures.

#include <algorithm>

#include "data/data_files.h"
#include "train/data_types.h"
#include "train/layers.h"
#include "train/schema.h"
#include "wick/images.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "cifar10 train=[\"data_batch_1.bin\",\"data_batch_2.bin\",\"data_batch_3.bin\",\"data_batch_4.bin\",\"data_batch_5.bin\"]:texts test=\"test_batch.bin\":text?"
        " val=5000:integer>=0\n"
      "image_folder size:sizes>0 channels=3:integer>0 train=\"train\":text val=0.1:number<1 test=null:text stratify=true:boolean\n";
};

DataSets cifar10(const DataRequest& r) {
  need_classes(r);
  const Json& j = r.j;
  const auto read = [&](const std::string& name) -> DatasetPtr {
    const Batch b = read_cifar10(read_data_file(r.dir, name), name.c_str());
    return std::make_shared<TensorDataset>(b.x, b.y);
  };
  std::vector<DatasetPtr> parts;
  for (const Json& name : j.at("train").items()) parts.push_back(read(name.text()));
  const DatasetPtr all = parts.size() == 1 ? parts[0] : std::make_shared<ConcatDataset>(parts);
  const std::int64_t val = j.at("val").integer();
  if (val >= all->size()) schema::bad(j.at("val"), "data.val", "is {}; need less than the {} training samples.", val, all->size());
  DataSets out;
  out.class_names = cifar10_classes();
  out.n_classes = 10;
  out.train = all;
  if (val > 0) {
    const auto cut = random_split(all, {all->size() - val, val}, r.seed);
    out.train = cut[0];
    out.val = cut[1];
  }
  if (!j.at("test").is_null()) out.test = read(j.at("test").text());
  return out;
}

#ifdef __EMSCRIPTEN__

DataSets image_folder(const DataRequest& r) {
  schema::bad(r.j, "data", "is of type \"image_folder\", which needs a file system; give a page its images decoded, as IDX files.");
}

#else

DataSets image_folder(const DataRequest& r) {
  need_classes(r);
  const Json& j = r.j;
  const auto open = [&](const std::string& name) {
    const std::string root = r.dir.empty() || name.starts_with('/') ? name : r.dir + "/" + name;
    ImageFolderOptions o;
    o.size = dims(j.at("size"));
    o.channels = static_cast<int>(std::min<std::int64_t>(j.at("channels").integer(), 4));
    try {
      return std::make_shared<ImageFolder>(root, o);
    } catch (const Error& e) {
      if (e.kind() != ErrorKind::value) throw;
      schema::rethrow(j, "data");
    }
  };
  const auto all = open(j.at("train").text());
  DataSets out;
  out.class_names = all->classes();
  out.n_classes = std::max<std::int64_t>(2, static_cast<std::int64_t>(out.class_names.size()));
  out.train = all;
  if (const double val = j.at("val").number(); val > 0) {
    const auto cut = random_split(all, Fractions{{1 - val, val}}, r.seed, j.at("stratify").boolean());
    check(cut[0]->size() > 0 && cut[1]->size() > 0, ErrorKind::recipe, "[recipe] data: of {} pictures, val {} leaves {} for training and {} for validation; need some for both.",
          all->size(), val, cut[0]->size(), cut[1]->size());
    out.train = cut[0];
    out.val = cut[1];
  }
  if (!j.at("test").is_null()) {
    const auto test = open(j.at("test").text());
    check(test->classes() == all->classes(), ErrorKind::format, "[ImageFolder] {} and {} have different classes; need the same.", j.at("test").text(), j.at("train").text());
    out.test = test;
  }
  return out;
}

#endif

constexpr DataMaker kMakers[] = {{"cifar10", cifar10}, {"image_folder", image_folder}};

}  // namespace

constinit const DataFamily kImageData = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
