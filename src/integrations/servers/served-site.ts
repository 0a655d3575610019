import type { HeaderList } from '#lib/response-headers.ts';

/** What the configurations of servers say of a build. */
export interface ServedSite {
  list: HeaderList;
  /** The host name readers know. */
  host: string;
  /** The path it is published under, with its last slash. */
  base: string;
  /** New address by old one, both with the base path. */
  moves: Readonly<Record<string, string>>;
  /** Where the service of comments answers, with its last slash; `null` where it is elsewhere or closed. */
  comments: string | null;
}

/** Where the build lies on a server, until its configuration says otherwise. */
export const SERVED_FOLDER = '/srv/magazine/dist';
/** Where the service of comments listens by default: `npm run comments:serve`. */
export const COMMENTS_SERVICE = '127.0.0.1:4321';
/** What no reader asks for: files of static hosts, and hidden files. */
export const HOST_FILES = ['_headers', '_redirects'] as const;

/** Every header that is not said of everything, and the paths where it has its own value. */
export function varyingHeaders({ rules, otherwise }: HeaderList): {
  name: string;
  otherwise: string | undefined;
  values: { path: string; value: string }[];
}[] {
  const names = new Set([...Object.keys(otherwise), ...rules.flatMap(({ headers }) => Object.keys(headers))]);
  return [...names].map((name) => ({
    name,
    otherwise: otherwise[name],
    values: rules.flatMap(({ path, headers }) =>
      headers[name] === undefined ? [] : [{ path, value: headers[name] }],
    ),
  }));
}

/** An old address, with and without its last slash. */
export function bothForms(address: string): [string, string] {
  const bare = address.replace(/\/$/u, '');
  return [bare, `${bare}/`];
}
