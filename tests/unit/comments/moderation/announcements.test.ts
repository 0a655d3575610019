import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { signFollower } from '#comments/store/signatures.ts';
import { addFollower, confirmFollower } from '#comments/store/queries/followers.ts';
import { addReport } from '#comments/store/queries/submissions.ts';
import { ARTICLE, type Browser, idOf, type ModerationSite, startModeration } from './moderation-site.ts';

let site: ModerationSite;
let ada: Browser;
beforeEach(async () => {
  site = await startModeration();
  ada = await site.signedIn('Ada');
});
afterEach(() => site.close());

const decide = (decision: string) => ada.post('decisions/', [['decision', decision]]);
const follow = async (number: number, isConfirmed: boolean) => {
  const now = new Date(site.time);
  await addFollower(site.database, idOf(number), 'reader@example.org', `hash ${number}`, now);
  if (isConfirmed) await confirmFollower(site.database, idOf(number), now);
};
/** The queued messages, with their texts as the recipient reads them. */
const told = async () =>
  (await site.messages()).map(({ to, subject, parts, unsubscribe }) => ({
    to,
    subject,
    unsubscribe,
    text: JSON.stringify(parts).replace(/[\u00A0\u202F]/gu, ' '),
  }));
const dueIn = async () => {
  const rows = await site.database.selectFrom('outbox').select('due_at').execute();
  return rows.map(({ due_at }) => Math.round((Date.parse(due_at) - site.time) / 60_000));
};

describe('the writer of a comment', () => {
  it('who asked to be told of replies is asked to confirm it, once the comment is accepted', async () => {
    const id = await site.add(1);
    await follow(1, false);
    await decide(`accept:${id}`);
    const [message] = await told();
    expect(message?.to).toBe('reader@example.org');
    expect(message?.text).toContain(
      `/commentaires/suivi/?commentaire=${id}&cle=${signFollower(site.keys, id)}`,
    );
    expect(await dueIn()).toEqual([10]);
  });

  it('who confirmed it is told of a reply, which the message lets them leave with one request', async () => {
    const id = await site.add(1);
    await decide(`accept:${id}`);
    await follow(1, true);
    await site.add(2, { replyTo: id, name: 'Grace', text: 'Une réponse.' });
    await decide(`accept:${idOf(2)}`);
    const [message] = await told();
    expect(message?.subject).toContain('Grace vous répond');
    expect(message?.text).toContain('Une réponse.');
    expect(message?.text).toContain(`#commentaire-${idOf(2)}`);
    expect(message?.unsubscribe).toContain('/commentaires/suivi/?commentaire=');
  });

  it('is told of the magazine’s reply, and not of their own', async () => {
    const id = await site.add(1);
    await decide(`accept:${id}`);
    await follow(1, true);
    await site.add(2, { replyTo: id, emailHash: 'hash 1' });
    await decide(`accept:${idOf(2)}`);
    expect(await told()).toEqual([]);
    await ada.post('reponses/', [
      ['id', id],
      ['texte', 'Merci.'],
    ]);
    expect((await told()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Innovations vous répond') as string,
    ]);
  });

  it('is told why it is not published, and how to contest that', async () => {
    const id = await site.add(1, { email: 'reader@example.org', text: 'Mon texte.' });
    await decide(`reject:${id}:personne`);
    const [message] = await told();
    expect(message?.to).toBe('reader@example.org');
    for (const part of [
      'Mon texte.',
      'Attaque contre une personne',
      'sans traitement automatique',
      'six mois',
    ])
      expect(message?.text).toContain(part);
  });

  it('is told nothing of an advertisement: its address is often that of someone else', async () => {
    await decide(`reject:${await site.add(1, { email: 'reader@example.org' })}:publicite`);
    expect(await told()).toEqual([]);
  });

  it('is told nothing of a decision that was undone', async () => {
    const id = await site.add(1, { email: 'reader@example.org' });
    await decide(`reject:${id}:autre`);
    await ada.post('annuler/', [['id', id]]);
    expect(await told()).toEqual([]);
  });
});

describe('who reports a comment', () => {
  const report = (number: number, comment: string) =>
    addReport(
      site.database,
      {
        id: idOf(100 + number),
        article: ARTICLE,
        comment,
        reason: 'illicite',
        text: 'Une injure.',
        name: 'Paule',
        email: `paule${number}@example.org`,
        date: new Date(site.time),
      },
      { nonce: `report ${number}`, expiresAt: new Date(site.time + 60_000) },
    );

  it('is told that the comment is withdrawn, each of them', async () => {
    const id = await site.add(1);
    await decide(`accept:${id}`);
    await report(1, id);
    await report(2, id);
    expect(await ada.text('signalements/')).toContain('Signalé par Paule');
    await decide(`withdraw:${id}:illicite`);
    expect((await told()).map(({ to, text }) => [to, text.includes('a retenu votre signalement')])).toEqual([
      ['paule1@example.org', true],
      ['paule2@example.org', true],
    ]);
    expect(await ada.text('signalements/')).toContain('Aucun signalement à examiner.');
  });

  it('is told that the comment stays, with the explanation, once', async () => {
    const id = await site.add(1);
    await decide(`accept:${id}`);
    await report(1, id);
    const dismiss = () =>
      ada.post('decisions/', [
        ['decision', `dismiss:${idOf(101)}`],
        ['texte', 'C’est une opinion.'],
        ['liste', 'reports'],
      ]);
    await dismiss();
    const again = await dismiss();
    expect(await ada.text(again.headers.get('location') ?? '')).toContain('avait déjà été traité');
    expect((await told()).map(({ text }) => text.includes('C’est une opinion.'))).toEqual([true]);
  });
});

describe('what else a moderator does about a comment', () => {
  it('blocks its writer or its network for a time, which can be lifted', async () => {
    const id = await site.add(1, { email: 'reader@example.org', network: 'digest' });
    await ada.post('blocages/', [
      ['id', id],
      ['qui', 'network'],
      ['jours', '7'],
    ]);
    expect(await ada.text('blocages/')).toContain('Un réseau jusqu’au 8 décembre 2026');
    const block = await site.database.selectFrom('blocks').select('id').executeTakeFirst();
    await ada.post('blocages/lever/', [['id', block?.id ?? '']]);
    expect(await ada.text('blocages/')).toContain('Personne n’est bloqué.');
    const none = await site.add(2);
    expect(
      (
        await ada.post('blocages/', [
          ['id', none],
          ['qui', 'writer'],
        ])
      ).status,
    ).toBe(404);
  });

  it('replies to a pending comment, which is accepted first; an empty reply changes nothing', async () => {
    const id = await site.add(1);
    expect(
      (
        await ada.post('reponses/', [
          ['id', id],
          ['texte', ' '],
        ])
      ).status,
    ).toBe(400);
    expect(await ada.text('')).toContain('À lire (1)');
    await ada.post('reponses/', [
      ['id', id],
      ['texte', 'Merci à vous.'],
    ]);
    const text = await ada.text(`commentaire/?id=${id}`);
    expect(text).toContain('Merci à vous.');
    expect(await ada.text('publies/')).toContain('Lecteur 1');
  });

  it('erases it on request, with the messages about it', async () => {
    const id = await site.add(1, { email: 'reader@example.org', text: 'Texte effacé' });
    await follow(1, true);
    await decide(`reject:${id}:autre`);
    await ada.post('effacements/', [['id', id]]);
    expect(await told()).toEqual([]);
    expect(await site.database.selectFrom('followers').selectAll().execute()).toEqual([]);
    expect(JSON.stringify(await site.database.selectFrom('comments').selectAll().execute())).not.toContain(
      'Texte',
    );
  });
});
