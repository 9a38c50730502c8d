// Recurrent layers.

#include "wick/nn/recurrent.h"

#include "train/layers.h"

namespace wick::parts {

namespace {

struct Text {
  static constexpr char text[] =
      "RNN input_size:integer>0 hidden_size:integer>0 num_layers=1:integer>0 nonlinearity=\"tanh\":text(tanh|relu) bias=true:boolean batch_first=false:boolean"
        " dropout=0:number<=1 bidirectional=false:boolean\n"
      "LSTM input_size:integer>0 hidden_size:integer>0 num_layers=1:integer>0 bias=true:boolean batch_first=false:boolean dropout=0:number<=1"
        " bidirectional=false:boolean proj_size=0:integer>=0\n"
      "GRU input_size:integer>0 hidden_size:integer>0 num_layers=1:integer>0 bias=true:boolean batch_first=false:boolean dropout=0:number<=1"
        " bidirectional=false:boolean\n"
      "RNNCell input_size:integer>0 hidden_size:integer>0 bias=true:boolean nonlinearity=\"tanh\":text(tanh|relu)\n"
      "LSTMCell input_size:integer>0 hidden_size:integer>0 bias=true:boolean\n"
      "GRUCell input_size:integer>0 hidden_size:integer>0 bias=true:boolean\n";
};

std::int64_t input_size(const Json& j) { return j.at("input_size").integer(); }
std::int64_t hidden_size(const Json& j) { return j.at("hidden_size").integer(); }

/// Options that RNN, LSTM and GRU name alike.
template <class Options>
Options stacked(const Json& j) {
  Options o;
  o.num_layers = j.at("num_layers").integer();
  o.bias = j.at("bias").boolean();
  o.batch_first = j.at("batch_first").boolean();
  o.dropout = j.at("dropout").number();
  o.bidirectional = j.at("bidirectional").boolean();
  return o;
}

constexpr LayerMaker kMakers[] = {
    {"RNN",
     [](const Json& j, std::string_view) {
       auto o = stacked<nn::RNNOptions>(j);
       o.nonlinearity = j.at("nonlinearity").text();
       return make<nn::RNN>(input_size(j), hidden_size(j), o);
     }},
    {"LSTM",
     [](const Json& j, std::string_view) {
       auto o = stacked<nn::LSTMOptions>(j);
       o.proj_size = j.at("proj_size").integer();
       return make<nn::LSTM>(input_size(j), hidden_size(j), o);
     }},
    {"GRU", [](const Json& j, std::string_view) { return make<nn::GRU>(input_size(j), hidden_size(j), stacked<nn::GRUOptions>(j)); }},
    {"RNNCell",
     [](const Json& j, std::string_view) {
       return make<nn::RNNCell>(input_size(j), hidden_size(j), nn::RNNCellOptions{j.at("bias").boolean(), j.at("nonlinearity").text()});
     }},
    {"LSTMCell", [](const Json& j, std::string_view) { return make<nn::LSTMCell>(input_size(j), hidden_size(j), nn::CellOptions{j.at("bias").boolean()}); }},
    {"GRUCell", [](const Json& j, std::string_view) { return make<nn::GRUCell>(input_size(j), hidden_size(j), nn::CellOptions{j.at("bias").boolean()}); }},
};

}  // namespace

constinit const LayerFamily kRecurrentLayers = {detail::cold_text<Text>, kMakers};

}  // namespace wick::parts
