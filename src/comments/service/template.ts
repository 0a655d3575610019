import { join } from 'node:path';
import { html } from 'hono/html';
import { FRAMING_POLICY, PLAIN_POLICY, policyElsewhere } from '#lib/html/content-policy.ts';
import { freshFile } from '#server/fresh-file.ts';
import type { Settings } from '#comments/settings.ts';

/** Markup made by `html`, in which what readers wrote is escaped. */
export type Markup = ReturnType<typeof html>;

/** A whole page, and the policy under which browsers show it. */
export interface Page {
  document: string;
  policy: string;
}

interface Template {
  text: string;
  policy: string;
}

const TITLE = '{{titre}}';
/** The build may have given it attributes of its own. */
const PLACE = /(<div id="reponse"[^>]*>)(<\/div>)/u;

/** The policy that the build gave the page: see src/lib/html/finish-page.ts. */
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

/** Stands in until the build has made a page of the magazine for it. */
const PLAIN = `<!doctype html>
<html lang="fr">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="robots" content="noindex">
    <title>${TITLE}</title>
  </head>
  <body>
    <main id="contenu"><div id="reponse"></div></main>
  </body>
</html>
`;

/** Sets contents in the page that the build made for them. */
export function createTemplate(
  settings: Pick<Settings, 'siteFolder' | 'siteOrigin' | 'external'>,
): (title: string, content: Markup) => Promise<Page> {
  const make = (text: string): Template | null => (PLACE.test(text) ? prepare(text, settings) : null);
  const read = freshFile(join(settings.siteFolder, 'commentaires/gabarit/index.html'), make);
  const plain = prepare(PLAIN, settings);
  return async (title, content) => {
    const { text, policy } = read() ?? plain;
    const escapedTitle = String(await html`${title}`);
    const [before = '', start = '', end = '', after = ''] = text.split(PLACE);
    const named = [before + start, end + after].map((part) => part.replaceAll(TITLE, () => escapedTitle));
    return { document: named.join(String(await content)), policy };
  };
}

function prepare(
  text: string,
  { siteOrigin, external }: Pick<Settings, 'siteOrigin' | 'external'>,
): Template {
  const own = POLICY.exec(text)?.[1] ?? PLAIN_POLICY;
  const policy = external ? policyElsewhere(own, siteOrigin) : own;
  // Said once, by the header, which also says what a meta element cannot.
  const page = text.replace(POLICY, '');
  return {
    // On another host, an address that starts at the root must name the magazine's.
    text: external ? page.replace(/(\s(?:href|src|action)=")\/(?!\/)/gu, `$1${siteOrigin}/`) : page,
    policy: `${policy};${FRAMING_POLICY}`,
  };
}
