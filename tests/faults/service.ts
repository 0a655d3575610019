import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from 'vitest';
import { deriveKeys } from '#comments/store/keys.ts';
import { issueChallenge } from '#comments/service/proof-of-work.ts';
import type { CommentState, Database } from '#comments/store/database/tables.ts';
import { listComments, type StoredComment } from '#comments/store/queries/comments.ts';
import { listReports } from '#comments/store/queries/reports.ts';
import { openCommentStore } from '#comments/store/store.ts';
import { type Purpose, type Token, signToken } from '#comments/service/token.ts';
import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';

export const ARTICLE = 'un-article';
export const PUBLISHED = '2026-11-20-0a1b2c3d';
export const SECRET = 'a secret for tests, of forty characters or so.';
export const keys = deriveKeys(SECRET);

/** A project folder for the service: its settings, a built site of one article, and a store. */
export interface Project {
  root: string;
  data: string;
  /** The variable with the address of the database; empty when the database is a file of the project. */
  environment: Record<string, string>;
  db(): Promise<Database>;
  /** Returns all comments in a state, the oldest first. */
  comments(state: CommentState): Promise<StoredComment[]>;
  remove(): Promise<void>;
}

/**
 * Creates a project folder for the service.
 *
 * @param url the address of a PostgreSQL database; without it, the store is a SQLite file
 */
export function createProject(url?: string): Project {
  const root = mkdtempSync(join(tmpdir(), 'comments-'));
  const data = join(root, 'data/comments');
  mkdirSync(join(root, 'content'));
  cpSync('tests/fixtures/content/site.yaml', join(root, 'content/site.yaml'));
  mkdirSync(join(root, 'dist/commentaires'), { recursive: true });
  const article = { title: 'Un article', href: `/articles/${ARTICLE}/`, comments: [PUBLISHED] };
  writeFileSync(join(root, 'dist/commentaires/articles.json'), JSON.stringify({ [ARTICLE]: article }));
  const environment: Record<string, string> = url === undefined ? {} : { DATABASE_URL: url };
  const store = openCommentStore({ dataFolder: data }, environment);
  return {
    root,
    data,
    environment,
    db: () => store.db(),
    comments: async (state) => (await listComments(await store.db(), { state }, { size: 100_000 })).items,
    async remove() {
      await store.close();
      rmSync(root, { recursive: true, force: true });
    },
  };
}

/** The service in its own process. */
export interface Service {
  process: ChildProcess;
  /** The log lines of the service so far. */
  logs: string[];
  intake: string;
  /**
   * Sends a signal, and waits until the process exits.
   *
   * @returns the exit code
   */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the service on a free port, and waits until it answers. */
export function startService(
  project: Project,
  environment: Record<string, string> = {},
  shell?: string,
): Promise<Service> {
  const main = resolve('src/cli/comments-service.ts');
  const [command, args] = shell
    ? ['bash', ['-c', `${shell}; exec "$0" "$1"`, process.execPath, main]]
    : [process.execPath, [main]];
  const child = spawn(command, args, {
    cwd: project.root,
    env: {
      ...cleanEnvironment(),
      ...project.environment,
      ...{ COMMENTS_SECRET: SECRET, TRUST_PROXY: '1', PORT: '0' },
      ...environment,
    },
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
 * Runs the moderators' command in its own process.
 *
 * @param killedAfter number of output lines after which the process is killed
 */
export function moderate(
  { root, environment }: Project,
  args: string[],
  killedAfter = Infinity,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, [resolve('src/cli/comments.ts'), ...args], {
    cwd: root,
    env: { ...cleanEnvironment(), ...environment, COMMENTS_SECRET: SECRET },
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

/** Signs a token and solves its proof of work, which is cheaper than a reader's. */
export async function proveWork(token: Token): Promise<{ token: string; altcha: unknown }> {
  const challenge = await issueChallenge(keys, token, 1, 3);
  const solution = await solveChallenge({ challenge, deriveKey });
  return { token: signToken(keys, token), altcha: { challenge, solution } };
}

export const comment = { article: ARTICLE, name: 'Ada', text: 'Merci pour cet article.' };

let readers = 0;
/** Returns a new IP address at each call, for X-Forwarded-For. */
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

/** Sends this exact body, from a page of the magazine. */
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

export async function countPending(project: Project): Promise<number> {
  const reports = await listReports(await project.db(), { state: 'pending' }, { size: 100_000 });
  return reports.items.length + (await project.comments('pending')).length;
}

/**
 * Expects a response that refuses the comment, states that the text is not lost, and stores nothing.
 *
 * @returns the text of the response
 */
export async function refusalOf(
  project: Project,
  request: Promise<Response>,
  status: number,
): Promise<string> {
  const before = await countPending(project);
  const response = await request;
  const answer = await response.text();
  expect(response.status).toBe(status);
  expect(answer).toContain('n’est pas perdu');
  expect(await countPending(project)).toBe(before);
  return answer;
}

/** The environment without the settings of the test runner. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const own = ['NODE_OPTIONS', 'SITE_FOLDER', 'SITE_ADDRESS', 'BASE_PATH', 'COMMENTS_DATA', 'DATABASE_URL'];
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.includes(name)));
}
