import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MAX_RULES } from '#integrations/servers/static-hosts.ts';
import { COMPRESSIBLE, extensionOf } from '#lib/content-types.ts';
import { base, read, root } from './dist.ts';

const MIN_SIZE = 1_000;
const files = readdirSync(root, { recursive: true, encoding: 'utf8' });

describe('what serves the build', () => {
  it('has a compressed copy of each text worth it, and of nothing else', () => {
    const worth = files.filter(
      (file) => COMPRESSIBLE.has(extensionOf(file)) && readFileSync(join(root, file)).length >= MIN_SIZE,
    );
    expect(worth.length).toBeGreaterThan(5);
    for (const [suffix, open] of [
      ['.br', brotliDecompressSync],
      ['.gz', gunzipSync],
    ] as const) {
      expect(files.filter((file) => file.endsWith(suffix)).sort()).toEqual(
        worth.map((file) => file + suffix).sort(),
      );
      for (const file of worth)
        expect(
          open(readFileSync(join(root, file + suffix))).equals(readFileSync(join(root, file))),
          file,
        ).toBe(true);
    }
  });

  it('says the headers of all that is at its root, within what static hosts read', () => {
    const rules = read('_headers').match(/^\/.*$/gmu) ?? [];
    expect(rules.length).toBeLessThanOrEqual(MAX_RULES);
    expect(rules).toContain(`${base}*`);
    for (const name of readdirSync(root).filter((name) => existsSync(join(root, name, 'index.html'))))
      expect(rules, name).toContain(`${base}${name}/*`);
  });
});
