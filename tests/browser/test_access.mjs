// For everyone: axe, narrow screens, keyboard.
import { readFileSync } from 'node:fs';

import { axeSource, check, clean, DESKTOP, equal, PHONE, run, stroke, training, until } from './page.mjs';

const source = readFileSync(axeSource, 'utf8');

async function axe(page) {
  // page.evaluate is not subject to the page's policy, so the page keeps its own.
  await page.evaluate(source);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }).then((r) =>
    r.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(' ')).slice(0, 4).join(', ')}`)));
  equal(found, [], 'axe');
}

async function narrow(page) {
  const width = await page.evaluate(() => ({ page: document.documentElement.scrollWidth, screen: innerWidth }));
  check(width.page <= width.screen, `the page is ${width.page} px wide on a screen of ${width.screen}`);
}

/** Everything opened and filled. */
async function fill(page) {
  await training(page);
  await stroke(page, [[50, 20], [50, 80]]);
  await page.locator('#where summary').click();
  for (const line of await page.locator('.line').all()) await line.click();
  await page.locator('.curves summary').click();
  await until('the matrix', async () => {
    await page.locator('#h-mistakes').scrollIntoViewIfNeeded(); // what lies above grows meanwhile
    return (await page.locator('#matrix button').count()) >= 10;
  }, 60000);
  await page.locator('#run').click();
  await page.locator('#h-inside').scrollIntoViewIfNeeded();
  await page.waitForTimeout(400);
}

const tests = {};
for (const [size, viewport] of Object.entries({ desktop: DESKTOP, phone: PHONE })) {
  for (const scheme of ['light', 'dark']) {
    tests[`axe and width: digits, ${size}, ${scheme}`] = async (t) => {
      const page = await t.visit({ viewport, scheme });
      await fill(page);
      await axe(page);
      await narrow(page);
      await clean(page);
    };
    tests[`axe and width: playground, ${size}, ${scheme}`] = async (t) => {
      const page = await t.visit({ viewport, scheme });
      await page.click('#tab-plane');
      await until('training', async () => (await page.locator('#plane-chip').textContent()) === 'training');
      await page.selectOption('#kind', 'own');
      await page.waitForTimeout(500);
      await axe(page);
      await narrow(page);
      await clean(page);
    };
  }
}

tests['the tab key reaches every control'] = async (t) => {
  const page = await t.visit();
  await training(page);
  const want = await page.evaluate(() => [...document.querySelectorAll('button, select, input, textarea, summary')].filter((e) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0).length);
  const reached = new Set();
  await page.evaluate(() => {
    document.querySelectorAll('button, select, input, textarea, summary').forEach((e, i) => (e.dataset.nth = String(i)));
  });
  for (let i = 0; i < want + 40; i++) {
    await page.keyboard.press('Tab');
    const nth = await page.evaluate(() => document.activeElement?.dataset?.nth ?? null);
    if (nth !== null) reached.add(nth);
  }
  check(reached.size >= want, `Tab reached ${reached.size} of ${want} controls`);
  await page.focus('#tab-digits');
  await page.keyboard.press('ArrowRight');
  check(await page.locator('#view-plane').isVisible(), 'the arrow key did not change the tab');
  await clean(page);
};

tests['nothing moves sideways from 360 to 2560 px'] = async (t) => {
  const page = await t.visit({ viewport: PHONE });
  await training(page);
  for (const width of [360, 414, 600, 721, 768, 1001, 1280, 1920, 2560]) {
    await page.setViewportSize({ width, height: 800 });
    await page.waitForTimeout(120);
    await narrow(page);
  }
  await clean(page);
};

await run(tests);
