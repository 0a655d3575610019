import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readArticleRecords } from '#content/files/article-records.ts';
import { findPictureFiles } from '#content/files/picture-files.ts';
import { smallContent } from '../small-content.ts';

let root: string;
beforeEach(() => (root = smallContent(['bon'])));
afterEach(() => rmSync(root, { recursive: true }));

it('finds the covers of articles, and the pictures in their texts and in those of pages', () => {
  appendFileSync(join(root, 'content/articles/bon/index.mdx'), '\n![Un aplat](./aplat.png)\n');
  appendFileSync(join(root, 'content/pages/contact.mdx'), '\n![Un plan](./plan.png)\n');
  expect(findPictureFiles(root, readArticleRecords(root))).toEqual({
    covers: [{ file: 'content/articles/bon/couverture.svg', focus: { x: 50, y: 50 } }],
    bodies: ['content/articles/bon/aplat.png', 'content/pages/plan.png'],
  });
  rmSync(join(root, 'content/pages'), { recursive: true });
  expect(findPictureFiles(root, []).bodies).toEqual([]);
});
