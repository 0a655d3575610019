import { type Headers, type HeaderList, isUnder } from '#lib/response-headers.ts';

/** Cloudflare Pages reads no more rules, and no longer lines. */
export const MOST_RULES = 100;
export const LONGEST_LINE = 2_000;
/** What both hosts say by themselves, and add to what they are told. */
const TOLD_BY_HOSTS = 'Cache-Control';

/**
 * The `_headers` file of Netlify and Cloudflare Pages. They have no « otherwise »: it is said of each file and folder at
 * the root of the build that no rule names.
 *
 * @param entries of the root of the build: `articles/`, `404.html`
 * @throws Error when a host would read only a part of it
 */
export function headersFile(
  { everywhere, rules, otherwise }: HeaderList,
  entries: readonly string[],
  base: string,
) {
  const said: { path: string; headers: Headers }[] = [{ path: '/*', headers: everywhere }, ...rules];
  for (const entry of ['', ...entries.filter((name) => !name.startsWith('_headers'))]) {
    const path = entry.endsWith('/') ? `/${entry}*` : `/${entry}`;
    const left = Object.entries(otherwise).filter(
      ([name]) =>
        name !== TOLD_BY_HOSTS &&
        !rules.some((rule) => rule.headers[name] !== undefined && overlaps(rule.path, path)),
    );
    if (left.length > 0) said.push({ path, headers: Object.fromEntries(left) });
  }
  if (said.length > MOST_RULES)
    throw new Error(`_headers: ${said.length} rules, of which hosts read ${MOST_RULES}`);
  const text = said.map(
    ({ path, headers }) =>
      `${base}${path.slice(1)}\n${Object.entries(headers)
        .map(([name, value]) => `  ${name}: ${value}\n`)
        .join('')}`,
  );
  return text.join('\n');
}

function overlaps(rulePath: string, path: string): boolean {
  return isUnder(rulePath, path) || isUnder(path, rulePath);
}
