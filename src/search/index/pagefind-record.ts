import type { CustomRecord } from 'pagefind';
import type { ResultMeta } from '#search/record-engine.ts';
import type { SearchRecord } from '#search/search-record.ts';
import { foldText } from '#search/search-text.ts';

/**
 * Converts a search record to Pagefind's format: its text, the metadata that results show, its filters and its sort
 * key.
 */
export function pagefindRecord(record: SearchRecord): CustomRecord {
  const { kind, url, lead, text, captions, sources, section, date, picture } = record;
  const joined = (texts: readonly string[], separator: string) => foldText(texts.join(separator));
  const meta = {
    kind,
    title: foldText(record.title),
    otherNames: joined(record.otherNames, ', '),
    section: foldText(section?.name ?? ''),
    accent: section?.accent ?? '',
    date: date?.shown ?? '',
    day: date?.day ?? '',
    image: picture?.path ?? '',
    crop: String(picture?.crop ?? ''),
    tags: joined(record.tags, ', '),
    headings: joined(record.headings, '. '),
    authors: joined(record.authors, ', '),
  } satisfies ResultMeta;
  return {
    url,
    language: 'fr',
    // Pagefind skips a record without text, so such a record gets its title.
    content: joined([lead, text, ...captions, ...sources].filter(Boolean), ' ') || foldText(record.title),
    meta: Object.fromEntries(Object.entries(meta).filter(([, value]) => value !== '')),
    filters: {
      genre: [kind],
      ...Object.fromEntries(Object.entries(record.filters).map(([name, values]) => [name, [...values]])),
    },
    sort: date ? { date: date.day } : {},
  };
}
