import { describe, expect, it } from 'vitest';
import { createRateLimits } from '#comments/service/rate-limits.ts';
import { createSubmissionHandlers, type ServiceDependencies } from '#comments/service/submissions.ts';
import { signToken } from '#comments/service/token.ts';
import { createFileStorage } from '#comments/store/file-storage.ts';
import { deriveKeys } from '#comments/store/keys.ts';

describe('a submission', () => {
  const keys = deriveKeys('one secret of the tests, long enough');
  const full = Object.assign(new Error('no space left for « Texte de Ada »'), { code: 'ENOSPC' });
  const logged: string[] = [];
  const dependencies: ServiceDependencies = {
    magazine: 'Innovations',
    keys,
    storage: {
      ...createFileStorage('unused'),
      get: () => Promise.resolve(null),
      add: () => Promise.reject(full),
    },
    articles: { get: () => ({ title: 'T', href: '/', comments: [] }), exist: () => true },
    limits: createRateLimits(),
    log: (...event) => logged.push(JSON.stringify(event)),
  };
  const submission = () => {
    const token = {
      purpose: 'comment',
      article: 'un-article',
      issuedAt: Date.now() - 5000,
      nonce: 'aa',
    } as const;
    const fields = { article: 'un-article', name: 'Ada', text: 'Texte', token: signToken(keys, token) };
    return { client: 'form', fields, proof: undefined, address: '192.0.2.1' } as const;
  };

  it('is refused on a full disk, logged by code alone, and accepted with the same token once there is room', async () => {
    expect(await createSubmissionHandlers(dependencies).comment(submission())).toMatchObject({
      kind: 'refused',
      reason: 'storage',
    });
    expect(logged.join()).toContain('ENOSPC');
    expect(logged.join()).not.toContain('Ada');
    const roomy = { ...dependencies, storage: { ...dependencies.storage, add: () => Promise.resolve(true) } };
    const handlers = createSubmissionHandlers(roomy);
    expect(await handlers.comment(submission())).toMatchObject({ kind: 'stored' });
    expect(await handlers.comment(submission())).toMatchObject({ reason: 'replayed' });
  });
});
