import { CONTENT_TYPES, UNKNOWN_TYPE } from '#lib/content-types.ts';
import {
  bothForms,
  COMMENTS_SERVICE,
  HOST_FILES,
  SERVED_FOLDER,
  type ServedSite,
  varyingHeaders,
} from './served-site.ts';

/** A file for nginx's conf.d: needs the module brotli_static (Debian: libnginx-mod-http-brotli-static). */
export function nginxConfiguration(site: ServedSite): string {
  const { list, base, moves, comments } = site;
  const varying = varyingHeaders(list);
  const always = [
    ...Object.entries(list.everywhere).map(([name, value]) => addHeader(name, quote(value))),
    ...varying.map(({ name }) => addHeader(name, variable(name))),
  ];
  return `# Written by the build: what is changed here is written over. Put your own settings where TLS is ended.
map_hash_bucket_size 512;
${varying.map(({ name, otherwise = '', values }) => map(variable(name), quote(otherwise), values, base)).join('')}
map $uri $magazine_moved {
  default "";
${Object.entries(moves)
  .flatMap(([from, to]) => bothForms(from).map((address) => `  ${quote(address)} ${quote(to)};\n`))
  .join('')}}

server {
  # TLS is yours: replace this line by « listen 443 ssl; http2 on; », ssl_certificate and ssl_certificate_key (certbot
  # writes them), and redirect port 80 there. Strict-Transport-Security counts from then on.
  listen 80;
  server_name ${site.host};
  server_tokens off;
  absolute_redirect off;
  error_page 404 ${base}404.html;
  if ($magazine_moved) { return 301 $magazine_moved; }

  types {
${Object.entries(CONTENT_TYPES)
  .map(([extension, type]) => `    ${type.split(';')[0]} ${extension};\n`)
  .join('')}  }
  default_type ${UNKNOWN_TYPE};
  charset utf-8;
  charset_types ${Object.values(CONTENT_TYPES)
    .filter((type) => type.includes('charset'))
    .map((type) => type.split(';')[0])
    // Of HTML, nginx says it without being told.
    .filter((type) => type !== 'text/html')
    .join(' ')};

  location ${base} {
    alias ${SERVED_FOLDER}/;
    index index.html;
    # The build compressed what is worth it; nothing is compressed again here.
    gzip_static on;
    brotli_static on;
    gzip_vary on;
    disable_symlinks on from=${SERVED_FOLDER};
${always.map((line) => `    ${line}\n`).join('')}    location ~ /\\.(?!well-known/) { return 404; }
${HOST_FILES.map((name) => `    location = ${base}${name} { return 404; }\n`).join('')}  }
${comments === null ? '' : proxy(comments)}}
`;
}

function map(
  name: string,
  otherwise: string,
  values: readonly { path: string; value: string }[],
  base: string,
): string {
  const lines = values.map(({ path, value }) => {
    const address = `${base}${path.slice(1)}`;
    const pattern = address.endsWith('*') ? quote(`~^${address.slice(0, -1)}`) : quote(address);
    return `  ${pattern} ${quote(value)};\n`;
  });
  return `map $uri ${name} {\n  default ${otherwise};\n${lines.join('')}}\n`;
}

function proxy(comments: string): string {
  return `
  # The service of comments: TRUST_PROXY=1 npm run comments:serve
  location ${comments} {
    proxy_pass http://${COMMENTS_SERVICE};
    proxy_set_header Host $http_host;
    # The reader's own address, and nothing of what the reader claims.
    proxy_set_header X-Forwarded-For $remote_addr;
    client_max_body_size 128k;
  }
`;
}

/** « always »: on errors too. */
function addHeader(name: string, value: string): string {
  return `add_header ${name} ${value} always;`;
}

function variable(header: string): string {
  return `$magazine_${header.toLowerCase().replaceAll('-', '_')}`;
}

/** Nothing of the list or of an address holds a double quote, a backslash or a dollar. */
function quote(value: string): string {
  return `"${value}"`;
}
