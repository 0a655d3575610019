import type { Context, Hono } from 'hono';
import { strings } from '#strings/site.ts';
import type { NoticeFrequency } from '#comments/store/database/tables.ts';
import { record } from '#comments/store/queries/journal.ts';
import { emailSchema, nameSchema } from '#comments/moderation/access/sign-in.ts';
import { type Done, noticeQuery } from '#comments/moderation/notice-query.ts';
import { accountPage, teamPage } from '#comments/moderation/html/team-pages.ts';
import type { SignedIn } from '#comments/moderation/session-gate.ts';
import type { RoutesDependencies } from './dependencies.ts';

const { account, team } = strings.moderationPages;

/** Adds the pages of the team and of the moderator's own account. */
export function addTeamRoutes(app: Hono<SignedIn>, dependencies: RoutesDependencies): void {
  const { mount, database, signIn, sessions, passkeys, gate, now, page, frame, refuse, wakeMailer } =
    dependencies;
  const { moderators } = signIn;
  const keysOf = (context: Context<SignedIn>) => passkeys.list(context.get('session').moderator.id);
  const done = (context: Context, path: string, what: Done) =>
    context.redirect(`${mount}${path}?${noticeQuery(what).toString()}`, 303);

  app.get(`${mount}equipe/`, async (context) =>
    page(context, teamPage(await frame(context), await moderators.list())),
  );

  app.post(`${mount}equipe/*`, async (context, next) =>
    context.get('session').moderator.role === 'administrator' ? next() : refuse(context, 'role'),
  );

  app.post(`${mount}equipe/`, async (context) => {
    const form = context.get('form');
    const email = emailSchema.safeParse(form.get('email'));
    const role = form.get('role') === 'administrator' ? 'administrator' : 'moderator';
    const isInvited =
      email.success && (await signIn.invite(email.data, role, context.get('session').moderator));
    if (!isInvited) {
      const error = email.success ? team.known : team.badEmail;
      const invited = { email: form.get('email'), error };
      return page(context, teamPage(await frame(context), await moderators.list(), invited), 400);
    }
    wakeMailer();
    return done(context, 'equipe/', { what: 'invited', name: email.data });
  });

  app.post(`${mount}equipe/retirer/`, async (context) => {
    const member = await moderators.get(context.get('form').get('id'));
    if (!member) return refuse(context, 'absent');
    if (!(await moderators.withdraw(member.id)))
      return done(context, 'equipe/', { what: 'lastAdministrator' });
    const actor = context.get('session').moderator.id;
    await record(database, now(), [{ actor, action: 'remove', subject: member.id }]);
    return done(context, 'equipe/', { what: 'removed', name: member.name });
  });

  app.get(`${mount}compte/`, async (context) =>
    page(context, accountPage(await frame(context), await keysOf(context))),
  );

  app.post(`${mount}compte/`, async (context) => {
    const form = context.get('form');
    const { moderator } = context.get('session');
    const name = nameSchema.safeParse(form.get('nom'));
    if (!name.success) {
      const content = accountPage(await frame(context), await keysOf(context), account.nameMissing);
      return page(context, content, 400);
    }
    const asked = form.get('avis');
    const notice = Object.hasOwn(account.notices, asked) ? (asked as NoticeFrequency) : moderator.notice;
    await moderators.rename(moderator.id, { name: name.data, notice });
    return done(context, 'compte/', { what: 'saved' });
  });

  app.post(`${mount}compte/sessions/`, async (context) => {
    const { id, moderator } = context.get('session');
    await sessions.closeAll(moderator.id, id);
    return done(context, 'compte/', { what: 'signedOutElsewhere' });
  });

  app.post(`${mount}deconnexion/`, async (context) => {
    await gate.signOut(context, context.get('session'));
    return context.redirect(`${mount}connexion/`, 303);
  });
}
