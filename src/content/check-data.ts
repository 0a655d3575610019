import type { z } from 'astro/zod';
import { nearest } from '#lib/nearest.ts';
import type { ContentProblem } from './problems.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

export interface CheckedData<Data> {
  /** `null` when there are problems. */
  data: Data | null;
  problems: ContentProblem[];
  source: YamlSource;
}

/**
 * Reads YAML by a schema of the model.
 *
 * @param file path that problems name
 * @param firstLine line of the file where the text begins
 */
export function checkData<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  firstLine = 1,
): CheckedData<z.output<Schema>> {
  const source = readYaml(text, firstLine);
  if (source.faults.length > 0) {
    return { data: null, problems: source.faults.map((fault) => ({ file, ...fault })), source };
  }
  const result = schema.safeParse(source.data ?? {});
  if (result.success) return { data: result.data, problems: [], source };
  const problems = tellingIssues(result.error.issues).flatMap((issue) =>
    issueProblems(issue, schema, source, file),
  );
  return { data: null, problems, source };
}

/** A text where a list belongs is not told in addition that it is too long. */
function tellingIssues(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
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
    const known = fieldNames(schema, issue.path);
    return issue.keys.map((key) => {
      const meant = nearest(key, known);
      return {
        file,
        ...source.placeOfKey([...issue.path, key]),
        message: `Le champ « ${key} » n’existe pas${meant ? ` : vouliez-vous dire « ${meant} » ?` : ''}`,
        remedy: known.length > 0 ? `Les champs possibles : ${known.join(', ')}` : 'Retirez ce champ',
      };
    });
  }
  const field = issue.path.map(String).join('.');
  if (issue.path.length === 0) {
    return [
      { file, line: 1, column: 1, message: 'Le fichier est vide ou mal construit', remedy: issue.message },
    ];
  }
  return [
    {
      file,
      ...source.placeOfValue(issue.path),
      message: `Le champ « ${field} » ${faultOf(issue, valueAt(source.data, issue.path))}`,
      remedy: issue.message,
    },
  ];
}

function faultOf(issue: z.core.$ZodIssue, value: unknown): string {
  if (value === undefined) return 'manque';
  if (value === null || (typeof value === 'string' && value.trim() === '')) return 'est vide';
  if (typeof value === 'string' && 'origin' in issue && issue.origin === 'string') {
    if (issue.code === 'too_big') return `est trop long : ${value.length} signes`;
    if (issue.code === 'too_small') return `est trop court : ${value.length} signes`;
  }
  return 'ne convient pas';
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<PropertyKey, unknown> | undefined)?.[key],
    data,
  );
}

/** The fields that a schema knows at a path; none when the path leads to no object. */
function fieldNames(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let current: unknown = schema;
  for (const key of path) {
    const { def } = unwrap(current);
    current = typeof key === 'number' ? def?.element : def?.shape?.[key as string];
  }
  return Object.keys(unwrap(current).def?.shape ?? {});
}

interface SchemaNode {
  def?: { innerType?: unknown; element?: unknown; shape?: Record<string, unknown> };
}

function unwrap(schema: unknown): SchemaNode {
  let node = (schema ?? {}) as SchemaNode;
  while (node.def?.innerType) node = node.def.innerType as SchemaNode;
  return node;
}
