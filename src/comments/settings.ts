import { join, resolve } from 'node:path';
import { readSetting } from '#content/files/content-file.ts';
import { type ListFiles, readListFiles } from '#content/files/list-files.ts';
import { ExpectedError } from '#lib/expected-error.ts';
import { dataFolderOf } from '#comments/store/store.ts';
import { readMailSettings } from '#comments/mail/mail-settings.ts';
import type { MailSettings } from '#comments/mail/transport.ts';
import {
  type PublicationSettings,
  readPublicationSettings,
} from '#comments/publication/publication-settings.ts';
import { strings } from '#strings/site.ts';

/** The settings of the comment service and of the moderation command. */
export interface Settings {
  /** The folder of the project. */
  root: string;
  /** The magazine's name, which is also the author of its replies. */
  magazine: string;
  /** The path of the service, with the base path and its last slash; `null` when comments are closed. */
  mount: string | null;
  /** Whether the service has another host name than the magazine. */
  external: boolean;
  /** For example `https://example.org`. */
  siteOrigin: string;
  /** The origin of the service: the same as `siteOrigin`, unless `external`. */
  serviceOrigin: string;
  /** The path of the moderation pages, with its last slash. */
  moderation: string;
  /** The slugs of the pages that e-mails link to, by role. */
  pageRoles: ListFiles['pageRoles'];
  mail: MailSettings;
  publication: PublicationSettings;
  /** The base path of the magazine, with its last slash. */
  base: string;
  /** The folder of the built site. */
  siteFolder: string;
  /** The folder of the database, its backups and the secret, outside Git. */
  dataFolder: string;
  retentionDays: number;
  /** The token with which builds on other machines read the published comments; `null` allows none. */
  exportToken: string | null;
  /** Whether to read the reader's IP address from the last entry of X-Forwarded-For. */
  trustProxy: boolean;
  /** The network address to listen on. By default, only this machine can connect. */
  host: string;
  port: number;
}

/** In days, for a magazine that has closed its comments but still has some in its database. */
const DEFAULT_RETENTION = 30;
const MAX_PORT = 65_535;
/** The minimum length of COMMENTS_TOKEN, in characters. */
const TOKEN_LENGTH = 32;

/**
 * Reads content/site.yaml and the environment.
 *
 * @param root the folder of the project
 * @throws ExpectedError when content/site.yaml is missing or wrong, PORT is not a port, or COMMENTS_TOKEN is too short
 */
export function readSettings(root: string, environment: NodeJS.ProcessEnv): Settings {
  const site = readSite(root);
  const base = `/${environment['BASE_PATH'] ?? ''}/`.replace(/\/{2,}/gu, '/');
  const { intake, retentionDays } = site.comments ?? { retentionDays: DEFAULT_RETENTION };
  const external = intake?.startsWith('https://') ?? false;
  const siteOrigin = new URL(environment['SITE_ADDRESS'] || site.address).origin;
  return {
    root,
    magazine: site.name,
    mount: intake === undefined ? null : external ? new URL(intake).pathname : `${base}${intake.slice(1)}`,
    external,
    siteOrigin,
    serviceOrigin: external ? new URL(intake ?? '').origin : siteOrigin,
    moderation: `${base}moderation/`,
    pageRoles: readListFiles(root).pageRoles,
    mail: readMailSettings(root, site.name, siteOrigin, environment),
    publication: readPublicationSettings(root, environment),
    base,
    siteFolder: resolve(root, environment['SITE_FOLDER'] ?? 'dist'),
    dataFolder: dataFolderOf(root, environment),
    retentionDays,
    exportToken: readToken(environment['COMMENTS_TOKEN']?.trim() ?? ''),
    trustProxy: environment['TRUST_PROXY'] === '1',
    host: environment['HOST']?.trim() || '127.0.0.1',
    port: readPort(environment['PORT']?.trim() || '4321'),
  };
}

function readToken(token: string): string | null {
  if (token === '' || token.length >= TOKEN_LENGTH) return token || null;
  throw new ExpectedError(strings.submissions.start.shortToken(TOKEN_LENGTH));
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port <= MAX_PORT) return port;
  throw new ExpectedError(strings.submissions.start.badPort(text));
}

function readSite(root: string) {
  try {
    return {
      name: readSetting(root, 'name'),
      address: readSetting(root, 'address'),
      comments: readSetting(root, 'comments'),
    };
  } catch {
    throw new ExpectedError(strings.submissions.start.noSite(join(root, 'content/site.yaml')));
  }
}
