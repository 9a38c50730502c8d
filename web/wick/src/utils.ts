// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { described, parametrize, type NativeModule } from "./nn-module.js";

export interface WeightNormOptions {
  /** default "weight" */
  name?: string;
  /** default 0 */
  dim?: number | null;
}
export function weightNorm<T extends NativeModule>(module: T, name?: string | WeightNormOptions, dim?: number | null | WeightNormOptions): T {
  return parametrize(module, described("weight_norm", 0, "name dim", [name, dim]));
}
export interface SpectralNormOptions {
  /** default "weight" */
  name?: string;
  /** default 1 */
  nPowerIterations?: number;
  /** default 1e-12 */
  eps?: number;
  /** default null */
  dim?: number | null;
}
export function spectralNorm<T extends NativeModule>(module: T, name?: string | SpectralNormOptions, nPowerIterations?: number | SpectralNormOptions, eps?: number | SpectralNormOptions, dim?: number | null | SpectralNormOptions): T {
  return parametrize(module, described("spectral_norm", 0, "name n_power_iterations eps dim", [name, nPowerIterations, eps, dim]));
}
