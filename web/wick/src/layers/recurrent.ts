// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";

export interface RNNOptions {
  /** default 1 */
  numLayers?: number;
  /** default "tanh" */
  nonlinearity?: "tanh" | "relu";
  /** default true */
  bias?: boolean;
  /** default false */
  batchFirst?: boolean;
  /** default 0 */
  dropout?: number;
  /** default false */
  bidirectional?: boolean;
}
export class RNN extends Layer {
  constructor(inputSize: number, hiddenSize: number, numLayers?: number | RNNOptions, nonlinearity?: "tanh" | "relu" | RNNOptions, bias?: boolean | RNNOptions, batchFirst?: boolean | RNNOptions, dropout?: number | RNNOptions, bidirectional?: boolean | RNNOptions) {
    super("RNN", 2, "input_size hidden_size num_layers nonlinearity bias batch_first dropout bidirectional", [inputSize, hiddenSize, numLayers, nonlinearity, bias, batchFirst, dropout, bidirectional]);
  }
}
export interface LSTMOptions {
  /** default 1 */
  numLayers?: number;
  /** default true */
  bias?: boolean;
  /** default false */
  batchFirst?: boolean;
  /** default 0 */
  dropout?: number;
  /** default false */
  bidirectional?: boolean;
  /** default 0 */
  projSize?: number;
}
export class LSTM extends Layer {
  constructor(inputSize: number, hiddenSize: number, numLayers?: number | LSTMOptions, bias?: boolean | LSTMOptions, batchFirst?: boolean | LSTMOptions, dropout?: number | LSTMOptions, bidirectional?: boolean | LSTMOptions, projSize?: number | LSTMOptions) {
    super("LSTM", 2, "input_size hidden_size num_layers bias batch_first dropout bidirectional proj_size", [inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional, projSize]);
  }
}
export interface GRUOptions {
  /** default 1 */
  numLayers?: number;
  /** default true */
  bias?: boolean;
  /** default false */
  batchFirst?: boolean;
  /** default 0 */
  dropout?: number;
  /** default false */
  bidirectional?: boolean;
}
export class GRU extends Layer {
  constructor(inputSize: number, hiddenSize: number, numLayers?: number | GRUOptions, bias?: boolean | GRUOptions, batchFirst?: boolean | GRUOptions, dropout?: number | GRUOptions, bidirectional?: boolean | GRUOptions) {
    super("GRU", 2, "input_size hidden_size num_layers bias batch_first dropout bidirectional", [inputSize, hiddenSize, numLayers, bias, batchFirst, dropout, bidirectional]);
  }
}
export interface RNNCellOptions {
  /** default true */
  bias?: boolean;
  /** default "tanh" */
  nonlinearity?: "tanh" | "relu";
}
export class RNNCell extends Layer {
  constructor(inputSize: number, hiddenSize: number, bias?: boolean | RNNCellOptions, nonlinearity?: "tanh" | "relu" | RNNCellOptions) {
    super("RNNCell", 2, "input_size hidden_size bias nonlinearity", [inputSize, hiddenSize, bias, nonlinearity]);
  }
}
export interface LSTMCellOptions {
  /** default true */
  bias?: boolean;
}
export class LSTMCell extends Layer {
  constructor(inputSize: number, hiddenSize: number, bias?: boolean | LSTMCellOptions) {
    super("LSTMCell", 2, "input_size hidden_size bias", [inputSize, hiddenSize, bias]);
  }
}
export interface GRUCellOptions {
  /** default true */
  bias?: boolean;
}
export class GRUCell extends Layer {
  constructor(inputSize: number, hiddenSize: number, bias?: boolean | GRUCellOptions) {
    super("GRUCell", 2, "input_size hidden_size bias", [inputSize, hiddenSize, bias]);
  }
}
