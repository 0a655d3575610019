import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';

/** How the site is built again after a decision: on this machine, on another one by an HTTP request, or by a person. */
export type PublicationSettings =
  | { kind: 'build'; root: string }
  | { kind: 'hook'; address: string; token: string | null; branch: string }
  | { kind: 'manual' };

/**
 * Reads PUBLISH, PUBLISH_HOOK, PUBLISH_TOKEN and PUBLISH_BRANCH.
 *
 * @throws ExpectedError when PUBLISH_HOOK is not an HTTP address
 */
export function readPublicationSettings(root: string, environment: NodeJS.ProcessEnv): PublicationSettings {
  const address = environment['PUBLISH_HOOK']?.trim();
  if (address) {
    if (!/^https?:$/u.test(URL.parse(address)?.protocol ?? ''))
      throw new ExpectedError(strings.moderation.publication.badHook);
    const token = environment['PUBLISH_TOKEN']?.trim() || null;
    return { kind: 'hook', address, token, branch: environment['PUBLISH_BRANCH']?.trim() || 'main' };
  }
  return environment['PUBLISH'] === 'manual' ? { kind: 'manual' } : { kind: 'build', root };
}
