import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { editorialComponents } from '#model/editorial-components.ts';
import { editorComponents } from '#cms/components.ts';

const components = editorComponents();
const component = (id: string) => {
  const found = components.find((one) => one.id === id);
  if (!found) throw new Error(`No component ${id}`);
  return found;
};
const read = (id: string, text: string) => {
  const match = component(id).pattern.exec(text);
  return match ? component(id).fromBlock?.(match) : null;
};
const bodies = readdirSync('content/articles').map((slug) =>
  readFileSync(`content/articles/${slug}/index.mdx`, 'utf8'),
);

it('gives each field of a component a name of its own', () => {
  for (const { id, fields = [] } of editorComponents()) {
    const names = fields.map(({ name }) => name);
    expect(new Set(names).size, id).toBe(names.length);
  }
});

describe('the editorial components in the browser editor', () => {
  it('is whole, but for what stands in another component', () => {
    expect(components.map(({ id }) => id)).toEqual(
      Object.entries(editorialComponents)
        .filter(([, rule]) => !('within' in rule))
        .map(([name]) => name),
    );
  });

  it.each(components.map(({ id }) => id))(
    'finds every %s of the magazine, and gives it back as it was',
    (id) => {
      const { pattern, fromBlock, toBlock } = component(id);
      const blocks = bodies.flatMap((body) => [...body.matchAll(new RegExp(pattern.source, 'gmu'))]);
      const written = bodies.flatMap((body) => [...body.matchAll(new RegExp(`^<${id}[\\s>]`, 'gmu'))]);
      expect(blocks).toHaveLength(written.length);
      for (const block of blocks) expect(toBlock(fromBlock?.(block) ?? {})).toBe(block[0]);
    },
  );

  it('reads a form and writes what changed in it', () => {
    const values = read('Encadre', '<Encadre titre="Avant">\n\nTexte.\n\n</Encadre>');
    expect(values).toMatchObject({ titre: 'Avant', contenu: 'Texte.' });
    expect(component('Encadre').toBlock({ ...values, titre: 'Dit "après"' })).toBe(
      '<Encadre titre="Dit &quot;après&quot;">\n\nTexte.\n\n</Encadre>',
    );
    expect(read('Encadre', '<Encadre titre="Dit &quot;après&quot;">\nTexte.\n</Encadre>')).toMatchObject({
      titre: 'Dit "après"',
    });
  });

  it('writes no attribute that was left empty', () => {
    expect(component('ChiffreCle').toBlock({ valeur: '3 %', source: '', contenu: 'de quoi' })).toBe(
      '<ChiffreCle valeur="3 %">\n\nde quoi\n\n</ChiffreCle>',
    );
    expect(component('Video').toBlock({ src: 'https://exemple.fr/v', titre: 'V' })).toBe(
      '<Video src="https://exemple.fr/v" titre="V" />',
    );
  });
});
