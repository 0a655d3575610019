import { createHash } from 'node:crypto';
import { Parser } from 'htmlparser2';
import { type PageNeeds, pagePolicy } from '#lib/content-policy.ts';

/** A script or a style written in the page, by its place in the text. */
interface Block {
  kind: 'script' | 'style';
  /** Of a script: what the `type` attribute says. */
  type: string;
  /** Whether it has no other attribute, and may be joined to others. */
  plain: boolean;
  start: number;
  end: number;
  content: string;
}

interface Edit {
  start: number;
  end: number;
  text: string;
}

interface Reading {
  blocks: Block[];
  /** Where the tag is that the policy follows: before all that it judges. */
  place: number;
  hasPolicy: boolean;
  needs: Omit<PageNeeds, 'scripts' | 'styles'>;
  /** Places of Astro's names for scoped styles in tags. */
  tags: [start: number, end: number][];
}

/** Scripts that browsers run or obey; the others are data. */
const RUN = new Set(['', 'module', 'speculationrules']);
/** Cannot be moved into a function. */
const UNMOVABLE = /\b(?:await|export)\b|\bimport\b(?!\s*\()/u;
/** What Astro adds to each element and rule of a component, to keep its style to itself. */
const SCOPE = /data-astro-cid-([a-z0-9]{8})/gu;

/**
 * Makes a built page strict: one style and one module in it at most, as each hash weighs as much as a sentence,
 * short names for scoped styles, and the policy that lets through these and nothing else. A page that has a policy
 * keeps it as it is.
 */
export function makeStrict(html: string): string {
  const found = read(html);
  if (found.hasPolicy || found.place < 0) return html;
  const { edits, hashes } = joinBlocks(html, found);
  const policy = pagePolicy({ ...found.needs, ...hashes });
  const first = edits.get(found.place);
  if (first) first.text += `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  return apply(html, [...edits.values()]);
}

function read(html: string): Reading {
  const blocks: Block[] = [];
  const players = new Set<string>();
  const intakes = new Set<string>();
  const tags: [number, number][] = [];
  let open: Block | null = null;
  const found: Reading = {
    blocks,
    place: -1,
    hasPolicy: false,
    needs: { scriptFiles: false, styleFiles: false, searches: false, players: [], intakes: [] },
    tags,
  };
  const noteOrigin = (set: Set<string>, address = '') => {
    if (URL.canParse(address)) set.add(new URL(address).origin);
  };
  const parser: Parser = new Parser({
    onopentag(name, { src, type = '', charset, rel, action, ...rest }) {
      tags.push([parser.startIndex, parser.endIndex + 1]);
      if (charset !== undefined && found.place < 0) found.place = parser.startIndex;
      if (rest['http-equiv']?.toLowerCase() === 'content-security-policy') found.hasPolicy = true;
      if (rel === 'stylesheet') found.needs.styleFiles = true;
      if (name === 'search-results') found.needs.searches = true;
      if (name === 'form' && rest['method'] === 'post') noteOrigin(intakes, action);
      noteOrigin(players, rest['data-player']);
      if (name === 'script' && src !== undefined) found.needs.scriptFiles = true;
      if (name === 'style' || (name === 'script' && src === undefined && RUN.has(type)))
        open = {
          kind: name,
          type,
          plain: Object.keys(rest).length === 0,
          start: parser.startIndex,
          end: 0,
          content: '',
        };
    },
    ontext(text) {
      if (open) open.content += text;
    },
    onclosetag() {
      if (!open) return;
      blocks.push({ ...open, end: parser.endIndex + 1 });
      open = null;
    },
  });
  parser.end(html);
  return { ...found, needs: { ...found.needs, players: [...players], intakes: [...intakes] } };
}

/** Makes one of the styles of a page and one of its modules, and gives the hashes of what is left. */
function joinBlocks(html: string, { blocks, tags }: Reading) {
  const shorten = shortNames();
  const plain = blocks.filter((block) => block.plain);
  const styles = plain.filter(({ kind }) => kind === 'style');
  const modules = plain.filter(({ type, content }) => type === 'module' && !UNMOVABLE.test(content));
  const joined = new Map<Block, string>();
  for (const block of [...styles.slice(1), ...modules.slice(1)]) joined.set(block, '');
  const [style] = styles;
  const [module] = modules;
  if (style) joined.set(style, shorten(styles.map(({ content }) => content.trim()).join('')));
  if (module && modules.length > 1)
    joined.set(module, modules.map(({ content }) => `(()=>{${content.trim()}})();`).join(''));

  const hashes: Record<'scripts' | 'styles', Set<string>> = { scripts: new Set(), styles: new Set() };
  const edits = new Map<number, Edit>(
    tags.map(([start, end]) => [start, { start, end, text: shorten(html.slice(start, end)) }]),
  );
  for (const block of blocks) {
    const { kind, start, end } = block;
    const content = joined.get(block) ?? block.content;
    if (content !== '') hashes[`${kind}s`].add(createHash('sha256').update(content).digest('base64'));
    const tag = edits.get(start)?.text ?? '';
    edits.set(start, { start, end, text: content === '' ? '' : `${tag}${content}</${kind}>` });
  }
  return { edits, hashes: { scripts: [...hashes.scripts], styles: [...hashes.styles] } };
}

function apply(html: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { start, end, text } of edits.toSorted((first, second) => first.start - second.start)) {
    parts.push(html.slice(done, start), text);
    done = end;
  }
  return [...parts, html.slice(done)].join('');
}

/** Names for scopes by the order in which a page names them: eight random signs do not compress. */
function shortNames(): (text: string) => string {
  const names = new Map<string, string>();
  return (text) =>
    text.replace(SCOPE, (_, scope: string) => {
      const name = names.get(scope) ?? `data-s${names.size.toString(36)}`;
      names.set(scope, name);
      return name;
    });
}
