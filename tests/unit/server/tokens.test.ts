import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveKeys, hashEmail } from '#comments/store/keys.ts';
import { issueChallenge, isSolved } from '#comments/service/proof.ts';
import { isRecordId } from '#comments/store/records.ts';
import {
  LEAST_AGE,
  MOST_AGE,
  type Token,
  issueToken,
  readToken,
  recordId,
  signToken,
  tokenAge,
} from '#comments/service/token.ts';
import { createUsedTokens } from '#comments/service/used-tokens.ts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

const keys = deriveKeys('one secret of the tests, long enough');
const NOW = Date.parse('2026-11-24T23:30:00Z');
const token: Token = { purpose: 'comment', article: 'un-article', issuedAt: NOW, nonce: '00ff' };

describe('a token', () => {
  it('is read back by who signed it, for what it was signed', () => {
    const text = issueToken(keys, 'comment', 'un-article', NOW);
    expect(readToken(keys, text, 'comment', 'un-article')).toMatchObject({ issuedAt: NOW });
    expect(readToken(keys, text, 'report', 'un-article')).toBeNull();
    expect(readToken(keys, text, 'comment', 'autre')).toBeNull();
    expect(readToken(deriveKeys('another secret'), text, 'comment', 'un-article')).toBeNull();
  });

  it('with anything changed, or anything else, is none', () => {
    const text = signToken(keys, token);
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (at, sign) => {
        fc.pre(text[at] !== sign);
        const changed = text.slice(0, at) + sign + text.slice(at + 1);
        expect(readToken(keys, changed, 'comment', 'un-article')).toBeNull();
      }),
    );
    fc.assert(fc.property(fc.string(), (other) => readToken(keys, other, 'comment', 'un-article') === null));
  });

  it.each([
    [-1, 'expired'],
    [0, 'early'],
    [LEAST_AGE - 1, 'early'],
    [LEAST_AGE, 'ripe'],
    [MOST_AGE, 'ripe'],
    [MOST_AGE + 1, 'expired'],
  ])('%i ms old is %s', (age, expected) => {
    expect(tokenAge(token, NOW + age)).toBe(expected);
  });

  it('names its record by the day in Paris, always the same', () => {
    const id = recordId(keys, token);
    expect(id).toMatch(/^2026-11-25-/u);
    expect(isRecordId(id)).toBe(true);
    expect(recordId(keys, { ...token })).toBe(id);
    expect(recordId(keys, { ...token, nonce: '00fe' })).not.toBe(id);
    expect(recordId(keys, { ...token, purpose: 'report' })).not.toBe(id);
  });
});

describe('the memory of used tokens', () => {
  it('lasts as long as they are good, and no longer', () => {
    let now = 0;
    const used = createUsedTokens(100, () => now);
    used.add('first');
    now = 100;
    used.add('second');
    expect(used.has('first')).toBe(true);
    now = 101;
    used.add('third');
    expect([used.has('first'), used.has('second')]).toEqual([false, true]);
  });
});

describe('the proof of work', () => {
  it('is solved by the script of the page, within its bounds', async () => {
    const fresh = { ...token, issuedAt: Date.now() };
    const challenge = await issueChallenge(keys, fresh);
    const solution = await solveChallenge({ challenge, deriveKey });
    const rounds = (solution?.counter ?? 0) * challenge.parameters.cost;
    expect(rounds).toBeGreaterThanOrEqual(300_000);
    expect(rounds).toBeLessThan(700_000);
    expect(await isSolved(keys, fresh, { challenge, solution })).toBe(true);
    expect(await isSolved(keys, { ...fresh, nonce: 'other' }, { challenge, solution })).toBe(false);
    const easier = { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } };
    expect(await isSolved(keys, fresh, { challenge: easier, solution })).toBe(false);
  });

  it('survives any payload', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything(), async (payload) => {
        expect(await isSolved(keys, token, payload)).toBe(false);
      }),
    );
  });
});

it('one address has one hash, however it is written, and another secret another', () => {
  expect(hashEmail(keys, ' Ada@Exemple.FR ')).toBe(hashEmail(keys, 'ada@exemple.fr'));
  expect(hashEmail(keys, 'ada@exemple.fr')).not.toBe(hashEmail(keys, 'ida@exemple.fr'));
  expect(hashEmail(deriveKeys('another'), 'ada@exemple.fr')).not.toBe(hashEmail(keys, 'ada@exemple.fr'));
});
