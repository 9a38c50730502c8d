// The playground: points in a plane, the boundary, points of one's own.
import { check, clean, run, text, until } from './page.mjs';

const chip = (page) => text(page, '#plane-chip');
const picture = (page) => page.locator('#plane').evaluate((c) => {
  const { data } = c.getContext('2d').getImageData(0, 0, c.width, c.height);
  let sum = 0;
  for (let i = 0; i < data.length; i += 16) sum = (sum * 31 + data[i] + data[i + 3]) | 0;
  return sum;
});

async function open(t) {
  const page = await t.visit();
  await page.click('#tab-plane');
  await until('training', async () => (await chip(page)) === 'training');
  return page;
}

await run({
  'learns the spiral and draws its boundary': async (t) => {
    const page = await open(t);
    const before = await picture(page);
    await until('90 % of the spiral', async () => parseFloat(await text(page, '#plane-val')) >= 90, 60000);
    check((await picture(page)) !== before, 'the boundary did not move');
    check((await page.locator('#hidden-units').evaluate((c) => c.width)) > 100, 'no hidden units');
    await clean(page);
  },

  'every data set runs; pause and reset work': async (t) => {
    const page = await open(t);
    for (const kind of ['moons', 'circles', 'xor', 'blobs']) {
      await page.selectOption('#kind', kind);
      await until(`${kind} trains`, async () => (await chip(page)) === 'training' && parseFloat(await text(page, '#plane-val')) > 0);
      check(await page.locator('#plane-error').isHidden(), `an error with ${kind}`);
    }
    await page.click('#plane-run');
    await until('a pause', async () => (await chip(page)) === 'paused');
    const still = await text(page, '#plane-steps');
    await page.waitForTimeout(400);
    check((await text(page, '#plane-steps')) === still, 'it trains while paused');
    await page.click('#plane-step');
    await page.click('#plane-reset');
    await page.click('#plane-run');
    await until('training', async () => (await chip(page)) === 'training');
    await clean(page);
  },

  'points of one’s own, by clicking': async (t) => {
    const page = await open(t);
    await page.selectOption('#kind', 'own');
    await until('waiting for points', async () => (await chip(page)) === 'waiting');
    const box = await page.locator('#plane').boundingBox();
    const click = (x, y) => page.mouse.click(box.x + x * box.width, box.y + y * box.height);
    for (const [x, y] of [[0.2, 0.2], [0.25, 0.3], [0.3, 0.2], [0.22, 0.4]]) await click(x, y);
    await page.click('#own-class .class1');
    for (const [x, y] of [[0.7, 0.7], [0.8, 0.8], [0.75, 0.6], [0.6, 0.8]]) await click(x, y);
    await until('training', async () => (await chip(page)) === 'training' && Number(await text(page, '#plane-steps')) > 5);
    check(await page.locator('#plane-error').isHidden(), 'an error with own points');

    // Classes 0 and 2 without a 1: the region around the points of class 2 must have its colour, green.
    await page.selectOption('#plane-classes', '3');
    await page.click('#own-clear');
    await until('waiting for points', async () => (await chip(page)) === 'waiting');
    await page.click('#own-class .class0');
    for (const [x, y] of [[0.2, 0.2], [0.25, 0.3], [0.3, 0.2], [0.22, 0.4]]) await click(x, y);
    await page.click('#own-class .class2');
    for (const [x, y] of [[0.7, 0.7], [0.8, 0.8], [0.75, 0.6], [0.6, 0.8]]) await click(x, y);
    await until('training', async () => (await chip(page)) === 'training' && Number(await text(page, '#plane-steps')) > 60);
    const [r, g, b] = await page.locator('#plane').evaluate((c) => [...c.getContext('2d').getImageData(c.width * 0.9, c.height * 0.9, 1, 1).data]);
    check(g > r && g > b, `the region of class 2 has the colour ${r},${g},${b}`);
    await clean(page);
  },
});
