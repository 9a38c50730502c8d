// torch.autograd beside backward(): gradients of functions, and functions with gradients of their own.
import { WickError } from "./error.js";
import { functionIn } from "./function.js";
import { checkStatus, heap, scratch, textIn, withScratch } from "./runtime.js";
import { scope } from "./scope.js";
import { Tensor, asList, idsIn, isGradEnabled, noGrad, tensorsAt, withMode } from "./tensor.js";

export * as functional from "./functional.js";
export { enableGrad, inferenceMode, noGrad } from "./tensor.js";

/** backward() names the first op that makes a NaN, in fn. */
export const detectAnomaly = <T>(fn: () => T): T => withMode("anomaly", true, fn);

export interface GradOptions {
  /** one for each output, null where it has one element */
  gradOutputs?: Tensor | readonly (Tensor | null)[] | null;
  /** default: createGraph */
  retainGraph?: boolean;
  createGraph?: boolean;
  /** null for an input that no output depends on, instead of an error */
  allowUnused?: boolean;
}

/** The gradients of outputs by inputs; no tensor's grad changes. */
export function grad(outputs: Tensor | readonly Tensor[], inputs: Tensor | readonly Tensor[],
    { gradOutputs, createGraph = false, retainGraph = createGraph, allowUnused = false }: GradOptions = {}): (Tensor | null)[] {
  const y = asList(outputs), x = asList(inputs), dy = gradOutputs ? asList(gradOutputs) : undefined;
  if (dy && dy.length !== y.length) throw new WickError("value", `[grad] got ${y.length} outputs and ${dy.length} gradOutputs; need one each.`);
  return withScratch((w) => {
    const out = scratch(4 * x.length);
    checkStatus(w["wick_autograd_grad"]!(idsIn(y), y.length, idsIn(x), x.length, dy ? idsIn(dy) : 0, retainGraph ? 1 : 0, createGraph ? 1 : 0, allowUnused ? 1 : 0, out));
    return x.map((_, i) => heap.u32(out + 4 * i)).map((id) => (id ? new Tensor(id) : null));
  });
}

type Gradient = Tensor | null | undefined;

/** What forward() and backward() of a Function share: any fields of yours, and these. */
export class Context {
  /** @internal */ saved: readonly (Tensor | null)[] = [];
  /** @internal */ constants: readonly Tensor[] = [];
  /** @internal */ materialize = true;
  [field: string]: unknown;

  /** @internal */
  constructor(readonly needsInputGrad: readonly boolean[]) {}
  /** Call once in forward(): any inputs, results or tensors made on the way. They are freed with the graph. */
  saveForBackward(...tensors: (Tensor | null)[]): void {
    this.saved = tensors;
  }
  /** In backward(). An error if one was written to since. */
  get savedTensors(): readonly (Tensor | null)[] {
    return this.saved;
  }
  /** Results that are constants. */
  markNonDifferentiable(...results: Tensor[]): void {
    this.constants = results;
  }
  /** false: backward() gets null where no gradient arrived, instead of zeros. */
  setMaterializeGrads(on: boolean): void {
    this.materialize = on;
  }
}

interface FunctionClass<A extends readonly any[], R> {
  readonly name: string;
  readonly onceDifferentiable: boolean;
  forward(ctx: Context, ...args: A): R;
  backward(ctx: Context, ...grads: any[]): Gradient | readonly Gradient[];
}

/** An op of your own with its gradient:
 *
 *     class Cube extends autograd.Function {
 *       static forward(ctx, x) { ctx.saveForBackward(x); return x.pow(3); }
 *       static backward(ctx, dy) { const [x] = ctx.savedTensors; return dy.mul(x.square()).mul(3); }
 *     }
 *     const y = Cube.apply(x);
 *
 * forward() runs without recording. backward() gets a gradient for each result and gives one for each argument, null where there
 * is none; a list of tensors counts as its tensors. */
export abstract class Function {
  /** true: the gradient cannot be differentiated */
  static readonly onceDifferentiable: boolean = false;

  static apply<A extends readonly any[], R extends Tensor | Tensor[]>(this: FunctionClass<A, R>, ...args: A): R {
    return scope(() => {
      const inputs = args.flatMap((a): (Tensor | null)[] => (a instanceof Tensor ? [a] : Array.isArray(a) && a.every((t) => t instanceof Tensor) ? a : [null]));
      const ctx = new Context(inputs.map((t) => t !== null && isGradEnabled() && t.requiresGrad));
      const given = noGrad(() => this.forward(ctx, ...args)), outputs = asList<Tensor>(given);
      const backward = (...all: (Tensor | null)[]): (Tensor | null)[] => {
        ctx.saved = all.slice(outputs.length);
        try {
          return asList(this.backward(ctx, ...all.slice(0, outputs.length))).flat().map((g) => (g as Gradient) ?? null);
        } finally {
          ctx.saved = [];
        }
      };
      const { saved, constants } = ctx, flags = (this.onceDifferentiable ? 1 : 0) | (ctx.materialize ? 0 : 2);
      const results = withScratch((w) => {
        const out = scratch(4 * outputs.length);
        checkStatus(w["wick_autograd_function"]!(textIn(`${this.name}Backward`), idsIn(inputs), inputs.length, idsIn(outputs), outputs.length, idsIn(saved),
          saved.length, functionIn(backward), flags, out));
        return tensorsAt(out, outputs.length).map((result, i) => (constants.includes(outputs[i]!) ? result.detach() : result));
      });
      ctx.saved = ctx.constants = [];
      return (Array.isArray(given) ? results : results[0]) as R;
    });
  }
}
