import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';
import { siteSchema } from '#model/site-schema.ts';
import { strings } from '#strings/site.ts';

/** What stops the service or the command before it starts, said in French to who runs it. */
export class StartFault extends Error {}

/** How comments are taken and kept on this machine. */
export interface Settings {
  /** The magazine's name, which signs its replies. */
  magazine: string;
  /** Where the service answers, under the base path, with its last slash; `null` when comments are closed. */
  mount: string | null;
  /** Whether readers reach it at another host than the magazine's. */
  external: boolean;
  /** `https://example.org` */
  siteOrigin: string;
  /** The path the magazine is published at, with its last slash. */
  base: string;
  /** The built site. */
  siteFolder: string;
  /** What readers sent and the magazine has not published: outside Git. */
  dataFolder: string;
  /** Accepted comments, in Git. */
  publishedFolder: string;
  retentionDays: number;
  /** Whether the last address of X-Forwarded-For is the reader's. */
  trustProxy: boolean;
  /** The address to listen on: this machine alone unless it is said otherwise. */
  host: string;
  port: number;
}

/** 0 is any free one. */
const MOST_PORT = 65_535;

/**
 * Reads content/site.yaml and the environment.
 *
 * @param root the folder of the project
 * @throws StartFault when content/site.yaml is missing or wrong, or PORT is no port
 */
export function readSettings(root: string, environment: NodeJS.ProcessEnv): Settings {
  const site = readSite(join(root, 'content/site.yaml'));
  const base = `/${environment['BASE_PATH'] ?? ''}/`.replace(/\/{2,}/gu, '/');
  const { intake } = site.comments;
  const external = intake?.startsWith('https://') ?? false;
  return {
    magazine: site.name,
    mount: intake === undefined ? null : external ? new URL(intake).pathname : `${base}${intake.slice(1)}`,
    external,
    siteOrigin: new URL(environment['SITE_ADDRESS'] ?? site.address).origin,
    base,
    siteFolder: resolve(root, environment['SITE_FOLDER'] ?? 'dist'),
    dataFolder: resolve(root, environment['COMMENTS_DATA'] ?? 'data/comments'),
    publishedFolder: join(root, 'content/comments'),
    retentionDays: site.comments.retentionDays,
    trustProxy: environment['TRUST_PROXY'] === '1',
    host: environment['HOST']?.trim() || '127.0.0.1',
    port: readPort(environment['PORT']?.trim() || '4321'),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/u.test(text) && port <= MOST_PORT) return port;
  throw new StartFault(strings.intake.start.badPort(text));
}

function readSite(file: string) {
  try {
    return siteSchema
      .pick({ name: true, address: true, comments: true })
      .strip()
      .parse(parse(readFileSync(file, 'utf8')));
  } catch {
    throw new StartFault(strings.intake.start.noSite(file));
  }
}
