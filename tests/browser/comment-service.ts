import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { copySite, PUBLISHING, type SiteCopy } from '../site-copy.ts';
import { type MailServer, startMailServer } from '../unit/comments/mail/mail-server.ts';

/** A small magazine with its comment service, as `npm start` runs it, and a mail server. */
export interface RunningMagazine {
  /** `http://localhost:4321` */
  address: string;
  /** The link with which the first moderator creates an account. */
  firstLink: string;
  /**
   * Waits for a message to this address whose text matches.
   *
   * @returns the decoded text
   */
  message(to: string, having: RegExp): Promise<string>;
  stop(): Promise<void>;
}

/** Builds and serves a copy of the magazine with one article. */
export async function startMagazine(article: string): Promise<RunningMagazine> {
  const copy = copySite([article]);
  const mail = await startMailServer();
  const env = {
    ...process.env,
    ...PUBLISHING,
    PREVIEW: '',
    PRECOMPRESS: '0',
    CACHE_FOLDER: `${copy.root}/.cache`,
    COMMENTS_SOURCE: '',
    PORT: '0',
    SMTP_URL: mail.url,
    MAIL_FROM: 'commentaires@example.org',
  };
  const build = spawnSync(process.execPath, ['src/cli/build.ts'], { cwd: copy.root, env, encoding: 'utf8' });
  if (build.status !== 0) throw new Error(`${build.stdout}\n${build.stderr}`);
  const child = spawn(process.execPath, ['src/cli/start.ts'], { cwd: copy.root, env });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (words: Buffer) => (said += words.toString()));
  const firstLink = await until(
    () => /http:\S*\/bienvenue\/\S*/u.exec(said)?.[0],
    child,
    () => said,
  );
  return {
    address: new URL(firstLink).origin,
    firstLink,
    message: (to, having) =>
      until(
        () => mail.received.map(decode).find((text) => text.includes(`To: ${to}`) && having.test(text)),
        child,
        () => `${said}\n${mail.received.map(decode).join('\n')}`,
      ),
    stop: () => stop(child, mail, copy),
  };
}

async function until(
  find: () => string | undefined,
  child: ChildProcess,
  explain: () => string,
): Promise<string> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    const found = find();
    if (found !== undefined) return found;
    if (child.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(`Not found: ${explain()}`);
}

/** Returns the headers and the plain text of a message, decoded. */
function decode(message: string): string {
  return message
    .replace(/=\r?\n/gu, '')
    .replace(/(?:=[0-9A-F]{2})+/gu, (bytes) => Buffer.from(bytes.replaceAll('=', ''), 'hex').toString());
}

async function stop(child: ChildProcess, mail: MailServer, copy: SiteCopy): Promise<void> {
  child.kill();
  await mail.stop();
  copy.remove();
}
