import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askRest } from '#cli/new-article/ask.ts';
import { type Asker, Cancelled, terminalAsker } from '#cli/new-article/asker.ts';
import { readGiven } from '#cli/new-article/given.ts';
import { paletteOf } from '#lib/palette.ts';
import type { Library } from '#cli/new-article/library.ts';
import type { Options } from '#cli/new-article/options.ts';
import { SVG } from '../content/small-content.ts';
import { flag, XMP } from '../images/photographs.ts';

const library: Library = {
  categories: [
    { slug: 'societe', name: 'Société', depth: 0 },
    { slug: 'mobilite', name: 'Mobilité', depth: 1 },
  ],
  tags: [
    { name: 'cloud computing', aliases: [] },
    { name: 'startup innovante', aliases: [] },
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
  isTaken: (slug) => slug === 'pris',
};

const DONE: Options = {
  titre: 'Un titre',
  rubrique: 'mobilite',
  etiquette: ['cloud computing'],
  auteur: 'la-redaction',
  chapo: 'Un chapô d’essai, assez long pour que le modèle l’accepte sans rien redire.',
  brouillon: true,
};

/** An answer that accepts the default of the question. */
const OFFERED = '\u0000offered';

/** An editor who gives these answers in order; a choice is given by a part of its label. */
function scripted(...answers: (string | boolean)[]): Asker & { said: string[] } {
  const said: string[] = [];
  const next = (message: string) => {
    said.push(message.replace(/[\u00A0\u202F]/gu, ' '));
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`No answer to: ${message}`);
    return answer;
  };
  return {
    said,
    async text(message, { fault, required, initial = '' }) {
      for (;;) {
        const written = String(next(message));
        const answer = written === OFFERED ? initial : written;
        const found = answer === '' && !required ? null : fault(answer);
        if (found === null) return answer;
        said.push(found);
      }
    },
    async choose(message, choices) {
      const wanted = String(next(message));
      const choice = choices.find(({ label }) => label.includes(wanted));
      if (!choice) throw new Error(`No « ${wanted} » in ${choices.map(({ label }) => label).join(', ')}`);
      return choice.value;
    },
    confirm: async (message) => next(message) === true,
    warn: (message) => void said.push(message.replace(/[\u00A0\u202F]/gu, ' ')),
  };
}

const ask = async (options: Options, asker: Asker) =>
  askRest(await readGiven(options, library), library, asker);
const without = (...names: (keyof Options)[]) =>
  Object.fromEntries(Object.entries(DONE).filter(([name]) => !names.includes(name as keyof Options)));

describe('the questions', () => {
  it('are those that no option answers', async () => {
    const asker = scripted('');
    const answers = await ask(DONE, asker);
    expect(asker.said).toEqual([expect.stringContaining('L’image de couverture')]);
    expect(answers).toMatchObject({ slug: 'un-titre', category: 'mobilite', cover: null, draft: true });
  });

  it('search tags one at a time, until an empty answer', async () => {
    const asker = scripted('nuage', 'Aucune', 'start', 'startup innovante', 'cloud', 'cloud', '', '');
    const { tags, newTags } = await ask(without('etiquette'), asker);
    expect([tags, newTags]).toEqual([['startup innovante', 'cloud computing'], []]);
  });

  it('take a new tag that resembles another only once it is confirmed', async () => {
    const refused = scripted('startups inovantes', 'Créer', false, 'cloud', 'cloud', '', '');
    expect(await ask(without('etiquette'), refused)).toMatchObject({
      tags: ['cloud computing'],
      newTags: [],
    });
    expect(refused.said).toContainEqual(expect.stringContaining('ressemble à « startup innovante »'));
    const confirmed = scripted('startups inovantes', 'Créer', true, '', '');
    expect(await ask(without('etiquette'), confirmed)).toMatchObject({ newTags: ['startups inovantes'] });
  });

  it('begin with the tags that options named and that the list does not have', async () => {
    const asker = scripted('startup innovante', '', '');
    const { tags } = await ask({ ...DONE, etiquette: ['cloud computing', 'startup inovante'] }, asker);
    expect(tags).toEqual(['cloud computing', 'startup innovante']);
  });

  it('offer another address when the title’s is taken', async () => {
    const asker = scripted('pris', 'encore libre', 'libre', '');
    expect((await ask({ ...DONE, titre: 'Pris' }, asker)).slug).toBe('libre');
    expect(asker.said.join(' ')).toContain('content/articles/pris/ existe déjà');
  });

  it('warn of an article that says nearly the same, by its title or by its lead, once', async () => {
    const notice = 'Un article proche existe déjà : « Le retour du tramway » (/articles/tram/).';
    const byTitle = scripted('Le tramway est de retour', '');
    await ask(without('titre'), byTitle);
    expect(byTitle.said.filter((said) => said === notice)).toHaveLength(1);
    const byLead = scripted('Les villes remettent des rails dans leurs rues, avec le retour du tramway.', '');
    await ask({ ...without('chapo'), titre: 'Des rails dans les rues des villes' }, byLead);
    expect(byLead.said.filter((said) => said === notice)).toHaveLength(1);
    const byOption = scripted('');
    await ask({ ...DONE, titre: 'Retour des tramways' }, byOption);
    expect(byOption.said.filter((said) => said === notice)).toHaveLength(1);
  });

  it('come again for a cover that will not do', async () => {
    const asker = scripted("'./absente.jpg'", '');
    expect((await ask(DONE, asker)).cover).toBeNull();
    expect(asker.said).toContainEqual(expect.stringContaining('Aucun fichier « ./absente.jpg »'));
  });
});

describe('the questions about a cover', () => {
  let folder = '';
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'couverture-'))));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  it('offer the credit and the caption of a photograph, and ask for its focal point', async () => {
    const taken = await flag(1600, 900).withXmp(XMP).jpeg().toBuffer();
    const asker = scripted(file('photo.jpg', taken), 'Un tram', OFFERED, OFFERED, 'à gauche', '20 % 50 %');
    const { cover } = await ask(DONE, asker);
    expect(cover).toMatchObject({
      ...{ alt: 'Un tram', caption: 'Le tram, à l’aube', credit: 'Ada & fils', focus: '20 % 50 %' },
    });
    expect(asker.said).toContainEqual(expect.stringContaining('Point attendu en deux pourcentages'));
  });

  it('do not ask for the focal point of a drawing', async () => {
    const asker = scripted(file('dessin.svg', SVG), 'Un dessin', 'Une légende.', 'Nous');
    expect((await ask(DONE, asker)).cover).toMatchObject({ focus: null, removed: null });
  });
});

describe('a terminal', () => {
  const keys = (...pressed: string[]) => {
    const input = new PassThrough();
    const output = new PassThrough();
    output.resume();
    const press = setInterval(() => {
      const key = pressed.shift();
      if (key === undefined) clearInterval(press);
      else input.write(key);
    }, 50);
    return terminalAsker({ input, output });
  };

  it('gives what is typed, trimmed', async () => {
    const answer = keys('é', 't', 'é', ' ', '\r').text('Titre', { required: true, fault: () => null });
    expect(await answer).toBe('été');
  });

  it('takes no answer for one when none is required', async () => {
    expect(await keys('\r').text('Chapô', { required: false, fault: () => 'faute' })).toBe('');
  });

  it('chooses with the arrows', async () => {
    const choices = ['a', 'b'].map((value) => ({ value, label: value }));
    expect(await keys('\u001B[B', '\r').choose('Lequel ?', choices)).toBe('b');
  });

  it('stops at Ctrl-C', async () => {
    await expect(keys('\u0003').confirm('Oui ?', true)).rejects.toThrow(Cancelled);
  });
});
