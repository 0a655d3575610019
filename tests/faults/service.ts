import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { deriveKeys } from '#comments/store/keys.ts';
import { issueChallenge } from '#comments/service/proof-of-work.ts';
import { type Kind, type Records, readRecord } from '#comments/store/records.ts';
import { type Purpose, type Token, signToken } from '#comments/service/token.ts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

export const ARTICLE = 'un-article';
export const PUBLISHED = '2026-11-20-0a1b2c3d';
export const SECRET = 'a secret for tests, of forty characters or so.';
export const keys = deriveKeys(SECRET);

/** A project folder for the service: its settings, and a built site of one article. */
export interface Project {
  root: string;
  data: string;
  /** The records of a kind. Throws on a damaged one. */
  records<K extends Kind>(kind: K): Records[K][];
  /** The names in a folder of the project; none when it is missing. */
  names(folder: string): string[];
  remove(): void;
}

export function createProject(): Project {
  const root = mkdtempSync(join(tmpdir(), 'comments-'));
  const data = join(root, 'data/comments');
  mkdirSync(join(root, 'content'));
  cpSync('content/site.yaml', join(root, 'content/site.yaml'));
  mkdirSync(join(root, 'dist/commentaires'), { recursive: true });
  const article = { title: 'Un article', href: `/articles/${ARTICLE}/`, comments: [PUBLISHED] };
  writeFileSync(join(root, 'dist/commentaires/articles.json'), JSON.stringify({ [ARTICLE]: article }));
  const names = (folder: string) => {
    try {
      return readdirSync(join(root, folder)).sort();
    } catch {
      return [];
    }
  };
  return {
    root,
    data,
    names,
    records: (kind) =>
      names(`data/comments/${kind}`)
        .filter((name) => name.endsWith('.yaml'))
        .map((name) => readRecord(kind, readFileSync(join(data, kind, name), 'utf8'))),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** The service as a process of its own. */
export interface Service {
  process: ChildProcess;
  /** Its log lines so far. */
  logs: string[];
  intake: string;
  /** Sends a signal, and waits for the exit. @returns the exit code */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the service on a free port, and waits until it answers. */
export function startService(
  { root }: Project,
  environment: Record<string, string> = {},
  shell?: string,
): Promise<Service> {
  const main = resolve('src/cli/comments-service.ts');
  const [command, args] = shell
    ? ['bash', ['-c', `${shell}; exec "$0" "$1"`, process.execPath, main]]
    : [process.execPath, [main]];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...cleanEnvironment(), COMMENTS_SECRET: SECRET, TRUST_PROXY: '1', PORT: '0', ...environment },
  });
  const logs: string[] = [];
  const ended = new Promise<number | null>((done) => child.once('close', done));
  return new Promise((ready, fail) => {
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    void ended.then(() => fail(new Error(said)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      logs.push(line);
      const { event, port, mount } = JSON.parse(line) as { event: string; port: number; mount: string };
      if (event !== 'listening') return;
      ready({
        process: child,
        logs,
        intake: `http://localhost:${port}${mount}`,
        stop(signal = 'SIGTERM') {
          child.kill(signal);
          return ended;
        },
      });
    });
  });
}

/**
 * Runs the moderators' command as a process of its own.
 *
 * @param killedAfter the number of output lines after which it is killed
 */
export function moderate(
  { root }: Project,
  args: string[],
  killedAfter = Infinity,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [resolve('src/cli/comments.ts'), ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), COMMENTS_SECRET: SECRET },
  });
  let output = '';
  const say = (chunk: Buffer) => {
    output += chunk.toString();
    if (output.split('\n').length > killedAfter) child.kill('SIGKILL');
  };
  child.stdout.on('data', say);
  child.stderr.on('data', say);
  return new Promise((done) => child.once('close', (code) => done({ code, output })));
}

/** Creates a token of this age, in milliseconds. */
export function makeToken(age = 10_000, { purpose = 'comment' as Purpose, article = ARTICLE } = {}): Token {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
  return { purpose, article, issuedAt: Date.now() - age, nonce };
}

/** Creates a token with a valid proof of work, which costs less than a reader's. */
export async function proveWork(token: Token): Promise<{ token: string; altcha: unknown }> {
  const challenge = await issueChallenge(keys, token, 1, 3);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { token: signToken(keys, token), altcha: { challenge, solution } };
}

export const comment = { article: ARTICLE, name: 'Ada', text: 'Merci pour cet article.' };

let readers = 0;
/** Returns another address each time, for X-Forwarded-For. */
export function anotherAddress(): string {
  readers += 1;
  return `10.${readers >> 16}.${(readers >> 8) & 255}.${readers & 255}`;
}

/** Sends JSON as the page's script does. */
export function sendJson(
  intake: string,
  data: unknown,
  headers: Record<string, string> = {},
): Promise<Response> {
  return send(intake, JSON.stringify(data), { 'Content-Type': 'application/json', ...headers });
}

/** Sends a form as a browser without JavaScript does. */
export function sendForm(
  intake: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const body = new URLSearchParams(fields).toString();
  return send(intake, body, { 'Content-Type': 'application/x-www-form-urlencoded', ...headers });
}

/** Sends a body as it is, from a page of the magazine. */
export function send(
  address: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Response> {
  return fetch(address, {
    method: 'POST',
    redirect: 'manual',
    body,
    headers: { Origin: new URL(address).origin, 'X-Forwarded-For': anotherAddress(), ...headers },
  });
}

export function countPending(project: Project): number {
  return project.records('pending').length + project.records('reports').length;
}

/** Expects a refusal that says that the text is not lost, and that nothing is stored. @returns the answer */
export async function refusalOf(
  project: Project,
  request: Promise<Response>,
  status: number,
): Promise<string> {
  const before = countPending(project);
  const response = await request;
  const answer = await response.text();
  expect(response.status).toBe(status);
  expect(answer).toContain('n’est pas perdu');
  expect(countPending(project)).toBe(before);
  return answer;
}

/** The environment without the settings of the test runner. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = ['NODE_OPTIONS', 'SITE_FOLDER', 'SITE_ADDRESS', 'BASE_PATH', 'COMMENTS_DATA'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
}
