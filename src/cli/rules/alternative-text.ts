import { visit } from '#content/mdx-tree.ts';
import type { Place } from '#content/problems.ts';
import { slugify } from '#lib/slugs.ts';
import { fieldText } from '#cli/fields.ts';
import type { ContentDocument } from '#cli/project.ts';
import type { Rule } from '#cli/rule.ts';
import { say } from '#cli/say.ts';

const SAYS_NOTHING = new Set([
  'image',
  'photo',
  'photographie',
  'illustration',
  'dessin',
  'couverture',
  'figure',
]);

/** An empty text is a mistake of the model already; this one is there, and tells nothing (RGAA 1.3). */
export const rule: Rule = {
  name: 'texte alternatif',
  description: 'Le texte alternatif d’une image dit ce qu’elle montre, et non le nom de son fichier.',
  example: '![schema-final.svg](./schema-final.svg)',
  severity: 'erreur',
  check: ({ documents }) =>
    documents.flatMap((document) =>
      picturesOf(document)
        .filter(({ alt, picture }) => tellsNothing(alt, picture))
        .map(({ alt, place }) => ({
          file: document.source.file,
          ...place,
          message: say`« ${alt} » ne dit pas ce que l’image montre`,
          remedy: say`Décrivez-la en une phrase, pour qui ne la voit pas`,
        })),
    ),
};

interface Described {
  alt: string;
  picture: string;
  place: Place;
}

function picturesOf(document: ContentDocument): Described[] {
  const pictures: Described[] = [];
  const alt = fieldText(document, ['cover', 'alt']);
  if (alt)
    pictures.push({
      alt: alt.text,
      picture: fieldText(document, ['cover', 'src'])?.text ?? '',
      place: alt.place,
    });
  if (document.tree)
    visit(document.tree, null, ({ type, alt, url = '', position }) => {
      if (type === 'image' && alt && position) pictures.push({ alt, picture: url, place: position.start });
    });
  return pictures.map(({ place: { line, column }, ...picture }) => ({ ...picture, place: { line, column } }));
}

function tellsNothing(alt: string, picture: string): boolean {
  const said = slugify(alt.replace(/\.\w{3,4}$/u, ''));
  const name = slugify(picture.replace(/^.*\//u, '').replace(/\.\w+$/u, ''));
  return said === name || SAYS_NOTHING.has(said) || /\.(?:jpe?g|png|webp|avif|svg|gif)$/iu.test(alt.trim());
}
