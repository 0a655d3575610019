import { describe, expect, it } from 'vitest';
import { addressesSchema } from '#model/addresses-schema.ts';
import { DESCRIBED_FILES, type FieldSchema, jsonSchemaOf } from '#model/json-schemas.ts';
import { fieldsOf } from '#cms/fields.ts';
import { cmsPolicy } from '#cms/policy.ts';
import { setPreferences } from '#cms/preferences.ts';
import { cmsConfiguration } from '#cms/configuration.ts';

type Name = keyof typeof DESCRIBED_FILES;
const names = Object.keys(DESCRIBED_FILES) as Name[];
const schemas = Object.fromEntries(names.map((name) => [name, jsonSchemaOf(name)])) as Record<
  Name,
  FieldSchema
>;
const site = {
  name: 'Essai',
  address: 'https://exemple.fr',
  addresses: addressesSchema.parse({ article: 'recits' }),
};
const cms = {
  host: 'gitlab',
  repository: 'groupe/essai',
  branch: 'main',
  address: 'https://git.exemple.fr',
} as const;

/** Every field of a schema and of its groups, by its path. */
function* pathsOf(schema: FieldSchema, path = ''): Generator<[string, FieldSchema]> {
  for (const [name, field] of Object.entries(schema.properties ?? {})) {
    yield [`${path}${name}`, field];
    yield* pathsOf(field.items ?? field, `${path}${name}.`);
  }
}

describe('the browser editor', () => {
  it.each(names)('names and explains every field in French: %s', (name) => {
    const schema = schemas[name].items ?? schemas[name];
    for (const [path, { title, description }] of pathsOf(schema)) {
      expect(title, path).toMatch(/^\p{Lu}/u);
      expect(description, path).toMatch(/^\p{Lu}.{4}/u);
    }
  });

  it('has one field for each of the model’s, in its order and as it requires', () => {
    const fields = fieldsOf(schemas.article);
    expect(fields.map(({ name }) => name)).toEqual(Object.keys(schemas.article.properties ?? {}));
    const required = fields.filter((field) => 'required' in field && field.required).map(({ name }) => name);
    expect(required).toEqual(schemas.article.required);
  });

  it('lets editors choose what a field refers to, and bounds what they type', () => {
    const fields = fieldsOf(schemas.article);
    const field = (name: string) => fields.find((one) => one.name === name);
    expect(field('category')).toMatchObject({ widget: 'relation', collection: 'categories' });
    expect(field('tags')).toMatchObject({ widget: 'relation', file: 'tags', multiple: true, min: 1, max: 8 });
    expect(field('authors')).toMatchObject({ widget: 'relation', collection: 'authors', multiple: true });
    expect(field('title')).toMatchObject({ widget: 'string', label: 'Titre', maxlength: 110 });
    expect(field('description')).toMatchObject({ widget: 'text', minlength: 50, maxlength: 320 });
    expect(field('publishedAt')).toMatchObject({ widget: 'datetime', format: 'YYYY-MM-DD HH:mm' });
    expect(field('cover')).toMatchObject({ widget: 'object' });
  });

  it('makes drafts of new articles, lists the newest first, and changes no address of what exists', () => {
    const { collections = [] } = cmsConfiguration(site, schemas);
    expect(collections[0]).toMatchObject({
      fields: expect.arrayContaining([expect.objectContaining({ name: 'draft', default: true })]) as unknown,
      sortable_fields: { default: { field: 'publishedAt', direction: 'descending' } },
    });
    expect(collections[0]).toMatchObject({ preview_path: 'recits/{{slug}}/' });
    for (const collection of collections)
      expect(collection).toMatchObject({ slug: { editable: ['create'] } });
  });

  it('makes slugs that the model accepts: ASCII, in lower case, joined by hyphens', () => {
    const {
      encoding,
      clean_accents,
      sanitize_replacement,
      lowercase = true,
    } = cmsConfiguration(site, schemas).slug ?? {};
    expect({ encoding, clean_accents, sanitize_replacement, lowercase }).toEqual({
      encoding: 'ascii',
      clean_accents: true,
      sanitize_replacement: '-',
      lowercase: true,
    });
  });

  it('leaves Escape without effect on a form, whatever was set before', () => {
    for (const before of [null, 'broken', '{"closeWithEscape":true,"locale":"en","theme":"dark"}']) {
      const stored: string[] = [];
      setPreferences({ getItem: () => before, setItem: (_, text) => stored.push(text) });
      expect(JSON.parse(stored[0] ?? '')).toMatchObject({ closeWithEscape: false, locale: 'fr' });
    }
  });

  it('encodes pictures again, without their metadata, and PNG without loss', () => {
    const { media_libraries: libraries } = cmsConfiguration(site, schemas);
    const { transformations = {} } = (libraries?.default || {}).config ?? {};
    expect(Object.keys(transformations).sort()).toEqual(['avif', 'jpeg', 'png', 'webp']);
    for (const to of Object.values(transformations))
      expect(to).toMatchObject({ format: 'webp', width: 2400 });
    expect(transformations.png).toMatchObject({ quality: 100 });
  });

  it('works in a folder, or on the host that the magazine names', () => {
    expect(cmsConfiguration(site, schemas).backend).toMatchObject({ name: 'github' });
    expect(cmsConfiguration({ ...site, cms }, schemas).backend).toEqual({
      name: 'gitlab',
      repo: 'groupe/essai',
      branch: 'main',
      base_url: 'https://git.exemple.fr',
    });
  });

  it('lets nothing out of the page but to that host', () => {
    expect(cmsPolicy(undefined)).toContain("connect-src 'self' blob: data:;");
    expect(cmsPolicy(undefined)).not.toContain('https:');
    expect(cmsPolicy(cms)).toContain('https://gitlab.com');
    expect(cmsPolicy(cms)).toContain('https://git.exemple.fr;');
  });
});
