import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSettings } from '#comments/settings.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'settings-'));
  mkdirSync(join(root, 'content'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (intake: string) =>
  writeFileSync(
    join(root, 'content/site.yaml'),
    readFileSync('tests/fixtures/content/site.yaml', 'utf8').replace(/^ {2}intake: .*\n/mu, intake),
  );

describe('the settings of comments', () => {
  it('mount the service under the base path', () => {
    write('  intake: /commentaires/\n');
    expect(readSettings(root, {})).toMatchObject({ mount: '/commentaires/', external: false });
    const settings = readSettings(root, {
      BASE_PATH: '/magazine',
      SITE_ADDRESS: 'https://a.example/magazine',
    });
    expect(settings).toMatchObject({
      mount: '/magazine/commentaires/',
      base: '/magazine/',
      siteOrigin: 'https://a.example',
      trustProxy: false,
    });
  });

  it('mount it at the path of its own host', () => {
    write('  intake: https://commentaires.exemple.fr/envoi/\n');
    expect(readSettings(root, { BASE_PATH: '/magazine/' })).toMatchObject({
      mount: '/envoi/',
      external: true,
    });
  });

  it('say that comments are closed, or what is wrong', () => {
    write('');
    expect(readSettings(root, {}).mount).toBeNull();
    write('  intake: commentaires\n');
    expect(() => readSettings(root, {})).toThrow('npm run check');
  });
});
