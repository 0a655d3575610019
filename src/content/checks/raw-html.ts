import { videoPlayer } from '#lib/video.ts';
import { type TreeNode, textOf } from '#content/files/mdx-tree.ts';

const WORDS_ALONE = 'Supprimez les deux balises et conservez le texte';
const PARAGRAPHS = 'Supprimez les balises : une ligne vide sépare deux paragraphes';
const TITLE = 'Écrivez l’intertitre seul sur sa ligne, après « ## »';
const LIST = 'Écrivez chaque élément sur sa ligne, après « - » ou « 1. »';
const TABLE =
  'Écrivez le tableau avec « | » : une ligne de noms, une ligne « | --- | --- | », puis les autres';
const PICTURE = 'Écrivez ![ce que l’image montre](./nom-du-fichier)';
const CAPTION = 'Écrivez <Figure legende="…">, puis l’image, puis </Figure>';
const BOLD = 'Écrivez **le texte en gras** entre deux astérisques';
const STRUCK = 'Écrivez ~~le texte barré~~ entre deux tildes';
const CODE = 'Écrivez le code entre accents graves : `code`, ou entre deux lignes « ``` »';
const VIDEO = 'Écrivez <Video src="https://www.youtube.com/watch?v=…" titre="…" />';
const PROGRAM =
  'Supprimez-la avec ce qu’elle contient : un article n’a ni programme, ni style, ni formulaire';
const BOX = 'Écrivez <Encadre titre="…">, puis le texte, puis </Encadre>';
const DEFINITION = 'Écrivez une liste : « - **Terme** : sa définition »';

/** The remedy for each HTML element that articles may not use. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  ...all('p', PARAGRAPHS),
  ...all('div section article main header footer nav hgroup center', PARAGRAPHS),
  ...all('h1 h2 h3 h4 h5 h6', TITLE),
  ...all('ul ol li menu dir', LIST),
  ...all('table thead tbody tfoot tr th td caption col colgroup', TABLE),
  ...all('img picture image', PICTURE),
  ...all('figure figcaption', CAPTION),
  ...all('b', BOLD),
  ...all('mark', 'Écrivez **le passage** entre deux astérisques'),
  ...all('del s strike', STRUCK),
  ...all('pre code samp var tt', CODE),
  ...all('video iframe embed object', VIDEO),
  ...all(
    'script style link meta base form input button select option textarea label fieldset noscript template',
    PROGRAM,
  ),
  ...all('aside details', BOX),
  ...all('summary', 'Écrivez ce texte dans « titre » : <Encadre titre="…">'),
  ...all('dl dt dd', DEFINITION),
  ...all('blockquote', 'Écrivez « > » devant chaque ligne citée, ou <Citation>…</Citation>'),
  ...all('a', 'Écrivez [le texte du lien](https://adresse)'),
  ...all('hr', 'Écrivez *** seul sur sa ligne, entre deux lignes vides'),
  ...all('br', 'Écrivez <br /> : la ligne va plus loin'),
  ...all(
    'svg math canvas',
    'Enregistrez le dessin dans un fichier .svg à côté de l’article, et montrez-le comme une image',
  ),
  ...all('audio source track', 'Écrivez un lien vers l’enregistrement : [Écouter…](https://adresse)'),
  ...all(
    'u ins font big nobr wbr tt address time data dfn bdi bdo ruby rt rp center acronym html body head title',
    WORDS_ALONE,
  ),
};

function all(names: string, replacement: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, replacement]));
}

/** Whether this is the name of an HTML element that articles may not use. */
export const isRawHtml = (name: string): boolean => Object.hasOwn(REPLACEMENTS, name.toLowerCase());

/** Returns the problem of an HTML element that articles may not use, with what to write instead. */
export function rawHtmlProblem(name: string, node?: TreeNode): { message: string; remedy: string } {
  return {
    message: `<${name}> est une balise HTML, que les articles n’acceptent pas`,
    remedy:
      (node && exactReplacement(name.toLowerCase(), node)) ?? REPLACEMENTS[name.toLowerCase()] ?? WORDS_ALONE,
  };
}

/** The exact Markdown to write, when the element has everything it needs. */
function exactReplacement(name: string, node: TreeNode): string | null {
  const attribute = (wanted: string) => {
    const value = node.attributes?.find((one) => one.name === wanted)?.value;
    return typeof value === 'string' ? value.slice(0, LONGEST) : '';
  };
  const words = textOf(node).replace(/\s+/gu, ' ').trim().slice(0, LONGEST);
  const src = attribute('src');
  if (name === 'a' && words && attribute('href')) return `Écrivez [${words}](${attribute('href')})`;
  if (name === 'img' && src)
    return `Écrivez ![${attribute('alt') || 'ce que l’image montre'}](./${src.split('/').at(-1)})`;
  if (name === 'iframe' && src && videoPlayer(src) === null)
    return `Écrivez un lien : [ce que l’on y voit](${src})`;
  if (name === 'iframe' && src) return `Écrivez <Video src="${src}" titre="${attribute('title') || '…'}" />`;
  if (name === 'b' && words) return `Écrivez **${words}**`;
  const level = /^h([2-6])$/u.exec(name)?.[1];
  return level && words ? `Écrivez « ${'#'.repeat(Number(level))} ${words} » seul sur sa ligne` : null;
}

const LONGEST = 80;
