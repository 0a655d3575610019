import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#components/examples/catalogue.ts';

/** A script fills this component from a template: alone, it has no text. */
const FILLED_BY_SCRIPT = ['SearchResult'];

describe('the catalogue of components', () => {
  it.each(['ui', 'article', 'editorial', 'site'])('has an example of every component of %s', (folder) => {
    const components = readdirSync(`src/components/${folder}`)
      .filter((name) => name.endsWith('.astro'))
      .map((name) => name.replace(/\.astro$/u, ''))
      .filter((name) => !FILLED_BY_SCRIPT.includes(name));
    const shown = catalogue[folder] ?? {};
    expect(Object.keys(shown).sort()).toEqual(components.sort());
    for (const [name, { states }] of Object.entries(shown))
      expect(Object.keys(states).length, name).toBeGreaterThan(0);
  });
});
