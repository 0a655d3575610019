import {
  type Document,
  LineCounter,
  type ParsedNode,
  type YAMLError,
  isMap,
  isScalar,
  parseDocument,
  visit,
} from 'yaml';
import type { Place } from './problems.ts';

/** YAML as an editor wrote it: its data, its faults, and where each value stands. */
export interface YamlSource {
  data: unknown;
  faults: (Place & { message: string; remedy: string })[];
  /** Where a value stands; of a missing one, its nearest parent that is there. */
  placeOfValue(path: readonly PropertyKey[]): Place;
  /** Where a field's name stands. */
  placeOfKey(path: readonly PropertyKey[]): Place;
}

const FRENCH_FAULTS: Readonly<
  Partial<Record<YAMLError['code'], readonly [message: string, remedy: string]>>
> = {
  BLOCK_AS_IMPLICIT_KEY: ['Un « : » coupe le texte en deux', 'Mettez le texte entre guillemets droits : "…"'],
  MULTILINE_IMPLICIT_KEY: [
    'Un champ n’a pas de « : », ou un texte continue sans retrait',
    'Écrivez « champ: valeur » sur une ligne',
  ],
  DUPLICATE_KEY: ['Ce champ est écrit deux fois', 'Gardez-en un seul'],
  TAB_AS_INDENT: ['Une tabulation sert de retrait', 'Remplacez-la par deux espaces'],
  BAD_INDENT: [
    'Le retrait ne suit pas celui des lignes voisines',
    'Alignez la ligne sur ses voisines, avec des espaces',
  ],
  MISSING_CHAR: [
    'Un guillemet ou un crochet n’est pas fermé, ou un « : » manque',
    'Fermez-le sur la même ligne',
  ],
  BAD_DQ_ESCAPE: ['Une barre « \\ » n’est pas comprise entre guillemets droits', 'Doublez-la, ou retirez-la'],
  UNEXPECTED_TOKEN: ['Un signe n’est pas à sa place', 'Mettez le texte entre guillemets droits : "…"'],
  BAD_ALIAS: ['Un texte ne peut pas commencer par « * »', 'Mettez-le entre guillemets droits : "…"'],
};
const OTHER_FAULT = [
  'L’écriture du champ n’est pas comprise',
  'Mettez le texte entre guillemets droits, et vérifiez les retraits',
] as const;

/** An editor's file never needs a reference; hostile ones use them to fill the memory. */
const MOST_REFERENCES = 0;

/**
 * Reads YAML and keeps the places of its values.
 *
 * @param firstLine the line of the file at which this text begins, from 1
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text.normalize('NFC'), {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
  });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  // What follows the first fault is often its consequence.
  const faults = document.errors.slice(0, 1).map(({ code, pos }) => {
    const [message, remedy] = FRENCH_FAULTS[code] ?? OTHER_FAULT;
    return { ...placeAt(pos[0]), message, remedy };
  });
  let data: unknown;
  try {
    data = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: MOST_REFERENCES });
  } catch {
    faults.push({
      ...placeAt(referenceOffset(document)),
      message: 'Les renvois de YAML (« & » et « * ») ne sont pas acceptés',
      remedy: 'Écrivez la valeur en toutes lettres',
    });
  }
  return {
    data,
    faults,
    placeOfValue: (path) => placeAt(nearestOffset(document, path)),
    placeOfKey: (path) => placeAt(keyOffset(document, path)),
  };
}

function referenceOffset(document: Document.Parsed): number {
  let offset = 0;
  visit(document, {
    Alias: (_, { range }) => {
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
}

function nearestOffset(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as ParsedNode | undefined;
    if (node?.range) return node.range[0];
  }
  return document.contents?.range?.[0] ?? 0;
}

function keyOffset(document: Document.Parsed, path: readonly PropertyKey[]): number {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
  const range = pair && isScalar(pair.key) ? pair.key.range : null;
  return range ? range[0] : nearestOffset(document, path);
}
