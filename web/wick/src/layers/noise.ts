// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";

export interface Dropout1dOptions {
  /** default 0.5 */
  p?: number;
}
export class Dropout1d extends Layer {
  constructor(p?: number | Dropout1dOptions) {
    super("Dropout1d", 0, "p", [p]);
  }
}
export interface Dropout2dOptions {
  /** default 0.5 */
  p?: number;
}
export class Dropout2d extends Layer {
  constructor(p?: number | Dropout2dOptions) {
    super("Dropout2d", 0, "p", [p]);
  }
}
export interface Dropout3dOptions {
  /** default 0.5 */
  p?: number;
}
export class Dropout3d extends Layer {
  constructor(p?: number | Dropout3dOptions) {
    super("Dropout3d", 0, "p", [p]);
  }
}
export interface AlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
}
export class AlphaDropout extends Layer {
  constructor(p?: number | AlphaDropoutOptions) {
    super("AlphaDropout", 0, "p", [p]);
  }
}
export interface FeatureAlphaDropoutOptions {
  /** default 0.5 */
  p?: number;
}
export class FeatureAlphaDropout extends Layer {
  constructor(p?: number | FeatureAlphaDropoutOptions) {
    super("FeatureAlphaDropout", 0, "p", [p]);
  }
}
