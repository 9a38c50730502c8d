// One session being trained in slices, so that the worker answers between two of them. Knows the curves, the marks and
// the last good checkpoint; knows nothing about messages.

import type { EngineSession } from './engine';
import type { Curves, EpochRow, LayerNorms, Line, Live, Mark, Points, Position } from './protocol';

const SLICE_MS = 14;
const RECENT = 40; // steps behind the figures of speed

interface StepResult {
  event: 'train' | 'validate' | 'epoch_end' | 'finished';
  epoch: number;
  batch: number;
  batches: number;
  global_step: number;
  optimizer_steps: number;
  samples: number;
  loss: number | null;
  accuracy: number | null;
  lr: number | null;
  grad_norm: number | null;
  next_line: Line;
  val_loss?: number | null;
  val_accuracy?: number | null;
  best?: number | null;
  update_norm: number | null;
  [key: string]: unknown;
}

export interface Checkpoint {
  step: number;
  epoch: number;
  bytes: Uint8Array;
}

const noPoints = (): Points => ({ step: [], loss: [], accuracy: [], lr: [] });
export const noCurves = (): Curves => ({ points: noPoints(), epochs: [], marks: [] });

export const noLive = (): Live => ({
  loss: null, accuracy: null, lr: null, gradBefore: null, gradAfterZero: null, gradAfterBackward: null, update: null,
});

export class Trainer {
  curves: Curves;
  live = noLive();
  position: Position;
  validating: { batch: number; batches: number } | null = null;
  nextLine: Line = 0;
  finished = false;
  stopped = false;
  best: number | null = null;
  good: Checkpoint[] = []; // oldest first, at most two
  private fresh: { points: Points; epochs: EpochRow[] } = { points: noPoints(), epochs: [] };
  private times: number[] = [];
  private sizes: number[] = [];
  private updates = 0; // of the optimizer, before the latest batch
  private zeroed = true; // whether the next zero_grad() will clear the gradient
  private skipZero = false;
  private smooth: number | null = null;
  private smoothBest = Infinity;

  constructor(readonly session: EngineSession, readonly recipe: string, curves: Curves = noCurves()) {
    this.curves = curves;
    const info = session.call('info');
    const { batches, epoch, global_step: step } = info;
    this.position = { epoch, batch: step % Math.max(1, batches), batches, step, maxEpochs: info.recipe.trainer.max_epochs };
    this.finished = info.finished;
    if (curves.points.step.length === 0) this.keep();
    this.best = curves.epochs.reduce<number | null>((b, e) => (e.val_accuracy === null ? b : Math.max(b ?? 0, e.val_accuracy)), null);
  }

  /// Units of work for about SLICE_MS. The caller yields, then calls again.
  slice(engineNow: () => number = () => performance.now()): void {
    const end = engineNow() + SLICE_MS;
    do this.unit();
    while (!this.finished && engineNow() < end);
  }

  unit(): void {
    const start = performance.now();
    const result: StepResult = this.session.call('step', { units: 1 });
    this.take(result, performance.now() - start);
  }

  /// One line of the loop; says which.
  /// Null where a whole unit ran, of validation.
  line(): Line | null {
    const result = this.session.call('line');
    const ran: Line | null = result.line;
    if (ran !== null) this.takeLine(ran, result);
    this.take(result, null);
    return ran;
  }

  private takeLine(ran: Line, result: any): void {
    const before = result.grad_norm_before ?? null;
    const after = result.grad_norm ?? null;
    if (ran === 1) Object.assign(this.live, { gradBefore: before, gradAfterZero: after });
    if (ran === 3) Object.assign(this.live, { gradAfterZero: before, gradAfterBackward: after });
    if (ran === 4) this.live.update = result.update_norm ?? null;
  }

  private take(r: StepResult, ms: number | null): void {
    this.nextLine = r.next_line ?? 0;
    this.validating = r.event === 'validate' ? { batch: r.batch, batches: r.batches } : null;
    const { maxEpochs } = this.position;
    if (r.event === 'validate') {
      this.position = { ...this.position, step: r.global_step };
    } else {
      const batches = r.batches || this.position.batches; // 0 once training is over
      const batch = r.event === 'finished' ? batches : r.batch;
      this.position = { epoch: r.epoch, batch, batches, step: r.global_step, maxEpochs };
    }
    if (r.event === 'train') this.takeTrain(r, ms);
    if (r.event === 'epoch_end' || r.event === 'finished') this.takeEpochs();
    if (r.event === 'finished') {
      this.finished = true;
      this.stopped = r.epoch < maxEpochs;
    }
  }

  private takeTrain(r: StepResult, ms: number | null): void {
    const live = this.live;
    Object.assign(live, { loss: r.loss, accuracy: r.accuracy, lr: r.lr });
    if (ms !== null) {
      live.gradBefore = live.gradAfterBackward;
      live.gradAfterZero = this.zeroed && !this.skipZero ? 0 : live.gradBefore;
      live.gradAfterBackward = r.grad_norm;
      live.update = r.update_norm;
      this.times.push(ms);
      this.sizes.push(r.samples);
      if (this.times.length > RECENT) {
        this.times.shift();
        this.sizes.shift();
      }
    }
    this.zeroed = r.optimizer_steps > this.updates; // an accumulated gradient stays until the optimizer has used it
    this.updates = r.optimizer_steps;
    const last = this.curves.points.step.at(-1) ?? 0;
    if (r.global_step <= last || r.loss === null) return; // a line of a batch already counted
    for (const p of [this.curves.points, this.fresh.points]) {
      p.step.push(r.global_step);
      p.loss.push(r.loss);
      p.accuracy.push(r.accuracy ?? NaN);
      p.lr.push(r.lr ?? NaN);
    }
    this.smooth = this.smooth === null ? r.loss : 0.95 * this.smooth + 0.05 * r.loss;
    this.smoothBest = Math.min(this.smoothBest, this.smooth);
  }

  private takeEpochs(): void {
    const rows: EpochRow[] = this.session.call('history');
    const last = this.curves.epochs.at(-1)?.step ?? -1;
    for (const row of rows.filter((r) => r.step > last)) {
      this.curves.epochs.push(row);
      this.fresh.epochs.push(row);
      if (row.val_accuracy !== null) this.best = Math.max(this.best ?? 0, row.val_accuracy);
    }
  }

  takeFresh(): { points: Points; epochs: EpochRow[] } {
    const out = this.fresh;
    this.fresh = { points: noPoints(), epochs: [] };
    return out;
  }

  layers(): LayerNorms[] {
    return this.session.call('layers');
  }

  speed(): { msPerStep: number | null; samplesPerSecond: number | null } {
    if (this.times.length === 0) return { msPerStep: null, samplesPerSecond: null };
    const ms = this.times.reduce((a, b) => a + b);
    const samples = this.sizes.reduce((a, b) => a + b);
    return { msPerStep: ms / this.times.length, samplesPerSecond: (1000 * samples) / ms };
  }

  /// Whether the run looks sound: the loss is a number and not far above the best so far.
  sound(): boolean {
    return this.smooth === null || (Number.isFinite(this.smooth) && this.smooth < 3 * this.smoothBest + 0.05);
  }

  /// Keeps the present state as a good one.
  keep(): Checkpoint {
    const bytes = this.session.tensor('checkpoint').data as Uint8Array;
    const checkpoint = { step: this.position.step, epoch: this.position.epoch, bytes };
    this.good.push(checkpoint);
    if (this.good.length > 2) this.good.shift();
    return checkpoint;
  }

  mark(text: string): void {
    const step = this.position.step;
    const last = this.curves.marks.at(-1);
    if (last && last.step === step) last.text += `, ${text}`;
    else this.curves.marks.push({ step, text } as Mark);
  }

  set(path: string, value: unknown): void {
    this.session.call('set', { path, value });
    if (path === 'tamper.skip_zero_grad') this.skipZero = value as boolean;
    if (path === 'trainer.max_epochs') {
      this.position = { ...this.position, maxEpochs: value as number };
      if (this.position.epoch < (value as number)) this.finished = false;
    }
    if (path === 'data.batch_size') {
      this.times = [];
      this.sizes = [];
    }
  }
}

/// The curves as they were at a step, to go on from there.
export function cut(curves: Curves, step: number): Curves {
  const { points } = curves;
  let n = points.step.length;
  while (n > 0 && points.step[n - 1] > step) n--;
  return {
    points: {
      step: points.step.slice(0, n), loss: points.loss.slice(0, n), accuracy: points.accuracy.slice(0, n), lr: points.lr.slice(0, n),
    },
    epochs: curves.epochs.filter((e) => e.step <= step),
    marks: curves.marks.filter((m) => m.step <= step),
  };
}
