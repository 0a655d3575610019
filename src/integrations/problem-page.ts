import { type Palette, paletteProperties } from '#lib/palette.ts';
import type { ContentProblem } from '#model/problems.ts';
import { escapeHtml } from '#lib/html/escape-html.ts';
import { strings } from '#strings/site.ts';

/** The number of lines shown before and after the faulty line. */
const AROUND = 2;

/** The styles of this page. It cannot use the style sheets of the magazine, because the content has errors. */
const styleOf = (palette: Palette) => `
:root { color-scheme: light dark; ${paletteProperties(palette)} }
body { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; font: 1rem/1.5 system-ui, sans-serif;
  background: var(--paper); color: var(--ink); }
h1 { font-size: 1.6rem; line-height: 1.2; }
article { margin-top: 1.5rem; padding-top: 1rem; border-top: 2px solid currentColor; }
h2 { font-size: 1.1rem; margin: 0.25rem 0; }
p { margin: 0.25rem 0; }
pre { overflow-x: auto; padding: 0.75rem; background: var(--card); }
mark { background: #f2b134; color: #17181c; }
`;

/**
 * Renders the page that lists the problems of the content, each with its file, line, excerpt and remedy. The page
 * reloads when a file is saved.
 *
 * @param readFile returns the text of a file of the project, or `null` when it cannot be read
 * @param palette the colours of the magazine, or neutral colours when those are faulty
 * @param base the base path of the site, with its last slash
 */
export function renderProblemPage(
  problems: readonly ContentProblem[],
  readFile: (file: string) => string | null,
  palette: Palette,
  base: string,
): string {
  const { title, ignore } = strings.problemPage;
  const heading = title(problems.length);
  return [
    `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>${heading}</title>`,
    `<meta name="viewport" content="width=device-width"><style>${styleOf(palette)}</style>`,
    `<script type="module" src="${base}@vite/client"></script></head>`,
    `<body><main><h1>${heading}</h1><p><a href="?malgre-tout">${ignore}</a></p>`,
    ...problems.map((problem) => renderProblem(problem, readFile(problem.file))),
    '</main></body></html>',
  ].join('\n');
}

function renderProblem({ file, line, column, message, remedy }: ContentProblem, text: string | null): string {
  return [
    `<article><p><code>${escapeHtml(`${file}:${line}:${column}`)}</code></p>`,
    `<h2>${escapeHtml(message)}</h2><p>${escapeHtml(remedy)}</p>`,
    text === null ? '' : `<pre>${excerpt(text, line)}</pre>`,
    '</article>',
  ].join('\n');
}

/** An excerpt around the faulty line, with line numbers. */
function excerpt(text: string, line: number): string {
  const lines = text.split(/\r?\n/u);
  const first = Math.max(1, line - AROUND);
  return lines
    .slice(first - 1, line + AROUND)
    .map((words, index) => {
      const shown = `${String(first + index).padStart(4)}  ${escapeHtml(words)}`;
      return first + index === line ? `<mark>${shown}</mark>` : shown;
    })
    .join('\n');
}
