import { escapeMarkdown } from '#lib/html/escape-markdown.ts';
import { strings } from '#strings/site.ts';
import type { Comparison } from './comparison.ts';
import { summarize } from './summary.ts';

const text = strings.report;
/** Maximum size, in bytes: GitHub accepts 65,536 in a comment. */
const MAX_BYTES = 60_000;
const MAX_UNFOLDED = 20;

/** Writes a short report, for a pull request comment or the summary of a workflow run. */
export function markdownReport(comparison: Comparison): string {
  const { own, base, head, files } = comparison;
  const lines = [
    `## ${escapeMarkdown(text.title)}`,
    '',
    escapeMarkdown(text.compared(head, base)),
    '',
    ...summarize(comparison).map((line) => `- ${escapeMarkdown(line)}`),
    ...listPages(own),
    ...(files.length > 0 ? ['', `### ${escapeMarkdown(text.sections.files)}`, ''] : []),
    ...files.map(({ file, state }) => `- ${text.recordStates[state]} : ${escapeMarkdown(file)}`),
  ];
  return `${bounded(lines).join('\n')}\n`;
}

/** Writes the list of changed pages, folded when it is long. */
function listPages(own: Comparison['own']): string[] {
  if (own.length === 0) return [];
  const lines = own.map(
    ({ state, appearance, template, title, address }) =>
      `- ${appearance ? text.appearance : text.states[state]}, ${template} : ${escapeMarkdown(title)} (${escapeMarkdown(address)})`,
  );
  const heading = ['', `### ${escapeMarkdown(text.sections.pages)}`, ''];
  if (lines.length <= MAX_UNFOLDED) return [...heading, ...lines];
  const summary = `<details><summary>${escapeMarkdown(text.onPages(lines.length))}</summary>`;
  return [...heading, summary, '', ...lines, '', '</details>'];
}

function bounded(lines: readonly string[]): string[] {
  let bytes = 0;
  const shown = lines.filter((line) => (bytes += Buffer.byteLength(line) + 1) <= MAX_BYTES);
  const left = lines.length - shown.length;
  if (left === 0) return shown;
  const isOpen = shown.some((line) => line.startsWith('<details>')) && !shown.includes('</details>');
  return [...shown, `- ${text.more(left)}`, ...(isOpen ? ['', '</details>'] : [])];
}
