// The table of a model's layers.

#include <algorithm>
#include <cstdio>

#include "wick/autograd.h"
#include "wick/callbacks.h"

namespace wick {

namespace {

// 1234567 -> "1.2 M", as Lightning writes counts.
std::string human(std::int64_t n) {
  constexpr const char* kUnits[] = {"", " K", " M", " B"};
  auto v = static_cast<double>(n);
  int unit = 0;
  for (; v >= 1000 && unit < 3; ++unit) v /= 1000;
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, unit ? "%.1f%s" : "%.0f%s", v, kUnits[unit]);
  return buffer;
}

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string shape_text(const Shape& s) {
  std::string out = "[";
  for (int i = 0; i < s.rank(); ++i) out += (i ? ", " : "") + std::to_string(s[i]);
  return out + "]";
}

}  // namespace

std::string model_summary(nn::Module& model, const Shape& sample_input, DType dtype) {
  std::vector<std::vector<std::string>> rows = {{"", "Name", "Type", "Params", "In sizes", "Out sizes"}};
  std::vector<std::pair<nn::Module*, int>> hooks;
  std::vector<std::pair<nn::Module*, std::size_t>> row_of;
  std::int64_t learned = 0, fixed = 0;
  for (const auto& [name, m] : model.named_modules()) {
    if (!m->named_children().empty()) continue;
    std::int64_t n = 0;
    for (const Tensor& p : m->parameters()) n += p.numel();
    row_of.emplace_back(m, rows.size());
    rows.push_back({std::to_string(rows.size() - 1), name, m->type(), human(n), "?", "?"});
  }
  for (const auto& [name, p] : model.named_parameters()) (p.requires_grad() ? learned : fixed) += p.numel();
  for (const auto& [m, row] : row_of)
    hooks.emplace_back(m, m->register_forward_hook([&rows, r = row](nn::Module&, const Tensor& in, const Tensor& out) {
      rows[r][4] = shape_text(in.shape());
      rows[r][5] = shape_text(out.shape());
    }));
  const bool training = model.training;
  try {
    const NoGradGuard guard;
    Shape shape = sample_input;
    shape.insert(0, 1);
    model.eval();
    (void)model(zeros(shape, dtype));
  } catch (const Error&) {  // the sizes that are not known stay "?"
  }
  model.train(training);
  for (const auto& [m, id] : hooks) m->remove_forward_hook(id);

  std::vector<std::size_t> widths(rows[0].size(), 0);
  for (const auto& row : rows)
    for (std::size_t c = 0; c < row.size(); ++c) widths[c] = std::max(widths[c], row[c].size());
  std::string out, rule;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t c = 0; c < row.size(); ++c) line += (c ? " | " : "") + padded(row[c], widths[c]);
    if (rule.empty()) rule = std::string(line.size(), '-') + "\n";
    out += line + "\n";
    if (&row == &rows[0]) out += rule;
  }
  out += rule;
  char mb[32];
  std::snprintf(mb, sizeof mb, "%.3f", static_cast<double>(learned + fixed) * 4 / 1e6);
  for (const auto& [value, what] : {std::pair<std::string, const char*>{human(learned), "Trainable params"},
                                    {human(fixed), "Non-trainable params"},
                                    {human(learned + fixed), "Total params"},
                                    {mb, "Total estimated model params size (MB)"}})
    out += padded(value, 10) + what + "\n";
  return out;
}

void ModelSummary::on_fit_start(Trainer& t) { sink_(model_summary(*t.task().model, t.sample_input(), t.input_dtype())); }

}  // namespace wick
