import { expect, it } from 'vitest';
import { pictureSharpness as rule } from '#content/checks/rules/pictures.ts';
import { article, folderOf, project, said } from '../../../cli/project.ts';

const SHAPE = '<path d="M0 0h9v9z"/>';

it('notes each drawing that pages show as bitmaps, and why', async () => {
  const svg = (content: string, view = ' viewBox="0 0 1600 900"') =>
    `<svg xmlns="http://www.w3.org/2000/svg"${view}>${content}</svg>`;
  const root = folderOf({
    'content/articles/essai/anime.svg': svg(`${SHAPE}<animate/>`),
    'content/articles/essai/flou.svg': svg('<filter id="f"><feGaussianBlur/></filter>'),
    'content/articles/essai/net.svg': svg(SHAPE),
    'content/articles/essai/sans-cadre.svg': svg(SHAPE, ' width="1600" height="900"'),
  });
  const found = await said(rule, project([article('')], { root }));
  expect(found).toHaveLength(3);
  for (const [index, words] of ['est animé', 'trop de calcul', 'changer de taille'].entries())
    expect(found[index]).toContain(words);
});
