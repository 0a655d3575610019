import type { Context, Hono } from 'hono';
import type { Passkeys, Site } from '#comments/moderation/access/passkeys.ts';
import { readForm } from '#comments/moderation/forms.ts';
import { noticeQuery } from '#comments/moderation/notice-query.ts';
import type { SignedIn } from '#comments/moderation/session-gate.ts';
import type { SignInRoutesDependencies } from './sign-in-routes.ts';

interface PasskeyDependencies extends SignInRoutesDependencies {
  passkeys: Passkeys;
  siteOf(context: Context): Site;
}

/** Adds the sign-in with a passkey, for the script of the page. */
export function addPasskeySignIn(app: Hono, dependencies: PasskeyDependencies): void {
  const { mount, passkeys, signIn, gate, allows, siteOf } = dependencies;

  app.post(`${mount}connexion/cle/options/`, async (context) =>
    (await allows(context))
      ? context.json(await passkeys.signInOptions(siteOf(context)))
      : context.json({}, 429),
  );

  app.post(`${mount}connexion/cle/`, async (context) => {
    if (!(await allows(context))) return context.json({}, 429);
    const id = await passkeys.verify(siteOf(context), (await readForm(context)).get('reponse'));
    const moderator = id === null ? null : await signIn.enter(id);
    if (!moderator) return context.json({}, 400);
    await gate.signIn(context, moderator);
    return context.json({ address: mount });
  });
}

/** Adds the routes that register and remove the passkeys of a moderator. */
export function addPasskeyRoutes(
  app: Hono<SignedIn>,
  { mount, passkeys, siteOf }: Pick<PasskeyDependencies, 'mount' | 'passkeys' | 'siteOf'>,
): void {
  const account = (what: 'passkeyAdded' | 'passkeyRemoved') =>
    `${mount}compte/?${noticeQuery({ what }).toString()}`;

  app.post(`${mount}compte/cles/options/`, async (context) =>
    context.json(await passkeys.registrationOptions(context.get('session').moderator, siteOf(context))),
  );

  app.post(`${mount}compte/cles/`, async (context) => {
    const answer = context.get('form').get('reponse');
    const isKnown = await passkeys.register(context.get('session').moderator, siteOf(context), answer);
    return isKnown ? context.json({ address: account('passkeyAdded') }) : context.json({}, 400);
  });

  app.post(`${mount}compte/cles/retirer/`, async (context) => {
    await passkeys.remove(context.get('session').moderator.id, context.get('form').get('id'));
    return context.redirect(account('passkeyRemoved'), 303);
  });
}
