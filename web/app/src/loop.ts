// The five lines: their numbers, the panels that explain and tamper, and the settings under them.

import type { App, Part } from './app';
import { el, get, paintImages, say } from './dom';
import { fixed, percent, rate } from './format';
import { dropoutOf } from './model';
import type { GraphNode, LayerNorms, Line, Opened, Progress, Strip } from './protocol';

const OPTIMIZERS: Record<string, object> = {
  SGD: { type: 'SGD' }, momentum: { type: 'SGD', momentum: 0.9 }, Adam: { type: 'Adam' }, AdamW: { type: 'AdamW' },
};

export class LoopView implements Part {
  private items = [...get('lines').children] as HTMLElement[];
  private values = [0, 1, 2, 3, 4].map((i) => get(`v${i}`));
  private strip: Strip | null = null;
  private lr = get<HTMLInputElement>('lr');
  private graphShown = 0;
  private barsShown = false;
  private lit: Line | null = null; // the line a single step ran last

  constructor(private app: App) {
    for (const item of this.items) {
      const button = item.querySelector('button')!;
      button.addEventListener('click', () => this.toggle(item));
    }
    this.tampers();
    this.settings();
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.paintStrip());
  }

  private toggle(item: HTMLElement, open?: boolean): void {
    const button = item.querySelector('button')!;
    const panel = item.querySelector<HTMLElement>('.panel')!;
    const now = open ?? panel.hidden;
    panel.hidden = !now;
    button.setAttribute('aria-expanded', String(now));
    const bars = !get('p3').hidden || !get('p4').hidden;
    if (bars !== this.barsShown) void this.app.ask('watch', { layers: bars }).catch(() => undefined);
    this.barsShown = bars;
    if (item === this.items[2] && now) void this.showGraph();
  }

  private tampers(): void {
    const { app } = this;
    const skip = get<HTMLInputElement>('skip');
    skip.addEventListener('change', () => {
      this.items[1].classList.toggle('skipped', skip.checked);
      void app.change('tamper.skip_zero_grad', skip.checked, skip.checked ? 'no zero_grad' : 'zero_grad again');
    });
    const detach = get<HTMLSelectElement>('detach');
    detach.addEventListener('change', () => {
      void app.change('tamper.detach', detach.value || null, detach.value ? `detach ${detach.selectedOptions[0].text}` : 'detach off');
    });
    get('lr-high').addEventListener('click', () => {
      const lr = Number(rate(10 ** Number(this.lr.value) * 30));
      this.lr.value = String(Math.log10(lr));
      this.changeRate(lr);
    });
  }

  private changeRate(lr: number): void {
    say(get('lr-out'), rate(lr));
    void this.app.change('optimizer.lr', lr, `lr ${rate(lr)}`);
  }

  private settings(): void {
    const { app, lr } = this;
    lr.addEventListener('input', () => say(get('lr-out'), rate(10 ** Number(lr.value))));
    lr.addEventListener('change', () => this.changeRate(Number(rate(10 ** Number(lr.value)))));
    const optimizer = get<HTMLSelectElement>('optimizer');
    optimizer.addEventListener('change', () => {
      const rateNow = Number(rate(10 ** Number(lr.value)));
      void app.change('optimizer', { ...OPTIMIZERS[optimizer.value], lr: rateNow }, optimizer.selectedOptions[0].text);
    });
    const batch = get<HTMLSelectElement>('batch');
    batch.addEventListener('change', () => void app.change('data.batch_size', Number(batch.value), `batch ${batch.value}`));
    const accumulate = [get<HTMLSelectElement>('accumulate'), get<HTMLSelectElement>('accumulate2')];
    for (const select of accumulate) {
      select.addEventListener('change', () => {
        for (const other of accumulate) other.value = select.value;
        void app.change('trainer.accumulate_grad_batches', Number(select.value), `accumulate ${select.value}`);
      });
    }
    const dropout = get<HTMLInputElement>('dropout');
    dropout.addEventListener('input', () => say(get('dropout-out'), Number(dropout.value).toFixed(2)));
    dropout.addEventListener('change', () => void app.change('model.dropout', Number(dropout.value), `dropout ${dropout.value}`));
  }

  opened({ info, position }: Opened): void {
    const { recipe } = info;
    this.strip = null;
    this.graphShown = 0;
    say(get('augment'), recipe.data.augment?.length > 0 ? 'Each image is turned, shifted and stretched a little on the way, so no epoch repeats another.' : '');
    get<HTMLInputElement>('skip').checked = false;
    this.items[1].classList.remove('skipped');
    const layers = info.layers.filter((l) => l.parameters > 0).slice(0, -1);
    get('detach').replaceChildren(el('option', { value: '' }, 'no layer'), ...layers.map((l) => el('option', { value: l.name }, `${l.name} ${l.type}`)));
    const lr = recipe.optimizer?.lr ?? 0.001;
    this.lr.value = String(Math.log10(lr));
    say(get('lr-out'), rate(lr));
    get<HTMLSelectElement>('optimizer').value = recipe.optimizer?.type === 'SGD' && recipe.optimizer.momentum ? 'momentum' : (recipe.optimizer?.type ?? 'Adam');
    choose(get<HTMLSelectElement>('batch'), recipe.data?.batch_size ?? 64);
    for (const id of ['accumulate', 'accumulate2']) choose(get<HTMLSelectElement>(id), recipe.trainer?.accumulate_grad_batches ?? 1);
    const p = dropoutOf(recipe.model);
    get<HTMLInputElement>('dropout').disabled = p === null;
    get<HTMLInputElement>('dropout').value = String(p ?? 0);
    say(get('dropout-out'), p === null ? 'none' : p.toFixed(2));
    if (position.step === 0) this.values.forEach((v) => say(v, '–'));
    say(this.values[0], `batch ${position.batch} of ${position.batches}`);
    if (!get('p2').hidden) void this.showGraph();
  }

  progress(p: Progress): void {
    const { live, position } = p;
    const epoch = p.position.maxEpochs > 0 ? `, epoch ${Math.min(position.epoch + 1, p.position.maxEpochs)}` : '';
    say(this.values[0], `batch ${position.batch} of ${position.batches}${epoch}`);
    say(this.values[1], `|grad| ${fixed(live.gradBefore, 3)} → ${fixed(live.gradAfterZero, 0)}`);
    say(this.values[2], `${fixed(live.loss, 4)}  ${percent(live.accuracy, 0)} right`);
    say(this.values[3], `|grad| ${fixed(live.gradAfterZero, 0)} → ${fixed(live.gradAfterBackward, 3)}`);
    say(this.values[4], `|Δw| ${fixed(live.update, 4)}  lr ${rate(live.lr)}`);
    const paused = p.state !== 'running';
    if (p.ran !== null || !paused) this.lit = p.ran;
    this.items.forEach((item, i) => {
      item.classList.toggle('next', paused && p.state !== 'finished' && p.nextLine === i);
      item.classList.toggle('ran', this.lit === i);
    });
    get('lines').classList.toggle('running', p.state === 'running' && !p.validating);
    if (p.ran !== null) {
      this.items.forEach((item, i) => this.toggle(item, p.ran === i));
      if (p.ran === 2) this.graphShown = 0;
    }
    if (p.strip) {
      this.strip = p.strip;
      this.paintStrip();
    }
    if (p.layers) this.showNorms(p.layers);
    if (!get('p2').hidden && performance.now() - this.graphShown > 3000) void this.showGraph();
  }

  private paintStrip(): void {
    const { strip } = this;
    if (!strip) return;
    const canvas = get<HTMLCanvasElement>('strip');
    paintImages(canvas, strip.pixels, strip.side, strip.count);
    say(get('strip-labels'), `The first ${strip.count} of ${strip.batchSize}, with labels ${strip.labels.join(' ')}`);
  }

  private showNorms(layers: LayerNorms[]): void {
    if (!get('p3').hidden) bars(get('grad-bars'), layers.map((l) => ({ name: l.name, value: l.grad_norm })));
    if (!get('p4').hidden) bars(get('update-bars'), layers.map((l) => ({ name: l.name, value: l.update_norm })));
  }

  private async showGraph(): Promise<void> {
    this.graphShown = performance.now();
    const graph = await this.app.ask('graph', {}).catch(() => null);
    if (graph) get('chain').replaceChildren(...chain(graph.nodes));
  }
}

/// The longest way through the graph, with what joins it on the side.
function chain(nodes: GraphNode[]): HTMLElement[] {
  const out: HTMLElement[] = [];
  const used = new Set<number>();
  let at: number | null = nodes.length > 0 ? 0 : null;
  while (at !== null && !used.has(at)) {
    used.add(at);
    const node: GraphNode = nodes[at];
    const next = node.next.filter((n): n is number => n !== null && n < nodes.length);
    const leaves = next.filter((n) => nodes[n].leaf || nodes[n].name === 'AccumulateGrad');
    const text = leaves.map((n) => `[${(nodes[n].leaf ?? nodes[n].shapes?.[0] ?? []).join('×')}]`).join(' ');
    out.push(el('li', {}, el('code', {}, node.name), text ? el('span', { className: 'quiet' }, ` + weights ${text}`) : null));
    at = next.find((n) => !leaves.includes(n)) ?? null;
  }
  return out;
}

interface BarRow {
  name: string;
  value: number | null;
}

/// Rows of name, bar and number. The bars are on a scale of factors of ten, or, linear, reach their end at 1 or the largest.
export function bars(box: HTMLElement, rows: BarRow[], text: (v: number | null) => string = (v) => fixed(v, 3), linear = false): void {
  const values = rows.map((r) => r.value ?? 0).filter((v) => v > 0 && Number.isFinite(v));
  const most = Math.max(...values, 1e-6);
  const share = (v: number) => (linear ? v / Math.max(1, most) : 1 + Math.log10(v / most) / 4);
  while (box.childElementCount > rows.length) box.lastElementChild!.remove();
  rows.forEach((row, i) => {
    let line = box.children[i] as HTMLElement | undefined;
    if (!line) {
      line = el('div', { className: 'norm' }, el('span'), el('span', { className: 'track' }, el('i')), el('span', { className: 'num' }));
      box.append(line);
    }
    const [name, track, number] = line.children as unknown as HTMLElement[];
    say(name, row.name);
    const length = row.value && row.value > 0 ? Math.max(0.01, Math.min(1, share(row.value))) : 0;
    (track.firstElementChild as HTMLElement).style.transform = `scaleX(${length.toFixed(3)})`;
    say(number, text(row.value));
  });
}

/// Selects a value, adding it where it is not among the choices.
export function choose(select: HTMLSelectElement, value: string | number): void {
  const text = String(value);
  if (![...select.options].some((o) => o.value === text)) select.append(el('option', { value: text }, text));
  select.value = text;
}
