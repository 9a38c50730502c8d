// Each state a run can fall into: what happened, what is kept, what to do.
import { check, chip, clean, equal, run, steps, text, training, until, validation } from './page.mjs';

async function banner(page, want, timeout = 30000) {
  await until(`a banner like ${want}`, async () => (await page.locator('#banner').isVisible()) && want.test(await text(page, '#banner')), timeout);
}

await run({
  'diverged: which step and layer, and back to the last good state': async (t) => {
    const page = await t.visit();
    await training(page);
    await page.selectOption('#optimizer', 'SGD');
    await page.evaluate(() => {
      const lr = document.getElementById('lr');
      lr.max = '30';
      lr.value = '25';
      lr.dispatchEvent(new Event('change'));
    });
    await banner(page, /no longer a number.*step \d+/s);
    equal(await chip(page), 'diverged', 'state');
    check(/layer|loss|\d+\.weight|Conv|Linear|BatchNorm/.test(await text(page, '#banner p')), `no layer in: ${await text(page, '#banner p')}`);
    await page.locator('#banner .primary').click();
    await training(page);
    check(await page.locator('#banner').isHidden(), 'the banner stays');
    await until('a loss that is a number', async () => /^\d/.test(await text(page, '#v2')));
    await clean(page);
  },

  'no SIMD: the page says so and stays usable': async (t) => {
    const page = await t.visit({ init: () => { WebAssembly.validate = () => false; } });
    await banner(page, /no WebAssembly SIMD/);
    check(await page.locator('#lines').isVisible(), 'the loop is gone');
    equal(await chip(page), 'stopped', 'state');
    await clean(page);
  },

  'a worker that dies of an error: goes on from the autosave': async (t) => {
    const page = await t.visit();
    await training(page);
    await until('an epoch', async () => (await validation(page)) > 0, 40000);
    await page.waitForTimeout(1500);
    await page.workers()[0].evaluate(() => void setTimeout(() => { throw new Error('made by the test'); }));
    await banner(page, /worker was lost.*made by the test.*Step [\d\u202f]+ is saved/s);
    await page.locator('#banner .primary').click();
    await until('training again', async () => ['training', 'validating', 'finished'].includes(await chip(page)));
    check((await validation(page)) > 0, 'the curves before the loss are gone');
    page.problems = page.problems.filter((p) => !p.includes('made by the test'));
    await clean(page);
  },

  'a worker that falls silent is noticed': async (t) => {
    const page = await t.visit({ init: () => {
      const Real = globalThis.Worker;
      globalThis.workers = [];
      globalThis.Worker = class extends Real {
        constructor(...args) {
          super(...args);
          globalThis.workers.push(this);
        }
      };
    } });
    await training(page);
    await page.evaluate(() => globalThis.workers[0].terminate());
    await banner(page, /worker was lost.*no longer answers.*Nothing was saved yet/s, 70000);
    await page.locator('#banner button').click();
    await training(page);
    await clean(page);
  },

  'a reload offers to go on from last time': async (t) => {
    const page = await t.visit();
    await training(page);
    await until('an epoch', async () => (await validation(page)) > 0, 40000);
    await page.waitForTimeout(1500);
    await page.reload();
    await banner(page, /Go on from last time/);
    await page.locator('#banner .primary').click();
    await until('the curve of last time', async () => (await page.locator('#epochs tbody tr').count()) >= 1);
    await training(page);
    await clean(page);
  },

  'finished: says so and trains on when asked': async (t) => {
    const page = await t.visit();
    await training(page);
    await page.fill('#recipe', (await page.inputValue('#recipe')).replace(/"train": \d+/, '"train": 640').replace(/"val": \d+/, '"val": 200').replace(/"max_epochs": \d+/, '"max_epochs": 2'));
    await until('a valid recipe', () => page.locator('#recipe-run').isEnabled());
    await page.click('#recipe-run');
    await until('the end', async () => /^finished/.test(await chip(page)), 30000);
    equal(await text(page, '#run'), '5 more epochs', 'the button');
    await page.click('#run');
    await until('more than two epochs', async () => (await page.locator('#epochs tbody tr').count()) > 2, 30000);
    await clean(page);
  },

  'out of memory: says so, keeps the weights, goes on with a smaller batch': async (t) => {
    const page = await t.visit();
    await training(page);
    // 128 maps of 28 x 28 for 12 000 images are 4.8 GB: more than wasm can address.
    await page.fill('#recipe', (await page.inputValue('#recipe')).replaceAll(/("out_channels"|"num_features"|"in_channels"): 16/g, '$1: 128'));
    await until('a valid recipe', () => page.locator('#recipe-run').isEnabled());
    await page.click('#recipe-run');
    await until('the large model', async () => (await page.evaluate(() => location.hash)) !== '');
    await until('it to train', async () => (await chip(page)) === 'training' && (await steps(page)) > 0);
    await page.evaluate(() => {
      const batch = document.getElementById('batch');
      batch.append(new Option('12000', '12000'));
      batch.value = '12000';
      batch.dispatchEvent(new Event('change'));
    });
    await banner(page, /Out of memory/);
    check(/weights of step \d+ are kept/.test(await text(page, '#banner')), `the banner says: ${await text(page, '#banner')}`);
    await page.locator('#banner .primary').click();
    await until('training with small batches', async () => (await chip(page)) === 'training' && /of (188|375)\b/.test(await text(page, '#v0')) && (await steps(page)) > 2);
    await clean(page);
  },

  // A headless tab cannot be hidden; what a hidden one lacks is its page's time, which is taken away here.
  'the training goes on while the page itself gets no time': async (t) => {
    const page = await t.visit();
    await training(page);
    const [before, after] = await page.evaluate(async () => {
      const step = () => Number(/batch (\d+)/.exec(document.getElementById('v0').textContent)[1]);
      const first = step();
      const end = performance.now() + 2000;
      while (performance.now() < end); // no task, no frame, no answer to the worker
      await new Promise((done) => setTimeout(done, 60)); // the updates that waited
      return [first, step()];
    });
    check(after > before + 15, `batch ${before} became ${after} in 2 s without the page`);
    await clean(page);
  },
});
