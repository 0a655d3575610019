import { CONTENT_TYPES, UNKNOWN_TYPE } from '#lib/content-types.ts';
import {
  COMMENTS_SERVICE,
  HOST_FILES,
  redirectPairs,
  SERVED_FOLDER,
  type ServedSite,
  type VaryingHeader,
  varyingHeaders,
} from './served-site.ts';

/**
 * Writes a file for the conf.d folder of nginx. It requires the module brotli_static (Debian:
 * libnginx-mod-http-brotli-static).
 */
export function nginxConfiguration(site: ServedSite): string {
  const { list, base, services, search } = site;
  const varying = varyingHeaders(list);
  const always = [
    ...Object.entries(list.everywhere).map(([name, value]) => addHeader(name, quote(value))),
    ...varying.map(({ name }) => addHeader(name, variable(name))),
  ];
  return `# Written by each build, which overwrites your changes. Put your own settings where TLS ends.
map_hash_bucket_size 512;
${varying.map((header) => map(header, base)).join('')}
map $uri $magazine_redirect {
  default "";
${redirectPairs(site)
  .map(([from, to]) => `  ${quote(from)} ${quote(to)};\n`)
  .join('')}}

server {
  # For TLS, replace this line by « listen 443 ssl; http2 on; », ssl_certificate and ssl_certificate_key (certbot
  # writes them), and redirect port 80 there. Strict-Transport-Security works from then on.
  listen 80;
  server_name ${site.host};
  server_tokens off;
  absolute_redirect off;
  error_page 404 ${base}404.html;
  if ($magazine_redirect) { return 301 $magazine_redirect; }

  types {
${Object.entries(CONTENT_TYPES)
  .map(([extension, type]) => `    ${type.split(';')[0]} ${extension};\n`)
  .join('')}  }
  default_type ${UNKNOWN_TYPE};
  charset utf-8;
  charset_types ${Object.values(CONTENT_TYPES)
    .filter((type) => type.includes('charset'))
    .map((type) => type.split(';')[0])
    // nginx includes text/html by default, and warns when it is listed.
    .filter((type) => type !== 'text/html')
    .join(' ')};

  location ${base} {
    alias ${SERVED_FOLDER}/;
    index index.html;
    # The build has already compressed the files.
    gzip_static on;
    brotli_static on;
    gzip_vary on;
    disable_symlinks on from=${SERVED_FOLDER};
${always.map((line) => `    ${line}\n`).join('')}    location ~ /\\.(?!well-known/) { return 404; }
${HOST_FILES.map((name) => `    location = ${base}${name} { return 404; }\n`).join('')}  }
${services.length === 0 ? '' : proxies(services, search)}}
`;
}

/** Maps the path of a file to the value of a header. nginx does not send a header with an empty value. */
function map({ name, otherwise = '', values }: VaryingHeader, base: string): string {
  const lines = values.map(({ path, value }) => {
    const address = `${base}${path.slice(1)}`;
    const pattern = address.endsWith('*') ? quote(`~^${address.slice(0, -1)}`) : quote(address);
    return `  ${pattern} ${quote(value)};\n`;
  });
  return `map $uri ${variable(name)} {\n  default ${quote(otherwise)};\n${lines.join('')}}\n`;
}

function proxies(services: readonly string[], search: string): string {
  const service = `proxy_pass http://${COMMENTS_SERVICE};
    proxy_set_header Host $http_host;
    # The address of the reader replaces any that the request claims.
    proxy_set_header X-Forwarded-For $remote_addr;`;
  const locations = services.map(
    (path) => `  location ${path} {
    ${service}
    client_max_body_size 128k;
  }
`,
  );
  return `
  # The service of comments and searches: TRUST_PROXY=1 npm run comments:serve
${locations.join('')}  location = ${search} {
    ${service}
    proxy_connect_timeout 2s;
    # Without the service, the page searches with JavaScript alone.
    error_page 502 504 = ${search}index.html;
  }
`;
}

/** With « always », error responses have the header too. */
function addHeader(name: string, value: string): string {
  return `add_header ${name} ${value} always;`;
}

function variable(header: string): string {
  return `$magazine_${header.toLowerCase().replaceAll('-', '_')}`;
}

/** Quotes a value without escaping it: no header and no address contains a double quote, a backslash or a dollar. */
function quote(value: string): string {
  return `"${value}"`;
}
