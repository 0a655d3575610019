import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { optimizedIcons } from '#integrations/optimized-icons.ts';

const SOURCE = '<!-- a licence -->\n<svg viewBox="0 0 24 24"><path d="M 1.23456 2 L 3 4" /></svg>';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'icons-'));
  mkdirSync(join(root, 'node_modules/icons'), { recursive: true });
  writeFileSync(join(root, 'node_modules/icons/sun.svg'), SOURCE);
  writeFileSync(join(root, 'own.svg'), SOURCE);
});
afterAll(() => rmSync(root, { recursive: true }));

/** Bundles a module that exports the text of a file. */
async function bundle(file: string): Promise<string> {
  let vite: object = {};
  const setup = optimizedIcons().hooks['astro:config:setup'] as (options: object) => void;
  setup({ updateConfig: (config: { vite: object }) => (vite = config.vite) });
  writeFileSync(join(root, 'entry.js'), `export { default } from ${JSON.stringify(`${file}?raw`)};`);
  const built = await build({
    ...vite,
    root,
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: 'entry.js', formats: ['es'] } },
  });
  return JSON.stringify(built);
}

it('bundles icons of packages with short paths', async () => {
  const bundled = await bundle('./node_modules/icons/sun.svg');
  expect(bundled).toContain('M1.2 2 3 4');
  expect(bundled).not.toContain('licence');
});

it('leaves other drawings as they are', async () => {
  expect(await bundle('./own.svg')).toContain('M 1.23456 2 L 3 4');
});
