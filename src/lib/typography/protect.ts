import { NARROW_NO_BREAK, NO_BREAK, PROTECTED } from './rule.ts';

const ADDRESS = String.raw`(?:(?:https?|ftp|mailto|tel|data):|www\.)[^\s<>«»"“”]*[^\s<>«»"“”.,;:!?…)\]'’]`;
const E_MAIL = String.raw`(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+`;
const ENTITY =
  '&(?:#\\d+|#x[\\da-fA-F]+|amp|lt|gt|quot|apos|(?:nb|thin|en|em)sp|[lr][ads]quo|[mn]dash|hellip|euro|deg|shy|times|' +
  'middot|[A-Za-z](?:acute|grave|circ|uml|cedil|tilde)|(?:AE|OE|ae|oe|sz)lig);';

/** Code, addresses, MDX expressions, tags and entities, which no rule may change. */
const UNTOUCHED = new RegExp(
  ['`+[^`]*`+', ADDRESS, E_MAIL, '\\{(?:[^{}]|\\{[^{}]*\\})*\\}', '<\\/?[a-zA-Z][^<>]*>', ENTITY].join('|'),
  'gu',
);
const MAY_BE_UNTOUCHED = /[`@{<&:]|www\./u;
const MARKERS = /[\uFDD0\uFDD1]/gu;

const SPACE_ENTITIES: readonly (readonly [RegExp, string])[] = [
  [/&(?:nbsp|#160|#x[aA]0);/gu, NO_BREAK],
  [/&(?:#8239|#x202[fF]);/gu, NARROW_NO_BREAK],
];

/** Decodes the entities of no-break spaces. */
export function decodeSpaces(source: string): string {
  if (!source.includes('&')) return source;
  return SPACE_ENTITIES.reduce((text, [entity, space]) => text.replace(entity, space), source);
}

/** Replaces protected parts of a text by markers, and restores them later. */
export class Protection {
  readonly #hidden: string[] = [];

  hide(text: string): string {
    const plain = text.replace(MARKERS, '');
    if (!MAY_BE_UNTOUCHED.test(plain)) return plain;
    return plain.replace(UNTOUCHED, (stretch) => {
      this.#hidden.push(stretch);
      return PROTECTED;
    });
  }

  /** @param texts the results of `hide`, in the same order */
  restore(texts: readonly string[]): string[] {
    if (this.#hidden.length === 0) return [...texts];
    let next = 0;
    return texts.map((text) => text.replaceAll(PROTECTED, () => this.#hidden[next++] ?? ''));
  }
}
