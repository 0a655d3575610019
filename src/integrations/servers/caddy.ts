import { CONTENT_TYPES, UNKNOWN_TYPE } from '#lib/content-types.ts';
import {
  bothForms,
  COMMENTS_SERVICE,
  HOST_FILES,
  SERVED_FOLDER,
  type ServedSite,
  varyingHeaders,
} from './served-site.ts';

/** A Caddyfile for the magazine alone; Caddy ends TLS by itself for the host it is given. */
export function caddyConfiguration(site: ServedSite): string {
  const { list, base, moves, comments } = site;
  const everywhere = lines(8, list.everywhere);
  const otherwise = lines(8, list.otherwise);
  const rules = varyingHeaders(list).flatMap(({ name, values }) =>
    values.map(({ path, value }) => `      header ${base}${path.slice(1)} ${name} "${value}"\n`),
  );
  const hidden = ['*/.*', ...HOST_FILES.map((name) => `${base}${name}`)];
  return `# Written by the build: what is changed here is written over. TLS: given a host name, Caddy obtains its certificate and
# redirects HTTP there by itself; MAGAZINE_ADDRESS=:8080 serves plain HTTP, for behind a server that ends TLS.
{$MAGAZINE_ADDRESS:${site.host}} {
  root * {$MAGAZINE_FOLDER:${SERVED_FOLDER}}

${Object.entries(moves)
  .flatMap(([from, to]) => bothForms(from).map((address) => `  redir ${address} ${to} 301\n`))
  .join('')}${comments === null ? '' : proxy(comments)}
  handle {
    route {
      header {
${everywhere}${otherwise}      }
${rules.join('')}${types(base)}      header {
        # Caddy says it of compressed files alone, and what is kept between would send those to all.
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
${everywhere}${otherwise}        Content-Type "${CONTENT_TYPES['html']}"
        -Access-Control-Allow-Origin
      }
      rewrite * /404.html
      file_server {
        precompressed br gzip
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

function proxy(comments: string): string {
  return `
  # The service of comments: TRUST_PROXY=1 npm run comments:serve
  handle ${comments}* {
    request_body {
      max_size 128KB
    }
    reverse_proxy {$MAGAZINE_COMMENTS:${COMMENTS_SERVICE}}
  }
`;
}

function lines(depth: number, headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${' '.repeat(depth)}${name} "${value}"\n`)
    .join('');
}
