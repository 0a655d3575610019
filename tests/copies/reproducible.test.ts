import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestFiles } from '../digest.ts';
import { copySite, type SiteCopy } from '../site-copy.ts';

/** `npm run test:faults` draws every picture again; other runs reuse existing ones. */
const anew = process.env['COLD_PICTURES'] === '1';
const ARTICLES = ['accelerateur-ou-incubateur', 'stocker-les-energies-renouvelables'];

describe('two builds of one content, as of one instant', () => {
  let copies: SiteCopy[];
  beforeAll(() => {
    copies = [copySite(ARTICLES), copySite(ARTICLES)];
  });
  afterAll(() => copies.forEach((copy) => copy.remove()));

  it('are the same bytes, on two paths, in two time zones, from nothing', () => {
    const [first, second] = copies.map((copy, index) =>
      digestFiles(
        copy.build(`out-${index}`, {
          ...(anew ? { CACHE_FOLDER: join(copy.root, 'cold-cache') } : {}),
          PUBLICATION_NOW: '2026-11-24T12:00:00Z',
          TZ: index === 0 ? 'Pacific/Auckland' : 'America/Los_Angeles',
        }),
      ),
    );
    expect(Object.keys(first ?? {}).length).toBeGreaterThan(100);
    expect(second).toEqual(first);
  });
});
