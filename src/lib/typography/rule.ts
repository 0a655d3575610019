import type { Draft } from './draft.ts';

export const NARROW_NO_BREAK = '\u202F';
export const NO_BREAK = '\u00A0';

/** One space, or a line break inside a paragraph, which is displayed as a space. */
export const SPACE = '(?:[ \\u00A0\\u202F]|[ ]?\\n[ ]?)';
/** One or more spaces or line breaks. */
export const SPACES = '[ \\n\\u00A0\\u202F]+';
/** The start of a word. Unlike `\b`, it treats accented letters as letters. */
export const WORD_START = '(?<![\\p{L}\\p{N}])';
/** The end of a word. It also treats accented letters as letters. */
export const WORD_END = '(?![\\p{L}\\p{N}])';
/** A Roman numeral; D, M, C and L alone are letters (« Mème »). */
export const ROMAN = '(?:[IVX]|[IVXLCDM]{2,15})';

/**
 * Stands for a protected part of the text (code, an address, a tag) during typesetting. Real texts never contain this
 * noncharacter.
 */
export const PROTECTED = '\uFDD0';
/** Stands for anything that is not French text: code, a picture, a phrase in another language. */
export const OPAQUE = '\uFDD1';

export interface Rule {
  /**
   * Global, and linear in time: it starts at a character or after a bounded look-behind, and no two of its unbounded
   * quantifiers can match the same text.
   */
  pattern: RegExp;
  /** The replacement, taken literally when it is a string. */
  becomes: string | ((match: RegExpExecArray) => string);
}

/** A rule that a regular expression cannot express. */
export type Pass = (draft: Draft) => void;

/** Rules about one subject, applied in order. Each must be idempotent. */
export interface Family {
  /** A fast first test: the rules are skipped for a text that does not match. */
  needs: RegExp;
  rules: readonly (Rule | Pass)[];
}

/** Template tag for a global Unicode regular expression. */
export function pattern(parts: TemplateStringsArray, ...values: readonly string[]): RegExp {
  return new RegExp(String.raw(parts, ...values), 'gu');
}
