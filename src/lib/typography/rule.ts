import type { Draft } from './draft.ts';

export const NARROW_NO_BREAK = '\u202F';
export const NO_BREAK = '\u00A0';

/** One space, or the end of a line inside a paragraph, which a page shows as a space. */
export const SPACE = '(?:[ \\u00A0\\u202F]|[ ]?\\n[ ]?)';
/** As `SPACE`, as many as there are. */
export const SPACES = '[ \\n\\u00A0\\u202F]+';
/** Neither before nor after it does a word go on. */
export const WORD_START = '(?<![\\p{L}\\p{N}])';
export const WORD_END = '(?![\\p{L}\\p{N}])';
/** A Roman number; D, M, C and L alone are letters (« Mème »). */
export const ROMAN = '(?:[IVX]|[IVXLCDM]{2,15})';

/** Stands for a protected stretch of text: code, an address, a tag. Noncharacters cannot occur in real text. */
export const PROTECTED = '\uFDD0';
/** Stands for what is not text: code, a picture, a phrase in another language. */
export const OPAQUE = '\uFDD1';

export interface Rule {
  /**
   * Global and linear: it starts at a sign or behind a bounded look-behind, and no two of its open-ended quantifiers
   * can match the same text.
   */
  pattern: RegExp;
  /** The replacement, taken literally when it is a string. */
  becomes: string | ((match: RegExpExecArray) => string);
}

/** What no pattern alone can say. */
export type Pass = (draft: Draft) => void;

/** Rules about one matter, tried in order. Each leaves alone what it has written itself. */
export interface Family {
  /** A text without a match has nothing for these rules. */
  needs: RegExp;
  rules: readonly (Rule | Pass)[];
}

/** Builds a global Unicode pattern out of parts. */
export function pattern(parts: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(String.raw(parts, ...values), 'gu');
}
