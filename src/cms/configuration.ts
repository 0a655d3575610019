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

/**
 * The slug of a new file comes from this field. It cannot be changed after the first save, because links and comments
 * contain it.
 */
const slugFrom = (field: string) => ({
  template: `{{${field}}}`,
  editable: ['create' as const],
  hint: 'La fin de l’adresse : elle est définitive',
});

/** The list of articles: the newest first, with date and section, and drafts in bold. */
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

/** A new article is a draft, as with « npm run new ». */
const draftByDefault = (field: Field): Field =>
  field.name === 'draft' ? ({ ...field, default: true } as Field) : field;

const collectionsOf = (schemas: Schemas, articleWord: string): Collection[] => [
  {
    name: 'articles',
    label: 'Articles',
    label_singular: 'Article',
    folder: 'content/articles',
    path: '{{slug}}/index',
    format: 'article',
    media_folder: '',
    public_folder: '.',
    slug: slugFrom('title'),
    ...ARTICLE_LIST,
    preview_path: `${articleWord}/{{slug}}/`,
    aliases_field: false,
    fields: [...fieldsOf(schemas.article).map(draftByDefault), body, original],
  },
  {
    name: 'pages',
    label: 'Pages',
    label_singular: 'Page',
    folder: 'content/pages',
    format: 'page',
    slug: slugFrom('title'),
    fields: [...fieldsOf(schemas.page), body, original],
  },
  {
    name: 'categories',
    label: 'Rubriques',
    label_singular: 'Rubrique',
    folder: 'content/categories',
    format: 'category',
    identifier_field: 'name',
    slug: slugFrom('name'),
    fields: [...fieldsOf(schemas.category), original],
  },
  {
    name: 'authors',
    label: 'Signatures',
    label_singular: 'Signature',
    folder: 'content/authors',
    format: 'author',
    identifier_field: 'name',
    slug: slugFrom('name'),
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
 * Pictures are converted to WebP when they are uploaded. This removes their metadata, such as the location, because
 * the repository may be public.
 */
const ENCODED_AGAIN = { format: 'webp', quality: 90, width: 2400 } as const;
/** PNG is the format of drawings and screenshots: at full quality, Chromium writes WebP without loss. */
const WITHOUT_LOSS = { ...ENCODED_AGAIN, quality: 100 };
const WITHOUT_METADATA = {
  jpeg: ENCODED_AGAIN,
  webp: ENCODED_AGAIN,
  avif: ENCODED_AGAIN,
  png: WITHOUT_LOSS,
};

/** The configuration of Sveltia CMS for this magazine, with the fields of the model. */
export function cmsConfiguration(
  { name, address, addresses, cms }: Pick<SiteFile, 'name' | 'address' | 'addresses' | 'cms'>,
  schemas: Schemas,
): CmsConfig {
  return {
    load_config_file: false,
    app_title: `Rédaction · ${name}`,
    site_url: address,
    backend: cms ? backendOf(cms) : LOCAL_ONLY,
    media_folder: 'content/articles',
    public_folder: '/',
    media_libraries: {
      default: { config: { slugify_filename: true, transformations: WITHOUT_METADATA } },
      // No stock photo sites: editors upload pictures that the magazine may publish.
      stock_assets: { providers: [] },
    },
    // Slugs as src/lib/slugs.ts writes them, except for « + # & % »: Sveltia has no option to replace them by words.
    // The form shows the slug, and editors can change it before the first save.
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    output: { omit_empty_optional_fields: true },
    collections: collectionsOf(schemas, addresses.article),
    singletons: singletonsOf(schemas),
  };
}

/** A placeholder without a Git host: the CMS then works in a local folder only, but Sveltia requires a backend. */
const LOCAL_ONLY: GitBackend = { name: 'github', repo: 'redaction/magazine', auth_methods: ['token'] };

function backendOf({ host, repository, branch, address }: NonNullable<SiteFile['cms']>): GitBackend {
  return {
    name: host,
    repo: repository,
    branch,
    ...(address !== undefined && { base_url: address }),
  };
}
