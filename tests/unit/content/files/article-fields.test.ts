import { describe, expect, it } from 'vitest';
import { readFields, writeFields } from '#content/files/article-fields.ts';
import { readArticleRecords } from '#content/files/article-records.ts';
import { articleFileSchema } from '#model/schema.ts';

const least = {
  title: 'Un titre « entre guillemets »',
  description: 'Un chapô qui compte bien cinquante signes, et quelques autres.',
  publishedAt: '2024-06-21',
  category: 'mobilite',
  tags: ['une étiquette'],
  authors: ['la-redaction'],
  cover: { src: './couverture.jpg', alt: 'Un aplat', caption: 'Une légende', credit: 'Un crédit' },
};

describe('the fields of an article, written as one text', () => {
  it.each([
    ['the least', {}],
    ['an update', { updatedAt: '2024-07-01 08:30' }],
    ['corrections', { corrections: [{ date: '2024-07-02', text: 'Il y en avait deux, non trois.' }] }],
    ['sources', { sources: [{ title: 'Un rapport', publisher: 'Un institut', date: '2024-06' }] }],
  ])('are read as they were: %s', (_, more) => {
    const data = articleFileSchema.parse({ ...least, ...more });
    expect(readFields(writeFields(data))).toStrictEqual(data);
  });

  it('are those of every article of the magazine', () => {
    const records = readArticleRecords(process.cwd());
    expect(records.length).toBeGreaterThan(20);
    for (const { fields } of records) expect(fields && writeFields(readFields(fields))).toBe(fields);
  });
});
