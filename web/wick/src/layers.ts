// Made by tools/gen_types.mjs from the recipe's table; not to be edited.
export * from "./layers/basic.js";
export * from "./layers/containers.js";
export * from "./layers/conv.js";
export * from "./layers/pool.js";
export * from "./layers/resample.js";
export * from "./layers/norm.js";
export * from "./layers/embedding.js";
export * from "./layers/activation.js";
export * from "./layers/noise.js";
export * from "./layers/recurrent.js";
export * from "./layers/attention.js";
