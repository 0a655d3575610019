import { html, raw } from 'hono/html';
import type { Palette } from '#lib/palette.ts';
import { strings } from '#strings/site.ts';
import { type FileChange, SEARCH_INDEX } from './compare-files.ts';
import type { Comparison } from './comparison.ts';
import {
  addressList,
  differenceList,
  folded,
  isFolded,
  type Html,
  pageList,
  viewList,
} from './html-pages.ts';
import { reportStyle } from './report-style.ts';
import type { SharedChange } from './shared-changes.ts';
import { kindNames, summarize } from './summary.ts';
import { PARTS } from './weight-moves.ts';

const text = strings.report;
/** Control and formatting characters, which could hide text or reverse its direction. */
const CONTROL_CHARACTERS = /(?![\n\t])[\p{Cc}\p{Cf}]/gu;
/** Maximum number of entries listed for a feed or an index. */
const MAX_RECORDS = 30;

/** Writes the report as one HTML file in the colours of the magazine, without scripts or requests. */
export function htmlReport(comparison: Comparison, palette: Palette): string {
  const { base, head, shared, pages, files, weights, views, left, hasPictures, failure } = comparison;
  const summary = summarize(comparison).map((line) => html`<li>${line}</li>`);
  const document = html`<!DOCTYPE html>
    <html lang="fr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'"
        />
        <title>${text.title}</title>
        <style>
          ${raw(reportStyle(palette))}
        </style>
      </head>
      <body>
        <header>
          <p class="kicker">${text.kicker}</p>
          <h1>${text.title}<span class="dot" aria-hidden="true"></span></h1>
          <p class="lead">${text.compared(head, base)}</p>
        </header>
        <main>
          ${section(
            text.sections.summary,
            html`<ul class="summary">
              ${summary}
            </ul>`,
          )}
          ${
            failure !== null &&
            section(text.baseFailedTitle, folded(base, html`<code class="output">${failure}</code>`))
          }
          ${shared.length > 0 && section(text.sections.shared, sharedChanges(shared))}
          ${pages.length > 0 && section(text.sections.pages, pageList(comparison))}
          ${failure !== null && section(text.sections.pages, viewList(views))}
          ${left > 0 && hasPictures && html`<p class="quiet">${text.left(left)}</p>`}
          ${!hasPictures && (pages.length > 0 || failure !== null) && html`<p class="quiet">${text.blind}</p>`}
          ${weights.length > 0 && section(text.sections.weights, weightTable(weights))}
          ${views.length > 0 && failure === null && section(text.sections.accessibility, accessibility(views))}
          ${files.length > 0 && section(text.sections.files, files.map(fileChange))}
        </main>
      </body>
    </html> `;
  return String(document).replace(CONTROL_CHARACTERS, '');
}

function section(title: string, content: Html | Html[]): Html {
  return html`<section>
    <h2>${title}</h2>
    ${content}
  </section> `;
}

/** The list of shared changes: first those that readers see; then, folded, those that only machines read. */
function sharedChanges(shared: readonly SharedChange[]): Html[] {
  const isInvisible = ({ differences }: SharedChange) => differences.every(({ kind }) => isFolded(kind));
  const invisible = shared.filter(isInvisible);
  const visible = shared.filter((change) => !isInvisible(change));
  if (visible.length === 0 || invisible.length === 0) return shared.map(sharedChange);
  const kinds = kindNames(invisible.flatMap(({ differences }) => differences));
  const summary = text.forMachines(invisible.length, kinds);
  return [...visible.map(sharedChange), folded(summary, invisible.map(sharedChange))];
}

function sharedChange({ pages, differences }: SharedChange): Html {
  return html`<article class="page">
    <h3>${text.summary.shared(pages.length, kindNames(differences))}</h3>
    ${differenceList(differences)} ${folded(text.onPages(pages.length), addressList(pages))}
  </article>`;
}

function weightTable(weights: Comparison['weights']): Html {
  const cell = (part: (typeof PARTS)[number], before: number, after: number) =>
    before === after
      ? html`<td>${text.weights.amount(part, after)}</td>`
      : html`<td><strong>${text.weights.move(part, before, after)}</strong></td>`;
  return html`<div class="wide" role="region" aria-label="${text.sections.weights}" tabindex="0">
    <table>
      <caption>
        ${text.weights.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${text.weights.template}</th>
          <th scope="col">${text.weights.pages}</th>
          ${PARTS.map((part) => html`<th scope="col">${text.weights.parts[part]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weights.map(
          ({ template, pages, before, after }) =>
            html`<tr>
              <th scope="row">${template}</th>
              <td>${text.weights.count(pages)}</td>
              ${PARTS.map((part) => cell(part, before[part], after[part]))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function accessibility(views: Comparison['views']): Html | Html[] {
  const lists = (['come', 'gone'] as const).flatMap((side) => {
    const items = views.flatMap((view) =>
      view.accessibility[side].map(
        ({ rule, help, target }) =>
          html`<li><span lang="en">${help}</span> (${rule}), ${view.address} : <code>${target}</code></li>`,
      ),
    );
    if (items.length === 0) return [];
    return html`<h3>${text.accessibility[side]}</h3>
      <ul>
        ${items}
      </ul>`;
  });
  return lists.length === 0 ? html`<p>${text.accessibility.none}</p>` : lists;
}

function fileChange({ file, state, records }: FileChange): Html {
  const name = file === SEARCH_INDEX ? text.files.searchIndex : file;
  const line = html`${name} <span class="state ${state}">${text.recordStates[state]}</span>`;
  if (records.length === 0) return html`<p class="file">${line}</p>`;
  const shown = records.slice(0, MAX_RECORDS).map((one) => `${text.recordStates[one.state]} : ${one.name}`);
  const rest = records.length - shown.length;
  return folded(
    html`${line} <span class="count">${records.length}</span>`,
    addressList(rest > 0 ? [...shown, text.more(rest)] : shown),
  );
}
