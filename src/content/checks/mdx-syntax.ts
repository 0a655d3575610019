import { nearest } from '#lib/nearest.ts';
import { enumerate } from '#lib/french.ts';
import { mdxSource } from '#lib/mdx/mdx-source.ts';
import { braceFault, characterFault, tagFault } from './mdx-faults.ts';
import { movePlaces, parseSource, type TreeNode } from '#content/files/mdx-tree.ts';
import { type Place, placeAt } from '#model/problems.ts';
import { isRawHtml, rawHtmlProblem } from './raw-html.ts';
import { inlineElements, editorialComponents } from '#model/editorial-components.ts';

const COMPONENTS = Object.keys(editorialComponents);
const NAMES = [...COMPONENTS, ...inlineElements];
/** Maximum number of faults reported at once, because each costs one more parse. */
const MAX_FAULTS = 40;
/** The character that replaces one that cannot be parsed, so that parsing can continue. */
const NEUTRAL = '‹';
/**
 * Sequences that are replaced as a whole: the template tags of other systems contain several characters that MDX cannot
 * parse.
 */
const UNREADABLE = /^(?:\{\{[^\n]*?\}\}|\{%[^\n]*?%\}|\{+)/u;
const LONGEST_SEQUENCE = 500;

/** A place where the MDX parser fails. */
export interface SyntaxFault extends Place {
  message: string;
  remedy: string;
}

/** The tree of a text and its syntax faults. */
export interface ReadBody {
  /** `null` when there are too many faults to parse the rest. */
  tree: TreeNode | null;
  faults: SyntaxFault[];
}

/**
 * Parses MDX past its syntax errors: after each one, the character is recorded as a fault and replaced, and the text is
 * parsed again.
 */
export function readBody(written: string): ReadBody {
  const { text, toWritten } = mdxSource(written);
  const faults = new Map<string, SyntaxFault>();
  /** Elements already reported as not closed: their closing tags are not a second fault. */
  const unclosed = new Set<string>();
  let source = text;
  for (let count = 0; count < MAX_FAULTS; count += 1) {
    try {
      const tree = parseSource(source);
      if (text !== written) movePlaces(tree, written, toWritten);
      return { tree, faults: [...faults.values()] };
    } catch (error) {
      const stop = stopOf(error, source);
      if (stop.opens !== null || stop.ends === null || !unclosed.has(stop.ends)) {
        const place = placeAt(written, toWritten(stop.offset));
        const fault = { ...place, ...faultOf(stop, source) };
        const key = `${place.line} ${fault.message}`;
        if (!faults.has(key)) faults.set(key, fault);
      }
      for (const name of stop.opens === null ? [] : [stop.opens, stop.ends])
        if (name !== null) unclosed.add(name);
      const { length } =
        UNREADABLE.exec(source.slice(stop.offset, stop.offset + LONGEST_SEQUENCE))?.[0] ?? '<';
      const neutral =
        source.slice(0, stop.offset) + NEUTRAL.repeat(length) + source.slice(stop.offset + length);
      if (neutral === source) break;
      source = neutral;
    }
  }
  return { tree: null, faults: [...faults.values()] };
}

/** Returns the first syntax fault of a text that failed to compile. */
export function syntaxProblem(written: string, error: unknown): SyntaxFault {
  return (
    readBody(written).faults[0] ?? { line: 1, column: 1, message: String(error), remedy: 'Vérifiez le texte' }
  );
}

/** The « < » or « { » at which the parser stopped. */
interface Stop {
  offset: number;
  /** The name of the element that begins there and is not closed. */
  opens: string | null;
  /**
   * The name in the closing tag that the parser found there: a tag without a matching opening tag, or one that comes
   * before the closing tag of `opens`.
   */
  ends: string | null;
}

/** Finds where the parser stopped. Sätteri's messages are in English, « line:column: message (code) ». */
function stopOf(error: unknown, source: string): Stop {
  const text = error instanceof Error ? error.message : String(error);
  const [, opens = null, line, column] = /closing tag for `<([^>`]*)>` \((\d+):(\d+)\)/u.exec(text) ?? [];
  const [, ends = null] = /closing tag `<\/([^>`]*)>`/u.exec(text) ?? [];
  if (opens !== null) return { offset: offsetOf(source, Number(line), Number(column)), opens, ends };
  const [, atLine = '1', atColumn = '1'] = /^(\d+):(\d+):/u.exec(text) ?? [];
  const at = offsetOf(source, Number(atLine), Number(atColumn));
  if (/expression/u.test(text)) return { offset: braceBefore(source, at), opens: null, ends: null };
  return { offset: source[at] === '<' ? at : Math.max(source.lastIndexOf('<', at), 0), opens: null, ends };
}

/** The offset at which the braces around this place begin. */
function braceBefore(source: string, at: number): number {
  let offset = Math.max(source.lastIndexOf('{', at), 0);
  while (source[offset - 1] === '{') offset -= 1;
  return offset;
}

function offsetOf(source: string, line: number, column: number): number {
  let start = 0;
  for (let number = 1; number < line; number += 1) start = source.indexOf('\n', start) + 1;
  return start + column - 1;
}

function faultOf({ offset, opens, ends }: Stop, source: string): { message: string; remedy: string } {
  if (source[offset] === '{') return braceFault(source, offset);
  const name = opens ?? ends;
  if (name === null) return tagFault(source, offset);
  if (name.toLowerCase() === 'br')
    return { message: `<${opens === null ? '/' : ''}${name}> n’est pas fermé`, remedy: 'Écrivez <br />' };
  if (NAMES.includes(name)) return unclosedFault(name, opens === null);
  if (isRawHtml(name)) return mayBeLess(name, rawHtmlProblem(name));
  if (!/^\p{L}/u.test(name)) return characterFault(source, offset);
  return unknownComponent(name);
}

/** A single letter after « < » may be a tag or a comparison. */
function mayBeLess(name: string, { message, remedy }: { message: string; remedy: string }) {
  if (name.length > 1) return { message, remedy };
  return { message, remedy: `${remedy} ; si c’est le signe « plus petit que », écrivez « \\< »` };
}

/** Returns the message about a known element that is not closed in the right place. */
function unclosedFault(name: string, isEnd: boolean): { message: string; remedy: string } {
  const where = /^\p{Lu}/u.test(name) ? 'seul sur sa ligne' : 'dans le même paragraphe';
  return {
    message: `<${name}> n’est pas fermé, ou sa fermeture n’est pas à sa place`,
    remedy: isEnd
      ? `Ouvrez-le par <${name}> au même endroit du texte, ou supprimez </${name}>`
      : `Fermez-le par </${name}>, ${where}, ou supprimez-le`,
  };
}

/** Returns the message about a component that does not exist. */
export function unknownComponent(name: string): { message: string; remedy: string } {
  const meant = nearest(name, COMPONENTS);
  return {
    message: `Le composant <${name}> n’existe pas${meant ? ` : vouliez-vous dire <${meant}> ?` : ''}`,
    remedy: `Les composants du magazine : ${enumerate(COMPONENTS)}`,
  };
}
