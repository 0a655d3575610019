import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submissionSchema } from '#model/comment-schema.ts';
import { onOneLine } from '#lib/comments/visible-text.ts';
import { createFile, replaceFile } from '#comments/store/atomic-file.ts';
import { readBody } from '#comments/service/body.ts';
import { createFileStorage } from '#comments/store/file-storage.ts';
import { createGate } from '#comments/service/concurrency-limiter.ts';
import { type IntakeParts, createIntake } from '#comments/service/submissions.ts';
import { deriveKeys } from '#comments/store/keys.ts';
import { createDailyHash, createLimits } from '#comments/service/limits.ts';
import { isFromTheSite } from '#comments/service/origin.ts';
import { type Pending, readRecord, toYaml } from '#comments/store/records.ts';
import { signToken } from '#comments/service/token.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file', () => {
  it('is never written over by a new one, and holds no more than one of both', async () => {
    const path = join(folder, 'a/b.yaml');
    const created = await Promise.all(['one', 'two', 'three'].map((text) => createFile(path, text)));
    expect(created.filter(Boolean)).toHaveLength(1);
    await replaceFile(path, 'four');
    expect(readdirSync(join(folder, 'a'))).toEqual(['b.yaml']);
  });
});

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

  it('says the same once written and read, whatever its text', () => {
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

  it('is asked for by its id alone', async () => {
    const storage = createFileStorage(folder);
    for (const id of ['../secret', '2026-11-24-0000000G', '', '/etc/passwd']) {
      await expect(storage.get('pending', id)).rejects.toThrow('not an id');
      await expect(storage.remove('pending', id)).rejects.toThrow('not an id');
    }
  });
});

describe('the intake', () => {
  const keys = deriveKeys('one secret of the tests, long enough');
  const full = Object.assign(new Error('no space left for « Texte de Ada »'), { code: 'ENOSPC' });
  const logged: string[] = [];
  const parts: IntakeParts = {
    magazine: 'Innovations',
    keys,
    storage: {
      ...createFileStorage('unused'),
      get: () => Promise.resolve(null),
      add: () => Promise.reject(full),
    },
    articles: { get: () => ({ title: 'T', href: '/', comments: [] }), isThere: () => true },
    limits: createLimits(),
    log: (...event) => logged.push(JSON.stringify(event)),
  };
  const parcel = () => {
    const token = {
      purpose: 'comment',
      article: 'un-article',
      issuedAt: Date.now() - 5000,
      nonce: 'aa',
    } as const;
    const fields = { article: 'un-article', name: 'Ada', text: 'Texte', token: signToken(keys, token) };
    return { way: 'form', fields, proof: undefined, address: '192.0.2.1' } as const;
  };

  it('refuses on a full disk, logs its code alone, and takes the same token once there is room', async () => {
    expect(await createIntake(parts).comment(parcel())).toMatchObject({ kind: 'refused', reason: 'storage' });
    expect(logged.join()).toContain('ENOSPC');
    expect(logged.join()).not.toContain('Ada');
    const roomy = { ...parts, storage: { ...parts.storage, add: () => Promise.resolve(true) } };
    const intake = createIntake(roomy);
    expect(await intake.comment(parcel())).toMatchObject({ kind: 'stored' });
    expect(await intake.comment(parcel())).toMatchObject({ reason: 'replayed' });
  });
});

describe('the gate', () => {
  it('lets so many run, so many wait, and sends the rest away', async () => {
    const gate = createGate(2, 3);
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((done) => setTimeout(done, 5));
      running -= 1;
      return 'done';
    };
    const results = await Promise.all(Array.from({ length: 8 }, () => gate.run(work)));
    expect(results.filter((result) => result === null)).toHaveLength(3);
    expect(most).toBe(2);
    await expect(gate.run(() => Promise.reject(new Error('fault')))).rejects.toThrow('fault');
    expect(await Promise.all([gate.run(work), gate.run(work)])).toEqual(['done', 'done']);
  });
});

describe('the limits', () => {
  it('let five comments through for one address, and for one IPv6 network', async () => {
    const limits = createLimits();
    const answers = [];
    for (let host = 1; host <= 6; host += 1) answers.push(await limits.allowsComment(`2001:db8::${host}`));
    expect(answers).toEqual([true, true, true, true, true, false]);
    expect(await limits.allowsComment('2001:db8:0:1::1')).toBe(true);
  });

  it.each([
    ['of 56 bits ten', (index: number) => `2001:db8:0:${(0x100 + index).toString(16)}::1`, 10],
    ['of 48 bits thirty', (index: number) => `2001:db8:0:${(index << 8).toString(16)}::1`, 30],
    ['written with ports as one', (index: number) => `192.0.2.1:${1000 + index}`, 5],
    ['written as IPv6 as one', (index: number) => ['::ffff:192.0.2.9', '192.0.2.9'][index % 2] ?? '', 5],
  ])('let through for networks %s', async (_, address, most) => {
    const limits = createLimits();
    const answers = [];
    for (let index = 0; index < 40; index += 1) answers.push(await limits.allowsComment(address(index)));
    expect(answers.filter(Boolean)).toHaveLength(most);
  });

  it('know an address by another hash each day', () => {
    let now = new Date('2026-11-24T10:00:00Z');
    const hash = createDailyHash(() => now);
    const today = hash('192.0.2.1');
    expect(hash('192.0.2.1')).toBe(today);
    now = new Date('2026-11-25T10:00:00Z');
    expect(hash('192.0.2.1')).not.toBe(today);
  });
});

describe('the origin of a request', () => {
  const site = { siteOrigin: 'https://innovations.example' };
  it.each([
    [{ origin: 'https://innovations.example' }, true],
    [{ origin: 'http://localhost:4321', host: 'localhost:4321' }, true],
    [{ origin: 'null', 'sec-fetch-site': 'same-origin' }, true],
    [{ origin: 'http://localhost:4321', host: 'localhost:80' }, false],
    [{ origin: 'http://autre.example', host: 'autre.example' }, false],
    [{ origin: 'https://innovations.example.autre.example' }, false],
    [{ 'sec-fetch-site': 'same-site' }, false],
    [{ origin: 'null' }, false],
    [{}, false],
  ])('%o is the magazine: %s', (headers, expected) => {
    expect(isFromTheSite(new Headers(headers as Record<string, string>), site)).toBe(expected);
  });
});

describe('a body', () => {
  it('never throws, whatever it holds', async () => {
    const types = [
      'application/json',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      '',
    ];
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), fc.constantFrom(...types), async (bytes, type) => {
        const request = new Request('http://localhost/', {
          method: 'POST',
          body: new Uint8Array(bytes),
          headers: { 'content-type': type },
        });
        expect(await readBody(request)).toHaveProperty('fault');
      }),
    );
  });
});

/** A text as the service cleans it. */
function readText(text: string): string {
  const parsed = submissionSchema.shape.text.safeParse(text);
  return parsed.success ? parsed.data : '';
}
