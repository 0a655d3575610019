import { expect, it } from 'vitest';
import { deriveKeys } from '#comments/store/keys.ts';

it('are the same for a secret in every version, because hashes and links in use depend on them', () => {
  const keys = Object.entries(deriveKeys('a secret that only this test knows, long'));
  expect(Object.fromEntries(keys.map(([use, key]) => [use, key.toString('base64url').slice(0, 12)]))).toEqual(
    {
      token: 'TuTkNdCpcdxL',
      proof: 'Qde--w8EWh78',
      solution: '79gVyjeDcNTm',
      id: 'KLb38v7yt_gP',
      email: '_0zm19PLftgf',
      network: 'sA5kZf2Wjs9z',
      limits: 'TUh5CKYzwVuQ',
      erasure: '2i9TlKPuNw8j',
      follower: 'UtfEt231gWyj',
      session: 'vVLlEI_kaOVq',
    },
  );
});
