// torch.optim.swa_utils: averages of a model's weights over training.
import { functionIn } from "./function.js";
import { Handle } from "./handle.js";
import { NativeModule, type Module, type StateDict } from "./nn-module.js";
import { callOut, checkStatus, pointersIn, wasm, withScratch } from "./runtime.js";
import { scope } from "./scope.js";
import { Tensor, noGrad, tensor } from "./tensor.js";

export { SWALR } from "./schedulers.js";

/** The next average from the present one, the model's value and how many were averaged. */
export type AverageFunction = (average: Tensor, value: Tensor, nAveraged: number) => Tensor;

export interface AveragedModelOptions {
  /** decay times the average and 1 - decay times the value; without it, and without avgFn, all count the same */
  emaDecay?: number;
  avgFn?: AverageFunction;
  /** default false: buffers are copied when the average is made and then stay, see updateBn() */
  useBuffers?: boolean;
}

/** Averaged weights of a model, whose layers it computes with. */
export class AveragedModel {
  readonly #handle: Handle;
  readonly #names: string[];

  constructor(readonly module: Module, { emaDecay, avgFn, useBuffers = false }: AveragedModelOptions = {}) {
    const parameters = module.namedParameters(), all = [...parameters, ...module.namedBuffers()];
    this.#names = all.map(([name]) => name);
    this.#handle = new Handle("averaged", withScratch(() => callOut("wick_averaged_create", pointersIn(all.map(([, t]) => t.id)), all.length, useBuffers ? all.length : parameters.length, emaDecay ?? -1,
      avgFn ? functionIn((average, value, n) => [avgFn(average!, value!, n!.item())]) : 0)));
  }
  /** Takes in the model's present values. */
  updateParameters(): void {
    checkStatus(wasm()["wick_averaged_update"]!(this.#handle.id));
  }
  get nAveraged(): number {
    return Number(wasm()["wick_averaged_count"]!(this.#handle.id));
  }
  /** Calls fn with the averages in the model's place. */
  swapped<T>(fn: () => T): T {
    const swap = (): void => checkStatus(wasm()["wick_averaged_swap"]!(this.#handle.id));
    swap();
    try {
      return fn();
    } finally {
      swap();
    }
  }
  /** What the model gives with the averages, in its present mode, without gradients. */
  forward(x: Tensor): Tensor {
    return this.swapped(() => noGrad(() => this.module.forward(x)));
  }
  call(x: Tensor): Tensor {
    return this.forward(x);
  }
  /** The averages by PyTorch's keys, "module.0.weight", and "n_averaged"; they share storage with the averages. */
  stateDict(): StateDict {
    const averages = this.#names.map((name, i): [string, Tensor] => [`module.${name}`, withScratch(() => new Tensor(callOut("wick_averaged_tensor", this.#handle.id, i)))]);
    return { n_averaged: tensor([this.nAveraged], [], { dtype: "int64" }), ...Object.fromEntries(averages) };
  }
  /** Makes the averages the model's own values. */
  copyTo(module: Module = this.module): void {
    scope(() => noGrad(() => {
      const own = module.stateDict(), averages = this.stateDict();
      for (const name of this.#names) own[name]!.copyFrom(averages[`module.${name}`]!);
    }));
  }
  dispose(): void {
    this.#handle.dispose();
  }
}

/** Running statistics of all BatchNorm layers anew, as averages over the batches in train mode. batches: inputs, or lists of which
 * each first one is an input. With an AveragedModel, of its weights. */
export function updateBn(batches: Iterable<Tensor | readonly Tensor[]>, model: Module | AveragedModel): void {
  if (model instanceof AveragedModel) return model.swapped(() => updateBn(batches, model.module));
  const native = model.modules().filter((m) => m instanceof NativeModule);
  model.keepingModes(() => {
    model.train();
    try {
      for (const m of native) m.updateBn(true);
      for (const batch of batches) scope(() => noGrad(() => void model.forward(batch instanceof Tensor ? batch : batch[0]!)));
    } finally {
      for (const m of native) m.updateBn(false);
    }
  });
}
