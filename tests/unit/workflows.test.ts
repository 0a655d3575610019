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

const FOLDER = '.github/workflows';

interface Job {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}
interface Workflow {
  on: Record<string, unknown>;
  permissions?: Record<string, string>;
  jobs: Record<string, Job>;
}

const workflows = readdirSync(FOLDER).map((file) => {
  const text = readFileSync(join(FOLDER, file), 'utf8');
  return { file, text, workflow: parse(text) as Workflow };
});
const stepsOf = ({ jobs }: Workflow) => Object.values(jobs).flatMap(({ steps }) => steps);

describe('the workflows', () => {
  it('check proposals, publish, and look every week at what changes without us', () => {
    expect(workflows.map(({ file }) => file).sort()).toEqual(['check.yml', 'publish.yml', 'weekly.yml']);
  });

  it('name each action by its commit, with the version that it is', () => {
    for (const { file, text } of workflows) {
      const used = text.match(/uses: .*/gu) ?? [];
      expect(used.length, file).toBeGreaterThan(1);
      for (const line of used)
        expect(line, file).toMatch(/^uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/u);
    }
  });

  it('may read the repository and nothing else, but for the job that deploys', () => {
    for (const { file, workflow } of workflows) {
      expect(workflow.permissions, file).toEqual({ contents: 'read' });
      for (const [name, { permissions }] of Object.entries(workflow.jobs)) {
        const own =
          `${file} ${name}` === 'publish.yml deploy' ? { pages: 'write', 'id-token': 'write' } : undefined;
        expect(permissions, `${file} ${name}`).toEqual(own);
      }
    }
  });

  it('show no secret to a fork', () => {
    for (const { file, text, workflow } of workflows) {
      expect(Object.keys(workflow.on), file).not.toContain('pull_request_target');
      expect(text, file).not.toMatch(/\bsecrets\b/u);
    }
  });

  it('leave no credential in the checkout', () => {
    for (const { file, workflow } of workflows)
      for (const { uses, with: options } of stepsOf(workflow))
        if (uses?.startsWith('actions/checkout')) expect(options?.['persist-credentials'], file).toBe(false);
  });

  it('run the commands of .ci, which run anywhere', () => {
    const commands = workflows.flatMap(({ workflow }) => stepsOf(workflow).flatMap(({ run }) => run ?? []));
    expect(commands.sort()).toEqual([
      '.ci/artifact "$RUNNER_TEMP/artifact.tar"',
      '.ci/publish',
      '.ci/run',
      '.ci/weekly',
    ]);
    for (const command of commands) accessSync(command.split(' ')[0] ?? '', constants.X_OK);
  });

  it('install packages with an npm that refuses install scripts which package.json does not allow', () => {
    expect(readFileSync('.npmrc', 'utf8').split('\n')).toContain('strict-allow-scripts=true');
    const versions = workflows.flatMap(({ workflow }) =>
      stepsOf(workflow).flatMap(({ uses, with: options }) =>
        uses?.startsWith('actions/setup-node') ? [options?.['node-version']] : [],
      ),
    );
    expect(versions).toHaveLength(workflows.length);
    // npm 11 comes with Node 24; npm 10 knows no such setting.
    for (const version of versions) expect(version).toBeGreaterThanOrEqual(24);
  });
});

describe('the artifact of the published site', () => {
  const stepsOfBuild =
    workflows.find(({ file }) => file === 'publish.yml')?.workflow.jobs['build']?.steps ?? [];
  const packing = stepsOfBuild.findIndex(({ uses }) => uses?.startsWith('actions/upload-pages-artifact@'));

  it('takes hidden files, and is looked at before it can be deployed', () => {
    expect(stepsOfBuild[packing]?.with).toEqual({ path: 'dist/', 'include-hidden-files': true });
    expect(stepsOfBuild[packing + 1]?.run).toContain('.ci/artifact');
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
