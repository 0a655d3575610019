import type { CmsConfig, Collection, CollectionFile, Field, GitBackend } from '@sveltia/cms';
import type { DESCRIBED_FILES, FieldSchema } from '#model/json-schemas.ts';
import type { SiteFile } from '#model/site-schema.ts';
import { fieldsOf } from './fields.ts';
import { ORIGINAL } from './formats.ts';

type Schemas = Readonly<Record<keyof typeof DESCRIBED_FILES, FieldSchema>>;

const original: Field = { name: ORIGINAL, widget: 'hidden' };
const body: Field = {
  name: 'body',
  label: 'Texte',
  widget: 'markdown',
  modes: ['raw', 'rich_text'],
  use_emoji_autocomplete: false,
};

/** The address comes from this field, can be chosen once, and stays: links and comments lead to it. */
const addressFrom = (field: string) => ({
  template: `{{${field}}}`,
  editable: ['create' as const],
  hint: 'La fin de l’adresse : elle est définitive',
});

/** How the articles are listed: the newest first, with their date, their section and whether they are drafts. */
const ARTICLE_LIST = {
  summary: [
    '{{title}}',
    " · {{publishedAt | date('DD/MM/YYYY HH:mm')}}",
    ' · {{category}}',
    "{{draft | ternary(' · **BROUILLON**', '')}}",
  ].join(''),
  thumbnail: 'cover.src',
  sortable_fields: {
    fields: ['publishedAt', 'updatedAt', 'title', 'category'],
    default: { field: 'publishedAt', direction: 'descending' as const },
  },
  view_filters: [
    { label: 'Brouillons', field: 'draft', pattern: true },
    { label: 'Sans les brouillons', field: 'draft', ne: true },
    { label: 'Programmés', field: 'publishedAt', gt: '{{now}}' },
    { label: 'Date de publication passée', field: 'publishedAt', lte: '{{now}}' },
  ],
  view_groups: [
    { label: 'Rubrique', field: 'category' },
    { label: 'Année de publication', field: 'publishedAt', pattern: String.raw`\d{4}` },
    { label: 'Brouillon', field: 'draft' },
  ],
};

/** A new article is a draft, as « npm run new » makes it: saving it publishes nothing. */
const asNew = (field: Field): Field =>
  field.name === 'draft' ? ({ ...field, default: true } as Field) : field;

const collectionsOf = (schemas: Schemas): Collection[] => [
  {
    name: 'articles',
    label: 'Articles',
    label_singular: 'Article',
    folder: 'content/articles',
    path: '{{slug}}/index',
    format: 'article',
    media_folder: '',
    public_folder: '.',
    slug: addressFrom('title'),
    ...ARTICLE_LIST,
    preview_path: 'articles/{{slug}}/',
    aliases_field: false,
    fields: [...fieldsOf(schemas.article).map(asNew), body, original],
  },
  {
    name: 'pages',
    label: 'Pages',
    label_singular: 'Page',
    folder: 'content/pages',
    format: 'page',
    slug: addressFrom('title'),
    fields: [...fieldsOf(schemas.page), body, original],
  },
  {
    name: 'categories',
    label: 'Rubriques',
    label_singular: 'Rubrique',
    folder: 'content/categories',
    format: 'category',
    identifier_field: 'name',
    slug: addressFrom('name'),
    fields: [...fieldsOf(schemas.category), original],
  },
  {
    name: 'authors',
    label: 'Signatures',
    label_singular: 'Signature',
    folder: 'content/authors',
    format: 'author',
    identifier_field: 'name',
    slug: addressFrom('name'),
    fields: [...fieldsOf(schemas.author), original],
  },
];

const singletonsOf = (schemas: Schemas): CollectionFile[] => [
  {
    name: 'front-page',
    label: 'Première page',
    file: 'content/front-page.yaml',
    format: 'front-page',
    fields: [...fieldsOf(schemas['front-page']), original],
  },
  {
    name: 'tags',
    label: 'Étiquettes',
    file: 'content/tags.yaml',
    format: 'tags',
    fields: [
      {
        name: 'tags',
        label: 'Étiquettes',
        label_singular: 'Étiquette',
        widget: 'list',
        collapsed: true,
        summary: '{{name}}',
        fields: fieldsOf(schemas.tags.items ?? {}),
      },
      original,
    ],
  },
  {
    name: 'site',
    label: 'Magazine',
    file: 'content/site.yaml',
    format: 'site',
    fields: [...fieldsOf(schemas.site), original],
  },
];

/**
 * How the browser editor is set for this magazine: its fields are the model’s.
 *
 * @param site its `address` is where the editor shows what is published
 */
export function deskSettings(
  { name, address, desk }: Pick<SiteFile, 'name' | 'address' | 'desk'>,
  schemas: Schemas,
): CmsConfig {
  return {
    load_config_file: false,
    app_title: `Rédaction · ${name}`,
    site_url: address,
    backend: desk ? backendOf(desk) : LOCAL_ONLY,
    media_folder: 'content/articles',
    public_folder: '/',
    media_libraries: {
      default: { config: { slugify_filename: true } },
      // Pictures come from whoever has the right to publish them, not from a bank on the web.
      stock_assets: { providers: [] },
    },
    // Addresses are those that « npm run new » makes: see src/lib/slugs.ts.
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    output: { omit_empty_optional_fields: true },
    collections: collectionsOf(schemas),
    singletons: singletonsOf(schemas),
  };
}

/** Without a host for its files, the editor only works in a folder of the computer. */
const LOCAL_ONLY: GitBackend = { name: 'github', repo: 'redaction/magazine', auth_methods: ['token'] };

function backendOf({ host, repository, branch, address }: NonNullable<SiteFile['desk']>): GitBackend {
  return {
    name: host,
    repo: repository,
    branch,
    ...(address !== undefined && { base_url: address }),
  } as GitBackend;
}
