import { strings } from '#strings/site.ts';
import type { Screen } from './capture.ts';
import type { Comparison } from './comparison.ts';
import { type Html, markup } from './markup.ts';
import { htmlDifferences } from './html-differences.ts';
import type { Embedded, PicturePair } from './picture-pair.ts';
import type { PageView } from './pictures.ts';
import type { PageChange } from './site-pages.ts';
import { PARTS } from './weight-moves.ts';

const say = strings.report;
const SCREENS: readonly Screen[] = ['desktop', 'phone'];

/** Each page that has something of its own or is pictured; then the others, folded. */
export function htmlPages({ own, views }: Comparison): Html {
  const viewOf = new Map(views.map((view) => [view.address, view]));
  const told = own.filter(
    ({ address, differences, state }) => state !== 'changed' || differences.length > 0 || viewOf.has(address),
  );
  const rest = own.filter((page) => !told.includes(page));
  const rank = { added: 0, removed: 1, changed: 2 };
  const ordered = [...told].sort((a, b) => rank[a.state] - rank[b.state]);
  return markup`${ordered.map((page) => htmlPage(page, viewOf.get(page.address)))}${
    rest.length > 0
      ? markup`<details>
          <summary>${say.onlyCommon(rest.length)}</summary>
          ${htmlAddresses(rest.map(({ address }) => address))}
        </details>`
      : null
  }`;
}

/** Pages as they will be, when there is nothing to compare them with. */
export function htmlViews(views: readonly PageView[]): Html {
  return markup`${views.map(
    (view) =>
      markup`<article class="page">
        <h3>${view.address}</h3>
        ${htmlView(view, view.address)}
      </article>`,
  )}`;
}

export function htmlAddresses(addresses: readonly string[]): Html {
  return markup`<ul class="addresses">
    ${addresses.map((address) => markup`<li>${address}</li>`)}
  </ul>`;
}

function htmlPage(page: PageChange, view: PageView | undefined): Html {
  const { title, address, template, state, appearance, differences } = page;
  const word = appearance ? say.appearance : say.states[state];
  const isLone = state === 'changed' && differences.length === 0;
  return markup`<article class="page">
    <p class="kicker">${template} <span class="state ${state}">${word}</span></p>
    <h3>${title || address}</h3>
    <p class="address">${address}</p>
    ${isLone ? markup`<p>${say.onlyShared}</p>` : htmlDifferences(differences)} ${htmlWeight(page)}
    ${view ? htmlView(view, title || address) : null}
  </article>`;
}

function htmlWeight({ weight: { before, after } }: PageChange): Html | null {
  if (!before || !after) return null;
  const moved = PARTS.filter((part) => before[part] !== after[part]);
  if (moved.length === 0) return null;
  const write = (part: (typeof PARTS)[number], value: number) =>
    part === 'requests' ? say.weights.count(value) : say.weights.bytes(value);
  return markup`<p class="weight">
    ${moved
      .map(
        (part) =>
          `${say.weights.parts[part]} ${say.weights.move(before[part], after[part], (value) => write(part, value))}`,
      )
      .join(', ')}
  </p>`;
}

function htmlView({ pictures }: PageView, title: string): Html {
  if (SCREENS.every((screen) => pictures[screen] === null))
    return markup`<p class="quiet">${say.sameLook}</p>`;
  return markup`${SCREENS.map((screen) => htmlPair(pictures[screen], screen, title))}`;
}

function htmlPair(pair: PicturePair | null, screen: Screen, title: string): Html {
  if (!pair) return markup`<p class="quiet">${say.sameLookOn(say.screens[screen])}</p>`;
  const side = (picture: Embedded | null, name: string) =>
    picture
      ? markup`<figure>
          <figcaption>${name}</figcaption>
          <img
            src="data:image/webp;base64,${picture.data.toString('base64')}"
            width="${picture.width}"
            height="${picture.height}"
            alt="${`${name}, ${say.screens[screen].toLowerCase()} : ${title}`}">
        </figure>`
      : null;
  return markup`<div class="pair ${screen}">
    <p class="screen">${say.screens[screen]}, ${say.marks(pair.marks)}</p>
    ${side(pair.before, say.before)}${side(pair.after, say.after)}${pair.cut ? markup`<p class="quiet">${say.cut}</p>` : null}
  </div>`;
}
