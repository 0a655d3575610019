import { z } from 'astro/zod';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Database } from '#comments/store/database/tables.ts';
import type { Moderator } from './moderators.ts';
import type { OneTimeTokens } from './one-time-tokens.ts';

/** The maximum number of passkeys of one moderator. */
const MAX_PASSKEYS = 10;

/** The origin for which the browser creates and uses passkeys. */
export interface Site {
  /** For example `https://example.org`. */
  origin: string;
  /** The host, without the port. */
  host: string;
}

/**
 * Sign-in with passkeys: key pairs on a device, which the user unlocks with a fingerprint, a face or a code (WebAuthn).
 */
export interface Passkeys {
  list(moderator: string): Promise<{ id: string; createdAt: string }[]>;
  remove(moderator: string, id: string): Promise<void>;
  registrationOptions(moderator: Moderator, site: Site): Promise<object>;
  /** @returns whether the browser's answer contains a new passkey of this moderator */
  register(moderator: Moderator, site: Site, answer: string): Promise<boolean>;
  signInOptions(site: Site): Promise<object>;
  /** @returns the id of the moderator whose passkey signed the challenge, or `null` */
  verify(site: Site, answer: string): Promise<string | null>;
}

/** The fields common to the answers for registration and sign-in; the library checks the others. */
const answerSchema = z.looseObject({ id: z.string().min(1).max(1400), response: z.looseObject({}) });
const ANYBODY = 'anybody';

export function createPasskeys(
  database: Database,
  tokens: OneTimeTokens,
  magazine: string,
  now: () => Date,
): Passkeys {
  /** Checks a challenge by using up its one-time token. The library has encoded the token once more. */
  const spends = (subject: string) => async (challenge: string) =>
    (await tokens.spend('passkey', Buffer.from(challenge, 'base64url').toString())) === subject;
  const library = () => import('@simplewebauthn/server');

  const passkeys: Passkeys = {
    async list(moderator) {
      const rows = await database
        .selectFrom('passkeys')
        .select(['id', 'created_at as createdAt'])
        .where('moderator', '=', moderator)
        .orderBy('created_at')
        .execute();
      return rows;
    },
    async remove(moderator, id) {
      await database.deleteFrom('passkeys').where('id', '=', id).where('moderator', '=', moderator).execute();
    },
    async registrationOptions({ id, email, name }, { host }) {
      const { generateRegistrationOptions } = await library();
      return generateRegistrationOptions({
        rpName: magazine,
        rpID: host,
        userID: Uint8Array.from(Buffer.from(id)),
        userName: email,
        userDisplayName: name,
        challenge: Uint8Array.from(Buffer.from(await tokens.issue('passkey', id))),
        excludeCredentials: await passkeys.list(id),
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      });
    },
    async register(moderator, { origin, host }, answer) {
      const response = readAnswer(answer) as RegistrationResponseJSON | null;
      if (!response || (await passkeys.list(moderator.id)).length >= MAX_PASSKEYS) return false;
      const { verifyRegistrationResponse } = await library();
      const result = await verifyRegistrationResponse({
        response,
        expectedChallenge: spends(moderator.id),
        expectedOrigin: origin,
        expectedRPID: host,
      }).catch(() => null);
      if (!result?.verified) return false;
      const { id, publicKey, counter, transports = [] } = result.registrationInfo.credential;
      await database
        .insertInto('passkeys')
        .values({
          id,
          moderator: moderator.id,
          public_key: Buffer.from(publicKey).toString('base64url'),
          counter,
          transports: JSON.stringify(transports),
          created_at: now().toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      return true;
    },
    async signInOptions({ host }) {
      const { generateAuthenticationOptions } = await library();
      return generateAuthenticationOptions({
        rpID: host,
        challenge: Uint8Array.from(Buffer.from(await tokens.issue('passkey', ANYBODY))),
        userVerification: 'required',
      });
    },
    async verify({ origin, host }, answer) {
      const response = readAnswer(answer) as AuthenticationResponseJSON | null;
      if (!response) return null;
      const key = await database
        .selectFrom('passkeys')
        .selectAll()
        .where('id', '=', response.id)
        .executeTakeFirst();
      if (!key) return null;
      const { verifyAuthenticationResponse } = await library();
      const result = await verifyAuthenticationResponse({
        response,
        expectedChallenge: spends(ANYBODY),
        expectedOrigin: origin,
        expectedRPID: host,
        credential: {
          id: key.id,
          publicKey: Uint8Array.from(Buffer.from(key.public_key, 'base64url')),
          counter: key.counter,
          transports: JSON.parse(key.transports) as string[],
        },
      }).catch(() => null);
      if (!result?.verified) return null;
      const counter = result.authenticationInfo.newCounter;
      await database.updateTable('passkeys').set({ counter }).where('id', '=', key.id).execute();
      return key.moderator;
    },
  };
  return passkeys;
}

/** Parses the answer of a browser. @returns `null` when it is malformed */
function readAnswer(text: string): z.output<typeof answerSchema> | null {
  try {
    return answerSchema.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
