import { isRawHtml, rawHtmlProblem } from './raw-html.ts';

/** The message about a character that the MDX parser reads as the start of code. */
interface Explanation {
  message: string;
  remedy: string;
}

/** Messages by the characters after the brace, which show the template language the text was copied from. */
const BRACES: readonly (readonly [RegExp, message: string, remedy: string])[] = [
  [
    /^\{\{[<%]/u,
    'Un raccourci de Hugo « {{< … >}} » est resté dans le texte',
    'Supprimez-le, et écrivez à sa place ce qu’il montrait : image, vidéo ou lien',
  ],
  [
    /^\{%/u,
    'Une balise Liquid « {% … %} » est restée dans le texte',
    'Supprimez-la, et écrivez à sa place ce qu’elle montrait',
  ],
  [
    /^\{\{/u,
    'Une variable « {{ … }} » est restée dans le texte',
    'Écrivez à sa place le mot ou l’adresse qu’elle donnait',
  ],
  [
    /^\{:?\s*(?:[:.#][\p{L}_-]|[\w-]+=["'])/u,
    'Des attributs « {: … } » sont restés dans le texte',
    'Supprimez-les : la mise en page donne leur style aux paragraphes',
  ],
  [/^\{\/\*/u, 'Ce commentaire n’est pas fermé', 'Fermez-le par « */} »'],
];

/** Returns the message about braces that contain anything but a comment. */
export function braceFault(source: string, offset: number): Explanation {
  const here = source.slice(offset, offset + 200);
  const [, message, remedy] = BRACES.find(([pattern]) => pattern.test(here)) ?? [
    null,
    'Des accolades « { } » sont lues comme du code',
    'Supprimez-les, ou écrivez « \\{ » et « \\} »',
  ];
  return { message, remedy };
}

const LONGEST_TAG = 2_000;
const TAG = /^<\/?(?<name>\p{L}[\p{L}\d.]*)(?<rest>[^<>]*)/u;
const CURLY = /(?<attribute>[\p{L}-]+)\s*=\s*[“”„‟«»‘’‹›](?<value>[^<>“”„‟«»]*)/u;
const INNER_QUOTE = /(?<attribute>[\p{L}-]+)\s*=\s*"[^"]*"(?=[^\s/>=])/u;
const WITHOUT_QUOTES = /(?<attribute>[\p{L}-]+)\s*=\s*(?<value>[^\s"'{<>=]+)/u;

/** Returns the message about a tag that cannot be parsed; `null` when no tag begins at this offset. */
export function tagFault(source: string, offset: number): Explanation | null {
  const { name, rest = '' } = TAG.exec(source.slice(offset, offset + LONGEST_TAG))?.groups ?? {};
  if (name === undefined) return null;
  if (isRawHtml(name)) return rawHtmlProblem(name);
  const curly = CURLY.exec(rest)?.groups;
  if (curly)
    return {
      message: `La valeur de « ${curly['attribute']} » n’est pas entre guillemets droits`,
      remedy: `Écrivez ${curly['attribute']}="${curly['value']?.trim() || '…'}", avec les guillemets de la touche 3`,
    };
  const inner = INNER_QUOTE.exec(rest)?.groups;
  if (inner)
    return {
      message: `La valeur de « ${inner['attribute']} » contient des guillemets droits`,
      remedy: 'Écrivez « … » à l’intérieur, et réservez les guillemets droits au début et à la fin',
    };
  if ((rest.match(/"/gu)?.length ?? 0) % 2 === 1)
    return {
      message: `Un guillemet de <${name}> n’est pas fermé`,
      remedy: 'Fermez-le avant « > », sur la même ligne',
    };
  const bare = WITHOUT_QUOTES.exec(rest)?.groups;
  if (bare)
    return {
      message: `La valeur de « ${bare['attribute']} » n’est pas entre guillemets droits`,
      remedy: `Écrivez ${bare['attribute']}="${bare['value']}"`,
    };
  if (/^\p{Lu}/u.test(name))
    return {
      message: `La balise <${name}> est mal écrite`,
      remedy: `Écrivez <${name} nom="valeur">, et fermez-la par « > »`,
    };
  return null;
}

/** Messages by the characters that follow « < ». */
const CHARACTERS: readonly (readonly [RegExp, message: string, remedy: string])[] = [
  [/^<!--/u, 'Ce commentaire n’est pas fermé', 'Fermez-le par « --> »'],
  [
    /^<[!?]/u,
    'Une instruction « <! » ou « <? » est restée dans le texte',
    'Supprimez-la : un article ne contient que du texte',
  ],
  [
    /^<(?:https?:|www\.|mailto:)/iu,
    'Cette adresse entre « < > » n’est pas reconnue',
    'Écrivez [le texte du lien](adresse)',
  ],
  [
    /^<[\w.+-]+@/u,
    'Cette adresse entre « < > » n’est pas reconnue',
    'Écrivez [le texte du lien](mailto:adresse)',
  ],
];

/** Returns the message about a « < » that does not begin a tag. */
export function characterFault(source: string, offset: number): Explanation {
  const here = source.slice(offset, offset + 40);
  const [, message, remedy] = CHARACTERS.find(([pattern]) => pattern.test(here)) ?? [
    null,
    'Le caractère « < » est lu comme du code',
    'Écrivez « \\< »',
  ];
  return { message, remedy };
}
