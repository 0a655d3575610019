import { strings } from '#strings/site.ts';
import { type Html, markup } from './markup.ts';
import type { Difference, Kind } from './page-differences.ts';
import { type Words, wordChanges } from './word-changes.ts';

const say = strings.report;
/** What developers read, and editors need not: folded. */
export const FOLDED: ReadonlySet<Kind> = new Set([
  'links',
  'names',
  'style',
  'scripts',
  'markup',
  'metadata',
  'headings',
]);
const MOST_LINES = 40;
const LONGEST_CODE = 1500;

/** The differences of a page or of many, by kind. */
export function htmlDifferences(differences: readonly Difference[]): Html {
  const kinds = [...new Set(differences.map(({ kind }) => kind))];
  return markup`${kinds.map((kind) => {
    const ofKind = differences.filter((difference) => difference.kind === kind);
    const shown = ofKind.slice(0, MOST_LINES);
    const rest = ofKind.length - shown.length;
    const list = markup`<ul class="differences">
      ${shown.map((difference) => markup`<li>${htmlDifference(difference)}</li>`)}${rest > 0 ? markup`<li>${say.more(rest)}</li>` : null}
    </ul>`;
    return FOLDED.has(kind)
      ? markup`<details>
          <summary>${say.kinds[kind]} <span class="count">${ofKind.length}</span></summary>
          ${list}
        </details>`
      : markup`<h4>${say.kinds[kind]}</h4>
          ${list}`;
  })}`;
}

function htmlDifference({ kind, label, before, after }: Difference): Html {
  if (kind === 'pictures') {
    const name = label.replace(/^https?:\/\/[^/]+|\/_astro\//gu, '');
    if (before === null) return markup`${say.picture.added(name)}`;
    return markup`${after === null ? say.picture.removed(name) : say.picture.changed(name)}`;
  }
  if (kind === 'style' || kind === 'markup' || kind === 'scripts') return htmlCode(label, before, after);
  const field =
    label === ''
      ? null
      : markup`<span class="field"
          >${label in say.labels ? say.labels[label as keyof typeof say.labels] : label}</span
        > `;
  const separate = (text: string | null) => (text ?? '').replaceAll('\n', ' · ');
  return markup`${field}${wordChanges(separate(before), separate(after)).map(htmlWords)}`;
}

function htmlWords({ text, change }: Words): Html {
  if (change === 'kept') return markup`${text}`;
  return change === 'added' ? markup`<ins>${text}</ins>` : markup`<del>${text}</del>`;
}

function htmlCode(label: string, before: string | null, after: string | null): Html {
  const name = label in say.labels ? say.labels[label as keyof typeof say.labels] : label;
  const bounded = (text: string) => (text.length > LONGEST_CODE ? `${text.slice(0, LONGEST_CODE)}…` : text);
  return markup`${name}${before === null ? null : markup`<del class="code">${bounded(before)}</del>`}${after === null ? null : markup`<ins class="code">${bounded(after)}</ins>`}`;
}
