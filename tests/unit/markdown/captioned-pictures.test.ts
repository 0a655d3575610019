import { describe, expect, it } from 'vitest';
import { compileBody } from '#markdown/compile-body.ts';

const FILE = 'content/articles/a/index.mdx';

function piecesOf(pictures: string) {
  const text = `<Galerie legende="L">\n\n${pictures}\n\n</Galerie>\n\n![Hors d’elle](./c.jpg)\nDu texte.`;
  const { nodes } = compileBody(text, FILE, ['Galerie']);
  const [gallery, ...rest] = nodes;
  if (typeof gallery !== 'object') throw new Error('No component');
  return { pieces: gallery.children, rest };
}

describe('pictures in a gallery', () => {
  it('are figures, each named by the caption written under it', () => {
    const { pieces } = piecesOf(
      '![Un](./a.jpg)\nLe 1er,\n*vu* [ici](https://ex.fr/) !\n\n![Deux](./b.jpg)\nB',
    );
    expect(pieces.filter((piece) => typeof piece === 'string').join('|')).toBe(
      [
        '<figure role="figure" aria-label="Le 1er, vu ici\u202F!">',
        '<figcaption>\nLe 1<sup>er</sup>,\n<em>vu</em> <a href="https://ex.fr/">ici</a>\u202F!</figcaption></figure><figure role="figure" aria-label="B">',
        '<figcaption>\nB</figcaption></figure>',
      ].join('|'),
    );
  });

  it('know what they are in, so that browsers load a small one', () => {
    const { pieces, rest } = piecesOf('![Un](./a.jpg)\nA\n\n![Deux](./b.jpg)\nB');
    const picture = {
      name: 'BodyPicture',
      attributes: { file: 'content/articles/a/a.jpg', alt: 'Un', within: 'Galerie' },
    };
    expect(pieces[1]).toMatchObject(picture);
    expect(rest[1]).toMatchObject({ attributes: { file: 'content/articles/a/c.jpg' } });
    expect(JSON.stringify(rest)).not.toContain('within');
  });

  it('have the same caption when their line ends with a line break', () => {
    const { pieces } = piecesOf('![Un](./a.jpg)\\\nA<br/>suite\n\n![Deux](./b.jpg)  \nB');
    expect(JSON.stringify(pieces)).toContain('<figcaption>\\nA<br>suite</figcaption>');
    expect(JSON.stringify(pieces)).toContain('<figcaption>\\nB</figcaption>');
  });
});
