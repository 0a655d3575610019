import { html } from 'hono/html';
import { strings } from '#strings/site.ts';
import { type Screen, SCREENS } from './capture.ts';
import type { PageChange } from './compare-pages.ts';
import type { Comparison } from './comparison.ts';
import type { Difference, Kind } from './page-differences.ts';
import type { PicturePair, WebPicture } from './picture-pair.ts';
import type { PageView } from './pictures.ts';
import { PARTS } from './weight-moves.ts';
import { wordChanges } from './word-changes.ts';

/** Escaped HTML, as returned by Hono's template tag. */
export type Html = ReturnType<typeof html>;

const text = strings.report;
/** Kinds of differences that are shown open, for editors; the others are folded. */
const OPEN: ReadonlySet<Kind> = new Set(['words', 'pictures', 'foreign']);
const CODE: ReadonlySet<Kind> = new Set(['style', 'scripts', 'markup']);
const MAX_LINES = 40;
const MAX_CODE_LENGTH = 1500;

/**
 * The list of changed pages: first those with their own differences or a screenshot; then, folded, those with shared
 * changes only.
 */
export function pageList({ own, views }: Comparison): Html[] {
  const viewOf = new Map(views.map((view) => [view.address, view]));
  const hasOwn = ({ address, differences, state }: PageChange) =>
    state !== 'changed' || differences.length > 0 || viewOf.has(address);
  const pages = own.filter(hasOwn).map((page) => pageChange(page, viewOf.get(page.address)));
  const rest = own.filter((page) => !hasOwn(page)).map(({ address }) => address);
  return rest.length === 0 ? pages : [...pages, folded(text.onlyCommon(rest.length), addressList(rest))];
}

/** The list of pages of the proposed version, when it cannot be compared. */
export function viewList(views: readonly PageView[]): Html[] {
  return views.map(
    (view) =>
      html`<article class="page">
        <h3>${view.address}</h3>
        ${pictures(view, view.address)}
      </article>`,
  );
}

export function addressList(addresses: readonly string[]): Html {
  return html`<ul class="addresses">
    ${addresses.map((address) => html`<li>${address}</li>`)}
  </ul>`;
}

export function folded(summary: string | Html, content: Html | Html[]): Html {
  return html`<details>
    <summary>${summary}</summary>
    ${content}
  </details>`;
}

export function isFolded(kind: Kind): boolean {
  return !OPEN.has(kind);
}

/** The differences of one or several pages, by kind. */
export function differenceList(differences: readonly Difference[]): Html[] {
  return [...Map.groupBy(differences, ({ kind }) => kind)].map(([kind, ofKind]) => {
    const rest = ofKind.length - MAX_LINES;
    const list = html`<ul class="differences">
      ${ofKind.slice(0, MAX_LINES).map((difference) => html`<li>${differenceLine(difference)}</li>`)}
      ${rest > 0 && html`<li>${text.more(rest)}</li>`}
    </ul>`;
    return isFolded(kind)
      ? folded(html`${text.kinds[kind]} <span class="count">${ofKind.length}</span>`, list)
      : html`<h4>${text.kinds[kind]}</h4>
          ${list}`;
  });
}

function differenceLine({ kind, label, before, after }: Difference): Html | string {
  if (kind === 'pictures') {
    const state = before === null ? 'added' : after === null ? 'removed' : 'changed';
    return text.picture(label.replace(/^https?:\/\/[^/]+|\/_astro\//gu, ''), state);
  }
  const field = label in text.labels ? text.labels[label as keyof typeof text.labels] : label;
  if (CODE.has(kind)) return html`${field}${code('del', before)}${code('ins', after)}`;
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

function pageChange(page: PageChange, view: PageView | undefined): Html {
  const { title, address, template, state, appearance, differences } = page;
  const isLone = state === 'changed' && differences.length === 0;
  return html`<article class="page">
    <p class="kicker">
      ${template} <span class="state ${state}">${appearance ? text.appearance : text.states[state]}</span>
    </p>
    <h3>${title || address}</h3>
    <p class="address">${address}</p>
    ${isLone ? html`<p>${text.onlyShared}</p>` : differenceList(differences)} ${weightLine(page)}
    ${view && pictures(view, title || address)}
  </article>`;
}

function weightLine({ weight: { before, after } }: PageChange): Html | null {
  if (!before || !after) return null;
  const moves = PARTS.filter((part) => before[part] !== after[part]).map(
    (part) => `${text.weights.parts[part]} ${text.weights.move(part, before[part], after[part])}`,
  );
  return moves.length > 0 ? html`<p class="weight">${moves.join(', ')}</p>` : null;
}

function pictures({ pictures: pairs }: PageView, title: string): Html | Html[] {
  const screens = Object.keys(SCREENS) as Screen[];
  if (screens.every((screen) => pairs[screen] === null)) return html`<p class="quiet">${text.sameLook}</p>`;
  return screens.map((screen) => picturePair(pairs[screen], screen, title));
}

function picturePair(pair: PicturePair | null, screen: Screen, title: string): Html {
  const screenName = text.screens[screen];
  if (!pair) return html`<p class="quiet">${text.sameLookOn(screenName)}</p>`;
  const figure = (picture: WebPicture | null, name: string) =>
    picture &&
    html`<figure>
      <figcaption>${name}</figcaption>
      <img
        src="data:image/webp;base64,${picture.data.toString('base64')}"
        width="${picture.width}"
        height="${picture.height}"
        alt="${`${name}, ${screenName.toLowerCase()} : ${title}`}"
      />
    </figure>`;
  return html`<div class="pair ${screen}">
    <p class="screen">${screenName}, ${text.marks(pair.marks)}</p>
    ${figure(pair.before, text.before)}${figure(pair.after, text.after)}
    ${pair.isCropped && html`<p class="quiet">${text.cut}</p>`}
  </div>`;
}
