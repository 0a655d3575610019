import { isRawHtml, rawHtmlProblem } from './raw-html.ts';

/** The message about a character that the MDX parser reads as the start of code. */
interface Explanation {
  message: string;
  remedy: string;
}

/**
 * A pattern, with its message and remedy, in which « $<group> » is replaced by that group of the pattern, and « $<tag> »
 * by the name of the tag.
 */
type Row = readonly [pattern: RegExp, message: string, remedy: string];

/** Messages by the characters after the brace, which show the template language the text was copied from. */
const BRACES: readonly Row[] = [
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

const ATTRIBUTES: readonly Row[] = [
  [
    /(?<attribute>[\p{L}-]+)\s*=\s*[“”„‟«»‘’‹›](?<value>[^<>“”„‟«»]*)/u,
    'La valeur de « $<attribute> » n’est pas entre guillemets droits',
    'Écrivez $<attribute>="$<value>", avec les guillemets de la touche 3',
  ],
  [
    /(?<attribute>[\p{L}-]+)\s*=\s*"[^"]*"(?=[^\s/>=])/u,
    'La valeur de « $<attribute> » contient des guillemets droits',
    'Écrivez « … » à l’intérieur, et réservez les guillemets droits au début et à la fin',
  ],
  // An odd number of quotation marks.
  [
    /^(?:[^"]*"[^"]*")*[^"]*"[^"]*$/u,
    'Un guillemet de <$<tag>> n’est pas fermé',
    'Fermez-le avant « > », sur la même ligne',
  ],
  [
    /(?<attribute>[\p{L}-]+)\s*=\s*(?<value>[^\s"'{<>=]+)/u,
    'La valeur de « $<attribute> » n’est pas entre guillemets droits',
    'Écrivez $<attribute>="$<value>"',
  ],
];

/** Messages by the characters that follow « < ». */
const CHARACTERS: readonly Row[] = [
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

const LONGEST_TAG = 2_000;
const TAG = /^<\/?(?<tag>\p{L}[\p{L}\d.]*)(?<rest>[^<>]*)/u;

/** Returns the texts of the first row whose pattern matches; `null` when none does. */
function explain(rows: readonly Row[], text: string, tag = ''): Explanation | null {
  for (const [pattern, ...texts] of rows) {
    const found = pattern.exec(text);
    if (!found) continue;
    const groups: Readonly<Record<string, string>> = { ...found.groups, tag };
    const [message = '', remedy = ''] = texts.map((text) =>
      text.replace(/\$<(\w+)>/gu, (_, name: string) => groups[name]?.trim() || '…'),
    );
    return { message, remedy };
  }
  return null;
}

/** Returns the message about braces that contain anything but a comment. */
export function braceFault(source: string, offset: number): Explanation {
  return (
    explain(BRACES, source.slice(offset, offset + 200)) ?? {
      message: 'Des accolades « { } » sont lues comme du code',
      remedy: 'Supprimez-les, ou écrivez « \\{ » et « \\} »',
    }
  );
}

/** Returns the message about a « < »: about its tag, when one begins there, or about the character. */
export function tagFault(source: string, offset: number): Explanation {
  const here = source.slice(offset, offset + LONGEST_TAG);
  const { tag, rest = '' } = TAG.exec(here)?.groups ?? {};
  if (tag !== undefined) {
    const fault = isRawHtml(tag) ? rawHtmlProblem(tag) : explain(ATTRIBUTES, rest, tag);
    if (fault) return fault;
    if (/^\p{Lu}/u.test(tag))
      return {
        message: `La balise <${tag}> est mal écrite`,
        remedy: `Écrivez <${tag} nom="valeur">, et fermez-la par « > »`,
      };
  }
  return characterFault(source, offset);
}

/** Returns the message about a « < » that does not begin a tag. */
export function characterFault(source: string, offset: number): Explanation {
  return (
    explain(CHARACTERS, source.slice(offset, offset + 40)) ?? {
      message: 'Le caractère « < » est lu comme du code',
      remedy: 'Écrivez « \\< »',
    }
  );
}
