#include "wick/images.h"

#include <doctest/doctest.h>

#include <cmath>

#include "io/error_of.h"
#include "io/mutate.h"

#ifndef __EMSCRIPTEN__
#include <sys/stat.h>

#include <cstdlib>

#include "wick/files.h"
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#include <stb/stb_image_write.h>
#endif

namespace wick {
namespace {

std::vector<std::byte> records(const std::vector<int>& labels) {
  std::vector<std::byte> out;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    out.push_back(static_cast<std::byte>(labels[i]));
    for (std::size_t k = 0; k < 3072; ++k) out.push_back(static_cast<std::byte>(i * 5 + k % 251));
  }
  return out;
}

TEST_CASE("CIFAR-10: labels and planes of 32 x 32") {
  const Batch b = read_cifar10(records({3, 0, 9}));
  CHECK(b.x.shape() == Shape{3, 3, 32, 32});
  CHECK(b.y.to_vector() == std::vector<double>{3, 0, 9});
  CHECK(b.x.select(0, 2).select(0, 1).select(0, 0).select(0, 5).item() == (10 + 1029 % 251) % 256);
  CHECK(cifar10_classes()[9] == "truck");
}

TEST_CASE("CIFAR-10 files that cannot be ones are refused before anything is allocated") {
  CHECK(error_of([] { read_cifar10({}, "a.bin"); }).says("[cifar10] a.bin: 0 bytes; need records of 3073 bytes"));
  std::vector<std::byte> cut = records({1, 2});
  cut.pop_back();
  CHECK(error_of([&] { read_cifar10(cut); }).says("6145 bytes"));
  const Failure label = error_of([] { read_cifar10(records({1, 10})); });
  CHECK(label.kind == ErrorKind::format);
  CHECK(label.says("record 1 has label 10; need 0 to 9"));
  Mutator mutator(records({1, 7}));
  int read = 0;
  for (int i = 0; i < 500; ++i) {
    const std::vector<std::byte> bytes = mutator.next();
    const Failure f = error_of([&] { read_cifar10(bytes); });
    CHECK((!f.kind || f.kind == ErrorKind::format));
    read += !f.kind;
  }
  CHECK(read > 50);
}

#ifndef __EMSCRIPTEN__

void append(void* to, void* data, int n) {
  const auto* p = static_cast<const std::byte*>(data);
  static_cast<std::vector<std::byte>*>(to)->insert(static_cast<std::vector<std::byte>*>(to)->end(), p, p + n);
}

std::vector<std::uint8_t> gradient(int width, int height, int blue) {
  std::vector<std::uint8_t> p;
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x)
      for (const int v : {x * 10, y * 10, blue}) p.push_back(static_cast<std::uint8_t>(v));
  return p;
}

std::vector<std::byte> png(int width, int height, int blue = 0) {
  std::vector<std::byte> out;
  stbi_write_png_to_func(append, &out, width, height, 3, gradient(width, height, blue).data(), 0);
  return out;
}
std::vector<std::byte> jpeg(int width, int height) {
  std::vector<std::byte> out;
  stbi_write_jpg_to_func(append, &out, width, height, 3, gradient(width, height, 50).data(), 95);
  return out;
}

TEST_CASE("pictures are decoded to planes of colour, or to grey levels") {
  const Tensor t = read_picture(png(4, 3, 7), "a.png", 3);
  CHECK(t.shape() == Shape{3, 3, 4});
  CHECK(t.select(0, 0).select(0, 1).to_vector() == std::vector<double>{0, 10, 20, 30});
  CHECK(t.select(0, 1).select(0, 2).to_vector() == std::vector<double>{20, 20, 20, 20});
  CHECK(t.select(0, 2).to_vector() == std::vector<double>(12, 7));
  CHECK(read_picture(png(4, 3), "a.png", 1).shape() == Shape{1, 3, 4});
  const Tensor j = read_picture(jpeg(8, 8), "a.jpg", 3);
  for (std::int64_t x = 0; x < 8; ++x) CHECK(std::fabs(j.select(0, 0).select(0, 4).select(0, x).item() - static_cast<double>(x) * 10) < 8);
  CHECK(is_picture(png(1, 1)));
  CHECK(is_picture(jpeg(1, 1)));
  CHECK_FALSE(is_picture(records({1})));
  CHECK(fit_picture(t, {6}).shape() == Shape{3, 6, 6});
  CHECK(fit_picture(t, {2, 9}).shape() == Shape{3, 2, 9});
}

TEST_CASE("damaged pictures are refused or decoded, never too large") {
  const std::string huge = "P5 100000 100000 255 ";
  const auto* p = reinterpret_cast<const std::byte*>(huge.data());
  const Failure f = error_of([&] { read_picture({p, huge.size()}, "huge.pgm", 1); });
  CHECK(f.says("huge.pgm is 100000x100000; need at most 67108864 pixels"));
  CHECK(error_of([] { read_picture({}, "none.png", 3); }).says("cannot read none.png"));
  int read = 0;
  for (const std::vector<std::byte>& valid : {png(9, 7), jpeg(9, 7)}) {
    Mutator mutator(valid);
    for (int i = 0; i < 1500; ++i) {
      const std::vector<std::byte> bytes = mutator.next();
      const Failure e = error_of([&] { read_picture(bytes, "x", 3); });
      CHECK((!e.kind || e.kind == ErrorKind::format));
      read += !e.kind;
    }
  }
  CHECK(read > 100);
}

struct Folder {
  Folder() {
    char name[] = "/tmp/wick_images_XXXXXX";
    path = ::mkdtemp(name);
    for (const char* c : {"dog", "cat"}) ::mkdir((path + "/" + c).c_str(), 0777);
    write("cat/b.png", png(8, 6, 1));
    write("cat/a.jpg", jpeg(6, 6));
    write("cat/notes.txt", records({1}));
    write("dog/1.PNG", png(5, 5, 3));
  }
  ~Folder() {
    for (const std::string f : {"cat/a.jpg", "cat/b.png", "cat/notes.txt", "dog/1.PNG"}) std::remove((path + "/" + f).c_str());
    for (const char* c : {"/dog", "/cat", "/empty", ""}) std::remove((path + c).c_str());
  }
  void write(const std::string& name, const std::vector<std::byte>& bytes) const { write_file_atomic(path + "/" + name, bytes); }
  std::string path;
};

TEST_CASE("ImageFolder: classes by folder, pictures in one size") {
  const Folder folder;
  const ImageFolder set(folder.path, {.size = {4}});
  CHECK(set.classes() == std::vector<std::string>{"cat", "dog"});
  CHECK(set.size() == 3);
  CHECK(set.sample_shape() == Shape{3, 4, 4});
  CHECK(set.file(0) == folder.path + "/cat/a.jpg");
  const Batch b = set.get(std::vector<std::int64_t>{2, 1});
  CHECK(b.x.shape() == Shape{2, 3, 4, 4});
  CHECK(b.y.to_vector() == std::vector<double>{1, 0});
  CHECK(b.x.select(0, 0).select(0, 2).to_vector() == std::vector<double>(16, 3));
  CHECK(set.targets().to_vector() == std::vector<double>{0, 0, 1});
  CHECK(ImageFolder(folder.path, {.size = {3, 5}, .channels = 1}).sample_shape() == Shape{1, 3, 5});
  CHECK(error_of([&] { set.get(std::vector<std::int64_t>{3}); }).says("index 3 is out of range"));
  CHECK(error_of([&] { ImageFolder(folder.path + "/cat", {.size = {4}}); }).says("Couldn't find any class folder"));
  CHECK(error_of([&] { ImageFolder(folder.path + "/bird", {.size = {4}}); }).kind == ErrorKind::io);
  CHECK(error_of([&] { ImageFolder(folder.path, {}); }).says("need one number or [height,width]"));
  CHECK(error_of([&] { ImageFolder(folder.path, {.size = {4}, .channels = 2}); }).says("channels is 2"));
  ::mkdir((folder.path + "/empty").c_str(), 0777);
  CHECK(error_of([&] { ImageFolder(folder.path, {.size = {4}}); }).says("Found no valid file for the class empty"));
  folder.write("dog/1.PNG", records({1}));
  CHECK(set.get(std::vector<std::int64_t>{2}).x.numel() == 48);  // kept from before
}

#endif

}  // namespace
}  // namespace wick
