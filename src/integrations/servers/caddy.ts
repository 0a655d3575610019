import { CONTENT_TYPES, UNKNOWN_TYPE } from '#lib/content-types.ts';
import {
  COMMENTS_SERVICE,
  HOST_FILES,
  redirectPairs,
  SERVED_FOLDER,
  type ServedSite,
  varyingHeaders,
} from './served-site.ts';

/** Writes a Caddyfile. Caddy itself obtains the TLS certificate of the host. */
export function caddyConfiguration(site: ServedSite): string {
  const { list, base, services, search } = site;
  const everywhere = lines(8, list.everywhere);
  const defaults = lines(8, list.defaults);
  const rules = varyingHeaders(list).flatMap(({ name, values }) =>
    values.map(({ path, value }) => `      header ${base}${path.slice(1)} ${name} "${value}"\n`),
  );
  const hidden = ['*/.*', ...HOST_FILES.map((name) => `${base}${name}`)];
  return `# Written by each build, which overwrites your changes. Caddy obtains the certificate of the host name and redirects HTTP
# to HTTPS by itself; MAGAZINE_ADDRESS=:8080 serves plain HTTP behind a server that ends TLS.
{$MAGAZINE_ADDRESS:${site.host}} {
  root * {$MAGAZINE_FOLDER:${SERVED_FOLDER}}

${redirectPairs(site)
  .map(([from, to]) => `  redir ${from} ${to} 301\n`)
  .join('')}${services.length === 0 ? '' : proxies(services, search)}
  handle {
    route {
      header {
${everywhere}${defaults}      }
${rules.join('')}${types(base)}      header {
        # Caddy sets it on compressed files alone, and a shared cache would then send those to every browser.
        Vary "Accept-Encoding"
        defer
      }
${base === '/' ? '' : `      @outside not path ${base}*\n      error @outside 404\n`}      @hidden {
        path ${hidden.join(' ')}
        not path ${base}.well-known/*
      }
      error @hidden 404
${base === '/' ? '' : `      uri strip_prefix ${base.slice(0, -1)}\n`}      file_server {
        precompressed br gzip
      }
    }
  }

  handle_errors {
    route {
      header {
${everywhere}${defaults}        Content-Type "${CONTENT_TYPES['html']}"
        -Access-Control-Allow-Origin
      }${services.length === 0 ? '' : searchWithoutService(search, base)}
      handle {
        rewrite * /404.html
        file_server {
          precompressed br gzip
        }
      }
    }
  }
}
`;
}

function types(base: string): string {
  const named = Object.entries(CONTENT_TYPES).map(
    ([extension, type]) =>
      `      @${extension} path *.${extension}\n      header @${extension} Content-Type "${type}"\n`,
  );
  return `      header ${base}pagefind/* Content-Type "${UNKNOWN_TYPE}"\n${named.join('')}`;
}

function proxies(services: readonly string[], search: string): string {
  const service = `reverse_proxy {$MAGAZINE_COMMENTS:${COMMENTS_SERVICE}}`;
  const handled = services.map(
    (path) => `  handle ${path}* {
    request_body {
      max_size 128KB
    }
    ${service}
  }
`,
  );
  return `
  # The service of comments and searches: TRUST_PROXY=1 npm run comments:serve
${handled.join('')}  handle ${search} {
    ${service}
  }
`;
}

/** While the comment service is down, the static search page is served. It searches with JavaScript. */
function searchWithoutService(search: string, base: string): string {
  return `
      @search {
        path ${search}
        expression {http.error.status_code} in [502, 504]
      }
      handle @search {
        rewrite * /${search.slice(base.length)}index.html
        file_server {
          precompressed br gzip
          status 200
        }
      }`;
}

function lines(depth: number, headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${' '.repeat(depth)}${name} "${value}"\n`)
    .join('');
}
