import type { EditorComponentDefinition, Field } from '@sveltia/cms';
import { type AttributeRule, type ComponentRule, vocabulary } from '#model/editorial-components.ts';

const CONTENT = 'contenu';
/** What was written in the article, shown to nobody: given back as it was when its form is left alone. */
const WRITTEN = 'written';

type Values = Readonly<Record<string, string | undefined>>;

/** The vocabulary as the browser editor offers it: each component is inserted, and edited, by a form. */
export function editorComponents(): EditorComponentDefinition[] {
  return Object.entries<ComponentRule>(vocabulary)
    .filter(([, { within }]) => within === undefined)
    .map(([name, rule]) => {
      const pattern = patternOf(name, rule);
      return {
        id: name,
        label: rule.description,
        mode: 'dialog',
        summary: summaryOf(name, rule),
        fields: [...formOf(rule), { name: WRITTEN, widget: 'hidden' }],
        pattern,
        fromBlock: (match) => readBlock(match, rule),
        toBlock: (values: Values) => writeBlock(name, rule, pattern, values),
        toPreview: (values: Values) => values[CONTENT] ?? '',
      };
    });
}

/** How the editor shows it among the text. */
function summaryOf(name: string, { attributes, content }: ComponentRule): string {
  const [first] = Object.entries(attributes).filter(([, { required, values }]) => required && !values);
  return `${name} · {{${first?.[0] ?? (content === 'none' ? '' : CONTENT)}}}`;
}

function formOf({ attributes, content, example }: ComponentRule): Field[] {
  const fields = Object.entries(attributes).map(([name, rule]) => attributeField(name, rule));
  if (content === 'none') return fields;
  return [...fields, { name: CONTENT, label: 'Contenu', widget: 'text', default: example ?? '' }];
}

function attributeField(name: string, { description, required, values, form }: AttributeRule): Field {
  const common = { name, label: description, required };
  if (values) return { ...common, widget: 'select', options: [...values] };
  return {
    ...common,
    widget: 'string',
    use_emoji_autocomplete: false,
    ...(form && { pattern: [form.pattern.source, `Attendu : ${form.example}`] }),
  };
}

function patternOf(name: string, { content }: ComponentRule): RegExp {
  const attributes = `((?:\\s+\\w+="[^"]*")*)\\s*`;
  return content === 'none'
    ? new RegExp(`^<${name}${attributes}/>$`, 'mu')
    : new RegExp(`^<${name}${attributes}>([\\s\\S]*?)</${name}>$`, 'mu');
}

function readBlock([written, attributes = '', content = '']: RegExpMatchArray, rule: ComponentRule): Values {
  const values = [...attributes.matchAll(/(\w+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&quot;', '"'),
  ]);
  return Object.fromEntries([
    ...values,
    ...(rule.content === 'none' ? [] : [[CONTENT, content.trim()]]),
    [WRITTEN, written],
  ]) as Values;
}

function writeBlock(name: string, rule: ComponentRule, pattern: RegExp, values: Values): string {
  const written = pattern.exec(values[WRITTEN] ?? '');
  if (written && isSame(readBlock(written, rule), values)) return written[0];
  const attributes = Object.keys(rule.attributes)
    .filter((attribute) => values[attribute])
    .map((attribute) => ` ${attribute}="${values[attribute]?.replaceAll('"', '&quot;')}"`)
    .join('');
  if (rule.content === 'none') return `<${name}${attributes} />`;
  return `<${name}${attributes}>\n\n${values[CONTENT]?.trim() ?? ''}\n\n</${name}>`;
}

function isSame(one: Values, other: Values): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => (one[name] ?? '') === (other[name] ?? ''));
}
