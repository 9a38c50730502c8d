// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

export interface RecurrentWalkOptions {
  /** default False */
  reverse?: boolean;
}
/** `recurrent_walk(Tensor input, Tensor weight_hh, Tensor? bias_hh, Tensor? h_0, Tensor? c_0, Tensor? weight_hr, Tensor? batch_sizes, int kind, bool reverse=False) -> Tensor` */
export const recurrentWalk = /* @__PURE__ */ op<(input: Tensor, weightHh: Tensor, biasHh: Tensor | null, h0: Tensor | null, c0: Tensor | null, weightHr: Tensor | null, batchSizes: Tensor | null, kind: number, reverse?: boolean | RecurrentWalkOptions) => Tensor>("recurrent_walk");
export interface LstmCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
/** `lstm_cell(Tensor input, Tensor[] hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> (Tensor, Tensor)` */
export const lstmCell = /* @__PURE__ */ op<(input: Tensor, hx: readonly Tensor[], wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | LstmCellOptions, bHh?: Tensor | null | LstmCellOptions) => [Tensor, Tensor]>("lstm_cell*");
export interface GruCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
/** `gru_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export const gruCell = /* @__PURE__ */ op<(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | GruCellOptions, bHh?: Tensor | null | GruCellOptions) => Tensor>("gru_cell");
export interface RnnTanhCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
/** `rnn_tanh_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export const rnnTanhCell = /* @__PURE__ */ op<(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | RnnTanhCellOptions, bHh?: Tensor | null | RnnTanhCellOptions) => Tensor>("rnn_tanh_cell");
export interface RnnReluCellOptions {
  /** default None */
  bIh?: Tensor | null;
  /** default None */
  bHh?: Tensor | null;
}
/** `rnn_relu_cell(Tensor input, Tensor? hx, Tensor w_ih, Tensor w_hh, Tensor? b_ih=None, Tensor? b_hh=None) -> Tensor` */
export const rnnReluCell = /* @__PURE__ */ op<(input: Tensor, hx: Tensor | null, wIh: Tensor, wHh: Tensor, bIh?: Tensor | null | RnnReluCellOptions, bHh?: Tensor | null | RnnReluCellOptions) => Tensor>("rnn_relu_cell");
