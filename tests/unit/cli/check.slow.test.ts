import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

const COMMAND = resolve('src/cli/check.ts');
const PAGE = 'content/pages/contact.mdx';
const QUICK = ['--regle=modèle', '--regle=à compléter', '--regle=typographie', '--regle=liens internes'];
let root = '';

// Each test starts a process, which may be slow on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'magazine-'));
  cpSync('tests/fixtures/content', join(root, 'content'), { recursive: true });
});
beforeEach(() => cpSync(join('tests/fixtures', PAGE), join(root, PAGE)));
afterAll(() => rmSync(root, { recursive: true }));

function run(...options: string[]): { status: number | null; output: string; complaint: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, output: stdout.replace(/[\u00A0\u202F]/gu, ' '), complaint: stderr };
}

it('finds no error in the present content, by any rule, nor a word it does not know', () => {
  const { status, output } = run('--json');
  const { problems } = JSON.parse(output) as { problems: { severity: string; rule: string }[] };
  expect(problems.filter(({ severity, rule }) => severity === 'erreur' || rule === 'orthographe')).toEqual(
    [],
  );
  expect(status).toBe(0);
});

describe('the exit code', () => {
  it('is 0 with warnings, 1 with warnings that count', () => {
    expect(run('--regle=à compléter').status).toBe(0);
    expect(run('--regle=à compléter', '--strict').status).toBe(1);
  });

  it('is 1 with an error', () => {
    appendFileSync(join(root, PAGE), '\n[Nulle part](../nulle-part-ailleurs/)\n');
    expect(run(...QUICK).status).toBe(1);
  });

  it('is 2 when there is no such option or rule', () => {
    expect(run('--oups')).toMatchObject({ status: 2, output: '' });
    expect(run('--regle=typo')).toMatchObject({ status: 2, output: '' });
    expect(run('--regle=typo').complaint).toContain('typographie');
  });
});

it('judges dates at the time of the publication', () => {
  vi.stubEnv('PUBLICATION_NOW', '2001-01-01');
  const { problems } = JSON.parse(run('--json', '--regle=dates').output) as {
    problems: { message: string }[];
  };
  vi.unstubAllEnvs();
  expect(problems[0]?.message).toMatch(/^La publication, le .+, est à venir$/u);
});

describe('the report', () => {
  const text =
    '---\ntitle: Contact\ndescription: Une ou deux phrases assez longues pour que le modèle les accepte.\norder: 7\n---\n\n' +
    'Quoi ? [Ici](../ici-et-la/)\n';

  it('is grouped by file, with the line, the column, the rule and the remedy', () => {
    writeFileSync(join(root, PAGE), text);
    expect(run('--regle=liens internes').output).toBe(
      `${PAGE}\n  7:8  erreur  Le lien « ../ici-et-la/ » ne mène à aucune page du magazine  [liens internes]\n` +
        '      → Corrigez l’adresse, ou supprimez le lien\n\n1 erreur, 0 avertissement, 0 note.\n',
    );
  });

  it('counts notes, and reads them out when asked', () => {
    writeFileSync(join(root, PAGE), text);
    expect(run('--regle=typographie').output).not.toContain('La page écrira');
    expect(run('--regle=typographie', '--notes').output).toContain('7:5  note  La page écrira : Quoi ?');
  });

  it('has a stable form for programs', () => {
    writeFileSync(join(root, PAGE), text);
    const report = JSON.parse(run('--json', '--regle=liens internes', '--regle=liens externes').output);
    expect(report).toEqual({
      version: 1,
      errors: 1,
      warnings: 0,
      notes: 0,
      problems: [
        {
          rule: 'liens internes',
          severity: 'erreur',
          file: PAGE,
          line: 7,
          column: 8,
          message: 'Le lien « ../ici-et-la/ » ne mène à aucune page du magazine',
          remedy: 'Corrigez l’adresse, ou supprimez le lien',
          fixable: false,
          waiting: false,
        },
      ],
      skipped: [{ rule: 'liens externes', reason: expect.stringContaining('--externes') }],
    });
  });
});

it('--fix writes all that is safe at once, and nothing the second time', () => {
  expect(run(...QUICK, '--fix').output).toMatch(/\d+ corrections enregistrées\./u);
  const once = readFileSync(join(root, PAGE), 'utf8');
  expect(once).not.toBe(readFileSync(join('tests/fixtures', PAGE), 'utf8'));
  expect(run(...QUICK, '--fix').output).not.toMatch(/correction.? enregistrée/u);
  expect(readFileSync(join(root, PAGE), 'utf8')).toBe(once);
  expect(run('--regle=modèle').status).toBe(0);
});
