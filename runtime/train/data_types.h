#pragma once
// The registry of data sets: for each family what a recipe may say of them (the lines of schema_table.cpp) and what makes them,
// side by side in data/.

#include <span>
#include <string_view>

#include "core/cold_text.h"
#include "train/parts.h"

namespace wick::parts {

/// A checked "data" entry with what it needs besides.
struct DataRequest {
  const Json& j;
  std::uint64_t seed;
  Targets targets;
  const std::string& dir;  ///< where files lie that were not put into memory
};
struct DataMaker {
  const char* type;
  DataSets (*make)(const DataRequest& r);
};
struct DataFamily {
  std::string_view (*text)();
  std::span<const DataMaker> makers;
};
extern const DataFamily kGeneratedData, kIdxData, kImageData, kTableData, kTextData;
/// The first is what the page's own recipes use; the others' texts are cold.
std::span<const DataFamily* const> data_families();

/// A step on an image or on a batch, from a checked entry that stood at path.
struct Augmentation {
  wick::transforms::TransformPtr image = {};
  wick::transforms::BatchTransformPtr batch = {};
};
Augmentation augmentation(const Json& j, std::int64_t n_classes, std::string_view path);
std::string_view more_augmentation_text();  ///< what a recipe may say of those that the page's own recipes do not use

// For makers.
void need_classes(const DataRequest& r);  ///< throws RecipeError where the loss needs values
/// Raises n_classes to cover the labels, and says where the largest one is.
void count_classes(const Tensor& labels, const std::string& file, DataSets& out);
void set_vocabulary(DataSets& out, Tokenizer tokenizer);

}  // namespace wick::parts
