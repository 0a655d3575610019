import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rule } from '#content/checks/rules/picture-movement.ts';
import { article } from '../../../cli/project.ts';

let root = '';
const FOLDER = 'content/articles/essai';
const red = () => sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } });

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'pictures-'));
  mkdirSync(join(root, FOLDER), { recursive: true });
  const put = (name: string, bytes: Buffer) => writeFileSync(join(root, FOLDER, name), bytes);
  put('nue.png', await red().png().toBuffer());
  const frame = await red().png().toBuffer();
  const other = await red().negate().png().toBuffer();
  put(
    'bouge.gif',
    await sharp([frame, other], { join: { animated: true } })
      .gif()
      .toBuffer(),
  );
  put(
    'bouge.webp',
    await sharp([frame, other], { join: { animated: true } })
      .webp()
      .toBuffer(),
  );
  // The chunk of an animated PNG stands before its pixels.
  const start = frame.indexOf('IDAT') - 4;
  const chunk = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)]);
  put('bouge.png', Buffer.concat([frame.subarray(0, start), chunk, frame.subarray(start)]));
});
afterAll(() => rmSync(root, { recursive: true }));

const project = () =>
  ({ root, documents: [article('')], lists: {}, external: false, now: new Date() }) as never;

it('a picture that moves is told', async () => {
  const found = await rule.check(project());
  expect(found.map(({ file }) => file).sort()).toEqual(
    ['bouge.gif', 'bouge.png', 'bouge.webp'].map((name) => `${FOLDER}/${name}`),
  );
});
