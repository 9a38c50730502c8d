// What the generators share: names, lists of them, the package they read, and how files of web/wick/src are written or checked.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

export const root = fileURLToPath(new URL('../', import.meta.url));
const source = join(root, 'web/wick/src');

export const camel = (name) => name.replace(/_+([a-z0-9])/g, (_, c) => c.toUpperCase());
export const pascal = (name) => camel(name).replace(/^./, (c) => c.toUpperCase());

/** Names, by default separated by commas, in lines of up to 120 characters. */
export function lines(names, after = ',') {
  const out = [];
  for (const name of names.map((n) => n + after.trim())) {
    if (out.length === 0 || out.at(-1).length + name.length > 117) out.push(`  ${name}`);
    else out[out.length - 1] += ` ${name}`;
  }
  return out.join('\n');
}

/** Lines that import the types a text uses, of those each module has. */
export function typeImports(text, modules) {
  const used = Object.entries(modules).map(([module, names]) => [module, names.filter((name) => new RegExp(`\\b${name}\\b`).test(text))]);
  return used.filter(([, names]) => names.length).map(([module, names]) => `import type { ${names.join(', ')} } from "${module}";\n`).join('');
}

/** The package in a dist folder, ready for calls. */
export async function open(dist) {
  const wick = await import(pathToFileURL(resolve(dist, 'index.js')));
  await wick.init();
  return wick;
}

/** Which of files, a table of texts by path below a folder, differ from those there; and what else is in the folders they are in. */
export function outOfDate(files, folder = source) {
  const differs = (path) => !existsSync(join(folder, path)) || readFileSync(join(folder, path), 'utf8') !== files[path];
  const inside = [...new Set(Object.keys(files).map(dirname))].filter((name) => name !== '.' && existsSync(join(folder, name)));
  const extra = inside.flatMap((name) => readdirSync(join(folder, name)).map((file) => `${name}/${file}`)).filter((path) => !(path in files));
  return [...Object.keys(files).filter(differs), ...extra];
}

/** Writes files and removes what else is in their folders; with check only says what is out of date, and fails the process. */
export function settle(files, { tool, check, folder = source }) {
  for (const path of outOfDate(files, folder)) {
    const target = join(folder, path);
    if (check) {
      console.error(`web/wick/src/${path} is out of date: run node tools/${tool} DIST`);
      process.exitCode = 1;
    } else if (path in files) {
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, files[path]);
    } else {
      rmSync(target);
    }
  }
}
