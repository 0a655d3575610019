import { createHash } from 'node:crypto';
import { type PageNeeds, pagePolicy } from './content-policy.ts';
import { attributesOf, type OpeningTag, readTags } from './html-tags.ts';
import { memoize } from '#lib/memoize.ts';
import { nameScopes, shortenScopes, slimStyle, styleMarks } from './page-style.ts';

/** An inline script or style. */
interface Block {
  kind: 'script' | 'style';
  /** Whether this block can be merged with others of its kind. */
  joins: boolean;
  content: string;
}

interface Reading {
  /** The blocks that may change, in page order. */
  blocks: readonly { tag: OpeningTag; block: Block }[];
  /** The tag after which the policy is inserted: nothing that the policy restricts comes before it. */
  charset: OpeningTag;
  needs: Omit<PageNeeds, 'scripts' | 'styles'>;
}

/**
 * Elements that decide what the policy allows and where it is inserted; `click-video` names the origin of its player.
 */
const READ = new Set([
  'click-video',
  'comment-form',
  'form',
  'link',
  'meta',
  'script',
  'search-results',
  'style',
  'template',
]);
/** Script types that browsers execute or apply; the others are data. */
const EXECUTED = new Set(['', 'module', 'speculationrules']);
/** Module syntax that is invalid inside a function, so the script cannot be merged with others. */
const UNMOVABLE = /\b(?:await|export)\b|\bimport\b(?!\s*\()/u;
/** Marks an element to which the comment service adds content later, with any class. */
const FILLED_LATER = 'data-filled-later';
/** Joins several texts into one key for `memoize`. No text contains this character. */
const BETWEEN = '\0';

/**
 * Finishes a rendered page. Shortens the scope attributes, removes the styles of components that the page does not
 * contain, merges inline styles into one and module scripts into one (each needs a CSP hash of 53 bytes), and adds a
 * content security policy that allows only these. Returns a page unchanged if it already has a policy, or no
 * `<meta charset>` to insert one after.
 */
export function finishPage(page: string): string {
  const read = readTags(page, READ);
  const { tags } = read;
  const reading = readPage(tags);
  if (!reading) return page;
  const { blocks, charset, needs } = reading;
  const pageMarks = styleMarks(read);
  const isFilledLater = read.marks.has(FILLED_LATER) || tags.some(({ name }) => name === 'template');
  const names = nameScopes(pageMarks);
  const contents = joinBlocks(
    blocks.map(({ block }) => block),
    [isFilledLater ? FILLED_LATER : '', ...pageMarks],
  );
  const policy = pagePolicy({ ...needs, ...hashesOf(blocks, contents) });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const edits = [{ start: charset.end, end: charset.end, text: meta }];
  blocks.forEach(({ tag: { tag, start, end }, block }, index) => {
    const content = contents[index];
    edits.push({ start, end, text: content ? `${shortenScopes(tag, names)}${content}</${block.kind}>` : '' });
  });
  return edited(page, edits, (between) => shortenScopes(between, names));
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

/** Applies the edits, and transforms the text between them. */
function edited(html: string, edits: Edit[], change: (between: string) => string): string {
  let done = 0;
  const parts: string[] = [];
  for (const { start, end, text } of edits.sort((one, other) => one.start - other.start)) {
    parts.push(change(html.slice(done, start)), text);
    done = end;
  }
  return [...parts, change(html.slice(done))].join('');
}

/** @returns `null` when the page already has a policy, or no `<meta charset>` */
function readPage(tags: readonly OpeningTag[]): Reading | null {
  const players = new Set<string>();
  const intakes = new Set<string>();
  const needs = { scriptFiles: false, styleFiles: false, searches: false };
  const blocks: { tag: OpeningTag; block: Block }[] = [];
  let charset: OpeningTag | null = null;
  const noteOrigin = (set: Set<string>, address = '') => {
    if (URL.canParse(address)) set.add(new URL(address).origin);
  };
  for (const tag of tags) {
    if (tag.name === 'template') continue;
    const attributes = attributesOf(tag.tag);
    if (tag.name === 'meta') {
      if (attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy') return null;
      if (attributes.has('charset')) charset ??= tag;
    }
    if (tag.name === 'click-video') noteOrigin(players, attributes.get('data-player'));
    if (tag.name === 'search-results') needs.searches = true;
    if (tag.name === 'link' && attributes.get('rel') === 'stylesheet') needs.styleFiles = true;
    if (tag.name === 'form' && attributes.get('method') === 'post')
      noteOrigin(intakes, attributes.get('action'));
    if (attributes.has('src') ? tag.name === 'script' : attributes.has('data-script'))
      needs.scriptFiles = true;
    const block = blockOf(tag, attributes);
    if (block) blocks.push({ tag, block });
  }
  return charset && { blocks, charset, needs: { ...needs, players: [...players], intakes: [...intakes] } };
}

/** @returns `null` for other elements, external scripts and data blocks */
function blockOf({ name, text }: OpeningTag, attributes: ReadonlyMap<string, string>): Block | null {
  const content = text ?? '';
  const only = (allowed: string) => [...attributes.keys()].every((attribute) => attribute === allowed);
  if (name === 'style') return { kind: 'style', joins: attributes.size === 0, content };
  const type = attributes.get('type') ?? '';
  if (name !== 'script' || attributes.has('src') || !EXECUTED.has(type)) return null;
  return { kind: 'script', joins: type === 'module' && only('type') && !UNMOVABLE.test(content), content };
}

/**
 * Returns the new content of each block. The first mergeable block of each kind gets the content of all of them, and
 * the rest of them become empty. Blocks that cannot be merged are unchanged.
 */
function joinBlocks(blocks: readonly Block[], marks: readonly string[]): string[] {
  const contents = blocks.map(({ content }) => content);
  const join = (kind: Block['kind'], joined: (texts: readonly string[]) => string) => {
    const places = blocks.flatMap((block, index) => (block.kind === kind && block.joins ? index : []));
    const texts = places.map((place) => contents[place] ?? '');
    places.forEach((place, rank) => (contents[place] = rank === 0 ? joined(texts) : ''));
  };
  join('script', (modules) => joinModules(modules.join(BETWEEN)));
  join('style', (styles) => joinStyles([marks.join(' '), ...styles].join(BETWEEN)));
  return contents;
}

/** Memoized, because most pages have the same scripts and one of a few styles. */
const joinModules = memoize((texts) => {
  const modules = texts.split(BETWEEN);
  const [only = ''] = modules;
  return modules.length === 1 ? only : modules.map((text) => `(()=>{${text.trim()}})();`).join('');
});
const joinStyles = memoize((marksAndStyles) => {
  const [head = '', ...styles] = marksAndStyles.split(BETWEEN);
  const [filledLater, ...marks] = head.split(' ');
  const names = nameScopes(marks);
  return styles
    .map((style) => shortenScopes(slimStyle(style, marks, filledLater === FILLED_LATER), names))
    .join('');
});
const hashOf = memoize((text) => createHash('sha256').update(text).digest('base64'));

function hashesOf(blocks: Reading['blocks'], contents: readonly string[]) {
  const hashes: Record<'scripts' | 'styles', Set<string>> = { scripts: new Set(), styles: new Set() };
  blocks.forEach(({ block }, index) => {
    const content = contents[index];
    if (content) hashes[`${block.kind}s`].add(hashOf(content));
  });
  return { scripts: [...hashes.scripts], styles: [...hashes.styles] };
}
