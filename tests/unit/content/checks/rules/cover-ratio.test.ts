import { expect, it } from 'vitest';
import { coverRatio as rule } from '#content/checks/rules/covers.ts';
import { article, folderOf, plain, project } from '../../../cli/project.ts';

const picture = (width: number, height: number) =>
  folderOf({
    'content/articles/essai/couverture.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"/>`,
  });

it('refuses a picture too high or too wide', async () => {
  for (const [width, height, what] of [
    [1600, 1600, 'trop haute'],
    [2500, 1000, 'trop large'],
  ] as const) {
    const [problem] = await rule.check(project([article('')], { root: picture(width, height) }));
    expect(plain(problem?.message ?? '')).toBe(
      `L’image « ./couverture.svg » (${width} × ${height}) est ${what}`,
    );
  }
});

it('accepts 16:9', async () => {
  expect(await rule.check(project([article('')], { root: picture(1600, 900) }))).toEqual([]);
});
