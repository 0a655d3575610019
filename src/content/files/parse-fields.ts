import type { z } from 'astro/zod';
import { type ContentProblem, START } from '#model/problems.ts';
import { fieldLabel, fieldTitles, meantField } from './field-names.ts';
import { readYaml, valueAt, type YamlSource } from './yaml-source.ts';

/** YAML validated by a schema of the model. */
export interface ParsedFields<Data> {
  /** `null` when there are problems. */
  data: Data | null;
  problems: ContentProblem[];
  source: YamlSource;
}

/**
 * Parses YAML and validates it by a schema of the model.
 *
 * @param file path to report in problems
 * @param firstLine line of the file at which the text begins, from 1
 */
export function parseFields<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  firstLine = 1,
): ParsedFields<z.output<Schema>> {
  const source = readYaml(text, firstLine);
  const faults = source.faults.map((fault) => ({ file, ...fault }));
  if (source.readable === undefined && faults.length > 0) return { data: null, problems: faults, source };
  const result = schema.safeParse(source.readable ?? {});
  if (result.success && faults.length === 0) return { data: result.data, problems: [], source };
  const issues = result.success ? [] : rootIssues(result.error.issues);
  const own = issues.flatMap((issue) => {
    const isMissing =
      issue.code !== 'unrecognized_keys' && valueAt(source.readable, issue.path) === undefined;
    // Problems that result from a YAML error are not reported: those on the same line, and fields missing because of
    // it.
    const isOwn = ({ line }: ContentProblem) =>
      isMissing ? !source.isPartial : !source.faultyLines.has(line);
    return issueProblems(issue, schema, source, file).filter(isOwn);
  });
  return { data: null, problems: [...faults, ...own], source };
}

/**
 * Drops other issues of a value that has the wrong type: a text where a list is expected is not also reported as too
 * long.
 */
function rootIssues(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const placeOf = ({ path }: z.core.$ZodIssue) => path.join('.');
  const ofWrongType = new Set(issues.filter(({ code }) => code === 'invalid_type').map(placeOf));
  return issues.filter((issue) => issue.code === 'invalid_type' || !ofWrongType.has(placeOf(issue)));
}

function issueProblems(
  issue: z.core.$ZodIssue,
  schema: z.ZodType,
  source: YamlSource,
  file: string,
): ContentProblem[] {
  if (issue.code === 'unrecognized_keys') {
    const known = fieldTitles(schema, issue.path);
    return issue.keys.map((key) => ({
      file,
      ...source.placeOfKey([...issue.path, key]),
      ...unknownField(key, known),
    }));
  }
  if (issue.path.length === 0) {
    return [{ file, ...START, message: 'Le fichier est vide ou mal construit', remedy: issue.message }];
  }
  const value = valueAt(source.readable, issue.path);
  const [fault, remedy = issue.message] = faultOf(issue, value, source);
  return [
    {
      file,
      ...source.placeOfValue(issue.path),
      message: `Le champ ${fieldLabel(schema, issue.path)} ${fault}`,
      remedy,
    },
  ];
}

function unknownField(
  key: string,
  known: ReadonlyMap<string, string>,
): Pick<ContentProblem, 'message' | 'remedy'> {
  const names = [...known].map(([name, title]) => (title ? `${name} (${title})` : name)).join(', ');
  if (/\s/u.test(key.trim()) || key.length > 30)
    return {
      message: `« ${key} » n’est pas un champ`,
      remedy:
        'Si cette ligne continue le texte d’au-dessus, écrivez-les sur une seule ligne, entre guillemets droits',
    };
  const meant = meantField(key, known);
  return {
    message: `Le champ « ${key} » n’existe pas${meant ? ` : vouliez-vous dire « ${meant} » ?` : ''}`,
    remedy: names ? `Les champs possibles : ${names}` : 'Supprimez ce champ',
  };
}

/** What is wrong with the value of a field, and the remedy when the schema's own is not enough. */
function faultOf(
  issue: z.core.$ZodIssue,
  value: unknown,
  source: YamlSource,
): readonly [fault: string, remedy?: string] {
  if (value === undefined) return ['manque'];
  if (value === null || (typeof value === 'string' && value.trim() === '')) return ['est vide'];
  if (typeof value === 'string' && 'origin' in issue && issue.origin === 'string') {
    if (issue.code === 'too_big') return [`est trop long : ${value.length} caractères`];
    if (issue.code === 'too_small') return [`est trop court : ${value.length} caractères`];
  }
  const expected = issue.code === 'invalid_type' ? issue.expected : null;
  const written = source.writtenValue(issue.path);
  const quoteAll = 'Mettez le texte entre guillemets droits : "…"';
  if (expected === 'string' && written !== null && typeof value !== 'string')
    return [
      `est lu comme ${typeof value === 'number' ? 'un nombre' : '« oui » ou « non »'}`,
      `Mettez-le entre guillemets droits : "${written}"`,
    ];
  if (expected === 'string' && Array.isArray(value)) return ['est lu comme une liste', quoteAll];
  if (expected === 'string' && typeof value === 'object') return ['est coupé en deux par un « : »', quoteAll];
  if (expected === 'array' && written !== null)
    return [
      'n’est pas une liste',
      `Écrivez un élément par ligne, chacun après « - » : - ${written.replace(/^-\s*/u, '').split(/\s*,\s*|\s+-/u)[0]}`,
    ];
  if (
    (expected === 'number' || expected === 'int') &&
    typeof value === 'string' &&
    /^[\d\s.,]+$/u.test(value)
  )
    return [
      'n’est pas un nombre',
      `${issue.message} : écrivez ${value.replace(/\D/gu, '')}, sans guillemets`,
    ];
  return ['n’est pas valide'];
}
