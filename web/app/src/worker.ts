// Owns the runtime and the session. Trains in slices of a few milliseconds and answers the page between them.

import { start, type Engine, type EngineSession } from './engine';
import { dropoutOf } from './model';
import { look } from './look';
import type { Api, Event, Failure, Line, Method, Opened, Position, Progress, Request, Strip } from './protocol';
import { Store, type Save } from './store';
import { cut, noCurves, Trainer } from './trainer';

const POST_MS = 100; // at most ten updates a second
const NORMS_MS = 250;
const SAVE_MS = 15000; // to disk
const KEEP_MS = 3000; // in memory, to go back to when the run diverges
const STRIP = 16; // images of a batch the page shows

let engine: Engine;
let store: Store | null = null;
let trainer: Trainer | null = null;
let running = false;
let scheduled = false;
let pace = 0; // units a second, or 0 for as fast as it goes
let runId = '';
let watching = { strip: true, layers: false };
let posted = 0;
let normed = 0;
let saved = 0;
let kept = 0;
let savedStep: number | null = null;
let savedEpoch = 0;
let ran: Line | null = null;

const yieldChannel = new MessageChannel();
yieldChannel.port1.onmessage = () => {
  scheduled = false;
  slice();
};

function schedule(): void {
  if (scheduled || !running) return;
  scheduled = true;
  yieldChannel.port2.postMessage(0);
}

function post(event: Event, transfer: Transferable[] = []): void {
  self.postMessage(event, { transfer });
}

function need(): Trainer {
  if (!trainer) throw { kind: 'value', message: 'No run is open.' };
  return trainer;
}

export function failure(error: any): Failure {
  if (error?.kind && error?.message) return { kind: error.kind, message: error.message };
  if (error instanceof RangeError) return { kind: 'memory', message: error.message };
  return { kind: 'internal', message: String(error?.message ?? error) };
}

function slice(): void {
  const t = trainer;
  if (!running || !t) return;
  const began = performance.now();
  try {
    if (pace > 0) t.unit();
    else t.slice();
    if (t.finished) running = false;
    report(t.finished);
    autosave(t);
  } catch (error) {
    broke(t, error);
    return;
  }
  if (pace === 0) schedule();
  else if (!scheduled && running) {
    scheduled = true;
    setTimeout(() => yieldChannel.port2.postMessage(0), Math.max(0, 1000 / pace - (performance.now() - began)));
  }
}

function broke(t: Trainer, error: unknown): void {
  running = false;
  report(true);
  const good = t.good.at(-1);
  post({ type: 'broken', failure: failure(error), position: t.position, good: good ? { step: good.step, epoch: good.epoch } : null });
}

function readStrip(t: Trainer): Strip | null {
  const batch = t.session.tensor('batch');
  if (batch.shape.length !== 3 || batch.shape[1] !== batch.shape[2]) return null; // grey, square images only
  const side = batch.shape[2];
  const count = Math.min(STRIP, batch.shape[0]);
  const labels = t.session.tensor('labels').data;
  const pixels = toPixels(batch.data, count * side * side);
  return { side, pixels, labels: Array.from({ length: count }, (_, i) => Number(labels[i])), count, batchSize: batch.shape[0] };
}

/// Grey levels 0-255 of images that may be bytes or 0-1.
function toPixels(data: ArrayLike<number | bigint>, n: number): Uint8Array {
  const out = new Uint8Array(n);
  const scale = data instanceof Uint8Array ? 1 : 255;
  for (let i = 0; i < n; i++) out[i] = Math.max(0, Math.min(255, Math.round(Number(data[i]) * scale)));
  return out;
}

function report(force: boolean): void {
  const t = trainer;
  const now = performance.now();
  if (!t || (!force && now - posted < POST_MS)) return;
  posted = now;
  let layers = null;
  let strip = null;
  if (t.position.step > 0 && (force || now - normed > NORMS_MS)) {
    normed = now;
    if (watching.layers || force) layers = t.layers();
    if (watching.strip) strip = readStrip(t);
  }
  const { points, epochs } = t.takeFresh();
  const progress: Progress = {
    type: 'progress',
    state: t.finished ? 'finished' : running ? 'running' : 'paused',
    validating: t.validating, position: t.position, live: { ...t.live }, nextLine: t.nextLine, ran, points, epochs,
    best: t.best, stopped: t.stopped, strip, layers, savedStep, ...t.speed(),
  };
  ran = null;
  post(progress, strip ? [strip.pixels.buffer as ArrayBuffer] : []);
}

function autosave(t: Trainer): void {
  const now = performance.now();
  const due = now - saved > SAVE_MS || t.position.epoch !== savedEpoch || t.finished;
  if ((!due && now - kept < KEEP_MS) || t.position.step === 0 || !t.sound()) return;
  kept = now;
  const { bytes, step, epoch } = t.keep();
  if (!due) return;
  saved = now;
  savedEpoch = t.position.epoch;
  if (!store || pace > 0) return;
  const save: Omit<Save, 'sequence'> = {
    run: runId, name: t.session.call('info').name, recipe: t.recipe, step, epoch, accuracy: t.best, when: Date.now(),
    curves: structuredClone(t.curves), bytes,
  };
  void store.save(save).then((done) => {
    if (done && trainer === t) savedStep = step;
  });
}

/// Loads a checkpoint after the settings it was made under, which may have been changed since the recipe was written.
function revive(session: EngineSession, bytes: Uint8Array): void {
  const head = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true); // safetensors: u64 length, JSON
  const { recipe } = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + head))).__metadata__ ?? {};
  if (recipe) {
    const then = JSON.parse(recipe);
    session.call('set', { path: 'optimizer', value: then.optimizer });
    for (const key of ['accumulate_grad_batches', 'gradient_clip_val', 'max_epochs']) {
      if (then.trainer?.[key] !== undefined) session.call('set', { path: `trainer.${key}`, value: then.trainer[key] });
    }
    const p = dropoutOf(then.model);
    if (p !== null) session.call('set', { path: 'model.dropout', value: p });
  }
  session.load(bytes);
}

function open(recipe: string, run: boolean, from?: Save): Opened {
  const began = performance.now();
  const session = engine.open(recipe); // throws for a recipe that cannot be run: the old run goes on
  try {
    if (from) revive(session, from.bytes);
  } catch (error) {
    session.close();
    throw error;
  }
  running = false;
  trainer?.session.close();
  trainer = new Trainer(session, recipe, from ? structuredClone(from.curves) : noCurves());
  if (from) trainer.good = [{ step: from.step, epoch: from.epoch, bytes: from.bytes }];
  runId = from?.run ?? crypto.randomUUID();
  savedStep = from?.step ?? null;
  savedEpoch = trainer.position.epoch;
  saved = performance.now();
  return opened(trainer, run, performance.now() - began);
}

function opened(t: Trainer, run: boolean, openMs: number): Opened {
  running = run;
  schedule();
  t.takeFresh();
  return { recipe: t.recipe, info: t.session.call('info'), machine: engine.machine(), curves: t.curves, position: t.position, openMs };
}

type Handlers = { [M in Method]: (args: Api[M]['args']) => Api[M]['result'] | Promise<Api[M]['result']> };

const handlers: Handlers = {
  open: ({ recipe, run, pace: units }) => {
    pace = units ?? pace;
    return open(recipe, run);
  },
  openSaved: ({ run, which }) => {
    const save = which === 'last' ? store?.offer(runId) : store?.newest();
    if (!save) throw { kind: 'io', message: 'There is no saved run in this browser.' };
    return open(save.recipe, run, save);
  },
  run: () => {
    running = !need().finished;
    schedule();
    report(true);
    return null;
  },
  pause: () => {
    running = false;
    report(true);
    return null;
  },
  line: () => {
    const t = need();
    running = false;
    try {
      ran = t.line();
      report(true);
    } catch (error) {
      broke(t, error);
    }
    return null;
  },
  goBack: ({ lr, batch }) => {
    const old = need();
    const good = old.good.at(-1);
    if (!good) throw { kind: 'value', message: 'There is no good state to go back to. Reset starts again.' };
    const { session } = old;
    session.call('set', { path: 'tamper.skip_zero_grad', value: false });
    session.call('set', { path: 'tamper.detach', value: null });
    revive(session, good.bytes);
    trainer = new Trainer(session, old.recipe, cut(old.curves, good.step));
    trainer.good = [good];
    if (lr !== undefined) trainer.set('optimizer.lr', lr);
    if (batch !== undefined) trainer.set('data.batch_size', batch);
    trainer.mark(`back to step ${good.step}${lr === undefined ? '' : `, lr ${lr}`}`);
    return opened(trainer, false, 0);
  },
  set: ({ path, value, mark }) => {
    const t = need();
    if (t.position.step > (t.good.at(-1)?.step ?? 0) + 5 && t.sound()) t.keep(); // what the change may spoil
    t.set(path, value);
    if (mark) t.mark(mark);
    return null;
  },
  check: ({ recipe }) => engine.check(recipe),
  watch: (what) => {
    watching = { ...watching, ...what };
    if (!running) report(true);
    return null;
  },
  draw: ({ ink, width, height, company }) => look(engine, need().session, ink, width, height, company),
  sample: ({ split, index }) => {
    const x = need().session.tensor('sample', { split, index });
    return { image: toPixels(x.data, x.data.length) };
  },
  samples: ({ split, indices }) => {
    const images = indices.map((index) => need().session.tensor('sample', { split, index }));
    const side = images[0]?.shape.at(-1) ?? 0;
    const out = new Uint8Array(images.length * side * side);
    images.forEach((x, i) => out.set(toPixels(x.data, side * side), i * side * side));
    return { images: out, side };
  },
  confusion: () => {
    const t = need();
    return t.curves.epochs.length > 0 ? t.session.call('confusion') : null;
  },
  cell: (args) => need().session.call('cell', args),
  layers: () => (need().position.step > 0 ? need().layers() : []),
  graph: () => (need().position.step > 0 ? need().session.call('graph', { max_nodes: 200 }) : { nodes: [] }),
  weight: ({ name }) => values('weight', { name }),
  gradient: ({ name }) => values('gradient', { name }),
  maps: ({ layer }) => {
    const x = need().session.tensor('activation', { layer });
    if (x.shape.length !== 4) return null;
    const [, channels, height, width] = x.shape;
    return { name: layer, channels, height, width, values: Float32Array.from(x.data.subarray(0, channels * height * width) as Float32Array) };
  },
  weights: () => ({ bytes: need().session.tensor('weights').data as Uint8Array }),
  submission: () => ({ bytes: need().session.tensor('submission', { split: 'test' }).data as Uint8Array }),
  test: () => need().session.call('validate', { split: 'test' }),
  load: ({ bytes }) => {
    const t = need();
    t.session.load(bytes);
    t.mark('weights loaded');
    t.keep();
    report(true);
    return null;
  },
  file: ({ name, bytes }) => {
    engine.putFile(name, bytes);
    return null;
  },
  saved: () => {
    const save = store?.offer(runId);
    return save ? { name: save.name, step: save.step, epoch: save.epoch, accuracy: save.accuracy, when: save.when } : null;
  },
  forget: async () => {
    await store?.forget(runId);
    return null;
  },
  plane: ({ side, layer }) => {
    const t = need();
    const xy = new Float32Array(side * side * 2);
    for (let i = 0; i < side * side; i++) {
      xy[2 * i] = (((i % side) + 0.5) / side) * 2.4 - 1.2;
      xy[2 * i + 1] = 1.2 - ((Math.floor(i / side) + 0.5) / side) * 2.4;
    }
    const probabilities = t.session.predict(xy, [side * side, 2], false);
    let hidden = new Float32Array(0);
    if (layer) {
      t.session.call('trace', { train: 0 });
      hidden = Float32Array.from(t.session.tensor('activation', { layer }).data as Float32Array);
    }
    const n = side * side;
    return { side, classes: probabilities.length / n, probabilities, units: hidden.length / n, hidden };
  },
  planePoints: () => {
    const { session } = need();
    const set = (split: string) => ({
      x: Float32Array.from(session.tensor('inputs', { split }).data as Float32Array),
      y: Array.from(session.tensor('targets', { split }).data as ArrayLike<number | bigint>, Number),
    });
    const train = set('train');
    const val = set('val');
    return { train: train.x, trainLabels: train.y, val: val.x, valLabels: val.y };
  },
  ping: () => null,
};

function values(method: 'weight' | 'gradient', args: object): { shape: number[]; values: Float32Array } {
  const { shape, data } = need().session.tensor(method, args);
  return { shape, values: Float32Array.from(data as Float32Array) };
}

self.onmessage = async ({ data }: MessageEvent<Request>) => {
  const { id, method, args } = data;
  try {
    const result = await (handlers[method] as (args: unknown) => unknown)(args);
    self.postMessage({ type: 'reply', id, result });
  } catch (error) {
    self.postMessage({ type: 'failed', id, failure: failure(error) });
  }
};

async function begin(): Promise<void> {
  [engine, store] = await Promise.all([start(), Store.open()]);
  post({ type: 'ready' });
}

begin().catch((error) => {
  const position: Position = { epoch: 0, batch: 0, batches: 0, step: 0, maxEpochs: 0 };
  post({ type: 'broken', failure: failure(error), position, good: null });
});
