// Small helpers for the document.

export function get<T extends HTMLElement = HTMLElement>(id: string): T {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no element "${id}"`);
  return element as T;
}

export type Child = Node | string | null | undefined;

/// An element with properties and children: el('td', { className: 'num' }, '12').
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K, props: Partial<HTMLElementTagNameMap[K]> & { data?: Record<string, string>; aria?: Record<string, string> } = {}, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const { data, aria, ...rest } = props as any;
  const node = Object.assign(document.createElement(tag), rest);
  for (const key in data) node.dataset[key] = data[key];
  for (const key in aria) node.setAttribute(`aria-${key}`, aria[key]);
  node.append(...children.filter((c): c is Node | string => c !== null && c !== undefined));
  return node;
}

/// Sets text only where it changed, so that nothing is laid out again for nothing.
export function say(node: HTMLElement, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

export function context(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const c = canvas.getContext('2d');
  if (!c) throw new Error('this browser gives no canvas');
  return c;
}

/// The colour of a CSS variable, for canvases.
export function colour(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

export function rgb(name: string): [number, number, number] {
  const text = colour(name).replace('#', '');
  return [0, 2, 4].map((i) => parseInt(text.slice(i, i + 2), 16)) as [number, number, number];
}

/// Runs fn when the colour scheme changes.
export function onScheme(fn: () => void): void {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', fn);
}

/// True while part of the element is on screen; unseen parts of the page are not redrawn.
export function seen(node: HTMLElement, change?: (visible: boolean) => void): () => boolean {
  let visible = false;
  new IntersectionObserver((entries) => {
    visible = entries[entries.length - 1].isIntersecting;
    change?.(visible);
  }, { rootMargin: '100px' }).observe(node);
  return () => visible;
}

/// At most one call every ms, the last one always made.
export function calm(ms: number, fn: () => void): () => void {
  let last = 0;
  let timer = 0;
  return () => {
    if (timer) return;
    timer = window.setTimeout(() => {
      timer = 0;
      last = performance.now();
      fn();
    }, Math.max(0, ms - (performance.now() - last)));
  };
}

/// Grey images [count, side, side] into a canvas as one row or a grid of `columns`, in the page's ink on its paper.
export function paintImages(canvas: HTMLCanvasElement, pixels: Uint8Array, side: number, count: number, columns = count): void {
  const rows = Math.max(1, Math.ceil(count / columns));
  if (canvas.width !== columns * side) canvas.width = columns * side;
  if (canvas.height !== rows * side) canvas.height = rows * side;
  const c = context(canvas);
  const image = c.createImageData(columns * side, rows * side);
  const ink = rgb('ink');
  for (let n = 0; n < count; n++) {
    const left = (n % columns) * side;
    const top = Math.floor(n / columns) * side;
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        const at = 4 * ((top + y) * image.width + left + x);
        image.data[at] = ink[0];
        image.data[at + 1] = ink[1];
        image.data[at + 2] = ink[2];
        image.data[at + 3] = pixels[(n * side + y) * side + x];
      }
    }
  }
  c.putImageData(image, 0, 0);
}

export function download(name: string, content: Uint8Array | string, type: string): void {
  const url = URL.createObjectURL(new Blob([content as BlobPart], { type }));
  el('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}
