import type { HeaderList } from '#lib/response-headers.ts';

/** The facts about a build that server configurations need. */
export interface ServedSite {
  list: HeaderList;
  host: string;
  /** The base path, with its last slash. */
  base: string;
  /** The new addresses by old address, both with the base path. */
  redirects: Readonly<Record<string, string>>;
  /**
   * The paths of the comment service, with their last slashes; empty when it has another host or comments are closed.
   */
  services: readonly string[];
  /** The path of the search page, with its last slash. The comment service also handles its requests. */
  search: string;
}

/** The folder of the build on the server, which the operator can change. */
export const SERVED_FOLDER = '/srv/magazine/dist';
/** The address where the comment service listens by default: `npm run comments:serve`. */
export const COMMENTS_SERVICE = '127.0.0.1:4321';
/** Files for static hosts, which other servers must not serve. */
export const HOST_FILES = ['_headers', '_redirects'] as const;

/** A header whose value depends on the path. */
export interface VaryingHeader {
  name: string;
  /** The value for all other files; `undefined` for none. */
  otherwise: string | undefined;
  values: { path: string; value: string }[];
}

export function varyingHeaders({ rules, defaults }: HeaderList): VaryingHeader[] {
  const names = new Set([...Object.keys(defaults), ...rules.flatMap(({ headers }) => Object.keys(headers))]);
  return [...names].map((name) => ({
    name,
    otherwise: defaults[name],
    values: rules.flatMap(({ path, headers }) =>
      headers[name] === undefined ? [] : [{ path, value: headers[name] }],
    ),
  }));
}

/** The redirects from each old address, both with and without its last slash. */
export function redirectPairs({ redirects }: ServedSite): [from: string, to: string][] {
  return Object.entries(redirects).flatMap(([from, to]) => {
    const bare = from.replace(/\/$/u, '');
    return [
      [bare, to],
      [`${bare}/`, to],
    ];
  });
}
