import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submissionSchema } from '#model/comment-schema.ts';
import { onOneLine } from '#lib/comments/visible-text.ts';
import { createFileStorage } from '#comments/store/file-storage.ts';
import { type Pending, readRecord, toYaml } from '#comments/store/records.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'records-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a record', () => {
  const record: Pending = {
    id: '2026-11-24-00000001',
    article: 'un-article',
    replyTo: undefined,
    name: 'Ada',
    email: undefined,
    site: undefined,
    text: 'Texte',
    date: '2026-11-24T10:00:00.000Z',
  };

  it('is the same once written and read, whatever its text', () => {
    const clean = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => readText(text))
      .filter(Boolean);
    fc.assert(
      fc.property(clean, clean, (name, text) => {
        const written = { ...record, name: onOneLine(name).slice(0, 60).trim(), text };
        fc.pre(written.name !== '');
        expect(readRecord('pending', toYaml(written))).toEqual(written);
      }),
    );
  });

  it.each([
    '- liste\n# titre\n\n  retrait',
    'true',
    '"',
    ': :',
    '--- |\n...',
    '!!js/function x',
    '&a *a',
    '=1+1',
  ])('keeps « %s » a text', (text) => {
    expect(readRecord('pending', toYaml({ ...record, text })).text).toBe(text);
  });

  it('is found by its id alone', async () => {
    const storage = createFileStorage(folder);
    for (const id of ['../secret', '2026-11-24-0000000G', '', '/etc/passwd']) {
      await expect(storage.get('pending', id)).rejects.toThrow('not the id');
      await expect(storage.remove('pending', id)).rejects.toThrow('not the id');
    }
  });
});

/** A text as the service normalizes it. */
function readText(text: string): string {
  const parsed = submissionSchema.shape.text.safeParse(text);
  return parsed.success ? parsed.data : '';
}
