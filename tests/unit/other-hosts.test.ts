import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
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

interface Run {
  /** `<file> <job>` */
  job: string;
  line: string;
  env: Record<string, string>;
}
interface GitlabJob {
  script?: string[];
  image?: string;
  variables?: Record<string, string>;
  parallel?: { matrix: Record<string, string[]>[] };
  extends?: string;
  cache?: unknown;
  artifacts?: { paths: string[] };
}
interface ForgejoJob {
  'runs-on': string;
  container: { image: string };
  strategy?: { matrix: { include: Record<string, string>[] } };
  env?: Record<string, string>;
  steps: { uses?: string; run?: string; env?: Record<string, string>; with?: Record<string, unknown> }[];
}

const GITLAB = '.gitlab-ci.yml';
const gitlab = parse(readFileSync(GITLAB, 'utf8'), { merge: true }) as Record<string, GitlabJob>;
const FORGEJO = '.forgejo/workflows';
const forgejo = readdirSync(FORGEJO).flatMap((file) => {
  const { jobs } = parse(readFileSync(join(FORGEJO, file), 'utf8')) as { jobs: Record<string, ForgejoJob> };
  return Object.entries(jobs).map(([name, job]) => ({ job: `${file} ${name}`, ...job }));
});

const gitlabRuns = Object.entries(gitlab).flatMap(([job, { script = [], variables, parallel }]): Run[] => {
  const matrix = (parallel?.matrix ?? [{}]).flatMap((row) =>
    Object.entries(row).length === 0
      ? [{}]
      : Object.entries(row).flatMap(([name, values]) => values.map((value) => ({ [name]: value }))),
  );
  return matrix.flatMap((env) =>
    script.map((line) => ({ job: `${GITLAB} ${job}`, line, env: { ...variables, ...env } })),
  );
});
const forgejoRuns = forgejo.flatMap(({ job, strategy, env, steps }) =>
  (strategy?.matrix.include ?? [{}]).flatMap((row: Record<string, string>) => {
    const filled = (text: string) =>
      text.replace(/\$\{\{ (?:matrix|vars|secrets)\.(\w+) \}\}/gu, (_, name: string) => row[name] ?? '');
    const filledAll = (values: Record<string, string> = {}) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, filled(value)]));
    return steps.flatMap(({ run, env: own }): Run[] =>
      run === undefined
        ? []
        : [{ job, line: filled(run), env: { ...filledAll(env), ...filledAll(own), BUCKET: 's3://seau' } }],
    );
  }),
);

/**
 * Runs a shell line in a folder with the scripts of .ci, where npm and the AWS command line only record their
 * arguments.
 */
function recorded({ line, env }: Run): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ci-'));
  cpSync('.ci', join(folder, '.ci'), { recursive: true });
  for (const tool of ['npm', 'aws']) {
    writeFileSync(join(folder, tool), `#!/bin/sh\necho "${tool} $*" >> "$CALLS"\n`);
    chmodSync(join(folder, tool), 0o755);
  }
  mkdirSync(join(folder, '.dist/1'), { recursive: true });
  writeFileSync(join(folder, '.dist/1/index.html'), '');
  symlinkSync('.dist/1', join(folder, 'dist'));
  mkdirSync(join(folder, '.cache/servers/dist'), { recursive: true });
  writeFileSync(join(folder, '.cache/servers/dist/object-storage.sh'), 'aws "$@"\n');
  const calls = join(folder, 'calls');
  const { status, stderr } = spawnSync('bash', ['-c', line], {
    cwd: folder,
    // Input is ignored: with a socket there, Bash would assume a remote shell and read the user's settings.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...env, PATH: `${folder}:/usr/bin:/bin`, CALLS: calls },
    encoding: 'utf8',
  });
  expect(stderr, line).toBe('');
  expect(status, line).toBe(0);
  if (line.includes('public')) expect(existsSync(join(folder, 'public/index.html'))).toBe(true);
  const text = readFileSync(calls, 'utf8').trimEnd();
  rmSync(folder, { recursive: true });
  return text.split('\n');
}

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> })
  .scripts;
const steps = readFileSync('src/cli/test.ts', 'utf8');
const tiers = new Set([...steps.matchAll(/tier: '(\w+)'/gu)].map(([, tier]) => tier));

describe.each([
  ['GitLab', gitlabRuns],
  ['Forgejo', forgejoRuns],
])('the pipelines of %s', (_, runs) => {
  const calls = runs.map((run) => ({ ...run, calls: recorded(run) }));

  it('run scripts of .ci, which call scripts of package.json', () => {
    for (const { line } of runs) {
      expect(line).toMatch(/^\.ci\/\w+(?: |$)/u);
      accessSync(line.split(' ')[0] ?? '', constants.X_OK);
    }
    for (const call of calls.flatMap(({ calls: own }) => own)) {
      const name = /^npm (?:run )?(?!ci|audit|outdated|test)([\w:]+)/u.exec(call)?.[1];
      if (name !== undefined) expect(Object.keys(scripts), call).toContain(name);
    }
  });

  it('run every tier of npm test on a proposal, with the browser tests in two parts', () => {
    const run = calls.flatMap(({ env, calls: own }) =>
      own.flatMap((call) => {
        const words = /^npm test -- (.+)$/u.exec(call)?.[1];
        return words === undefined ? [] : [{ words: words.split(' '), shard: env['BROWSER_SHARD'] }];
      }),
    );
    expect(new Set(run.flatMap(({ words }) => words))).toEqual(tiers);
    const browser = run.filter(({ words }) => words.includes('browser'));
    expect(browser.map(({ shard }) => shard)).toEqual(['1/2', '2/2']);
  });

  it('publish what every gate has passed, and check weekly what changes without us', () => {
    const lines = runs.map(({ line }) => line.split(' ')[0]);
    for (const script of ['.ci/publish', '.ci/weekly'])
      expect(lines.filter((line) => line === script)).toHaveLength(1);
  });
});

it('GitLab publishes a real folder, and gives the built site to the jobs that read it', () => {
  expect(gitlab['pages']).toMatchObject({
    script: ['.ci/publish public'],
    pages: { publish: 'public' },
  });
  expect(gitlab['build']?.artifacts?.paths).toEqual(expect.arrayContaining(['dist', '.dist/']));
  for (const name of ['site', 'copies', 'browser']) expect(gitlab[name]?.extends).toBe('.built');
});

it('Forgejo names actions by their commit, and gives its secrets to the step that sends the site alone', () => {
  for (const { container, steps: own } of forgejo) {
    expect(container.image).toMatch(/^node:24-/u);
    for (const { uses, run, env = {}, with: options } of own) {
      if (uses) expect(uses).toMatch(/^actions\/[\w-]+@[0-9a-f]{40}$/u);
      if (uses?.startsWith('actions/checkout')) expect(options?.['persist-credentials']).toBe(false);
      if (run !== '.ci/upload') expect(JSON.stringify(env)).not.toContain('secrets');
    }
  }
  const sending = forgejo.flatMap(({ steps: own }) => own).filter(({ run }) => run === '.ci/upload');
  expect(sending).toHaveLength(1);
});

describe('the container image', () => {
  const lines = readFileSync('Containerfile', 'utf8').replaceAll('\\\n', ' ').split('\n');
  const of = (name: string) =>
    lines.flatMap((line) => (line.startsWith(`${name} `) ? [line.slice(name.length + 1).trim()] : []));

  it('copies files that exist, and leaves out what is made, installed or private', () => {
    for (const words of of('COPY').map((line) => line.split(' ').slice(0, -1)))
      for (const path of words) expect(existsSync(path), path).toBe(true);
    const ignored = readFileSync('.containerignore', 'utf8').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', '.cache', 'data', 'dist', 'node_modules']));
  });

  it('runs commands that exist', () => {
    for (const [, name = ''] of of('RUN')
      .join('\n')
      .matchAll(/npm run ([\w:]+)/gu))
      expect(Object.keys(scripts)).toContain(name);
    const [command = '[]'] = of('CMD');
    const [program, file] = JSON.parse(command) as string[];
    expect(program).toBe('node');
    expect(existsSync(file ?? '')).toBe(true);
  });

  it('belongs to no root user, keeps its data in a volume, and says whether it is well', () => {
    expect(of('USER')).toEqual(['1000:1000']);
    expect(of('VOLUME')).toEqual(['/data']);
    expect(of('ENV').join(' ')).toContain('COMMENTS_DATA=/data/');
    expect(of('HEALTHCHECK')).toHaveLength(1);
    // No command after USER may need root.
    const user = lines.findIndex((line) => line.startsWith('USER'));
    expect(lines.slice(user).some((line) => line.startsWith('RUN') || line.startsWith('COPY'))).toBe(false);
  });
});
