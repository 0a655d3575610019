import { readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { splitArticle } from '#content/files/article-file.ts';
import { articleFileSchema, tagsFileSchema } from '#model/schema.ts';
import { readYaml } from '#content/files/yaml-source.ts';
import { composeFiles } from '#cli/new-article/compose.ts';
import { type Answers, readGiven } from '#cli/new-article/given.ts';
import { findTag, freeSlug, type Library, readLibrary } from '#cli/new-article/library.ts';
import { paletteOf } from '#lib/palette.ts';
import { OPTIONS } from '#cli/new-article/options.ts';
import { readOptions } from '#cli/lib/options.ts';
import { addTags, nearTags, searchTags } from '#cli/new-article/tags.ts';
import { nearDuplicates } from '#lib/nearest.ts';
import { writeArticle } from '#cli/new-article/write.ts';
import { copyContent } from './content-copy.ts';

const library: Library = {
  categories: [{ slug: 'mobilite', name: 'Mobilité', depth: 1 }],
  tags: [
    { name: 'cloud computing', aliases: ['informatique en nuage'] },
    { name: 'startup innovante', aliases: [] },
    { name: 'all4pack emballages durables', slug: 'all4pack', aliases: [] },
  ],
  authors: [{ slug: 'la-redaction', name: 'La rédaction' }],
  magazine: 'Innovations',
  articles: [
    {
      title: 'Le retour du tramway',
      description: 'Les villes remettent des rails dans leurs rues.',
      address: '/articles/tram/',
    },
  ],
  palette: paletteOf(),
  isTaken: (slug) => ['pris', 'pris-2'].includes(slug),
};

const answers: Answers = {
  title: 'Un titre : le sien, avec "guillemets" & <signes>',
  slug: 'un-titre',
  category: 'mobilite',
  tags: ['C#', '2024', 'true'],
  newTags: [],
  author: 'la-redaction',
  description: '- Un chapô qui commence par un tiret, et qui contient « : » et #un-mot comme un autre.',
  cover: null,
  draft: false,
};

const plain = (text: string) => text.replace(/[\u00A0\u202F]/gu, ' ');
async function faults(...args: string[]): Promise<string[]> {
  const { options } = readOptions(OPTIONS, args);
  return (await readGiven(options, library)).faults.map(plain);
}

describe('options', () => {
  it.each([
    [['--titre', '!!!'], 'Impossible de tirer une adresse de ce titre'],
    [['--titre', 'a'.repeat(111)], '--titre : Titre attendu, 110 caractères au maximum'],
    [['--titre', 'Pris'], 'content/articles/pris/ existe déjà et n’a pas été modifié'],
    [['--adresse', 'Été'], '--adresse : Une adresse ne contient que des minuscules sans accents'],
    [['--rubrique', 'mobilit'], '« mobilit » n’existe pas, vouliez-vous dire « mobilite » ?'],
    [['--auteur', 'personne-d-autre'], 'n’existe pas, il y a la-redaction'],
    [['--chapo', 'court'], '--chapo : Chapô attendu, de 50 à 320 caractères'],
    [['--cadrage', 'à gauche'], '--cadrage : Point attendu en deux pourcentages, de 0 à 100'],
    [['--alt', 'x'], '--alt : Texte alternatif attendu'],
    [['--nouvelle-etiquette', '!'], 'Une étiquette doit contenir des lettres ou des chiffres'],
  ])('are told in French what is wrong: %j', async (args, message) => {
    expect(await faults(...args)).toEqual([expect.stringContaining(message)]);
  });

  it('name a section and an author by their file or by their name', async () => {
    const given = await readGiven({ rubrique: 'Mobilité', auteur: 'la rédaction' }, library);
    expect(given.answers).toMatchObject({ category: 'mobilite', author: 'la-redaction' });
  });

  it('take a tag by its variant, its case or its accents, and a new one once', async () => {
    const given = await readGiven(
      {
        etiquette: ['Cloud Computing', 'informatique en nuage', 'inconnue'],
        'nouvelle-etiquette': ['Tram', 'tram', 'all4pack'],
      },
      library,
    );
    expect(given.answers.tags).toEqual(['cloud computing', 'Tram', 'all4pack emballages durables']);
    expect(given.answers.newTags).toEqual(['Tram']);
    expect(given.unknownTags).toEqual(['inconnue']);
  });
});

describe('the lists of the magazine', () => {
  it('are read in the order of their tree', () => {
    const { categories, tags } = readLibrary('tests/fixtures');
    expect(categories.slice(0, 2).map(({ slug, depth }) => `${depth} ${slug}`)).toEqual([
      '0 innovations-et-societes',
      '1 ecologie-et-innovation',
    ]);
    expect(findTag(tags, 'Données à caractère personnel')?.name).toBe('données personnelles');
    expect(findTag(tags, 'tramway')).toBeNull();
  });

  it('offer the next free address', () => {
    expect(freeSlug('libre', library.isTaken)).toBe('libre');
    expect(freeSlug('pris', library.isTaken)).toBe('pris-3');
  });
});

describe('near-duplicate tags', () => {
  it.each([
    ['startups innovantes', ['startup innovante']],
    ['start-up innovantes', ['startup innovante']],
    ['innovante startup', ['startup innovante']],
    ['cloud computin', ['cloud computing']],
    ['nuage informatique', ['cloud computing']],
    ['tramway', []],
  ])('are found for « %s »', (written, near) => {
    expect(nearTags(library.tags, written)).toEqual(near);
  });

  it('come the nearest first', () => {
    expect(nearDuplicates('vie privée', ['vies privee', 'vie privé', 'vie numérique'])).toEqual([
      'vies privee',
      'vie privé',
    ]);
  });

  it('are found by a part of a word too, when they are searched', () => {
    expect(searchTags(library.tags, 'embal')).toEqual(['all4pack emballages durables']);
    expect(searchTags(library.tags, 'NUAGE')).toEqual(['cloud computing']);
  });
});

describe('the list of tags', () => {
  it('keeps its comments and its order when tags are added', () => {
    const before = '# Les étiquettes.\n- name: b\n# La seconde.\n- name: a\n  aliases: [x]';
    const after = addTags(before, ['C#', 'oui : non', 'null']);
    expect(after.startsWith(`${before}\n`)).toBe(true);
    expect(tagsFileSchema.parse(readYaml(after).data).map(({ name }) => name)).toEqual([
      ...['b', 'a', 'C#', 'oui : non', 'null'],
    ]);
  });
});

describe('an article’s file', () => {
  const { text } = composeFiles(answers, library, new Date('2026-11-24T23:30:00Z'));
  const frontMatter = splitArticle(text)?.frontMatter ?? '';

  it('says back what was answered, whatever its signs', () => {
    const { data } = readYaml(frontMatter);
    expect(articleFileSchema.parse(data)).toMatchObject({
      title: answers.title,
      description: answers.description,
      tags: answers.tags,
      draft: true,
    });
  });

  it('is dated in Paris', () => expect(frontMatter).toContain('\npublishedAt: 2026-11-25\n'));

  it('comments every field by the model’s own words, those it has and those it may have', () => {
    for (const { description } of Object.values(articleFileSchema.shape)) {
      expect(frontMatter).toContain(description);
    }
    expect(frontMatter).toContain('#   corrections : Les corrections faites après publication (date, text)');
  });
});

describe('what is written', () => {
  it('is all or nothing: tags come back when the article cannot be put in its place', () => {
    const root = copyContent();
    const before = readFileSync(join(root, 'content/tags.yaml'), 'utf8');
    // A dangling link: `existsSync` finds nothing, but the system refuses to replace it by a folder.
    symlinkSync('nulle-part', join(root, 'content/articles/un-titre'));
    const writing = composeFiles({ ...answers, newTags: ['tram'] }, library, new Date());
    expect(() => writeArticle(root, writing)).toThrow('ENOTDIR');
    expect(readFileSync(join(root, 'content/tags.yaml'), 'utf8')).toBe(before);
    expect(readdirSync(join(root, '.cache'))).toEqual([]);
    rmSync(root, { recursive: true });
  });
});
