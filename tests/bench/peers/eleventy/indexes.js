/** Everything that pages ask of the whole: computed once for a build, in about linear time. */
const MAX_RELATED = 3;
const MAX_OF_A_GROUP = 60;

let known = [];
let ranks = new Map();
let related = new Map();
let neighbours = new Map();

/** All articles, the newest first. */
export function prepare(articles) {
  if (known.length === articles.length && known[0]?.inputPath === newest(articles)?.inputPath) return known;
  known = articles.toSorted((a, b) => compare(b.data.day, a.data.day) || compare(a.fileSlug, b.fileSlug));
  ranks = new Map(known.map((article, rank) => [article.url, rank]));
  related = findRelated();
  neighbours = findNeighbours();
  return known;
}

const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const newest = (articles) =>
  articles.reduce((best, each) => (!best || compare(each.data.day, best.data.day) > 0 ? each : best), null);

function findRelated() {
  const groups = new Map();
  known.forEach(({ data }, rank) => {
    for (const key of [...data.keywords, data.sections[0]]) {
      const group = groups.get(key);
      if (group) group.push(rank);
      else groups.set(key, [rank]);
    }
  });
  return new Map(
    known.map(({ url, data }, rank) => {
      const scores = new Map();
      for (const key of [...data.keywords, data.sections[0]])
        for (const other of near(groups.get(key), rank))
          if (other !== rank)
            scores.set(other, (scores.get(other) ?? 0) + (key === data.sections[0] ? 1 : 2));
      const best = [...scores].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MAX_RELATED);
      return [url, best.map(([other]) => known[other])];
    }),
  );
}

function near(group, rank) {
  if (group.length <= MAX_OF_A_GROUP) return group;
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (group[middle] < rank) low = middle + 1;
    else high = middle;
  }
  return group.slice(Math.max(0, low - MAX_OF_A_GROUP / 2), low + MAX_OF_A_GROUP / 2);
}

function findNeighbours() {
  const last = new Map();
  const found = new Map();
  for (const article of known) {
    const [section] = article.data.sections;
    const next = last.get(section) ?? null;
    if (next) found.get(next.url).previous = article;
    found.set(article.url, { previous: null, next });
    last.set(section, article);
  }
  return found;
}

export const relatedTo = (url) => related.get(url) ?? [];
export const neighboursOf = (url) => neighbours.get(url) ?? { previous: null, next: null };
export const newestArticles = (most) => known.slice(0, most);
export const rankOf = (url) => ranks.get(url);

export function tagCloud(articles) {
  const counts = new Map();
  for (const { data } of articles)
    for (const tag of data.keywords) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts]
    .map(([name, count]) => ({
      name,
      count,
      weight: 1 + Math.round((4 * Math.log(count)) / Math.log(Math.max(most, 2))),
    }))
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}
