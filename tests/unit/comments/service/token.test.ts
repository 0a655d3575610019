import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashEmail } from '#comments/store/hashes.ts';
import { deriveKeys } from '#comments/store/keys.ts';
import { issueChallenge, isSolved } from '#comments/service/proof-of-work.ts';
import { isCommentId } from '#model/comment-schema.ts';
import {
  issueToken,
  MAX_AGE,
  MIN_AGE,
  readToken,
  recordId,
  signToken,
  type Token,
  tokenState,
} from '#comments/service/token.ts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';

const keys = deriveKeys('one secret of the tests, long enough');
const NOW = Date.parse('2026-11-24T23:30:00Z');
const token: Token = { purpose: 'comment', article: 'un-article', issuedAt: NOW, nonce: '00ff' };

describe('a token', () => {
  it('is valid for its key, purpose and article alone', () => {
    const text = issueToken(keys, 'comment', 'un-article', NOW);
    expect(readToken(keys, text, 'comment', 'un-article')).toMatchObject({ issuedAt: NOW });
    expect(readToken(keys, text, 'report', 'un-article')).toBeNull();
    expect(readToken(keys, text, 'comment', 'autre')).toBeNull();
    expect(readToken(deriveKeys('another secret'), text, 'comment', 'un-article')).toBeNull();
  });

  it('with any change is invalid', () => {
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
    [MIN_AGE - 1, 'early'],
    [MIN_AGE, 'valid'],
    [MAX_AGE, 'valid'],
    [MAX_AGE + 1, 'expired'],
  ])('%i ms old is %s', (age, expected) => {
    expect(tokenState(token, NOW + age)).toBe(expected);
  });

  it('has one record id, of its day in Paris', () => {
    const id = recordId(keys, token);
    expect(id).toMatch(/^2026-11-25-/u);
    expect(isCommentId(id)).toBe(true);
    expect(recordId(keys, { ...token })).toBe(id);
    expect(recordId(keys, { ...token, nonce: '00fe' })).not.toBe(id);
    expect(recordId(keys, { ...token, purpose: 'report' })).not.toBe(id);
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
