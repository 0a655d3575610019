import { attributeOf, nodesOf, placeOf, textOf, type TreeNode } from '#content/files/mdx-tree.ts';
import { pictureComponents } from '#model/editorial-components.ts';
import type { Place } from '#model/problems.ts';
import { slugify } from '#lib/slugs.ts';
import { fieldText } from '#content/checks/project/fields.ts';
import { readFrenchDictionary } from '#content/checks/project/french-dictionary.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

const MEANINGLESS = new Set('image photo photographie illustration dessin couverture figure'.split(' '));

/** An alternative text must describe its picture (RGAA 1.3); the content check already rejects an empty one. */
export const alternativeText = defineRule({
  name: 'texte alternatif',
  description:
    'Le texte alternatif d’une image décrit ce qu’elle montre, sans reprendre le nom de son fichier.',
  example: '![schema-final.svg](./schema-final.svg)',
  severity: 'erreur',
  async checkDocument(document, report) {
    for (const described of picturesOf(document))
      if (await isMeaningless(described))
        report(
          described.place,
          fr`« ${described.alt} » ne décrit pas ce que l’image montre`,
          fr`Décrivez-la en une phrase, pour les personnes qui ne la voient pas`,
        );
  },
});

/** A caption must differ from the alternative text, or a screen reader reads the same sentence twice (RGAA 1.3). */
export const caption = defineRule({
  name: 'légende',
  description: 'La légende ne répète pas le texte alternatif : l’une commente l’image, l’autre la décrit.',
  example: 'alt: Un parc éolien ; caption: Un parc éolien',
  severity: 'avertissement',
  checkDocument(document, report) {
    const compare = (place: Place | TreeNode, text: string, alts: readonly (string | null | undefined)[]) => {
      if (alts.some((alt) => alt && slugify(alt) === slugify(text)))
        report(
          place,
          fr`La légende répète le texte alternatif`,
          fr`Indiquez dans la légende ce que l’image apporte au texte : un lieu, une date, un nom`,
        );
    };
    const own = fieldText(document, ['cover', 'caption']);
    if (own) compare(own.place, own.text, [fieldText(document, ['cover', 'alt'])?.text]);
    for (const node of nodesOf(document.tree)) {
      const legend = attributeOf(node, 'legende');
      if (legend !== null)
        compare(
          node,
          legend,
          [...nodesOf(node)].map(({ alt }) => alt),
        );
      if (pictureComponents.includes(node.name ?? ''))
        for (const paragraph of node.children ?? [])
          compare(
            paragraph,
            textOf(paragraph),
            (paragraph.children ?? []).map(({ alt }) => alt),
          );
    }
  },
});

interface Described {
  alt: string;
  picture: string;
  place: Place;
}

function picturesOf(document: ContentDocument): Described[] {
  const alt = fieldText(document, ['cover', 'alt']);
  const picture = fieldText(document, ['cover', 'src'])?.text ?? '';
  return [
    ...(alt ? [{ alt: alt.text, picture, place: alt.place }] : []),
    ...[...nodesOf(document.tree)].flatMap((node) =>
      node.type === 'image' && node.alt
        ? [{ alt: node.alt, picture: node.url ?? '', place: placeOf(node) }]
        : [],
    ),
  ];
}

async function isMeaningless({ alt, picture }: Described): Promise<boolean> {
  const words = slugify(alt.replace(/\.\w{3,4}$/u, ''));
  const name = slugify(picture.replace(/^.*\//u, '').replace(/\.\w+$/u, ''));
  if (MEANINGLESS.has(words) || /\.(?:jpe?g|png|webp|avif|svg|gif)$/iu.test(alt.trim())) return true;
  return words === name && !(await isProperName(alt.trim()));
}

/** Particles in names: « Jean de La Fontaine », « Ludwig van Beethoven ». */
const PARTICLE = /^(?:de|du|des|la|le|les|et|van|von|der|den|da|di|dos|ibn|ben|bin|al|the|of)$/iu;

/**
 * Whether an alternative text is a proper name, which is accepted even when it equals the file name: the name of a
 * person for a portrait, or of a company for its logo.
 */
async function isProperName(alt: string): Promise<boolean> {
  if (/[_/]/u.test(alt)) return false;
  const words = alt.split(/\s+/u);
  const names = words.filter((word) => !PARTICLE.test(word));
  if (names.length === 0 || !names.every((word) => /^(?:[dlDL][’'])?[\p{Lu}\d]/u.test(word))) return false;
  if (names.length > 1) return true;
  // A single word is a name when no dictionary has it: « Wikipédia », unlike « Schéma ».
  const { isKnown } = await readFrenchDictionary(new Set());
  return !isKnown(alt.toLowerCase());
}
