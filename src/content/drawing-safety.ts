import type { ContentProblem } from './problems.ts';

const SIDE = 10_000;
const MOST_COPIES = 500;

const EXPORT = 'Exportez le dessin en « SVG simple », ou retirez cette partie';

/** What a drawing may not hold: it is published as a file, and anyone may open it alone. */
const FORBIDDEN: readonly (readonly [pattern: RegExp, message: string, remedy: string])[] = [
  [/<!(?:doctype|entity)\b[^>]*\[|<!entity\b/iu, 'Ce dessin définit des entités XML', EXPORT],
  [/<\?xml-stylesheet/iu, 'Ce dessin va chercher une feuille de style', EXPORT],
  [/<(?:\w+:)?script\b/iu, 'Ce dessin contient un programme (<script>)', EXPORT],
  [
    /<(?:\w+:)?(?:foreignobject|iframe|embed|object|audio|video|handler|listener)\b/iu,
    'Ce dessin contient une autre page',
    EXPORT,
  ],
  [/[\s"'/]on[a-z]+\s*=/iu, 'Ce dessin contient un programme (attribut « on… »)', EXPORT],
  [
    /\b(?:href|src)\s*=\s*(?:"\s*(?!#|data:image\/(?:png|jpeg|webp);base64,)|'\s*(?!#|data:image\/(?:png|jpeg|webp);base64,)|[^\s"'])/iu,
    'Ce dessin mène à une autre adresse ou va chercher un autre fichier',
    'Ne gardez que des renvois à l’intérieur du dessin (« #nom »)',
  ],
  [
    /url\(\s*["']?\s*(?!#|["']?#)[^)\s]|@import\b/iu,
    'Ce dessin va chercher un autre fichier par son style',
    'Ne gardez que des renvois à l’intérieur du dessin (« #nom »)',
  ],
  [
    /<style[^>]*>[^<]*\\|\bstyle\s*=\s*["'][^"']*\\/iu,
    'Le style de ce dessin écrit des signes par leur numéro (« \\ »)',
    EXPORT,
  ],
  [/attributeName\s*=\s*["'](?:xlink:)?href/iu, 'Ce dessin change une adresse en s’animant', EXPORT],
];

/** What is wrong with a drawing (SVG), with its place. */
export function drawingProblems(file: string, written: string): ContentProblem[] {
  // Signs written by their number are read as others are.
  const text = written.replace(
    /&#(?:x([0-9a-f]{1,6})|(\d{1,7}));?/giu,
    (whole, hex?: string, decimal?: string) => {
      const code = hex ? parseInt(hex, 16) : Number(decimal);
      return code > 0x1f && code < 0x7f ? String.fromCharCode(code).padEnd(whole.length, ' ') : whole;
    },
  );
  const tell = (offset: number, message: string, remedy: string): ContentProblem => {
    const before = text.slice(0, offset).split('\n');
    return { file, line: before.length, column: (before.at(-1) ?? '').length + 1, message, remedy };
  };
  const found = FORBIDDEN.flatMap(([pattern, message, remedy]) => {
    const match = pattern.exec(text);
    return match ? [tell(match.index, message, remedy)] : [];
  });
  const sides = [...text.matchAll(/\b(?:width|height|viewBox)\s*=\s*["'](?<value>[^"']*)/giu)].find(
    ({ groups }) =>
      (groups?.['value'] ?? '').split(/[\s,]+/u).some((side) => Math.abs(parseFloat(side)) > SIDE),
  );
  if (sides)
    found.push(tell(sides.index, `Ce dessin dépasse ${SIDE} pixels de côté`, 'Réduisez ses dimensions'));
  const copies = [...text.matchAll(/<(?:\w+:)?use\b/giu)];
  if (copies.length > MOST_COPIES || nestsCopies(text))
    found.push(
      tell(
        copies[0]?.index ?? 0,
        'Ce dessin se répète lui-même sans fin (<use>)',
        'Écrivez ses formes une à une',
      ),
    );
  return found;
}

/** Copies of groups that hold copies: ten lines of them are a billion shapes. */
function nestsCopies(text: string): boolean {
  const groups = [
    ...text.matchAll(
      /<(?:g|symbol|defs|svg)\b[^>]*\bid\s*=\s*["'](?<id>[^"']+)["'][^>]*>(?<inner>[\s\S]*?)<\/(?:g|symbol|defs)>/giu,
    ),
  ];
  const holding = new Set(
    groups
      .filter(({ groups: part }) => /<(?:\w+:)?use\b/iu.test(part?.['inner'] ?? ''))
      .map(({ groups: part }) => part?.['id']),
  );
  return groups.some(({ groups: part }) =>
    [...(part?.['inner'] ?? '').matchAll(/<(?:\w+:)?use\b[^>]*href\s*=\s*["']#(?<to>[^"']+)/giu)].some(
      ({ groups: use }) => holding.has(use?.['to']),
    ),
  );
}
