// A recipe being run. Names of fields are those of recipes and of the run's log, in snake_case, everywhere.
import { WickError } from "./error.js";
import { bytesIn, callOut, checkStatus, heap, textIn, wasm, withScratch } from "./runtime.js";
import { scope } from "./scope.js";
import { Tensor, type Graph } from "./tensor.js";

/** A recipe: model, data, loss, optimizer, scheduler, metrics, trainer, by PyTorch's and Lightning's names. */
export interface Recipe {
  name?: string;
  seed?: number;
  model: { type: string; [key: string]: unknown };
  data: { type: string; [key: string]: unknown };
  loss?: { type: string; [key: string]: unknown };
  optimizer?: { type: string; [key: string]: unknown };
  scheduler?: { type: string; [key: string]: unknown };
  metrics?: (string | { type: string; [key: string]: unknown })[];
  trainer?: { [key: string]: unknown };
}

export type RecipeCheck = { ok: true; recipe: Recipe } | { ok: false; path: string; message: string; /** byte offset in the text, or -1 */ offset: number };

export interface SessionInfo {
  name: string;
  recipe: Recipe;
  repr: string;
  parameters: number;
  classes: number;
  input: number[];
  n_train: number;
  n_val: number;
  n_test: number;
  batches: number;
  layers: { name: string; type: string; repr: string; parameters: number }[];
}
export type Metrics = Record<string, number | number[] | null>;
/** Losses are means per sample, times in seconds, null where there is no value. */
export interface StepResult {
  event: "train" | "validate" | "epoch_end" | "finished";
  epoch: number;
  batch: number;
  batches: number;
  global_step: number;
  optimizer_steps: number;
  samples: number;
  loss: number | null;
  accuracy: number | null;
  lr: number;
  grad_norm: number | null;
  next_line: number;
  val_loss?: number | null;
  val_accuracy?: number | null;
  metrics?: Metrics;
  best?: boolean;
  stopped?: boolean;
}
export interface LineResult extends StepResult {
  /** 0 batch, 1 zero_grad, 2 loss, 3 backward, 4 step */
  line: number;
  grad_norm_before?: number | null;
  update_norm: number | null;
}
export interface LayerState {
  name: string;
  type: string;
  weight_norm: number;
  grad_norm: number | null;
  update_norm: number | null;
  grad_max: number | null;
}
export interface Confusion {
  classes: string[] | number;
  /** counts; a row is a label */
  matrix: number[][];
  per_class: { precision: number | null; recall: number | null; f1: number | null; support: number }[];
  wrong: { index: number; label: number; predicted: number; p: number }[];
}
export interface EpochRow {
  epoch: number;
  step: number;
  train_loss: number | null;
  train_accuracy: number | null;
  val_loss: number | null;
  val_accuracy: number | null;
  lr: number;
}
export type Split = "train" | "val" | "test";

const text = (recipe: Recipe | string): string => (typeof recipe === "string" ? recipe : JSON.stringify(recipe));

/** Checks a recipe without running it; never throws for a bad one. */
export function checkRecipe(recipe: Recipe | string): RecipeCheck {
  return withScratch(() => JSON.parse(heap.text(callOut("wick_recipe_check", textIn(text(recipe))))) as RecipeCheck);
}

/** What a recipe may say: every category with its types, their keys, kinds and defaults. */
export function recipeSchema(): RecipeSchema {
  return withScratch(() => JSON.parse(heap.text(callOut("wick_recipe_schema"))));
}
/** loss_ops names the op of each loss. */
export type RecipeSchema = { [category: string]: Record<string, Record<string, RecipeKey>> } & { loss_ops: any };
export interface RecipeKey {
  type: string;
  default?: unknown;
  nullable?: boolean;
  choices?: string[];
}

const collected = new FinalizationRegistry<number>((handle) => wasm()["wick_session_free"]!(handle));

export class Session {
  #handle: number;

  constructor(recipe: Recipe | string) {
    this.#handle = withScratch(() => callOut("wick_session_create", textIn(text(recipe))));
    collected.register(this, this.#handle, this);
  }
  get #id(): number {
    if (this.#handle === 0) throw new WickError("value", "[session] it was disposed of.");
    return this.#handle;
  }

  /** Any method of runtime/capi/README.md that gives JSON. */
  call<T = any>(method: string, args: object = {}): T {
    return withScratch(() => JSON.parse(heap.text(callOut("wick_session_call", this.#id, textIn(method), textIn(JSON.stringify(args))))) as T);
  }
  /** Any method that gives a tensor. */
  tensor(method: string, args: object = {}): Tensor {
    return withScratch(() => new Tensor(callOut("wick_session_tensor", this.#id, textIn(method), textIn(JSON.stringify(args)))));
  }
  #bytes(method: string, args: object = {}): Uint8Array {
    return scope(() => this.tensor(method, args).data() as Uint8Array);
  }

  info(): SessionInfo {
    return this.call("info");
  }
  /** Runs units of work: a unit is a training batch or a validation batch. */
  step(units = 1): StepResult {
    return this.call("step", { units });
  }
  /** Runs one line of the training loop. */
  line(): LineResult {
    return this.call("line");
  }
  /** Changes a setting while running: "optimizer", "optimizer.lr", "data.batch_size", "model.dropout", … */
  set(path: string, value: unknown): void {
    this.call("set", { path, value });
  }
  layers(): LayerState[] {
    return this.call("layers");
  }
  /** The graph behind the latest loss. */
  graph(maxNodes = 100): Graph {
    return this.call("graph", { max_nodes: maxNodes });
  }
  validate(split: "val" | "test" = "val"): { loss: number | null; accuracy: number | null; metrics: Metrics } {
    return this.call("validate", { split });
  }
  confusion(): Confusion {
    return this.call("confusion");
  }
  /** Validation samples of one cell of the confusion matrix. */
  cell(label: number, predicted: number): number[] {
    return this.call<{ indices: number[] }>("cell", { label, predicted }).indices;
  }
  /** Each layer's output for the input of the latest predict(); the values by tensor("activation", { layer }). */
  trace(train = false): { name: string; type: string; shape: number[] }[] {
    return this.call("trace", { train: train ? 1 : 0 });
  }
  /** Tokens of a text, i64 [T]; of a model of text. */
  encode(text: string): Tensor {
    return this.tensor("encode", { text });
  }
  /** The text of tokens. */
  decode(tokens: readonly number[]): string {
    return this.call<{ text: string }>("decode", { tokens }).text;
  }
  /** prompt and what a model of text goes on with. temperature 0: the likeliest token each time. */
  generate(options: { prompt?: string; tokens?: number; temperature?: number; topK?: number; seed?: number } = {}): string {
    const { topK, ...rest } = options;
    return this.call<{ text: string }>("generate", { ...rest, ...(topK === undefined ? {} : { top_k: topK }) }).text;
  }
  history(): EpochRow[] {
    return this.call("history");
  }
  /** Probabilities [N, classes] for raw inputs as the data set has them. train: Dropout draws and BatchNorm uses this batch. */
  predict(x: Tensor, options: { train?: boolean } = {}): Tensor {
    return withScratch(() => new Tensor(callOut("wick_session_predict", this.#id, x.id, options.train ? 1 : 0)));
  }
  /** Replaces the weights, or resumes a checkpoint: the bytes of a safetensors file. */
  load(bytes: Uint8Array): void {
    withScratch((w) => checkStatus(w["wick_session_load"]!(this.#id, bytesIn(bytes), bytes.length)));
  }
  /** The weights as a safetensors file. */
  weights(): Uint8Array {
    return this.#bytes("weights");
  }
  /** Everything needed to go on exactly from here, as a safetensors file. */
  checkpoint(): Uint8Array {
    return this.#bytes("checkpoint");
  }
  /** CSV text: id, label, one column of probability per class. */
  submission(split: Split = "test"): string {
    return new TextDecoder().decode(this.#bytes("submission", { split }));
  }
  dispose(): void {
    if (this.#handle === 0) return;
    collected.unregister(this);
    wasm()["wick_session_free"]!(this.#handle);
    this.#handle = 0;
  }
}

export interface FitOptions {
  /** After every slice of work, with its last step. */
  onStep?: (result: StepResult) => void;
  onEpochEnd?: (result: StepResult) => void;
  /** Stops between two steps; fit() may be called again to go on. */
  signal?: AbortSignal;
  /** Milliseconds of work between two turns of the event loop. Default 16. */
  slice?: number;
}

// A turn of the event loop that is not clamped to 4 ms, as nested timers are.
function turn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Runs a recipe as Lightning's Trainer does, leaving the event loop free between slices of work. */
export class Trainer {
  readonly session: Session;
  constructor(recipe: Recipe | string | Session) {
    this.session = recipe instanceof Session ? recipe : new Session(recipe);
  }
  async fit(options: FitOptions = {}): Promise<StepResult | undefined> {
    const slice = options.slice ?? 16;
    let last: StepResult | undefined;
    while (!options.signal?.aborted) {
      const start = performance.now();
      do {
        last = this.session.step();
        if (last.event === "epoch_end") options.onEpochEnd?.(last);
      } while (last.event !== "finished" && last.event !== "epoch_end" && performance.now() - start < slice);
      options.onStep?.(last);
      if (last.event === "finished") break;
      await turn();
    }
    return last;
  }
  validate(): ReturnType<Session["validate"]> {
    return this.session.validate("val");
  }
  test(): ReturnType<Session["validate"]> {
    return this.session.validate("test");
  }
  predict(x: Tensor): Tensor {
    return this.session.predict(x);
  }
  dispose(): void {
    this.session.dispose();
  }
}
