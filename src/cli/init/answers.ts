import { ExpectedError } from '#lib/expected-error.ts';
import { slugify } from '#lib/slugs.ts';
import { siteSchema } from '#model/site-schema.ts';
import { strings } from '#strings/site.ts';
import { faultOf } from '#cli/new-article/given.ts';
import type { Asker } from '#cli/new-article/asker.ts';
import type { CommandLine } from '#cli/lib/options.ts';
import { COLOURS, DEFAULT_COLOUR, hexOf } from './colours.ts';

/** The options of `npm run init`. */
export const OPTIONS = {
  nom: { type: 'string', english: 'name', about: 'le nom du magazine' },
  devise: { type: 'string', english: 'tagline', about: 'ce qu’il est, en une phrase' },
  adresse: { type: 'string', english: 'address', about: 'l’adresse où il sera publié, https://…' },
  rubriques: { type: 'string', english: 'sections', about: 'ses rubriques, séparées par des virgules' },
  couleur: {
    type: 'string',
    english: 'colour',
    about: `sa couleur : ${Object.keys(COLOURS).join(', ')}, ou un code comme « #1b5e6b »`,
  },
  'malgre-tout': { type: 'boolean', about: 'ne pas attendre que tout soit enregistré dans Git' },
  oui: { type: 'boolean', about: 'ne poser aucune question : ce qui manque a une valeur par défaut' },
} as const;
export type Options = CommandLine<typeof OPTIONS>['options'];

/** The answers from which a new magazine is created. */
export interface Answers {
  name: string;
  tagline: string;
  address: string;
  sections: string[];
  /** A name in `COLOURS`, or `#rrggbb`. */
  colour: string;
}

type Written = Record<keyof Answers, string>;

const text = strings.init;
const { shape } = siteSchema;
const sectionLabel = shape.navigation.element.shape.label;
const MAX_SECTIONS = 8;

const FLAGS = {
  name: 'nom',
  tagline: 'devise',
  address: 'adresse',
  sections: 'rubriques',
  colour: 'couleur',
} as const satisfies Record<keyof Answers, keyof typeof OPTIONS>;

const FAULTS: Record<keyof Answers, (written: string) => string | null> = {
  name: (written) => faultOf(shape.name, written),
  tagline: (written) => faultOf(shape.tagline, written),
  address: (written) => faultOf(shape.address, written),
  sections: sectionsFault,
  colour: (written) => (hexOf(written) === null ? text.noColour(Object.keys(COLOURS)) : null),
};

function sectionsFault(written: string): string | null {
  const names = sectionsOf(written);
  if (names.length === 0 || names.length > MAX_SECTIONS) return text.noSections(MAX_SECTIONS);
  const slugs = new Set(['']);
  for (const name of names) {
    const fault = faultOf(sectionLabel, name);
    if (fault !== null) return text.badSection(name, fault);
    if (slugs.has(slugify(name))) return text.sameSection(name);
    slugs.add(slugify(name));
  }
  return null;
}

const sectionsOf = (written: string): string[] =>
  written
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);

/**
 * Reads the options.
 *
 * @throws ExpectedError when one of them is wrong
 */
export function readGiven(options: Options): Partial<Written> {
  const given: Partial<Written> = {};
  const faults: string[] = [];
  for (const [name, flag] of Object.entries(FLAGS) as [keyof Answers, (typeof FLAGS)[keyof Answers]][]) {
    const written = options[flag]?.trim();
    if (written === undefined) continue;
    const fault = FAULTS[name](written);
    if (fault === null) given[name] = written;
    else faults.push(text.wrong(flag, fault));
  }
  if (faults.length > 0) throw new ExpectedError(faults.join('\n'));
  return given;
}

/** Completes missing answers with their default values. */
export function completeAnswers(given: Partial<Written>): Answers {
  const { name = text.defaults.name, tagline = text.defaults.tagline } = given;
  const { address = defaultAddress(name), sections = text.defaults.sections } = given;
  return { name, tagline, address, sections: sectionsOf(sections), colour: given.colour ?? DEFAULT_COLOUR };
}

/** The default address: nobody owns the domain `.example`. */
const defaultAddress = (name: string) => `https://${slugify(name) || 'magazine'}.example`;

/**
 * Asks for the answers that the options do not give.
 *
 * @throws Cancelled
 */
export async function askRest(given: Partial<Written>, asker: Asker): Promise<Answers> {
  const ask = async (name: Exclude<keyof Answers, 'colour'>, initial: string): Promise<string> =>
    given[name] ?? asker.text(text.ask[name], { initial, required: true, fault: FAULTS[name] });
  const name = await ask('name', '');
  return completeAnswers({
    name,
    tagline: await ask('tagline', ''),
    address: await ask('address', defaultAddress(name)),
    sections: await ask('sections', text.defaults.sections),
    colour: given.colour ?? (await askColour(asker)),
  });
}

const OTHER = '#';

async function askColour(asker: Asker): Promise<string> {
  const choices = Object.keys(COLOURS).map((name) => ({ value: name, label: name }));
  const other = { value: OTHER, label: text.ask.otherColour };
  const chosen = await asker.choose(text.ask.colour, [...choices, other], DEFAULT_COLOUR);
  if (chosen !== OTHER) return chosen;
  return asker.text(text.ask.colourCode, { required: true, fault: FAULTS.colour, initial: OTHER });
}
