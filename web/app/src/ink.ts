// The drawing pad: pointer strokes to ink of 0-255.

import { colour, context, get, onScheme } from './dom';

const SIDE = 280; // of the ink; the canvas has twice as many pixels
const PEN = 22; // width of the line, in pixels of the ink

export class Pad {
  readonly canvas = get<HTMLCanvasElement>('pad');
  private strokes: [number, number][][] = [];
  private picture: Uint8Array | null = null; // an opened image in place of strokes, SIDE x SIDE
  private ink: CanvasRenderingContext2D;
  private drawing = -1; // the pointer that draws
  private nib: [number, number] = [SIDE / 2, SIDE / 4]; // the pen the keyboard moves
  private lowered = false;
  private keyed = false; // whether that pen is shown

  constructor(private changed: () => void) {
    const plate = document.createElement('canvas');
    plate.width = plate.height = SIDE;
    this.ink = plate.getContext('2d', { willReadFrequently: true })!;
    const { canvas } = this;
    canvas.addEventListener('pointerdown', (e) => this.down(e));
    canvas.addEventListener('pointermove', (e) => this.move(e));
    for (const type of ['pointerup', 'pointercancel'] as const) canvas.addEventListener(type, () => (this.drawing = -1));
    canvas.addEventListener('keydown', (e) => this.key(e));
    canvas.addEventListener('blur', () => this.paint());
    onScheme(() => this.paint());
    this.paint();
  }

  private key(e: KeyboardEvent): void {
    const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[e.key];
    if (move) {
      const step = e.shiftKey ? 4 : 14;
      this.nib = this.nib.map((v, i) => Math.max(0, Math.min(SIDE, v + step * move[i]))) as [number, number];
      if (this.lowered) this.strokes[this.strokes.length - 1].push([...this.nib]);
    } else if (e.key === ' ') {
      this.lowered = !this.lowered;
      if (this.lowered) {
        this.picture = null;
        this.strokes.push([[...this.nib]]);
      }
    } else if (e.key === 'Delete' || e.key === 'Backspace') {
      this.clear();
    } else {
      return;
    }
    e.preventDefault();
    this.keyed = true;
    this.update();
  }

  get empty(): boolean {
    return this.strokes.length === 0 && !this.picture;
  }

  private at(e: PointerEvent): [number, number] {
    const box = this.canvas.getBoundingClientRect();
    return [((e.clientX - box.left) / box.width) * SIDE, ((e.clientY - box.top) / box.height) * SIDE];
  }

  private down(e: PointerEvent): void {
    if (this.drawing >= 0 || e.button > 0) return;
    e.preventDefault();
    this.keyed = false;
    this.lowered = false;
    this.drawing = e.pointerId;
    try {
      this.canvas.setPointerCapture(e.pointerId);
    } catch {
      // the pointer is gone already; what it drew stays
    }
    this.picture = null;
    this.strokes.push([this.at(e)]);
    this.update();
  }

  private move(e: PointerEvent): void {
    if (e.pointerId !== this.drawing) return;
    const stroke = this.strokes[this.strokes.length - 1];
    const events = e.getCoalescedEvents?.() ?? [];
    for (const one of events.length > 0 ? events : [e]) stroke.push(this.at(one));
    this.update();
  }

  private update(): void {
    this.paint();
    this.changed();
  }

  clear(): void {
    this.lowered = false;
    this.strokes = [];
    this.picture = null;
    this.update();
  }

  /// Shows an image instead of strokes: grey levels, side x side, 255 is ink.
  show(pixels: Uint8Array, side: number): void {
    const small = document.createElement('canvas');
    small.width = small.height = side;
    const c = context(small);
    const image = c.createImageData(side, side);
    for (let i = 0; i < side * side; i++) image.data.set([pixels[i], pixels[i], pixels[i], 255], 4 * i);
    c.putImageData(image, 0, 0);
    this.ink.imageSmoothingEnabled = true;
    this.ink.drawImage(small, 0, 0, SIDE, SIDE);
    this.picture = this.read();
    this.strokes = [];
    this.update();
  }

  private read(): Uint8Array {
    const { data } = this.ink.getImageData(0, 0, SIDE, SIDE);
    return Uint8Array.from({ length: SIDE * SIDE }, (_, i) => data[4 * i]);
  }

  private trace(c: CanvasRenderingContext2D, scale: number): void {
    c.lineWidth = PEN * scale;
    c.lineCap = c.lineJoin = 'round';
    for (const stroke of this.strokes) {
      c.beginPath();
      c.moveTo(stroke[0][0] * scale, stroke[0][1] * scale);
      if (stroke.length === 1) c.lineTo(stroke[0][0] * scale + 0.1, stroke[0][1] * scale);
      for (let i = 1; i < stroke.length; i++) {
        const [x, y] = stroke[i];
        const [px, py] = stroke[i - 1];
        c.quadraticCurveTo(px * scale, py * scale, ((px + x) / 2) * scale, ((py + y) / 2) * scale);
      }
      const [x, y] = stroke[stroke.length - 1];
      c.lineTo(x * scale, y * scale);
      c.stroke();
    }
  }

  private paint(): void {
    const c = context(this.canvas);
    const { width } = this.canvas;
    c.clearRect(0, 0, width, width);
    c.strokeStyle = c.fillStyle = colour('ink');
    if (this.picture) {
      const image = c.createImageData(SIDE, SIDE);
      const [r, g, b] = [1, 3, 5].map((i) => parseInt(colour('ink').slice(i, i + 2), 16));
      for (let i = 0; i < SIDE * SIDE; i++) image.data.set([r, g, b, this.picture[i]], 4 * i);
      const plate = document.createElement('canvas');
      plate.width = plate.height = SIDE;
      context(plate).putImageData(image, 0, 0);
      c.drawImage(plate, 0, 0, width, width);
    } else {
      this.trace(c, width / SIDE);
    }
    if (this.keyed && document.activeElement === this.canvas) {
      c.beginPath();
      c.arc((this.nib[0] * width) / SIDE, (this.nib[1] * width) / SIDE, (PEN * width) / SIDE / 2 + 3, 0, 2 * Math.PI);
      c.strokeStyle = colour('accent');
      c.lineWidth = this.lowered ? 8 : 3;
      c.stroke();
    }
    get('pad-hint').hidden = !this.empty;
  }

  /// The ink as bytes, SIDE x SIDE, 0 is blank.
  bytes(): { ink: Uint8Array; width: number; height: number } {
    if (this.picture) return { ink: this.picture.slice(), width: SIDE, height: SIDE };
    this.ink.fillStyle = '#000';
    this.ink.fillRect(0, 0, SIDE, SIDE);
    this.ink.strokeStyle = '#fff';
    this.trace(this.ink, 1);
    return { ink: this.read(), width: SIDE, height: SIDE };
  }
}

/// An image file as ink: grey, 255 is ink, on the assumption that the border is paper.
export async function inkOfImage(file: Blob): Promise<{ pixels: Uint8Array; side: number }> {
  const bitmap = await createImageBitmap(file);
  const plate = document.createElement('canvas');
  plate.width = plate.height = SIDE;
  const c = context(plate);
  const scale = Math.min(SIDE / bitmap.width, SIDE / bitmap.height);
  const [w, h] = [bitmap.width * scale, bitmap.height * scale];
  c.fillStyle = borderOf(bitmap);
  c.fillRect(0, 0, SIDE, SIDE);
  c.drawImage(bitmap, (SIDE - w) / 2, (SIDE - h) / 2, w, h);
  const { data } = c.getImageData(0, 0, SIDE, SIDE);
  const grey = Float32Array.from({ length: SIDE * SIDE }, (_, i) => 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2]);
  const edge = Array.from({ length: SIDE }, (_, i) => [grey[i], grey[i * SIDE], grey[(i + 1) * SIDE - 1], grey[(SIDE - 1) * SIDE + i]]).flat().sort((a, b) => a - b);
  const paper = edge[edge.length >> 1];
  const far = grey.reduce((m, v) => Math.max(m, Math.abs(v - paper)), 1);
  // Paper has grain and shadow: the lower quarter of the contrast is taken for it.
  const pixels = Uint8Array.from(grey, (v) => Math.max(0, Math.min(255, ((Math.abs(v - paper) / far - 0.25) / 0.5) * 255)));
  return { pixels, side: SIDE };
}

function borderOf(bitmap: ImageBitmap): string {
  const one = document.createElement('canvas');
  one.width = one.height = 1;
  const c = context(one);
  c.fillStyle = '#fff';
  c.fillRect(0, 0, 1, 1);
  c.drawImage(bitmap, 0, 0, 1, 1, 0, 0, 1, 1);
  const [r, g, b] = c.getImageData(0, 0, 1, 1).data;
  return `rgb(${r},${g},${b})`;
}
