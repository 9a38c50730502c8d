#include "golden/cases.h"

#include <cmath>
#include <cstdlib>

#include "wick/autograd.h"

namespace wick::test {

using nlohmann::json;

CaseFile::CaseFile(const std::string& family) : file(parse_safetensors(read_golden(family + ".safetensors"), family.c_str())) {}

json CaseFile::list(const char* key) const { return json::parse(*file.find_metadata(key)); }

Tensor CaseFile::tensor(const json& entry) {
  if (entry.is_null()) return {};
  const std::string name = entry["t"];
  Tensor t = file.find(name);
  if (entry["g"].get<bool>()) {
    t = t.clone();  // the file's stays as it is
    t.requires_grad_();
    leaves.emplace_back(name, t);
  }
  return t;
}

Value CaseFile::argument(const json& a) {
  if (a.is_null()) return {};
  if (a.is_boolean()) return a.get<bool>();
  if (a.is_number_integer()) return a.get<std::int64_t>();
  if (a.is_number()) return a.get<double>();
  if (a.is_string()) return a.get<std::string>();
  if (a.is_array()) {
    bool whole = true;
    for (const json& v : a) whole = whole && v.is_number_integer();
    if (whole) return a.get<std::vector<std::int64_t>>();
    return a.get<std::vector<double>>();
  }
  if (a.contains("t")) return tensor(a);
  if (a.contains("number")) return std::strtod(a["number"].get<std::string>().c_str(), nullptr);  // "inf", "-inf", "nan"
  TensorList list;
  for (const json& entry : a["list"]) list.push_back(tensor(entry));
  return list;
}

std::string difference(const Tensor& a, const Tensor& b) {
  if (!(a.shape() == b.shape())) return str("shape ", a.shape(), ", PyTorch ", b.shape());
  if (a.dtype() != b.dtype()) return str("dtype ", a.dtype(), ", PyTorch ", b.dtype());
  const bool exact = !a.is_floating_point();
  const double rtol = exact ? 0 : 1.3e-6, atol = exact ? 0 : 1e-5;
  const auto x = a.to_vector(), y = b.to_vector();
  for (std::size_t i = 0; i < x.size(); ++i)
    if (!(x[i] == y[i] || std::abs(x[i] - y[i]) <= atol + rtol * std::abs(y[i]) || (std::isnan(x[i]) && std::isnan(y[i]))))
      return str("[", i, "] is ", x[i], ", PyTorch ", y[i]);
  return "";
}

std::string CaseFile::compare(const json& c, const TensorList& outs) {
  const json &names = c["outs"], &dys = c["dys"];
  if (outs.size() != names.size()) return str(outs.size(), " results, PyTorch ", names.size());
  Tensor total = zeros({});
  for (std::size_t k = 0; k < outs.size(); ++k) {
    if (!outs[k].defined()) return str("result ", k, " is undefined");
    const std::string found = difference(outs[k], at(names[k]));
    if (!found.empty()) return str("result ", k, ": ", found);
    if (!dys[k].is_null()) total = total + (outs[k] * at(dys[k])).sum();
  }
  if (total.requires_grad()) total.backward();
  for (const json& g : c["grads"])
    for (const auto& [name, leaf] : leaves) {
      if (name != g[0].get<std::string>()) continue;
      const std::string found = difference(leaf.grad().defined() ? leaf.grad() : zeros_like(leaf), at(g[1]));
      if (!found.empty()) return str("gradient of ", name, ": ", found);
    }
  return "";
}

}  // namespace wick::test
