import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { migrate } from '#cli/upgrade/migrations/001-look-and-roles.ts';
import { siteSchema } from '#model/site-schema.ts';

const SITE = '# À nous.\nname: Le Sillon   # court\n\nnavigation: []\n';
const PAGE = '---\r\ntitle: Contact\r\norder: 1 # le premier\r\n---\r\n\r\n---\r\n\r\nÉcrivez-nous.\r\n';
const texts = (files: Record<string, string>) => new Map(Object.entries(files));

describe('the migration of the look and of roles', () => {
  it('adds what the engine held before, and changes no other byte', () => {
    const migrated = migrate(texts({ 'content/site.yaml': SITE, 'content/pages/contact.mdx': PAGE }));
    const site = migrated.get('content/site.yaml') ?? '';
    expect(site.startsWith(SITE)).toBe(true);
    const { colours } = parse(site) as { colours: unknown };
    expect(siteSchema.shape.colours.safeParse(colours).error).toBeUndefined();
    expect(migrated.get('content/pages/contact.mdx')).toBe(
      PAGE.replace('premier\r\n', 'premier\r\nrole: contact\r\n'),
    );
    expect([...migrated.keys()]).toHaveLength(2);
  });

  it('moves the icon that the newsroom had put in the place of the engine’s', () => {
    const migrated = migrate(texts({ 'content/site.yaml': SITE, 'public/favicon.svg': '<svg/>' }));
    expect(migrated.get('content/site/icone.svg')).toBe('<svg/>');
    expect(migrated.get('public/favicon.svg')).toBeNull();
    expect(parse(migrated.get('content/site.yaml') ?? '')).toMatchObject({ icon: 'icone.svg' });
  });

  it('leaves adapted content, and pages of other names, as they are', () => {
    const once = migrate(texts({ 'content/site.yaml': SITE, 'content/pages/la-charte.mdx': PAGE }));
    const adapted = new Map([...once].map(([path, text]) => [path, text ?? '']));
    adapted.set('content/pages/a-propos.mdx', PAGE);
    expect([...migrate(adapted)]).toEqual([]);
  });

  it('leaves a file that cannot be read to the check', () => {
    expect([...migrate(texts({ 'content/site.yaml': '', 'content/pages/contact.mdx': 'Rien.' }))]).toEqual(
      [],
    );
    expect([...migrate(new Map())]).toEqual([]);
  });
});

describe('the migrations', () => {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'migrate-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('are numbered from one, without a gap', () => {
    const names = readdirSync('src/cli/upgrade/migrations').sort();
    for (const [at, name] of names.entries())
      expect(name).toMatch(new RegExp(`^${String(at + 1).padStart(3, '0')}-[a-z-]+\\.ts$`, 'u'));
  });

  it('write, add and remove the files of a folder', () => {
    const files = { 'content/site.yaml': SITE, 'public/favicon.svg': '<svg/>', 'content/mots.txt': 'mot\n' };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    const command = resolve('src/cli/migrate.ts');
    const { status, stderr } = spawnSync(process.execPath, [command, '001-look-and-roles'], {
      cwd: root,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(readFileSync(join(root, 'content/site.yaml'), 'utf8')).toContain('icon: icone.svg');
    expect(readFileSync(join(root, 'content/site/icone.svg'), 'utf8')).toBe('<svg/>');
    expect(readdirSync(join(root, 'public'))).toEqual([]);
    expect(readFileSync(join(root, 'content/mots.txt'), 'utf8')).toBe('mot\n');
  });
});
