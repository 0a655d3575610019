import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { type CleanPhotograph, cleanPhotograph } from '#images/clean-photograph.ts';
import type { ShownFormat } from '#images/formats.ts';
import { contentOf, faultsOf } from '#content/checks/safety/picture-safety.ts';
import { MAX_RATIO, MIN_RATIO, MIN_WIDTH } from '#content/checks/project/measured-covers.ts';
import { shownSize } from '#content/checks/project/picture-size.ts';
import { escapeHtml } from '#lib/html/escape-html.ts';
import type { Palette } from '#lib/palette.ts';
import { typeset } from '#lib/typography/typeset.ts';
import { strings } from '#strings/site.ts';

/** A picture that is suitable as a cover, without its metadata, and the extension of its actual format. */
export interface CoverFile extends CleanPhotograph {
  extension: 'jpg' | 'png' | 'webp' | 'avif' | 'svg';
}

const EXTENSIONS: Readonly<Partial<Record<ShownFormat, CoverFile['extension']>>> = {
  jpeg: 'jpg',
  png: 'png',
  webp: 'webp',
  heif: 'avif',
  svg: 'svg',
};

/**
 * Checks the picture that an editor gives as a cover, and removes its metadata.
 *
 * @returns the file, or the problem in French
 */
export async function readCover(path: string): Promise<CoverFile | string> {
  const text = strings.newArticle.cover;
  if (!existsSync(path) || !statSync(path).isFile()) return text.missing(path);
  const content = contentOf(path);
  const extension = content?.format ? EXTENSIONS[content.format] : undefined;
  if (!content?.format || !extension) return text.unreadable(path, content?.name ?? null);
  const [fault] = await faultsOf(path, path, statSync(path).size, content.format);
  if (fault) return `${fault.message}. ${fault.remedy}`;
  const { width, height } = await shownSize(path, content.format);
  if (content.format !== 'svg' && width < MIN_WIDTH) return text.small(width, height, MIN_WIDTH);
  const ratio = width / height;
  if (ratio < MIN_RATIO) return text.narrow(width, height);
  if (ratio > MAX_RATIO) return text.wide(width, height);
  return { ...(await cleanPhotograph(await readFile(path))), extension };
}

/** Splits a title into lines of at most 26 characters; a longer word is a line of its own. */
const LINES = /[^ ].{0,25}(?= |$)|[^ ]+/gu;
const MAX_LINES = 3;

/** A placeholder cover (SVG), with the title of the article and a note that it must be replaced. */
export function placeholderCover(title: string, { light, dot }: Palette): string {
  const lines = (typeset(title).match(LINES) ?? []).slice(0, MAX_LINES);
  const text = lines.map(
    (line, index) => `<tspan x="160" y="${360 + index * 104}">${escapeHtml(line)}</tspan>`,
  );
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="2400" height="1350" viewBox="0 0 1600 900">',
    `<!-- ${strings.newArticle.placeholder.comment} -->`,
    `<rect width="1600" height="900" fill="${light.paper}"/>`,
    `<rect x="40" y="40" width="1520" height="820" fill="none" stroke="${dot}" stroke-width="10" stroke-dasharray="40 24"/>`,
    `<g font-family="system-ui, sans-serif" fill="${light.ink}">`,
    `<text font-size="80" font-weight="700">${text.join('')}</text>`,
    `<text x="160" y="760" font-size="46" fill="${light.soft}">${escapeHtml(strings.newArticle.placeholder.mark)}</text>`,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}
