// The progress bar as tqdm and Lightning draw it.

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "wick/callbacks.h"

namespace wick {

namespace {

template <class... Args>
std::string format(const char* pattern, Args... args) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, pattern, args...);
  return buffer;
}

// "00:03", "1:02:03".
std::string clock_text(double seconds) {
  if (!(seconds >= 0) || seconds > 1e8) return "?";
  const auto s = static_cast<long>(seconds);
  return s < 3600 ? format("%02ld:%02ld", s / 60, s % 60) : format("%ld:%02ld:%02ld", s / 3600, s / 60 % 60, s % 60);
}

constexpr int kCells = 10;

std::string cells(double share) {
  constexpr const char* kEighths[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const int eighths = std::clamp(static_cast<int>(share * kCells * 8), 0, kCells * 8);
  std::string out;
  for (int i = 0; i < eighths / 8; ++i) out += "█";
  out += kEighths[eighths % 8];
  for (int i = (eighths + 7) / 8; i < kCells; ++i) out += ' ';
  return out;
}

// At most `width` characters on the screen; continuation bytes of UTF-8 take no place.
std::string cut(const std::string& text, int width) {
  int n = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80 && ++n > width) return text.substr(0, i);
  return text;
}

}  // namespace

void ProgressBar::on_epoch_start(Trainer& t) {
  start_ = options_.clock();
  drawn_ = -1;
  loss_ = kNoValue;
  epoch_ = t.epoch();
  done_ = first_ = t.batch();  // resumed within an epoch
  total_ = 0;
}

void ProgressBar::on_batch_end(Trainer& t, const Event& e) {
  const bool due = t.options().check_val_every_n_epoch <= 1 || (e.epoch + 1) % t.options().check_val_every_n_epoch == 0;
  const std::int64_t val = due ? t.n_val_batches() : 0;
  if (e.kind == Event::Kind::train) {
    done_ = e.batch;
    total_ = e.batches + val;
    // A running mean over about 20 batches, as Lightning shows.
    loss_ = std::isnan(loss_) ? e.loss : loss_ + (e.loss - loss_) / 20;
  } else {
    done_ = t.batch() + e.batch;
    total_ = t.batch() + e.batches;
  }
  if (options_.redraw && options_.clock() - drawn_ >= options_.refresh) draw(false);
}

void ProgressBar::on_epoch_end(Trainer&, const EpochRecord& r) {
  figures_.clear();
  const auto add = [&](const std::string& name, double v) {
    if (!std::isnan(v)) figures_ += ", " + name + format("=%.4g", v);
  };
  add("val_loss", r.val_loss);
  add("val_accuracy", r.val_accuracy);
  loss_ = r.train_loss;
  draw(true);
}

void ProgressBar::on_fit_end(Trainer&) {
  if (open_) options_.sink("\n");
  open_ = false;
}

void ProgressBar::draw(bool last) {
  const double now = options_.clock(), seconds = now - start_, share = total_ ? static_cast<double>(done_) / static_cast<double>(total_) : 1;
  const double rate = seconds > 0 ? static_cast<double>(done_ - first_) / seconds : 0;
  drawn_ = now;
  std::string text = str("Epoch {}: {}%|{}| {}/{} [{}<{}, {}it/s",
                         epoch_, format("%3d", static_cast<int>(share * 100)), cells(share), done_, total_, clock_text(seconds),
                         clock_text(rate > 0 ? static_cast<double>(total_ - done_) / rate : -1), format("%.1f", rate));
  if (!std::isnan(loss_)) text += ", loss=" + format("%.3g", loss_);
  text += figures_ + "]";
  if (options_.redraw && options_.width > 1) text = cut(text, options_.width - 1);
  options_.sink(options_.redraw ? "\r\x1b[K" + text + (last ? "\n" : "") : text + "\n");
  open_ = options_.redraw && !last;
}

}  // namespace wick
