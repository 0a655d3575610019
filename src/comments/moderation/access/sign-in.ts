import { z } from 'astro/zod';
import { EMAIL_LENGTH, submissionSchema } from '#model/comment-schema.ts';
import type { MailLinks } from '#comments/mail/links.ts';
import { invitationMessage, signInMessage } from '#comments/mail/messages.ts';
import { enqueue } from '#comments/mail/outbox.ts';
import type { Database, Role } from '#comments/store/database/tables.ts';
import { record } from '#comments/store/queries/journal.ts';
import { consume } from '#comments/store/queries/limits.ts';
import { createModerators, type Moderator, type Moderators } from './moderators.ts';
import { normalizeEmail } from '#comments/store/hashes.ts';
import { createOneTimeTokens, hashToken, type OneTimeTokens } from './one-time-tokens.ts';

/** How many sign-in links one e-mail address may request, in how many seconds. */
const LINKS = { points: 3, seconds: 15 * 60 };
/** An unsent sign-in link is dropped after this, in milliseconds. */
const LINK_LIFETIME = 15 * 60 * 1000;

export const emailSchema = z.string().trim().max(EMAIL_LENGTH).pipe(z.email());
export const nameSchema = submissionSchema.shape.name;

/** The content of a link to create an account. */
export interface Invitation {
  /** `null` for the first administrator, who enters it in the form. */
  email: string | null;
  role: Role;
}

/**
 * How moderators sign in and get an account. The first link is shown in the terminal, the others are sent by e-mail.
 */
export interface SignIn {
  moderators: Moderators;
  tokens: OneTimeTokens;
  /** Sends a sign-in link, if the address has an account. The caller does not learn whether it has one. */
  sendLink(email: string): Promise<void>;
  /** @returns the moderator of a sign-in link that was not used yet, or `null` */
  readLink(token: string): Promise<Moderator | null>;
  useLink(token: string): Promise<Moderator | null>;
  /** Records the sign-in of a moderator. @returns `null` when they were withdrawn */
  enter(id: string): Promise<Moderator | null>;
  /** @returns the URL for the first administrator, or `null` when there is a moderator */
  firstLink(): Promise<string | null>;
  /** @returns false when this e-mail address already has an account */
  invite(email: string, role: Role, by: Moderator): Promise<boolean>;
  readInvitation(token: string): Promise<Invitation | null>;
  /** Creates the account of an invitation, which can be used once. @returns `null` when it is not valid */
  join(token: string, name: string, email: string): Promise<Moderator | null>;
}

export interface SignInDependencies {
  database: Database;
  addresses: MailLinks;
  magazine: string;
  now: () => Date;
}

const FIRST = 'first';
const invitationSchema = z.object({ email: z.string(), role: z.enum(['moderator', 'administrator']) });

export function createSignIn({ database, addresses, magazine, now }: SignInDependencies): SignIn {
  const moderators = createModerators(database, now);
  const tokens = createOneTimeTokens(database, now);
  const write = (actor: string, action: string, subject: string) =>
    record(database, now(), [{ actor, action, subject }]);
  const address = (path: string, token: string) =>
    `${addresses.moderation(path)}?${new URLSearchParams({ jeton: token }).toString()}`;

  const signIn: SignIn = {
    moderators,
    tokens,
    async sendLink(email) {
      const moderator = await moderators.find(email);
      if (!moderator) return;
      if (!(await consume(database, `sign-in.${hashToken(moderator.email)}`, LINKS, now()))) return;
      const token = await tokens.issue('sign-in', moderator.id);
      const message = signInMessage(moderator.email, address('connexion/lien/', token), now());
      await enqueue(database, message, now(), { expires: new Date(now().getTime() + LINK_LIFETIME) });
    },
    async readLink(token) {
      const id = await tokens.read('sign-in', token);
      return id === null ? null : moderators.get(id);
    },
    async useLink(token) {
      const id = await tokens.spend('sign-in', token);
      return id === null ? null : signIn.enter(id);
    },
    async enter(id) {
      const moderator = await moderators.get(id);
      if (moderator) await write(id, 'sign-in', id);
      return moderator;
    },
    async firstLink() {
      if (!(await moderators.isEmpty())) return null;
      await tokens.revoke('first', FIRST);
      return address('bienvenue/', await tokens.issue('first', FIRST));
    },
    async invite(email, role, by) {
      const to = normalizeEmail(email);
      if (await moderators.find(to)) return false;
      const token = await tokens.issue('invitation', JSON.stringify({ email: to, role }));
      const link = address('bienvenue/', token);
      await enqueue(database, invitationMessage(to, link, by.name, magazine), now());
      await write(by.id, 'invite', 'invitation');
      return true;
    },
    async readInvitation(token) {
      const subject = await tokens.read('invitation', token);
      if (subject !== null) return invitationSchema.parse(JSON.parse(subject));
      const isFirst = (await tokens.read('first', token)) !== null && (await moderators.isEmpty());
      return isFirst ? { email: null, role: 'administrator' } : null;
    },
    async join(token, name, email) {
      const subject = await tokens.spend('invitation', token);
      const isFirst = subject === null && (await tokens.spend('first', token)) !== null;
      if (subject === null && !(isFirst && (await moderators.isEmpty()))) return null;
      const { role, email: invited } =
        subject === null
          ? { role: 'administrator' as const, email }
          : invitationSchema.parse(JSON.parse(subject));
      const moderator = await moderators.add({ email: invited, name, role });
      if (moderator) await write(moderator.id, 'join', moderator.id);
      return moderator;
    },
  };
  return signIn;
}
