import { strings } from '#strings/site.ts';
import type { Comparison } from './comparison.ts';
import { Html, markup } from './markup.ts';
import { htmlPages, htmlViews } from './html-pages.ts';
import { htmlShared } from './html-shared.ts';
import { REPORT_STYLE } from './report-style.ts';
import { type FileChange, SEARCH_INDEX } from './site-files.ts';
import { summarize } from './summary.ts';
import { PARTS } from './weight-moves.ts';

const say = strings.report;
/** Of a list of entries or addresses, as many are named. */
const MOST_RECORDS = 30;

/** The report as one file, which needs nothing else and runs nothing. */
export function htmlReport(comparison: Comparison): string {
  const { base, head, shared, pages, files, weights, views, left, looked, failure } = comparison;
  const parts: readonly (Html | null)[] = [
    section(
      say.sections.summary,
      markup`<ul class="summary">
        ${summarize(comparison).map((line) => markup`<li>${line}</li>`)}
      </ul>`,
    ),
    failure === null
      ? null
      : section(
          say.baseFailedTitle,
          markup`<details>
            <summary>${base}</summary>
            <code class="said">${failure}</code>
          </details>`,
        ),
    shared.length > 0 ? section(say.sections.shared, htmlShared(shared)) : null,
    pages.length > 0 ? section(say.sections.pages, htmlPages(comparison)) : null,
    failure === null ? null : section(say.sections.pages, htmlViews(views)),
    left > 0 && looked ? markup`<p class="quiet">${say.left(left)}</p>` : null,
    looked || (pages.length === 0 && failure === null) ? null : markup`<p class="quiet">${say.blind}</p>`,
    weights.length > 0 ? section(say.sections.weights, htmlWeights(comparison)) : null,
    views.length > 0 && failure === null
      ? section(say.sections.accessibility, htmlAccessibility(comparison))
      : null,
    files.length > 0 ? section(say.sections.files, markup`${files.map(htmlFile)}`) : null,
  ];
  const page = markup`<!DOCTYPE html>
    <html lang="fr">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="robots" content="noindex">
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <title>${say.title}</title>
        <style>
          ${new Html(REPORT_STYLE)}
        </style>
      </head>
      <body>
        <header>
          <p class="kicker">${say.kicker}</p>
          <h1>${say.title}<span class="dot" aria-hidden="true"></span></h1>
          <p class="lead">${say.compared(head, base)}</p>
        </header>
        <main>${parts}</main>
      </body>
    </html> `;
  return page.text;
}

function section(title: string, content: Html): Html {
  return markup`<section>
    <h2>${title}</h2>
    ${content}
  </section> `;
}

function htmlWeights({ weights }: Comparison): Html {
  const cell = (part: (typeof PARTS)[number], before: number, after: number) => {
    const write = part === 'requests' ? say.weights.count : say.weights.bytes;
    return before === after
      ? markup`<td>${write(after)}</td>`
      : markup`<td><strong>${say.weights.move(before, after, write)}</strong></td>`;
  };
  return markup`<div class="wide" role="region" aria-label="${say.sections.weights}" tabindex="0">
    <table>
      <caption>
        ${say.weights.caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${say.weights.template}</th>
          <th scope="col">${say.weights.pages}</th>
          ${PARTS.map((part) => markup`<th scope="col">${say.weights.parts[part]}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${weights.map(
          ({ template, pages, before, after }) =>
            markup`<tr>
              <th scope="row">${template}</th>
              <td>${say.weights.count(pages)}</td>
              ${PARTS.map((part) => cell(part, before[part], after[part]))}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function htmlAccessibility({ views }: Comparison): Html {
  const list = (side: 'come' | 'gone') => {
    const found = views.flatMap(({ address, accessibility }) =>
      accessibility[side].map((finding) => ({ address, ...finding })),
    );
    return found.length === 0
      ? null
      : markup`<h3>${say.accessibility[side]}</h3>
          <ul>
            ${found.map(
              ({ address, rule, help, target }) =>
                markup`<li><span lang="en">${help}</span> (${rule}), ${address} : <code>${target}</code></li>`,
            )}
          </ul>`;
  };
  const lists = [list('come'), list('gone')];
  return lists.every((part) => part === null) ? markup`<p>${say.accessibility.none}</p>` : markup`${lists}`;
}

function htmlFile({ file, state, records }: FileChange): Html {
  const name = file === SEARCH_INDEX ? say.files.searchIndex : file;
  const line = markup`${name} <span class="state ${state}">${say.recordStates[state]}</span>`;
  if (records.length === 0) return markup`<p class="file">${line}</p>`;
  const shown = records.slice(0, MOST_RECORDS);
  return markup`<details>
    <summary>${line} <span class="count">${records.length}</span></summary>
    <ul class="addresses">
      ${shown.map(
        (record) => markup`<li>${say.recordStates[record.state]} : ${record.name}</li>`,
      )}${records.length > shown.length ? markup`<li>${say.more(records.length - shown.length)}</li>` : null}
    </ul>
  </details>`;
}
