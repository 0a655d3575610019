import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { countLicences, refusedLicences } from '#cli/supply/licences.ts';
import { readLock } from '#cli/supply/lock.ts';
import { makeSbom } from '#cli/supply/sbom.ts';
import { auditSignatures, type SignatureOutcome } from '#cli/supply/signatures.ts';

/**
 * `npm run supply -- <step>…`: what the site is made of. `licences` holds each package's licence against those allowed;
 * `sbom` writes sbom.cdx.json beside the build; `signatures` asks the registry.
 *
 * Exit code: 0 when all is well, 1 when something is not, 2 when it could not be known.
 */
const root = process.cwd();
const SBOM = 'sbom.cdx.json';

const SIGNATURES: Readonly<Record<SignatureOutcome, readonly [code: number, words: string]>> = {
  verified: [0, 'every package has the signature of its registry'],
  refused: [1, 'some packages have not the signature of their registry'],
  unreachable: [
    2,
    'not known: the registry, or the keys that signatures are checked with, cannot be reached',
  ],
  unsupported: [2, 'not known: this registry gives no signatures'],
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
    console.log(`${SBOM} is written`);
    return 0;
  },
  signatures() {
    const { outcome, said } = auditSignatures(root);
    const [code, words] = SIGNATURES[outcome];
    if (outcome !== 'unreachable') console.log(said);
    console.log(`signatures: ${words}`);
    return code;
  },
};

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(STEPS, name));
if (unknown.length > 0 || asked.length === 0) {
  console.error(`The steps are: ${Object.keys(STEPS).join(', ')}`);
  process.exitCode = 2;
} else {
  for (const name of asked) process.exitCode = Math.max(Number(process.exitCode ?? 0), STEPS[name]?.() ?? 0);
}
