import { ANY, apart, next, type Place, placeFinder, SPACES } from './sign-places.ts';

const DIGITS = '0123456789';
const MONTH_INITIALS = 'jfmasond';
const UNIT_INITIALS = '$£¥kMgmtGchWTVAHPlLspa';
const nextOrApart = (before: string, after: string) => [next(before, after), apart(before, after)];

/**
 * Of each typographic rule, in their order, where it may have something to set: it changes nothing in a text that has
 * none of these. What a rule makes of its places is none of another, but for rules that join signs.
 */
export const PLACES: readonly (readonly Place[])[] = [
  [next('.', '.')],
  [next('c', '.…')],
  [next(ANY, "'ʼ‘")],
  [next('1', 'èei')],
  [next('1', 'i')],
  [next(`${DIGITS}IVX`, 'ièe')],
  [next('IVX', 'eiè')],
  [next('1', 'ei'), apart('1', MONTH_INITIALS)],
  [apart(DIGITS, MONTH_INITIALS)],
  nextOrApart(DIGITS, 'h'),
  [next(DIGITS, 'h')],
  [apart(DIGITS, DIGITS)],
  [next(DIGITS, '-')],
  [next('O', '2')],
  nextOrApart(DIGITS, '%‰€°'),
  [apart(DIGITS, UNIT_INITIALS)],
  [next('nN', '°')],
  [next('MDP', '.Mmlr')],
  [apart('.', DIGITS)],
  [next(' ', '-–')],
  [next(';!?', SPACES)],
  [next(ANY, ';!?')],
  [next(ANY, ':')],
  [next(ANY, '«')],
  [next(ANY, '»')],
  [next(SPACES, ',….)')],
];

/** What may be untouched, and marks that may become others, after all rules: as typography.ts asks for it. */
const OTHERS: readonly (readonly Place[])[] = [
  [next(ANY, '`@{<&'), next('w', '.'), next('splao', ':')],
  [next(ANY, '"“”')],
];

/**
 * Finds in one reading which rules may have something to set in a text, as bits: a build gives it to `typesetRun`, which
 * otherwise tries them all. The few texts of a browser are not worth its weight.
 */
export const findPlaces = placeFinder([...PLACES, ...OTHERS]);
