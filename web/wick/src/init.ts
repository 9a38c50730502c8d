// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { described } from "./nn-module.js";
import { fill, type Tensor } from "./tensor.js";

export interface Uniform_Options {
  /** default 0 */
  a?: number;
  /** default 1 */
  b?: number;
}
export function uniform_<T extends Tensor>(tensor: T, a?: number | Uniform_Options, b?: number | Uniform_Options): T {
  return fill(tensor, described("uniform_", 0, "a b", [a, b]));
}
export interface Normal_Options {
  /** default 0 */
  mean?: number;
  /** default 1 */
  std?: number;
}
export function normal_<T extends Tensor>(tensor: T, mean?: number | Normal_Options, std?: number | Normal_Options): T {
  return fill(tensor, described("normal_", 0, "mean std", [mean, std]));
}
export interface TruncNormal_Options {
  /** default 0 */
  mean?: number;
  /** default 1 */
  std?: number;
  /** default -2 */
  a?: number;
  /** default 2 */
  b?: number;
}
export function truncNormal_<T extends Tensor>(tensor: T, mean?: number | TruncNormal_Options, std?: number | TruncNormal_Options, a?: number | TruncNormal_Options, b?: number | TruncNormal_Options): T {
  return fill(tensor, described("trunc_normal_", 0, "mean std a b", [mean, std, a, b]));
}
export function constant_<T extends Tensor>(tensor: T, val: number): T {
  return fill(tensor, described("constant_", 1, "val", [val]));
}
export function zeros_<T extends Tensor>(tensor: T): T {
  return fill(tensor, described("zeros_", 0, "", []));
}
export function ones_<T extends Tensor>(tensor: T): T {
  return fill(tensor, described("ones_", 0, "", []));
}
export interface XavierUniform_Options {
  /** default 1 */
  gain?: number;
}
export function xavierUniform_<T extends Tensor>(tensor: T, gain?: number | XavierUniform_Options): T {
  return fill(tensor, described("xavier_uniform_", 0, "gain", [gain]));
}
export interface XavierNormal_Options {
  /** default 1 */
  gain?: number;
}
export function xavierNormal_<T extends Tensor>(tensor: T, gain?: number | XavierNormal_Options): T {
  return fill(tensor, described("xavier_normal_", 0, "gain", [gain]));
}
export interface KaimingUniform_Options {
  /** default 0 */
  a?: number;
  /** default "fan_in" */
  mode?: "fan_in" | "fan_out";
  /** default "leaky_relu" */
  nonlinearity?: string;
}
export function kaimingUniform_<T extends Tensor>(tensor: T, a?: number | KaimingUniform_Options, mode?: "fan_in" | "fan_out" | KaimingUniform_Options, nonlinearity?: string | KaimingUniform_Options): T {
  return fill(tensor, described("kaiming_uniform_", 0, "a mode nonlinearity", [a, mode, nonlinearity]));
}
export interface KaimingNormal_Options {
  /** default 0 */
  a?: number;
  /** default "fan_in" */
  mode?: "fan_in" | "fan_out";
  /** default "leaky_relu" */
  nonlinearity?: string;
}
export function kaimingNormal_<T extends Tensor>(tensor: T, a?: number | KaimingNormal_Options, mode?: "fan_in" | "fan_out" | KaimingNormal_Options, nonlinearity?: string | KaimingNormal_Options): T {
  return fill(tensor, described("kaiming_normal_", 0, "a mode nonlinearity", [a, mode, nonlinearity]));
}
export function eye_<T extends Tensor>(tensor: T): T {
  return fill(tensor, described("eye_", 0, "", []));
}
export interface Dirac_Options {
  /** default 1 */
  groups?: number;
}
export function dirac_<T extends Tensor>(tensor: T, groups?: number | Dirac_Options): T {
  return fill(tensor, described("dirac_", 0, "groups", [groups]));
}
export interface Orthogonal_Options {
  /** default 1 */
  gain?: number;
}
export function orthogonal_<T extends Tensor>(tensor: T, gain?: number | Orthogonal_Options): T {
  return fill(tensor, described("orthogonal_", 0, "gain", [gain]));
}
export interface Sparse_Options {
  /** default 0.01 */
  std?: number;
}
export function sparse_<T extends Tensor>(tensor: T, sparsity: number, std?: number | Sparse_Options): T {
  return fill(tensor, described("sparse_", 1, "sparsity std", [sparsity, std]));
}
