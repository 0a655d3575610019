import { CONTENT_TYPES, UNKNOWN_TYPE } from '#lib/content-types.ts';
import { HOST_FILES, type ServedSite, varyingHeaders } from './served-site.ts';

/**
 * Files that are not uploaded. Object storage cannot negotiate encodings: it would offer compressed copies as separate
 * files.
 */
const LEFT_OUT = [...HOST_FILES, '*.br', '*.gz'];

/**
 * Writes a shell script that uploads a build to S3-compatible object storage. It can only set the content type and the
 * caching of files, and redirects where the storage acts as a website.
 */
export function objectStorageScript(site: ServedSite): string {
  const redirects = Object.entries(site.redirects).map(([from, to]) => redirect(from, to, site.base));
  return `#!/bin/sh
# Written by each build, which overwrites your changes. Sends the site with the AWS command line:
#   sh object-storage.sh dist s3://magazine [--endpoint-url https://storage.example]
set -eu
site=\${1%/}
bucket=$2${site.base.slice(0, -1)}
shift 2
options="$* --only-show-errors"

# send <Cache-Control> <Content-Type> <filters, of which the last one that matches a file decides>
send() {
  cache=$1
  type=$2
  shift 2
  found=
  for word; do
    case $word in
      --*) filter=$word ;;
      *) [ "$filter" = --exclude ] || found=$found$(find -L "$site" -path "$site/$word" | head -n 1) ;;
    esac
  done
  [ -n "$found" ] || return 0
  aws s3 sync "$site" "$bucket" $options --cache-control "$cache" --content-type "$type" --exclude '*' "$@"${filters('exclude', LEFT_OUT)}
}

# Files whose names hold a digest come first: pages need them.
${sends(site).join('\n')}

# Old addresses.
redirect() {
  aws s3 cp "$site/$1" "$bucket/$1" $options --content-type '${CONTENT_TYPES['html']}' --website-redirect "$2"
}
${redirects.join('\n')}

# Everything is sent: this erases what the site no longer has.
aws s3 sync "$site" "$bucket" $options --delete${filters('exclude', LEFT_OUT)}
`;
}

/** One upload command for each pair of caching and content type: a command sets the same headers on all its files. */
function sends({ list }: ServedSite): string[] {
  const { values = [], otherwise = '' } =
    varyingHeaders(list).find(({ name }) => name === 'Cache-Control') ?? {};
  const byValue = Map.groupBy(values, ({ value }) => value);
  const ruled = values.map(({ path }) => path.slice(1));
  return [
    ...[...byValue].flatMap(([value, rules]) =>
      perType(value, (pattern) => rules.flatMap(({ path }) => narrow(path.slice(1), pattern)), []),
    ),
    ...perType(otherwise, (pattern) => [pattern], ruled),
  ];
}

/** @param narrowed returns the patterns of the files that have this caching and also match a pattern such as `*.js` */
function perType(
  cache: string,
  narrowed: (pattern: string) => readonly string[],
  excluded: readonly string[],
): string[] {
  const line = (type: string, pattern: string, others: readonly string[]) => {
    const included = narrowed(pattern);
    if (included.length === 0) return [];
    return [`send '${cache}' '${type}'${filters('include', included)}${filters('exclude', others)}`];
  };
  const extensions = Object.keys(CONTENT_TYPES).map((extension) => `*.${extension}`);
  return [
    ...Object.entries(CONTENT_TYPES).flatMap(([extension, type]) => line(type, `*.${extension}`, excluded)),
    ...line(UNKNOWN_TYPE, '*', [...extensions, ...excluded]),
  ];
}

/** The patterns of the files that match both a rule and a pattern such as `*.js`. */
function narrow(path: string, pattern: string): string[] {
  if (path.endsWith('*')) return [path.slice(0, -1) + pattern];
  return pattern !== '*' && path.endsWith(pattern.slice(1)) ? [path] : [];
}

function filters(name: 'include' | 'exclude', patterns: readonly string[]): string {
  return patterns.map((pattern) => ` --${name} '${pattern}'`).join('');
}

/**
 * Redirects a former address. Its page already redirects browsers; a storage that acts as a website also responds with
 * 301.
 */
function redirect(from: string, to: string, base: string): string {
  const path = from.slice(base.length);
  return `redirect '${path.endsWith('/') ? `${path}index.html` : path}' '${to}'`;
}
