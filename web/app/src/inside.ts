// Inside the network: layers, first filters, what they find in the drawing, and weights beside their gradients.

import type { App, Part } from './app';
import { colour, context, el, get, onScheme, rgb, say, seen } from './dom';
import { count, fixed } from './format';
import type { Opened } from './protocol';
import type { TurnView } from './turn';

export class InsideView implements Part {
  private first = ''; // the first convolution's weight
  private mapsOf = ''; // the layer whose output is drawn
  private visible: () => boolean;
  private busy = false;
  private select = get<HTMLSelectElement>('tensor');
  private shapes = new Map<string, number[]>();

  constructor(private app: App, private turn: TurnView) {
    this.visible = seen(get('h-inside').parentElement!.parentElement!, (v) => v && void this.refresh());
    window.setInterval(() => this.app.state === 'running' && void this.refresh(), 1000);
    this.select.addEventListener('change', () => void this.refresh());
    onScheme(() => void this.refresh());
    turn.onPrediction = () => {
      const trace = turn.latest?.trace ?? [];
      if (trace.length > 0 && this.shapes.size === 0) {
        for (const l of trace) this.shapes.set(l.name, l.shape);
        this.table();
      }
      void this.maps();
    };
  }

  opened({ info }: Opened): void {
    this.shapes.clear();
    say(get('inside-total'), `${count(info.parameters)} parameters in ${info.layers.length} layers.`);
    this.table();
    const conv = info.layers.find((l) => l.type === 'Conv2d');
    this.first = conv ? `${conv.name}.weight` : '';
    const index = conv ? info.layers.indexOf(conv) : -1;
    const relu = info.layers.slice(index).find((l) => l.type === 'ReLU') ?? conv;
    this.mapsOf = relu?.name ?? '';
    this.select.replaceChildren();
    void this.app.ask('layers', {}).then((layers) => this.tensors(layers.map((l) => l.name)));
    void this.refresh();
  }

  private tensors(names: string[]): void {
    if (this.select.options.length === names.length || names.length === 0) return;
    this.select.replaceChildren(...names.map((n) => el('option', { value: n }, n)));
    this.select.value = names.includes(this.first) ? this.first : names[0];
  }

  private table(): void {
    const layers = this.app.info?.layers ?? [];
    get('layers').querySelector('tbody')!.replaceChildren(...layers.map((l) =>
      el('tr', {}, el('td', { className: 'num' }, l.name), el('td', {}, el('code', {}, l.repr || l.type)),
        el('td', { className: 'num' }, this.shapes.get(l.name)?.slice(1).join(' × ') ?? ''), el('td', { className: 'num' }, l.parameters > 0 ? count(l.parameters) : ''))));
  }

  private async refresh(): Promise<void> {
    if (this.busy || !this.visible() || !this.app.info) return;
    this.busy = true;
    try {
      if (this.select.options.length === 0) this.tensors((await this.app.ask('layers', {})).map((l) => l.name));
      await this.filters();
      await this.histogram();
    } catch {
      // the run is being replaced; the next turn shows the new one
    } finally {
      this.busy = false;
    }
  }

  private async filters(): Promise<void> {
    const canvas = get<HTMLCanvasElement>('filters');
    if (!this.first) {
      canvas.width = canvas.height = 1;
      return;
    }
    const { shape, values } = await this.app.ask('weight', { name: this.first });
    const [n, channels, height, width] = shape;
    const one = channels * height * width; // the first input channel is drawn
    tiles(canvas, Math.min(n, 32), height, width, (tile, i) => values[tile * one + i], true);
  }

  private async maps(): Promise<void> {
    if (!this.mapsOf || !this.visible() || !this.turn.latest || this.turn.latest.empty) return;
    const maps = await this.app.ask('maps', { layer: this.mapsOf }).catch(() => null);
    if (!maps) return;
    const { channels, height, width, values } = maps;
    tiles(get<HTMLCanvasElement>('maps'), Math.min(channels, 32), height, width, (tile, i) => values[tile * height * width + i], false);
    say(get('maps-note'), `The ${channels} maps after layer ${maps.name}, ${height} × ${width} each, in train mode.`);
  }

  private async histogram(): Promise<void> {
    const name = this.select.value;
    if (!name) return;
    const [w, g] = await Promise.all([this.app.ask('weight', { name }), this.app.ask('gradient', { name }).catch(() => null)]);
    const canvas = get<HTMLCanvasElement>('histogram');
    const c = context(canvas);
    c.clearRect(0, 0, canvas.width, canvas.height);
    const half = canvas.height / 2;
    const reach = histogram(c, w.values, 0, half - 6, canvas.width, colour('eval'));
    const slope = g ? histogram(c, g.values, half + 2, half - 6, canvas.width, colour('train')) : null;
    say(get('histogram-note'), `top: ${count(w.values.length)} weights within ±${fixed(reach, 3)}${slope === null ? '' : `; below: their gradients within ±${fixed(slope, 5)}`}`);
  }
}

/// Small pictures in rows of 8; signed values in two colours around nothing, others in the ink.
export function tiles(
  canvas: HTMLCanvasElement, n: number, height: number, width: number, value: (tile: number, i: number) => number, signed: boolean,
): void {
  const columns = Math.min(8, Math.max(1, n));
  const rows = Math.ceil(n / columns);
  canvas.width = columns * (width + 1) - 1;
  canvas.height = rows * (height + 1) - 1;
  const c = context(canvas);
  const image = c.createImageData(canvas.width, canvas.height);
  const [plus, minus] = signed ? [rgb('eval'), rgb('train')] : [rgb('ink'), rgb('ink')];
  for (let tile = 0; tile < n; tile++) {
    let high = 1e-9;
    for (let i = 0; i < width * height; i++) high = Math.max(high, Math.abs(value(tile, i)));
    for (let i = 0; i < width * height; i++) {
      const v = value(tile, i);
      const x = (tile % columns) * (width + 1) + (i % width);
      const y = Math.floor(tile / columns) * (height + 1) + Math.floor(i / width);
      const paint = v >= 0 ? plus : minus;
      image.data.set([...paint, 18 + (Math.min(1, Math.abs(v) / high)) * 237], 4 * (y * canvas.width + x));
    }
  }
  c.putImageData(image, 0, 0);
}

/// 56 bars around zero; returns the reach of the axis, which holds 99.5 % of the values.
function histogram(c: CanvasRenderingContext2D, values: Float32Array, top: number, height: number, width: number, fill: string): number {
  const sizes = Float32Array.from(values, Math.abs).sort();
  const reach = sizes[Math.min(sizes.length - 1, Math.floor(sizes.length * 0.995))] || 1e-9;
  const bins = new Float64Array(56);
  for (const v of values) bins[Math.max(0, Math.min(55, Math.floor(((v / reach + 1) / 2) * 56)))]++;
  const most = Math.max(...bins);
  const step = width / 56;
  c.fillStyle = fill;
  bins.forEach((n, i) => c.fillRect(i * step, top + height * (1 - n / most), step - 1.5, (height * n) / most));
  return reach;
}
