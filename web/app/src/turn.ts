// Your turn: the drawing, what the network sees, and what it says in eval and in train mode.

import type { App, Part } from './app';
import { calm, el, get, onScheme, paintImages, rgb, say, seen, context } from './dom';
import { percent, plural } from './format';
import { Pad, inkOfImage } from './ink';
import { bars } from './loop';
import type { Opened, Prediction, Progress } from './protocol';

type Mode = 'eval' | 'train' | 'both';

const TEXT: Record<Mode, string> = {
  eval: 'eval() uses every unit and the averages BatchNorm collected while training. The same drawing always gets the same answer from the same weights.',
  train: 'train() drops units at random and lets BatchNorm measure the batch at hand. The same drawing gets another answer each time: good for learning, bad for an answer.',
  both: 'eval() uses every unit and the averages BatchNorm collected. train() drops units at random and lets BatchNorm measure the batch at hand, so its answer changes each time.',
};

export class TurnView implements Part {
  readonly pad: Pad;
  latest: Prediction | null = null;
  onPrediction: (() => void) | null = null;
  private rows: { eval: HTMLElement; train: HTMLElement; text: HTMLElement; row: HTMLElement }[] = [];
  private mode: Mode = 'both';
  private next = 0; // the next validation sample
  private asking = false;
  private again = false;
  private problem = ''; // said instead of an answer until the pad changes
  private visible: () => boolean;

  constructor(private app: App) {
    const ask = calm(80, () => void this.predict());
    this.pad = new Pad(() => {
      this.problem = '';
      ask();
    });
    this.visible = seen(get('h-turn').parentElement!.parentElement!, (v) => v && ask());
    get('clear').addEventListener('click', () => this.pad.clear());
    get('sample').addEventListener('click', () => void this.sample());
    const file = get<HTMLInputElement>('image');
    file.addEventListener('change', () => void this.open(file));
    get('company').addEventListener('change', ask);
    get('where').addEventListener('toggle', ask);
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-mode]')) {
      button.addEventListener('click', () => this.choose(button.dataset.mode as Mode));
    }
    onScheme(() => this.show());
    this.build(10);
    window.setInterval(() => this.app.state === 'running' && this.visible() && !this.pad.empty && ask(), 400);
  }

  private build(classes: number): void {
    const body = get('bars').querySelector('tbody')!;
    this.rows = [];
    body.replaceChildren(...Array.from({ length: classes }, (_, i) => {
      const cells = { eval: el('i', { className: 'bar-eval' }), train: el('i', { className: 'bar-train' }), text: el('td', { className: 'num' }, '–') };
      const row = el('tr', {}, el('th', { scope: 'row', className: 'num' }, String(i)), el('td', { className: 'bar-cell' }, cells.eval, cells.train), cells.text);
      this.rows.push({ ...cells, row });
      return row;
    }));
  }

  private choose(mode: Mode): void {
    this.mode = mode;
    for (const button of document.querySelectorAll<HTMLButtonElement>('[data-mode]')) {
      button.setAttribute('aria-pressed', String(button.dataset.mode === mode));
    }
    get('bars').dataset.mode = mode;
    say(get('mode-text'), TEXT[mode]);
    this.show();
    void this.predict();
  }

  private async sample(): Promise<void> {
    try {
      const n = this.app.info?.n_val ?? 1;
      const { image } = await this.app.ask('sample', { split: 'val', index: this.next++ % Math.max(1, n) });
      this.pad.show(image, Math.sqrt(image.length));
    } catch {
      this.fail('No sample to show.');
    }
  }

  private async open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (!file) return;
    try {
      const { pixels, side } = await inkOfImage(file);
      this.pad.show(pixels, side);
    } catch {
      this.fail(`${file.name} is no image this browser can read. A PNG or JPEG works.`);
    }
    input.value = '';
  }

  private fail(problem: string): void {
    this.problem = problem;
    this.show();
  }

  private noVerdict(why: string): void {
    say(get('verdict'), '–');
    get('verdict').classList.add('none');
    say(get('verdict-p'), why);
  }

  private async predict(): Promise<void> {
    if (!this.app.info) return;
    if (this.asking) {
      this.again = true;
      return;
    }
    this.asking = true;
    try {
      const { ink, width, height } = this.pad.bytes();
      const company = get<HTMLSelectElement>('company').value === '1';
      this.latest = await this.app.ask('draw', { ink, width, height, company }, [ink.buffer as ArrayBuffer]);
      this.show();
      this.onPrediction?.();
    } catch {
      this.latest = null; // the run is being replaced, or its model takes no such image
    } finally {
      this.asking = false;
      if (this.again) {
        this.again = false;
        void this.predict();
      }
    }
  }

  private show(): void {
    const p = this.latest;
    if (!p || p.empty) {
      for (const row of this.rows) {
        row.eval.style.transform = row.train.style.transform = 'scaleX(0)';
        say(row.text, '–');
        row.row.classList.remove('best');
      }
      this.noVerdict(this.problem);
      context(get<HTMLCanvasElement>('sees')).clearRect(0, 0, 28, 28);
      return;
    }
    if (p.eval.length !== this.rows.length) this.build(p.eval.length);
    paintImages(get<HTMLCanvasElement>('sees'), p.image, 28, 1);
    const shown = this.mode === 'train' ? p.train : p.eval;
    const best = shown.indexOf(Math.max(...shown));
    this.rows.forEach((row, i) => {
      row.eval.style.transform = `scaleX(${p.eval[i].toFixed(4)})`;
      row.train.style.transform = `scaleX(${p.train[i].toFixed(4)})`;
      say(row.text, percent(shown[i]));
      row.row.classList.toggle('best', i === best);
    });
    if (this.problem) {
      this.noVerdict(this.problem);
    } else {
      say(get('verdict'), String(best));
      get('verdict').classList.remove('none');
      say(get('verdict-p'), `${percent(shown[best])}${shown[best] < 0.5 ? ', a guess' : ''}`);
    }
    if (get<HTMLDetailsElement>('where').open) this.showTrace(p);
  }

  private showTrace(p: Prediction): void {
    bars(get('part-bars'), p.trace.map((l) => ({ name: `${l.name} ${l.type}`, value: l.difference })), (v) => percent(v, 0), true);
    const dropout = p.trace.find((l) => l.mask);
    const mask = get<HTMLCanvasElement>('mask');
    mask.hidden = !dropout;
    if (!dropout) {
      say(get('mask-text'), 'This model has no Dropout.');
      return;
    }
    const units = dropout.mask!;
    say(get('mask-text'), `Dropout switched off ${plural(dropout.off ?? 0, 'active unit')} of ${units.length} this time: filled is on, the line is off, blank had nothing to say.`);
    const columns = Math.min(64, units.length);
    const rows = Math.ceil(units.length / columns);
    mask.width = columns * 7;
    mask.height = rows * 7;
    const c = context(mask);
    const [r, g, b] = rgb('train');
    units.forEach((u, i) => {
      const x = (i % columns) * 7;
      const y = Math.floor(i / columns) * 7;
      c.fillStyle = `rgb(${r},${g},${b})`;
      if (u === 1) c.fillRect(x, y, 6, 6);
      else if (u === 0) c.fillRect(x, y + 3, 6, 1);
    });
  }

  opened({ info }: Opened): void {
    this.latest = null;
    if (info.classes.length !== this.rows.length && info.classes.length <= 100) this.build(info.classes.length);
    if (!this.pad.empty) void this.predict();
    else this.show();
  }

  progress(p: Progress): void {
    if (p.state !== 'running' && p.ran === null && !this.pad.empty && this.visible()) void this.predict();
  }
}
