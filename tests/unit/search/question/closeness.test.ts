import { expect, it } from 'vitest';
import { closeness } from '#search/question/closeness.ts';
import { parseQuestion } from '#search/question/question.ts';

const of = (query: string, title: string, text = '') =>
  closeness(
    parseQuestion(query).filter(({ isMeaningful }) => isMeaningful),
    { title, names: '', text },
  );

it('is greatest for the title itself, and for words together', () => {
  const asked = 'autonomie électrique';
  const exact = of(asked, 'Autonomie électrique');
  const apart = of(asked, 'Voiture électrique, son autonomie');
  const inText = of(asked, 'Une voiture', 'son autonomie électrique');
  const nothing = of(asked, 'Une voiture', 'électrique, en toute autonomie');
  expect(exact).toBeGreaterThan(apart);
  expect(apart).toBeGreaterThan(inText);
  expect(inText).toBeGreaterThan(nothing);
  expect(nothing).toBe(0);
});

it('does not count the small words between', () => {
  expect(of('centres données', '', 'des centres de données')).toBeGreaterThan(0);
});
