// The recipe as text: checked while it is typed, its error shown at the line, run on demand, carried by the address.

import type { App, Part } from './app';
import { calm, el, get, say } from './dom';
import { failureOf } from './client';
import { lineOf, pathOffset } from './json';
import type { Check, Opened } from './protocol';

const KEY = '#recipe=';

async function squeeze(text: string): Promise<string> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

async function expand(code: string): Promise<string> {
  const bytes = Uint8Array.from(atob(code.replaceAll('-', '+').replaceAll('_', '/')), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).text();
}

/// The recipe the address carries, or null.
export async function recipeOfAddress(): Promise<string | null> {
  if (!location.hash.startsWith(KEY)) return null;
  return expand(location.hash.slice(KEY.length));
}

export class RecipeView implements Part {
  private text = get<HTMLTextAreaElement>('recipe');
  private gutter = get('gutter');
  private error = get('recipe-error');
  private runButton = get<HTMLButtonElement>('recipe-run');
  private running = '';
  private job = 0;
  private bad = -1; // the line marked

  constructor(private app: App, private standard: string) {
    const check = calm(250, () => void this.check());
    this.text.addEventListener('input', () => {
      this.number();
      this.runButton.disabled = true;
      check();
    });
    this.text.addEventListener('scroll', () => (this.gutter.scrollTop = this.text.scrollTop));
    this.text.addEventListener('keydown', (e) => {
      if (e.key === 'Enter' && (e.ctrlKey || e.metaKey)) void this.run();
    });
    this.runButton.addEventListener('click', () => void this.run());
    get('recipe-back').addEventListener('click', () => this.show(this.running));
    get('recipe-link').addEventListener('click', () => void this.link());
    get('recipe-line').addEventListener('click', () => this.goto());
  }

  get value(): string {
    return this.text.value;
  }

  opened(_: Opened): void {
    this.running = this.app.recipe;
    this.show(this.running);
    void this.address();
  }

  private async address(): Promise<void> {
    const same = this.running.trim() === this.standard.trim();
    const hash = same ? '' : KEY + (await squeeze(JSON.stringify(JSON.parse(this.running))));
    if (hash !== location.hash) history.replaceState(null, '', hash || location.pathname + location.search);
  }

  /// Shows a text, and an error in it if there is one.
  show(text: string, error?: Check): void {
    this.text.value = text;
    this.number();
    if (error) this.complain(error);
    else this.clear();
    this.runButton.disabled = error !== undefined || text === this.running;
  }

  private number(at = -1): void {
    this.bad = at;
    this.text.style.setProperty('--line', String(at));
    this.text.classList.toggle('marked', at >= 0);
    get('recipe-line').hidden = at < 0;
    const n = this.text.value.split('\n').length;
    this.gutter.replaceChildren(...Array.from({ length: n }, (_, i) => el('span', { className: i === at ? 'bad' : '' }, String(i + 1))));
    this.gutter.scrollTop = this.text.scrollTop;
  }

  private goto(): void {
    const before = this.text.value.split('\n').slice(0, this.bad).join('\n').length;
    const at = this.bad > 0 ? before + 1 : 0;
    this.text.focus();
    this.text.setSelectionRange(at, at);
    this.text.scrollTop = Math.max(0, this.bad * 20 - 200);
    this.text.scrollLeft = 0;
  }

  private async check(): Promise<boolean> {
    const job = ++this.job;
    const text = this.text.value;
    let result: Check;
    try {
      result = await this.app.ask('check', { recipe: text });
    } catch (error) {
      result = { ok: false, path: '', message: failureOf(error).message, offset: -1 };
    }
    if (job !== this.job) return false;
    if (result.ok) this.clear();
    else this.complain(result);
    this.runButton.disabled = !result.ok;
    return result.ok;
  }

  private complain(check: Check): void {
    const text = this.text.value;
    const offset = check.offset !== undefined && check.offset >= 0 ? charOf(text, check.offset) : pathOffset(text, check.path ?? '');
    const line = offset >= 0 ? lineOf(text, offset) : -1;
    this.number(line);
    this.text.setAttribute('aria-invalid', 'true');
    this.error.hidden = false;
    const message = check.message ?? 'This recipe cannot be run.';
    const path = check.path && !message.includes(check.path) ? `${check.path}: ` : '';
    say(this.error, `${line >= 0 ? `Line ${line + 1}. ` : ''}${path}${message} The run above goes on unchanged.`);
  }

  private clear(): void {
    this.number();
    this.text.removeAttribute('aria-invalid');
    this.error.hidden = true;
    this.error.textContent = '';
  }

  private async run(): Promise<void> {
    if (!(await this.check())) return;
    this.runButton.disabled = true;
    try {
      await this.app.start(this.text.value);
      get('h-loop').scrollIntoView({ block: 'nearest' });
    } catch (error) {
      const { message } = failureOf(error);
      const path = /\b((?:model|data|loss|optimizer|scheduler|metrics|trainer)(?:\.\w+|\[\d+\])*)/.exec(message)?.[1] ?? '';
      this.complain({ ok: false, path, message, offset: -1 });
    }
  }

  private async link(): Promise<void> {
    try {
      const code = await squeeze(JSON.stringify(JSON.parse(this.text.value)));
      const url = `${location.origin}${location.pathname}${KEY}${code}`;
      await navigator.clipboard.writeText(url);
      say(get('recipe-note'), 'Copied. Whoever opens the link runs this experiment.');
    } catch (error) {
      say(get('recipe-note'), error instanceof SyntaxError ? 'The text is no JSON yet, so there is nothing to link to.' : 'This browser let nothing be copied; the address above carries the recipe that runs.');
    }
  }
}

/// Byte offset in UTF-8 to offset in the text.
function charOf(text: string, bytes: number): number {
  return new TextDecoder().decode(new TextEncoder().encode(text).subarray(0, bytes)).length;
}
