// What the browser tests share: a Chromium, a served page that notes everything it should not do, and counting.
import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { serve } from '../../tools/serve.mjs';

const app = new URL('../../web/app/', import.meta.url);
const require = createRequire(new URL('package.json', app));
const { chromium } = require('playwright-core');

export const axeSource = require.resolve('axe-core/axe.min.js');
export const DESKTOP = { width: 1280, height: 900 };
export const PHONE = { width: 360, height: 740 };

// No services of the browser's own: only what the page asks for goes out.
const ARGS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export function check(condition, message) {
  if (!condition) throw new Error(message);
}

export function equal(got, want, what) {
  check(JSON.stringify(got) === JSON.stringify(want), `${what}: got ${JSON.stringify(got)}; want ${JSON.stringify(want)}`);
}

/** Waits until fn() gives something true; says what was awaited when it does not. */
export async function until(what, fn, timeout = 20000) {
  const end = Date.now() + timeout;
  let last;
  while (Date.now() < end) {
    last = await fn();
    if (last) return last;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`waited ${timeout / 1000} s for ${what}; last: ${JSON.stringify(last)}`);
}

// Runs in the page before its own scripts.
function watch() {
  globalThis.noted = { violations: [], long: [] };
  document.addEventListener('securitypolicyviolation', (e) => globalThis.noted.violations.push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`));
  new PerformanceObserver((list) => {
    for (const e of list.getEntries()) globalThis.noted.long.push({ start: e.startTime, ms: e.duration });
  }).observe({ type: 'longtask', buffered: true });
}

export class Tester {
  constructor(browser, address) {
    this.browser = browser;
    this.address = address;
  }

  /** A fresh visitor on the page. problems collects errors, violations and requests to other origins. */
  async visit({ viewport = DESKTOP, scheme = 'light', hash = '', init = null, context = null } = {}) {
    const ctx = context ?? (await this.browser.newContext({ viewport, colorScheme: scheme, acceptDownloads: true, reducedMotion: 'reduce' }));
    const page = await ctx.newPage();
    page.problems = [];
    page.asked = [];
    page.on('pageerror', (e) => page.problems.push(`error: ${e.message}`));
    page.on('console', (m) => {
      if (m.type() === 'error') page.problems.push(`console: ${m.text()}`);
    });
    const origin = new URL(this.address).origin;
    page.on('request', (r) => {
      const url = r.url();
      page.asked.push(url);
      if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:')) page.problems.push(`request: ${url}`);
      if (r.postData()) page.problems.push(`sent ${r.postData().length} bytes to ${url}`);
    });
    await page.addInitScript(watch);
    if (init) await page.addInitScript(init);
    await page.goto(this.address + hash);
    return page;
  }
}

export async function training(page) {
  await until('training to begin', async () => ((await chip(page)) === 'training' || (await chip(page)) === 'validating') && (await steps(page)) > 0);
}

export const chip = (page) => page.locator('#chip').textContent();
export const text = (page, selector) => page.locator(selector).textContent();
/** Batches shown by the first line, counted over epochs by the loop. */
export async function steps(page) {
  const [, batch] = /batch (\d+)/.exec(await text(page, '#v0')) ?? [];
  return Number(batch ?? 0);
}
export async function validation(page) {
  return parseFloat(await text(page, '#fact-val')) || 0;
}

export async function clean(page) {
  const violations = await page.evaluate(() => globalThis.noted.violations);
  equal([...page.problems, ...violations.map((v) => `policy: ${v}`)], [], 'problems of the page');
}

/** A polyline in units of the pad, 0 to 100, drawn as a hand does: in small moves. */
export async function stroke(page, points) {
  const box = await page.locator('#pad').boundingBox();
  const at = ([x, y]) => [box.x + (x / 100) * box.width, box.y + (y / 100) * box.height];
  await page.mouse.move(...at(points[0]));
  await page.mouse.down();
  for (const p of points.slice(1)) await page.mouse.move(...at(p), { steps: 3 });
  await page.mouse.up();
}

/** Runs { name: async (tester) => … }, prints one line each and the counts, and ends the process. */
export async function run(tests) {
  const dist = fileURLToPath(new URL('dist', app));
  if (!existsSync(`${dist}/index.html`)) {
    console.log('FAIL there is no page to test; first: npm run build --prefix web/app\n0 passed, 1 failed');
    process.exit(1);
  }
  const own = process.env.WICK_PAGE ? null : await serve({ root: dist });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: ARGS });
  const tester = new Tester(browser, process.env.WICK_PAGE ?? own.address);
  const only = process.argv[2];
  let passed = 0;
  let failed = 0;
  for (const [name, test] of Object.entries(tests)) {
    if (only && !name.includes(only)) continue;
    const began = Date.now();
    try {
      const note = await test(tester);
      passed++;
      console.log(`pass ${name} (${((Date.now() - began) / 1000).toFixed(1)} s)${note ? `: ${note}` : ''}`);
    } catch (error) {
      failed++;
      console.log(`FAIL ${name}: ${error.message}`);
    }
    for (const context of browser.contexts()) await context.close();
  }
  await browser.close();
  own?.server.close();
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
}
