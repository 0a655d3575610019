import { accessSync, constants, readdirSync, readFileSync } from 'node:fs';
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
    expect(commands.sort()).toEqual(['.ci/publish', '.ci/run', '.ci/weekly']);
    for (const command of commands) accessSync(command, constants.X_OK);
  });
});
