import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createService } from '#comments/service/service.ts';
import { type Settings, readSettings } from '#comments/settings.ts';
import { openCommentStore } from '#comments/store/store.ts';

let root: string;
let settings: Settings;
beforeEach(() => {
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  root = mkdtempSync(join(tmpdir(), 'service-'));
  settings = {
    ...readSettings('tests/fixtures', {}),
    siteFolder: join(root, 'dist'),
    dataFolder: join(root, 'data'),
  };
  mkdirSync(join(root, 'dist/commentaires'), { recursive: true });
  writeFileSync(join(root, 'dist/commentaires/articles.json'), '{}');
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

const writeSecret = (text: string) => {
  mkdirSync(settings.dataFolder, { recursive: true });
  writeFileSync(join(settings.dataFolder, 'secret'), text);
};

describe('the comment service', () => {
  it.each(['', '\n', 'short', ` ${'a'.repeat(31)} \n`])(
    'does not start with the damaged secret %j',
    async (text) => {
      writeSecret(text);
      await expect(createService(settings, {})).rejects.toThrow('est vide ou trop court');
      await expect(createService(settings, { COMMENTS_SECRET: text })).rejects.toThrow('COMMENTS_SECRET');
    },
  );

  it('creates its secret once, in a private folder', async () => {
    const first = await openCommentStore(settings, {}).keys();
    expect(await openCommentStore(settings, {}).keys()).toEqual(first);
    expect(statSync(settings.dataFolder).mode & 0o777).toBe(0o700);
  });

  it('answers that it cannot store anything, and opens by itself once it can', async () => {
    // A file in place of the data folder: nobody can write into it, not even root.
    writeFileSync(settings.dataFolder, '');
    const service = await createService(settings, {});
    const health = async () =>
      (await service.fetch(new Request(`http://localhost${settings.mount ?? ''}sante`))).status;
    expect(await health()).toBe(503);
    const sent = await service.fetch(
      new Request(`http://localhost${settings.mount ?? ''}`, { method: 'POST' }),
    );
    expect([sent.status, await sent.text()]).toEqual([503, expect.stringContaining('n’est pas perdu')]);
    rmSync(settings.dataFolder);
    expect(await health()).toBe(200);
  });
});
