import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PROJECT, SITE } from './site-folder.ts';

/** A copy of the built site with its own server, which can stop, restart, and serve changed files. */
export class OfflineSite {
  readonly folder: string;
  address = '';
  #server: ChildProcess | undefined;
  /** The files and folders that differ from those of `SITE`. */
  readonly #changed = new Set<string>();

  constructor() {
    mkdirSync('.cache', { recursive: true });
    this.folder = mkdtempSync(resolve('.cache', 'offline-'));
    this.#copy('');
  }

  /** Starts the server unless it runs, on its previous port if it had one. */
  async start(): Promise<void> {
    if (this.#isRunning()) return;
    const child = spawn(process.execPath, ['src/cli/start.ts'], {
      cwd: PROJECT,
      env: {
        ...process.env,
        SITE_FOLDER: this.folder,
        PORT: new URL(this.address || 'http://x:0').port || '0',
      },
    });
    this.#server = child;
    this.address = await new Promise((resolve, reject) => {
      child.stdout.on('data', (words: Buffer) => {
        const address = /http:\/\/localhost:\d+/u.exec(words.toString())?.[0];
        if (address) resolve(address);
      });
      child.once('exit', (code) => reject(new Error(`The server left with ${code}`)));
    });
  }

  async stop(): Promise<void> {
    if (!this.#isRunning()) return;
    const gone = new Promise((resolve) => this.#server?.once('exit', resolve));
    this.#server?.kill('SIGKILL');
    await gone;
  }

  #isRunning(): boolean {
    return this.#server?.exitCode === null && this.#server.signalCode === null;
  }

  /** Suspends the server: it does not respond, but its port stays open. */
  hang(): void {
    this.#server?.kill('SIGSTOP');
  }

  resume(): void {
    this.#server?.kill('SIGCONT');
  }

  change(path: string, edit: (text: string) => string): void {
    this.#changed.add(path);
    const file = join(this.folder, path);
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
  }

  remove(path: string): void {
    this.#changed.add(path);
    rmSync(join(this.folder, path), { recursive: true, force: true });
  }

  /** Undoes every change, for the next test. */
  restore(): void {
    this.resume();
    for (const path of this.#changed) this.#copy(path);
    this.#changed.clear();
  }

  #copy(path: string): void {
    // Compressed copies are left out: they would still contain the old text after a test has changed a file.
    const filter = (file: string) => !/\.(?:br|gz)$/u.test(file);
    cpSync(join(SITE, path), join(this.folder, path), { recursive: true, filter });
  }

  async end(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
