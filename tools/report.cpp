#include "report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

namespace wick {

namespace {

constexpr const char* kStyle = R"(:root{color-scheme:light dark;--ink:#1c1b19;--dim:#6b6760;--line:#d9d5cc;--paper:#faf8f4;--a:#d9480f;--b:#1864ab}
@media(prefers-color-scheme:dark){:root{--ink:#ece9e2;--dim:#a09b91;--line:#3a3733;--paper:#161513;--a:#ff8a4c;--b:#74c0fc}}
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse;font-variant-numeric:tabular-nums}td,th{padding:.2rem .6rem;text-align:right;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{text-align:left}.charts{display:flex;flex-wrap:wrap;gap:1rem}figure{margin:0;flex:1 1 24rem}figcaption{color:var(--dim)}
svg{width:100%;height:auto}svg text{font:11px system-ui,sans-serif;fill:var(--dim)}.scroll{overflow-x:auto}pre{overflow-x:auto;font-size:.85rem}
.cm td{text-align:center;border:1px solid var(--line);min-width:2.2rem})";

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '<') out += "&lt;";
    else if (c == '>') out += "&gt;";
    else if (c == '&') out += "&amp;";
    else if (c == '"') out += "&quot;";
    else out += c;
  }
  return out;
}

std::string number(double v, const char* pattern = "%.4g") {
  if (std::isnan(v)) return "";
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, pattern, v);
  return buffer;
}

struct Line {
  const char *name, *colour;
  std::vector<double> y;
};

// One chart over epochs 1 … n, each curve labelled at its last point.
std::string chart(const char* title, const std::vector<Line>& curves) {
  constexpr double kWidth = 420, kHeight = 240, kLeft = 48, kRight = 70, kTop = 10, kBottom = 26;
  double low = INFINITY, high = -INFINITY;
  std::size_t n = 0;
  for (const Line& c : curves) {
    n = std::max(n, c.y.size());
    for (const double v : c.y)
      if (std::isfinite(v)) low = std::min(low, v), high = std::max(high, v);
  }
  if (!(low <= high)) return "";
  if (high - low < 1e-9) low -= 0.5, high += 0.5;
  const auto px = [&](std::size_t i) { return kLeft + (n > 1 ? static_cast<double>(i) / static_cast<double>(n - 1) : 0.5) * (kWidth - kLeft - kRight); };
  const auto py = [&](double v) { return kTop + (high - v) / (high - low) * (kHeight - kTop - kBottom); };
  std::string out = str("<figure><svg viewBox=\"0 0 420 240\" role=\"img\" aria-label=\"", title, " by epoch\">");
  for (int k = 0; k <= 4; ++k) {
    const double v = low + (high - low) * k / 4;
    out += str("<line x1=\"48\" x2=\"350\" y1=\"", number(py(v)), "\" y2=\"", number(py(v)), "\" stroke=\"var(--line)\"/><text x=\"44\" y=\"", number(py(v) + 4),
               "\" text-anchor=\"end\">", number(v, "%.3g"), "</text>");
  }
  out += str("<text x=\"48\" y=\"235\">epoch 1</text><text x=\"350\" y=\"235\" text-anchor=\"end\">", n, "</text>");
  double label_above = -100;
  for (const Line& c : curves) {
    std::string path;
    double last = NAN;
    for (std::size_t i = 0; i < c.y.size(); ++i) {
      if (!std::isfinite(c.y[i])) continue;
      path += str(path.empty() ? "M" : "L", number(px(i)), " ", number(py(c.y[i])));
      last = c.y[i];
    }
    if (path.empty()) continue;
    double y = py(last) + 4;
    if (std::fabs(y - label_above) < 13) y = label_above + (y >= label_above ? 13 : -13);
    label_above = y;
    out += str("<path d=\"", path, "\" fill=\"none\" stroke=\"", c.colour, "\" stroke-width=\"2\"/><text x=\"355\" y=\"", number(y), "\" style=\"fill:", c.colour, "\">", c.name, "</text>");
  }
  return out + str("</svg><figcaption>", title, "</figcaption></figure>");
}

std::string confusion_table(const Json& c) {
  const std::vector<Json>&classes = c.at("classes").items(), &matrix = c.at("matrix").items();
  if (classes.size() > 40) return "";
  std::string out = str("<h2>Confusion matrix (", c.at("split").text(), ")</h2><p>A row is a label, a column what the model said.</p><div class=\"scroll\"><table class=\"cm\"><tr><th></th>");
  for (const Json& k : classes) out += str("<th scope=\"col\">", escape(k.text()), "</th>");
  out += "<th scope=\"col\">precision</th><th scope=\"col\">recall</th><th scope=\"col\">F1</th></tr>";
  for (std::size_t a = 0; a < matrix.size(); ++a) {
    double sum = 0;
    for (const Json& v : matrix[a].items()) sum += v.number();
    out += str("<tr><th scope=\"row\">", escape(classes[a].text()), "</th>");
    for (std::size_t b = 0; b < matrix.size(); ++b) {
      const double v = matrix[a].items()[b].number();
      const double share = sum > 0 ? std::sqrt(v / sum) : 0;
      out += str("<td style=\"background:color-mix(in srgb,var(", a == b ? "--b" : "--a", ") ", number(share * 55, "%.0f"), "%,transparent)\">", number(v, "%.0f"), "</td>");
    }
    const Json& p = c.at("per_class").items()[a];
    for (const char* key : {"precision", "recall", "f1"}) out += str("<td>", number(p.at(key).number(), "%.3f"), "</td>");
    out += "</tr>";
  }
  return out + "</table></div>";
}

}  // namespace

std::string report_html(Session& session) {
  const std::vector<EpochRecord>& history = session.trainer().history();
  std::vector<Line> loss = {{"train", "var(--a)", {}}, {"validation", "var(--b)", {}}}, accuracy = loss;
  std::string rows;
  for (const EpochRecord& r : history) {
    loss[0].y.push_back(r.train_loss);
    loss[1].y.push_back(r.val_loss);
    accuracy[0].y.push_back(r.train_accuracy);
    accuracy[1].y.push_back(r.val_accuracy);
    rows += str("<tr><td>", r.epoch + 1, "</td><td>", r.step, "</td>");
    for (const double v : {r.train_loss, r.train_accuracy, r.val_loss, r.val_accuracy, r.lr}) rows += str("<td>", number(v), "</td>");
    rows += "</tr>";
  }
  const Json info = session.call("info", Json::object());
  std::string out = str("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>", escape(session.recipe().name()),
                        "</title><style>", kStyle, "</style><h1>", escape(session.recipe().name()), "</h1><p>", info.at("parameters").dump(), " parameters, ", info.at("n_train").dump(),
                        " samples trained on, ", info.at("n_val").dump(), " validated on, ", history.size(), " epochs.</p><div class=\"charts\">", chart("loss", loss),
                        chart("accuracy", accuracy), "</div>");
  out += "<h2>Epochs</h2><div class=\"scroll\"><table><tr><th>epoch</th><th>step</th><th>train loss</th><th>train accuracy</th><th>val loss</th><th>val accuracy</th><th>lr</th></tr>";
  out += rows + "</table></div>";
  constexpr std::int64_t kMostShown = 100;  // classes; a table of more is no use to anyone
  if (session.n_classes() && session.n_classes() <= kMostShown && session.data().val) out += confusion_table(session.call("confusion", Json::object()));
  out += str("<h2>Model</h2><pre>", escape(info.at("repr").text()), "</pre><h2>Recipe</h2><pre>", escape(session.recipe().text()), "</pre></html>\n");
  return out;
}

}  // namespace wick
