// Take home and bring back: weights, recipe, run log, predictions; weights and IDX files from this machine.

import type { App, Part } from './app';
import { failureOf } from './client';
import type { CurvesView } from './curves';
import { download, get, say } from './dom';
import { count, percent } from './format';

const NAMES = {
  train_images: 'train-images-idx3-ubyte', train_labels: 'train-labels-idx1-ubyte', test_images: 't10k-images-idx3-ubyte', test_labels: 't10k-labels-idx1-ubyte',
} as const;
type Role = keyof typeof NAMES;

interface Idx {
  name: string;
  bytes: Uint8Array;
  images: boolean;
  count: number;
}

async function bytesOf(file: File): Promise<Uint8Array> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch {
    throw new Error(`${file.name}: the .gz file is damaged or cut off. Nothing was changed; fetch it again.`);
  }
}

/// What an IDX file holds, by its first bytes: 0 0 8 and the number of dimensions.
async function readIdx(file: File): Promise<Idx> {
  const bytes = await bytesOf(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const dims = bytes[3];
  if (bytes.length < 8 || view.getUint16(0) !== 0 || bytes[2] !== 8 || (dims !== 1 && dims !== 3)) {
    throw new Error(`${file.name} is no IDX file of images or labels: it should begin with the bytes 0 0 8 and 3 or 1. Nothing was changed.`);
  }
  return { name: file.name, bytes, images: dims === 3, count: view.getUint32(4) };
}

/// Which file is which: by name where it says train, test or t10k, else the larger pair trains.
function roles(files: Idx[]): Partial<Record<Role, Idx>> {
  const out: Partial<Record<Role, Idx>> = {};
  for (const kind of ['images', 'labels'] as const) {
    const all = files.filter((f) => f.images === (kind === 'images')).sort((a, b) => b.count - a.count);
    const test = all.find((f) => /t10k|test|val/i.test(f.name)) ?? (all.length > 1 ? all[all.length - 1] : undefined);
    const train = all.find((f) => f !== test) ?? test;
    out[`train_${kind}`] = train;
    if (test !== train) out[`test_${kind}`] = test;
  }
  return out;
}

export class HomeView implements Part {
  private error = get('home-error');
  private note = get('home-note');

  constructor(private app: App, private curves: CurvesView) {
    this.on('get-weights', async () => download(`${this.name}.safetensors`, (await app.ask('weights', {})).bytes, 'application/octet-stream'));
    this.on('get-recipe', async () => download('recipe.json', app.recipe, 'application/json'));
    this.on('get-log', async () => download('metrics.csv', this.log(), 'text/csv'));
    this.on('get-submission', async () => download('submission.csv', (await app.ask('submission', {})).bytes, 'text/csv'));
    this.files('put-weights', (list) => this.loadWeights(list[0]));
    this.files('put-idx', (list) => this.loadIdx(list));
  }

  private get name(): string {
    return this.app.info?.name || 'model';
  }

  private on(id: string, act: () => Promise<void>): void {
    get(id).addEventListener('click', () => void this.guard(act));
  }

  private files(id: string, act: (list: File[]) => Promise<void>): void {
    const input = get<HTMLInputElement>(id);
    input.addEventListener('change', () => {
      const list = [...(input.files ?? [])];
      input.value = '';
      if (list.length > 0) void this.guard(() => act(list));
    });
  }

  private async guard(act: () => Promise<void>): Promise<void> {
    this.error.hidden = true;
    say(this.note, '');
    try {
      await act();
    } catch (error) {
      this.error.hidden = false;
      say(this.error, failureOf(error).message);
    }
  }

  private async loadWeights(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    await this.app.ask('load', { bytes });
    say(this.note, `The weights of ${file.name} are in the network. Training goes on from them.`);
  }

  private async loadIdx(list: File[]): Promise<void> {
    const found = roles(await Promise.all(list.map(readIdx)));
    const { train_images: images, train_labels: labels } = found;
    if (!images || !labels) {
      throw new Error(`That is only a file of ${images ? 'images' : 'labels'}. Choose the images and their labels together. Nothing was changed.`);
    }
    if (images.count !== labels.count) {
      throw new Error(`${images.name} has ${count(images.count)} images but ${labels.name} has ${count(labels.count)} labels; they must be as many. Nothing was changed.`);
    }
    const test = found.test_images && found.test_labels;
    const old = JSON.parse(this.app.recipe).data ?? {};
    const data: Record<string, unknown> = { type: 'idx' };
    for (const role of Object.keys(NAMES) as Role[]) {
      const file = role.startsWith('train') || test ? found[role] : undefined;
      if (file) await this.app.ask('file', { name: NAMES[role], bytes: file.bytes });
      data[role] = file ? NAMES[role] : null;
    }
    for (const key of ['batch_size', 'shuffle', 'drop_last', 'seed', 'normalize', 'augment']) if (key in old) data[key] = old[key];
    data.val = Math.max(1, Math.min(5000, Math.floor(images.count / 6)));
    const recipe = { ...JSON.parse(this.app.recipe), name: 'my-digits', data };
    await this.app.start(JSON.stringify(recipe, null, 2));
    say(this.note, `Training on ${count(images.count)} images of your own, ${count(data.val as number)} of them held out${test ? `, ${count(found.test_images!.count)} to test` : ', no test pair'}. They stay in this tab.`);
  }

  private log(): string {
    const { points, epochs } = this.curves.log();
    const rows = [
      ...points.step.map((s, i) => ({ step: s, text: `${s},,${points.loss[i]},${points.accuracy[i]},,,${points.lr[i]}` })),
      ...epochs.map((e) => ({ step: e.step, text: `${e.step},${e.epoch},,,${e.val_loss ?? ''},${e.val_accuracy ?? ''},${e.lr ?? ''}` })),
    ].sort((a, b) => a.step - b.step);
    return `step,epoch,train_loss,train_accuracy,val_loss,val_accuracy,lr\n${rows.map((r) => r.text).join('\n')}\n`;
  }

  epoch(): void {
    const best = this.app.progress?.best;
    if (best) get('get-weights').title = `Best validation so far: ${percent(best)}`;
  }
}
