// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { op } from "../call.js";
import type { Tensor } from "../tensor.js";

/** `sigmoid(Tensor self) -> Tensor` */
export const sigmoid = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sigmoid");
/** `relu(Tensor self) -> Tensor` */
export const relu = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu");
export interface LeakyReluOptions {
  /** default 0.01 */
  negativeSlope?: number;
}
/** `leaky_relu(Tensor self, float negative_slope=0.01) -> Tensor` */
export const leakyRelu = /* @__PURE__ */ op<(self: Tensor, negativeSlope?: number | LeakyReluOptions) => Tensor>("leaky_relu");
export interface EluOptions {
  /** default 1 */
  alpha?: number;
}
/** `elu(Tensor self, float alpha=1) -> Tensor` */
export const elu = /* @__PURE__ */ op<(self: Tensor, alpha?: number | EluOptions) => Tensor>("elu");
export interface GeluOptions {
  /** default 'none' */
  approximate?: "none" | "tanh";
}
/** `gelu(Tensor self, str approximate='none') -> Tensor` */
export const gelu = /* @__PURE__ */ op<(self: Tensor, approximate?: "none" | "tanh" | GeluOptions) => Tensor>("gelu");
/** `silu(Tensor self) -> Tensor` */
export const silu = /* @__PURE__ */ op<(self: Tensor) => Tensor>("silu");
export interface SoftplusOptions {
  /** default 1 */
  beta?: number;
  /** default 20 */
  threshold?: number;
}
/** `softplus(Tensor self, float beta=1, float threshold=20) -> Tensor` */
export const softplus = /* @__PURE__ */ op<(self: Tensor, beta?: number | SoftplusOptions, threshold?: number | SoftplusOptions) => Tensor>("softplus");
/** `softmax(Tensor self, int dim) -> Tensor` */
export const softmax = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("softmax");
/** `log_softmax(Tensor self, int dim) -> Tensor` */
export const logSoftmax = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("log_softmax");
export interface HardtanhOptions {
  /** default -1 */
  minVal?: number;
  /** default 1 */
  maxVal?: number;
}
/** `hardtanh(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
export const hardtanh = /* @__PURE__ */ op<(self: Tensor, minVal?: number | HardtanhOptions, maxVal?: number | HardtanhOptions) => Tensor>("hardtanh");
/** `relu6(Tensor self) -> Tensor` */
export const relu6 = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu6");
/** `hardsigmoid(Tensor self) -> Tensor` */
export const hardsigmoid = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardsigmoid");
/** `hardswish(Tensor self) -> Tensor` */
export const hardswish = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardswish");
export interface HardshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
/** `hardshrink(Tensor self, float lambd=0.5) -> Tensor` */
export const hardshrink = /* @__PURE__ */ op<(self: Tensor, lambd?: number | HardshrinkOptions) => Tensor>("hardshrink");
export interface SoftshrinkOptions {
  /** default 0.5 */
  lambd?: number;
}
/** `softshrink(Tensor self, float lambd=0.5) -> Tensor` */
export const softshrink = /* @__PURE__ */ op<(self: Tensor, lambd?: number | SoftshrinkOptions) => Tensor>("softshrink");
/** `tanhshrink(Tensor self) -> Tensor` */
export const tanhshrink = /* @__PURE__ */ op<(self: Tensor) => Tensor>("tanhshrink");
/** `threshold(Tensor self, float threshold, float value) -> Tensor` */
export const threshold = /* @__PURE__ */ op<(self: Tensor, threshold_: number, value: number) => Tensor>("threshold");
/** `softsign(Tensor self) -> Tensor` */
export const softsign = /* @__PURE__ */ op<(self: Tensor) => Tensor>("softsign");
/** `logsigmoid(Tensor self) -> Tensor` */
export const logsigmoid = /* @__PURE__ */ op<(self: Tensor) => Tensor>("logsigmoid");
/** `mish(Tensor self) -> Tensor` */
export const mish = /* @__PURE__ */ op<(self: Tensor) => Tensor>("mish");
/** `selu(Tensor self) -> Tensor` */
export const selu = /* @__PURE__ */ op<(self: Tensor) => Tensor>("selu");
export interface CeluOptions {
  /** default 1 */
  alpha?: number;
}
/** `celu(Tensor self, float alpha=1) -> Tensor` */
export const celu = /* @__PURE__ */ op<(self: Tensor, alpha?: number | CeluOptions) => Tensor>("celu");
/** `softmin(Tensor self, int dim) -> Tensor` */
export const softmin = /* @__PURE__ */ op<(self: Tensor, dim: number) => Tensor>("softmin");
export interface GluOptions {
  /** default -1 */
  dim?: number;
}
/** `glu(Tensor self, int dim=-1) -> Tensor` */
export const glu = /* @__PURE__ */ op<(self: Tensor, dim?: number | GluOptions) => Tensor>("glu");
/** `prelu(Tensor self, Tensor weight) -> Tensor` */
export const prelu = /* @__PURE__ */ op<(self: Tensor, weight: Tensor) => Tensor>("prelu");
export interface RreluOptions {
  /** default 0.125 */
  lower?: number;
  /** default 0.3333333333333333 */
  upper?: number;
  /** default False */
  training?: boolean;
}
/** `rrelu(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
export const rrelu = /* @__PURE__ */ op<(self: Tensor, lower?: number | RreluOptions, upper?: number | RreluOptions, training?: boolean | RreluOptions) => Tensor>("rrelu");
export interface Celu_Options {
  /** default 1 */
  alpha?: number;
}
/** `celu_(Tensor self, float alpha=1) -> Tensor` */
export const celu_ = /* @__PURE__ */ op<(self: Tensor, alpha?: number | Celu_Options) => Tensor>("celu_");
export interface Elu_Options {
  /** default 1 */
  alpha?: number;
}
/** `elu_(Tensor self, float alpha=1) -> Tensor` */
export const elu_ = /* @__PURE__ */ op<(self: Tensor, alpha?: number | Elu_Options) => Tensor>("elu_");
export interface Gelu_Options {
  /** default 'none' */
  approximate?: "none" | "tanh";
}
/** `gelu_(Tensor self, str approximate='none') -> Tensor` */
export const gelu_ = /* @__PURE__ */ op<(self: Tensor, approximate?: "none" | "tanh" | Gelu_Options) => Tensor>("gelu_");
/** `hardsigmoid_(Tensor self) -> Tensor` */
export const hardsigmoid_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardsigmoid_");
/** `hardswish_(Tensor self) -> Tensor` */
export const hardswish_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("hardswish_");
export interface Hardtanh_Options {
  /** default -1 */
  minVal?: number;
  /** default 1 */
  maxVal?: number;
}
/** `hardtanh_(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
export const hardtanh_ = /* @__PURE__ */ op<(self: Tensor, minVal?: number | Hardtanh_Options, maxVal?: number | Hardtanh_Options) => Tensor>("hardtanh_");
export interface LeakyRelu_Options {
  /** default 0.01 */
  negativeSlope?: number;
}
/** `leaky_relu_(Tensor self, float negative_slope=0.01) -> Tensor` */
export const leakyRelu_ = /* @__PURE__ */ op<(self: Tensor, negativeSlope?: number | LeakyRelu_Options) => Tensor>("leaky_relu_");
/** `mish_(Tensor self) -> Tensor` */
export const mish_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("mish_");
/** `relu_(Tensor self) -> Tensor` */
export const relu_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu_");
/** `relu6_(Tensor self) -> Tensor` */
export const relu6_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("relu6_");
export interface Rrelu_Options {
  /** default 0.125 */
  lower?: number;
  /** default 0.3333333333333333 */
  upper?: number;
  /** default False */
  training?: boolean;
}
/** `rrelu_(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
export const rrelu_ = /* @__PURE__ */ op<(self: Tensor, lower?: number | Rrelu_Options, upper?: number | Rrelu_Options, training?: boolean | Rrelu_Options) => Tensor>("rrelu_");
/** `selu_(Tensor self) -> Tensor` */
export const selu_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("selu_");
/** `sigmoid_(Tensor self) -> Tensor` */
export const sigmoid_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("sigmoid_");
/** `silu_(Tensor self) -> Tensor` */
export const silu_ = /* @__PURE__ */ op<(self: Tensor) => Tensor>("silu_");
/** `threshold_(Tensor self, float threshold, float value) -> Tensor` */
export const threshold_ = /* @__PURE__ */ op<(self: Tensor, threshold: number, value: number) => Tensor>("threshold_");

/** Those that are methods of Tensor. */
export interface ActivationMethods {
  /** `sigmoid(Tensor self) -> Tensor` */
  sigmoid(): Tensor;
  /** `relu(Tensor self) -> Tensor` */
  relu(): Tensor;
  /** `leaky_relu(Tensor self, float negative_slope=0.01) -> Tensor` */
  leakyRelu(negativeSlope?: number | LeakyReluOptions): Tensor;
  /** `elu(Tensor self, float alpha=1) -> Tensor` */
  elu(alpha?: number | EluOptions): Tensor;
  /** `gelu(Tensor self, str approximate='none') -> Tensor` */
  gelu(approximate?: "none" | "tanh" | GeluOptions): Tensor;
  /** `silu(Tensor self) -> Tensor` */
  silu(): Tensor;
  /** `softplus(Tensor self, float beta=1, float threshold=20) -> Tensor` */
  softplus(beta?: number | SoftplusOptions, threshold?: number | SoftplusOptions): Tensor;
  /** `softmax(Tensor self, int dim) -> Tensor` */
  softmax(dim: number): Tensor;
  /** `log_softmax(Tensor self, int dim) -> Tensor` */
  logSoftmax(dim: number): Tensor;
  /** `hardtanh(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
  hardtanh(minVal?: number | HardtanhOptions, maxVal?: number | HardtanhOptions): Tensor;
  /** `relu6(Tensor self) -> Tensor` */
  relu6(): Tensor;
  /** `hardsigmoid(Tensor self) -> Tensor` */
  hardsigmoid(): Tensor;
  /** `hardswish(Tensor self) -> Tensor` */
  hardswish(): Tensor;
  /** `hardshrink(Tensor self, float lambd=0.5) -> Tensor` */
  hardshrink(lambd?: number | HardshrinkOptions): Tensor;
  /** `softshrink(Tensor self, float lambd=0.5) -> Tensor` */
  softshrink(lambd?: number | SoftshrinkOptions): Tensor;
  /** `tanhshrink(Tensor self) -> Tensor` */
  tanhshrink(): Tensor;
  /** `threshold(Tensor self, float threshold, float value) -> Tensor` */
  threshold(threshold_: number, value: number): Tensor;
  /** `softsign(Tensor self) -> Tensor` */
  softsign(): Tensor;
  /** `logsigmoid(Tensor self) -> Tensor` */
  logsigmoid(): Tensor;
  /** `mish(Tensor self) -> Tensor` */
  mish(): Tensor;
  /** `selu(Tensor self) -> Tensor` */
  selu(): Tensor;
  /** `celu(Tensor self, float alpha=1) -> Tensor` */
  celu(alpha?: number | CeluOptions): Tensor;
  /** `softmin(Tensor self, int dim) -> Tensor` */
  softmin(dim: number): Tensor;
  /** `glu(Tensor self, int dim=-1) -> Tensor` */
  glu(dim?: number | GluOptions): Tensor;
  /** `prelu(Tensor self, Tensor weight) -> Tensor` */
  prelu(weight: Tensor): Tensor;
  /** `rrelu(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
  rrelu(lower?: number | RreluOptions, upper?: number | RreluOptions, training?: boolean | RreluOptions): Tensor;
  /** `celu_(Tensor self, float alpha=1) -> Tensor` */
  celu_(alpha?: number | Celu_Options): Tensor;
  /** `elu_(Tensor self, float alpha=1) -> Tensor` */
  elu_(alpha?: number | Elu_Options): Tensor;
  /** `gelu_(Tensor self, str approximate='none') -> Tensor` */
  gelu_(approximate?: "none" | "tanh" | Gelu_Options): Tensor;
  /** `hardsigmoid_(Tensor self) -> Tensor` */
  hardsigmoid_(): Tensor;
  /** `hardswish_(Tensor self) -> Tensor` */
  hardswish_(): Tensor;
  /** `hardtanh_(Tensor self, float min_val=-1, float max_val=1) -> Tensor` */
  hardtanh_(minVal?: number | Hardtanh_Options, maxVal?: number | Hardtanh_Options): Tensor;
  /** `leaky_relu_(Tensor self, float negative_slope=0.01) -> Tensor` */
  leakyRelu_(negativeSlope?: number | LeakyRelu_Options): Tensor;
  /** `mish_(Tensor self) -> Tensor` */
  mish_(): Tensor;
  /** `relu_(Tensor self) -> Tensor` */
  relu_(): Tensor;
  /** `relu6_(Tensor self) -> Tensor` */
  relu6_(): Tensor;
  /** `rrelu_(Tensor self, float lower=0.125, float upper=0.3333333333333333, bool training=False) -> Tensor` */
  rrelu_(lower?: number | Rrelu_Options, upper?: number | Rrelu_Options, training?: boolean | Rrelu_Options): Tensor;
  /** `selu_(Tensor self) -> Tensor` */
  selu_(): Tensor;
  /** `sigmoid_(Tensor self) -> Tensor` */
  sigmoid_(): Tensor;
  /** `silu_(Tensor self) -> Tensor` */
  silu_(): Tensor;
  /** `threshold_(Tensor self, float threshold, float value) -> Tensor` */
  threshold_(threshold: number, value: number): Tensor;
}
