import { resolve } from 'node:path';
import { z } from 'astro/zod';
import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';
import type { MailSettings } from './transport.ts';

const { badServer, badSender, noSender } = strings.mail.settings;

/**
 * Reads SMTP_URL, MAIL_FROM and MAIL_FOLDER.
 *
 * @throws ExpectedError when one is invalid, or when there is a server but no sender
 */
export function readMailSettings(
  root: string,
  name: string,
  siteOrigin: string,
  environment: NodeJS.ProcessEnv,
): MailSettings {
  const server = environment['SMTP_URL']?.trim() || null;
  if (server !== null && !/^smtps?:$/u.test(URL.parse(server)?.protocol ?? ''))
    throw new ExpectedError(badServer);
  const given = environment['MAIL_FROM']?.trim();
  if (server !== null && !given) throw new ExpectedError(noSender);
  const address = given || `commentaires@${new URL(siteOrigin).hostname}`;
  if (given && !z.email().safeParse(address).success) throw new ExpectedError(badSender(address));
  return {
    sender: { name, address },
    server,
    folder: resolve(root, environment['MAIL_FOLDER'] ?? 'data/outbox'),
  };
}
