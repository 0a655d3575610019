import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pageBytes } from '#integrations/page-bytes.ts';
import { addedPlugin } from './vite-plugin.ts';

const runtime = join(
  dirname(createRequire(import.meta.url).resolve('astro/package.json')),
  'dist/runtime/server/render',
);
const JOINING = join(runtime, 'astro/render.js');

describe('the bytes of pages', () => {
  it('are written part by part by the Astro that is installed', () => {
    const { code = '' } = addedPlugin(pageBytes()).transform(readFileSync(JOINING, 'utf8'), JOINING) ?? {};
    expect(code).toContain('page.write(String(chunkToString(result, chunk)))');
    expect(code).not.toMatch(/\bstr\b/u);
  });

  it('fail a build with an Astro that joins pages otherwise, and say where to look', () => {
    expect(() => addedPlugin(pageBytes()).transform('export const render = () => "";', JOINING)).toThrow(
      /otherwise now.*page-bytes/u,
    );
  });

  it('change no other file', () => {
    expect(addedPlugin(pageBytes()).transform('let str = "";', join(runtime, 'slot.js'))).toBeUndefined();
  });
});
