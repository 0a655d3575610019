import { describe, expect, it } from 'vitest';
import { type RelatedItem, relatedFinder } from '#lib/lists/related-articles.ts';
import { roughCount } from '#lib/lists/tag-weights.ts';

/** A magazine with few tags, each on hundreds of articles, the newest first. */
const magazine = (size: number): RelatedItem[] =>
  Array.from({ length: size }, (_, index) => {
    const age = size - index;
    return {
      id: `a${age}`,
      sections: [`s${age % 4}`, `p${age % 2}`],
      tags: [`t${age % 5}`, `t${(age * 7) % 11}`],
    };
  });

describe('related articles', () => {
  it('stay the same for most articles when one more is published', () => {
    const before = relatedFinder(magazine(2000), 3);
    const after = relatedFinder(magazine(2001), 3);
    const changed = magazine(2000).filter(({ id }) => after(id).join() !== before(id).join());
    expect(after('a2001')).toHaveLength(3);
    expect(changed.length).toBeLessThan(100);
  });

  it('prefer the newest among equals, as long as there are few', () => {
    const items = magazine(40).map((item) => ({ ...item, sections: ['s'], tags: ['t'] }));
    expect(relatedFinder(items, 3)('a1')).toEqual(['a40', 'a39', 'a38']);
  });
});

describe('a rough count', () => {
  it.each([
    [1, 1, false],
    [19, 19, false],
    [20, 20, true],
    [49, 20, true],
    [99, 50, true],
    [100, 100, true],
    [199, 100, true],
    [960, 500, true],
    [2345, 2000, true],
  ])('of %i is %i', (count, said, rough) => {
    expect(roughCount(count)).toEqual({ count: said, rough });
  });
});
