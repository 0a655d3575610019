import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { isoDay } from '#lib/dates.ts';
import { escapeHtml } from '#lib/html/escape-html.ts';
import { slugify } from '#lib/slugs.ts';
import { filesBelow } from '#storage/files-below.ts';
import { strings } from '#strings/site.ts';
import type { Answers } from './answers.ts';
import { coloursAround, drawingTones, hexOf } from './colours.ts';
import { drawArticle, drawBrief, drawCrop, drawLandscape } from './drawings.ts';

const TEMPLATES = join(import.meta.dirname, 'magazine');
const text = strings.init;

/**
 * Composes the files of a new magazine.
 *
 * @param today the day its sample articles are published
 * @returns texts by path from content/
 */
export function composeMagazine(answers: Answers, today: Date): Map<string, string> {
  const { name, tagline, address, sections } = answers;
  const chosen = hexOf(answers.colour) ?? '';
  const colours = coloursAround(chosen);
  const slugs = sections.map((section) => slugify(section));
  const values: Readonly<Record<string, string>> = {
    name: scalar(name),
    tagline: scalar(tagline),
    description: scalar(text.description(name, tagline.replace(/\.$/u, ''))),
    address: scalar(address),
    colours: block(colours),
    navigation: block(sections.map((label, at) => ({ category: slugs[at], label }))),
    sections: slugs.join(', '),
    day: isoDay(today),
    firstSection: slugs[0] ?? '',
    secondSection: slugs[1] ?? slugs[0] ?? '',
    credit: scalar(text.credit(name)),
    creditAttribute: `"${escapeHtml(text.credit(name))}"`,
    word: name,
  };
  const files = new Map(
    filesBelow(TEMPLATES).map((path) => [path, fill(readFileSync(join(TEMPLATES, path), 'utf8'), values)]),
  );
  for (const [at, section] of sections.entries()) {
    const { name: accent } = colours.accents[at % colours.accents.length] ?? {};
    const fields = { name: section, description: text.sectionDescription(section), accent, order: at + 1 };
    files.set(`categories/${slugs[at]}.yaml`, stringify(fields, { lineWidth: 0 }));
  }
  const tones = drawingTones(chosen);
  files.set('articles/anatomie-d-un-article/couverture.svg', drawArticle(tones));
  files.set('articles/une-image-et-ses-trois-textes/couverture.svg', drawLandscape(tones));
  files.set('articles/une-image-et-ses-trois-textes/cadrage.svg', drawCrop(tones));
  files.set('articles/une-breve-tient-en-un-paragraphe/couverture.svg', drawBrief(tones));
  return files;
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for ${name}`);
    return value;
  });
}

/** Writes a YAML value for the line of its field. */
const scalar = (value: string) => stringify(value, { lineWidth: 0, blockQuote: false }).trimEnd();

/** Writes a YAML value for the indented lines below its field. */
const block = (value: unknown) => `\n${stringify(value, { lineWidth: 0 }).trimEnd().replace(/^/gmu, '  ')}`;
