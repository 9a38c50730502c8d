#pragma once
// What a module's visit() reports, as lists.

#include <string>
#include <utility>
#include <vector>

#include "wick/nn.h"

namespace wick::nn {

struct Contents final : Visitor {
  explicit Contents(Module& m) {
    m.visit(*this);
    for (const auto& c : m.computed) {
      std::erase_if(parameters, [&c](const auto& p) { return p.first == c->name; });
      for (auto& [name, t] : c->parameters) parameters.emplace_back(name, &t);
      for (auto& [name, t] : c->buffers) buffers.emplace_back(name, &t);
    }
  }
  void parameter(const char* name, Tensor& t) override {
    if (t.defined()) parameters.emplace_back(name, &t);
  }
  void buffer(const char* name, Tensor& t) override {
    if (t.defined()) buffers.emplace_back(name, &t);
  }
  void child(const std::string& name, Module& m) override { children.emplace_back(name, &m); }

  std::vector<std::pair<std::string, Tensor*>> parameters, buffers;
  std::vector<std::pair<std::string, Module*>> children;
};

}  // namespace wick::nn
