import { afterEach, beforeEach, expect, it } from 'vitest';
import { getComment } from '#comments/store/queries/comments.ts';
import { type Browser, idOf, type ModerationSite, startModeration } from './moderation-site.ts';
import { describeStores } from '../../../stores.ts';

const MINUTE = 60_000;

describeStores('the queue of moderators', (kind) => {
  let site: ModerationSite;
  let ada: Browser;
  beforeEach(async () => {
    site = await startModeration(await kind.create());
    ada = await site.signedIn('Ada');
  });
  afterEach(() => site.close());

  const stateOf = async (number: number) => (await getComment(site.database, idOf(number)))?.state;

  /**
   * Follows the redirect of a response.
   *
   * @returns the text of the page, which confirms the action
   */
  async function saidAfter(browser: Browser, response: Response): Promise<string> {
    expect(response.status).toBe(303);
    const text = await browser.text(response.headers.get('location') ?? '');
    return text;
  }

  it('says that all is read when nothing waits', async () => {
    expect(await ada.text('')).toContain('Tout est lu.');
  });

  it('shows a comment with its article, the comment it replies to, and its text as the site will', async () => {
    const parent = await site.add(1, { name: 'Grace', text: 'La première.' });
    await site.add(2, { replyTo: parent, text: '**Non** <script>alert(1)</script>', email: 'a@b.fr' });
    const html = await (await ada.get('')).text();
    expect(html).toContain('<strong>Non</strong>');
    expect(html).not.toContain('<script>alert');
    const text = await ada.text('');
    expect(text).toContain('Un article');
    expect(text).toContain('En réponse à Grace La première.');
    expect(text).toContain('À lire (2)');
  });

  it('accepts one comment, asks for a publication, and says where it is until it is online', async () => {
    const id = await site.add(1);
    const answer = await ada.post('decisions/', [
      ['decision', `accept:${id}`],
      ['liste', 'pending'],
    ]);
    expect(await saidAfter(ada, answer)).toContain('1 commentaire accepté.');
    expect([await stateOf(1), site.publication.requests]).toEqual(['approved', 1]);
    expect(await ada.text('publies/')).toContain('Mise en ligne en cours');
    site.publish([id]);
    expect(await ada.text('publies/')).toContain('En ligne');
    site.publish([]);
    site.publication.state = 'failed';
    expect(await ada.text('publies/')).toContain('La mise en ligne a échoué');
  });

  it('rejects with a reason, which the list of rejected comments shows, and publishes nothing', async () => {
    const id = await site.add(1);
    await ada.post('decisions/', [['decision', `reject:${id}:hors-sujet`]]);
    expect([await stateOf(1), site.publication.requests]).toEqual(['rejected', 0]);
    expect(await ada.text('refuses/')).toContain('Refusé : Sans rapport avec l’article.');
  });

  it('decides on many at once, with one reason', async () => {
    for (const number of [1, 2, 3]) await site.add(number);
    const answer = await ada.post('decisions/', [
      ['decision', 'reject'],
      ['motif', 'publicite'],
      ['id', idOf(1)],
      ['id', idOf(3)],
      ['id', '../../etc/passwd'],
    ]);
    expect(await saidAfter(ada, answer)).toContain('2 commentaires refusés.');
    expect([await stateOf(1), await stateOf(2), await stateOf(3)]).toEqual([
      'rejected',
      'pending',
      'rejected',
    ]);
  });

  it('changes nothing when nothing is chosen', async () => {
    await site.add(1);
    const answer = await ada.post('decisions/', [['decision', 'accept']]);
    expect(await saidAfter(ada, answer)).toContain('Aucun commentaire n’était choisi.');
    expect(await stateOf(1)).toBe('pending');
  });

  it('tells the second of two moderators who decided first, and changes nothing', async () => {
    const grace = await site.signedIn('Grace');
    const id = await site.add(1);
    await ada.post('decisions/', [['decision', `reject:${id}:autre`]]);
    const answer = await grace.post('decisions/', [['decision', `accept:${id}`]]);
    expect(await saidAfter(grace, answer)).toContain('Ada a traité ce commentaire avant vous');
    expect(await stateOf(1)).toBe('rejected');
  });

  it('undoes a decision for ten minutes', async () => {
    const id = await site.add(1);
    await ada.post('decisions/', [['decision', `accept:${id}`]]);
    site.time += 9 * MINUTE;
    expect(await saidAfter(ada, await ada.post('annuler/', [['id', id]]))).toContain('Décision annulée.');
    expect(await stateOf(1)).toBe('pending');
    await ada.post('decisions/', [['decision', `accept:${id}`]]);
    site.time += 11 * MINUTE;
    expect(await saidAfter(ada, await ada.post('annuler/', [['id', id]]))).toContain('plus de dix minutes');
    expect(await stateOf(1)).toBe('approved');
  });

  it('withdraws what is published', async () => {
    const id = await site.add(1);
    await ada.post('decisions/', [['decision', `accept:${id}`]]);
    site.publish([id]);
    await ada.post('decisions/', [['decision', `withdraw:${id}:personne`]]);
    expect(await stateOf(1)).toBe('withdrawn');
    expect(site.publication.requests).toBe(2);
    expect(await ada.text('retires/')).toContain('Retrait en cours');
  });

  it('shows fifty comments a page, and finds one by its words, whatever their case and accents', async () => {
    for (let number = 1; number <= 51; number += 1) await site.add(number);
    await site.add(52, { text: 'L’Élan vert' });
    const html = await (await ada.get('')).text();
    expect(html.match(/class="item"/gu)).toHaveLength(50);
    const next = /href="(\/moderation\/\?apres=[^"]*)"/u.exec(html)?.[1] ?? '';
    expect(
      (await (await ada.get(next.replaceAll('&amp;', '&'))).text()).match(/class="item"/gu),
    ).toHaveLength(2);
    expect(await ada.text('?q=elan')).toContain('L’Élan vert');
    expect(await ada.text('?q=absent')).toContain('Aucun commentaire ne contient « absent ».');
  });

  it('answers a script without a page', async () => {
    const id = await site.add(1);
    const answer = await ada.post('decisions/', [['decision', `accept:${id}`]], {
      accept: 'application/json',
    });
    expect(await answer.json()).toEqual({
      text: expect.stringContaining('commentaire accepté.') as string,
      undo: [id],
      waiting: { comments: 0, reports: 0 },
    });
  });

  it('writes who did what into the journal', async () => {
    const id = await site.add(1);
    await ada.post('decisions/', [['decision', `accept:${id}`]]);
    await ada.post('annuler/', [['id', id]]);
    await ada.post('reponses/', [
      ['id', id],
      ['texte', 'Merci.'],
    ]);
    const gone = await site.add(2);
    await ada.post('effacements/', [['id', gone]]);
    const text = await ada.text('journal/');
    const comment = 'commentaire de Lecteur 1 sur « Un article »';
    expect(text).toContain(`Ada a annulé la décision sur le ${comment}`);
    expect(text).toContain(`Ada a accepté le ${comment}`);
    expect(text).toContain(`Ada a répondu au ${comment}`);
    expect(text).toContain(`Ada a effacé le commentaire ${gone}`);
    expect(text).toContain('Ada s’est connecté');
  });
});
