import { strings } from '#strings.ts';
import { html, type Html } from './html.ts';
import type { Difference, Kind } from './page-differences.ts';
import { type Words, wordChanges } from './word-changes.ts';

const say = strings.report;
/** What developers read, and editors need not: folded. */
const FOLDED: ReadonlySet<Kind> = new Set([
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
  return html`${kinds.map((kind) => {
    const ofKind = differences.filter((difference) => difference.kind === kind);
    const shown = ofKind.slice(0, MOST_LINES);
    const rest = ofKind.length - shown.length;
    const list = html`<ul class="differences">
      ${shown.map((difference) => html`<li>${htmlDifference(difference)}</li>`)}${rest > 0 ? html`<li>${say.more(rest)}</li>` : null}
    </ul>`;
    return FOLDED.has(kind)
      ? html`<details>
          <summary>${say.kinds[kind]} <span class="count">${ofKind.length}</span></summary>
          ${list}
        </details>`
      : html`<h4>${say.kinds[kind]}</h4>
          ${list}`;
  })}`;
}

function htmlDifference({ kind, label, before, after }: Difference): Html {
  if (kind === 'pictures') {
    const name = label.replace(/^.*\//u, '');
    if (before === null) return html`${say.picture.added(name)}`;
    return html`${after === null ? say.picture.removed(name) : say.picture.changed(name)}`;
  }
  if (kind === 'style' || kind === 'markup' || kind === 'scripts') return htmlCode(label, before, after);
  const field =
    label === ''
      ? null
      : html`<span class="field"
          >${label in say.labels ? say.labels[label as keyof typeof say.labels] : label}</span
        > `;
  const separate = (text: string | null) => (text ?? '').replaceAll('\n', ' · ');
  return html`${field}${wordChanges(separate(before), separate(after)).map(htmlWords)}`;
}

function htmlWords({ text, change }: Words): Html {
  if (change === 'kept') return html`${text}`;
  return change === 'added' ? html`<ins>${text}</ins>` : html`<del>${text}</del>`;
}

function htmlCode(label: string, before: string | null, after: string | null): Html {
  const name = label in say.labels ? say.labels[label as keyof typeof say.labels] : label;
  const bounded = (text: string) => (text.length > LONGEST_CODE ? `${text.slice(0, LONGEST_CODE)}…` : text);
  return html`${name}${before === null ? null : html`<del class="code">${bounded(before)}</del>`}${after === null ? null : html`<ins class="code">${bounded(after)}</ins>`}`;
}
