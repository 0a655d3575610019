import { counted, enumerate, plural } from '#lib/french.ts';
import { formatNumber } from '#lib/numbers.ts';

const kilobytes = (bytes: number) =>
  Math.abs(bytes) < 100 ? counted(bytes, 'octet') : `${formatNumber(Math.round(bytes / 100) / 10)} ko`;

/** Formats a part of a page's weight: a number of requests, or a size in bytes. */
const amount = (part: string, value: number) =>
  part === 'requests' ? formatNumber(value) : kilobytes(value);

const workingCopy = 'la copie de travail';
const quoted = (label: string) => (label === workingCopy ? label : `« ${label} »`);

const states = { added: 'nouvelle', removed: 'retirée', changed: 'modifiée' };

/** Texts of the report of a proposed change, for editors, developers and the terminal. */
export const reportStrings = {
  title: 'Ce qui change',
  kicker: 'Avant publication',
  compared: (head: string, base: string) => `Différences entre ${quoted(base)} et ${quoted(head)}.`,
  workingCopy,
  nothing: 'Rien ne change pour les lecteurs : les deux versions sont les mêmes.',
  baseFailed: (base: string) =>
    `« ${base} » n’a pas pu être construit : aucune comparaison, les pages sont montrées telles qu’elles seront.`,
  baseFailedTitle: 'Journal de construction',

  sections: {
    summary: 'En bref',
    shared: 'Le même changement sur plusieurs pages',
    pages: 'Page par page',
    weights: 'Poids des pages',
    accessibility: 'Accessibilité',
    files: 'Flux, plan du site et recherche',
  },

  states,
  recordStates: { added: 'ajout', removed: 'retrait', changed: 'modification' },
  appearance: 'apparence modifiée',
  kinds: {
    words: 'Mots',
    headings: 'Intertitres',
    metadata: 'Métadonnées',
    links: 'Liens',
    names: 'Textes lus par les lecteurs d’écran',
    pictures: 'Images',
    style: 'Style',
    scripts: 'Scripts',
    foreign: 'Requêtes vers d’autres sites',
    markup: 'Balisage',
  },
  labels: { internal: 'interne', external: 'vers un autre site', source: 'source de la page' },
  picture: (name: string, state: keyof typeof states) => `${name} : ${states[state]}`,
  others: (count: number) => counted(count, 'autre'),
  more: (count: number) => `et ${counted(count, 'autre')}`,

  summary: {
    added: (count: number, titles: readonly string[]) =>
      `${counted(count, 'page')} de plus : ${enumerate(titles)}.`,
    removed: (count: number, titles: readonly string[]) =>
      `${counted(count, 'page')} de moins : ${enumerate(titles)}.`,
    changed: (count: number, looks: number) => {
      const pages = `${counted(count, 'page')} ${plural(count, 'change', 'changent')}`;
      if (looks === 0) return `${pages}.`;
      return looks === count
        ? `${pages}, uniquement dans leur apparence.`
        : `${pages}, dont ${formatNumber(looks)} uniquement dans leur apparence.`;
    },
    shared: (count: number, kinds: readonly string[]) =>
      `Le même changement sur ${counted(count, 'page')} : ${enumerate(kinds)}.`,
    rewritten: (count: number, before: string, after: string) =>
      `« ${before} » devient « ${after} » sur ${counted(count, 'page')}.`,
    weight: (template: string, bytes: number) =>
      `${template} : ${kilobytes(Math.abs(bytes))} de ${bytes > 0 ? 'plus' : 'moins'} par page.`,
    faults: (count: number) =>
      `${counted(count, 'défaut')} d’accessibilité ${plural(count, 'nouveau', 'nouveaux')}.`,
    mended: (count: number) => `${counted(count, 'défaut')} d’accessibilité en moins.`,
    foreign: (count: number) =>
      `${counted(count, 'requête')} vers un autre site ${plural(count, 'apparaît', 'apparaissent')}.`,
    files: (names: readonly string[]) => `En dehors des pages : ${enumerate(names)}.`,
  },
  files: {
    feeds: 'les flux',
    sitemaps: 'le plan du site',
    search: 'la recherche',
    redirects: 'les adresses déplacées',
    robots: 'les consignes aux robots',
    others: (count: number) => counted(count, 'autre fichier', 'autres fichiers'),
    searchIndex: 'Index de la recherche',
  },

  forMachines: (count: number, kinds: readonly string[]) =>
    `${counted(count, 'autre changement commun', 'autres changements communs')}, ${plural(count, 'invisible', 'invisibles')} à la lecture : ${enumerate(kinds)}`,
  onPages: (count: number) => `Les ${formatNumber(count)} pages`,
  onlyShared: 'Uniquement des changements communs à plusieurs pages.',
  onlyCommon: (count: number) => `${counted(count, 'page')} sans rien de plus que ces changements communs`,
  screens: { phone: 'Téléphone', desktop: 'Ordinateur' },
  before: 'Avant',
  after: 'Après',
  sameLook: 'Aucune différence visible, sur mobile comme sur ordinateur.',
  sameLookOn: (screen: string) => `${screen} : aucune différence visible.`,
  marks: (count: number) =>
    count === 0 ? 'page entière' : `${counted(count, 'endroit')} ${plural(count, 'encadré', 'encadrés')}`,
  cut: 'La suite de la page change aussi, mais n’est pas montrée.',
  left: (count: number) =>
    `${counted(count, 'page modifiée', 'pages modifiées')} sans image ici. Pour toutes les voir : npm run report -- --toutes`,
  blind: 'Aucun navigateur : le rapport est sans images et sans contrôle d’accessibilité.',

  weights: {
    caption: 'Moyenne des pages dont le poids change, avant et après',
    template: 'Modèle',
    pages: 'Pages',
    parts: {
      html: 'HTML',
      css: 'CSS',
      js: 'JavaScript',
      inlineJs: 'dont en ligne',
      fonts: 'Polices',
      pictures: 'Images',
      requests: 'Requêtes',
    },
    count: (value: number) => formatNumber(value),
    amount,
    move: (part: string, before: number, after: number) =>
      amount(part, before) === amount(part, after)
        ? `${amount(part, after)} (${after > before ? '+' : '−'}${kilobytes(Math.abs(after - before))})`
        : `${amount(part, before)} → ${amount(part, after)}`,
  },
  accessibility: {
    none: 'Aucun défaut apparu ni corrigé sur les pages examinées.',
    come: 'Nouveaux',
    gone: 'Corrigés',
  },

  options: {
    base: 'la version de référence : une référence Git (main, HEAD~1…) ou le dossier d’un site construit',
    proposition: 'la version proposée, de même (par défaut : le projet dans son état actuel)',
    dossier: 'le dossier du rapport (par défaut : .cache/report)',
    images: 'nombre de pages modifiées à montrer en images (par défaut : 18, une de chaque modèle d’abord)',
    toutes: 'montrer en images toutes les pages modifiées',
  },
  noBase: 'Il manque --base : par exemple npm run report -- --base main',
  noReference: (name: string) =>
    `« ${name} » n’est ni un dossier, ni une référence de ce dépôt Git. Vérifiez son nom (git branch --all), ou récupérez-la : git fetch`,
  noSite: (name: string) =>
    `Le dossier « ${name} » ne contient pas de site : il n’a pas d’index.html. Indiquez le dossier créé par npm run build.`,
  headFailed: (reason: string) =>
    `La version proposée ne peut pas être construite, il n’y a donc rien à montrer. Corrigez, puis recommencez :\n${reason}`,
  noBrowser:
    'Aucun Chromium : le rapport n’aura pas d’images. Pour en avoir, installez-le (npx playwright install chromium), ou indiquez son chemin dans CHROMIUM_PATH.',
  progress: {
    building: 'Construction des deux versions…',
    comparing: 'Comparaison des pages…',
    looking: (done: number, total: number) => `Images des pages : ${done} sur ${total}`,
  },
  written: (file: string) => `Rapport : ${file}`,
};
