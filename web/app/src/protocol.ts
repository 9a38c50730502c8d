// What the page and its worker say to each other. The page asks (Request), the worker answers each by id (Reply), and
// tells on its own how training goes (Event), at most ten times a second.

export type Line = 0 | 1 | 2 | 3 | 4; // batch, zero_grad, loss, backward, step

export type ErrorKind =
  | 'value' | 'shape' | 'dtype' | 'index' | 'autograd' | 'memory' | 'io' | 'format' | 'recipe' | 'diverged' | 'internal';

export interface Failure {
  kind: ErrorKind;
  message: string;
}

/// How far the run is. `null` where there is no value yet.
export interface Position {
  epoch: number;
  batch: number;
  batches: number;
  step: number; // batches seen since the run began
  maxEpochs: number;
}

export interface EpochRow {
  epoch: number;
  step: number;
  train_loss: number | null;
  train_accuracy: number | null;
  val_loss: number | null;
  val_accuracy: number | null;
  lr: number | null;
}

/// A change made while training, drawn on the curves.
export interface Mark {
  step: number;
  text: string;
}

/// Curves as arrays of the same length: one point per training batch.
export interface Points {
  step: number[];
  loss: number[];
  accuracy: number[];
  lr: number[];
}

export interface Curves {
  points: Points;
  epochs: EpochRow[];
  marks: Mark[];
}

export interface LayerInfo {
  name: string;
  type: string;
  repr: string;
  parameters: number;
}

export interface Info {
  name: string;
  recipe: Record<string, any>;
  repr: string;
  parameters: number;
  classes: string[];
  input: number[];
  n_train: number;
  n_val: number;
  n_test: number;
  batches: number;
  epoch: number;
  global_step: number;
  finished: boolean;
  layers: LayerInfo[];
}

export interface Machine {
  isa: string;
  threads: number;
  version: string;
}

export interface Opened {
  recipe: string; // as it was given
  info: Info;
  machine: Machine;
  curves: Curves;
  position: Position;
  openMs: number;
}

export interface LayerNorms {
  name: string;
  type: string;
  weight_norm: number | null;
  grad_norm: number | null;
  update_norm: number | null;
  grad_max: number | null;
}

export interface Strip {
  side: number; // images are side x side
  pixels: Uint8Array; // [count, side, side]
  labels: number[];
  count: number;
  batchSize: number;
}

export interface Confusion {
  classes: string[];
  matrix: number[][];
  per_class: { precision: number | null; recall: number | null; f1: number | null; support: number }[];
  wrong: { index: number; label: number; predicted: number; p: number }[];
}

export interface GraphNode {
  name: string;
  next: (number | null)[];
  shapes?: number[][];
  leaf?: number[];
}

/// One layer of the latest prediction, in eval and in train mode.
export interface TraceLayer {
  name: string;
  type: string;
  shape: number[];
  difference: number; // |train - eval| / |eval|
  off: number | null; // Dropout: how many values it zeroed that were not zero before
  mask: Uint8Array | null; // Dropout: 1 kept, 0 dropped, 2 was zero anyway
}

export interface Prediction {
  image: Uint8Array; // 28 x 28, what the network sees
  empty: boolean;
  eval: number[];
  train: number[];
  trace: TraceLayer[];
  micros: number; // the time of the eval pass
}

export interface FeatureMaps {
  name: string;
  channels: number;
  height: number;
  width: number;
  values: Float32Array;
}

export interface Bytes {
  bytes: Uint8Array;
}

export interface Check {
  ok: boolean;
  path?: string;
  message?: string;
  offset?: number;
}

/// The saved state another visit can go on from.
export interface Saved {
  name: string;
  step: number;
  epoch: number;
  accuracy: number | null;
  when: number; // milliseconds since 1970
}

export interface PlaneView {
  side: number;
  classes: number;
  probabilities: Float32Array; // [side * side, classes]
  units: number;
  hidden: Float32Array; // [side * side, units], of the layer asked for
}

export interface PlanePoints {
  train: Float32Array; // [n, 2]
  trainLabels: number[];
  val: Float32Array;
  valLabels: number[];
}

/// Every question the page can ask, with its arguments and its answer.
export interface Api {
  open: { args: { recipe: string; run: boolean; pace?: number }; result: Opened };
  openSaved: { args: { run: boolean; which: 'last' | 'current' }; result: Opened };
  run: { args: object; result: null };
  pause: { args: object; result: null };
  line: { args: object; result: null }; // the answer comes as a progress event
  goBack: { args: { lr?: number; batch?: number }; result: Opened }; // to the last good checkpoint
  set: { args: { path: string; value: unknown; mark: string }; result: null };
  check: { args: { recipe: string }; result: Check };
  watch: { args: { strip?: boolean; layers?: boolean }; result: null }; // what the page shows now
  draw: { args: { ink: Uint8Array; width: number; height: number; company: boolean }; result: Prediction };
  sample: { args: { split: 'val' | 'test' | 'train'; index: number }; result: { image: Uint8Array } };
  samples: { args: { split: 'val'; indices: number[] }; result: { images: Uint8Array; side: number } };
  confusion: { args: object; result: Confusion | null };
  cell: { args: { label: number; predicted: number }; result: { indices: number[] } };
  layers: { args: object; result: LayerNorms[] };
  graph: { args: object; result: { nodes: GraphNode[] } };
  weight: { args: { name: string }; result: { shape: number[]; values: Float32Array } };
  gradient: { args: { name: string }; result: { shape: number[]; values: Float32Array } };
  maps: { args: { layer: string }; result: FeatureMaps | null };
  weights: { args: object; result: Bytes };
  submission: { args: object; result: Bytes };
  test: { args: object; result: { loss: number; accuracy: number } };
  load: { args: { bytes: Uint8Array }; result: null };
  file: { args: { name: string; bytes: Uint8Array }; result: null };
  saved: { args: object; result: Saved | null };
  forget: { args: object; result: null };
  plane: { args: { side: number; layer: string }; result: PlaneView };
  planePoints: { args: object; result: PlanePoints };
  ping: { args: object; result: null };
}

export type Method = keyof Api;

export interface Request<M extends Method = Method> {
  id: number;
  method: M;
  args: Api[M]['args'];
}

export type Reply =
  | { type: 'reply'; id: number; result: unknown }
  | { type: 'failed'; id: number; failure: Failure };

/// The numbers beside the five lines.
export interface Live {
  loss: number | null;
  accuracy: number | null;
  lr: number | null;
  gradBefore: number | null; // |grad| as zero_grad() found it
  gradAfterZero: number | null;
  gradAfterBackward: number | null;
  update: number | null; // |change of the weights|
}

export interface Progress {
  type: 'progress';
  state: 'running' | 'paused' | 'finished';
  validating: { batch: number; batches: number } | null;
  position: Position;
  live: Live;
  nextLine: Line;
  ran: Line | null; // the line a single step ran
  points: Points; // since the last event
  epochs: EpochRow[]; // finished since the last event
  best: number | null;
  stopped: boolean; // ended before its last epoch
  msPerStep: number | null;
  samplesPerSecond: number | null;
  strip: Strip | null;
  layers: LayerNorms[] | null;
  savedStep: number | null; // the newest state that is safe on disk
}

export interface Broken {
  type: 'broken'; // training stopped by itself
  failure: Failure;
  position: Position;
  good: { step: number; epoch: number } | null; // the last good checkpoint
}

export type Event = Progress | Broken | { type: 'ready' };
export type FromWorker = Reply | Event;
