import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MOST_BYTES = 64 * 1024 * 1024;

interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: { name: string } };
}

/**
 * The bill of materials of what makes the published site (CycloneDX), as npm writes it from the lock file, without what
 * changes from one run to the next: two runs on one lock file are the same bytes.
 *
 * @throws with npm's own words when it cannot
 */
export function makeSbom(root: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'));
  try {
    copyWithoutDev(root, folder);
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
      { cwd: folder, encoding: 'utf8', maxBuffer: MOST_BYTES },
    );
    if (status !== 0) throw new Error(stderr);
    return settleSbom(JSON.parse(stdout) as Bom, root);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** npm's own `--omit dev` leaves out what the engine and the work on it both ask for (npm 11.19). */
function copyWithoutDev(root: string, folder: string): void {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, unknown>;
  const write = (file: string, data: unknown) => writeFileSync(join(folder, file), JSON.stringify(data));
  write('package.json', { ...read('package.json'), devDependencies: {} });
  const lock = read('package-lock.json') as { packages: Record<string, { dev?: boolean }> };
  const kept = Object.entries(lock.packages)
    .filter(([, { dev }]) => !dev)
    .map(([path, entry]) => [path, path === '' ? { ...entry, devDependencies: {} } : entry]);
  write('package-lock.json', { ...lock, packages: Object.fromEntries(kept) });
}

/** Names the project as package.json does, and the document by what it was made from. */
function settleSbom({ metadata, ...bom }: Bom, root: string): string {
  const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { name: string };
  const digest = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const { component } = metadata;
  const settled = {
    ...bom,
    serialNumber: `urn:uuid:${asUuid(digest)}`,
    // npm gives the folder's name, and says when and with which version it wrote.
    metadata: { tools: [{ vendor: 'npm', name: 'cli' }], component: { ...component, name } },
  };
  return `${JSON.stringify(settled, null, 2)}\n`;
}

/** A digest as a UUID of one's own making (RFC 9562, version 8). */
function asUuid(digest: string): string {
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
  ];
  return [...parts, digest.slice(20, 32)].join('-');
}
