import type { Context, Hono } from 'hono';
import { strings } from '#strings/site.ts';
import { emailSchema, nameSchema, type SignIn } from '#comments/moderation/access/sign-in.ts';
import { readForm } from '#comments/moderation/forms.ts';
import {
  confirmSignInPage,
  linkSentPage,
  signInMessagePage,
  signInPage,
  welcomePage,
} from '#comments/moderation/html/sign-in-pages.ts';
import type { SessionGate } from '#comments/moderation/session-gate.ts';
import type { PageContent } from '#comments/service/page-contents.ts';

const { signIn: labels, account, team } = strings.moderationPages;

export interface SignInRoutesDependencies {
  mount: string;
  signIn: SignIn;
  gate: SessionGate;
  /** Whether this visitor may make one more attempt. */
  allows(context: Context): Promise<boolean>;
  page(context: Context, content: PageContent, status?: 400 | 404 | 429): Promise<Response>;
  /** Makes the mailer check the outbox now. */
  wakeMailer(): void;
  /** Logs an error of a task that no response waits for. */
  onError(error: unknown): void;
}

/** Adds the public pages: request a link, use it, and create an account. */
export function addSignInRoutes(app: Hono, dependencies: SignInRoutesDependencies): void {
  const { mount, signIn, gate, allows, page, wakeMailer, onError } = dependencies;

  const expired = (context: Context) =>
    page(context, signInMessagePage(mount, labels.badTitle, labels.bad), 404);
  const tooMany = (context: Context) => page(context, signInPage(mount, labels.tooMany), 429);

  app.get(`${mount}connexion/`, (context) => page(context, signInPage(mount)));

  app.post(`${mount}connexion/`, async (context) => {
    const email = emailSchema.safeParse((await readForm(context)).get('email'));
    if (!email.success) return page(context, signInPage(mount, team.badEmail), 400);
    if (!(await allows(context))) return tooMany(context);
    // The response does not wait: its time must not reveal whether the address has an account.
    void signIn.sendLink(email.data).then(wakeMailer, onError);
    return page(context, linkSentPage(mount, email.data));
  });

  app.get(`${mount}connexion/lien/`, async (context) => {
    const token = context.req.query('jeton') ?? '';
    const moderator = await signIn.readLink(token);
    return moderator ? page(context, confirmSignInPage(mount, token, moderator.name)) : expired(context);
  });

  app.post(`${mount}connexion/lien/`, async (context) => {
    if (!(await allows(context))) return tooMany(context);
    const moderator = await signIn.useLink((await readForm(context)).get('jeton'));
    if (!moderator) return expired(context);
    await gate.signIn(context, moderator);
    return context.redirect(mount, 303);
  });

  app.get(`${mount}bienvenue/`, async (context) => {
    const token = context.req.query('jeton') ?? '';
    const invitation = await signIn.readInvitation(token);
    if (!invitation) return expired(context);
    return page(context, welcomePage(mount, token, { isFirst: invitation.email === null }));
  });

  app.post(`${mount}bienvenue/`, async (context) => {
    if (!(await allows(context))) return tooMany(context);
    const form = await readForm(context);
    const [token, name, email] = [form.get('jeton'), form.get('nom'), form.get('email')];
    const invitation = await signIn.readInvitation(token);
    if (!invitation) return expired(context);
    const isFirst = invitation.email === null;
    const parsedName = nameSchema.safeParse(name);
    const parsedEmail = emailSchema.safeParse(invitation.email ?? email);
    if (!parsedName.success || !parsedEmail.success) {
      const errors = {
        name: parsedName.success ? undefined : account.nameMissing,
        email: parsedEmail.success ? undefined : team.badEmail,
      };
      return page(context, welcomePage(mount, token, { name, email, isFirst }, errors), 400);
    }
    const moderator = await signIn.join(token, parsedName.data, parsedEmail.data);
    if (!moderator) return expired(context);
    await gate.signIn(context, moderator);
    return context.redirect(mount, 303);
  });
}
