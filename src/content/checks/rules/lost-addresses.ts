import { articleState } from '#content/files/publication.ts';
import { git } from '#content/checks/project/chosen-files.ts';
import { fieldTexts } from '#content/checks/project/fields.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { defineRule } from '#content/checks/rule.ts';
import { fr } from '#lib/typography/fr.ts';
import { addressOf, ROUTES, slugOfArticle } from '#routes.ts';
import { reportLostWords } from './lost-words.ts';
import { isWaiting } from '#content/checks/waiting-articles.ts';

/** A published article whose folder was renamed: its old and new slugs. */
interface Renamed {
  from: string;
  to: string;
}

export const rule = defineRule({
  name: 'adresses perdues',
  description:
    'Les anciennes adresses que Git connaît mènent encore quelque part : celle d’un article dont le dossier a été renommé, celles d’un mot changé dans « addresses ».',
  example: 'Le dossier « ancien-titre » renommé « nouveau-titre », sans « aliases »',
  severity: 'avertissement',
  skipped: ({ root }) =>
    git(root, ['rev-parse', '-q', '--verify', 'HEAD']) ? null : fr`Git n’est pas disponible`,
  checkProject(project, reportIn) {
    const { root, documents, now } = project;
    reportLostWords(project, reportIn('content/site.yaml'));
    const articles = new Map(
      documents.flatMap((document) => (document.article ? [[document.slug, document]] : [])),
    );
    const renames = [...committedRenames(root), ...uncommittedRenames(root, [...articles.values()], now)];
    const next = new Map(renames.map(({ from, to }) => [from, to]));
    for (const from of next.keys()) {
      const document = articles.get(lastSlug(from, next));
      if (!document?.article || articles.has(from)) continue;
      if (articleState(document.article, now) !== 'published') continue;
      if (fieldTexts(document, 'aliases').some(({ text }) => slugOfArticle(text) === from)) continue;
      const address = addressOf(ROUTES.article, from);
      reportIn(document.source.file)(
        document.fields.placeOfKey(['aliases']),
        fr`L’ancienne adresse « ${address} » ne mène plus à rien`,
        fr`Ajoutez-la aux « aliases » de l’article : - ${address}`,
      );
    }
  },
});

const FILE = /content\/articles\/([^/]+)\/index\.mdx$/u;
const slugOf = (path: string) => FILE.exec(path)?.[1];

/** The slug of an article after all its renames. */
function lastSlug(from: string, next: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let name = from;
  for (let to = next.get(name); to !== undefined && !seen.has(to); to = next.get(name)) {
    seen.add(to);
    name = to;
  }
  return name;
}

/** Renames in the Git history of articles that were published at the time. */
function committedRenames(root: string): Renamed[] {
  const options = ['log', '-M50%', '--diff-filter=R', '--name-status', '--relative', '--format=%H %cI'];
  const lines = (git(root, [...options, '--', 'content/articles']) ?? []).join('').split('\n');
  const renames: Renamed[] = [];
  let commit = '';
  let date = '';
  for (const line of lines) {
    const [, hash, when] = /^([0-9a-f]{40,}) (\S+)$/u.exec(line) ?? [];
    if (hash && when) [commit, date] = [hash, when];
    const [state = '', before = '', after = ''] = line.split('\t');
    const [from, to] = [slugOf(before), slugOf(after)];
    if (!state.startsWith('R') || !from || !to || from === to) continue;
    const text = git(root, ['show', `${commit}^:./${before}`])?.join('\0') ?? '';
    if (!isWaiting(text, new Date(date))) renames.push({ from, to });
  }
  // From the oldest to the newest: Git lists the newest first.
  return renames.reverse();
}

/** Renames that are not committed yet. */
function uncommittedRenames(root: string, articles: readonly ContentDocument[], now: Date): Renamed[] {
  const known = git(root, ['ls-tree', '-r', '-z', '--name-only', 'HEAD', '--', 'content/articles']) ?? [];
  const before = new Set(known.flatMap((path) => slugOf(path) ?? []));
  const added = articles.filter(({ slug }) => !before.has(slug));
  if (added.length === 0) return [];
  const slugs = new Set(articles.map(({ slug }) => slug));
  const gone = [...before].filter((slug) => !slugs.has(slug));
  return gone.flatMap((from) => {
    const text = git(root, ['show', `HEAD:./content/articles/${from}/index.mdx`])?.join('\0') ?? '';
    const title = /^title:.*$/mu.exec(text)?.[0];
    const to = added.find(
      ({ source }) => source.text === text || (title && source.text.includes(`\n${title}\n`)),
    );
    return to && !isWaiting(text, now) ? [{ from, to: to.slug }] : [];
  });
}
