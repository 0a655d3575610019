import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: { name: string } };
}

/**
 * Returns the software bill of materials of the site (CycloneDX) that npm makes from the lock file. It is reproducible:
 * the same lock file gives the same bytes.
 *
 * @throws Error with the output of npm when it fails
 */
export function makeSbom(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    copyWithoutDev(root, folder);
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
      { cwd: folder, encoding: 'utf8', maxBuffer: MAX_OUTPUT_BYTES },
    );
    if (status !== 0) throw new Error(stderr);
    return makeReproducible(JSON.parse(stdout) as Bom, root);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Replaces `npm sbom --omit dev`, which also omits packages that both kinds of dependencies need (npm 11.19). */
function copyWithoutDev(root: string, folder: string): void {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>;
  const write = (file: string, data: unknown) => writeFileSync(join(folder, file), JSON.stringify(data));
  write('package.json', { ...read('package.json'), devDependencies: {} });
  const lock = read('package-lock.json') as { packages: Record<string, { dev?: boolean }> };
  const runtime = Object.entries(lock.packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, entry]) => [path, path === '' ? { ...entry, devDependencies: {} } : entry] as const);
  write('package-lock.json', { ...lock, packages: Object.fromEntries(runtime) });
}

/** Replaces the parts that differ in every run: the folder name, the time, the serial number. */
function makeReproducible({ metadata, ...bom }: Bom, root: string): string {
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  // A custom UUID (RFC 9562, version 8).
  const uuid = digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/u, '$1-$2-8$3-8$4-$5');
  const reproducible = {
    ...bom,
    serialNumber: `urn:uuid:${uuid}`,
    metadata: { tools: [{ vendor: 'npm', name: 'cli' }], component: { ...metadata.component, name } },
  };
  return `${JSON.stringify(reproducible, null, 2)}\n`;
}
