// The playground's curve: train and validation loss.

import uPlot from 'uplot';
import { logTicks } from './curves';
import { calm, colour, onScheme } from './dom';
import { fixed, rate } from './format';
import type { EpochRow, Points } from './protocol';

const KEEP = 1200; // points per line; beyond it every second one goes

export class SmallChart {
  private train: [number[], number[]] = [[], []];
  private val: [number[], number[]] = [[], []];
  private chart: uPlot;
  private draw = calm(200, () => this.redraw());

  constructor(private box: HTMLElement) {
    const font = '11px ui-monospace, monospace';
    const line = (name: string): uPlot.Series => ({ stroke: () => colour(name), width: 2, spanGaps: true, points: { show: false } });
    const axis = { stroke: () => colour('muted'), font, grid: { stroke: () => colour('line'), width: 1 }, ticks: { show: false } };
    this.chart = new uPlot({
      width: Math.max(200, box.clientWidth), height: 170, legend: { show: false }, padding: [16, 84, 0, 0], cursor: { show: false },
      scales: { x: { time: false }, y: { distr: 3, log: 10, range: (_u, low, high) => [Math.max(1e-5, (low || 0.1) * 0.8), (high || 2) * 1.2] } },
      axes: [{ ...axis, size: 30, values: (_u, v) => v.map((x) => String(x)) }, { ...axis, size: 46, splits: (u, _a, low, high) => logTicks(u, low, high), filter: (_u, v) => v, values: (_u, v) => v.map((x) => (x === null ? '' : rate(x))) }],
      series: [{}, line('train'), line('eval')],
      hooks: { draw: [(u) => this.names(u)] },
    }, [[], [], []], box);
    new ResizeObserver(() => this.resize()).observe(box);
    onScheme(() => this.chart.redraw(false, true));
  }

  resize(): void {
    const width = this.box.clientWidth;
    if (width > 0 && width !== this.chart.width) this.chart.setSize({ width, height: 170 });
  }

  clear(): void {
    this.train = [[], []];
    this.val = [[], []];
    this.redraw();
  }

  add(points: Points, epochs: EpochRow[]): void {
    let [xs, ys] = this.train;
    points.step.forEach((x, i) => {
      const before = ys.at(-1) ?? points.loss[i];
      xs.push(x);
      ys.push(0.9 * before + 0.1 * points.loss[i]); // the loss of one small batch jumps too much to read
    });
    for (const e of epochs) if (e.val_loss !== null) (this.val[0].push(e.step), this.val[1].push(e.val_loss));
    for (const pair of [this.train, this.val]) {
      if (pair[0].length > KEEP) for (const i of [0, 1]) pair[i] = pair[i].filter((_, j) => j % 2 === 0);
    }
    this.draw();
  }

  private redraw(): void {
    const xs = [...new Set([...this.train[0], ...this.val[0]])].sort((a, b) => a - b);
    const rows = [this.train, this.val].map(([x, y]) => {
      const at = new Map(x.map((v, i) => [v, Math.max(1e-6, y[i])]));
      return xs.map((v) => at.get(v));
    });
    this.chart.setData([xs, ...rows] as uPlot.AlignedData);
  }

  private names(u: uPlot): void {
    const c = u.ctx;
    const s = devicePixelRatio;
    c.save();
    c.font = `${11 * s}px ui-monospace, monospace`;
    c.textBaseline = 'middle';
    c.fillStyle = colour('muted');
    c.textAlign = 'left';
    c.fillText('loss', u.bbox.left + 4 * s, u.bbox.top - 8 * s);
    const ends = [{ name: 'train', v: this.train[1].at(-1) }, { name: 'eval', v: this.val[1].at(-1) }].flatMap(({ name, v }) =>
      v === undefined ? [] : [{ text: `${name === 'eval' ? 'val' : name} ${fixed(v, 3)}`, y: u.valToPos(Math.max(1e-6, v), 'y', true), name }]);
    ends.sort((a, b) => a.y - b.y);
    ends.forEach((end, i) => {
      if (i > 0) end.y = Math.max(end.y, ends[i - 1].y + 14 * s);
      c.fillStyle = colour(`${end.name}-text`);
      c.fillText(end.text, u.bbox.left + u.bbox.width + 5 * s, Math.max(u.bbox.top, end.y));
    });
    c.restore();
  }
}
