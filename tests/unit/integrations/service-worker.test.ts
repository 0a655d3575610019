import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWorker } from '#integrations/service-worker.ts';

const ROOT = `${process.cwd()}/`;
let folder = '';

function put(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function worker(base = '/magazine/', mode: 'enabled' | 'withdrawn' = 'enabled'): Promise<string> {
  await writeWorker(mode, ROOT, pathToFileURL(`${folder}/`), base);
  return readFileSync(join(folder, 'service-worker.js'), 'utf8');
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'worker-'));
  put('hors-ligne/index.html', '<script type="module" src="/magazine/_astro/liste.js"></script>');
  put('_astro/liste.js', 'import{a}from"./dates.js";a();');
  put('_astro/dates.js', 'export const a=()=>{};');
  put('favicon.svg', '<svg/>');
  put('icones/48.png', 'png');
  put('_astro/fonts/b.woff2', 'b');
  put('_astro/fonts/a.woff2', 'a');
  put('articles/un/index.html', 'un');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the service worker', () => {
  test('keeps its shell under the base path', async () => {
    const script = await worker();
    for (const path of [
      'hors-ligne/',
      'favicon.svg',
      'icones/48.png',
      '_astro/fonts/a.woff2',
      '_astro/liste.js',
      '_astro/dates.js',
    ])
      expect(script).toContain(`\`/magazine/${path}\``);
    expect(script).not.toContain('`/hors-ligne/`');
  });

  test('is the same bytes for the same site, whatever articles it has', async () => {
    const first = await worker();
    put('articles/un/index.html', 'deux');
    put('articles/trois/index.html', 'trois');
    expect(await worker()).toBe(first);
  });

  test('changes with the page shown without a network, so that devices have the last one', async () => {
    const first = await worker();
    put('hors-ligne/index.html', 'autre');
    expect(await worker()).not.toBe(first);
  });

  test('holds nothing of the shell once it is withdrawn', async () => {
    const script = await worker('/', 'withdrawn');
    expect(script).toContain('unregister()');
    expect(script).not.toContain('.woff2');
  });
});
