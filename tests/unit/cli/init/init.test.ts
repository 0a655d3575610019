import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Answers, askRest, completeAnswers, readGiven } from '#cli/init/answers.ts';
import { COLOURS, coloursAround, hexOf } from '#cli/init/colours.ts';
import { composeMagazine } from '#cli/init/compose.ts';
import { replaceContent } from '#cli/init/replace-content.ts';
import { Cancelled } from '#cli/new-article/asker.ts';
import { checkContent } from '#content/checks/content.ts';

const DAY = new Date('2027-03-28T10:00:00Z');
const answers: Answers = completeAnswers({ name: 'Le Sillon' });

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'init-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function writeMagazine(given: Answers): void {
  for (const [path, text] of composeMagazine(given, DAY)) {
    mkdirSync(dirname(join(root, 'content', path)), { recursive: true });
    writeFileSync(join(root, 'content', path), text);
  }
}

describe('the options', () => {
  it('are completed by default values', () => {
    expect(answers).toEqual({
      name: 'Le Sillon',
      tagline: 'Un magazine en ligne',
      address: 'https://le-sillon.example',
      sections: ['Enquêtes', 'Culture'],
      colour: 'pétrole',
    });
    expect(completeAnswers({}).name).toBe('Mon magazine');
  });

  it.each([
    ['nom', ''],
    ['nom', 'a'.repeat(41)],
    ['adresse', 'le-sillon.fr'],
    ['rubriques', ' , '],
    ['rubriques', 'Culture, culture'],
    ['rubriques', 'Un nom de rubrique bien trop long pour le bandeau'],
    ['rubriques', '…'],
    ['rubriques', 'a,b,c,d,e,f,g,h,i'],
    ['couleur', 'mauve'],
    ['couleur', '#12345'],
  ])('refuse --%s « %s »', (flag, written) => {
    expect(() => readGiven({ [flag]: written })).toThrow(`--${flag}`);
  });

  it('take a colour by its name, without its accent, or by its code', () => {
    expect(hexOf('petrole')).toBe(COLOURS['pétrole']);
    expect(hexOf('#ABCDEF')).toBe('#abcdef');
    expect(hexOf('')).toBeNull();
  });
});

describe('the questions', () => {
  const asked: string[] = [];
  const asker = {
    text: (message: string, { initial = '' }: { initial?: string }) => {
      asked.push(message);
      return Promise.resolve(initial || 'La Vigie');
    },
    choose: (message: string, choices: readonly { value: string }[]) => {
      asked.push(message);
      return Promise.resolve(choices[1]?.value ?? '');
    },
    confirm: () => Promise.resolve(true),
    warn: () => undefined,
  };

  it('are those that the options have not answered', async () => {
    const given = await askRest({ tagline: 'Vu d’ici', sections: 'Mer' }, asker);
    expect(given).toEqual({
      name: 'La Vigie',
      tagline: 'Vu d’ici',
      address: 'https://la-vigie.example',
      sections: ['Mer'],
      colour: 'brique',
    });
    expect(asked).toHaveLength(3);
  });

  it('end when the editor cancels', async () => {
    const cancelling = { ...asker, text: () => Promise.reject(new Cancelled()) };
    await expect(askRest({}, cancelling)).rejects.toThrow(Cancelled);
  });
});

describe('a new magazine', () => {
  it.each([
    ['the default answers', answers],
    ['one section', { ...answers, sections: ['Mer'], colour: '#00ff00' }],
    [
      'signs that have a meaning in YAML and MDX',
      {
        ...answers,
        name: `L’"œil" & <le> {bon}: #1`,
        tagline: 'Qu’est-ce que c’est ? - « Ça » : {oui} <non> #2.',
        sections: ['À : voir', 'Yes', '12', '#a'],
      },
    ],
  ])('is right with %s', async (_, given) => {
    writeMagazine(given);
    expect(await checkContent(root)).toEqual([]);
    const site = parse(readFileSync(join(root, 'content/site.yaml'), 'utf8')) as Record<string, unknown>;
    expect(site).toMatchObject({ name: given.name, tagline: given.tagline });
    expect(site).not.toHaveProperty('licence');
    expect(readdirSync(join(root, 'content/categories'))).toHaveLength(given.sections.length);
  });

  it('can be read, whatever its colour', async () => {
    const channel = fc.integer({ min: 0, max: 255 }).map((value) => value.toString(16).padStart(2, '0'));
    const hexes = fc.tuple(channel, channel, channel).map((parts) => `#${parts.join('')}`);
    await fc.assert(
      fc.asyncProperty(fc.oneof(hexes, fc.constantFrom(...Object.values(COLOURS))), async (colour) => {
        writeMagazine({ ...answers, colour });
        expect(await checkContent(root)).toEqual([]);
        expect(coloursAround(colour).accents).toHaveLength(3);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the content before', () => {
  const files = new Map([['site.yaml', 'name: Neuf\n']]);
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };

  it('is kept in a dated folder, and the guide goes along', () => {
    put('content/site.yaml', 'name: Ancien\n');
    put('content/README.md', 'Le guide.\n');
    put('content/guide/a.webp', 'a');
    expect(replaceContent(root, files, DAY)).toBe('content-avant-2027-03-28');
    expect(readFileSync(join(root, 'content/site.yaml'), 'utf8')).toBe('name: Neuf\n');
    expect(readFileSync(join(root, 'content/README.md'), 'utf8')).toBe('Le guide.\n');
    expect(existsSync(join(root, 'content/guide/a.webp'))).toBe(true);
    expect(readFileSync(join(root, 'content-avant-2027-03-28/site.yaml'), 'utf8')).toBe('name: Ancien\n');
    expect(replaceContent(root, files, DAY)).toBe('content-avant-2027-03-28-2');
  });

  it('stays when the new one cannot be written', () => {
    put('content/site.yaml', 'name: Ancien\n');
    const impossible = new Map([
      ['a', ''],
      ['a/b', ''],
    ]);
    expect(() => replaceContent(root, impossible, DAY)).toThrow();
    expect(readFileSync(join(root, 'content/site.yaml'), 'utf8')).toBe('name: Ancien\n');
    expect(readdirSync(root).sort()).toEqual(['.cache', 'content']);
  });

  it('may be none', () => {
    expect(replaceContent(root, files, DAY)).toBeNull();
  });
});
