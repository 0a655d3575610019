import { html } from 'hono/html';
import { strings } from '#strings/site.ts';
import type { Screen } from './capture.ts';
import type { PageChange } from './compare-pages.ts';
import type { Comparison } from './comparison.ts';
import { differenceList, type Html } from './html-differences.ts';
import type { PicturePair, WebPicture } from './picture-pair.ts';
import type { PageView } from './pictures.ts';
import { PARTS } from './weight-moves.ts';

const text = strings.report;
const SCREENS: readonly Screen[] = ['desktop', 'phone'];
const RANK = { added: 0, removed: 1, changed: 2 };

/** Pages with differences of their own or a picture; then, folded, those with shared changes only. */
export function pageList({ own, views }: Comparison): Html[] {
  const viewOf = new Map(views.map((view) => [view.address, view]));
  const hasOwn = ({ address, differences, state }: PageChange) =>
    state !== 'changed' || differences.length > 0 || viewOf.has(address);
  const shown = own.filter(hasOwn).sort((a, b) => RANK[a.state] - RANK[b.state]);
  const rest = own.filter((page) => !hasOwn(page)).map(({ address }) => address);
  const pages = shown.map((page) => pageChange(page, viewOf.get(page.address)));
  if (rest.length === 0) return pages;
  return [
    ...pages,
    html`<details>
      <summary>${text.onlyCommon(rest.length)}</summary>
      ${addressList(rest)}
    </details>`,
  ];
}

/** Pages of the proposed version, when there is nothing to compare them with. */
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
  const moves = PARTS.flatMap((part) => {
    if (!before || !after || before[part] === after[part]) return [];
    const write = part === 'requests' ? text.weights.count : text.weights.bytes;
    return `${text.weights.parts[part]} ${text.weights.move(before[part], after[part], write)}`;
  });
  return moves.length > 0 ? html`<p class="weight">${moves.join(', ')}</p>` : null;
}

function pictures(view: PageView, title: string): Html | Html[] {
  if (SCREENS.every((screen) => view.pictures[screen] === null))
    return html`<p class="quiet">${text.sameLook}</p>`;
  return SCREENS.map((screen) => picturePair(view.pictures[screen], screen, title));
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
