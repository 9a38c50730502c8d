// torch.autograd.functional. fn takes the inputs, floating tensors, and gives one tensor; an input it does not use has zeros as
// its derivative. One input may stand for a list of one, and then so do the results.
import { functionIn } from "./function.js";
import { checkStatus, scratch, textIn, withScratch } from "./runtime.js";
import { Tensor, asList, idsIn, tensorsAt } from "./tensor.js";

export interface FunctionalOptions {
  /** the results can be differentiated again */
  createGraph?: boolean;
}
type Fn = (...inputs: Tensor[]) => Tensor;
type Many = Tensor | readonly Tensor[];

function run(name: string, fn: Fn, inputs: Many, v: Many | null | undefined, n: number, { createGraph = false }: FunctionalOptions): Tensor[] {
  const x = asList<Tensor>(inputs), along = v ? asList<Tensor>(v) : [];
  return withScratch((w) => {
    const out = scratch(4 * n);
    checkStatus(w["wick_autograd_functional"]!(textIn(name), functionIn((...given) => [fn(...(given as Tensor[]))]), idsIn(x), x.length,
      idsIn(along), along.length, createGraph ? 1 : 0, out, n));
    return tensorsAt(out, n);
  });
}
const likeInputs = <I extends Many>(inputs: I, results: Tensor[]): I => (inputs instanceof Tensor ? results[0] : results) as I;

/** For each input the derivative of every element of the result y by every one of it: y's shape followed by the input's. */
export function jacobian<I extends Many>(fn: Fn, inputs: I, options: FunctionalOptions = {}): I {
  return likeInputs(inputs, run("jacobian", fn, inputs, null, asList(inputs).length, options));
}
/** [i][j]: the second derivatives, by inputs i and j, of an fn that gives one element. */
export function hessian(fn: Fn, inputs: Tensor, options?: FunctionalOptions): Tensor;
export function hessian(fn: Fn, inputs: readonly Tensor[], options?: FunctionalOptions): Tensor[][];
export function hessian(fn: Fn, inputs: Many, options: FunctionalOptions = {}): Tensor | Tensor[][] {
  const n = asList(inputs).length, all = run("hessian", fn, inputs, null, n * n, options);
  return inputs instanceof Tensor ? all[0]! : Array.from({ length: n }, (_, i) => all.slice(n * i, n * i + n));
}
/** y and, for each input, v^T J. v as y; it may be missing for a y of one element. */
export function vjp<I extends Many>(fn: Fn, inputs: I, v?: Tensor | null, options: FunctionalOptions = {}): [Tensor, I] {
  const [y, ...rest] = run("vjp", fn, inputs, v, 1 + asList(inputs).length, options);
  return [y!, likeInputs(inputs, rest)];
}
/** y and J v, as y; v as the inputs. */
export function jvp<I extends Many>(fn: Fn, inputs: I, v: I, options: FunctionalOptions = {}): [Tensor, Tensor] {
  return run("jvp", fn, inputs, v, 2, options) as [Tensor, Tensor];
}
/** y, of one element, and v^T H, v as the inputs. */
export function vhp<I extends Many>(fn: Fn, inputs: I, v: I, options: FunctionalOptions = {}): [Tensor, I] {
  const [y, ...rest] = run("vhp", fn, inputs, v, 1 + asList(inputs).length, options);
  return [y!, likeInputs(inputs, rest)];
}
/** y, of one element, and H v, v as the inputs. */
export function hvp<I extends Many>(fn: Fn, inputs: I, v: I, options: FunctionalOptions = {}): [Tensor, I] {
  const [y, ...rest] = run("hvp", fn, inputs, v, 1 + asList(inputs).length, options);
  return [y!, likeInputs(inputs, rest)];
}
