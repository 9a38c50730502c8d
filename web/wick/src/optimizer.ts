// What all optimizers have; their state lives in the runtime.
import { functionIn } from "./function.js";
import { Handle } from "./handle.js";
import { snakeKeys, type StateDict } from "./nn-module.js";
import { bytesIn, callOut, checkStatus, heap, pointersIn, scratch, textIn, wasm, withScratch } from "./runtime.js";
import { loadTensors, saveTensors } from "./safetensors.js";
import { Tensor } from "./tensor.js";

/** Parameters with options of their own; those left out are the optimizer's. */
export type ParamGroup<Options = object> = { params: readonly Tensor[] } & Options;
export type Parameters<Options = object> = readonly Tensor[] | readonly ParamGroup<Options>[];

const isTensors = (list: Parameters): list is readonly Tensor[] => list.length === 0 || list[0] instanceof Tensor;

export class Optimizer {
  #handle: Handle;

  /** type and options as in a recipe's "optimizer". */
  constructor(parameters: Parameters, config: { type: string; lr: number; [option: string]: unknown }) {
    const tensors: Tensor[] = [], groups: object[] = [];
    if (isTensors(parameters)) {
      tensors.push(...parameters);
    } else {
      for (const { params, ...options } of parameters) {
        groups.push({ params: params.map((_, i) => String(tensors.length + i)), ...snakeKeys(options) });
        tensors.push(...params);
      }
    }
    const json = JSON.stringify(groups.length > 0 ? { ...config, param_groups: groups } : config);
    this.#handle = new Handle("optimizer", withScratch(() => callOut("wick_optimizer_create", textIn(json), pointersIn(tensors.map((p) => p.id)), tensors.length)));
  }
  /** @internal */
  get id(): number {
    return this.#handle.id;
  }
  /** Updates every parameter that has a gradient. LBFGS needs the closure, which the others may have: it clears gradients, computes
   * the loss and its gradients and gives the loss, and so does step(). */
  step(): void;
  step(closure: () => Tensor): Tensor;
  step(closure?: () => Tensor): Tensor | void {
    if (closure) return withScratch(() => new Tensor(callOut("wick_optimizer_step_closure", this.id, functionIn(() => [closure()]))));
    checkStatus(wasm()["wick_optimizer_step"]!(this.id));
  }
  zeroGrad(setToNone = true): void {
    checkStatus(wasm()["wick_optimizer_zero_grad"]!(this.id, setToNone ? 1 : 0));
  }
  get lr(): number {
    return this.get("lr");
  }
  set lr(value: number) {
    this.set("lr", value);
  }
  /** An option of a group by PyTorch's name ("momentum", "weight_decay", "beta1", …). */
  get(option: string, group = 0): number {
    return withScratch((w) => {
      const value = scratch(8);
      checkStatus(w["wick_optimizer_group_get"]!(this.id, group, textIn(option), value));
      return heap.f64(value);
    });
  }
  /** Changes an option, of all groups unless one is named. */
  set(option: string, value: number, group?: number): void {
    withScratch((w) => checkStatus(group === undefined ? w["wick_optimizer_set"]!(this.id, textIn(option), value)
      : w["wick_optimizer_group_set"]!(this.id, group, textIn(option), value)));
  }
  get groupCount(): number {
    return wasm()["wick_optimizer_group_count"]!(this.id);
  }
  addParamGroup({ params, ...options }: ParamGroup): void {
    withScratch((w) => checkStatus(
      w["wick_optimizer_add_param_group"]!(this.id, textIn(JSON.stringify(snakeKeys(options))), pointersIn(params.map((p) => p.id)), params.length)));
  }
  /** All that step() remembers and every option, as the bytes of a safetensors file. */
  save(): Uint8Array {
    const bytes = withScratch(() => new Tensor(callOut("wick_optimizer_save", this.id)));
    try {
      return bytes.data() as Uint8Array;
    } finally {
      bytes.dispose();
    }
  }
  load(bytes: Uint8Array): void {
    withScratch((w) => checkStatus(w["wick_optimizer_load"]!(this.id, bytesIn(bytes), bytes.length)));
  }
  /** The same as copies by name: "0.exp_avg", …, numbered over all groups, and "param_groups.0.lr", …. */
  stateDict(): StateDict {
    return loadTensors(this.save());
  }
  loadStateDict(state: StateDict): void {
    this.load(saveTensors(state));
  }
  dispose(): void {
    this.#handle.dispose();
  }
}
