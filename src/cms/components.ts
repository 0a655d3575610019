import type { EditorComponentDefinition, Field } from '@sveltia/cms';
import { type AttributeRule, type ComponentRule, editorialComponents } from '#model/editorial-components.ts';

const CONTENT = 'contenu';
/**
 * The name of a hidden field with the original MDX. If the form is not changed, that text is written again. No
 * attribute may have this name.
 */
const SOURCE = 'written';

type Values = Readonly<Record<string, string | undefined>>;

/** The editorial components for Sveltia, each of which editors insert and edit with a form. */
export function editorComponents(): EditorComponentDefinition[] {
  return Object.entries<ComponentRule>(editorialComponents)
    .filter(([, { within }]) => within === undefined)
    .map(([name, rule]) => {
      const pattern = patternOf(name, rule);
      return {
        id: name,
        label: rule.description,
        mode: 'dialog',
        summary: summaryOf(name, rule),
        fields: [...formOf(rule), { name: SOURCE, widget: 'hidden' }],
        pattern,
        fromBlock: (match) => readBlock(match, rule),
        toBlock: (values: Values) => writeBlock(name, rule, pattern, values),
        toPreview: (values: Values) => values[CONTENT] ?? '',
      };
    });
}

/** The label of a component within the text: its name and its first required attribute, or its content. */
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

function readBlock([source, attributes = '', content = '']: RegExpMatchArray, rule: ComponentRule): Values {
  const values = [...attributes.matchAll(/(\w+)="([^"]*)"/gu)].map(([, name = '', value = '']) => [
    name,
    value.replaceAll('&quot;', '"'),
  ]);
  return Object.fromEntries([
    ...values,
    ...(rule.content === 'none' ? [] : [[CONTENT, content.trim()]]),
    [SOURCE, source],
  ]) as Values;
}

function writeBlock(name: string, rule: ComponentRule, pattern: RegExp, values: Values): string {
  const source = pattern.exec(values[SOURCE] ?? '');
  if (source && isSame(readBlock(source, rule), values)) return source[0];
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
