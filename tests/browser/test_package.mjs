// The package in a page of somebody's own, without a Worker: what a training loop calls is in the first part of the module; the
// second comes when one of its functions is called, or when the page has nothing else to do.
import { fileURLToPath } from 'node:url';

import { serve } from '../../tools/serve.mjs';
import { check, equal, run, until } from './page.mjs';

const dist = fileURLToPath(new URL('../../web/wick/dist', import.meta.url));

/** A page (that the file is missing does not matter) with nothing but the package's modules to import, and the files it asked for. */
async function open(tester, init = null) {
  const { server, address } = await serve({ root: dist });
  const page = await (await tester.browser.newContext()).newPage();
  const asked = [];
  page.on('request', (r) => asked.push(new URL(r.url()).pathname));
  if (init) await page.addInitScript(init);
  await page.goto(`${address}nothing`);
  return { page, asked, done: () => server.close() };
}

const neverIdle = () => { globalThis.requestIdleCallback = () => 0; };

// Runs in the page. Losses of a small training loop, then what an op of the second part gives.
async function train() {
  const { init, nn, optim, scope, tensor, F } = await import('/index.js');
  await init({ threads: 1 });
  const model = new nn.Sequential(new nn.Linear(2, 8), new nn.ReLU(), new nn.Linear(8, 2));
  const optimizer = new optim.Adam(model.parameters(), { lr: 0.1 }), criterion = new nn.CrossEntropyLoss();
  const x = tensor([[0, 0], [0, 1], [1, 0], [1, 1]]), y = tensor(BigInt64Array.from([0n, 1n, 1n, 0n]));
  const losses = [];
  for (let step = 0; step < 20; ++step) {
    scope(() => {
      optimizer.zeroGrad();
      const loss = criterion.forward(model.forward(x), y);
      loss.backward();
      optimizer.step();
      losses.push(loss.item());
    });
  }
  globalThis.later = () => F.cumsum(tensor([1, 2, 3]), 0).toArray();
  return losses;
}

await run({
  'a training loop needs the first part alone; the second comes at once when called': async (t) => {
    const { page, asked, done } = await open(t, neverIdle);
    const losses = await page.evaluate(train);
    check(losses.at(-1) < 0.7 * losses[0], `losses ${losses}`);
    equal(asked.filter((path) => path.endsWith('.wasm')), ['/wick.wasm'], 'fetched to train');
    equal(await page.evaluate(() => globalThis.later()), [1, 3, 6], 'cumsum');
    equal(asked.filter((path) => path.endsWith('.wasm')), ['/wick.wasm', '/wick-more.wasm'], 'fetched then');
    done();
  },

  'an idle page fetches the second part before it is needed': async (t) => {
    const { page, asked, done } = await open(t);
    await page.evaluate(train);
    await until('the second part', () => asked.includes('/wick-more.wasm'));
    equal(await page.evaluate(() => globalThis.later()), [1, 3, 6], 'cumsum');
    done();
  },

  'where a page may not compile at once, all of it loads first': async (t) => {
    const { page, asked, done } = await open(t, () => {
      globalThis.requestIdleCallback = () => 0;
      const Module = WebAssembly.Module;
      WebAssembly.Module = class extends Module {
        constructor(bytes) {
          if (bytes.byteLength > 4096) throw new RangeError('too large for the main thread');
          super(bytes);
        }
        static [Symbol.hasInstance](value) {
          return value instanceof Module;
        }
      };
    });
    await page.evaluate(train);
    equal(asked.filter((path) => path.endsWith('.wasm')).sort(), ['/wick-more.wasm', '/wick.wasm'], 'fetched to train');
    equal(await page.evaluate(() => globalThis.later()), [1, 3, 6], 'cumsum');
    done();
  },
});
