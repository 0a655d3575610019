import type { HeaderList } from '#lib/response-headers.ts';

/** The facts of a build that server configurations need. */
export interface ServedSite {
  list: HeaderList;
  host: string;
  /** The base path, with its last slash. */
  base: string;
  /** New address by old address, both with the base path. */
  redirects: Readonly<Record<string, string>>;
  /** The paths of the comment service, with their last slashes; none when it is on another host or closed. */
  services: readonly string[];
  /** The path of the search page, with its last slash, which the same service answers. */
  search: string;
}

/** The folder of the build on the server, unless the operator changes it. */
export const SERVED_FOLDER = '/srv/magazine/dist';
/** Where the service listens by default: `npm run comments:serve`. */
export const COMMENTS_SERVICE = '127.0.0.1:4321';
/** Files for static hosts, which other servers must hide. */
export const HOST_FILES = ['_headers', '_redirects'] as const;

/** A header that not all files have, with its values by path. */
export interface VaryingHeader {
  name: string;
  /** The value of the other files, if any. */
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

/** The redirects from each old address, with and without its last slash. */
export function redirectPairs({ redirects }: ServedSite): [from: string, to: string][] {
  return Object.entries(redirects).flatMap(([from, to]) => {
    const bare = from.replace(/\/$/u, '');
    return [
      [bare, to],
      [`${bare}/`, to],
    ];
  });
}
