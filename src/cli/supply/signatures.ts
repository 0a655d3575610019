import { spawnSync } from 'node:child_process';

export type SignatureOutcome = 'verified' | 'refused' | 'unreachable' | 'unsupported';

const UNREACHABLE = /ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|network request/u;
const UNSUPPORTED =
  /supported registry|no dependencies to audit|E404|E501|404 Not Found|not support|does not provide/iu;

/** Checks the registry signatures of all installed packages, with npm. */
export function auditSignatures(root: string): { outcome: SignatureOutcome; output: string } {
  const { status, stdout, stderr } = spawnSync('npm', ['audit', 'signatures', '--fetch-retries=1'], {
    cwd: root,
    encoding: 'utf8',
  });
  const output = `${stdout}${stderr}`.trim();
  return { outcome: readOutcome(status, output), output };
}

/** Interprets the output of npm. A network error is neither a success nor a failure. */
export function readOutcome(status: number | null, output: string): SignatureOutcome {
  if (status === 0) return 'verified';
  if (UNREACHABLE.test(output)) return 'unreachable';
  return UNSUPPORTED.test(output) ? 'unsupported' : 'refused';
}
