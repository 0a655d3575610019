import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { drawnIcons } from '#integrations/drawn-icons.ts';
import { addedPlugin } from './vite-plugin.ts';

const optimize = vi.hoisted(() => vi.fn());
vi.mock('svgo', async (original) => {
  const svgo = await original<typeof import('svgo')>();
  return { optimize: optimize.mockImplementation(svgo.optimize) };
});

interface IconPlugin {
  configResolved(config: { root: string }): void;
  load: { filter: { id: RegExp }; handler(id: string): Promise<string> };
}

let root: string;
const file = (name: string) => join(root, 'node_modules/icons', name);
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'icons-'));
  vi.stubEnv('CACHE_FOLDER', join(root, 'cache'));
  for (const name of ['icons', 'svgo']) mkdirSync(join(root, 'node_modules', name), { recursive: true });
  writeFileSync(join(root, 'node_modules/svgo/package.json'), '{}');
  writeFileSync(
    file('a.svg'),
    '<!-- a licence -->\n<svg viewBox="0 0 24 24"><path d="M 1.23456 2 L 3 4" /></svg>',
  );
  optimize.mockClear();
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(root, { recursive: true });
});

function load(name: string): Promise<string> {
  const plugin = addedPlugin(drawnIcons()) as unknown as IconPlugin;
  plugin.configResolved({ root });
  return plugin.load.handler(`${file(name)}?raw`);
}

it('are bundled light, with what their sizes need', async () => {
  expect(await load('a.svg')).toBe(
    `export default ${JSON.stringify('<svg viewBox="0 0 24 24"><path d="M1.2 2 3 4"/></svg>')};`,
  );
});

it('are made light once, until their drawing or SVGO changes', async () => {
  const first = await load('a.svg');
  expect(await load('a.svg')).toBe(first);
  expect(optimize).toHaveBeenCalledTimes(1);
  writeFileSync(file('a.svg'), '<svg viewBox="0 0 24 24"><path d="M5 6h9" /></svg>');
  expect(await load('a.svg')).toContain('M5 6h9');
  writeFileSync(join(root, 'node_modules/svgo/package.json'), '{"version":"5.0.0"}');
  await load('a.svg');
  expect(optimize).toHaveBeenCalledTimes(3);
});

it('are those of packages alone', () => {
  const { filter } = (addedPlugin(drawnIcons()) as unknown as IconPlugin).load;
  expect(filter.id.test('/p/node_modules/lucide-static/icons/sun.svg?raw')).toBe(true);
  expect(filter.id.test('/p/content/articles/a/couverture.svg?raw')).toBe(false);
  expect(filter.id.test('/p/node_modules/lucide-static/icons/sun.svg')).toBe(false);
});
