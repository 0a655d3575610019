import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';

/** Files to write, by path; `null` for one to remove. */
export type Change = Readonly<Record<string, string | null>>;

/** A Git repository for tests. */
export class Repository {
  readonly root = realpathSync(mkdtempSync(join(tmpdir(), 'upgrade-')));

  /** @param source the repository to clone, if any */
  constructor(source?: Repository) {
    if (source) this.git('clone', '-q', source.root, '.');
    else this.git('init', '-q', '-b', 'main');
    mkdirSync(join(this.root, 'node_modules'), { recursive: true });
    for (const [name, value] of [
      ['user.name', 'Test'],
      ['user.email', 'test@example.org'],
      ['commit.gpgsign', 'false'],
    ] as const)
      this.git('config', name, value);
  }

  git(...args: string[]): string {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: this.root, encoding: 'utf8' });
    expect(status, stderr).toBe(0);
    return stdout.trim();
  }

  write(change: Change): void {
    for (const [path, text] of Object.entries(change)) {
      const file = join(this.root, path);
      if (text === null) rmSync(file);
      else {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, text);
      }
    }
  }

  /**
   * Writes files and commits them.
   *
   * @returns the commit
   */
  commit(change: Change): string {
    this.write(change);
    this.git('add', '-A');
    this.git('commit', '-qm', 'State');
    return this.git('rev-parse', 'HEAD');
  }

  has = (path: string) => existsSync(join(this.root, path));
  remove = () => rmSync(this.root, { recursive: true, force: true });
}

/** The check of the test engine: it fails on a text with « faute ». */
const CHECK = `const { readFileSync } = require('node:fs');
process.exit(readFileSync('content/site.yaml', 'utf8').includes('faute') ? 1 : 0);
`;

/** The first version of a test engine, with its own magazine. */
export const FIRST: Change = {
  '.gitignore': 'node_modules\n.cache\n',
  'package.json': '{"scripts":{"check":"node check.cjs"}}',
  'package-lock.json': '{"lockfileVersion":3}',
  'check.cjs': CHECK,
  'CHANGELOG.md':
    '# Changelog\n\n## 0.1.0\n\n### Ce que la rédaction doit savoir\n\n- Le début.\n\n### For developers\n\n- Code.\n',
  'src/page.ts': 'one\ntwo\nthree\n',
  'src/gone.ts': 'old\n',
  'public/favicon.svg': '<svg/>',
  'content/site.yaml': 'name: Moteur\n',
  'content/articles/sien/index.mdx': 'Le texte du moteur.\n',
  'content/README.md': 'Le guide.\n',
};

/** The changes of the second version: its files, its own magazine, its guide, and the model. */
export const SECOND: Change = {
  'CHANGELOG.md':
    '# Changelog\n\n## 0.2.0\n\n### Ce que la rédaction doit savoir\n\n- Les pages ont un rôle,\n  que la mise à jour écrit.\n\n## 0.1.0\n\n### Ce que la rédaction doit savoir\n\n- Le début.\n\n### For developers\n\n- Code.\n',
  'src/page.ts': 'one\ntwo\nfour\n',
  'src/gone.ts': null,
  'src/new.ts': 'new\n',
  'public/favicon.svg': null,
  'content/site.yaml': 'name: Moteur\nrole: aucun\n',
  'content/articles/sien/index.mdx': 'Un autre texte du moteur.\n',
  'content/articles/neuf/index.mdx': 'Encore un.\n',
  'content/README.md': 'Le guide, complété.\n',
  'src/cli/migrate.ts':
    "import { appendFileSync, existsSync, renameSync } from 'node:fs';\nappendFileSync('content/site.yaml', `${process.argv[2]}: fait\\n`);\nif (existsSync('public/favicon.svg')) renameSync('public/favicon.svg', 'content/icone.svg');\n",
  'src/cli/upgrade/migrations/001-roles.ts': 'export {};\n',
};
