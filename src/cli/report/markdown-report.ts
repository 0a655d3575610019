import { inertLine } from '#lib/html/inert-text.ts';
import { strings } from '#strings/site.ts';
import type { Comparison } from './comparison.ts';
import { summarize } from './summary.ts';

const say = strings.report;
/** GitHub takes 65,536 bytes in a comment. */
const MOST_BYTES = 60_000;
const MOST_UNFOLDED = 20;
/** What came and went is told before what changed. */
const RANK = { added: 0, removed: 1, changed: 2 };
/** All that Markdown, GitHub's HTML, its mentions and its links live on. */
const ACTIVE = /[\\`*_{}[\]<>()#!|~@:&$^=]|(?<=www)\./giu;

/** A text that Markdown shows as it is, on one line. */
export function plainMarkdown(text: string): string {
  return inertLine(text).replace(
    ACTIVE,
    (sign) =>
      // An entity is no more a link or a mention than it is a sign of Markdown.
      `&#${sign.codePointAt(0)};`,
  );
}

/** The report in short, for a comment or the summary of a run. */
export function markdownReport(comparison: Comparison): string {
  const { own, base, head, files } = comparison;
  const lines = [
    `## ${plainMarkdown(say.title)}`,
    '',
    plainMarkdown(say.compared(head, base)),
    '',
    ...summarize(comparison).map((line) => `- ${plainMarkdown(line)}`),
    ...listPages(own),
    ...(files.length > 0 ? ['', `### ${plainMarkdown(say.sections.files)}`, ''] : []),
    ...files.map(({ file, state }) => `- ${say.recordStates[state]} : ${plainMarkdown(file)}`),
  ];
  return `${bounded(lines).join('\n')}\n`;
}

/** Folded when there are too many to be read at a glance. */
function listPages(own: Comparison['own']): string[] {
  if (own.length === 0) return [];
  const lines = [...own]
    .sort((a, b) => RANK[a.state] - RANK[b.state])
    .map(
      ({ state, appearance, template, title, address }) =>
        `- ${appearance ? say.appearance : say.states[state]}, ${template} : ${plainMarkdown(title)} (${plainMarkdown(address)})`,
    );
  const heading = ['', `### ${plainMarkdown(say.sections.pages)}`, ''];
  if (lines.length <= MOST_UNFOLDED) return [...heading, ...lines];
  const summary = `<details><summary>${plainMarkdown(say.onPages(lines.length))}</summary>`;
  return [...heading, summary, '', ...lines, '', '</details>'];
}

function bounded(lines: readonly string[]): string[] {
  let bytes = 0;
  const kept = lines.filter((line) => (bytes += Buffer.byteLength(line) + 1) <= MOST_BYTES);
  const left = lines.length - kept.length;
  if (left === 0) return kept;
  const isOpen = kept.some((line) => line.startsWith('<details>')) && !kept.includes('</details>');
  return [...kept, `- ${say.more(left)}`, ...(isOpen ? ['', '</details>'] : [])];
}
