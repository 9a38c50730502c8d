// Each state a run can fall into: what happened, what is kept, what to do.
import { check, chip, clean, equal, run, text, training, until, validation } from './page.mjs';

async function banner(page, want) {
  await until(`a banner like ${want}`, async () => (await page.locator('#banner').isVisible()) && want.test(await text(page, '#banner')), 30000);
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

  'a lost worker: goes on from the autosave': async (t) => {
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
    await until('an epoch', async () => (await validation(page)) > 0, 40000);
    await page.waitForTimeout(1500);
    await page.evaluate(() => globalThis.workers[0].dispatchEvent(new ErrorEvent('error', { message: 'out of memory', cancelable: true })));
    await banner(page, /worker was lost.*Step [\d\u202f]+ is saved/s);
    await page.locator('#banner .primary').click();
    await until('training again', async () => ['training', 'validating', 'finished'].includes(await chip(page)));
    check((await validation(page)) > 0, 'the curves before the loss are gone');
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

  'out of memory: says so, keeps the weights, offers a smaller batch': async (t) => {
    const page = await t.visit();
    await training(page);
    await page.evaluate(() => {
      const batch = document.getElementById('batch');
      batch.append(new Option('12000', '12000'));
      batch.value = '12000';
      batch.dispatchEvent(new Event('change'));
    });
    const outcome = await until('an end or an epoch', async () => {
      if (await page.locator('#banner').isVisible()) return 'banner';
      return /of 1\b/.test(await text(page, '#v0')) && (await page.locator('#epochs tbody tr').count()) > 0 ? 'trained' : null;
    }, 120000);
    if (outcome === 'banner') {
      check(/memory/i.test(await text(page, '#banner')), `the banner says: ${await text(page, '#banner')}`);
      await page.locator('#banner .primary').click();
      await training(page);
    }
    await clean(page);
    return outcome;
  },

  'the training goes on while the tab is hidden': async (t) => {
    const page = await t.visit();
    await training(page);
    const other = await page.context().newPage();
    await other.bringToFront();
    await other.waitForTimeout(2500);
    const before = await page.evaluate(() => document.getElementById('fact-val').textContent + document.getElementById('v0').textContent);
    await other.waitForTimeout(1500);
    const after = await page.evaluate(() => document.getElementById('fact-val').textContent + document.getElementById('v0').textContent);
    check(before !== after, 'nothing moved in the background');
    await clean(page);
  },
});
