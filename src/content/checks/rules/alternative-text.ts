import { visit } from '#content/files/mdx-tree.ts';
import type { Place } from '#model/problems.ts';
import { slugify } from '#lib/slugs.ts';
import { fieldText } from '#content/checks/project/fields.ts';
import { readFrenchDictionary } from '#content/checks/project/french-dictionary.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import type { Rule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';

const MEANINGLESS = new Set([
  'image',
  'photo',
  'photographie',
  'illustration',
  'dessin',
  'couverture',
  'figure',
]);

/** A text must describe the picture (RGAA 1.3); the model already rejects an empty one. */
export const rule: Rule = {
  name: 'texte alternatif',
  description:
    'Le texte alternatif d’une image décrit ce qu’elle montre, sans reprendre le nom de son fichier.',
  example: '![schema-final.svg](./schema-final.svg)',
  severity: 'erreur',
  async check({ documents }) {
    const pictures = documents.flatMap((document) =>
      picturesOf(document).map((picture) => ({ ...picture, file: document.source.file })),
    );
    const judged = await Promise.all(
      pictures.map(async (described) => ((await isMeaningless(described)) ? [described] : [])),
    );
    return judged.flat().map(({ file, alt, place }) => ({
      file,
      ...place,
      message: fr`« ${alt} » ne décrit pas ce que l’image montre`,
      remedy: fr`Décrivez-la en une phrase, pour les personnes qui ne la voient pas`,
    }));
  },
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

async function isMeaningless({ alt, picture }: Described): Promise<boolean> {
  const said = slugify(alt.replace(/\.\w{3,4}$/u, ''));
  const name = slugify(picture.replace(/^.*\//u, '').replace(/\.\w+$/u, ''));
  if (MEANINGLESS.has(said) || /\.(?:jpe?g|png|webp|avif|svg|gif)$/iu.test(alt.trim())) return true;
  return said === name && !(await isProperName(alt.trim()));
}

/** Particles in names: « Jean de La Fontaine », « Ludwig van Beethoven ». */
const PARTICLE = /^(?:de|du|des|la|le|les|et|van|von|der|den|da|di|dos|ibn|ben|bin|al|the|of)$/iu;

/**
 * Names are accepted: a portrait may be described by the person's name, and a logo by its own, even as in the file
 * name.
 */
async function isProperName(alt: string): Promise<boolean> {
  if (/[_/]/u.test(alt)) return false;
  const words = alt.split(/\s+/u);
  const names = words.filter((word) => !PARTICLE.test(word));
  if (names.length === 0 || !names.every((word) => /^(?:[dlDL][’'])?[\p{Lu}\d]/u.test(word))) return false;
  if (names.length > 1) return true;
  // « Schéma » is in the dictionary; « Wikipédia » is not, so it is a name.
  const { isKnown } = await readFrenchDictionary(new Set());
  return !isKnown(alt.toLowerCase());
}
