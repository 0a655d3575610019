import sharp from 'sharp';
import { expect, it } from 'vitest';
import { pictureAnimation as rule } from '#content/checks/rules/pictures.ts';
import { red, refusedPictures } from './pictures.ts';

it('reports a picture that moves', async () => {
  const frame = await red().png().toBuffer();
  const other = await red().negate().png().toBuffer();
  const moving = () => sharp([frame, other], { join: { animated: true } });
  // The chunk that marks an animated PNG comes before its pixels.
  const start = frame.indexOf('IDAT') - 4;
  const chunk = Buffer.concat([Buffer.from([0, 0, 0, 8]), Buffer.from('acTL'), Buffer.alloc(12)]);
  const refused = await refusedPictures(rule, {
    'nue.png': frame,
    'bouge.gif': await moving().gif().toBuffer(),
    'bouge.webp': await moving().webp().toBuffer(),
    'bouge.png': Buffer.concat([frame.subarray(0, start), chunk, frame.subarray(start)]),
  });
  expect(refused).toEqual(['bouge.gif', 'bouge.png', 'bouge.webp']);
});
