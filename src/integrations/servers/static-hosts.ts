import { type HeaderList, type HeaderMap, matchesRule } from '#lib/response-headers.ts';

/** The limits of Cloudflare Pages: rules, and characters in a line. */
export const MAX_RULES = 100;
export const MAX_LINE_LENGTH = 2_000;
/** Netlify and Cloudflare Pages set this header themselves, so a rule would add a second value. */
const SET_BY_HOSTS = 'Cache-Control';

/**
 * Writes the `_headers` file for Netlify and Cloudflare Pages. They do not support default headers, so these become
 * rules for each file and folder at the root of the build that no other rule matches.
 *
 * @param entries the names at the root of the build, such as `articles/` and `404.html`
 * @throws Error when there are more rules than a host reads
 */
export function headersFile(
  { everywhere, rules, defaults }: HeaderList,
  entries: readonly string[],
  base: string,
) {
  const all: { path: string; headers: HeaderMap }[] = [{ path: '/*', headers: everywhere }, ...rules];
  for (const entry of ['', ...entries.filter((name) => !name.startsWith('_headers'))]) {
    const path = entry.endsWith('/') ? `/${entry}*` : `/${entry}`;
    const missing = Object.entries(defaults).filter(
      ([name]) =>
        name !== SET_BY_HOSTS &&
        !rules.some((rule) => rule.headers[name] !== undefined && overlaps(rule.path, path)),
    );
    if (missing.length > 0) all.push({ path, headers: Object.fromEntries(missing) });
  }
  if (all.length > MAX_RULES)
    throw new Error(`_headers: ${all.length} rules, of which hosts read ${MAX_RULES}`);
  const text = all.map(
    ({ path, headers }) =>
      `${base}${path.slice(1)}\n${Object.entries(headers)
        .map(([name, value]) => `  ${name}: ${value}\n`)
        .join('')}`,
  );
  return text.join('\n');
}

function overlaps(rulePath: string, path: string): boolean {
  return matchesRule(rulePath, path) || matchesRule(path, rulePath);
}
