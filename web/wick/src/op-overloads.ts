// Made by tools/gen_ops.mjs from the op registry; not to be edited.
import { isArray, isGiven, isString, isTensor, type Overload } from "./call.js";

/** The second overload of an op, and the arguments that tell a call of it. @internal */
export const overloads = (): Record<string, Overload> => ({
  clamp: ["clamp.Tensor", isTensor, ["min", 1], ["max", 2]],
  max: ["max.dim*", isGiven, ["dim", 1]],
  min: ["min.dim*", isGiven, ["dim", 1]],
  conv2d: ["conv2d.padding", isString, ["padding", 4]],
  split: ["split.sizes*", isArray, ["splitSizes", 1]],
  squeeze: ["squeeze.dim", isGiven, ["dim", 1]],
  prod: ["prod.dim", isGiven, ["dim", 1]],
  norm: ["norm.fro", isString, ["p", 1]],
  all: ["all.dim", isGiven, ["dim", 1]],
  any: ["any.dim", isGiven, ["dim", 1]],
  median: ["median.dim*", isGiven, ["dim", 1]],
  nanmedian: ["nanmedian.dim*", isGiven, ["dim", 1]],
  tensor_split: ["tensor_split.indices*", isArray, ["indices", 1]],
  squeeze_: ["squeeze_.dim", isGiven, ["dim", 1]],
  conv1d: ["conv1d.padding", isString, ["padding", 4]],
  conv3d: ["conv3d.padding", isString, ["padding", 4]],
});
