// The exam after each epoch: confusion matrix, images of its cells, the most wrong, figures per class.

import type { App, Part } from './app';
import { el, get, onScheme, paintImages, say, seen } from './dom';
import { count, percent, plural } from './format';
import type { Confusion } from './protocol';

interface Shown {
  index: number;
  caption: string;
}

export class MistakesView implements Part {
  private confusion: Confusion | null = null;
  private cell: { label: number; predicted: number } | null = null;
  private stale = false;
  private visible: () => boolean;
  private images: { canvas: HTMLCanvasElement; pixels: Uint8Array; side: number }[] = [];
  private job = 0;

  constructor(private app: App) {
    this.visible = seen(get('h-mistakes').parentElement!.parentElement!, (v) => v && this.stale && void this.refresh());
    get('cell-back').addEventListener('click', () => {
      this.cell = null;
      void this.gallery();
    });
    onScheme(() => this.images.forEach((i) => paintImages(i.canvas, i.pixels, i.side, 1)));
  }

  opened(): void {
    this.confusion = null;
    this.cell = null;
    get('mistakes-body').hidden = true;
    say(get('mistakes-when'), 'After the first epoch, the network sits an exam on images it has never seen.');
    this.epoch();
  }

  epoch(): void {
    this.stale = true;
    if (this.visible()) void this.refresh();
  }

  private async refresh(): Promise<void> {
    this.stale = false;
    const confusion = await this.app.ask('confusion', {}).catch(() => null);
    if (!confusion || confusion.matrix.length > 50) return;
    this.confusion = confusion;
    const total = confusion.matrix.flat().reduce((a, b) => a + b, 0);
    const right = confusion.matrix.reduce((s, row, i) => s + row[i], 0);
    const epoch = this.app.progress?.epochs.at(-1)?.epoch;
    say(get('mistakes-when'), `${plural(total - right, 'mistake')} in ${count(total)} validation images${epoch === undefined ? '' : `, epoch ${epoch + 1}`}.`);
    get('mistakes-body').hidden = false;
    this.matrix();
    this.classes();
    await this.gallery();
  }

  private matrix(): void {
    const { matrix } = this.confusion!;
    const table = get<HTMLTableElement>('matrix');
    const active = document.activeElement as HTMLElement | null;
    const focused = active?.closest('#matrix') ? active.dataset.at : undefined;
    const head = el('tr', {}, el('td', {}), ...matrix.map((_, j) => el('th', { scope: 'col' }, String(j))));
    const rows = matrix.map((row, i) => {
      const total = Math.max(1, row.reduce((a, b) => a + b, 0));
      return el('tr', {}, el('th', { scope: 'row' }, String(i)), ...row.map((n, j) => {
        if (n === 0) return el('td', { className: 'zero' }, '·');
        const share = n / total;
        const shade = i === j ? 'right' : share > 0.05 ? 'wrong3' : share > 0.015 ? 'wrong2' : 'wrong1';
        const button = el('button', { className: shade, data: { at: `${i},${j}` }, aria: { label: `${count(n)} images of ${i} called ${j}` } }, String(n));
        button.addEventListener('click', () => {
          this.cell = { label: i, predicted: j };
          void this.gallery();
        });
        return el('td', {}, button);
      }));
    });
    table.replaceChildren(el('thead', {}, head), el('tbody', {}, ...rows));
    if (focused) table.querySelector<HTMLElement>(`[data-at="${focused}"]`)?.focus({ preventScroll: true });
  }

  private classes(): void {
    const cell = (text: string) => el('td', { className: 'num' }, text);
    get('classes').querySelector('tbody')!.replaceChildren(...this.confusion!.per_class.map((c, i) =>
      el('tr', {}, el('th', { scope: 'row' }, String(i)), cell(percent(c.precision)), cell(percent(c.recall)), cell(percent(c.f1)), cell(count(c.support)))));
  }

  private async gallery(): Promise<void> {
    const job = ++this.job;
    const { cell } = this;
    const { wrong } = this.confusion!;
    let shown: Shown[];
    if (cell) {
      const { indices } = await this.app.ask('cell', cell);
      shown = indices.slice(0, 48).map((index) => ({ index, caption: '' }));
      say(get('cell-title'), cell.label === cell.predicted ? `${cell.label}, and called so` : `${cell.label}, called ${cell.predicted}`);
      say(get('cell-note'), `${plural(this.confusion!.matrix[cell.label][cell.predicted], 'image')}${indices.length >= 48 ? ', the first 48 of them' : ''}.`);
    } else {
      shown = wrong.slice(0, 24).map((w) => ({ index: w.index, caption: `${w.label} → ${w.predicted}, ${percent(w.p, 0)}` }));
      say(get('cell-title'), 'Most wrong');
      say(get('cell-note'), shown.length > 0 ? 'Sure of itself, and mistaken: label → answer.' : 'No mistake left to show.');
    }
    get('cell-back').hidden = !cell;
    const { images, side } = await this.app.ask('samples', { split: 'val', indices: shown.map((s) => s.index) });
    if (job !== this.job) return;
    this.images = [];
    get('gallery').replaceChildren(...shown.map((s, i) => {
      const canvas = el('canvas', { width: side, height: side, role: 'img', aria: { label: s.caption || `Validation image ${s.index}` } });
      const pixels = images.subarray(i * side * side, (i + 1) * side * side);
      paintImages(canvas, pixels, side, 1);
      this.images.push({ canvas, pixels, side });
      return el('figure', {}, canvas, s.caption ? el('figcaption', { className: 'num' }, s.caption) : null);
    }));
  }
}
