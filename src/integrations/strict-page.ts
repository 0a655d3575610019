import { createHash } from 'node:crypto';
import { type PageNeeds, pagePolicy } from '#lib/content-policy.ts';
import { attributesOf, openingTags } from '#lib/html-tags.ts';
import { remember } from '#lib/remember.ts';

/** A script or a style written in the page, by its place in the text. */
interface Block {
  kind: 'script' | 'style';
  /** Of a script: what the `type` attribute says. */
  type: string;
  /** Whether it has no other attribute, and may be joined to others. */
  plain: boolean;
  content: string;
}

/** A tag to write again, with the block that it opens. */
interface Place {
  tag: string;
  start: number;
  end: number;
  block: Block | null;
}

interface Reading {
  /** In order: all that may change. */
  places: Place[];
  /** The tag that the policy follows: before all that it judges. */
  charset: Place | null;
  hasPolicy: boolean;
  needs: Omit<PageNeeds, 'scripts' | 'styles'>;
}

/** Scripts that browsers run or obey; the others are data. */
const RUN = new Set(['', 'module', 'speculationrules']);
/** Cannot be moved into a function. */
const UNMOVABLE = /\b(?:await|export)\b|\bimport\b(?!\s*\()/u;
/** What Astro adds to each element and rule of a component, to keep its style to itself. */
const SCOPE_MARK = 'data-astro-cid-';
const SCOPE = /data-astro-cid-([a-z0-9]{8})/gu;

/**
 * Makes a built page strict: one style and one module in it at most, as each hash weighs as much as a sentence,
 * short names for scoped styles, and the policy that lets through these and nothing else. A page that has a policy
 * keeps it as it is.
 */
export function makeStrict(html: string): string {
  const { places, charset, hasPolicy, needs } = read(html);
  if (hasPolicy || !charset) return html;
  const blocks = places.flatMap(({ block }) => block ?? []);
  const { contents, names } = joinBlocks(blocks);
  const policy = pagePolicy({ ...needs, ...hashesOf(blocks, contents) });
  const parts: string[] = [];
  let done = 0;
  for (const place of places) {
    const { tag, block, start, end } = place;
    parts.push(html.slice(done, start));
    const content = block && contents.get(block);
    const written = shorten(tag, names);
    if (!block) parts.push(written);
    else if (content) parts.push(`${written}${content}</${block.kind}>`);
    if (place === charset) parts.push(`<meta http-equiv="Content-Security-Policy" content="${policy}">`);
    done = end;
  }
  return [...parts, html.slice(done)].join('');
}

function read(html: string): Reading {
  const places: Place[] = [];
  const players = new Set<string>();
  const intakes = new Set<string>();
  const needs = { scriptFiles: false, styleFiles: false, searches: false };
  let charset: Place | null = null;
  let hasPolicy = false;
  const noteOrigin = (set: Set<string>, address = '') => {
    if (URL.canParse(address)) set.add(new URL(address).origin);
  };
  for (const { name, tag, text, start, end } of openingTags(html)) {
    const place: Place = { tag, start, end, block: null };
    let changes = tag.includes(SCOPE_MARK);
    if (tag.includes('data-player')) noteOrigin(players, attributesOf(tag).get('data-player'));
    if (name === 'search-results') needs.searches = true;
    if (name === 'meta' && !hasPolicy) {
      const attributes = attributesOf(tag);
      hasPolicy = attributes.get('http-equiv')?.toLowerCase() === 'content-security-policy';
      if (!charset && attributes.has('charset')) {
        charset = place;
        changes = true;
      }
    }
    if (name === 'link' && attributesOf(tag).get('rel') === 'stylesheet') needs.styleFiles = true;
    if (name === 'form') {
      const attributes = attributesOf(tag);
      if (attributes.get('method') === 'post') noteOrigin(intakes, attributes.get('action'));
    }
    if (name === 'script' || name === 'style') {
      place.block = blockOf(name, tag, text ?? '');
      if (name === 'script' && attributesOf(tag).has('src')) needs.scriptFiles = true;
    }
    if (place.block) places.push(place);
    else if (changes) places.push(text === null ? place : { ...place, end: start + tag.length });
  }
  return { places, charset, hasPolicy, needs: { ...needs, players: [...players], intakes: [...intakes] } };
}

/** `null` for a script that is a file, or data. */
function blockOf(kind: Block['kind'], tag: string, content: string): Block | null {
  const attributes = attributesOf(tag);
  const type = attributes.get('type') ?? '';
  if (kind === 'script' && (attributes.has('src') || !RUN.has(type))) return null;
  return { kind, type, content, plain: [...attributes.keys()].every((name) => name === 'type') };
}

/** What each block is to hold, joined to the first of its kind, and the short names that styles begin with. */
function joinBlocks(blocks: readonly Block[]) {
  const plain = blocks.filter((block) => block.plain);
  const styles = plain.filter(({ kind }) => kind === 'style');
  const modules = plain.filter(({ type, content }) => type === 'module' && !UNMOVABLE.test(content));
  const contents = new Map(blocks.map((block) => [block, block.content]));
  for (const block of [...styles.slice(1), ...modules.slice(1)]) contents.set(block, '');
  const [style] = styles;
  const [module] = modules;
  const short = shortStyle(styles.map(({ content }) => content.trim()).join(''));
  if (style) contents.set(style, short.style);
  if (module && modules.length > 1)
    contents.set(module, modules.map(({ content }) => `(()=>{${content.trim()}})();`).join(''));
  return { contents, names: new Map(short.names) };
}

function hashesOf(blocks: readonly Block[], contents: ReadonlyMap<Block, string>) {
  const hashes: Record<'scripts' | 'styles', Set<string>> = { scripts: new Set(), styles: new Set() };
  for (const block of blocks) {
    const content = contents.get(block);
    if (content) hashes[`${block.kind}s`].add(hashOf(content));
  }
  return { scripts: [...hashes.scripts], styles: [...hashes.styles] };
}

/** Most pages hold the same scripts, and one of a few styles. */
const hashOf = remember((text: string) => createHash('sha256').update(text).digest('base64'));
const shortStyle = remember((text: string) => {
  const names = new Map<string, string>();
  return { style: shorten(text, names), names };
});

/** Names for scopes by the order in which a page names them: eight random signs do not compress. */
function shorten(text: string, names: Map<string, string>): string {
  if (!text.includes(SCOPE_MARK)) return text;
  return text.replace(SCOPE, (_, scope: string) => {
    const name = names.get(scope) ?? `data-s${names.size.toString(36)}`;
    names.set(scope, name);
    return name;
  });
}
