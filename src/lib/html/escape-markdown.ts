import { inertLine } from './inert-text.ts';

/** Characters with a meaning in Markdown, HTML, GitHub mentions or links. */
const ACTIVE = /[\\`*_{}[\]<>()#!|~@:&$^=]|(?<=www)\./giu;

/** Escapes a text for Markdown, as character references and on one line. */
export function escapeMarkdown(text: string): string {
  return inertLine(text).replace(ACTIVE, (character) => `&#${character.codePointAt(0)};`);
}
