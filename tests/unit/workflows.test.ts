import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

interface Job {
  permissions?: Record<string, string>;
  strategy?: { matrix: { tiers?: string[]; include?: { tier: string }[] } };
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const FOLDER = '.github/workflows';
const workflows = new Map(
  readdirSync(FOLDER).map((file) => [
    file,
    parse(readFileSync(join(FOLDER, file), 'utf8'), { merge: true }) as Workflow,
  ]),
);
const jobs = [...workflows].flatMap(([file, workflow]) =>
  Object.entries(workflow.jobs).map(([name, job]) => ({ name: `${file} ${name}`, job })),
);
const steps = jobs.flatMap(({ job }) => job.steps);
const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts;

describe('the workflows', () => {
  it('run scripts of .ci, which can be run, and which call scripts of package.json', () => {
    const commands = steps.flatMap(({ run }) => run?.split(' ')[0] ?? []);
    expect(new Set(commands)).toEqual(new Set(['.ci/artifact', '.ci/publish', '.ci/run', '.ci/weekly']));
    for (const command of commands) {
      accessSync(command, constants.X_OK);
      for (const [, name] of readFileSync(command, 'utf8').matchAll(
        /npm (?:run )?(?!ci|audit|outdated)([\w:]+)/gu,
      ))
        expect(Object.keys(scripts), command).toContain(name);
    }
  });

  it('run every tier of npm test on a proposal', () => {
    const tiers = [...readFileSync('src/cli/test.ts', 'utf8').matchAll(/tier: '(\w+)'/gu)].map(
      ([, tier]) => tier,
    );
    const run = jobs
      .filter(({ name }) => name.startsWith('check.yml'))
      .flatMap(({ job: { strategy, steps: own } }) => [
        ...(strategy?.matrix.tiers ?? []),
        ...(strategy?.matrix.include ?? []).map(({ tier }) => tier),
        ...own.flatMap((step) => /^\.ci\/run (\w+)$/u.exec(step.run ?? '')?.[1] ?? []),
      ])
      .flatMap((words) => words.split(' '));
    expect(new Set(run)).toEqual(new Set(tiers));
  });

  it('may read the repository and nothing else, but for the job that deploys', () => {
    for (const [file, { on, permissions }] of workflows) {
      expect(permissions, file).toEqual({ contents: 'read' });
      expect(Object.keys(on), file).not.toContain('pull_request_target');
      expect(readFileSync(join(FOLDER, file), 'utf8'), file).not.toMatch(/\bsecrets\b/u);
    }
    const raised = jobs.filter(({ job }) => job.permissions);
    expect(raised.map(({ name, job }) => [name, job.permissions])).toEqual([
      ['publish.yml deploy', { pages: 'write', 'id-token': 'write' }],
    ]);
    for (const { uses, with: options } of steps)
      if (uses?.startsWith('actions/checkout')) expect(options?.['persist-credentials']).toBe(false);
  });

  it('name each action by its commit', () => {
    for (const { uses } of steps) if (uses) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/u);
  });

  it('install packages with an npm that refuses install scripts which package.json does not allow', () => {
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('strict-allow-scripts=true');
    // Node 24 includes npm 11; npm 10 does not support this setting.
    for (const { uses, with: options } of steps)
      if (uses?.startsWith('actions/setup-node'))
        expect(options?.['node-version']).toBeGreaterThanOrEqual(24);
  });
});

it('every test file belongs to a project that npm test runs', () => {
  const commands = readFileSync('src/cli/test.ts', 'utf8');
  const projects = [...readFileSync('vitest.config.ts', 'utf8').matchAll(/name: '(\w+)'/gu)];
  expect(projects.length).toBeGreaterThan(3);
  for (const [, name] of projects) expect(commands).toContain(`--project ${name}`);
  const folders = readdirSync('tests', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => path.split('/')[0] ?? '');
  expect([...new Set(folders)].sort()).toEqual([
    ...['astro', 'build', 'copies', 'faults', 'hosting', 'magazine', 'unit'],
  ]);
});

describe('the artifact of the published site', () => {
  it('takes hidden files, and is checked before it can be deployed', () => {
    const own = workflows.get('publish.yml')?.jobs['build']?.steps ?? [];
    const packing = own.findIndex(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));
    expect(own[packing]?.with).toEqual({ path: 'dist/', 'include-hidden-files': true });
    expect(own[packing + 1]?.run).toContain('.ci/artifact');
  });

  it.each([
    ['whole', [], 0],
    ['packed without hidden files', ['--exclude=.[^/]*'], 2],
    ['packed without one of them', ['--exclude=tdmrep.json'], 2],
  ])('that is %s', (_, options, status) => {
    const root = mkdtempSync(join(tmpdir(), 'artifact-'));
    const site = join(root, 'site');
    const artifact = join(root, 'artifact.tar');
    mkdirSync(join(site, '.well-known'), { recursive: true });
    for (const path of ['index.html', '.well-known/security.txt', '.well-known/tdmrep.json'])
      writeFileSync(join(site, path), path);
    symlinkSync('site', join(root, 'dist'));
    const packed = spawnSync('tar', ['-C', join(root, 'dist/'), '-chf', artifact, ...options, '.']);
    expect(packed.status).toBe(0);
    const judged = spawnSync('.ci/artifact', [artifact]);
    rmSync(root, { recursive: true });
    expect(judged.status === 0 ? 0 : 2).toBe(status);
  });
});
