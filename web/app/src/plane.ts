// The playground: points in a plane, the regions a small network gives to each class, and its hidden units.

import { Client, failureOf } from './client';
import { CLASS_COLOURS, mark } from './marks';
import { calm, colour, context, el, get, onScheme, rgb, say, seen } from './dom';
import { count, fixed, percent, rate } from './format';
import { tiles } from './inside';
import { choose } from './loop';
import type { Api, Event, Info, Method, PlanePoints, PlaneView as Plane, Progress } from './protocol';
import { SmallChart } from './small-chart';

const SIDE = 64; // cells of the plane in each direction
const PACE = 150; // batches a second: slow enough to watch
const REACH = 1.2; // the plane spans -REACH to REACH

interface Own {
  x: number;
  y: number;
  label: number;
}

export class PlaygroundView {
  private client = new Client((e) => this.event(e), () => this.lost());
  private started = false;
  private info: Info | null = null;
  private points: PlanePoints | null = null;
  private own: Own[] = [];
  private ownClass = 0;
  private running = false;
  private wanted = true; // what the visitor last asked for: run or pause
  private chart: SmallChart | null = null;
  private latest: Plane | null = null;
  private asking = false;
  private visible: () => boolean;
  private restart = calm(150, () => void this.open());

  constructor() {
    this.visible = seen(get('plane'));
    onScheme(() => this.paint());
    get('plane-run').addEventListener('click', () => void this.toggle());
    get('plane-step').addEventListener('click', () => void this.ask('line', {}).catch(() => undefined));
    get('plane-reset').addEventListener('click', () => void this.open());
    this.controls();
  }

  private ask<M extends Method>(method: M, args: Api[M]['args']): Promise<Api[M]['result']> {
    return this.client.ask(method, args);
  }

  private value(id: string): string {
    return get<HTMLSelectElement>(id).value;
  }

  private controls(): void {
    for (const id of ['kind', 'plane-classes', 'depth', 'units', 'activation']) get(id).addEventListener('change', () => this.restart());
    const noise = get<HTMLInputElement>('noise');
    noise.addEventListener('input', () => {
      say(get('noise-out'), Number(noise.value).toFixed(2));
      this.restart();
    });
    const lr = get<HTMLInputElement>('plane-lr');
    lr.addEventListener('input', () => {
      say(get('plane-lr-out'), rate(10 ** Number(lr.value)));
      void this.ask('set', { path: 'optimizer', value: this.optimizer(), mark: '' }).catch(() => undefined);
    });
    for (const id of ['plane-optimizer', 'decay']) {
      get(id).addEventListener('change', () => void this.ask('set', { path: 'optimizer', value: this.optimizer(), mark: '' }).catch((e) => this.complain(e)));
    }
    get('own-clear').addEventListener('click', () => {
      this.own = [];
      void this.open();
    });
    get('own-random').addEventListener('click', () => {
      const angle = Math.random() * 7;
      const [cx, cy] = [0.7 * Math.cos(angle), 0.7 * Math.sin(angle)];
      for (let i = 0; i < 8; i++) this.own.push({ x: cx + (Math.random() - 0.5) * 0.4, y: cy + (Math.random() - 0.5) * 0.4, label: this.ownClass });
      this.restart();
    });
    const canvas = get<HTMLCanvasElement>('plane');
    canvas.addEventListener('pointerdown', (e) => {
      if (this.value('kind') !== 'own') return;
      const box = canvas.getBoundingClientRect();
      const x = ((e.clientX - box.left) / box.width) * 2 * REACH - REACH;
      const y = REACH - ((e.clientY - box.top) / box.height) * 2 * REACH;
      this.own.push({ x, y, label: this.ownClass });
      this.paint();
      this.restart();
    });
  }

  private optimizer(): object {
    const type = this.value('plane-optimizer');
    const lr = Number(rate(10 ** Number(this.value('plane-lr'))));
    const common = { lr, weight_decay: Number(this.value('decay')) };
    return type === 'momentum' ? { type: 'SGD', momentum: 0.9, ...common } : { type, ...common };
  }

  private recipe(): object {
    const kind = this.value('kind');
    const own = kind === 'own';
    const classes = own ? new Set(this.own.map((p) => p.label)).size : kind === 'moons' || kind === 'xor' ? 2 : Number(this.value('plane-classes'));
    const [depth, units] = [Number(this.value('depth')), Number(this.value('units'))];
    const layers: object[] = [];
    for (let i = 0; i < depth; i++) {
      layers.push({ type: 'Linear', in_features: i === 0 ? 2 : units, out_features: units }, { type: this.value('activation') });
    }
    layers.push({ type: 'Linear', in_features: depth === 0 ? 2 : units, out_features: classes });
    const noise = Number(this.value('noise'));
    const data = own
      ? { type: 'csv', file: 'points.csv', target: 'class', features: ['x', 'y'], val: 0, batch_size: 16 }
      : { type: 'toy', kind, train: 100 * classes, val: 50 * classes, noise, classes, batch_size: 20 };
    return {
      name: 'playground', seed: 1, model: { type: 'Sequential', layers }, data, loss: { type: 'CrossEntropyLoss' }, optimizer: this.optimizer(),
      trainer: { max_epochs: 100000 },
    };
  }

  /// Called when the tab is opened: starts the worker on first use.
  show(): void {
    if (!this.started) {
      this.started = true;
      this.client.start();
    } else if (this.wanted && this.info) {
      void this.ask('run', {}).catch(() => undefined);
    }
    this.chart?.resize();
  }

  hide(): void {
    if (this.client.alive && this.info) void this.ask('pause', {}).catch(() => undefined);
  }

  private async open(): Promise<void> {
    const own = this.value('kind') === 'own';
    const two = ['moons', 'xor'].includes(this.value('kind'));
    get('own').hidden = !own;
    get<HTMLSelectElement>('plane-classes').disabled = two;
    if (two) choose(get<HTMLSelectElement>('plane-classes'), 2);
    get<HTMLInputElement>('noise').disabled = own;
    get('plane-error').hidden = true;
    const classes = Number(this.value('plane-classes'));
    if (own) this.classButtons(classes);
    this.own = this.own.filter((p) => p.label < classes);
    if (own && new Set(this.own.map((p) => p.label)).size < 2) {
      await this.ask('pause', {}).catch(() => undefined);
      this.info = null;
      this.latest = null;
      this.points = null;
      this.buttons(false, 'waiting');
      say(get('plane-note'), 'Add points of at least two classes, and training begins.');
      this.paint();
      return;
    }
    try {
      if (own) await this.ask('file', { name: 'points.csv', bytes: new TextEncoder().encode(this.csv()) });
      const { info } = await this.ask('open', { recipe: JSON.stringify(this.recipe()), run: this.wanted, pace: PACE });
      this.info = info;
      this.points = own ? this.ownPoints() : await this.ask('planePoints', {});
      this.chart ??= new SmallChart(get('plane-chart'));
      this.chart.clear();
      say(get('plane-params'), count(info.parameters));
      say(get('plane-note'), 'The colour shows which class the network would give to a point there; the paler, the less sure. Filled marks are trained on, hollow ones only test it.');
      void this.refresh();
    } catch (error) {
      this.complain(error);
    }
  }

  private csv(): string {
    return `x,y,class\n${this.own.map((p) => `${p.x.toFixed(4)},${p.y.toFixed(4)},${p.label}`).join('\n')}\n`;
  }

  private ownPoints(): PlanePoints {
    const train = new Float32Array(this.own.flatMap((p) => [p.x, p.y]));
    return { train, trainLabels: this.own.map((p) => p.label), val: new Float32Array(0), valLabels: [] };
  }

  private classButtons(n: number): void {
    this.ownClass = Math.min(this.ownClass, n - 1);
    get('own-class').replaceChildren(...Array.from({ length: n }, (_, i) => {
      const button = el('button', { className: `class${i}`, aria: { pressed: String(i === this.ownClass) } }, `class ${i}`);
      button.addEventListener('click', () => {
        this.ownClass = i;
        this.classButtons(n);
      });
      return button;
    }));
  }

  private complain(error: unknown): void {
    const box = get('plane-error');
    box.hidden = false;
    say(box, failureOf(error).message);
  }

  private async toggle(): Promise<void> {
    this.wanted = !this.running;
    await this.ask(this.wanted ? 'run' : 'pause', {}).catch((e) => this.complain(e));
  }

  private lost(): void {
    this.info = null;
    this.complain(new Error('The playground’s worker stopped. Reset starts a new one.'));
    this.buttons(false, 'stopped');
    get<HTMLButtonElement>('plane-reset').disabled = false;
    get('plane-reset').addEventListener('click', () => this.client.start(), { once: true });
  }

  private buttons(running: boolean, state: string): void {
    this.running = running;
    say(get('plane-chip'), state);
    get('plane-chip').dataset.state = state;
    const run = get<HTMLButtonElement>('plane-run');
    say(run, running ? 'Pause' : 'Run');
    for (const id of ['plane-run', 'plane-step', 'plane-reset']) get<HTMLButtonElement>(id).disabled = !this.info && id !== 'plane-reset';
  }

  private event(event: Event): void {
    if (event.type === 'ready') void this.open();
    else if (event.type === 'progress') this.progress(event);
    else {
      this.buttons(false, event.failure.kind === 'diverged' ? 'diverged' : 'stopped');
      this.complain(new Error(`${event.failure.message} Lower the learning rate and press Reset.`));
    }
  }

  private progress(p: Progress): void {
    if (!this.info) return;
    this.buttons(p.state === 'running', p.state === 'running' ? 'training' : p.state);
    say(get('plane-steps'), count(p.position.step));
    say(get('plane-loss'), fixed(p.live.loss, 3));
    const last = p.epochs.at(-1);
    if (last) say(get('plane-val'), percent(last.val_accuracy));
    this.chart?.add(p.points, p.epochs);
    void this.refresh();
  }

  private async refresh(): Promise<void> {
    if (this.asking || !this.info || !this.visible()) return;
    this.asking = true;
    try {
      const hidden = this.info.layers.length > 1 ? this.info.layers[this.info.layers.length - 2].name : '';
      this.latest = await this.ask('plane', { side: SIDE, layer: hidden });
      this.paint();
    } catch {
      this.latest = null; // replaced meanwhile
    } finally {
      this.asking = false;
    }
  }

  private paint(): void {
    const canvas = get<HTMLCanvasElement>('plane');
    const c = context(canvas);
    c.clearRect(0, 0, canvas.width, canvas.height);
    if (this.latest && this.info) this.regions(c, canvas.width);
    const points = this.points ?? (this.own.length > 0 ? this.ownPoints() : null);
    if (points) {
      this.marks(c, canvas.width, points.val, points.valLabels, true);
      this.marks(c, canvas.width, this.value('kind') === 'own' ? this.ownPoints().train : points.train, this.value('kind') === 'own' ? this.own.map((p) => p.label) : points.trainLabels, false);
    }
    const { latest } = this;
    if (latest && latest.units > 0) {
      const units = get<HTMLCanvasElement>('hidden-units');
      units.hidden = false;
      tiles(units, Math.min(32, latest.units), SIDE, SIDE, (tile, i) => latest.hidden[i * latest.units + tile], true);
    } else {
      get('hidden-units').hidden = true;
    }
  }

  private regions(c: CanvasRenderingContext2D, size: number): void {
    const { side, classes, probabilities } = this.latest!;
    const plate = document.createElement('canvas');
    plate.width = plate.height = side;
    const image = context(plate).createImageData(side, side);
    // The runtime numbers the classes of a file as they come; their names are those of the buttons.
    const names = this.value('kind') === 'own' ? this.info!.classes.map(Number) : null;
    const colours = Array.from({ length: classes }, (_, k) => rgb(CLASS_COLOURS[(names?.[k] ?? k) % CLASS_COLOURS.length]));
    for (let i = 0; i < side * side; i++) {
      const mix = [0, 0, 0];
      let best = 0;
      for (let k = 0; k < classes; k++) {
        const p = probabilities[i * classes + k];
        best = Math.max(best, p);
        for (let j = 0; j < 3; j++) mix[j] += p * colours[k][j];
      }
      const sure = (best - 1 / classes) / (1 - 1 / classes);
      image.data.set([...mix, 20 + 130 * sure], 4 * i);
    }
    context(plate).putImageData(image, 0, 0);
    c.imageSmoothingEnabled = true;
    c.drawImage(plate, 0, 0, size, size);
  }

  private marks(c: CanvasRenderingContext2D, size: number, xy: Float32Array, labels: number[], hollow: boolean): void {
    const scale = size / (2 * REACH);
    labels.forEach((label, i) => {
      const x = (xy[2 * i] + REACH) * scale;
      const y = (REACH - xy[2 * i + 1]) * scale;
      mark(c, label, x, y, hollow ? 5 : 6, colour(CLASS_COLOURS[label % CLASS_COLOURS.length]), colour('paper'), hollow);
    });
  }
}
