import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { findPostgres } from '#cli/postgres.ts';

/** Whether another user must run PostgreSQL, which refuses to run as root. */
const IS_ROOT = process.getuid?.() === 0;

/** A PostgreSQL server in a temporary folder, on the loopback interface. */
export interface PostgresServer {
  /**
   * Creates an empty database.
   *
   * @returns the address of the database
   */
  createDatabase(): Promise<string>;
  /** Stops the server: at once with SIGQUIT, like a power cut; in order with SIGINT. */
  stop(signal?: 'SIGQUIT' | 'SIGINT'): Promise<void>;
  /** Starts the server again, on the same port. */
  start(): Promise<void>;
  /** Stops the server and removes its folder. */
  remove(): Promise<void>;
}

/**
 * Starts a server.
 *
 * @throws Error when PostgreSQL is not installed
 */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres();
  if (!programs) throw new Error('PostgreSQL is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  chmodSync(folder, 0o777);
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'];
  const { status, stderr } = spawnSync(...asOwner(join(programs, 'initdb'), init), {
    encoding: 'utf8',
    cwd: folder,
  });
  if (status !== 0) throw new Error(stderr);
  const port = await freePort();
  const url = (name: string) => `postgres://postgres@127.0.0.1:${port}/${name}`;
  let databases = 0;
  const stopped = () => Promise.resolve();
  let stop: (signal: 'SIGQUIT' | 'SIGINT') => Promise<void> = stopped;

  async function start(): Promise<void> {
    const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder];
    // The shell stops the server when its input ends, which also happens when the process of the tests is killed.
    const script = '"$0" "$@" & server=$!; read -r signal; kill -"${signal:-QUIT}" $server; wait $server';
    const child = spawn(...asOwner('sh', ['-c', script, join(programs ?? '', 'postgres'), ...args]), {
      stdio: ['pipe', 'ignore', 'ignore'],
      cwd: folder,
    });
    const ended = new Promise((done) => child.once('exit', done));
    stop = async (signal) => {
      child.stdin?.end(`${signal.slice('SIG'.length)}\n`);
      await ended;
      stop = stopped;
    };
    for (let attempts = 600; !(await answers(url('postgres'))); attempts -= 1) {
      if (attempts === 0 || child.exitCode !== null) throw new Error('PostgreSQL does not start');
      await wait(50);
    }
  }

  await start();
  return {
    async createDatabase() {
      databases += 1;
      await query(url('postgres'), `create database test_${databases}`);
      return url(`test_${databases}`);
    },
    stop: (signal = 'SIGINT') => stop(signal),
    start,
    async remove() {
      await stop('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function asOwner(command: string, args: readonly string[]): [string, string[]] {
  return IS_ROOT ? ['runuser', ['-u', 'postgres', '--', command, ...args]] : [command, [...args]];
}

async function query(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

const answers = (url: string) =>
  query(url, 'select 1').then(
    () => true,
    () => false,
  );

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
