import type { Context, MiddlewareHandler } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { Moderator } from './access/moderators.ts';
import { type Session, SESSION_LIFETIME, type Sessions } from './access/sessions.ts';
import { type Form, readForm } from './forms.ts';

/** What the middleware adds to the requests of signed-in moderators. `form` exists in POST requests only. */
export interface SignedIn {
  Variables: { session: Session; form: Form };
}

const COOKIE = 'moderation';
const LOCAL = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/u;

/** Whether a Host header is that of this machine, where HTTP is safe. */
export function isLocal(host: string): boolean {
  return LOCAL.test(host);
}

export interface SessionGate {
  /** Signs a moderator in with a new session, and closes the session that the browser already had. */
  signIn(context: Context, moderator: Moderator): Promise<void>;
  signOut(context: Context, session: Session): Promise<void>;
  /** Requires a session, and for a form also its token. Without a session, it redirects to the sign-in page. */
  gate: MiddlewareHandler<SignedIn>;
}

/**
 * Stores the session of moderators in a cookie that scripts cannot read and other sites cannot send.
 *
 * @param mount the path of the moderation pages
 * @param refuseForm responds to a form without the token of its session
 */
export function createSessionGate(
  sessions: Sessions,
  mount: string,
  refuseForm: (context: Context) => Promise<Response>,
): SessionGate {
  function setSessionCookie(context: Context, value: string): void {
    setCookie(context, COOKIE, value, {
      path: mount,
      httpOnly: true,
      sameSite: 'Strict',
      // HTTPS only, except on the machine itself.
      secure: !isLocal(context.req.header('host') ?? ''),
      maxAge: SESSION_LIFETIME / 1000,
    });
  }

  return {
    async signIn(context, moderator) {
      const before = await sessions.find(getCookie(context, COOKIE) ?? '');
      if (before) await sessions.close(before.id);
      setSessionCookie(context, await sessions.open(moderator.id));
    },
    async signOut(context, session) {
      await sessions.close(session.id);
      deleteCookie(context, COOKIE, { path: mount });
    },
    async gate(context, next) {
      const session = await sessions.find(getCookie(context, COOKIE) ?? '');
      if (!session) return context.redirect(`${mount}connexion/`, 303);
      if (session.renewed !== null) setSessionCookie(context, session.renewed);
      context.set('session', session);
      if (context.req.method === 'POST') {
        const form = await readForm(context);
        if (!sessions.isFormToken(session, form.get('jeton'))) return refuseForm(context);
        context.set('form', form);
      }
      await next();
      return undefined;
    },
  };
}
