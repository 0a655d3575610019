/** The news for editors in a version of the engine. */
export interface News {
  version: string;
  items: string[];
}

const FOR_EDITORS = '### Ce que la rédaction doit savoir';

/** Returns the news of the second changelog that are not in the first, by version, newest first. */
export function newsBetween(before: string, after: string): News[] {
  const known = new Set(newsOf(before).flatMap(({ items }) => items));
  return newsOf(after)
    .map(({ version, items }) => ({ version, items: items.filter((item) => !known.has(item)) }))
    .filter(({ items }) => items.length > 0);
}

function newsOf(changelog: string): News[] {
  return changelog
    .split(/^## /mu)
    .slice(1)
    .map((section) => {
      const version = section.split('\n', 1)[0] ?? '';
      const [, text = ''] = section.split(`${FOR_EDITORS}\n`);
      const [own = ''] = text.split(/^### /mu);
      const items = own.split(/^- /mu).slice(1);
      return { version, items: items.map((item) => item.trim().replace(/\s*\n\s*/gu, ' ')) };
    });
}
