import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isTemporary, writeAtomically } from '#storage/atomic-write.ts';
import { readChecksummed, writeChecksummed } from '#storage/checksummed-file.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'checksummed-'))));
afterEach(() => rmSync(root, { recursive: true }));

describe('a checksummed file', () => {
  it('returns any bytes, and `null` once one of its own is changed or missing', () => {
    const file = join(root, 'a');
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (content, at, change) => {
          writeChecksummed(file, content);
          expect(readChecksummed(file)).toEqual(Buffer.from(content));
          const bytes = readFileSync(file);
          const place = at % bytes.length;
          writeFileSync(file, bytes.subarray(0, place));
          expect(readChecksummed(file)).toBeNull();
          bytes.writeUInt8(bytes.readUInt8(place) ^ change, place);
          writeFileSync(file, bytes);
          expect(readChecksummed(file)).toBeNull();
        },
      ),
    );
  });

  it('is `null` when it is missing, is a folder, or has the name of another', () => {
    writeChecksummed(join(root, 'a'), Buffer.from('a'));
    renameSync(join(root, 'a'), join(root, 'b'));
    mkdirSync(join(root, 'c'));
    expect(['a', 'b', 'c'].map((name) => readChecksummed(join(root, name)))).toEqual([null, null, null]);
  });
});

describe('a file that is written atomically', () => {
  it('replaces another, in a folder that is made, and leaves no temporary file', () => {
    const file = join(root, 'new/folder/a.json');
    for (const [text, durable] of [
      ['one', false],
      ['two', true],
    ] as const) {
      writeAtomically(file, text, durable);
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
    expect(readdirSync(join(root, 'new/folder'))).toEqual(['a.json']);
  });

  it('leaves the old file, and no temporary one, when it cannot be renamed', () => {
    mkdirSync(join(root, 'a/b'), { recursive: true });
    expect(() => writeAtomically(join(root, 'a'), 'text')).toThrow();
    expect(readdirSync(root)).toEqual(['a']);
    expect(isTemporary('.a.json.0123456789ab.tmp')).toBe(true);
    expect(['a.tmp', '.a', '.a.tmp'].filter(isTemporary)).toEqual([]);
  });
});
