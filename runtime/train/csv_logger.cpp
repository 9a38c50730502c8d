#ifndef __EMSCRIPTEN__

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "wick/callbacks.h"
#include "wick/files.h"
#include "wick/readers.h"

namespace wick {

namespace {

void add_figure(CsvRow& row, double v) {
  if (std::isnan(v)) row.skip();
  else row.add(v);
}

}  // namespace

// A resumed run keeps the rows up to the step it goes on from; what a killed run wrote after that will be written again.
void CSVLogger::on_fit_start(Trainer& t) {
  CsvRow header;
  for (const char* name : {"epoch", "step", "train_loss_step", "train_loss", "train_accuracy", "val_loss", "val_accuracy", "lr"}) header.add(name);
  metrics_.clear();
  for (const std::string& name : t.monitor_names()) {
    if (name.compare(0, 4, "val_") != 0 || name == "val_loss" || name == "val_accuracy") continue;
    metrics_.push_back(name);
    header.add(name);
  }
  std::string text = header.take();
  const std::string head = text;
  if (t.global_step() > 0 && file_exists(path_)) {
    const Bytes bytes = read_file(path_);
    const std::string old(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    if (old.compare(0, head.size(), head) == 0) {
      std::size_t at = head.size();
      while (at < old.size()) {
        const std::size_t end = old.find('\n', at);
        if (end == std::string::npos) break;  // cut off in the middle of a row
        const std::string line = old.substr(at, end + 1 - at);
        const std::size_t comma = line.find(',');
        const bool unfinished = is_epoch_row(line) && std::atoll(line.c_str()) >= t.epoch();  // its validation will run again
        if (comma == std::string::npos || std::atoll(line.c_str() + comma + 1) > t.global_step() || unfinished) break;
        text += line;
        at = end + 1;
      }
    }
  }
  write_file_atomic(path_, text);
}

// "epoch,step,," : a row of an epoch has no train_loss_step.
bool CSVLogger::is_epoch_row(const std::string& line) {
  const std::size_t first = line.find(','), second = line.find(',', first + 1);
  return second != std::string::npos && second + 1 < line.size() && line[second + 1] == ',';
}

void CSVLogger::append(const std::string& row) {
  std::FILE* f = std::fopen(path_.c_str(), "ab");
  const bool ok = f && std::fwrite(row.data(), 1, row.size(), f) == row.size();
  const int why = errno;
  const bool closed = f && std::fclose(f) == 0;
  check(ok && closed, ErrorKind::io, "[CSVLogger] cannot write {}: {}.", path_, std::strerror(ok ? errno : why));
}

void CSVLogger::on_batch_end(Trainer& t, const Event& e) {
  if (e.kind != Event::Kind::train || e.global_step % t.options().log_every_n_steps != 0) return;
  CsvRow row;
  row.add(e.epoch).add(e.global_step).add(e.loss).skip().skip().skip().skip().add(e.lr);
  for (std::size_t i = 0; i < metrics_.size(); ++i) row.skip();
  append(row.take());
}

void CSVLogger::on_epoch_end(Trainer&, const EpochRecord& r) {
  CsvRow row;
  row.add(r.epoch).add(r.step).skip();
  for (const double v : {r.train_loss, r.train_accuracy, r.val_loss, r.val_accuracy, r.lr}) add_figure(row, v);
  for (const std::string& name : metrics_) add_figure(row, r.find(name));
  append(row.take());
}

}  // namespace wick

#endif
