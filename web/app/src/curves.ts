// Loss, accuracy and learning rate on one x axis. Lines carry their names; changed settings and earlier runs are marked.

import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { calm, colour, el, get, onScheme, seen } from './dom';
import { fixed, percent, rate } from './format';
import type { Curves, EpochRow, Mark, Points } from './protocol';

const BINS = 600; // points drawn per line; a bin's mean stands for its steps
const EARLIER = 3;

interface Run {
  x: number[];
  train: number[];
  trainAccuracy: number[];
  lr: number[];
  epochs: EpochRow[];
}

// Accuracy is drawn on the scale of its errors, so that 90, 97 and 99 % are as far apart as they feel.
const floor = 0.002;
const toError = (v: number) => -Math.log10(Math.max(floor, 1 + floor - v));
const fromError = (v: number) => 1 + floor - 10 ** -v;

/// Means of runs of steps, so that at most BINS points are drawn.
function bin(points: Points): Run {
  const n = points.step.length;
  const size = Math.max(1, Math.ceil(n / BINS));
  const run: Run = { x: [], train: [], trainAccuracy: [], lr: [], epochs: [] };
  const window = Math.max(size, Math.min(20, Math.ceil(n / 8)));
  let loss = 0;
  let accuracy = 0;
  let held = 0;
  for (let i = 0; i < n; i++) {
    if (Number.isFinite(points.loss[i])) loss += points.loss[i];
    accuracy += points.accuracy[i] || 0;
    held++;
    if (held > window) {
      const out = i - window;
      if (Number.isFinite(points.loss[out])) loss -= points.loss[out];
      accuracy -= points.accuracy[out] || 0;
      held--;
    }
    if ((i + 1) % size === 0 || i === n - 1) {
      run.x.push(points.step[i]);
      run.train.push(loss / held);
      run.trainAccuracy.push(accuracy / held);
      run.lr.push(points.lr[i]);
    }
  }
  return run;
}

type Row = (number | null)[];

/// Lines of several runs on one x: every x that any of them has, in order.
function align(lines: { x: number[]; y: Row }[]): uPlot.AlignedData {
  const xs = [...new Set(lines.flatMap((l) => l.x))].sort((a, b) => a - b);
  const at = new Map(xs.map((x, i) => [x, i]));
  const rows = lines.map((line) => {
    const row: (number | null | undefined)[] = new Array(xs.length).fill(undefined);
    line.x.forEach((x, i) => (row[at.get(x)!] = line.y[i]));
    return row;
  });
  return [xs, ...rows] as uPlot.AlignedData;
}

interface Line {
  label: string;
  colour: string;
  text: (v: number) => string;
  points?: boolean;
}

function series(line: Line): uPlot.Series {
  return {
    label: line.label, stroke: () => colour(line.colour), width: 2, spanGaps: true,
    points: { show: line.points ?? false, size: 6, fill: () => colour(line.colour) },
  };
}

function faint(): uPlot.Series {
  return { stroke: () => colour('faint'), width: 1, spanGaps: true, points: { show: false } };
}

export class CurvesView {
  private charts: uPlot[] = [];
  private points: Points = { step: [], loss: [], accuracy: [], lr: [] };
  private epochs: EpochRow[] = [];
  private marks: Mark[] = [];
  private earlier: Run[] = [];
  private visible: () => boolean;
  private draw = calm(200, () => this.redraw());

  constructor() {
    this.visible = seen(get('h-curves').parentElement!.parentElement!, (v) => v && this.draw());
    const lines = [
      this.chart('chart-loss', 'loss', 190, [
        { label: 'train', colour: 'train', text: (v) => fixed(v, 3) },
        { label: 'val', colour: 'eval', text: (v) => fixed(v, 3), points: true },
      ], { distr: 3, log: 10, range: (_u, low, high) => [0.8 * Math.max(1e-4, Math.min(low ?? 0.1, 1)), 1.2 * Math.min(1e6, Math.max(high ?? 3, 2.5))] }, logTicks),
      this.chart('chart-accuracy', 'accuracy', 170, [
        { label: 'train', colour: 'train', text: (v) => percent(v) },
        { label: 'val', colour: 'eval', text: (v) => percent(v), points: true },
      ], { distr: 100, fwd: toError, bwd: fromError, range: () => [0, 1] }, () => [0, 0.5, 0.8, 0.9, 0.97, 0.99, 1]),
      this.chart('chart-lr', 'lr', 96, [{ label: 'lr', colour: 'muted', text: rate }], {
        distr: 3, log: 10, range: (_u, low, high) => [(low || 1e-3) / 2, (high || 1e-3) * 2],
      }, ends, true),
    ];
    this.charts = lines;
    const resize = new ResizeObserver(() => {
      for (const chart of this.charts) {
        const width = chart.root.parentElement!.clientWidth;
        if (width > 0 && width !== chart.width) chart.setSize({ width, height: chart.height });
      }
    });
    resize.observe(get('chart-loss'));
    onScheme(() => this.charts.forEach((c) => c.redraw(false, true)));
  }

  private chart(
    id: string, title: string, height: number, lines: Line[], y: uPlot.Scale, splits: (u: uPlot, low: number, high: number) => number[], axis = false,
  ): uPlot {
    const box = get(id);
    const percents = title === 'accuracy';
    const ticks = (_u: uPlot, values: (number | null)[]) =>
      values.map((v) => (v === null ? '' : percents ? `${Math.round(v * 100)}` : rate(v)));
    const font = '11px ui-monospace, monospace';
    const narrow = innerWidth < 600;
    const options: uPlot.Options = {
      width: Math.max(200, box.clientWidth), height, legend: { show: false }, padding: [16, 84, 0, 0],
      cursor: { sync: { key: 'curves' }, y: false, drag: { x: true, y: false }, points: { size: 6 } },
      scales: { x: { time: false, range: (_u, low, high) => [Math.min(low ?? 0, 0), Math.max(high ?? 0, 50)] }, y },
      axes: [
        { show: true, size: axis ? 24 : 10, label: axis ? 'step' : undefined, labelSize: 16, labelGap: -4, gap: 3, labelFont: font, stroke: () => colour('muted'), font,
          values: axis ? undefined : (_u, v) => v.map(() => ''), grid: { stroke: () => colour('line'), width: 1 }, ticks: { show: false } },
        { stroke: () => colour('muted'), font, size: narrow ? 40 : 46, splits: (u, _a, low, high) => splits(u, low, high), values: ticks, filter: (_u, v) => v,
          grid: { stroke: () => colour('line'), width: 1 }, ticks: { show: false } },
      ],
      series: [{}, ...Array.from({ length: EARLIER }, faint), ...lines.map(series)],
      hooks: {
        draw: [(u) => this.annotate(u, title + (percents ? ' %' : ''), lines)],
        setCursor: [(u) => u === this.charts[0] && this.read(u.cursor.idx ?? null)],
      },
    };
    return new uPlot(options, [[], ...Array.from({ length: EARLIER + lines.length }, () => [])] as unknown as uPlot.AlignedData, box);
  }

  /// Names at the ends of lines, the title, and marks of changed settings.
  private annotate(u: uPlot, title: string, lines: Line[]): void {
    const c = u.ctx;
    const scale = devicePixelRatio;
    const { left, top, width, height } = u.bbox;
    c.save();
    c.font = `${11 * scale}px ui-monospace, monospace`;
    c.textBaseline = 'middle';
    c.fillStyle = colour('muted');
    c.textAlign = 'left';
    c.fillText(title, left + 4 * scale, top - 8 * scale);
    this.drawMarks(u, c, scale);
    const ends: { y: number; text: string; colour: string }[] = [];
    lines.forEach((line, i) => {
      const row = u.data[1 + EARLIER + i];
      let last = row.length - 1;
      while (last >= 0 && (row[last] === null || row[last] === undefined)) last--;
      const v = last >= 0 ? row[last] : null;
      if (v === null || v === undefined || !Number.isFinite(v)) return;
      const y = Math.max(top, Math.min(top + height, u.valToPos(v, 'y', true)));
      ends.push({ y, text: `${line.label} ${line.text(v)}`, colour: colour(line.colour === 'muted' ? 'muted' : `${line.colour}-text`) });
    });
    ends.sort((a, b) => a.y - b.y);
    for (let i = 1; i < ends.length; i++) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + 14 * scale);
    for (const end of ends) {
      c.fillStyle = end.colour;
      c.fillText(end.text, left + width + 5 * scale, end.y);
    }
    c.restore();
  }

  private drawMarks(u: uPlot, c: CanvasRenderingContext2D, scale: number): void {
    const { left, top, width, height } = u.bbox;
    const named = u === this.charts[0];
    let free = left;
    c.strokeStyle = colour('muted');
    c.setLineDash([3 * scale, 3 * scale]);
    for (const mark of this.marks) {
      const x = u.valToPos(mark.step, 'x', true);
      if (x < left || x > left + width) continue;
      c.beginPath();
      c.moveTo(x, top);
      c.lineTo(x, top + height);
      c.stroke();
      const room = c.measureText(mark.text).width + 8 * scale;
      if (!named || x < free || x + room > left + width + 80 * scale) continue;
      c.fillStyle = colour('ink');
      c.fillText(mark.text, x + 4 * scale, top + 9 * scale);
      free = x + room;
    }
    c.setLineDash([]);
  }

  private read(index: number | null): void {
    const out = get('reading');
    if (index === null) {
      out.textContent = '';
      return;
    }
    const near = (chart: number, row: number): number | null => {
      const values = this.charts[chart].data[row];
      for (let i = index; i >= 0; i--) if (values[i] !== undefined && values[i] !== null) return values[i] as number;
      return null;
    };
    const [train, val] = [1 + EARLIER, 2 + EARLIER];
    const step = this.charts[0].data[0][index];
    const marks = this.marks.filter((m) => Math.abs(m.step - step) <= Math.max(1, step / 100)).map((m) => m.text);
    out.textContent = [
      `step ${step}`, `loss ${fixed(near(0, train), 3)}`, `val ${fixed(near(0, val), 3)}`, `acc. ${percent(near(1, train))}`, `val ${percent(near(1, val))}`,
      `lr ${rate(near(2, train))}`, ...marks,
    ].join('  ');
  }

  /// Shows these curves; those on show before become a faint line unless they are the same run going on.
  begin(curves: Curves, goesOn: boolean): void {
    if (!goesOn && this.points.step.length > 20) {
      this.earlier = [...this.earlier, { ...bin(this.points), epochs: this.epochs }].slice(-EARLIER);
    }
    const { points } = curves;
    this.points = { step: [...points.step], loss: [...points.loss], accuracy: [...points.accuracy], lr: [...points.lr] };
    this.epochs = [...curves.epochs];
    this.marks = curves.marks.map((m) => ({ ...m }));
    this.redraw();
  }

  add(points: Points, epochs: EpochRow[]): void {
    for (const key of ['step', 'loss', 'accuracy', 'lr'] as const) this.points[key].push(...points[key]);
    this.epochs.push(...epochs);
    if (this.visible()) this.draw();
  }

  mark(step: number, text: string): void {
    const last = this.marks.at(-1);
    if (last?.step === step) last.text += `, ${text}`;
    else this.marks.push({ step, text });
    this.draw();
  }

  /// Every epoch and every step, for the run log.
  log(): { points: Points; epochs: EpochRow[]; marks: Mark[] } {
    return { points: this.points, epochs: this.epochs, marks: this.marks };
  }

  private redraw(): void {
    const now = bin(this.points);
    const x = now.x;
    const ex = this.epochs.map((e) => e.step);
    const past = Array.from({ length: EARLIER }, (_, i) => this.earlier.at(-1 - i));
    const positive = (row: Row) => row.map((v) => (v !== null && v > 0 ? v : null));
    const lines = (of: (r: Run) => Row, ...current: { x: number[]; y: Row }[]) =>
      align([...past.map((r) => ({ x: r?.x ?? [], y: r ? of(r) : [] })), ...current]);
    this.charts[0].setData(lines((r) => positive(r.train), { x, y: positive(now.train) }, { x: ex, y: positive(this.epochs.map((e) => e.val_loss)) }));
    this.charts[1].setData(lines((r) => r.trainAccuracy, { x, y: now.trainAccuracy }, { x: ex, y: this.epochs.map((e) => e.val_accuracy) }));
    this.charts[2].setData(lines(() => [], { x, y: positive(now.lr) }));
    this.table();
  }

  private table(): void {
    const body = get('epochs').querySelector('tbody')!;
    if (body.childElementCount === this.epochs.length) return;
    const cell = (text: string) => el('td', { className: 'num' }, text);
    body.replaceChildren(...this.epochs.map((e) => el('tr', {}, cell(String(e.epoch + 1)), cell(String(e.step)), cell(fixed(e.train_loss)),
      cell(fixed(e.val_loss)), cell(percent(e.train_accuracy)), cell(percent(e.val_accuracy)), cell(rate(e.lr)))));
  }
}

/// The outer two ticks: the chart of the learning rate is low.
function ends(u: uPlot, low: number, high: number): number[] {
  const ticks = logTicks(u, low, high);
  return ticks.length > 2 ? [ticks[0], ticks[ticks.length - 1]] : ticks;
}

export function logTicks(_u: uPlot, low: number, high: number): number[] {
  const out: number[] = [];
  if (!(low > 0) || !(high > low)) return out; // nothing drawn yet
  const decades = Math.log10(high / low);
  for (let e = Math.floor(Math.log10(low)); e <= Math.ceil(Math.log10(high)); e++) {
    for (const m of decades < 1.5 ? [1, 2, 5] : decades < 3 ? [1, 3] : [1]) {
      const v = m * 10 ** e;
      if (v >= low * 0.999 && v <= high * 1.001) out.push(v);
    }
  }
  return out;
}
