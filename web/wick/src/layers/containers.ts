// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
import { Layer } from "../nn-module.js";
import type { Ints } from "../op-options.js";

export class Identity extends Layer {
  constructor() {
    super("Identity", 0, "", []);
  }
}
export class Unflatten extends Layer {
  constructor(dim: number, unflattenedSize: Ints) {
    super("Unflatten", 2, "dim unflattened_size", [dim, unflattenedSize]);
  }
}
