import { join } from 'node:path';
import { html } from 'hono/html';
import type { Settings } from '#comments/settings.ts';
import { FRAMING_POLICY, PLAIN_POLICY, policyElsewhere } from '#lib/html/content-policy.ts';
import { freshFile } from '#server/fresh-file.ts';

/** HTML from the `html` tag, which escapes interpolated texts. */
export type Markup = ReturnType<typeof html>;

/** HTML with its content security policy. */
interface Page {
  html: string;
  policy: string;
}

const TITLE = '{{titre}}';
/** The element that receives the content. The build may have added attributes to it. */
const SLOT = /(<div id="reponse"[^>]*>)(<\/div>)/u;
/** The policy that the build wrote into the page: see src/lib/html/finish-page.ts. */
const POLICY = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/u;

/** The template until a build has written that of the magazine. */
const FALLBACK = `<!doctype html>
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

/**
 * Returns a function that puts a title and a content into a page of the built site.
 *
 * @param folder the folder of that page
 */
export function createPageTemplate(
  settings: Pick<Settings, 'siteFolder' | 'siteOrigin' | 'external'>,
  folder = 'commentaires/gabarit',
): (title: string, content: Markup) => Promise<Page> {
  const file = join(settings.siteFolder, folder, 'index.html');
  const read = freshFile(file, (text) => (SLOT.test(text) ? prepare(text, settings) : null));
  const fallback = prepare(FALLBACK, settings);
  return async (title, content) => {
    const template = read() ?? fallback;
    const escapedTitle = String(await html`${title}`);
    const [before = '', start = '', end = '', after = ''] = template.html.split(SLOT);
    const parts = [before + start, end + after].map((part) => part.replaceAll(TITLE, () => escapedTitle));
    return { html: parts.join(String(await content)), policy: template.policy };
  };
}

function prepare(text: string, { siteOrigin, external }: Pick<Settings, 'siteOrigin' | 'external'>): Page {
  const own = POLICY.exec(text)?.[1] ?? PLAIN_POLICY;
  const policy = external ? policyElsewhere(own, siteOrigin) : own;
  // The policy moves from the meta element to a header, because only a header can forbid framing.
  const page = text.replace(POLICY, '');
  return {
    // On another host, paths must lead to the magazine.
    html: external ? page.replace(/(\s(?:href|src|action)=")\/(?!\/)/gu, `$1${siteOrigin}/`) : page,
    policy: `${policy};${FRAMING_POLICY}`,
  };
}
