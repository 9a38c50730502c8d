#pragma once

#include <string>

#include "train/session.h"

namespace wick {

/// A page of a finished run that needs nothing else: figures, curves as SVG, confusion matrix, recipe.
std::string report_html(Session& session);

}  // namespace wick
