// wick: tensors, autograd, layers, optimizers and a trainer in WebAssembly. await init() before anything else.
export { init, info, manualSeed, version, type Info, type InitOptions } from "./runtime.js";
export { WickError, type ErrorKind } from "./error.js";
export { Frozen, freeze } from "./freeze.js";
export { keep, scope } from "./scope.js";
export {
  Tensor, centreDigit, enableGrad, inferenceMode, isGradEnabled, noGrad, putFile, tensor,
  type DType, type Graph, type GraphNode, type NestedArray, type TensorOptions, type TypedArray,
} from "./tensor.js";
export { callOp, opSchemas, type Argument } from "./call.js";
export * from "./op-methods.js";
export type * from "./op-options.js";
export * from "./ops.js";
export * as F from "./ops.js";
export * as nn from "./nn.js";
export * as autograd from "./autograd.js";
export * as utils from "./checkpoint.js";
export * as optim from "./optim.js";
export * as metrics from "./metrics.js";
export * as data from "./data.js";
export { loadTensors, saveTensors } from "./safetensors.js";
export {
  Session, Trainer, checkRecipe, recipeSchema,
  type Confusion, type EpochRow, type FitOptions, type LayerState, type LineResult, type Metrics, type Recipe, type RecipeCheck, type RecipeKey, type RecipeSchema,
  type SessionInfo, type Split, type StepResult,
} from "./session.js";
