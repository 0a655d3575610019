import { html } from 'hono/html';
import { strings } from '#strings/site.ts';
import type { Difference, Kind } from './page-differences.ts';
import { wordChanges } from './word-changes.ts';

/** Escaped HTML, as the tag of Hono returns it. */
export type Html = ReturnType<typeof html>;

const text = strings.report;
/** Kinds for developers, folded for editors. */
export const FOLDED: ReadonlySet<Kind> = new Set([
  'links',
  'names',
  'style',
  'scripts',
  'markup',
  'metadata',
  'headings',
]);
const MAX_LINES = 40;
const MAX_CODE_LENGTH = 1500;

/** The differences of one or several pages, by kind. */
export function differenceList(differences: readonly Difference[]): Html[] {
  const kinds = [...new Set(differences.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const ofKind = differences.filter((difference) => difference.kind === kind);
    const rest = ofKind.length - MAX_LINES;
    const list = html`<ul class="differences">
      ${ofKind.slice(0, MAX_LINES).map((difference) => html`<li>${differenceLine(difference)}</li>`)}
      ${rest > 0 && html`<li>${text.more(rest)}</li>`}
    </ul>`;
    return FOLDED.has(kind)
      ? html`<details>
          <summary>${text.kinds[kind]} <span class="count">${ofKind.length}</span></summary>
          ${list}
        </details>`
      : html`<h4>${text.kinds[kind]}</h4>
          ${list}`;
  });
}

function differenceLine({ kind, label, before, after }: Difference): Html | Html[] | string {
  if (kind === 'pictures') {
    const name = label.replace(/^https?:\/\/[^/]+|\/_astro\//gu, '');
    if (before === null) return text.picture.added(name);
    return after === null ? text.picture.removed(name) : text.picture.changed(name);
  }
  const field = label in text.labels ? text.labels[label as keyof typeof text.labels] : label;
  if (kind === 'style' || kind === 'markup' || kind === 'scripts')
    return html`${field}${code('del', before)}${code('ins', after)}`;
  const oneLine = (lines: string | null) => (lines ?? '').replaceAll('\n', ' · ');
  const words = wordChanges(oneLine(before), oneLine(after)).map((part) => {
    if (part.change === 'unchanged') return part.text;
    return part.change === 'added' ? html`<ins>${part.text}</ins>` : html`<del>${part.text}</del>`;
  });
  return html`${field !== '' && html`<span class="field">${field}</span> `}${words}`;
}

function code(tag: 'ins' | 'del', source: string | null): Html | null {
  if (source === null) return null;
  const shown = source.length > MAX_CODE_LENGTH ? `${source.slice(0, MAX_CODE_LENGTH)}…` : source;
  return tag === 'ins' ? html`<ins class="code">${shown}</ins>` : html`<del class="code">${shown}</del>`;
}
