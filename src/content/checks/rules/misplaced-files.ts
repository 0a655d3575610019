import { join } from 'node:path';
import { filesBelow } from '#storage/files-below.ts';
import { nearest } from '#lib/nearest.ts';
import { slugify } from '#lib/slugs.ts';
import type { ContentDocument } from '#content/checks/project/project.ts';
import { defineRule, type Severity } from '#content/checks/rule.ts';
import { START } from '#model/problems.ts';
import { fr } from '#lib/typography/fr.ts';

const FOLDERS = ['articles', 'authors', 'categories', 'guide', 'pages', 'site'];
const FILES = ['README.md', 'REGLES.md', 'front-page.yaml', 'mots.txt', 'site.yaml', 'tags.yaml'];
const TEXT = /\.(?:mdx?|markdown)$/iu;
const LIST = /\.(?:ya?ml|json|toml)$/iu;
const PICTURE = /\.(?:jpe?g|png|webp|avif|svg|gif)$/iu;
const CODE = /\.(?:astro|ts|js|mjs|css)$/iu;
/** Files that operating systems and text editors create. */
const SYSTEM_FILES = /(?:^|\/)(?:\.|Thumbs\.db$|desktop\.ini$|~\$)|~$/u;

export const rule = defineRule({
  name: 'fichiers mal placés',
  description: 'Chaque fichier se trouve dans le dossier prévu, sous le nom prévu.',
  example: 'content/articles/mon-article.mdx',
  severity: 'erreur',
  checkProject({ root, documents }, reportIn) {
    const paths = filesBelow(join(root, 'content')).filter((path) => !SYSTEM_FILES.test(path));
    for (const path of paths.sort()) {
      const [severity, message, remedy] = checkFile(path, documents) ?? [];
      if (message && remedy) reportIn(`content/${path}`)(START, message, remedy, { severity });
    }
  },
});

type Result = readonly [severity: Severity, message: string, remedy: string] | null;

const UNREAD = fr`Ce fichier n’est pas pris en compte : il ne sera pas publié`;

function checkFile(path: string, documents: readonly ContentDocument[]): Result {
  const [folder = '', ...rest] = path.split('/');
  const name = rest.at(-1) ?? folder;
  const isWritten = TEXT.test(name) || LIST.test(name);
  if (rest.length === 0) {
    if (FILES.includes(folder)) return null;
    const meant = nearest(
      folder.replace(/\.\w+$/u, ''),
      FILES.map((file) => file.replace(/\.\w+$/u, '')),
    );
    const right = FILES.find((file) => meant !== null && file.startsWith(`${meant}.`));
    return [
      isWritten ? 'erreur' : 'note',
      UNREAD,
      right
        ? fr`Renommez-le « ${right} »`
        : fr`Mettez-le dans un dossier d’article ou dans « pages », ou supprimez-le`,
    ];
  }
  if (folder === 'comments' && isWritten)
    return [
      'erreur',
      fr`Les commentaires acceptés ne sont plus dans ce dossier : celui-ci ne sera pas publié`,
      fr`Reprenez-les avec la commande « importer » de « npm run comments », puis supprimez le dossier « comments »`,
    ];
  if (!FOLDERS.includes(folder)) {
    const meant = nearest(folder, FOLDERS);
    const remedy = meant
      ? fr`Vouliez-vous dire « ${meant} » ?`
      : fr`Les dossiers prévus : ${FOLDERS.join(', ')}`;
    return isWritten ? ['erreur', fr`Le dossier « ${folder} » n’est pas pris en compte`, remedy] : null;
  }
  if (folder === 'articles') return checkArticleFile(rest, documents);
  if (folder === 'pages') return checkPageFile(rest);
  if (folder === 'authors' || folder === 'categories') return checkListFile(rest);
  return null;
}

function checkArticleFile(rest: readonly string[], documents: readonly ContentDocument[]): Result {
  const [slug = '', ...inside] = rest;
  const name = inside.at(-1) ?? slug;
  if (inside.length === 0) {
    if (!TEXT.test(name) && !PICTURE.test(name)) return null;
    const wanted = slugify(name.replace(/\.\w+$/u, ''));
    return TEXT.test(name)
      ? [
          'erreur',
          fr`Cet article n’a pas son propre dossier : il ne sera pas publié`,
          fr`Créez le dossier « articles/${wanted} », et mettez-y ce fichier sous le nom « index.mdx »`,
        ]
      : ['note', UNREAD, fr`Mettez l’image dans le dossier de son article`];
  }
  const article = documents.find((document) => document.kind === 'article' && document.slug === slug);
  // The content check reports a folder without an article, and suggests the text that belongs there.
  if (!article || inside.join('/') === 'index.mdx' || CODE.test(name)) return null;
  if (TEXT.test(name) || LIST.test(name))
    return [
      'avertissement',
      UNREAD,
      fr`Le texte d’un article est « index.mdx » : faites-en un autre article, ou supprimez-le`,
    ];
  if (!PICTURE.test(name))
    return [
      'note',
      UNREAD,
      fr`Un article n’accepte pas de pièce jointe : mettez un lien vers le fichier, ou supprimez-le`,
    ];
  const { text } = article.source;
  const isUsed = inside.length === 1 && [name, encodeURI(name)].some((written) => text.includes(written));
  return isUsed
    ? null
    : [
        'note',
        fr`Cette image n’est utilisée dans aucun texte`,
        fr`Supprimez-la, ou montrez-la : ![ce qu’elle montre](${`./${name}`})`,
      ];
}

function checkPageFile(rest: readonly string[]): Result {
  const name = rest.at(-1) ?? '';
  if (!TEXT.test(name) || (rest.length === 1 && name.endsWith('.mdx'))) return null;
  const wanted = rest.length > 1 ? rest[0] : name.replace(/\.\w+$/u, '');
  return [
    'erreur',
    fr`Cette page n’est pas prise en compte : elle ne sera pas publiée`,
    fr`Renommez-la « pages/${slugify(wanted ?? '')}.mdx »`,
  ];
}

function checkListFile(rest: readonly string[]): Result {
  const name = rest.at(-1) ?? '';
  if (rest.length === 1 && name.endsWith('.yaml')) return null;
  if (!TEXT.test(name) && !LIST.test(name)) return null;
  return [
    'erreur',
    UNREAD,
    fr`Renommez-le « ${slugify(name.replace(/\.\w+$/u, ''))}.yaml », sans autre dossier`,
  ];
}
