import { createHash } from 'node:crypto';
import { type PageNeeds, pagePolicy } from './content-policy.ts';
import { attributesOf, type OpeningTag, readTags } from './html-tags.ts';
import { remember } from '#lib/memoize.ts';
import { slimStyle, styleMarks } from './slim-style.ts';

/** A script or a style written in the page. */
interface Block {
  kind: 'script' | 'style';
  /** Whether it may be joined to others of its kind. */
  joins: boolean;
  content: string;
}

interface Reading {
  /** In order: what may change. */
  blocks: readonly { tag: OpeningTag; block: Block }[];
  /** The tag that the policy follows: before all that it judges. */
  charset: OpeningTag;
  needs: Omit<PageNeeds, 'scripts' | 'styles'>;
}

/** Whatever the policy lets through or stands beside; `click-video` names the player that it opens. */
const READ = new Set([
  'click-video',
  'form',
  'link',
  'meta',
  'script',
  'search-results',
  'style',
  'template',
]);
/** Scripts that browsers run or obey; the others are data. */
const RUN = new Set(['', 'module', 'speculationrules']);
/** Cannot be moved into a function. */
const UNMOVABLE = /\b(?:await|export)\b|\bimport\b(?!\s*\()/u;
/** Stands between texts that are remembered together: in none of them. */
const BETWEEN = '\0';

/**
 * Makes a built page light and strict: the style of components that it holds, and of no other; one style and one
 * module in it at most, as each hash weighs as much as a sentence; and the policy that lets through these and nothing
 * else. A page that has a policy keeps it as it is.
 */
export function makeStrict(page: string): string {
  const { tags, marks } = readTags(page, READ);
  const reading = readPage(tags);
  if (!reading) return page;
  const { blocks, charset, needs } = reading;
  const draws = tags.some(({ name }) => name === 'template');
  const contents = joinBlocks(
    blocks.map(({ block }) => block),
    [draws ? 'template' : '', ...styleMarks(marks)].join(' '),
  );
  const policy = pagePolicy({ ...needs, ...hashesOf(blocks, contents) });
  const meta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const edits = [{ start: charset.end, end: charset.end, text: meta }];
  blocks.forEach(({ tag: { tag, start, end }, block }, index) => {
    const content = contents[index];
    edits.push({ start, end, text: content ? `${tag}${content}</${block.kind}>` : '' });
  });
  return edited(page, edits);
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

function edited(html: string, edits: Edit[]): string {
  let done = 0;
  const parts: string[] = [];
  for (const { start, end, text } of edits.sort((one, other) => one.start - other.start)) {
    parts.push(html.slice(done, start), text);
    done = end;
  }
  return [...parts, html.slice(done)].join('');
}

/** `null` for what has a policy, or no place for one. */
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
    if (tag.name === 'script' && attributes.has('src')) needs.scriptFiles = true;
    const block = blockOf(tag, attributes);
    if (block) blocks.push({ tag, block });
  }
  return charset && { blocks, charset, needs: { ...needs, players: [...players], intakes: [...intakes] } };
}

/** `null` for what is neither a style nor a script, for a script that is a file, or data. */
function blockOf({ name, text }: OpeningTag, attributes: ReadonlyMap<string, string>): Block | null {
  const content = text ?? '';
  const only = (allowed: string) => [...attributes.keys()].every((attribute) => attribute === allowed);
  if (name === 'style') return { kind: 'style', joins: attributes.size === 0, content };
  const type = attributes.get('type') ?? '';
  if (name !== 'script' || attributes.has('src') || !RUN.has(type)) return null;
  return { kind: 'script', joins: type === 'module' && only('type') && !UNMOVABLE.test(content), content };
}

/** What each block is to hold: joined to the first of its kind, or nothing. */
function joinBlocks(blocks: readonly Block[], marks: string): string[] {
  const contents = blocks.map(({ content }) => content);
  const join = (kind: Block['kind'], joined: (texts: readonly string[]) => string) => {
    const places = blocks.flatMap((block, index) => (block.kind === kind && block.joins ? index : []));
    const texts = places.map((place) => contents[place] ?? '');
    places.forEach((place, rank) => (contents[place] = rank === 0 ? joined(texts) : ''));
  };
  join('script', (modules) => joinModules(modules.join(BETWEEN)));
  join('style', (styles) => joinStyles([marks, ...styles].join(BETWEEN)));
  return contents;
}

/** Most pages hold the same scripts, and one of a few styles. */
const joinModules = remember((texts) => {
  const modules = texts.split(BETWEEN);
  const [only = ''] = modules;
  return modules.length === 1 ? only : modules.map((text) => `(()=>{${text.trim()}})();`).join('');
});
const joinStyles = remember((marksAndTexts) => {
  const [held = '', ...styles] = marksAndTexts.split(BETWEEN);
  const marks = new Set(held.split(' '));
  return styles.map((style) => slimStyle(style.trim(), marks, marks.has('template'))).join('');
});
const hashOf = remember((text) => createHash('sha256').update(text).digest('base64'));

function hashesOf(blocks: Reading['blocks'], contents: readonly string[]) {
  const hashes: Record<'scripts' | 'styles', Set<string>> = { scripts: new Set(), styles: new Set() };
  blocks.forEach(({ block }, index) => {
    const content = contents[index];
    if (content) hashes[`${block.kind}s`].add(hashOf(content));
  });
  return { scripts: [...hashes.scripts], styles: [...hashes.styles] };
}
