// Ten digits drawn with the pointer, as one person writes them, on a network that has trained for a moment.
import { check, clean, equal, run, stroke, text, training, until, validation } from './page.mjs';

const HAND = {
  0: [[[56, 16], [44, 14], [33, 22], [26, 36], [24, 52], [27, 68], [36, 80], [49, 84], [62, 78], [70, 65], [73, 48], [70, 32], [62, 20], [52, 15]]],
  1: [[[38, 30], [46, 23], [53, 15], [52, 32], [51, 48], [49, 66], [48, 85]]],
  2: [[[28, 31], [34, 20], [46, 14], [59, 17], [66, 27], [63, 40], [53, 53], [41, 66], [29, 80], [42, 80], [57, 79], [74, 80]]],
  3: [[[31, 20], [44, 14], [58, 17], [64, 28], [58, 39], [45, 46], [59, 49], [68, 60], [65, 74], [52, 84], [38, 84], [28, 77]]],
  4: [[[38, 14], [33, 30], [27, 46], [24, 56], [40, 56], [58, 55], [76, 54]], [[61, 27], [59, 45], [58, 64], [56, 87]]],
  5: [[[36, 17], [35, 30], [33, 44], [46, 40], [59, 44], [67, 56], [64, 70], [53, 81], [39, 84], [27, 78]], [[36, 17], [50, 16], [68, 14]]],
  6: [[[61, 13], [48, 22], [37, 37], [31, 54], [33, 71], [43, 83], [56, 84], [66, 75], [67, 63], [59, 54], [47, 54], [37, 62], [34, 72]]],
  7: [[[25, 19], [41, 18], [57, 17], [73, 16], [66, 32], [57, 50], [49, 68], [43, 87]]],
  8: [[[63, 24], [53, 15], [40, 17], [34, 28], [41, 40], [54, 49], [65, 60], [66, 74], [54, 85], [40, 83], [32, 72], [37, 58], [50, 48], [61, 37], [64, 25]]],
  9: [[[65, 29], [56, 17], [43, 17], [34, 28], [35, 42], [46, 49], [58, 44], [65, 31], [65, 48], [62, 66], [57, 86]]],
};

async function verdict(page) {
  // The answer to the whole drawing comes a moment after the last stroke.
  let last = '';
  for (let same = 0; same < 3; ) {
    await page.waitForTimeout(150);
    const now = await text(page, '#verdict');
    same = now === last && now !== '–' ? same + 1 : 0;
    last = now;
  }
  return last;
}

await run({
  'knows at least nine of ten drawn digits, while training goes on': async (t) => {
    const page = await t.visit();
    await training(page);
    await until('97 % validation', async () => (await validation(page)) >= 97, 40000);
    const wrong = [];
    for (const [digit, strokes] of Object.entries(HAND)) {
      await page.click('#clear');
      for (const s of strokes) await stroke(page, s);
      const said = await verdict(page);
      if (said !== digit) wrong.push(`${digit} as ${said} ${await text(page, '#verdict-p')}`);
    }
    check(wrong.length <= 1, `wrong: ${wrong.join('; ')}`);
    await clean(page);
    return wrong.length === 0 ? 'ten of ten' : `nine of ten; ${wrong[0]}`;
  },

  'train() answers differently each time, eval() does not': async (t) => {
    const page = await t.visit();
    await training(page);
    await until('some skill', async () => (await validation(page)) > 90, 40000);
    await page.click('#run');
    for (const s of HAND[5]) await stroke(page, s);
    await verdict(page);
    const read = async (mode) => {
      await page.click(`[data-mode=${mode}]`);
      const seen = new Set();
      for (let i = 0; i < 6; i++) {
        await page.selectOption('#company', i % 2 ? '1' : '0');
        await page.waitForTimeout(250);
        seen.add((await page.locator('#bars td.num').allTextContents()).join());
      }
      return seen.size;
    };
    equal(await read('eval'), 1, 'answers in eval mode');
    check((await read('train')) > 1, 'train mode always gave the same answer');
    await page.click('#where summary');
    await until('the layers where they part', async () => (await page.locator('#part-bars .norm').count()) > 5);
    check(/Dropout switched off \d+/.test(await text(page, '#mask-text')), 'no Dropout mask');
    await clean(page);
  },

  'works by keyboard: a pen moved by arrows, samples, an image file': async (t) => {
    const page = await t.visit();
    await training(page);
    await page.focus('#pad');
    await page.keyboard.press('Space');
    for (let i = 0; i < 10; i++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await until('an answer', async () => (await text(page, '#verdict')) !== '–');
    await page.keyboard.press('Delete');
    await until('an empty pad', async () => (await text(page, '#verdict')) === '–');
    await page.focus('#sample');
    await page.keyboard.press('Enter');
    await until('an answer to the sample', async () => (await text(page, '#verdict')) !== '–');
    await page.click('#clear');
    const png = await page.evaluate(() => {
      const c = document.createElement('canvas');
      c.width = c.height = 60;
      const g = c.getContext('2d');
      g.fillStyle = '#eee';
      g.fillRect(0, 0, 60, 60);
      g.fillStyle = '#223';
      g.fillRect(27, 10, 7, 40);
      return c.toDataURL('image/png').split(',')[1];
    });
    await page.setInputFiles('#image', { name: 'one.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') });
    await until('an answer to the image', async () => (await text(page, '#verdict')) !== '–');
    await page.setInputFiles('#image', { name: 'no.png', mimeType: 'image/png', buffer: Buffer.from('not an image') });
    const refused = async () => /no\.png is no image/.test(await text(page, '#verdict-p'));
    await until('a clear error', refused);
    await new Promise((done) => setTimeout(done, 1000));
    if (!(await refused())) throw new Error('the error gave way to an answer before the pad changed');
    await clean(page);
  },
});
