// The wick command: train, test, predict, generate, summary.

#include <sys/ioctl.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>

#include "images.h"
#include "report.h"
#include "train/layers.h"
#include "wick/files.h"
#include "wick/images.h"
#include "wick/parallel.h"
#include "wick/readers.h"
#include "wick/vocabulary.h"
#include "wick/wick.h"

namespace wick {
namespace {

namespace fs = std::filesystem;

void print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  std::fflush(stdout);
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

volatile std::sig_atomic_t interrupted = 0;
extern "C" void on_interrupt(int signal) {
  interrupted = 1;
  std::signal(signal, SIG_DFL);  // a second one ends the program at once
}

std::string read_text(const std::string& path) {
  const Bytes bytes = read_file(path);
  return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

Recipe read_recipe(const std::string& path, const std::vector<std::string>& settings) {
  Recipe recipe = [&] {
    try {
      return Recipe::parse(read_text(path));
    } catch (const RecipeError& e) {
      throw Error(ErrorKind::recipe, path + ": " + e.what());
    }
  }();
  for (const std::string& s : settings) {
    const std::size_t equals = s.find('=');
    check(equals != std::string::npos && equals > 0, ErrorKind::recipe, "--set ", s, ": need key=value, such as optimizer.lr=0.01.");
    recipe = recipe.with(s.substr(0, equals), s.substr(equals + 1));
  }
  return recipe;
}

// Where data files lie: as told, else where tools/fetch_data puts MNIST, or beside a recipe that names a CSV file.
std::string data_folder(const std::string& given, const Recipe& recipe, const std::string& recipe_path) {
  if (!given.empty()) return given;
  const std::string& type = recipe.json().at("data").at("type").text();
  if (type == "idx") return "data/mnist";
  if (type == "cifar10") return "data/cifar-10-batches-bin";
  const std::string beside = fs::path(recipe_path).parent_path().string();
  return beside.empty() ? "." : beside;
}

// A session whose missing data files are explained.
std::unique_ptr<Session> open_session(const Recipe& recipe, const SessionOptions& options) {
  try {
    return std::make_unique<Session>(recipe, options);
  } catch (const RecipeError&) {
    throw;
  } catch (const Error& e) {
    if (e.kind() != ErrorKind::io) throw;
    throw Error(e.kind(), str(e.what(), ". Say where the data is with --data FOLDER; tools/fetch_data gets MNIST."));
  }
}

void make_folder(const fs::path& path) {
  std::error_code error;
  fs::create_directories(path, error);
  check(!error, ErrorKind::io, "cannot make the folder ", path.string(), ": ", error.message(), ".");
}

// A folder with an earlier run is put aside, not overwritten.
void set_aside(const fs::path& run) {
  if (!fs::exists(run / "recipe.json")) return;
  for (int n = 1;; ++n) {
    const fs::path to = run.string() + "." + std::to_string(n);
    if (fs::exists(to)) continue;
    std::error_code error;
    fs::rename(run, to, error);
    check(!error, ErrorKind::io, "cannot move ", run.string(), " to ", to.string(), ": ", error.message(), ".");
    print(str("The earlier run in ", run.string(), " is now ", to.string(), ".\n"));
    return;
  }
}

struct TrainArguments {
  std::string recipe, data, out;
  std::vector<std::string> settings;
  bool resume = false;
};

int terminal_width() {
  winsize size{};
  return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

// Callbacks that belong to a terminal and a folder.
std::vector<CallbackPtr> run_callbacks(const Recipe& recipe, const fs::path& run) {
  std::vector<CallbackPtr> out;
  bool saves = false;
  for (const Json& c : recipe.json().at("trainer").at("callbacks").items()) saves = saves || c.at("type").text() == "ModelCheckpoint";
  if (!saves) {
    const Json& data = recipe.json().at("data");
    const bool validates = data.at("val").number() > 0;
    ModelCheckpointOptions o;
    o.dirpath = (run / "checkpoints").string();
    o.monitor = validates ? "val_loss" : "train_loss";
    out.push_back(std::make_shared<ModelCheckpoint>(o));
  }
  const bool terminal = isatty(STDOUT_FILENO);
  out.push_back(std::make_shared<ModelSummary>(print));
  out.push_back(std::make_shared<ProgressBar>(ProgressBar::Options{print, seconds, terminal, terminal ? terminal_width() : 0}));
  out.push_back(std::make_shared<CSVLogger>((run / "metrics.csv").string()));
  return out;
}

std::string percent(double share) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.2f %%", share * 100);
  return buffer;
}

int train(const TrainArguments& a) {
  check(!a.recipe.empty() || (a.resume && !a.out.empty()), ErrorKind::value, "need a recipe, or --resume with --out RUN.");
  const std::string recipe_path = a.recipe.empty() ? (fs::path(a.out) / "recipe.json").string() : a.recipe;
  const Recipe recipe = read_recipe(recipe_path, a.settings);
  const fs::path run = a.out.empty() ? fs::path("runs") / recipe.name() : fs::path(a.out);
  const fs::path last = run / "checkpoints" / "last.safetensors";
  const bool resumes = a.resume && fs::exists(last);
  if (a.resume && !resumes) print(str("There is no ", last.string(), " to go on from; starting at the beginning.\n"));

  SessionOptions options;
  options.data_dir = data_folder(a.data, recipe, recipe_path);
  options.checkpoint_dir = (run / "checkpoints").string();
  if (resumes) {
    options.checkpoint = std::make_shared<SafetensorsFile>(load_safetensors(last.string()));
  } else {
    (void)open_session(recipe, options);  // a recipe that does not work must not touch an earlier run
    set_aside(run);
    make_folder(run / "checkpoints");
    write_file_atomic((run / "recipe.json").string(), recipe.text());
  }
  options.callbacks = run_callbacks(recipe, run);
  const std::unique_ptr<Session> opened = open_session(recipe, options);
  Session& session = *opened;
  if (resumes) {
    write_file_atomic((run / "recipe.json").string(), recipe.text());
    print(str("Going on at epoch ", session.trainer().epoch(), ", batch ", session.trainer().batch(), ".\n"));
  }

  std::signal(SIGINT, on_interrupt);
  std::signal(SIGTERM, on_interrupt);
  if (!session.fit([] { return interrupted != 0; })) {
    const SafetensorsFile state = session.checkpoint();
    save_safetensors(last.string(), state.tensors, state.metadata);
    print(str("\nStopped in epoch ", session.trainer().epoch(), " after ", session.trainer().global_step(), " steps; everything is in ", last.string(),
              ".\nGo on with: wick train --out ", run.string(), " --resume", a.data.empty() ? "" : " --data " + a.data, "\n"));
    return 130;
  }
  save_safetensors((run / "weights.safetensors").string(), session.task().model->state_dict(), session.weights_metadata());
  if (session.data().val) {
    const EvalResult r = session.evaluate("val");
    print(str("validation: loss ", to_text(std::round(r.loss * 1e5) / 1e5), session.n_classes() ? ", accuracy " + percent(r.accuracy) : "", "\n"));
  }
  write_file_atomic((run / "report.html").string(), report_html(session));
  const std::shared_ptr<const Tokenizer>& tokenizer = session.data().tokenizer;
  if (tokenizer) write_file_atomic((run / "vocabulary.json").string(), vocabulary_json(*tokenizer) + "\n");
  print(str("Run folder: ", run.string(), " (weights.safetensors, metrics.csv, report.html, ", tokenizer ? "vocabulary.json, " : "", "checkpoints/)\n"));
  return 0;
}

std::string run_file(const std::string& run, const char* name) {
  const std::string path = (fs::path(run) / name).string();
  check(fs::exists(run), ErrorKind::io, "there is no folder ", run, "; need the run folder of wick train.");
  check(fs::exists(path), ErrorKind::io, "there is no ", name, " in ", run, "; need the folder of a finished wick train.");
  return path;
}

int test(const std::string& run, const std::string& data) {
  const std::string recipe_path = run_file(run, "recipe.json"), weights = run_file(run, "weights.safetensors");
  const Recipe recipe = read_recipe(recipe_path, {});
  SessionOptions options;
  options.data_dir = data_folder(data, recipe, recipe_path);
  const std::unique_ptr<Session> opened = open_session(recipe, options);
  Session& session = *opened;
  session.load(read_file(weights), weights.c_str());
  const EvalResult r = session.evaluate("test");
  Json j = Json::object();
  j.set("test_samples", r.samples);
  j.set("test_loss", r.loss);
  if (session.n_classes()) j.set("test_accuracy", r.accuracy);
  for (const auto& [name, value] : r.metrics) j.set("test_" + name, value);
  for (std::size_t i = 0; i < j.keys().size(); ++i) {
    std::string line = j.keys()[i];
    line.resize(std::max<std::size_t>(line.size(), 24), ' ');
    print(line + "  " + j.items()[i].dump() + "\n");
  }
  if (fs::exists(fs::path(run) / "metrics.csv")) write_file_atomic((fs::path(run) / "test.json").string(), j.dump(2) + "\n");  // not beside a model
  return 0;
}

// What to predict and how each row is called.
struct Inputs {
  TensorList rows;  // [1, ...] each, or a whole file [N, ...]
  std::vector<std::string> ids;
};

Tensor read_rows(const Bytes& bytes, const std::string& file, const TableEncoder& encoder) {
  CsvOptions options;
  for (const TableColumn& c : encoder.columns())
    if (c.is_category) options.text.push_back(c.name);
  const CsvTable table = read_csv({reinterpret_cast<const char*>(bytes.data()), bytes.size()}, file.c_str(), options);
  std::vector<std::int64_t> rows(table.rows);
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = static_cast<std::int64_t>(i);
  return encoder.encode(table, rows, file.c_str());
}

Inputs read_inputs(const std::vector<std::string>& files, const Session& session, bool digit) {
  const Shape& input = session.input();
  Inputs out;
  const Shape image{input.rank() == 3 ? input[1] : 0, input.rank() == 3 ? input[2] : 0};
  for (const std::string& file : files) {
    const Bytes bytes = read_packed_file(file);
    if (is_picture(bytes)) {
      check(input.rank() == 3 && (input[0] == 1 || input[0] == 3), ErrorKind::shape, file, " is a picture; this model takes inputs of shape ", input, ".");
      Tensor picture = read_picture(bytes, file, static_cast<int>(input[0]));
      if (session.recipe().json().at("data").at("type").text() == "image_folder") picture = fit_picture(picture, parts::dims(session.recipe().json().at("data").at("size")));
      if (digit) picture = centred_digit(picture.select(0, 0).contiguous());
      const Shape size{picture.size(-2), picture.size(-1)};
      check(size == image, ErrorKind::shape, file, " is ", size[1], "x", size[0], " pixels; this model needs ", image[1], "x", image[0],
            ". Drawn or photographed digits of any size: --digit.");
      if (input[0] == 1) picture = picture.reshape(size);
      out.rows.push_back(picture.unsqueeze(0));
      out.ids.push_back(file);
    } else {
      const bool csv = session.data().table && file.ends_with(".csv");
      const Tensor t = csv ? read_rows(bytes, file, *session.data().table) : read_idx(bytes, file.c_str());
      check(t.dim() >= 2, ErrorKind::shape, file, " holds ", t, "; need images [N,H,W] or features [N,F].");
      out.rows.push_back(t);
      for (std::int64_t i = 0; i < t.size(0); ++i) out.ids.push_back(files.size() == 1 ? std::to_string(i) : str(file, ":", i));
    }
  }
  return out;
}

// A run's model without its data.
std::unique_ptr<Session> open_trained(const std::string& run) {
  const Recipe recipe = read_recipe(run_file(run, "recipe.json"), {});
  const std::string weights = run_file(run, "weights.safetensors");
  const SafetensorsFile file = load_safetensors(weights);
  const std::string *input = file.find_metadata("input"), *classes = file.find_metadata("classes"), *names = file.find_metadata("class_names");
  check(input && classes && names, ErrorKind::format, weights, " lacks the model's input and classes in its metadata; need the file wick train wrote.");
  SessionOptions options;
  const Json sizes = parse_json(*input), list = parse_json(*names);
  for (const Json& v : sizes.items()) options.input.push_back(v.integer());
  for (const Json& v : list.items()) options.class_names.push_back(v.text());
  options.n_classes = std::atoll(classes->c_str());
  if (const std::string* vocabulary = file.find_metadata("vocabulary")) options.vocabulary = *vocabulary;
  if (const std::string* table = file.find_metadata("table")) options.table = *table;
  auto session = std::make_unique<Session>(recipe, options);
  session->task().model->load_state_dict(file.tensors);
  return session;
}

int predict(const std::string& run, const std::vector<std::string>& files, const std::string& csv, bool digit) {
  const std::unique_ptr<Session> opened = open_trained(run);
  Session& session = *opened;
  check(!session.data().tokenizer, ErrorKind::value, "this is a model of text; use wick generate.");
  const Inputs inputs = read_inputs(files, session, digit);
  std::string text = session.submission_header();
  std::size_t at = 0;
  for (const Tensor& rows : inputs.rows) {
    constexpr std::int64_t kBatch = 256;
    for (std::int64_t i = 0; i < rows.size(0); i += kBatch) {
      const std::int64_t n = std::min(kBatch, rows.size(0) - i);
      const std::vector<std::string> ids(inputs.ids.begin() + static_cast<std::ptrdiff_t>(at), inputs.ids.begin() + static_cast<std::ptrdiff_t>(at) + n);
      text += session.submission_rows(ids, session.predict(rows.narrow(0, i, n).contiguous()));
      at += static_cast<std::size_t>(n);
    }
  }
  if (csv.empty() || csv == "-") {
    print(text);
  } else {
    write_file_atomic(csv, text);
    print(str(inputs.ids.size(), " rows in ", csv, "\n"));
  }
  return 0;
}

struct GenerateArguments {
  std::string run, prompt;
  std::int64_t tokens = 500, top_k = 0, seed = 0;
  double temperature = 0.8;
};

int generate(const GenerateArguments& a) {
  Json args = Json::object();
  args.set("prompt", a.prompt);
  args.set("tokens", a.tokens);
  args.set("top_k", a.top_k);
  args.set("seed", a.seed);
  args.set("temperature", a.temperature);
  print(open_trained(a.run)->call("generate", args).at("text").text() + "\n");
  return 0;
}

int summary(const std::string& path, const std::string& data, const std::vector<std::string>& settings) {
  const Recipe recipe = read_recipe(path, settings);
  SessionOptions options;
  options.data_dir = data_folder(data, recipe, path);
  try {
    Session session(recipe, options);
    print(str(session.recipe().name(), "\n", model_summary(*session.task().model, session.input(), session.input_dtype())));
    const Json info = session.call("info", Json::object());
    print(str("samples: ", info.at("n_train").dump(), " train, ", info.at("n_val").dump(), " val, ", info.at("n_test").dump(), " test; ", info.at("batches").dump(),
              " batches per epoch\n"));
  } catch (const Error& e) {
    if (e.kind() != ErrorKind::io) throw;
    const nn::ModulePtr model = make_module(recipe.json().at("model").dump());
    print(str(recipe.name(), "\n", model_summary(*model, {1}), "(no sizes: ", e.what(), ")\n"));
  }
  return 0;
}

int run(int argc, char** argv) {
  CLI::App app{"wick: train and run small models from recipes."};
  app.require_subcommand(1);
  app.set_version_flag("--version", wick_version());
  int threads = 0;
  const auto add_threads = [&](CLI::App* c) { c->add_option("--threads", threads, "Threads to use; results do not depend on it")->check(CLI::Range(1, 1024)); };

  TrainArguments t;
  CLI::App* train_command = app.add_subcommand("train", "Train a recipe into a run folder");
  train_command->add_option("recipe", t.recipe, "recipe.json; with --resume it may be left out");
  train_command->add_option("--data", t.data, "Folder with data files (default: data/mnist for IDX, the recipe's folder for CSV)");
  train_command->add_option("--out", t.out, "Run folder (default: runs/NAME); an earlier run there is moved aside");
  train_command->add_flag("--resume", t.resume, "Go on from the run folder's checkpoints/last.safetensors, bit for bit as if never stopped");
  train_command->add_option("--set", t.settings, "Change a key of the recipe: --set optimizer.lr=0.01 (repeatable)")->allow_extra_args(false);
  add_threads(train_command);

  std::string run_folder, data, csv, recipe;
  std::vector<std::string> files, settings;
  bool digit = false;
  CLI::App* test_command = app.add_subcommand("test", "Measure a run's weights on the test set");
  test_command->add_option("run", run_folder, "Run folder")->required();
  test_command->add_option("--data", data, "Folder with data files");
  add_threads(test_command);

  CLI::App* predict_command = app.add_subcommand("predict", "Classify IDX files, rows of CSV files or pictures with a run's weights");
  predict_command->add_option("run", run_folder, "Run folder")->required();
  predict_command->add_option("files", files, "IDX files (also .gz), CSV files for a model of a table, PNG, JPEG, BMP, GIF or PGM pictures")->required();
  predict_command->add_option("--csv", csv, "Where to write id, label and one probability per class (default: standard output)");
  predict_command->add_flag("--digit", digit, "Pictures show one drawn or photographed digit, of any size and polarity");
  add_threads(predict_command);

  GenerateArguments g;
  CLI::App* generate_command = app.add_subcommand("generate", "Write text with a run's weights");
  generate_command->add_option("run", g.run, "Run folder of a model of text")->required();
  generate_command->add_option("--prompt", g.prompt, "Text to go on from");
  generate_command->add_option("--tokens", g.tokens, "Tokens to write")->check(CLI::Range(1, 1000000));
  generate_command->add_option("--temperature", g.temperature, "0: the likeliest token each time; 1: as the model says")->check(CLI::Range(0.0, 1e6));
  generate_command->add_option("--top-k", g.top_k, "Only the k likeliest tokens; 0: all")->check(CLI::Range(0, 1000000000));
  generate_command->add_option("--seed", g.seed, "Another seed, another text")->check(CLI::Range(std::int64_t{0}, std::int64_t{1} << 53));
  add_threads(generate_command);

  CLI::App* summary_command = app.add_subcommand("summary", "Check a recipe and show its layers, parameters and shapes");
  summary_command->add_option("recipe", recipe, "recipe.json")->required();
  summary_command->add_option("--data", data, "Folder with data files");
  summary_command->add_option("--set", settings, "Change a key of the recipe (repeatable)")->allow_extra_args(false);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& e) {
    return app.exit(e) == 0 ? 0 : 1;
  }
  if (threads) set_num_threads(threads);
  if (train_command->parsed()) return train(t);
  if (test_command->parsed()) return test(run_folder, data);
  if (predict_command->parsed()) return predict(run_folder, files, csv, digit);
  if (generate_command->parsed()) return generate(g);
  return summary(recipe, data, settings);
}

}  // namespace
}  // namespace wick

int main(int argc, char** argv) {
  try {
    return wick::run(argc, argv);
  } catch (const std::exception& e) {
    std::fflush(stdout);
    std::fprintf(stderr, "wick: %s\n", e.what());
    return 1;
  }
}
