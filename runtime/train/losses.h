#pragma once
// The registry of losses: what a recipe may say of each (the lines of schema_table.cpp), its op, and the targets it compares
// with. Its keys are the op's parameters after the tensors, in name and order, so that this and the op are all it takes to make
// one, here and in the JavaScript package.

#include <span>
#include <string_view>

#include "train/json.h"
#include "wick/nn/losses.h"

namespace wick::parts {

/// What a data set must give a loss.
enum class LossTargets {
  classes,  // class indices
  binary,   // labels 0 and 1, as numbers of the output's shape; the output is logits
  likely,   // the same, but the output is probabilities
  values,   // a number per sample
  other     // more tensors, or targets that no data set has: for programs, not for recipes
};
struct LossRule {
  const char* type;
  const char* op;
  LossTargets targets;
  nn::LossPtr (*make)(const Json& j) = nullptr;  ///< makes it without the list of ops, which the page's own recipes do without
};
std::span<const LossRule> loss_rules();
const LossRule& loss_rule(std::string_view type);
/// The lines of the loss that the page's own recipes use, and those of the others.
std::string_view first_losses();
std::string_view more_losses();

}  // namespace wick::parts
