import { describe, expect, it } from 'vitest';
import { editorialComponents } from '#model/editorial-components.ts';
import { readArticleText } from '#search/index/article-text.ts';

const text = (body: string) => readArticleText(body).text.replace(/[\u00A0\u202F]/gu, ' ');

it('the headings of an article are its headings alone, without notes', () => {
  expect(readArticleText('## Un *titre*\n\nTexte.\n\n### L’autre ?[^1]\n\n[^1]: Note').headings).toEqual([
    'Un titre',
    'L’autre\u202F?',
  ]);
});

describe('the searched text of an article', () => {
  it('is its words without markup, each block a sentence', () => {
    expect(text('## Un titre\n\nUn *mot*, un [lien](/a/),\nune ligne.\n\n- Premier\n- Second')).toBe(
      'Un titre. Un mot, un lien, une ligne. Premier. Second',
    );
  });

  it('is typeset, but for code', () => {
    expect(readArticleText('Il dit "oui" `"non"` !').text).toBe('Il dit «\u00A0oui\u00A0» "non"\u202F!');
  });

  it('holds what components show, not what they say to screen readers or to the program', () => {
    const body = `<Figure legende="Une légende" credit="Ada">
![Texte de remplacement](./a.svg)
</Figure>

<Chronologie titre="Les dates">
<Etape date="2022-11">Un fait.</Etape>
</Chronologie>

<Citation lang="en" auteur="Grace Hopper">Some words.</Citation>

<Video src="https://vimeo.com/1" titre="Un film" />`;
    expect(text(body)).toBe(
      'Une légende. Ada. Les dates. novembre 2022. Un fait. Some words. Grace Hopper. Un film',
    );
  });

  it('holds the captions of the pictures of a gallery and of a comparison', () => {
    const pictures = '![Un](./a.svg)\nSa légende\n\n![Deux](./b.svg)\nLa sienne.';
    expect(text(`<Galerie legende="L’ensemble">\n\n${pictures}\n\n</Galerie>`)).toBe(
      'Sa légende. La sienne. L’ensemble',
    );
    expect(text(`<AvantApres legende="L’ensemble">\n\n${pictures}\n\n</AvantApres>`)).toBe(
      'Sa légende. La sienne. L’ensemble',
    );
  });

  it('holds the title of a chart without its table', () => {
    const body = `<Graphique type="barres" titre="Le titre" unite="Mt" description="Une barre" source="ONU">

| Année | Valeur |
| --- | --- |
| 2023 | 11,9 |

</Graphique>`;
    expect(text(body)).toBe('Le titre. Unité : Mt. Source : ONU');
  });

  it('goes on in the sentence that a number begins', () => {
    expect(text('<ChiffreCle valeur="60 %">\nde l’énergie.\n</ChiffreCle>')).toBe('60 % de l’énergie.');
  });

  it('leaves out comments, footnote calls and code of MDX', () => {
    const body = 'import A from "./a.astro"\n\nAvant{/* rien */}[^1] <!-- rien --> après.\n\n[^1]: Une note.';
    expect(text(body)).toBe('Avant après. Une note.');
  });

  it('knows every attribute that an editor may write', () => {
    const silent = ['type', 'description', 'src', 'lang', 'dir'];
    for (const [name, { attributes }] of Object.entries(editorialComponents))
      for (const attribute of Object.keys(attributes).filter((each) => !silent.includes(each))) {
        const value = attribute === 'date' ? '1966' : 'pangolin 1966';
        expect(text(`<${name} ${attribute}="${value}">\n\nTexte.\n\n</${name}>`), attribute).toContain(
          '1966',
        );
      }
  });
});
