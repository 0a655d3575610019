import { visit } from '#content/files/mdx-tree.ts';
import { slugify } from '#lib/slugs.ts';
import { fieldText } from '#content/checks/project/fields.ts';
import type { Rule, RuleProblem } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

/** A screen reader would read the same sentence twice (RGAA 1.3). */
export const rule: Rule = {
  name: 'légende',
  description: 'La légende ne répète pas le texte alternatif : l’une commente l’image, l’autre la décrit.',
  example: 'alt: Un parc éolien ; caption: Un parc éolien',
  severity: 'avertissement',
  check: ({ documents }) =>
    documents.flatMap((document) => {
      const { file } = document.source;
      const problems: RuleProblem[] = [];
      const report = (place: { line: number; column: number }) =>
        problems.push({
          file,
          line: place.line,
          column: place.column,
          message: fr`La légende répète le texte alternatif`,
          remedy: fr`Indiquez dans la légende ce que l’image apporte au texte : un lieu, une date, un nom`,
        });
      const caption = fieldText(document, ['cover', 'caption']);
      const alt = fieldText(document, ['cover', 'alt']);
      if (caption && alt && isSame(caption.text, alt.text)) report(caption.place);
      if (document.tree)
        visit(document.tree, null, ({ name, attributes = [], children = [], position }) => {
          const legend = attributes.find((attribute) => attribute.name === 'legende')?.value;
          if (name !== 'Figure' || typeof legend !== 'string' || !position) return;
          const pictures = children.flatMap((child) => [child, ...(child.children ?? [])]);
          if (pictures.some((child) => child.alt && isSame(child.alt, legend))) report(position.start);
        });
      return problems;
    }),
};

const isSame = (one: string, other: string) => slugify(one) === slugify(other);
