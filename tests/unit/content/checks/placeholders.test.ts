import { describe, expect, it } from 'vitest';
import { findPlaceholders } from '#content/checks/placeholders.ts';

const file = 'content/pages/contact.mdx';
const page = (body: string) => `---\ntitle: Contact\n---\n\n${body}`;

describe('the placeholders of a file', () => {
  it('are found with their line and what they expect, in a sentence or alone', () => {
    const text = page(
      'Téléphone : <ACompleter>numéro</ACompleter>\n\n<ACompleter>adresse *postale*</ACompleter>\n',
    );
    expect(findPlaceholders(file, text)).toEqual([
      { file, line: 5, column: 13, expected: 'numéro' },
      { file, line: 7, column: 1, expected: 'adresse postale' },
    ]);
  });

  it('are found within another component', () => {
    const text = page('<Encadre titre="Nous joindre">\n\n<ACompleter>adresse</ACompleter>\n\n</Encadre>\n');
    expect(findPlaceholders(file, text).map(({ line }) => line)).toEqual([7]);
  });

  it('are none in a finished text, nor in one that cannot be read', () => {
    expect(findPlaceholders(file, page('Tout est écrit.'))).toEqual([]);
    expect(findPlaceholders(file, page('<ACompleter>jamais fermé'))).toEqual([]);
  });
});
