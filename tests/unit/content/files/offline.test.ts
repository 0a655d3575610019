import { describe, expect, test } from 'vitest';
import { offlineReading } from '#content/files/offline.ts';

describe('offlineReading', () => {
  test('keeps articles, or takes back what was kept, as the magazine wants', () => {
    expect(offlineReading(true, {})).toBe('enabled');
    expect(offlineReading(false, {})).toBe('withdrawn');
  });

  test('is nothing of previews and of the editors’ own site', () => {
    for (const wanted of [true, false]) {
      expect(offlineReading(wanted, { PREVIEW: '1' })).toBe('none');
      expect(offlineReading(wanted, { REDACTION: '1' })).toBe('none');
    }
  });
});
