import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { linkOf, type ModerationSite, startModeration, textOf } from './moderation-site.ts';
import { describeStores } from '../../../stores.ts';

describeStores('moderators', (kind) => {
  let site: ModerationSite;
  beforeEach(async () => {
    site = await startModeration(await kind.create());
  });
  afterEach(() => site.close());

  describe('the first account', () => {
    it('is created once, by a link of the terminal, and administers', async () => {
      const link = new URL((await site.signIn.firstLink()) ?? '');
      const jeton = link.searchParams.get('jeton') ?? '';
      const browser = site.browser();
      expect(await browser.text(link.pathname + link.search)).toContain('Créez votre compte');
      const bad = await browser.post('bienvenue/', [
        ['jeton', jeton],
        ['nom', ''],
        ['email', 'ada'],
      ]);
      expect([bad.status, textOf(await bad.text())]).toEqual([
        400,
        expect.stringContaining('Indiquez votre nom'),
      ]);
      const created = await browser.post('bienvenue/', [
        ['jeton', jeton],
        ['nom', 'Ada'],
        ['email', 'ada@b.fr'],
      ]);
      expect(created.status).toBe(303);
      expect(await browser.text('equipe/')).toContain('Ada ada@b.fr · Modère et administre');
      const again = await site.browser().post('bienvenue/', [
        ['jeton', jeton],
        ['nom', 'Eve'],
        ['email', 'e@b.fr'],
      ]);
      expect(again.status).toBe(404);
      expect(await site.signIn.firstLink()).toBeNull();
    });
  });

  describe('the team', () => {
    it('grows by invitations of an administrator', async () => {
      const ada = await site.signedIn('Ada', 'administrator');
      await ada.post('equipe/', [
        ['email', 'grace@example.org'],
        ['role', 'moderator'],
      ]);
      expect((await site.messages())[0]?.to).toBe('grace@example.org');
      const { pathname, search, searchParams } = linkOf((await site.messages()).at(-1));
      const grace = site.browser();
      await grace.get(pathname + search);
      await grace.post('bienvenue/', [
        ['jeton', searchParams.get('jeton') ?? ''],
        ['nom', 'Grace'],
        ['email', 'eve@example.org'],
      ]);
      expect(await grace.text('equipe/')).toContain('Grace grace@example.org · Modère');
      const known = await ada.post('equipe/', [['email', 'grace@example.org']]);
      expect(known.status).toBe(400);
    });

    it('is not changed by a moderator', async () => {
      const ada = await site.signedIn('Ada', 'administrator');
      await ada.get('equipe/');
      const grace = await site.signedIn('Grace');
      expect(await grace.text('equipe/')).not.toContain('Inviter');
      for (const path of ['equipe/', 'equipe/retirer/'])
        expect((await grace.post(path, [['email', 'eve@example.org']])).status).toBe(403);
    });

    it('loses a member at once: their sessions end, and their links are worth nothing', async () => {
      const ada = await site.signedIn('Ada', 'administrator');
      const grace = await site.signedIn('Grace');
      const { id = '' } = (await site.signIn.moderators.find('grace@example.org')) ?? {};
      const link = await site.signIn.tokens.issue('sign-in', id);
      await ada.post('equipe/retirer/', [['id', id]]);
      expect((await grace.get('')).status).toBe(303);
      expect((await site.browser().post('connexion/lien/', [['jeton', link]])).status).toBe(404);
    });

    it('keeps its last administrator', async () => {
      const ada = { name: 'Ada', email: 'ada@b.fr', role: 'administrator' } as const;
      const { id = '' } = (await site.signIn.moderators.add(ada)) ?? {};
      expect(await site.signIn.moderators.withdraw(id)).toBe(false);
    });

    it('keeps one of two administrators who withdraw each other at the same time', async () => {
      const { moderators } = site.signIn;
      for (const name of ['ada', 'grace'])
        await moderators.add({ name, email: `${name}@b.fr`, role: 'administrator' });
      const all = await moderators.list();
      const withdrawn = await Promise.all(all.map(({ id }) => moderators.withdraw(id)));
      expect(withdrawn.filter(Boolean)).toHaveLength(1);
      expect(await moderators.list()).toHaveLength(1);
    });
  });
});
