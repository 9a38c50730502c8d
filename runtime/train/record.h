#pragma once
// The figures of a finished epoch by name, and as JSON.

#include "train/json.h"
#include "wick/trainer.h"

namespace wick {

struct RecordFigure {
  const char* name;
  double EpochRecord::*value;
};
inline constexpr RecordFigure kRecordFigures[] = {{"train_loss", &EpochRecord::train_loss},
                                                  {"train_accuracy", &EpochRecord::train_accuracy},
                                                  {"val_loss", &EpochRecord::val_loss},
                                                  {"val_accuracy", &EpochRecord::val_accuracy},
                                                  {"lr", &EpochRecord::lr}};

/// Adds epoch, step and the figures to an object.
void add_record(Json& to, const EpochRecord& r);

}  // namespace wick
