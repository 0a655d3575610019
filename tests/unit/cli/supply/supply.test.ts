import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type LockedPackage, readLock, refusedLicences } from '#cli/supply/licences.ts';
import { makeSbom } from '#cli/supply/sbom.ts';
import { readOutcome } from '#cli/supply/signatures.ts';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const locked = readLock('.');
const made = (name: string, licence: string | null): LockedPackage => ({
  ...{ name, version: '1.0.0', ...(licence !== null && { license: licence }) },
});

describe('packages', () => {
  it('are asked for by exact versions, and are those of the lock file', () => {
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/u);
      expect(
        locked.some((one) => one.name === name && one.version === version),
        name,
      ).toBe(true);
    }
  });

  it('are held by the digest of their archive', () => {
    expect(locked.length).toBeGreaterThan(500);
    for (const { name, integrity } of locked) expect(integrity, name).toMatch(/^sha512-/u);
  });

  it('run something when they are installed only where they are named', () => {
    const running = [...new Set(locked.filter((one) => one.hasInstallScript).map(({ name }) => name))];
    expect(running.length).toBeGreaterThan(0);
    for (const name of running) expect(manifest.allowScripts[name], name).toBe(true);
    for (const name of Object.keys(manifest.allowScripts))
      expect(locked.map((one) => one.name)).toContain(name);
  });

  it('name no registry in the lock file', () => {
    const hosts = readFileSync('package-lock.json', 'utf8').match(/"resolved": "https?:\/\/[^/"]+/gu) ?? [];
    expect(hosts.filter((host) => !host.endsWith('//registry.npmjs.org'))).toEqual([]);
  });
});

describe('licences', () => {
  it('of all packages are allowed', () => {
    expect(refusedLicences(locked)).toEqual([]);
  });

  it.each([
    ['GPL-3.0-only', 'a'],
    ['UNLICENSED', 'a'],
    [null, 'a'],
    ['MIT AND AGPL-3.0-only', 'a'],
    ['LGPL-3.0-or-later', 'sharp-of-another'],
    ['SEE LICENSE IN LICENSE', 'a'],
  ])('such as %s are refused', (licence, name) => {
    expect(refusedLicences([made(name, licence)])).toEqual([
      { licence: licence ?? 'none', packages: [`${name}@1.0.0`] },
    ]);
  });

  it('may be chosen among several', () => {
    expect(refusedLicences([made('a', '(GPL-2.0-only OR MIT)'), made('b', 'MIT AND ISC')])).toEqual([]);
  });
});

describe('the bill of materials', () => {
  it('is the same bytes from one lock file, in any folder, and names every package that makes the site', () => {
    const root = mkdtempSync(join(tmpdir(), 'sbom-'));
    for (const file of ['package.json', 'package-lock.json']) cpSync(file, join(root, file));
    const text = makeSbom(root);
    rmSync(root, { recursive: true });
    expect(makeSbom('.')).toBe(text);
    const bom = JSON.parse(text) as {
      bomFormat: string;
      metadata: { component: { name: string } };
      components: { name: string; version: string; hashes: unknown[]; licenses?: unknown[] }[];
    };
    expect(bom.bomFormat).toBe('CycloneDX');
    expect(bom.metadata.component.name).toBe('innovations');
    const names = bom.components.map(({ name, version }) => `${name}@${version}`);
    expect(names).toEqual(
      expect.arrayContaining(
        Object.entries(manifest.dependencies).map(([name, version]) => `${name}@${version}`),
      ),
    );
    for (const { name, hashes } of bom.components) expect(hashes, name).toHaveLength(1);
    // npm omits licences whose name is not in SPDX.
    const without = bom.components.filter(({ licenses }) => !licenses?.length).map(({ name }) => name);
    expect(without).toEqual(['@cspell/dict-en-common-misspellings']);
    // Development packages are excluded, because they are not part of the published site.
    expect(names.some((name) => name.startsWith('lighthouse@'))).toBe(false);
  }, 60_000);
});

describe('signatures', () => {
  it.each([
    [0, 'audited 700 packages in 3s\n\n700 packages have verified registry signatures', 'verified'],
    [1, '1 package has an invalid registry signature:\n\nleft-pad@1.0.0', 'refused'],
    [1, '2 packages have missing registry signatures but the registry is providing signing keys', 'refused'],
    [1, 'npm error code ENOTFOUND\nnpm error network request to https://a.example failed', 'unreachable'],
    [1, 'found no dependencies to audit that were installed from a supported registry', 'unsupported'],
    [null, '', 'refused'],
  ])('that npm ends with %s on « %s » are %s', (status, said, outcome) => {
    expect(readOutcome(status, said)).toBe(outcome);
  });
});
