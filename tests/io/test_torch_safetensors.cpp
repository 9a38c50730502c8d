// A file that tools/torch_safetensors.py wrote from a PyTorch model (tests/golden/make_torch_linear.py), and back.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>

#include "wick/safetensors.h"

#ifndef WICK_SOURCE_DIR
#define WICK_SOURCE_DIR "."
#endif

using namespace wick;

namespace {

std::vector<std::byte> golden() {
  const char* path = WICK_SOURCE_DIR "/tests/golden/torch_linear.safetensors";
  std::FILE* file = std::fopen(path, "rb");
  REQUIRE_MESSAGE(file, path);
  std::vector<std::byte> bytes(1 << 16);
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  std::fclose(file);
  return bytes;
}

}  // namespace

TEST_CASE("safetensors: PyTorch's file is read with every dtype") {
  const auto f = parse_safetensors(golden());
  REQUIRE(f.find_metadata("made by"));
  CHECK(*f.find_metadata("made by") == "PyTorch \"\xC3\xA9\"\n");
  const std::vector<double> values = {0, 1, -2.5, 100, 0.0078125, 3};
  for (const DType dtype : {DType::float16, DType::bfloat16, DType::float64}) {
    const std::string name = str("dtype.", dtype);
    CAPTURE(name);
    const Tensor t = f.find(name);
    REQUIRE(t.defined());
    CHECK(t.dtype() == dtype);
    CHECK(t.shape() == Shape{2, 3});
    CHECK(t.to(DType::float32).to_vector() == values);
  }
  CHECK(f.find("dtype.i32").to_vector() == std::vector<double>{0, 1, -2, 100, 0, 3});
  CHECK(f.find("dtype.u8").to_vector() == std::vector<double>{0, 1, 127, 255});
  CHECK(f.find("dtype.bool").to_vector() == std::vector<double>{1, 0, 1});
  CHECK(f.find("dtype.empty").shape() == Shape{0, 3});
  CHECK(f.find("dtype.scalar").item() == 2.5);
  CHECK(f.find("model.1.num_batches_tracked").item() == 1);
}

TEST_CASE("safetensors: PyTorch's weights give PyTorch's output") {
  const auto f = parse_safetensors(golden());
  const auto get = [&](const std::string& name) { return f.find(name).to_vector(); };
  // [4,6] -> Linear -> [4,5] -> BatchNorm (eval), ReLU -> Linear -> [4,3], in double and by hand
  const auto linear = [&](const std::vector<double>& x, std::size_t n_in, const std::string& name) {
    const auto w = get(name + ".weight"), b = get(name + ".bias");
    std::vector<double> y;
    for (std::size_t row = 0; row < x.size() / n_in; ++row) {
      for (std::size_t o = 0; o < b.size(); ++o) {
        double sum = b[o];
        for (std::size_t i = 0; i < n_in; ++i) sum += x[row * n_in + i] * w[o * n_in + i];
        y.push_back(sum);
      }
    }
    return y;
  };
  auto h = linear(get("x"), 6, "model.0");
  const auto mean = get("model.1.running_mean"), var = get("model.1.running_var");
  const auto gain = get("model.1.weight"), shift = get("model.1.bias");
  for (std::size_t i = 0; i < h.size(); ++i) {
    const std::size_t c = i % 5;
    h[i] = std::fmax(0, (h[i] - mean[c]) / std::sqrt(var[c] + 1e-5) * gain[c] + shift[c]);
  }
  const auto y = linear(h, 5, "model.3"), expected = get("y");
  REQUIRE(y.size() == expected.size());
  for (std::size_t i = 0; i < y.size(); ++i) CHECK(y[i] == doctest::Approx(expected[i]).epsilon(1e-5));
}

TEST_CASE("safetensors: written again, PyTorch's file has the same bytes") {
  const auto bytes = golden();
  const auto f = parse_safetensors(bytes);
  CHECK(write_safetensors(f.tensors, f.metadata) == bytes);
}

#ifndef __EMSCRIPTEN__
#include <cstdlib>
#include <filesystem>

TEST_CASE("safetensors: through a .pt of PyTorch and back") {
  const std::string tool = "/usr/bin/python3 " WICK_SOURCE_DIR "/tools/torch_safetensors.py ";
  const auto folder = std::filesystem::temp_directory_path() / ("wick_torch_" + std::to_string(std::rand()));
  std::filesystem::create_directory(folder);
  const std::string in = folder / "in.safetensors", pt = folder / "state.pt", out = folder / "out.safetensors";
  auto f = parse_safetensors(golden());
  f.tensors.emplace_back("added.by.wick", tensor<float>({1, 2, 3, 4}, {2, 2}));
  save_safetensors(in, f.tensors, f.metadata);
  const int status = std::system((tool + "to-torch " + in + " " + pt + " 2> " + in + ".log").c_str());
  if (status == 3 << 8) {
    MESSAGE("PyTorch is not installed: the way through a .pt is not tested");
  } else {
    CHECK(status == 0);
    CHECK(std::system((tool + "from-torch " + pt + " " + out).c_str()) == 0);
    const auto g = load_safetensors(out);
    CHECK(write_safetensors(g.tensors) == write_safetensors(f.tensors));
  }
  std::filesystem::remove_all(folder);
}
#endif
