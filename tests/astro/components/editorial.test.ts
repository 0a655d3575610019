import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import AvantApres from '../../../src/components/editorial/AvantApres.astro';
import BodyPicture from '../../../src/components/editorial/BodyPicture.astro';
import ChiffreCle from '../../../src/components/editorial/ChiffreCle.astro';
import Citation from '../../../src/components/editorial/Citation.astro';
import Encadre from '../../../src/components/editorial/Encadre.astro';
import Etape from '../../../src/components/editorial/Etape.astro';
import Figure from '../../../src/components/editorial/Figure.astro';
import Galerie from '../../../src/components/editorial/Galerie.astro';
import Graphique from '../../../src/components/editorial/Graphique.astro';
import Video from '../../../src/components/editorial/Video.astro';
import { renderComponent } from './render.ts';

const table = (header: string[], ...rows: string[][]) =>
  `<table><thead><tr>${header.map((cell) => `<th>${cell}</th>`).join('')}</tr></thead><tbody>${rows
    .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
    .join('')}</tbody></table>`;
const chart = { titre: 'Émissions', unite: 'Mt', description: 'Elles montent.' };

describe('the components of articles', () => {
  it('typeset their attributes', async () => {
    const note = await renderComponent(Encadre, { titre: "Qu'est-ce que le CO2 ?" }, '<p>…</p>');
    expect(note.querySelector('.title')?.innerHTML).toContain('Qu’est-ce que le CO<sub>2</sub>\u202F?');
    const figure = await renderComponent(ChiffreCle, { valeur: '35%', source: 'rapport "net"' }, '…');
    expect(figure.querySelector('.value')?.textContent).toBe('35\u00A0%');
    expect(figure.querySelector('.source')?.textContent).toContain('«\u00A0net\u00A0»');
  });

  it.each([
    ['picture', Figure],
    ['gallery', Galerie],
    ['comparison', AvantApres],
  ])('name a captioned %s by its caption (RGAA 1.9)', async (_, component) => {
    const page = await renderComponent(
      component,
      { legende: 'La légende', credit: 'Un auteur' },
      '<img alt="x">',
    );
    const figure = page.querySelector('figure');
    expect(figure?.getAttribute('aria-label')).toBe('La légende Un auteur.');
    expect(figure?.querySelector('figcaption')?.textContent?.trim()).toBe('La légende Un auteur.');
  });

  it('tell a pull quote, said already, from someone’s words', async () => {
    const pull = await renderComponent(Citation, {}, 'Phrase.');
    expect(pull.querySelector('figure')?.getAttribute('aria-hidden')).toBe('true');
    const words = await renderComponent(Citation, { auteur: 'A. B.', source: 'Livre, 2020' }, 'Phrase.');
    expect(words.querySelector('figure')?.hasAttribute('aria-hidden')).toBe(false);
    expect(words.querySelector('figcaption')?.textContent?.trim()).toBe('A.\u00A0B., Livre, 2020');
  });

  it('date a step for machines and for readers', async () => {
    const page = await renderComponent(Etape, { date: '2024-06-01' }, 'Texte');
    expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2024-06-01');
    expect(page.querySelector('time')?.textContent).toBe('1er\u00A0juin 2024');
  });

  it('load nothing of a video before it is asked for', async () => {
    const page = await renderComponent(Video, {
      src: 'https://www.youtube.com/watch?v=abcdefghijk',
      titre: 'T',
      duree: '4 min',
    });
    expect(page.querySelector('iframe, img, video')).toBeNull();
    expect(page.querySelector('a')?.getAttribute('href')).toBe('https://www.youtube.com/watch?v=abcdefghijk');
    expect(page.querySelector('click-video')?.getAttribute('data-player')).toContain('youtube-nocookie.com');
  });
});

describe('a comparison of two pictures', () => {
  it('is whole without JavaScript, and hides no control', async () => {
    const sides = ['Avant', 'Après'].map(
      (label) => `<figure><img alt="x"><figcaption>${label}</figcaption></figure>`,
    );
    const page = await renderComponent(AvantApres, { legende: 'L' }, sides.join(''));
    const frame = page.querySelector('before-after');
    expect(frame?.innerHTML.trim()).toBe(sides.join(''));
    expect(frame?.getAttribute('data-label')).toBe('Glissez pour comparer les deux images');
    expect(page.querySelector('input, template, [style], [hidden]')).toBeNull();
  });
});

describe('a picture of the text', () => {
  it('is loaded as small as a gallery shows it, and keeps its own ratio', async () => {
    mkdirSync('.cache', { recursive: true });
    const file = join(mkdtempSync('.cache/picture-'), 'photo.jpg');
    await sharp({ create: { width: 900, height: 1200, channels: 3, background: 'teal' } })
      .jpeg()
      .toFile(file);
    const shown = async (more: object) => {
      const page = await renderComponent(BodyPicture, { file, alt: 'x', ...more });
      const [image, source] = [page.querySelector('img'), page.querySelector('source')];
      const read = (...names: string[]) => names.map((name) => image?.getAttribute(name));
      return [...read('width', 'height', 'loading'), source?.getAttribute('sizes')];
    };
    const alone = await shown({});
    const inGallery = await shown({ within: 'Galerie' });
    rmSync(dirname(file), { recursive: true });
    expect(alone).toEqual(['900', '1200', 'lazy', '(width >= 62rem) 44rem, 92vw']);
    expect(inGallery).toEqual([...alone.slice(0, 3), '(width >= 62rem) 22rem, (width >= 36rem) 46vw, 92vw']);
  });
});

describe('a chart', () => {
  it('is drawn from its table, which stays beside it', async () => {
    const page = await renderComponent(
      Graphique,
      { ...chart, type: 'barres' },
      table(['An', 'Total'], ['2020', '11,9'], ['2023', '15,4']),
    );
    expect(page.querySelectorAll('.wide svg rect')).toHaveLength(2);
    const widths = [...page.querySelectorAll('.wide svg rect')].map((bar) =>
      Number(bar.getAttribute('width')),
    );
    expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(11.9 / 15.4, 1);
    expect(page.querySelector('details table')).not.toBeNull();
    expect(page.querySelector('[role=img]')?.getAttribute('aria-label')).toBe('Elles montent.');
  });

  it('draws a line for each series, and holds neither style nor identifier', async () => {
    const rows = [
      ['2020', '1', '2'],
      ['2021', '3', '4'],
      ['2022', '5', '6'],
    ];
    const page = await renderComponent(
      Graphique,
      { ...chart, type: 'courbe' },
      table(['An', 'A', 'B'], ...rows),
    );
    expect(
      page.querySelectorAll('.wide svg path[d*="L"], .wide svg path[d*="l"]').length,
    ).toBeGreaterThanOrEqual(2);
    expect(page.querySelector('svg style, svg [style], svg [id]')).toBeNull();
    expect([...page.querySelectorAll('.legend li')].map((item) => item.textContent)).toEqual(['A', 'B']);
  });

  it('refuses a cell without a number, and says which', async () => {
    const drawing = renderComponent(
      Graphique,
      { ...chart, type: 'barres' },
      table(['An', 'Total'], ['2020', 'beaucoup']),
    );
    await expect(drawing).rejects.toThrow(
      '« beaucoup » n’est pas un nombre (ligne « 2020 », colonne « Total »)',
    );
  });
});
