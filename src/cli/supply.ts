import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLicences, readLock, refusedLicences } from '#cli/supply/licences.ts';
import { makeSbom } from '#cli/supply/sbom.ts';
import { auditSignatures, type SignatureOutcome } from '#cli/supply/signatures.ts';
import { runCommand, UsageError } from '#cli/lib/options.ts';

/**
 * `npm run supply -- <step>…`: checks the packages of the site. `licences` compares their licences with those allowed,
 * `sbom` writes sbom.cdx.json, `signatures` checks the signatures of the registry.
 *
 * Exit code: 0 when all is well, 1 when a check fails, 2 when it could not be made.
 */
const root = process.cwd();
const SBOM = 'sbom.cdx.json';

const SIGNATURES: Readonly<Record<SignatureOutcome, readonly [code: number, words: string]>> = {
  verified: [0, 'every package has the signature of its registry'],
  refused: [1, 'some packages do not have the signature of their registry'],
  unreachable: [2, 'unknown: the registry, or its signing keys, cannot be reached'],
  unsupported: [2, 'unknown: this registry has no signatures'],
};

const STEPS: Readonly<Record<string, () => number>> = {
  licences() {
    const packages = readLock(root);
    for (const [licence, count] of countLicences(packages))
      console.log(`${String(count).padStart(5)}  ${licence}`);
    const refused = refusedLicences(packages);
    for (const { licence, packages: names } of refused)
      console.error(`not allowed: ${licence} (${names.join(', ')})`);
    return refused.length > 0 ? 1 : 0;
  },
  sbom() {
    writeFileSync(join(root, SBOM), makeSbom(root));
    console.log(`${SBOM} written`);
    return 0;
  },
  signatures() {
    const { outcome, output } = auditSignatures(root);
    const [code, words] = SIGNATURES[outcome];
    if (outcome !== 'unreachable') console.log(output);
    console.log(`signatures: ${words}`);
    return code;
  },
};

await runCommand({ usage: 'npm run supply -- licences | sbom | signatures', options: {} }, ({ names }) => {
  const unknown = names.filter((name) => !Object.hasOwn(STEPS, name));
  if (unknown.length > 0 || names.length === 0)
    throw new UsageError(`The steps are: ${Object.keys(STEPS).join(', ')}`);
  return Math.max(...names.map((name) => STEPS[name]?.() ?? 0));
});
