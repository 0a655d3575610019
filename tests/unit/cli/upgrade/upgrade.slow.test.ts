import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsBetween } from '#cli/upgrade/changelog.ts';
import { gitIn } from '#cli/upgrade/git.ts';
import { upgrade } from '#cli/upgrade/upgrade.ts';
import { fetchVersion, installedVersion } from '#cli/upgrade/versions.ts';
import { FIRST, Repository, SECOND } from './engine.ts';

/** The newsroom's changes to the first version: its own magazine in place of the engine's. */
const OWN = {
  'content/site.yaml': 'name: Le Sillon # à nous\n',
  'content/articles/sien/index.mdx': null,
  'content/articles/notre/index.mdx': 'Notre texte, avec ses   espaces.\r\n',
};

let engine: Repository;
let magazine: Repository;
let first: string;
let second: string;

beforeEach(() => {
  engine = new Repository();
  first = engine.commit(FIRST);
  magazine = new Repository(engine);
  magazine.commit(OWN);
  second = engine.commit(SECOND);
});
afterEach(() => {
  engine.remove();
  magazine.remove();
});

/** Upgrades as the command does. */
function take(from = engine.root) {
  const git = gitIn(magazine.root);
  const target = fetchVersion(git, from);
  return upgrade(magazine.root, installedVersion(git, target, undefined), target);
}

const textsOf = () => magazine.git('ls-tree', '-r', 'HEAD:content/articles');
const show = (path: string) => magazine.git('show', `HEAD:${path}`);

describe('an upgrade', () => {
  it('changes the engine and its guide, adapts the content, and touches no text', async () => {
    const texts = textsOf();
    const { kept, migrations } = await take();
    expect(textsOf()).toBe(texts);
    expect(show('src/page.ts')).toBe('one\ntwo\nfour');
    expect(magazine.has('src/new.ts')).toBe(true);
    expect(magazine.has('src/gone.ts')).toBe(false);
    expect(show('content/README.md')).toBe('Le guide, complété.');
    expect(show('content/site.yaml')).toBe('name: Le Sillon # à nous\n001-roles: fait');
    expect({ kept, migrations }).toEqual({ kept: [], migrations: ['001-roles'] });
    expect(magazine.git('status', '--porcelain')).toBe('');
    expect(magazine.git('log', '--format=%s').split('\n')).toHaveLength(4);
  });

  it('goes back to the same bytes, as often as one likes', async () => {
    const before = magazine.git('rev-parse', 'HEAD^{tree}');
    await take();
    const after = magazine.git('rev-parse', 'HEAD^{tree}');
    await take(first);
    expect(magazine.git('rev-parse', 'HEAD^{tree}')).toBe(before);
    await take(second);
    expect(magazine.git('rev-parse', 'HEAD^{tree}')).toBe(after);
    await take(first);
    expect(magazine.git('rev-parse', 'HEAD^{tree}')).toBe(before);
  });

  it('gives back what the newsroom had in the place of a file of the engine', async () => {
    magazine.commit({ 'public/favicon.svg': '<svg id="a"/>', 'src/new.ts': 'own\n' });
    const before = magazine.git('rev-parse', 'HEAD^{tree}');
    await take();
    expect(show('src/new.ts')).toBe('own');
    await take(first);
    expect(magazine.git('rev-parse', 'HEAD^{tree}')).toBe(before);
  });

  it('does not take back what the newsroom has changed since', async () => {
    await take();
    magazine.commit({ 'content/site.yaml': 'name: Le Sillon # à nous\n001-roles: changé\n' });
    const before = magazine.git('rev-parse', 'HEAD');
    await expect(take(first)).rejects.toThrow(/content\/site\.yaml/u);
    expect(magazine.git('rev-parse', 'HEAD')).toBe(before);
  });

  it('goes back with the articles written in between', async () => {
    await take();
    magazine.commit({ 'content/articles/depuis/index.mdx': 'Depuis.\n' });
    await take(first);
    expect(show('content/articles/depuis/index.mdx')).toBe('Depuis.');
    expect(show('content/site.yaml')).toBe('name: Le Sillon # à nous');
  });

  it('merges what the newsroom changed elsewhere in a file of the engine', async () => {
    magazine.commit({ 'src/page.ts': 'zero\none\ntwo\nthree\n' });
    await take();
    expect(show('src/page.ts')).toBe('zero\none\ntwo\nfour');
  });

  it('leaves what the newsroom made its own, and does not bring back what it removed', async () => {
    magazine.commit({ 'public/favicon.svg': '<svg id="a"/>', 'content/README.md': 'Notre guide.\n' });
    magazine.commit({ 'src/page.ts': null });
    const { kept } = await take();
    expect(kept.sort()).toEqual(['content/README.md', 'public/favicon.svg']);
    expect(show('content/README.md')).toBe('Notre guide.');
    expect(show('content/icone.svg')).toBe('<svg id="a"/>');
    expect(magazine.has('src/page.ts')).toBe(false);
  });

  it.each([
    ['the same lines changed', { 'src/page.ts': 'one\ntwo\n3\n' }, /src\/page\.ts/u],
    ['content that its checks refuse', { 'content/site.yaml': 'name: une faute\n' }, /vérifications/u],
  ])('leaves the magazine untouched on %s', async (_, change, message) => {
    magazine.commit(change);
    const before = magazine.git('rev-parse', 'HEAD');
    await expect(take()).rejects.toThrow(message);
    expect(magazine.git('rev-parse', 'HEAD')).toBe(before);
    expect(magazine.git('status', '--porcelain')).toBe('');
    expect(magazine.git('worktree', 'list').split('\n')).toHaveLength(1);
  });
});

describe('the installed version', () => {
  it('is named by hand for a magazine without the history of the engine', async () => {
    const alone = new Repository();
    alone.commit({ ...FIRST, ...OWN, 'content/articles/sien/index.mdx': 'À nous.\n' });
    const git = gitIn(alone.root);
    const target = fetchVersion(git, engine.root);
    expect(() => installedVersion(git, target, undefined)).toThrow(/--installed/u);
    await upgrade(alone.root, installedVersion(git, target, first), target);
    expect(alone.git('show', 'HEAD:src/page.ts')).toBe('one\ntwo\nfour');
    expect(installedVersion(git, target, undefined)).toBe(second);
    alone.remove();
  });

  it('must exist', () => {
    expect(() => fetchVersion(gitIn(magazine.root), 'v9.9.9')).toThrow(/v9\.9\.9/u);
  });
});

it('the news of a version are what its changelog tells editors, and the other does not', () => {
  const [before, after] = [FIRST['CHANGELOG.md'] ?? '', SECOND['CHANGELOG.md'] ?? ''];
  expect(newsBetween(before, after)).toEqual([
    { version: '0.2.0', items: ['Les pages ont un rôle, que la mise à jour écrit.'] },
  ]);
  expect(newsBetween(after, before)).toEqual([]);
});
