import { spawnSync } from 'node:child_process';

/** What came of asking a registry for the signatures of what it gave. */
export type SignatureOutcome = 'verified' | 'refused' | 'unreachable' | 'unsupported';

const UNREACHABLE = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network request/u;
const UNSUPPORTED =
  /supported registry|no dependencies to audit|E404|E501|404 Not Found|not support|does not provide/iu;

/** Has npm compare every installed package with the signature of its registry. */
export function auditSignatures(root: string): { outcome: SignatureOutcome; said: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['audit', 'signatures', '--fetch-retries=1'], {
    cwd: root,
    encoding: 'utf8',
  });
  const said = `${stdout}${stderr}`.trim();
  return { outcome: readOutcome(status, said), said };
}

/** What npm's answer means: one that could not be had proves nothing, good or bad. */
export function readOutcome(status: number | null, said: string): SignatureOutcome {
  if (status === 0) return 'verified';
  if (UNREACHABLE.test(said)) return 'unreachable';
  return UNSUPPORTED.test(said) ? 'unsupported' : 'refused';
}
